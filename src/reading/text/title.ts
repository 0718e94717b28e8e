// The title of a report and the lines without it: a title given by a row or a page is looked for at the head of the body and
// taken out there, so that it stands once; without one, the first line is the title when it looks like one. The clean text
// begins with the title. Leaves alone: what a title says.
import type { Line } from "./line.js";
import { knownBeginning } from "./outlet.js";
import type { OutletLookup } from "./outlet.js";

const LONGEST = 220;
/** Shorter beginnings of a title are not looked for. */
const LEAST_VARIANT = 25;
/** Parts that a title may have behind it. */
const MOST_PARTS = 12;
/** Signs between two letters of a title. */
const MOST_SIGNS = 4;
const LETTER = /[\p{L}\p{N}]/u;
const ENDS_SENTENCE = /[.!…:;,]["'”’)\]]*$/u;
const ACRONYM_END = /\p{Lu}\.\p{Lu}\.$/u;
const SEPARATOR = /\s(?:[|–—»·]|-)\s/u;

/** The title without the outlet's name before or behind it ("Rockets fall - Valley Post"); `own` is the outlet, as given. */
export function titleAlone(title: string, own: string | null, outlets: OutletLookup): string {
  const words = title.replace(/\s+/gu, " ").trim();
  const parts = words.split(SEPARATOR);
  if (parts.length < 2) return words;
  const mine = own === null ? null : (outlets.byName(own)?.name ?? own);
  const isOutlet = (part: string): boolean =>
    outlets.byName(part.trim()) !== null ||
    (mine !== null && (knownBeginning(part, outlets)?.name === mine || lettersOf(part) === lettersOf(mine)));
  const last = parts.at(-1)!;
  if (isOutlet(last))
    return words
      .slice(0, words.length - last.length)
      .replace(/\s*[|–—»·-]\s*$/u, "")
      .trim();
  const first = parts[0]!;
  if (isOutlet(first))
    return words
      .slice(first.length)
      .replace(/^\s*[|–—»·-]\s*/u, "")
      .trim();
  return words;
}

/** The title, then what is left of it without its last parts, which may name sections of a site ("… - Region - World"). */
export function titleVariants(title: string): readonly string[] {
  const variants = [title];
  const separators = [...title.matchAll(new RegExp(SEPARATOR, "gu"))].slice(-MOST_PARTS);
  for (const { index } of separators.reverse())
    if (index >= LEAST_VARIANT) variants.push(title.slice(0, index).trim());
  return variants;
}

/** The title as its letters and digits in lower case, to be found however its signs are spelt; null without any. */
export function titleLetters(title: string): string | null {
  const letters = lettersOf(title);
  return letters.length < 3 ? null : letters;
}

/** Where the title ends in this line; null where it does not begin with the title, or the sentence goes on behind it. */
export function titleEnd(text: string, letters: string): number | null {
  let matched = 0;
  let at = 0;
  for (let skipped = 0; matched < letters.length; at++) {
    const sign = text.charAt(at).toLowerCase();
    if (sign === "") return null;
    if (letters.startsWith(sign, matched)) {
      matched += sign.length;
      skipped = 0;
    } else if (LETTER.test(sign) || ++skipped > MOST_SIGNS) return null;
  }
  if (/^[\p{L}\p{N}]/u.test(text.slice(at, at + 2))) return null;
  const end = at + (/^[\s.:?!…"”’'|–—-]{0,6}/u.exec(text.slice(at, at + 8))?.[0].length ?? 0);
  return /^\p{Ll}/u.test(text.slice(end, end + 2)) ? null : end;
}

/** True for a first line that heads the text: short, no sentence of its own, with more behind it. */
export function looksLikeTitle(first: Line, following: readonly Line[]): boolean {
  const { text } = first;
  if (text.length < 8 || text.length > LONGEST || following.length === 0) return false;
  if (!/\p{L}/u.test(text) || /^[—–•*>"“]/u.test(text)) return false;
  if (ENDS_SENTENCE.test(text) && !ACRONYM_END.test(text)) return false;
  return following.some((line) => line.text.length > 40);
}

function lettersOf(words: string): string {
  return words.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "");
}
