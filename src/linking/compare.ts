// Two events compared: in each comparison the first level that holds, with its weight; the sum with the prior is the
// total match weight (Fellegi and Sunter 1969, as in splink's waterfall chart). Knowledge: knowledge/comparison/levels.yaml.
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

export function compareEvents(
  a: EventProfile,
  b: EventProfile,
  knowledge: ComparisonKnowledge,
  rarity: Rarity,
): PairComparison {
  const weights: MatchWeight[] = [{ comparison: "prior", level: "in-one-block", weight: knowledge.prior }];
  let total = knowledge.prior;
  let separate = false;
  for (const { id, levels } of knowledge.comparisons) {
    const level = levelOf(levels, pairFeatures(id, a, b, knowledge, rarity));
    if (level === null) continue;
    weights.push({ comparison: id, level: level.id, weight: level.weight });
    total += level.weight;
    separate ||= level.separates;
  }
  return { weights, total: rounded(total), separate };
}

/** The first level whose every condition holds; null where none does. */
export function levelOf(levels: readonly ComparisonLevel[], features: Features): ComparisonLevel | null {
  return (
    levels.find((level) =>
      Object.entries(level.when).every(([name, condition]) => holds(condition, features[name] ?? null)),
    ) ?? null
  );
}

function holds(condition: LevelCondition, value: Features[string]): boolean {
  if (condition === null || typeof condition !== "object") return value === condition;
  if (Array.isArray(condition)) return condition.includes(value);
  const { atLeast, atMost } = condition as { atLeast?: number; atMost?: number };
  if (typeof value !== "number") return false;
  return (atLeast === undefined || value >= atLeast) && (atMost === undefined || value <= atMost);
}

/** Sums of weights in thousandths, so that no order of adding shows. */
export function rounded(weight: number): number {
  return Math.round(weight * 1000) / 1000;
}
