// Positions: the figure that an origin stands by, for each group of people (or for what is counted). A report gives parts and
// totals; an origin's position is the largest it gives, "at least" before the exact. Two positions on the same people that
// cannot both be true are a conflict. Leaves alone: zero against nothing said, and figures an origin has itself revised.
import type { ValueKnowledge } from "../knowledge/comparison.js";
import type { Casualties } from "../model/claim.js";
import type { Count } from "../model/count.js";
import { boundsOf, casualtyRelation, countRelation, otherParties, scopeOf } from "./count-relation.js";
import { isNoTotal } from "./no-total.js";
import type { Told } from "./relation.js";
import { wordsOf } from "./words.js";

/** A claim of a figure, with whatever the caller wants back. */
export interface Figure<T> {
  readonly told: Told;
  readonly of: T;
}

export interface Position<T> {
  readonly figure: Figure<T>;
  readonly count: Count;
}

/** Groups that reports take for all of the dead and hurt. */
export const TOTALS: readonly string[] = ["all", "civilians"];

/** The pairs of figures, one from each side, on which the two origins cannot both be right. */
export function positionsApart<T>(
  x: ReadonlyMap<string, Position<T>>,
  y: ReadonlyMap<string, Position<T>>,
  values: ValueKnowledge,
): { a: T; b: T; rule: string }[] {
  const found: { a: T; b: T; rule: string }[] = [];
  // Parts ("three children", "the driver") are seldom all of their kind: they stand only against a total.
  const both = [...x.keys()].filter((scope) => y.has(scope) && isTotalled(scope, values));
  for (const scope of both) {
    const [p, q] = [x.get(scope)!, y.get(scope)!];
    if (otherParties(casualtiesOf(p), casualtiesOf(q), values)) continue;
    const { kind, rule } = countRelation(p.count, q.count, values.tolerance);
    if (kind === "conflict") found.push({ a: p.figure.of, b: q.figure.of, rule });
  }
  // Where one counts civilians and the other people, and neither both, they mean the dead of this incident alike.
  if (!both.some((scope) => TOTALS.includes(scope))) {
    const [p, q] = [total(x), total(y)];
    if (p !== null && q !== null) {
      const { kind, rule } = countRelation(p.count, q.count, values.tolerance);
      if (kind === "conflict") found.push({ a: p.figure.of, b: q.figure.of, rule });
    }
  }
  if (found.length === 0) found.push(...wholesOfOneGroup(x, y, values));
  if (found.length > 0) return found;
  return [
    ...exceeding(x, y, values),
    ...exceeding(y, x, values).map(({ a, b, rule }) => ({ a: b, b: a, rule })),
  ];
}

/**
 * Each side counts one group and nothing else, in words that may mean the same people ("five Kurdish policemen", "six members of the
 * security force"): its only toll is its total. Not in a clash, where each may count another party, nor of single persons.
 */
function wholesOfOneGroup<T>(
  x: ReadonlyMap<string, Position<T>>,
  y: ReadonlyMap<string, Position<T>>,
  values: ValueKnowledge,
): { a: T; b: T; rule: string }[] {
  const [p, q] = [x, y].map((held) => (held.size === 1 ? [...held.values()][0]! : null));
  if (p === null || q === null || p === undefined || q === undefined) return [];
  const relations = [p, q].map(({ figure }) => scopeOf(whoOf(figure.told), values).relation);
  const twoSided = [p, q].some(
    ({ figure: { told } }) => told.type !== undefined && values.twoSided.includes(told.type),
  );
  const bodies = [p, q].every(
    ({ figure }, i) => relations[i] === "side" || NAMED.test(whoOf(figure.told) ?? ""),
  );
  const alike =
    bodies && relations.includes("named") && relations.every((r) => r === "named" || r === "side");
  if (twoSided || !alike || [p, q].some(({ count }) => figureOf(count) < 2)) return [];
  const { kind, rule } = countRelation(p.count, q.count, values.tolerance);
  return kind === "conflict" ? [{ a: p.figure.of, b: q.figure.of, rule }] : [];
}

/** "members of the Blue Guard", not "members of one family": the words name a body. */
const NAMED = /\p{Lu}/u;

/** The smaller figure as a share of the larger, 0 to 1. */
export function shareOf(a: Told, b: Told): number {
  const [x, y] = [countOf(a), countOf(b)].map((count) => (count === null ? 0 : figureOf(count)));
  return Math.min(x!, y!) / Math.max(x!, y!, 1);
}

/** Parts of one origin that are more than the other's total allows. */
function exceeding<T>(
  parts: ReadonlyMap<string, Position<T>>,
  wholes: ReadonlyMap<string, Position<T>>,
  values: ValueKnowledge,
): { a: T; b: T; rule: string }[] {
  const whole = wholes.get("all");
  if (whole === undefined) return [];
  return [...parts].flatMap(([scope, part]) => {
    if (TOTALS.includes(scope) || part.figure.told.attribute === "munitions") return [];
    const { kind, rule } = casualtyRelation(casualtiesOf(part), { count: whole.count, who: null }, values);
    return kind === "conflict" ? [{ a: part.figure.of, b: whole.figure.of, rule }] : [];
  });
}

/** Everybody, civilians, those under arms: groups of which reports give totals; and what is counted without people. */
function isTotalled(scope: string, values: ValueKnowledge): boolean {
  return (
    TOTALS.includes(scope) ||
    values.units.some(({ id }) => id === scope) ||
    values.people.some(({ id, relation }) => id === scope && (relation === "side" || relation === "apart"))
  );
}

function casualtiesOf<T>({ figure, count }: Position<T>): Casualties {
  return { count, who: whoOf(figure.told) };
}

function total<T>(held: ReadonlyMap<string, Position<T>>): Position<T> | null {
  const found = TOTALS.flatMap((scope) => held.get(scope) ?? []);
  return found.reduce<Position<T> | null>(
    (best, one) => (best === null || above(one.count, best.count) ? one : best),
    null,
  );
}

/** What an origin stands by, by the group that it counts. */
export function positionsOf<T>(
  figures: readonly Figure<T>[],
  values: ValueKnowledge,
): ReadonlyMap<string, Position<T>> {
  const held = new Map<string, Position<T>>();
  // What is only alleged stands where nothing is asserted.
  const asserted = figures.filter(({ told }) => told.stance === "asserted");
  for (const figure of asserted.length > 0 ? asserted : figures) {
    const count = countOf(figure.told);
    if (
      count === null ||
      figureOf(count) >= values.tolerance.war ||
      figure.told.undivided === true ||
      isNoTotal(figure.told, count, values)
    )
      continue;
    const scope = groupOf(figure.told, values);
    const known = held.get(scope);
    if (known === undefined || above(count, known.count)) held.set(scope, { figure, count });
  }
  return held;
}

/** For telling which of two figures is the looser. */
const WIDTHS = { approximate: 0.1, vague: 0.2 };

/** A larger figure, or the same told more loosely: whoever once said "at least" has set no upper end. */
function above(a: Count, b: Count): boolean {
  const [x, y] = [figureOf(a), figureOf(b)];
  if (x !== y) return x > y;
  const width = (count: Count) => {
    const { low, high } = boundsOf(count, WIDTHS);
    return high - low;
  };
  return width(a) > width(b);
}

export function figureOf(count: Count): number {
  return count.min ?? count.max ?? 0;
}

export function countOf(told: Told): Count | null {
  switch (told.attribute) {
    case "killed":
    case "injured":
      return told.value.count;
    case "munitions":
    case "intercepted":
      return told.value;
    default:
      return null;
  }
}

function whoOf(told: Told): string | null {
  return told.attribute === "killed" || told.attribute === "injured" ? told.value.who : null;
}

/** Who or what a figure counts: a known group of people, or what is fired, by its unit where that is not the single munition. */
export function groupOf(told: Pick<Told, "attribute" | "value" | "quote">, values: ValueKnowledge): string {
  if (told.attribute === "killed" || told.attribute === "injured")
    return scopeOf((told.value as Casualties).who, values).id;
  const words = ` ${wordsOf(told.quote ?? "").join(" ")} `;
  return values.units.find((unit) => unit.words.some((word) => words.includes(` ${word} `)))?.id ?? "all";
}
