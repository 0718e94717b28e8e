// Recognition of place names by the gazetteer's own spellings, longest first, and of adjectives of places and peoples.
// In: the words of a sentence. Out: matches that do not overlap. Capitals count where the sentence has both cases.
// Leaves alone: whether the words mean the place (surroundings.ts), and which place of that name (resolve.ts).
import type { PlaceKnowledge } from "../../knowledge/places.js";
import type { LetterCase, Word } from "../../model/word.js";

export interface Match {
  /** Indexes of words, the last one included. */
  readonly from: number;
  readonly to: number;
  readonly start: number;
  readonly end: number;
  /** Rows of the gazetteer; empty for a name that it does not know. */
  readonly rows: readonly number[];
  readonly basis: "name" | "variant" | "demonym" | "unknown";
  /** The folded name that matched. */
  readonly key: string;
}

const ARTICLE = /^(?:al|el|ul|ad|ar|as|ash|at|az|an|ez|es|et|en|de|la|le|of|the|and|du|da|do|del)$/u;

export function recogniseNames(
  words: readonly Word[],
  letters: LetterCase,
  knowledge: PlaceKnowledge,
): Match[] {
  const matches: Match[] = [];
  for (let i = 0; i < words.length; i++) {
    const match = longestAt(words, i, letters, knowledge) ?? demonymAt(words, i, letters, knowledge);
    if (match === null) continue;
    matches.push(match);
    i = match.to;
  }
  return matches;
}

function longestAt(
  words: readonly Word[],
  i: number,
  letters: LetterCase,
  knowledge: PlaceKnowledge,
): Match | null {
  const first = words[i]!;
  if (letters !== "capitals" && !opens(words, i)) return null;
  let longest = knowledge.longest.get(first.folded) ?? 0;
  const bare = withoutPossessive(first.folded);
  if (bare !== null) longest = Math.max(longest, knowledge.longest.get(bare) ?? 0);
  if (longest === 0) return null;
  let key = "";
  const keys: string[] = [];
  for (let j = i; j < words.length && j - i < longest; j++) {
    const word = words[j]!;
    if (j > i) {
      if (word.joint === "break" || words[j - 1]!.possessive) break;
      if (letters !== "capitals" && !word.capital && !mayBeLower(word, knowledge)) break;
    }
    key = j === i ? word.folded : `${key} ${word.folded}`;
    keys.push(key);
  }
  for (let n = keys.length; n > 0; n--) {
    const found = knowledge.byName.get(keys[n - 1]!);
    const last = words[i + n - 1]!;
    if (
      found !== undefined &&
      !endsLow(words, i, i + n - 1, letters) &&
      spelt(keys[n - 1]!, words, i, i + n - 1, found, letters, knowledge)
    )
      return {
        from: i,
        to: i + n - 1,
        start: first.start,
        end: last.end,
        rows: found,
        basis: "name",
        key: keys[n - 1]!,
      };
    // Texts that lost their apostrophes: "Syrias", "Aleppos".
    const short = withoutPossessive(keys[n - 1]!);
    const rows = short === null || last.text.length < 5 ? undefined : knowledge.byName.get(short);
    if (rows !== undefined && letters !== "capitals" && last.capital)
      return {
        from: i,
        to: i + n - 1,
        start: first.start,
        end: last.end - 1,
        rows,
        basis: "name",
        key: short!,
      };
  }
  return null;
}

/** A name may begin here: with a capital, or with a small article joined to one. */
function opens(words: readonly Word[], i: number): boolean {
  const word = words[i]!;
  if (word.capital) return true;
  const next = words[i + 1];
  return ARTICLE.test(word.folded) && next !== undefined && next.capital && next.joint === "hyphen";
}

function mayBeLower(word: Word, knowledge: PlaceKnowledge): boolean {
  return (
    ARTICLE.test(word.folded) ||
    /^\d/u.test(word.folded) ||
    knowledge.spelling.loose.has(word.folded) ||
    knowledge.patterns.words.noun.has(word.folded) ||
    word.folded === "military" ||
    word.folded === "border" ||
    word.folded === "air"
  );
}

/** A name of three letters or fewer counts only as some table spells it: US, but not Us. */
function spelt(
  key: string,
  words: readonly Word[],
  from: number,
  to: number,
  rows: readonly number[],
  letters: LetterCase,
  knowledge: PlaceKnowledge,
): boolean {
  if (key.length > 3 || letters === "capitals") return true;
  const said = words
    .slice(from, to + 1)
    .map((w) => w.text)
    .join("-");
  return rows.some((r) => {
    const { name, aliases } = knowledge.rows[r]!;
    return name === said || aliases.includes(said);
  });
}

/** Only articles after the first word: "Al of", which is no name. */
function endsLow(words: readonly Word[], from: number, to: number, letters: LetterCase): boolean {
  return letters !== "capitals" && to > from && !words[to]!.capital && ARTICLE.test(words[to]!.folded);
}

function withoutPossessive(word: string): string | null {
  return word.length > 3 && word.endsWith("s") && !word.endsWith("ss") ? word.slice(0, -1) : null;
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
