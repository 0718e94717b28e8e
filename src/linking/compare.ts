// Two events compared: in each comparison the first level that holds, with its weight; the sum with the prior is the
// total match weight (Fellegi and Sunter 1969, as in splink's waterfall chart). Knowledge: knowledge/comparison/levels.yaml.
// Weights are added in thousandths, as whole numbers, so that no order of adding shows. What many pairs share is worked out
// once and looked up; what has to be worked out comes last, and only where the sum can still reach what is asked for.
import type { Comparison, ComparisonKnowledge, ComparisonLevel } from "../knowledge/comparison.js";
import type { MatchWeight } from "../model/incident.js";
import { TOLD_APART } from "./cluster.js";
import { ROW, type CodedEvents } from "./coded-events.js";
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
  /** Tells the total of those others for which it is not below the floor. */
  above(a: number, others: Int32Array, floor: number, tell: (other: number, total: number) => void): void;
}

interface Step {
  readonly id: string;
  readonly source: FeatureSource;
  readonly tests: LevelTests;
  /** The most that it can add. */
  readonly most: number;
}

/** Steps that need both events to have something, by what two events have. */
interface Present {
  readonly presence: Mark;
  readonly these: readonly Step[];
  readonly by: (AtPresence | undefined)[];
}

/** What the steps that have nothing to compare add; the others, with the most that each can add and the sum of that. */
interface AtPresence {
  readonly idle: number;
  readonly open: readonly Step[];
  readonly tops: readonly number[];
  readonly ahead: number;
}

/** No weight is so small: not worked out yet; told apart. */
const UNKNOWN = -0x7fffffff;
const SEPARATE = UNKNOWN + 1;

export function comparer(
  knowledge: Pick<ComparisonKnowledge, "prior" | "comparisons">,
  sources: ReadonlyMap<string, FeatureSource>,
  events: Pick<CodedEvents, "rows">,
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

  const coded = grouped(steps, ({ source }) => source.code).map(([code, these]) => ({
    code,
    these,
    known: codePairs(),
  }));
  const marked = grouped(steps, ({ source }) => source.mark).map(([mark, these]) => ({
    mark,
    these,
    known: new Int32Array(mark.size).fill(UNKNOWN),
  }));
  const present = grouped(steps, ({ source }) => source.needs?.presence).map(
    ([presence, these]): Present => ({
      presence,
      these,
      by: Array.from({ length: presence.size }),
    }),
  );
  const whereAt = (these: readonly Step[], at: number, a: number, b: number): AtPresence => {
    // What can still add the most is asked first: whatever it does not add, nothing after it has to make up for.
    const open = these
      .filter(({ source }) => (at & source.needs!.bit) !== 0)
      .map((step) => ({ step, top: step.tests.mostOf(step.source.needs!.known?.(at) ?? {}) }))
      .sort((x, y) => y.top - x.top);
    return {
      idle: worth(
        these.filter(({ source }) => (at & source.needs!.bit) === 0),
        a,
        b,
      ),
      open: open.map(({ step }) => step),
      tops: open.map(({ top }) => top),
      ahead: open.reduce((sum, { top }) => sum + top, 0),
    };
  };
  /** Steps that are left to be worked out for a pair, and the most that each can still add. */
  const left: Step[] = [];
  const tops = new Int32Array(steps.length);
  const rest = steps.filter(({ source }) => source.code === undefined && !source.mark && !source.needs);
  const restMost = rest.reduce((sum, { most }) => sum + most, 0);
  const one = new Int32Array(1);
  /** By other, what is looked up of it and the event in focus; TOLD_APART or less where they are. */
  let sums = new Float64Array(1024);

  /** Looks up what it can, one comparison after the other: so the memory of many is waited for at once. */
  const totals = (a: number, others: Int32Array): void => {
    if (sums.length < others.length) sums = new Float64Array(2 * others.length);
    sums.fill(prior, 0, others.length);
    const { rows } = events;
    for (const { code, these, known } of coded) {
      const x = rows[a * ROW + code]!;
      for (let i = 0; i < others.length; i++) {
        const y = rows[others[i]! * ROW + code]!;
        let found = known.get(x, y);
        if (found === UNKNOWN) known.set(x, y, (found = worth(these, a, others[i]!)));
        sums[i]! += found === SEPARATE ? TOLD_APART : found;
      }
    }
    for (const { mark, these, known } of marked)
      for (let i = 0; i < others.length; i++) {
        const at = mark.of(a, others[i]!);
        let found = at < 0 ? worth(these, a, others[i]!) : known[at]!;
        if (found === UNKNOWN) found = known[at] = worth(these, a, others[i]!);
        sums[i]! += found === SEPARATE ? TOLD_APART : found;
      }
  };

  /** What is looked up and what is worked out together; any number below the floor may stand for less. */
  const finished = (a: number, b: number, i: number, floor: number): number => {
    let total = sums[i]!;
    if (total <= TOLD_APART / 2) return TOLD_APART;
    let ahead = restMost;
    let count = 0;
    for (const { presence, these, by } of present) {
      const at = presence.of(a, b);
      const here = (by[at] ??= whereAt(these, at, a, b));
      if (here.idle === SEPARATE) return TOLD_APART;
      total += here.idle;
      ahead += here.ahead;
      if (total + ahead < floor) continue;
      for (let k = 0; k < here.open.length; k++) {
        left[count] = here.open[k]!;
        tops[count++] = here.tops[k]!;
      }
    }
    if (total + ahead < floor) return total + ahead;
    for (let k = 0; k < count; k++) {
      const { source, tests } = left[k]!;
      if (source.atMost === undefined) continue;
      const top = tests.most(Math.min(source.atMost(a), source.atMost(b)));
      if (top >= tops[k]!) continue;
      ahead += top - tops[k]!;
      tops[k] = top;
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
  };

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
      one[0] = b;
      totals(a, one);
      return finished(a, b, 0, floor);
    },
    above(a, others, floor, tell) {
      totals(a, others);
      for (let i = 0; i < others.length; i++) {
        const other = others[i]!;
        const total = finished(a, other, i, floor);
        if (total >= floor) tell(other, total);
      }
    },
  };
}

/** Codes that came early are those of many events: for pairs of them there is a row each. For pairs with one from here on, a small table. */
const LATE = 1023;
const MEMO_BITS = 14;

/** What is known of pairs of codes, UNKNOWN where nothing is, or not any more. */
function codePairs(): { get(x: number, y: number): number; set(x: number, y: number, value: number): void } {
  const rows: (Int32Array | undefined)[] = Array.from({ length: LATE + 1 });
  const memo = new Int32Array(4 << MEMO_BITS).fill(UNKNOWN);
  /** Of what an event does not have, 0. */
  const early = (code: number) => (code < 0 ? 0 : code + 1);
  const at = (low: number, high: number) =>
    ((Math.imul(low, 0x9e3779b1) ^ Math.imul(high, 0x85ebca6b)) >>> (32 - MEMO_BITS)) << 2;
  return {
    get(x, y) {
      if (x < LATE && y < LATE) {
        const row = rows[early(x)];
        return row === undefined ? UNKNOWN : row[early(y)]!;
      }
      const [low, high] = x < y ? [x, y] : [y, x];
      const i = at(low, high);
      return memo[i] === low && memo[i + 1] === high ? memo[i + 2]! : UNKNOWN;
    },
    set(x, y, value) {
      if (x < LATE && y < LATE) {
        const row = (rows[early(x)] ??= new Int32Array(LATE + 1).fill(UNKNOWN));
        row[early(y)] = value;
        return;
      }
      const [low, high] = x < y ? [x, y] : [y, x];
      const i = at(low, high);
      // A later pair takes the place of an earlier one that falls on it.
      [memo[i], memo[i + 1], memo[i + 2]] = [low, high, value];
    },
  };
}

/** Steps by the object that what they say follows from; those without one are left out. */
function grouped<T extends object | number>(
  steps: readonly Step[],
  by: (step: Step) => T | undefined,
): [T, Step[]][] {
  const found = new Map<T, Step[]>();
  for (const step of steps) {
    const key = by(step);
    if (key !== undefined) found.set(key, [...(found.get(key) ?? []), step]);
  }
  return [...found];
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
