// Recognition of place names by the gazetteer's own spellings, longest first, and of adjectives of places and peoples.
// In: the words of a sentence. Out: matches that do not overlap. Capitals count where the sentence has both cases.
// Leaves alone: whether the words mean the place (surroundings.ts), and which place of that name (resolve.ts).
import { fold } from "../../base/fold.js";
import type { PlaceKnowledge, PlaceRow } from "../../knowledge/places.js";
import type { WordTrie } from "../../knowledge/word-trie.js";
import type { LetterCase, Word } from "../../model/word.js";

export interface Match {
  /** Indexes of words, the last one included. */
  readonly from: number;
  readonly to: number;
  readonly start: number;
  readonly end: number;
  /** Rows of the gazetteer; empty for a name that it does not know. */
  readonly rows: readonly PlaceRow[];
  readonly basis: "name" | "town" | "variant" | "demonym" | "unknown";
  /** The folded name that matched. */
  readonly key: string;
}

export function recogniseNames(
  words: readonly Word[],
  letters: LetterCase,
  knowledge: PlaceKnowledge,
  text: string,
): Match[] {
  const matches: Match[] = [];
  for (let i = 0; i < words.length; i++) {
    const name = longestAt(words, i, letters, knowledge, text);
    const people =
      name === null || isPeoples(name, words, knowledge) ? demonymAt(words, i, letters, knowledge) : null;
    const match = people ?? name;
    if (match === null) continue;
    matches.push(match);
    i = match.to;
  }
  return matches;
}

/** "Somali forces": the adjective of a country, though a province bears it as its name; but "Somali Region". */
function isPeoples({ key, rows, to }: Match, words: readonly Word[], knowledge: PlaceKnowledge): boolean {
  const next = words[to + 1];
  return (
    knowledge.demonyms.get(key) != null &&
    rows.every((row) => row.precision === "province") &&
    !(next !== undefined && next.joint === "space" && knowledge.patterns.words.noun.has(next.folded))
  );
}

function longestAt(
  words: readonly Word[],
  i: number,
  letters: LetterCase,
  knowledge: PlaceKnowledge,
  text: string,
): Match | null {
  if (letters !== "capitals" && !opens(words, i, knowledge)) return null;
  // Texts that lost their apostrophes have "Syrias" and "Aleppos": any word may be the last one with its s.
  let best: Match | null = null;
  let node: WordTrie<PlaceRow[]> | undefined = knowledge.trie;
  let low = false;
  for (let j = i; j < words.length; j++) {
    const word = words[j]!;
    if (j > i) {
      if (isParted(words, j, knowledge, text)) break;
      if (letters !== "capitals" && !word.capital && !mayBeLower(word, knowledge)) low = true;
    }
    const short =
      letters !== "capitals" && word.capital && word.text.length > 4
        ? withoutPossessive(word.folded, knowledge)
        : null;
    const rows: readonly PlaceRow[] | null | undefined = short === null ? null : node.next.get(short)?.value;
    if (rows != null && !low) best = matched(words, i, j, rows, 1, knowledge, text);
    node = (j === i ? shortened(node, word, knowledge) : undefined) ?? node.next.get(word.folded);
    if (node === undefined) break;
    if (node.value === null || endsLow(words, i, j, letters, knowledge)) continue;
    if (low && !hasLowWords(words, i, j, node.value)) continue;
    if (spelt(words, i, j, node.value, letters)) best = matched(words, i, j, node.value, 0, knowledge, text);
  }
  return best;
}

/** "St. Louis", "Saint Louis": names of several words are kept under the short form of their first. */
function shortened(
  node: WordTrie<PlaceRow[]>,
  word: Word,
  { patterns }: PlaceKnowledge,
): WordTrie<PlaceRow[]> | undefined {
  const short = patterns.shortForms.get(word.folded);
  return short === undefined ? undefined : node.next.get(short);
}

/** The word is not joined to the one before; a full stop that shortens that one does not part them: "St. Louis". */
export function isParted(
  words: readonly Word[],
  j: number,
  knowledge: PlaceKnowledge,
  text: string,
): boolean {
  const [before, word] = [words[j - 1]!, words[j]!];
  if (before.possessive) return true;
  if (word.joint !== "break") return false;
  return !(
    text[before.end] === "." &&
    word.start - before.end <= 2 &&
    knowledge.patterns.words.abbreviated.has(before.folded)
  );
}

export function matched(
  words: readonly Word[],
  from: number,
  to: number,
  rows: readonly PlaceRow[],
  cut: 0 | 1,
  knowledge: PlaceKnowledge,
  text: string,
): Match {
  const parts = words.slice(from, to + 1).map((w) => w.folded);
  if (cut === 1) parts[parts.length - 1] = parts[parts.length - 1]!.slice(0, -1);
  const end = words[to]!.end - cut;
  // the full stop of "Fla." belongs to it
  const stop = cut === 0 && text[end] === "." && knowledge.patterns.words.abbreviation.has(words[to]!.folded);
  return {
    from,
    to,
    start: words[from]!.start,
    end: stop ? end + 1 : end,
    rows,
    basis: "name",
    key: parts.join(" "),
  };
}

/** A name may begin here: with a capital, or with a small article joined to one. */
function opens(words: readonly Word[], i: number, knowledge: PlaceKnowledge): boolean {
  const word = words[i]!;
  if (word.capital) return true;
  const next = words[i + 1];
  return isSmall(word, knowledge) && next !== undefined && next.capital && next.joint === "hyphen";
}

function isSmall({ folded }: Word, { small, spelling }: PlaceKnowledge): boolean {
  return small.particles.has(folded) || small.inside.has(folded) || spelling.articles.has(folded);
}

function mayBeLower(word: Word, knowledge: PlaceKnowledge): boolean {
  return (
    isSmall(word, knowledge) ||
    /^\d/u.test(word.folded) ||
    knowledge.spelling.loose.has(word.folded) ||
    knowledge.patterns.words.noun.has(word.folded) ||
    knowledge.patterns.words["noun-part"].has(word.folded)
  );
}

/** A name of three letters or fewer counts only as some table spells it: US, but not Us. */
function spelt(
  words: readonly Word[],
  from: number,
  to: number,
  rows: readonly PlaceRow[],
  letters: LetterCase,
): boolean {
  if (letters === "capitals" || to > from || words[from]!.folded.length > 3) return true;
  const said = words
    .slice(from, to + 1)
    .map((w) => w.text)
    .join("-");
  return rows.some(({ name, aliases }) => {
    return name === said || aliases.includes(said);
  });
}

/** "the Kelm oil terminal": words other than those that any name may have in lower case, as the table itself writes them. */
function hasLowWords(words: readonly Word[], from: number, to: number, rows: readonly PlaceRow[]): boolean {
  const said = words.slice(from, to + 1);
  return rows.some(({ name, aliases }) => {
    return [name, ...aliases].some((known) => {
      const parts = known.split(/[ -]/u);
      return (
        parts.length === said.length &&
        said.every(
          ({ folded, capital }, k) => fold(parts[k]!) === folded && (capital || !/^\p{Lu}/u.test(parts[k]!)),
        )
      );
    });
  });
}

/** Only articles after the first word: "Al of", which is no name. */
function endsLow(
  words: readonly Word[],
  from: number,
  to: number,
  letters: LetterCase,
  knowledge: PlaceKnowledge,
): boolean {
  return letters !== "capitals" && to > from && !words[to]!.capital && isSmall(words[to]!, knowledge);
}

function withoutPossessive(word: string, { small: { possessive } }: PlaceKnowledge): string | null {
  const cut = possessive !== "" && word.endsWith(possessive) && !word.endsWith(possessive.repeat(2));
  return word.length > 3 && cut ? word.slice(0, -possessive.length) : null;
}

function demonymAt(
  words: readonly Word[],
  i: number,
  letters: LetterCase,
  knowledge: PlaceKnowledge,
): Match | null {
  const word = words[i]!;
  if (letters !== "capitals" && !word.capital) return null;
  for (const n of [2, 1]) {
    const last = words[i + n - 1];
    if (last === undefined || (n === 2 && last.joint === "break")) continue;
    const key = n === 1 ? word.folded : `${word.folded} ${last.folded}`;
    const country = knowledge.demonyms.get(key);
    if (country === undefined) continue;
    const row = country === null ? undefined : knowledge.regions.get(country);
    const rows = row === undefined ? [] : [row];
    return { from: i, to: i + n - 1, start: word.start, end: last.end, rows, basis: "demonym", key };
  }
  return null;
}
