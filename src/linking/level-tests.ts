// The levels of a comparison as tests of slots: a level holds where every condition does, and the first that holds speaks. In: a
// comparison of knowledge/comparison/levels.yaml and the names of its features. Out: the number of the level that holds.
import type { Comparison, ComparisonLevel } from "../knowledge/comparison.js";
import type { Slots } from "./feature-source.js";
import { valueNumber } from "./features.js";

export interface LevelTests {
  readonly levels: readonly ComparisonLevel[];
  /** In thousandths, by level. */
  readonly weights: readonly number[];
  /** The first level that holds; -1 where none does. */
  first(slots: Slots): number;
  /** The most that any level adds where the first feature is not above this. */
  most(atMost: number): number;
  /** The most that is added, not below zero, where some features are known, by name. */
  mostOf(known: Readonly<Record<string, number>>): number;
}

/** A condition: between two ends; unknown (NaN); one of several. */
interface SlotTest {
  readonly slot: number;
  readonly low: number;
  readonly high: number;
  readonly unknown: boolean;
  readonly oneOf: readonly number[] | null;
}

export function levelTests({ id, levels }: Comparison, names: readonly string[]): LevelTests {
  const tests: SlotTest[] = [];
  const ends = levels.map((level) => {
    for (const [name, condition] of Object.entries(level.when)) {
      const slot = names.indexOf(name);
      if (slot < 0) throw new Error(`the comparison ${id} has no feature ${name}`);
      const test = { slot, low: -Infinity, high: Infinity, unknown: false, oneOf: null };
      if (condition === null) tests.push({ ...test, unknown: true });
      else if (Array.isArray(condition))
        tests.push({ ...test, oneOf: condition.map((one) => numberOf(one, id)) });
      else if (typeof condition === "object")
        tests.push({ ...test, low: condition.atLeast ?? -Infinity, high: condition.atMost ?? Infinity });
      else tests.push({ ...test, low: numberOf(condition, id), high: numberOf(condition, id) });
    }
    return tests.length;
  });
  const slot = Int32Array.from(tests, (test) => test.slot);
  const low = Float64Array.from(tests, (test) => test.low);
  const high = Float64Array.from(tests, (test) => test.high);
  const plain = Int32Array.from(tests, ({ unknown, oneOf }) => (unknown || oneOf !== null ? 0 : 1));
  const ending = Int32Array.from(ends);
  const weights = levels.map(({ weight }) => thousandthsOf(weight));
  const leasts = levels.map((_, level) =>
    tests
      .slice(ends[level - 1] ?? 0, ends[level])
      .reduce((most, test) => (test.slot === 0 ? Math.max(most, test.low) : most), -Infinity),
  );
  const special = ({ unknown, oneOf }: SlotTest, value: number): boolean =>
    unknown ? Number.isNaN(value) : oneOf!.includes(value);
  const first = (slots: Slots): number => {
    let t = 0;
    for (let level = 0; level < ending.length; level++) {
      const end = ending[level]!;
      for (; t < end; t++) {
        const value = slots[slot[t]!]!;
        if (plain[t] === 1 ? !(value >= low[t]! && value <= high[t]!) : !special(tests[t]!, value)) break;
      }
      if (t === end) return level;
      t = end;
    }
    return -1;
  };
  /** Every value of a feature that some test could tell from the next. */
  const valuesOf = (at: number): number[] => {
    const ends = tests.flatMap((test) =>
      test.slot === at ? [test.low, test.high, ...(test.oneOf ?? [])].filter(Number.isFinite) : [],
    );
    const sorted = [...new Set(ends)].sort((x, y) => x - y);
    const between = sorted.flatMap((end, i) => [end, (end + (sorted[i + 1] ?? end + 2)) / 2]);
    return [NaN, (sorted[0] ?? 0) - 1, ...between];
  };
  return {
    levels,
    weights,
    first,
    mostOf(known) {
      const slots = new Float64Array(names.length);
      let most = 0;
      const tryAll = (at: number): void => {
        if (at === names.length) most = Math.max(most, weights[first(slots)] ?? 0);
        else
          for (const value of known[names[at]!] === undefined ? valuesOf(at) : [known[names[at]!]!]) {
            slots[at] = value;
            tryAll(at + 1);
          }
      };
      tryAll(0);
      return most;
    },
    most(atMost) {
      let most = 0;
      for (let level = 0; level < leasts.length; level++)
        if (leasts[level]! <= atMost && weights[level]! > most) most = weights[level]!;
      return most;
    },
  };
}

export function thousandthsOf(weight: number): number {
  return Math.round(weight * 1000);
}

function numberOf(value: string | number | boolean | null, comparison: string): number {
  if (typeof value === "number") return value;
  if (typeof value === "boolean") return value ? 1 : 0;
  const number = value === null ? undefined : valueNumber(value);
  if (number === undefined) throw new Error(`the comparison ${comparison} has no value ${String(value)}`);
  return number;
}
