// Lexical categories of the time grammar: words from the lexicon, numbers, and shapes of figures (years, days of a month,
// clocks, dotted dates). Comes in: the words of a sentence; goes out: readings for a category at a position.
import type { NumeralTable } from "../../base/numeral.js";
import { firstWords, readNumeral } from "../../base/numeral.js";
import type { Reading, Starts } from "../../base/phrase-grammar.js";
import type { TimeMeaning } from "../../model/time-meaning.js";
import type { TimeKnowledge } from "../../knowledge/time.js";
import type { TimeWord } from "./time-words.js";

/** What a capture holds: a number, a name of the lexicon, or the meaning of a nested phrase. */
export type Captured = string | number | TimeMeaning;

const NOTHING: readonly Reading<Captured>[] = [];

type Shape = (figures: string, next: string | undefined) => Captured | null;

const SHAPES: Readonly<Record<string, Shape>> = {
  year: (f) => (/^(?:1[5-9]|20)\d\d$/.test(f) ? Number(f) : null),
  dom: (f) => (/^(?:0?[1-9]|[12]\d|3[01])$/.test(f) ? Number(f) : null),
  /** A day that can be no month. */
  dom13: (f) => (/^(?:1[3-9]|2\d|3[01])$/.test(f) ? Number(f) : null),
  mon: (f) => (/^(?:0?[1-9]|1[0-2])$/.test(f) ? Number(f) : null),
  yy: (f) => (/^\d\d$/.test(f) ? (Number(f) < 50 ? 2000 : 1900) + Number(f) : null),
  /** "1980" before "s". */
  decade: (f) =>
    /^(?:1[5-9]|20)\d0$/.test(f) ? Number(f) / 10 : /^[2-9]0$/.test(f) ? 190 + Number(f) / 10 : null,
  hour: (f) => (/^(?:[01]?\d|2[0-4])$/.test(f) ? Number(f) : null),
  clock: (f) => clockOf(/^([01]?\d|2[0-4]):([0-5]\d)(?::[0-5]\d)?$/.exec(f)),
  /** "2.45": only where a pattern says that it is a time. */
  "point-clock": (f) => clockOf(/^([01]?\d|2[0-4])\.([0-5]\d)$/.exec(f)),
  /** "0914" and "715": hours and minutes without a colon, only where a pattern says that it is a time. */
  "bare-clock": (f) => clockOf(/^([01]?\d|2[0-4])([0-5]\d)$/.exec(f)),
  /** "1.10.2017" in the order day, month, year. */
  "dotted-date": (f) => {
    const m = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/.exec(f);
    return m && Number(m[1]) <= 31 && Number(m[2]) <= 12
      ? { day: Number(m[1]), month: Number(m[2]), year: Number(m[3]) }
      : null;
  },
};

function clockOf(match: RegExpExecArray | null): TimeMeaning | null {
  return match ? { hour: Number(match[1]), minute: Number(match[2]) } : null;
}

export function lexicalReader(
  words: readonly TimeWord[],
  lowers: readonly string[],
  knowledge: TimeKnowledge,
  numerals: NumeralTable,
): (category: string, at: number) => readonly Reading<Captured>[] {
  return (category, at) => {
    const word = words[at];
    if (word === undefined) return NOTHING;
    const code = word.lower.charCodeAt(0);
    const isFigure = code >= 48 && code <= 57;
    if (category === "n") {
      const numeral = readNumeral(lowers, at, numerals);
      return numeral && Number.isInteger(numeral.value)
        ? [{ length: numeral.length, value: numeral.value }]
        : NOTHING;
    }
    if (category === SPOKEN_YEAR) return spokenYear(lowers, at, numerals);
    const shape = SHAPES[category];
    if (shape) {
      const value = isFigure && word.lower.length <= 10 ? shape(word.lower, lowers[at + 1]) : null;
      return value === null ? NOTHING : [{ length: 1, value }];
    }
    const entries = knowledge.lexicon.get(word.lower);
    if (!entries) return NOTHING;
    for (const entry of entries) {
      if (entry.category === category && (word.capital || !entry.capital))
        return [{ length: 1, value: entry.value }];
    }
    return NOTHING;
  };
}

const SPOKEN_YEAR = "spoken-year";

/** Two numerals for the century and the year within it: "nineteen ninety-six" is 1996. */
function spokenYear(
  lowers: readonly string[],
  at: number,
  numerals: NumeralTable,
): readonly Reading<Captured>[] {
  const century = readNumeral(lowers, at, numerals);
  if (century === null || century.figures || century.value < 17 || century.value > 20) return NOTHING;
  const within = readNumeral(lowers, at + century.length, numerals);
  if (within === null || within.figures || within.value < 10 || within.value > 99) return NOTHING;
  // "nineteen twenty-year-olds" are people.
  if (lowers[at + century.length + within.length] === "-") return NOTHING;
  return [{ length: century.length + within.length, value: century.value * 100 + within.value }];
}

/** The words that a lexical category can begin with. */
export function startsOfLexical(category: string, knowledge: TimeKnowledge, numerals: NumeralTable): Starts {
  if (category === "n") return { words: firstWords(numerals), figures: true };
  if (category === SPOKEN_YEAR) return { words: firstWords(numerals), figures: false };
  if (category in SHAPES) return { words: new Set(), figures: true };
  const words = [...knowledge.lexicon].filter(([, entries]) =>
    entries.some((entry) => entry.category === category),
  );
  return { words: new Set(words.map(([word]) => word)), figures: false };
}
