// The language of a text as a BCP 47 tag: by its small words (knowledge/text/languages.yaml), or else identified from its
// beginning (tinyld, n-grams); null where the text is too short or no language stands out. Capitalised words are left out first:
// names of places and people carry their own languages with them. Leaves alone: texts in several languages (the first is told).
import { detectAll } from "tinyld";
import type { SmallWords } from "../../knowledge/text.js";

/** Characters that are looked at first, and where those do not tell. */
const SAMPLES = [500, 2500] as const;
const LEAST_LETTERS = 40;
const LEAST_SURE = 0.15;
/** A runner-up that comes nearer than this share leaves it open. */
const CLEAR = 0.8;
/** A language whose small words are this share of the words is the text's, n-grams unasked. */
const SMALL_SHARE = 0.25;
const LEAST_WORDS = 12;

/**
 * `toldApart` are the languages that n-grams may give. `languageOf("Drei Raketen trafen am Montag das Lager.", [], ["de", "en"])` is "de".
 */
export function languageOf(
  text: string,
  known: readonly SmallWords[],
  toldApart: readonly string[],
): string | null {
  const words = text
    .slice(0, 2 * SAMPLES[1])
    .replace(/(?<![\p{L}\p{M}])\p{Lu}[\p{L}\p{M}'’-]*/gu, " ")
    .replace(/https?:\S+|\d+/gu, " ")
    .replace(/\s+/gu, " ")
    .trim();
  const first = words.slice(0, SAMPLES[0]);
  return (
    byWords(first, known) ?? identified(first, toldApart) ?? identified(words.slice(0, SAMPLES[1]), toldApart)
  );
}

/** The language whose small words make up enough of the sample; null where there is none. */
export function byWords(sample: string, known: readonly SmallWords[]): string | null {
  const words = sample.match(/\p{Ll}+/gu) ?? [];
  if (words.length < LEAST_WORDS) return null;
  const found = known.find(
    (language) => words.filter((word) => language.words.has(word)).length >= SMALL_SHARE * words.length,
  );
  return found?.language ?? null;
}

function identified(sample: string, toldApart: readonly string[]): string | null {
  if (toldApart.length === 0) return null;
  if ((sample.match(/\p{L}/gu)?.length ?? 0) < LEAST_LETTERS) return null;
  const [best, next] = detectAll(sample, { only: [...toldApart] });
  if (best === undefined || best.accuracy < LEAST_SURE) return null;
  return next !== undefined && next.accuracy > best.accuracy * CLEAR ? null : best.lang;
}
