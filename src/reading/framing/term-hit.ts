// Where loaded words stand in one sentence: phrases of knowledge/framing whose neighbours allow them, with the noun that they
// modify. Comes in: tokens with tags, and which of them are a name. Goes out: hits in text order, adjacent ones joined into one.
// Leaves alone: what they stand for, who says them.
import type { FramingKnowledge, LoadedTerm, PhraseSet } from "../../knowledge/framing.js";
import type { ParsedToken } from "../../model/syntax.js";

export interface TermHit {
  /** Loaded words with their ranges of tokens, in text order; the last one heads the term. */
  readonly parts: readonly TermPart[];
  readonly from: number;
  /** Exclusive; past the noun that a modifier belongs to. */
  readonly to: number;
}
export interface TermPart {
  readonly term: LoadedTerm;
  readonly from: number;
  readonly to: number;
}

/** How far around a term its telling words may stand, in tokens. */
const NEAR = 10;
/** How many words the noun of a modifier may be away: "brutal military campaign". */
const MOST_MODIFIED = 3;
/** Loaded words that are one term: "notorious Takfiri terrorist groups". More in a row are no phrase. */
const MOST_PARTS = 4;
const CAPITAL = /^\p{Lu}/u;
const WORD = /^[\p{L}\p{N}]/u;

/** `named(i)`: the token belongs to the own name of a body, person or outlet. */
export function findTermHits(
  tokens: readonly ParsedToken[],
  named: (index: number) => boolean,
  knowledge: FramingKnowledge,
): TermHit[] {
  const lower = (i: number): string | undefined => tokens[i]?.lower;
  const hits: TermHit[] = [];
  for (let i = 0; i < tokens.length;) {
    const part = partAt(tokens, lower, i, named, knowledge);
    if (part === null) {
      i++;
      continue;
    }
    const to = extent(tokens, part);
    const last = hits.at(-1);
    if (last !== undefined && last.to >= part.from && last.parts.length < MOST_PARTS)
      hits[hits.length - 1] = { parts: [...last.parts, part], from: last.from, to: Math.max(to, last.to) };
    else hits.push({ parts: [part], from: part.from, to });
    i = part.to;
  }
  return hits;
}

type Lower = (index: number) => string | undefined;

function partAt(
  tokens: readonly ParsedToken[],
  lower: Lower,
  at: number,
  named: (index: number) => boolean,
  knowledge: FramingKnowledge,
): TermPart | null {
  for (const { words, value } of knowledge.terms.allAt(lower, at)) {
    const part = { term: value, from: at, to: at + words.length };
    if (fits(tokens, lower, part, named)) return part;
  }
  const word = tokens[at]!.lower;
  const hyphen = word.lastIndexOf("-");
  const compound = hyphen > 0 ? knowledge.compounds.get(word.slice(hyphen)) : undefined;
  if (compound === undefined) return null;
  const part = { term: compound, from: at, to: at + 1 };
  return fits(tokens, lower, part, named) ? part : null;
}

function fits(
  tokens: readonly ParsedToken[],
  lower: Lower,
  { term, from, to }: TermPart,
  named: (index: number) => boolean,
): boolean {
  for (let i = from; i < to; i++) if (named(i)) return false;
  if (term.before !== null && !endsAt(term.before, lower, from)) return false;
  if (term.notBefore !== null && endsAt(term.notBefore, lower, from)) return false;
  if (term.after !== null && !beginsAt(term.after, lower, to)) return false;
  if (term.notAfter !== null && beginsAt(term.notAfter, lower, to)) return false;
  if (!term.proper && isInName(tokens, from, to)) return false;
  const proper = (i: number): boolean => named(i) && CAPITAL.test(tokens[i]!.text);
  if (term.near !== null && !standsNear(term.near, lower, from, to, proper)) return false;
  return term.shape !== "modifier" || isNominal(tokens[to]);
}

/** "Mujahideen Army" in running text: spelt with a capital, as the name after it is. */
function isInName(tokens: readonly ParsedToken[], from: number, to: number): boolean {
  if (from === 0 || !CAPITAL.test(tokens[from]!.text)) return false;
  const next = tokens[to];
  return next !== undefined && next.tag === "PROPN" && CAPITAL.test(next.text) && !isTitleCase(tokens);
}

const TITLES = new WeakMap<readonly ParsedToken[], boolean>();

/** Most words begin with a capital: capitals tell no names here. Judged once for a sentence. */
export function isTitleCase(tokens: readonly ParsedToken[]): boolean {
  let known = TITLES.get(tokens);
  if (known === undefined) TITLES.set(tokens, (known = judgeCase(tokens)));
  return known;
}

function judgeCase(tokens: readonly ParsedToken[]): boolean {
  let words = 0;
  let capitals = 0;
  for (const { text } of tokens) {
    if (!/^\p{L}{4}/u.test(text)) continue;
    words++;
    if (CAPITAL.test(text)) capitals++;
  }
  return capitals * 4 >= words * 3;
}

/** Past opening marks of quotation: `a "terrorist" group`. */
function beginsAt(set: PhraseSet, lower: Lower, at: number): boolean {
  const first = isMark(lower(at)) ? at + 1 : at;
  return set.forward.longestAt(lower, first) !== null;
}

function endsAt(set: PhraseSet, lower: Lower, end: number): boolean {
  const last = isMark(lower(end - 1)) ? end - 2 : end - 1;
  return set.backward.longestAt((i) => lower(last - i), 0) !== null;
}

function isMark(word: string | undefined): boolean {
  return word !== undefined && /^["“”‘’'«»]$/u.test(word);
}

/** Words of a body's own name tell nothing: "the Northern Army" is no army by that; "Northern soldiers" are soldiers. */
function standsNear(
  set: PhraseSet,
  lower: Lower,
  from: number,
  to: number,
  proper: (index: number) => boolean,
): boolean {
  for (let i = Math.max(0, from - NEAR); i < to + NEAR; i++) {
    if ((i >= from && i < to) || proper(i)) continue;
    if (lower(i) === undefined && i >= to) return false;
    if (set.forward.longestAt(lower, i) !== null) return true;
  }
  return false;
}

/** Where the term ends: a modifier takes the noun with it, over the words between. */
function extent(tokens: readonly ParsedToken[], { term, to }: TermPart): number {
  if (term.shape === "noun" || term.shape === "phrase") return to;
  let end = to;
  for (let i = to; i < Math.min(tokens.length, to + MOST_MODIFIED); i++) {
    // "the terrorist group ISIL": a name after the noun is no part of the term.
    if (!isNominal(tokens[i]) || (tokens[i]!.tag === "PROPN" && tokens[i - 1]!.tag === "NOUN" && i > to))
      break;
    if (tokens[i]!.tag !== "ADJ") end = i + 1;
  }
  return end;
}

function isNominal(token: ParsedToken | undefined): boolean {
  return (
    token !== undefined &&
    (token.tag === "NOUN" || token.tag === "PROPN" || token.tag === "ADJ") &&
    WORD.test(token.text)
  );
}
