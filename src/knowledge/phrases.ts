// Phrases as the rule files write them: words apart, "a|b" for alternatives, "stem~-~s~ed" for endings of one stem ("-" for
// none). Expanded into plain word sequences and indexed by first word, so that a text is matched in one pass.

export interface Phrase<T> {
  readonly words: readonly string[];
  readonly value: T;
}

/** `expandPhrase("bomb~-~s blast|raid")` gives bomb blast, bomb raid, bombs blast, bombs raid. */
export function expandPhrase(source: string): readonly (readonly string[])[] {
  return source
    .split(" ")
    .map((word) => word.split("|").flatMap(expandEndings))
    .reduce<string[][]>(
      (heads, forms) => heads.flatMap((head) => forms.map((form) => [...head, form])),
      [[]],
    );
}

function expandEndings(word: string): string[] {
  const [stem = "", ...endings] = word.split("~");
  if (endings.length === 0) return [stem];
  return endings.map((ending) => (ending === "-" ? stem : stem + ending));
}

/** Phrases by their first word, longest first; ties by the order in which they stand. */
export class PhraseIndex<T> {
  readonly #byFirst = new Map<string, Phrase<T>[]>();

  constructor(entries: Iterable<readonly [phrase: string, value: T]>) {
    for (const [source, value] of entries)
      for (const words of expandPhrase(source)) {
        const first = words[0]!;
        const list = this.#byFirst.get(first);
        if (list === undefined) this.#byFirst.set(first, [{ words, value }]);
        else list.push({ words, value });
      }
    for (const list of this.#byFirst.values()) list.sort((a, b) => b.words.length - a.words.length);
  }

  /** The longest phrase that begins at this word, or null. `lower(i)` is the i-th word in lower case, undefined past the end. */
  longestAt(lower: (index: number) => string | undefined, at: number): Phrase<T> | null {
    const candidates = this.#byFirst.get(lower(at) ?? "");
    if (candidates === undefined) return null;
    for (const phrase of candidates) if (stands(phrase.words, lower, at)) return phrase;
    return null;
  }

  /** All phrases that begin at this word, longest first. */
  allAt(lower: (index: number) => string | undefined, at: number): readonly Phrase<T>[] {
    const candidates = this.#byFirst.get(lower(at) ?? "");
    if (candidates === undefined) return [];
    return candidates.filter((phrase) => stands(phrase.words, lower, at));
  }
}

/** Whether the words stand here; the first one is known to. */
function stands(words: readonly string[], lower: (index: number) => string | undefined, at: number): boolean {
  for (let k = 1; k < words.length; k++) if (lower(at + k) !== words[k]) return false;
  return true;
}
