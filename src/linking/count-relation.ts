// Counts, casualties and times of day as ranges: two can both be true where their ranges meet, and where they count the same
// people. Knowledge: tolerances, parts of the day and words for people in knowledge/comparison/values.yaml.
import type { ValueKnowledge } from "../knowledge/comparison.js";
import type { Casualties } from "../model/claim.js";
import type { Count } from "../model/count.js";
import type { Relation } from "./value-relation.js";
import { wordsOf } from "./words.js";

export type CountTolerance = Pick<ValueKnowledge["tolerance"], "approximate" | "vague">;

interface Bounds {
  readonly low: number;
  readonly high: number;
}

/** What a count allows: "at least 3" has no upper end, "about 50" reaches a tolerance beyond both ends, "dozens" further below. */
export function boundsOf(count: Count, { approximate, vague }: CountTolerance): Bounds {
  const slack = count.approx !== true ? 0 : count.max === undefined ? vague : approximate;
  return {
    low: (count.min ?? 0) * (1 - slack),
    high: (count.max ?? Infinity) * (1 + slack),
  };
}

export function countRelation(a: Count, b: Count, tolerance: CountTolerance): Relation {
  const [x, y] = [boundsOf(a, tolerance), boundsOf(b, tolerance)];
  return x.low <= y.high && y.low <= x.high
    ? { kind: "compatible", rule: "counts-meet" }
    : { kind: "conflict", rule: "counts-apart" };
}

interface Scope {
  readonly id: string;
  readonly relation: "whole" | "part" | "side" | "condition" | "apart" | "named";
}

/** Who is counted: a known group, or else the words themselves. */
export function scopeOf(who: string | null, values: ValueKnowledge): Scope {
  if (who === null) return { id: "all", relation: "whole" };
  const words = ` ${wordsOf(who).join(" ")} `;
  const groups = values.people.filter((group) => group.words.some((word) => words.includes(` ${word} `)));
  // "women and children" is neither: a group only where exactly one is meant, whatever word for everybody stands beside it.
  const narrow = groups.filter((group) => group.relation !== "whole");
  const all = groups.find(
    (group) => group.relation === "whole" && group.words.some((word) => words === ` ${word} `),
  );
  const found = narrow.length === 1 ? narrow[0] : narrow.length === 0 ? all : undefined;
  return found === undefined
    ? { id: words.trim(), relation: "named" }
    : { id: found.id, relation: found.relation };
}

/**
 * Two groups of one kind that belong to two parties: "Northern soldiers" and "Southern soldiers"; and nobody of one party
 * ("no Northern soldiers") against figures that name no party, or another.
 */
export function otherParties(a: Casualties, b: Casualties, values: ValueKnowledge): boolean {
  const [x, y] = [partiesOf(a.who, values), partiesOf(b.who, values)];
  if (x.size === 0 && y.size === 0) return false;
  const shared = [...x].some((word) => y.has(word));
  if (x.size > 0 && y.size > 0) return !shared;
  const named = x.size > 0 ? a : b;
  return named.count.max === 0;
}

/** Names within the words for a group: what is capitalised and no word for people or sides. */
function partiesOf(who: string | null, values: ValueKnowledge): Set<string> {
  const names = who?.match(CAPITALISED);
  if (names === undefined || names === null) return new Set();
  const known = [...values.people, ...values.sides].flatMap((group) => group.words);
  return new Set(names.map((word) => word.toLowerCase()).filter((word) => !known.includes(word)));
}

const CAPITALISED = /\p{Lu}[\p{L}\p{M}]*/gu;

export function casualtyRelation(a: Casualties, b: Casualties, values: ValueKnowledge): Relation {
  const { tolerance } = values;
  const [x, y] = [scopeOf(a.who, values), scopeOf(b.who, values)];
  if (x.id === y.id) return countRelation(a.count, b.count, tolerance);
  if (x.relation === "whole" || y.relation === "whole") {
    const [whole, part, scope] = x.relation === "whole" ? [a, b, y] : [b, a, x];
    if (scope.relation === "condition" || scope.relation === "apart")
      return { kind: "apart", rule: "other-people" };
    return boundsOf(part.count, tolerance).low > boundsOf(whole.count, tolerance).high
      ? { kind: "conflict", rule: "part-exceeds-whole" }
      : { kind: "part", rule: "part-of-whole" };
  }
  return { kind: "apart", rule: "other-people" };
}

/** Times as minutes of the day, HH:MM or a named part; a night goes on after midnight. */
export function timeRelation(a: string, b: string, values: ValueKnowledge): Relation {
  const [x, y] = [minutes(a, values), minutes(b, values)];
  const day = 1440;
  const meets =
    x === null ||
    y === null ||
    [-day, 0, day].some(
      (shift) =>
        x.low <= y.high + shift + values.tolerance.minutes &&
        y.low + shift <= x.high + values.tolerance.minutes,
    );
  return meets ? { kind: "compatible", rule: "times-meet" } : { kind: "conflict", rule: "times-apart" };
}

function minutes(time: string, values: ValueKnowledge): Bounds | null {
  const clock = /^(\d{1,2}):(\d{2})$/u.exec(time);
  if (clock !== null) {
    const at = Number(clock[1]) * 60 + Number(clock[2]);
    return { low: at, high: at };
  }
  const part = values.partsOfDay[time];
  return part === undefined ? null : { low: part[0], high: part[1] };
}
