// Two events compared: in each comparison the first level that holds, with its weight; the sum with the prior is the
// total match weight (Fellegi and Sunter 1969, as in splink's waterfall chart). Knowledge: knowledge/comparison/levels.yaml.
// Weights are added in thousandths, as whole numbers, so that no order of adding shows. What many pairs share is worked out
// once and looked up; what has to be worked out comes last, and only where the sum can still reach what is asked for.
import type { Comparison, ComparisonKnowledge, ComparisonLevel } from "../knowledge/comparison.js";
import type { MatchWeight } from "../model/incident.js";
import { TOLD_APART } from "./cluster.js";
import type { FeatureSource, Mark, Slots } from "./feature-source.js";
import { levelTests, thousandthsOf, type LevelTests } from "./level-tests.js";

export interface PairComparison {
  /** The prior first, then a weight for each comparison that reached a level, in the order of the knowledge. */
  readonly weights: readonly MatchWeight[];
  readonly total: number;
  /** True where a level says that these are never one incident. */
  readonly separate: boolean;
}

export interface Comparer {
  compare(a: number, b: number): PairComparison;
  /** The total in thousandths, TOLD_APART where a level separates the two; `floor`: any number below it may stand for less. */
  thousandths(a: number, b: number, floor?: number): number;
}

interface Step {
  readonly id: string;
  readonly source: FeatureSource;
  readonly tests: LevelTests;
  /** The most that it can add. */
  readonly most: number;
}

/** No weight is so small: not worked out yet; told apart. */
const UNKNOWN = -0x7fffffff;
const SEPARATE = UNKNOWN + 1;

export function comparer(
  knowledge: Pick<ComparisonKnowledge, "prior" | "comparisons">,
  sources: ReadonlyMap<string, FeatureSource>,
): Comparer {
  const prior = thousandthsOf(knowledge.prior);
  const slots: Slots = new Float64Array(8);
  const steps = knowledge.comparisons.map((comparison): Step => {
    const source = sourceOf(comparison, sources);
    const tests = levelTests(comparison, source.names);
    return { id: comparison.id, source, tests, most: tests.most(Infinity) };
  });
  const reached = ({ source, tests }: Step, a: number, b: number): number => {
    source.fill(a, b, slots);
    return tests.first(slots);
  };
  /** What these steps add together. */
  const worth = (these: readonly Step[], a: number, b: number): number => {
    let sum = 0;
    for (let i = 0; i < these.length; i++) {
      const { tests } = these[i]!;
      const level = reached(these[i]!, a, b);
      if (level < 0) continue;
      if (tests.levels[level]!.separates) return SEPARATE;
      sum += tests.weights[level]!;
    }
    return sum;
  };

  const coded = grouped(steps, ({ source }) => source.codes).map(([codes, these]) => ({
    codes,
    these,
    memo: new Int32Array(MEMO * 4).fill(UNKNOWN),
  }));
  const marked = grouped(steps, ({ source }) => source.mark).map(([mark, these]) => ({
    mark,
    these,
    known: new Int32Array(mark.size).fill(UNKNOWN),
  }));
  const present = grouped(steps, ({ source }) => source.needs?.presence).map(([presence, these]) =>
    byPresence(presence, these),
  );
  /** Steps that are left to be worked out for a pair, and the most that each can still add. */
  const left: Step[] = [];
  const tops = new Int32Array(steps.length);
  const rest = steps.filter(({ source }) => !source.codes && !source.mark && !source.needs);
  const restMost = rest.reduce((sum, { most }) => sum + most, 0);

  return {
    compare(a, b) {
      const weights: MatchWeight[] = [
        { comparison: "prior", level: "in-one-block", weight: knowledge.prior },
      ];
      let total = prior;
      let separate = false;
      for (const step of steps) {
        const at = reached(step, a, b);
        if (at < 0) continue;
        const level = step.tests.levels[at]!;
        weights.push({ comparison: step.id, level: level.id, weight: level.weight });
        total += step.tests.weights[at]!;
        separate ||= level.separates;
      }
      return { weights, total: total / 1000, separate };
    },
    thousandths(a, b, floor = -Infinity) {
      let total = prior;
      for (let i = 0; i < coded.length; i++) {
        const { codes, these, memo } = coded[i]!;
        const x = codes[a]!;
        const y = codes[b]!;
        const low = x < y ? x : y;
        const high = x < y ? y : x;
        // A later pair takes the place of an earlier one that falls on it.
        const at = ((Math.imul(low, 0x9e3779b1) ^ Math.imul(high, 0x85ebca6b)) >>> (32 - MEMO_BITS)) << 2;
        if (memo[at] !== low || memo[at + 1] !== high) {
          memo[at + 2] = worth(these, a, b);
          memo[at] = low;
          memo[at + 1] = high;
        }
        const found = memo[at + 2]!;
        if (found === SEPARATE) return TOLD_APART;
        total += found;
      }
      for (let i = 0; i < marked.length; i++) {
        const { mark, these, known } = marked[i]!;
        const at = mark.of(a, b);
        let found = at < 0 ? worth(these, a, b) : known[at]!;
        if (found === UNKNOWN) found = known[at] = worth(these, a, b);
        if (found === SEPARATE) return TOLD_APART;
        total += found;
      }
      let ahead = restMost;
      let count = 0;
      for (let i = 0; i < present.length; i++) {
        const { presence, idle, settled, open } = present[i]!;
        const at = presence.of(a, b);
        let found = settled[at]!;
        if (found === UNKNOWN) found = settled[at] = worth(idle[at]!, a, b);
        if (found === SEPARATE) return TOLD_APART;
        total += found;
        const these = open[at]!;
        for (let k = 0; k < these.length; k++) {
          const step = these[k]!;
          left[count] = step;
          ahead += tops[count++] = topOf(step, a, b);
        }
      }
      for (let k = 0; k < count; k++) {
        if (total + ahead < floor) return total + ahead;
        const step = left[k]!;
        const level = reached(step, a, b);
        ahead -= tops[k]!;
        if (level < 0) continue;
        if (step.tests.levels[level]!.separates) return TOLD_APART;
        total += step.tests.weights[level]!;
      }
      const found = rest.length === 0 ? 0 : worth(rest, a, b);
      return found === SEPARATE ? TOLD_APART : total + found;
    },
  };
}

const MEMO_BITS = 16;
const MEMO = 1 << MEMO_BITS;

/** The most that a step can add to this pair. */
function topOf({ source: { atMost }, tests, most }: Step, a: number, b: number): number {
  return atMost === undefined ? most : tests.most(Math.min(atMost(a), atMost(b)));
}

/** Steps by the object that what they say follows from; those without one are left out. */
function grouped<T>(steps: readonly Step[], by: (step: Step) => T | undefined): [T, Step[]][] {
  const found = new Map<T, Step[]>();
  for (const step of steps) {
    const key = by(step);
    if (key !== undefined) found.set(key, [...(found.get(key) ?? []), step]);
  }
  return [...found];
}

/** By the presence of sections in a pair: steps that have nothing to compare, with what they add once that is known; and others. */
function byPresence(presence: Mark, these: readonly Step[]) {
  const all = Array.from({ length: presence.size }, (_, at) => at);
  const open = all.map((at) => these.filter(({ source }) => (at & source.needs!.bit) !== 0));
  return {
    presence,
    open,
    idle: all.map((at) => these.filter(({ source }) => (at & source.needs!.bit) === 0)),
    settled: new Int32Array(presence.size).fill(UNKNOWN),
  };
}

/** The first level of a comparison whose every condition holds for a pair; null where none does. */
export function levelOf(
  comparison: Comparison,
  sources: ReadonlyMap<string, FeatureSource>,
  a: number,
  b: number,
): ComparisonLevel | null {
  const source = sourceOf(comparison, sources);
  const slots: Slots = new Float64Array(8);
  source.fill(a, b, slots);
  return comparison.levels[levelTests(comparison, source.names).first(slots)] ?? null;
}

function sourceOf({ id }: Comparison, sources: ReadonlyMap<string, FeatureSource>): FeatureSource {
  const source = sources.get(id);
  if (source === undefined) throw new Error(`no features for the comparison ${id}`);
  return source;
}
