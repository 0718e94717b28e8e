// Numbers written in figures or words, read from a table of a language's number words; the algorithm knows no word.
// Comes in: lower-case words and a position; goes out: the value and how many words it took. Knowledge: knowledge/quantity/*numerals.yaml.
// Leaves alone: ordinals, fractions, and what is counted.

export interface NumeralTable {
  /** "seven" → 7, "forty" → 40: what adds up below a hundred. */
  readonly units: ReadonlyMap<string, number>;
  /** "hundred" → 100, "thousand" → 1000: what multiplies what stands before it. */
  readonly scales: ReadonlyMap<string, number>;
  /** "and", as in "two hundred and five". */
  readonly joiners: ReadonlySet<string>;
  /** "a", as in "a hundred": one, but only before a scale. */
  readonly articles: ReadonlySet<string>;
}

export interface Numeral {
  readonly value: number;
  /** Words taken. */
  readonly length: number;
  /** True where it begins with figures. */
  readonly figures: boolean;
}

const FIGURES = /^(?:\d{1,3}(?:,\d{3})+|\d{1,15})(?:\.\d{1,6})?$/;

/** The longest numeral that begins at `at`, or null. `readNumeral(["a", "hundred", "and", "two"], 0, english)` is 102. */
export function readNumeral(words: readonly string[], at: number, table: NumeralTable): Numeral | null {
  const first = words[at];
  if (first === undefined) return null;
  const code = first.charCodeAt(0);
  if (code >= 48 && code <= 57) return readFigures(words, at, table);
  return readWords(words, at, table);
}

/** The words that a numeral in words can begin with, "twenty-four" included. */
export function firstWords(table: NumeralTable): ReadonlySet<string> {
  const tens = [...table.units].filter(([, value]) => value >= 20 && value % 10 === 0);
  const ones = [...table.units].filter(([, value]) => value >= 1 && value < 10);
  const joined = tens.flatMap(([ten]) => ones.map(([one]) => `${ten}-${one}`));
  return new Set([...table.units.keys(), ...table.articles, ...joined]);
}

function readFigures(words: readonly string[], at: number, table: NumeralTable): Numeral | null {
  const first = words[at]!;
  if (!FIGURES.test(first)) return null;
  let value = Number(first.replaceAll(",", ""));
  let next = at + 1;
  for (let scale; (scale = table.scales.get(words[next] ?? "")) !== undefined && next < at + 3; next++) {
    value *= scale;
  }
  return { value: Math.round(value * 1e6) / 1e6, length: next - at, figures: true };
}

function readWords(words: readonly string[], at: number, table: NumeralTable): Numeral | null {
  let total = 0;
  let current = 0;
  let next = at;
  let read = false;
  if (table.articles.has(words[at]!)) {
    if (!table.scales.has(words[at + 1] ?? "")) return null;
    current = 1;
    next = at + 1;
  }
  for (;;) {
    let from = next;
    if (read && (table.joiners.has(words[from] ?? "") || words[from] === "-")) from++;
    const word = words[from];
    if (word === undefined) break;
    const unit = unitOf(word, table);
    const scale = table.scales.get(word);
    if (unit !== null) {
      // "twenty four" and "hundred and four" go on; "two three" and "four twenty" do not.
      const room = current % 100 === 0 ? 100 : current % 10 === 0 && current % 100 >= 20 ? 10 : 0;
      if (unit >= room || (read && from > next && words[next] !== "-" && current % 100 !== 0)) break;
      if (from > next && words[next] !== "-" && current < 100 && total === 0) break;
      current += unit;
    } else if (scale !== undefined && (read || next > at) && (from === next || words[next] === "-")) {
      if (scale >= 1000) {
        total += current * scale;
        current = 0;
      } else current *= scale;
    } else break;
    read = true;
    next = from + 1;
  }
  return read ? { value: total + current, length: next - at, figures: false } : null;
}

/** "four", and "twenty-four" written as one word. */
function unitOf(word: string, table: NumeralTable): number | null {
  const unit = table.units.get(word);
  if (unit !== undefined) return unit;
  const hyphen = word.indexOf("-");
  if (hyphen < 0) return null;
  const tens = table.units.get(word.slice(0, hyphen));
  const ones = table.units.get(word.slice(hyphen + 1));
  return tens !== undefined && ones !== undefined && tens >= 20 && tens % 10 === 0 && ones >= 1 && ones < 10
    ? tens + ones
    : null;
}
