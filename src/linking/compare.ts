// Two events compared: in each comparison the first level that holds, with its weight; the sum with the prior is the
// total match weight (Fellegi and Sunter 1969, as in splink's waterfall chart). Knowledge: knowledge/comparison/levels.yaml.
// Weights are added in thousandths, as whole numbers, so that no order of adding shows.
import type { ComparisonKnowledge, ComparisonLevel, LevelCondition } from "../knowledge/comparison.js";
import type { MatchWeight } from "../model/incident.js";
import type { EventProfile } from "./event-profile.js";
import { pairFeatures, type Features } from "./features.js";
import type { Rarity } from "./words.js";

export interface PairComparison {
  /** The prior first, then a weight for each comparison that reached a level, in the order of the knowledge. */
  readonly weights: readonly MatchWeight[];
  readonly total: number;
  /** True where a level says that these are never one incident. */
  readonly separate: boolean;
}

export interface Comparer {
  compare(a: EventProfile, b: EventProfile): PairComparison;
  /** The total in thousandths, negative infinity where the two are never one; `floor`: any number below it may stand for less. */
  thousandths(a: EventProfile, b: EventProfile, floor?: number): number;
}

export function comparer(knowledge: ComparisonKnowledge, rarity: Rarity): Comparer {
  const prior = thousandthsOf(knowledge.prior);
  const steps = knowledge.comparisons.map(({ id, levels }) => ({
    id,
    levels,
    most: Math.max(0, ...levels.map((level) => thousandthsOf(level.weight))),
  }));
  // What the comparisons from here on can still add.
  const ahead = steps.map((_, i) => steps.slice(i + 1).reduce((sum, step) => sum + step.most, 0));
  return {
    compare(a, b) {
      const weights: MatchWeight[] = [
        { comparison: "prior", level: "in-one-block", weight: knowledge.prior },
      ];
      let total = prior;
      let separate = false;
      for (const { id, levels } of steps) {
        const level = levelOf(levels, pairFeatures(id, a, b, knowledge, rarity));
        if (level === null) continue;
        weights.push({ comparison: id, level: level.id, weight: level.weight });
        total += thousandthsOf(level.weight);
        separate ||= level.separates;
      }
      return { weights, total: total / 1000, separate };
    },
    thousandths(a, b, floor = -Infinity) {
      let total = prior;
      for (let i = 0; i < steps.length; i++) {
        const { id, levels } = steps[i]!;
        const level = levelOf(levels, pairFeatures(id, a, b, knowledge, rarity));
        if (level === null) continue;
        if (level.separates) return -Infinity;
        total += thousandthsOf(level.weight);
        if (total + ahead[i]! < floor) return total + ahead[i]!;
      }
      return total;
    },
  };
}

function thousandthsOf(weight: number): number {
  return Math.round(weight * 1000);
}

const conditions = new WeakMap<ComparisonLevel, readonly (readonly [string, LevelCondition])[]>();

/** The first level whose every condition holds; null where none does. */
export function levelOf(levels: readonly ComparisonLevel[], features: Features): ComparisonLevel | null {
  for (const level of levels) {
    let all = conditions.get(level);
    if (all === undefined) conditions.set(level, (all = Object.entries(level.when)));
    if (all.every(([name, condition]) => holds(condition, features[name] ?? null))) return level;
  }
  return null;
}

function holds(condition: LevelCondition, value: Features[string]): boolean {
  if (condition === null || typeof condition !== "object") return value === condition;
  if (Array.isArray(condition)) return condition.includes(value);
  const { atLeast, atMost } = condition as { atLeast?: number; atMost?: number };
  if (typeof value !== "number") return false;
  return (atLeast === undefined || value >= atLeast) && (atMost === undefined || value <= atMost);
}
