// Two events compared: in each comparison the first level that holds, with its weight; the sum with the prior is the
// total match weight (Fellegi and Sunter 1969, as in splink's waterfall chart). Knowledge: knowledge/comparison/levels.yaml.
// Weights are added in thousandths, as whole numbers, so that no order of adding shows.
import { TOLD_APART } from "./cluster.js";
import type { Comparison, ComparisonKnowledge, ComparisonLevel } from "../knowledge/comparison.js";
import type { MatchWeight } from "../model/incident.js";
import { valueNumber, type FeatureSource, type Slots } from "./features.js";

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

/** A level with its conditions as tests of slots. */
interface CompiledLevel {
  readonly level: ComparisonLevel;
  readonly thousandths: number;
  readonly tests: readonly SlotTest[];
}

interface SlotTest {
  readonly slot: number;
  readonly low: number;
  readonly high: number;
  readonly unknown: boolean;
  readonly oneOf: readonly number[] | null;
}

export function comparer(
  knowledge: Pick<ComparisonKnowledge, "prior" | "comparisons">,
  sources: ReadonlyMap<string, FeatureSource>,
): Comparer {
  const prior = thousandthsOf(knowledge.prior);
  const slots: Slots = new Float64Array(8);
  const steps = knowledge.comparisons.map((comparison) => {
    const source = sourceOf(comparison, sources);
    return {
      id: comparison.id,
      fill: source.fill,
      levels: compiled(comparison, source),
      most: Math.max(0, ...comparison.levels.map((level) => thousandthsOf(level.weight))),
    };
  });
  // What the comparisons from here on can still add.
  const ahead = steps.map((_, i) => steps.slice(i + 1).reduce((sum, step) => sum + step.most, 0));
  const reached = (i: number, a: number, b: number): CompiledLevel | null => {
    const { fill, levels } = steps[i]!;
    fill(a, b, slots);
    for (let k = 0; k < levels.length; k++) if (holds(levels[k]!.tests, slots)) return levels[k]!;
    return null;
  };
  return {
    compare(a, b) {
      const weights: MatchWeight[] = [
        { comparison: "prior", level: "in-one-block", weight: knowledge.prior },
      ];
      let total = prior;
      let separate = false;
      steps.forEach(({ id }, i) => {
        const found = reached(i, a, b);
        if (found === null) return;
        weights.push({ comparison: id, level: found.level.id, weight: found.level.weight });
        total += found.thousandths;
        separate ||= found.level.separates;
      });
      return { weights, total: total / 1000, separate };
    },
    thousandths(a, b, floor = -Infinity) {
      let total = prior;
      for (let i = 0; i < steps.length; i++) {
        const found = reached(i, a, b);
        if (found !== null) {
          if (found.level.separates) return TOLD_APART;
          total += found.thousandths;
        }
        if (total + ahead[i]! < floor) return total + ahead[i]!;
      }
      return total;
    },
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
  return compiled(comparison, source).find(({ tests }) => holds(tests, slots))?.level ?? null;
}

function thousandthsOf(weight: number): number {
  return Math.round(weight * 1000);
}

function sourceOf({ id }: Comparison, sources: ReadonlyMap<string, FeatureSource>): FeatureSource {
  const source = sources.get(id);
  if (source === undefined) throw new Error(`no features for the comparison ${id}`);
  return source;
}

function compiled({ id, levels }: Comparison, source: FeatureSource): CompiledLevel[] {
  return levels.map((level) => ({
    level,
    thousandths: thousandthsOf(level.weight),
    tests: Object.entries(level.when).map(([name, condition]): SlotTest => {
      const slot = source.names.indexOf(name);
      if (slot < 0) throw new Error(`the comparison ${id} has no feature ${name}`);
      const test = { slot, low: -Infinity, high: Infinity, unknown: false, oneOf: null };
      if (condition === null) return { ...test, unknown: true };
      if (Array.isArray(condition)) return { ...test, oneOf: condition.map((one) => numberOf(one, id)) };
      if (typeof condition !== "object") {
        const value = numberOf(condition, id);
        return { ...test, low: value, high: value };
      }
      return { ...test, low: condition.atLeast ?? -Infinity, high: condition.atMost ?? Infinity };
    }),
  }));
}

function numberOf(value: string | number | boolean | null, comparison: string): number {
  if (typeof value === "number") return value;
  if (typeof value === "boolean") return value ? 1 : 0;
  const number = value === null ? undefined : valueNumber(value);
  if (number === undefined) throw new Error(`the comparison ${comparison} has no value ${String(value)}`);
  return number;
}

function holds(tests: readonly SlotTest[], slots: Slots): boolean {
  for (let i = 0; i < tests.length; i++) {
    const { slot, low, high, unknown, oneOf } = tests[i]!;
    const value = slots[slot]!;
    if (unknown) {
      if (!Number.isNaN(value)) return false;
    } else if (oneOf !== null) {
      if (!oneOf.includes(value)) return false;
    } else if (!(value >= low && value <= high)) return false;
  }
  return true;
}
