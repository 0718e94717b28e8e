// The tallies of a document: numbers of happenings, or of people over several, that somebody states for a period, a place or an
// actor. Comes in: the layers of earlier stages and, as a function, the attribution of a span. Goes out: Tally[] in text order
// (record-format.md, Tally). Knowledge: knowledge/tallies.
// Leaves alone: the casualties of one event (reading/events), sums that nobody states.
import { bySpan, quoted, type Span } from "../../base/span.js";
import type { TallyKnowledge } from "../../knowledge/tallies.js";
import type { ReadingLayers } from "../../model/reading-layers.js";
import type { SaidBy } from "../../model/said-by.js";
import type { Tally } from "../../model/tally.js";
import { countedNumbers, type CountedNumber } from "./counted-number.js";
import { coverageOf, type Coverage } from "./coverage.js";
import { groundsOf, type Ground } from "./ground.js";
import { partiesOf } from "./parties.js";

export interface TallyReadingKnowledge {
  readonly tallies: TallyKnowledge;
}

/** A longer run of tokens is a table or a list, no sentence. */
const LONGEST = 600;
/** Longest stretch of words, in tokens, that a quote may show beside the number's own. */
const QUOTE_REACH = 14;

export function findTallies(
  layers: ReadingLayers,
  saidBy: SaidBy,
  { tallies }: TallyReadingKnowledge,
): Tally[] {
  const found: Tally[] = [];
  let before: Coverage | null = null;
  for (const ground of groundsOf(layers)) {
    if (ground.tokens.length > LONGEST) continue;
    let last: Coverage | null = null;
    for (const number of countedNumbers(ground, tallies)) {
      const coverage = coverageOf(ground, number, layers.published, before, tallies);
      if (coverage === null) continue;
      if (coverage.rule !== "scale" && coverage.rule !== "war") last = coverage;
      if (!isVague(number)) found.push(tallyOf(ground, number, coverage, layers, saidBy, tallies));
    }
    before = last;
  }
  return oneEach(found);
}

/** Fewer happenings than this, several people, and a vague number of what needs an exact one, are no numbers to compare. */
const FEWEST = 3;

function isVague({ of, count, counted, repeated }: CountedNumber): boolean {
  const most = count.max ?? count.min ?? 0;
  if (!repeated && most < FEWEST && (of === "event" || count.approx === true)) return true;
  return counted.exact && count.approx === true && count.max === undefined;
}

function tallyOf(
  ground: Ground,
  number: CountedNumber,
  coverage: Coverage,
  layers: ReadingLayers,
  saidBy: SaidBy,
  knowledge: TallyKnowledge,
): Tally {
  const span = quoteOf(ground, number, coverage);
  const { sources, stance, derivation } = saidBy(spanOf(ground, number));
  return {
    what: number.counted.what,
    count: number.count,
    period: coverage.period,
    ...partiesOf(ground, number, sources, knowledge, layers.text),
    stance,
    sources,
    ...quoted(layers.text, span),
    derivation: [
      { stage: "tally", rule: number.counted.id, span: spanOf(ground, number) },
      {
        stage: "tally",
        rule: `coverage/${coverage.rule}`,
        span: coverage.words === null ? null : spanOf(ground, coverage.words),
      },
      ...derivation,
    ],
  };
}

/** The number with what it counts, and the words for its time or its war where they stand near. */
function quoteOf(ground: Ground, number: CountedNumber, { words }: Coverage): Span {
  const near =
    words !== null && words.from - number.to <= QUOTE_REACH && number.from - words.to <= QUOTE_REACH;
  if (!near) return spanOf(ground, number);
  return spanOf(ground, { from: Math.min(number.from, words.from), to: Math.max(number.to, words.to) });
}

function spanOf({ tokens }: Ground, range: { readonly from: number; readonly to: number }): Span {
  return { start: tokens[range.from]!.start, end: tokens[Math.min(range.to, tokens.length) - 1]!.end };
}

/** Told again with nothing that differs, in the title and the text, it is one tally: the fullest of them, the first of equals. */
function oneEach(tallies: readonly Tally[]): Tally[] {
  const byNumber = new Map<string, Tally[]>();
  for (const tally of tallies) {
    const key = `${tally.what} ${tally.count.min} ${tally.count.max}`;
    const kept = byNumber.get(key);
    if (kept === undefined) byNumber.set(key, [tally]);
    else {
      const same = kept.findIndex((other) => isSame(other, tally));
      if (same < 0 && kept.length < MOST_SAME) kept.push(tally);
      else if (same >= 0 && told(tally) > told(kept[same]!)) kept[same] = tally;
    }
  }
  return [...byNumber.values()].flat().sort(bySpan);
}
/** One number is not told of more than this many places in earnest: keeps hostile texts linear. */
const MOST_SAME = 32;

function isSame(a: Tally, b: Tally): boolean {
  const agree = (x: string | null, y: string | null): boolean => x === null || y === null || x === y;
  const [one, other] = [a.sources[0]?.name ?? null, b.sources[0]?.name ?? null];
  return (
    agree(a.period, b.period) && agree(a.place, b.place) && agree(a.target, b.target) && agree(one, other)
  );
}

function told({ period, place, perpetrator, target, sources }: Tally): number {
  return (
    [period, place, perpetrator, target].filter((value) => value !== null).length +
    (sources.length > 0 ? 1 : 0)
  );
}
