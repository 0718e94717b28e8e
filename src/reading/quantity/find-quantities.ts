// From sentences to quantities in text order: numerals and vague words with their bounds ("at least", "up to", "or more"),
// read as Counts (record-format.md, Count). Longest phrase from the left wins; measures, dates and labels carry a unit.
// Knowledge: knowledge/quantity/. Leaves alone: what is counted, bare plurals, and whether an article counts.
import type { NumeralTable } from "../../base/numeral.js";
import { firstWords, readNumeral } from "../../base/numeral.js";
import type { PhraseGrammar, PhraseMatch, Reading, Starts } from "../../base/phrase-grammar.js";
import { PhraseMatcher, captured, compileGrammar, startsOf, startsWith } from "../../base/phrase-grammar.js";
import type { Count } from "../../model/count.js";
import type { Quantity, QuantityUnit } from "../../model/quantity.js";
import type { Sentence } from "../../model/sentence.js";
import type { QuantityKnowledge, QuantityRule } from "../../knowledge/quantity.js";

export interface QuantityReader {
  readonly knowledge: QuantityKnowledge;
  readonly numerals: NumeralTable;
  readonly grammar: PhraseGrammar<QuantityRule>;
  readonly starts: ReadonlyMap<string, Starts>;
}

export function prepareQuantities(knowledge: QuantityKnowledge, numerals: NumeralTable): QuantityReader {
  const grammar = compileGrammar(knowledge.rules);
  const starts = startsOf(grammar, () => ({ words: firstWords(numerals), figures: true }));
  return { knowledge, numerals, grammar, starts };
}

export function findQuantities(
  text: string,
  sentences: readonly Sentence[],
  reader: QuantityReader,
): Quantity[] {
  const found: Quantity[] = [];
  const begins = reader.starts.get("quantity");
  for (const sentence of sentences) {
    const words = sentence.tokens.map((token) => token.lower);
    const matcher = new PhraseMatcher<QuantityRule, number>(
      reader.grammar,
      reader.starts,
      words,
      (category, at) => (category === "n" ? numeralAt(words, at, reader) : NONE),
      () => 0,
    );
    for (let at = 0; at < words.length;) {
      const match = startsWith(begins, words[at]!) ? bestOf(matcher.matches("quantity", at), matcher) : null;
      if (match && match.rule.count !== null) found.push(quantityOf(text, sentence, words, match, reader));
      at = match ? Math.max(match.to, at + 1) : at + 1;
    }
  }
  return found;
}

const NONE: readonly Reading<number>[] = [];

function numeralAt(
  words: readonly string[],
  at: number,
  { numerals }: QuantityReader,
): readonly Reading<number>[] {
  if (/^0\d/.test(words[at]!)) return NONE;
  const numeral = readNumeral(words, at, numerals);
  return numeral ? [{ length: numeral.length, value: numeral.value }] : NONE;
}

type Match = PhraseMatch<QuantityRule, number>;

/** The best of the matches whose bounds are in order: "two or three", but not "ten to five". */
function bestOf(matches: readonly Match[], matcher: PhraseMatcher<QuantityRule, number>): Match | null {
  return matcher.bestOf(
    matches.filter((match) => {
      const count = match.rule.count && countOf(match);
      return !count || count.min === undefined || count.max === undefined || count.min <= count.max;
    }),
  );
}

function countOf({ rule, captures }: Match): Count {
  const { min, max, approx } = rule.count!;
  const bound = (written: string | number): number =>
    typeof written === "number" ? written : captured(captures, written.slice(1))!;
  return {
    ...(min === undefined ? {} : { min: bound(min) }),
    ...(max === undefined ? {} : { max: bound(max) }),
    ...(approx ? { approx } : {}),
  };
}

function quantityOf(
  text: string,
  sentence: Sentence,
  words: readonly string[],
  match: Match,
  reader: QuantityReader,
): Quantity {
  const { tokens } = sentence;
  const span = { start: tokens[match.from]!.start, end: tokens[match.to - 1]!.end };
  const count = countOf(match);
  let head = match.to;
  while (head < words.length && reader.knowledge.skipped.has(words[head]!)) head++;
  return {
    ...span,
    quote: text.slice(span.start, span.end),
    count,
    unit: unitOf(words, match, count, reader),
    article: match.rule.article ?? false,
    sentence: sentence.index,
    first: match.from,
    head,
    derivation: { stage: "count", rule: match.rule.id, span },
  };
}

function unitOf(
  words: readonly string[],
  { rule, from, to }: Match,
  count: Count,
  { knowledge }: QuantityReader,
): QuantityUnit | null {
  if (rule.unit) return rule.unit;
  const before = words[from - 1] ?? "";
  const given = knowledge.unitsBefore.get(before === "." ? (words[from - 2] ?? "") : before);
  const measure = knowledge.units.get(words[to] ?? "") ?? given;
  if (measure) return measure;
  return isYear(words, from, to, count) && (to - from > 1 || follows(words, from, knowledge)) ? "date" : null;
}

/** "2016", "between 2015 and 2017": figures of the form of a year. */
function isYear(words: readonly string[], from: number, to: number, { min, max }: Count): boolean {
  const ofForm = (n: number | undefined): boolean => n !== undefined && n >= 1900 && n < 2100;
  const figures = words.slice(from, to).filter((word) => /^\d/.test(word));
  return (
    ofForm(min) &&
    ofForm(max) &&
    figures.every((word) => /^\d{4}$/.test(word)) &&
    (to - from === 1 || min !== max)
  );
}

/** After "in", or after a day and its month. */
function follows(
  words: readonly string[],
  from: number,
  { yearAfter, units, unitsBefore }: QuantityKnowledge,
): boolean {
  const before = words[from - 1] ?? "";
  const isDate = (word: string | undefined): boolean =>
    word !== undefined && (units.get(word) === "date" || unitsBefore.get(word) === "date");
  return yearAfter.has(before) || (/^\d\d?$/.test(before) && isDate(words[from - 2])) || isDate(before);
}
