// Candidate: words of one sentence that may name or describe an actor, before overlaps are settled.
import type { SourceKind } from "../../model/source.js";
import type { Word } from "../../model/word.js";

export interface Candidate {
  /** Indexes of words, the last one included. */
  readonly from: number;
  readonly to: number;
  readonly start: number;
  readonly end: number;
  readonly id: string | null;
  readonly name: string;
  readonly sourceKind: SourceKind;
  readonly basis: "actor" | "outlet" | "description";
  readonly memberOf: string | null;
  readonly country: string | null;
  readonly loaded: boolean;
  readonly rule: string;
  /** Person: a later surname stands for it. */
  readonly person: boolean;
  /** Settles overlaps of equal length; higher wins. */
  readonly rank: number;
}

/** A sentence's words, and the text they stand in. */
export interface Line {
  readonly text: string;
  readonly words: readonly Word[];
  /** False where all letters are capitals, so that capitals tell nothing. */
  readonly cased: boolean;
}

/** The longest phrase of `longest` that begins at word `i`: its number of words, and its key. */
export function longestPhrase(
  words: readonly Word[],
  i: number,
  longest: ReadonlyMap<string, number>,
  has: (key: string) => boolean,
  goesOn: (word: Word) => boolean = () => true,
): { readonly n: number; readonly key: string } | null {
  const most = longest.get(words[i]!.folded);
  if (most === undefined) return null;
  let key = "";
  let best: { n: number; key: string } | null = null;
  for (let n = 1; n <= most && i + n - 1 < words.length; n++) {
    const word = words[i + n - 1]!;
    if (n > 1 && (word.joint === "break" || words[i + n - 2]!.possessive)) break;
    if (n > 1 && !goesOn(word)) break;
    key = n === 1 ? word.folded : `${key} ${word.folded}`;
    if (has(key)) best = { n, key };
  }
  return best;
}

export function quoteOf(line: Line, from: number, to: number): string {
  return line.text.slice(line.words[from]!.start, line.words[to]!.end);
}
