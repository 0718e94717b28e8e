// A text that came in capitals only, with the letters that it would have in print: same length, same offsets, so that spans found
// in it are spans of the text itself. Ordinary words become lower case, names of places and actors take their own letters,
// what stands in brackets beside a name is an acronym, and a word that nothing knows is a name. Knowledge: knowledge/casing,
// places, actors. Leaves alone: texts of which only a line is in capitals.
import { fold } from "../../base/fold.js";
import type { ActorKnowledge } from "../../knowledge/actors.js";
import type { FunctionWords } from "../../knowledge/function-words.js";
import type { CasingKnowledge, CasingWords } from "../../knowledge/casing.js";
import type { PlaceKnowledge } from "../../knowledge/places.js";
import type { WordTrie } from "../../knowledge/word-trie.js";

/** So few letters say nothing about a text. */
const LEAST = 40;
/** Share of small letters that a text in capitals may have: units, and what was quoted. */
const SMALL = 0.03;
/** An acronym is so long. */
const ACRONYM = /^[\p{Lu}\p{N}][\p{Lu}\p{N}.-]{1,7}$/u;
/** A sentence, a line or a quotation begins. */
const BEGINNING = /[.!?…][)\]"”’']*\s+["“'[(]*$|\n|--\s*["“'[(]*$|[,:]\s+["“]$/u;
const WORD = /(?<![\p{L}\p{N}])\p{L}[\p{L}\p{M}\p{N}]*(?:['’]\p{Lu}(?![\p{L}\p{N}_]))?/gu;

export interface CasingSources {
  readonly casing: CasingKnowledge;
  readonly places: PlaceKnowledge;
  readonly actors: ActorKnowledge;
}

/** True for a text whose letters tell nothing. Most texts have soon more small letters than one in capitals may have in all. */
export function isAllCapitals(text: string): boolean {
  const sample = text.slice(0, 4000);
  let [small, capital] = [0, 0];
  for (let i = 0; i < sample.length; i++) {
    const code = sample.charCodeAt(i);
    if (code < 128) {
      if (code >= 97 && code <= 122) small++;
      else if (code >= 65 && code <= 90) capital++;
    } else {
      const char = String.fromCodePoint(sample.codePointAt(i)!);
      i += char.length - 1;
      if (/\p{Lu}/u.test(char)) capital++;
      else if (/\p{Ll}/u.test(char)) small++;
    }
    if (small > SMALL * (capital + sample.length - 1 - i)) return false;
  }
  return capital >= LEAST && small <= SMALL * capital;
}

type Letters = "lower" | "title" | "capitals";

interface Piece {
  readonly start: number;
  readonly text: string;
  readonly lower: string;
  readonly folded: string;
  /** What stands between it and the word before. */
  readonly before: string;
}

/** The same text in the letters of print; the text itself where it is not all in capitals. `"TWO MEN" → "Two men"`. */
export function withLetterCase(text: string, sources: CasingSources): string {
  if (!isAllCapitals(text)) return text;
  const words = sources.casing();
  const pieces = piecesOf(text);
  const letters: (Letters | null)[] = pieces.map(({ lower }) => (words.capitals.has(lower) ? "title" : null));
  markAcronyms(text, pieces, letters, words, sources.actors.small);
  markNames(pieces, letters, words, sources);
  pieces.forEach((piece, i) => {
    letters[i] ??= isOrdinary(piece.lower, words) ? "lower" : "title";
  });
  markTitles(pieces, letters, words);
  markParticles(pieces, letters, sources);
  let cased = "";
  let end = 0;
  pieces.forEach((piece, i) => {
    const begins = i === 0 || BEGINNING.test(piece.before);
    const shape = letters[i] !== "capitals" && begins ? "title" : letters[i]!;
    const word = inLetters(piece.text, shape);
    cased += piece.before + (word.length === piece.text.length ? word : piece.text);
    end = piece.start + piece.text.length;
  });
  return cased + text.slice(end);
}

function piecesOf(text: string): Piece[] {
  let end = 0;
  return [...text.matchAll(WORD)].map((match) => {
    const before = text.slice(end, match.index);
    end = match.index + match[0].length;
    return {
      start: match.index,
      text: match[0],
      lower: match[0].toLowerCase(),
      folded: fold(match[0]),
      before,
    };
  });
}

function inLetters(word: string, letters: Letters): string {
  if (letters === "capitals") return word;
  const lower = word.toLowerCase();
  return letters === "lower" ? lower : `${word.slice(0, 1)}${lower.slice(1)}`;
}

function isOrdinary(lower: string, words: CasingWords): boolean {
  if (words.capitals.has(lower)) return false;
  if (words.words.has(lower)) return true;
  return words.endings.some(
    ({ ending, stems }) =>
      lower.endsWith(ending) &&
      lower.length > ending.length + 2 &&
      stems.some((stem) => words.words.has(lower.slice(0, -ending.length) + stem)),
  );
}

/** "[FMLN]", "(ELN)": capitals wherever they stand; the name of several words before or behind them takes capitals too. */
function markAcronyms(
  text: string,
  pieces: readonly Piece[],
  letters: (Letters | null)[],
  words: CasingWords,
  small: FunctionWords,
): void {
  const acronyms = new Set<string>();
  pieces.forEach((piece, i) => {
    const inside = /[[(]$/u.test(piece.before) && /^[\])]/u.test(text.slice(piece.start + piece.text.length));
    if (!inside || !ACRONYM.test(piece.text) || isOrdinary(piece.lower, words)) return;
    acronyms.add(piece.text);
    for (let j = i - 1, steps = 0; j >= 0 && steps < 8; j--, steps++) {
      if (pieces[j + 1]!.before.trim() !== "" && j + 1 !== i) break;
      if (words.titles.has(pieces[j]!.lower) && j < i - 2) break;
      if (small.articles.has(pieces[j]!.lower) && !small.inside.has(pieces[j - 1]?.lower ?? "")) {
        for (let k = j + 1; k < i; k++) if (pieces[k]!.lower.length > 3) letters[k] = "title";
        break;
      }
    }
  });
  pieces.forEach((piece, i) => {
    const known = acronyms.has(piece.text);
    if (
      known ||
      (!isOrdinary(piece.lower, words) &&
        !words.titles.has(piece.lower) &&
        !/[AEIOUY]/u.test(piece.text) &&
        piece.text.length > 1)
    )
      letters[i] = "capitals";
    // "FMLN [FARABUNDO MARTI NATIONAL LIBERATION FRONT]"
    if (!/^\s\[$/u.test(piece.before) || i === 0 || !ACRONYM.test(pieces[i - 1]!.text)) return;
    if (isOrdinary(pieces[i - 1]!.lower, words)) return;
    letters[i - 1] = "capitals";
    for (let k = i; k < pieces.length && k < i + 10; k++) {
      if (k > i && pieces[k]!.before.trim() !== "") break;
      if (pieces[k]!.lower.length > 3) letters[k] = "title";
    }
  });
}

/** Names of the tables: several words, or one that is no ordinary word. */
function markNames(
  pieces: readonly Piece[],
  letters: (Letters | null)[],
  words: CasingWords,
  sources: CasingSources,
): void {
  for (let i = 0; i < pieces.length; i++) {
    const place = longest(sources.places.trie, pieces, i);
    const actor = longest(sources.actors.trie, pieces, i);
    const length = Math.max(place.length, actor.length);
    if (length === 0) continue;
    const all = pieces.slice(i, i + length);
    const ordinary = all.every((piece) => isOrdinary(piece.lower, words));
    const spelling =
      actor.length === length && actor.value !== null
        ? sources.actors.byName.get(actor.value)?.[0]?.spelling
        : undefined;
    // "SHINING PATH" is a name although both words are ordinary; "THE CITY" is none
    if (ordinary && (length === 1 || spelling === undefined || /(?<!\p{L})\p{Ll}/u.test(spelling))) continue;
    const capitals = length === 1 && spelling !== undefined && ACRONYM.test(spelling);
    all.forEach((piece, k) => {
      letters[i + k] ??= capitals
        ? "capitals"
        : piece.lower.length <= 3 && isOrdinary(piece.lower, words)
          ? "lower"
          : "title";
    });
    i += length - 1;
  }
}

function longest<T>(
  trie: WordTrie<T>,
  pieces: readonly Piece[],
  at: number,
): { readonly length: number; readonly value: T | null } {
  let found: { length: number; value: T | null } = { length: 0, value: null };
  let node: WordTrie<T> | undefined = trie;
  for (let i = at; i < pieces.length; i++) {
    if (i > at && !/^[\s'’-]{1,2}$/u.test(pieces[i]!.before)) break;
    node = node.next.get(pieces[i]!.folded);
    if (node === undefined) break;
    if (node.value !== null) found = { length: i - at + 1, value: node.value };
  }
  return found;
}

/** "MAYOR KARIM": a title takes a capital before a name. */
function markTitles(pieces: readonly Piece[], letters: (Letters | null)[], words: CasingWords): void {
  for (let i = pieces.length - 2; i >= 0; i--)
    if (
      words.titles.has(pieces[i]!.lower) &&
      letters[i + 1] === "title" &&
      /^\.? $/u.test(pieces[i + 1]!.before)
    )
      letters[i] = "title";
}

/** "KARIM AL-TARRO", "CALLE DE LA ROSA": small words inside a name. */
function markParticles(
  pieces: readonly Piece[],
  letters: (Letters | null)[],
  { places }: CasingSources,
): void {
  for (let i = 1; i < pieces.length - 1; i++)
    if (
      places.small.particles.has(pieces[i]!.lower) &&
      letters[i - 1] !== "capitals" &&
      letters[i - 1] === "title" &&
      /^[ -]$/u.test(pieces[i]!.before) &&
      /^[ -]$/u.test(pieces[i + 1]!.before)
    )
      letters[i] = "lower";
}
