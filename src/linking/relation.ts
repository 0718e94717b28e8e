// How two values of one attribute stand to each other, by named rules: equal, compatible, refinement, part of a whole,
// conflict, or apart (they tell of different things). In: two claims. Out: a relation with its rule. Symmetric.
// Knowledge: knowledge/comparison/values.yaml. Leaves alone: whose claims they are, and which is right.
import { canonicalJson } from "../base/canonical-json.js";
import type { ValueKnowledge } from "../knowledge/comparison.js";
import { NO_ACTORS, type ActorLookup } from "../model/actor-lookup.js";
import type { Attribute, Claim, Responsibility, ValueOf } from "../model/claim.js";
import { dayGap, dayRange } from "../model/day-range.js";
import type { EventType } from "../model/event.js";
import type { Place } from "../model/place.js";
import type { Stance } from "../model/source.js";
import { casualtyRelation, countRelation, timeRelation } from "./count-relation.js";
import { relatePlaces } from "./related-places.js";
import type { Relation } from "./value-relation.js";
import { wordsOf } from "./words.js";

/** What relating needs of a claim; `place` is where its event is. */
export type Told = {
  [A in Attribute]: {
    readonly attribute: A;
    readonly value: ValueOf[A];
    readonly stance: Stance;
    /** Of its event: where it is, of what type, with which weapons. */
    readonly place?: Place | null;
    readonly type?: EventType;
    /** The day of its event or else of its report. */
    readonly day?: string | null;
    /** Its account denies that it happened at all. */
    readonly carried?: true;
    readonly weapons?: ReadonlySet<string>;
    readonly quote?: string;
    /** The rest of its sentence, as far as it is near. */
    readonly before?: string;
    readonly after?: string;
    /** One figure for the dead and the hurt together. */
    readonly undivided?: true;
  };
}[Attribute];

export interface RelationKnowledge {
  readonly values: ValueKnowledge;
  readonly actors: ActorLookup;
}

export function relate(a: Told, b: Told, knowledge: RelationKnowledge): Relation {
  if ((a.stance === "denied") === (b.stance === "denied")) return relateValues(a, b, knowledge);
  // One says that it is so, the other that it is not: a conflict where they mean the same thing.
  const [held, denied] = a.stance === "denied" ? [b, a] : [a, b];
  if (held.attribute === "occurrence") return { kind: "conflict", rule: "denied-and-asserted" };
  // A denial of what happened carries its day and place along and does not deny those.
  if (CARRIED.has(held.attribute) || denied.carried === true)
    return { kind: "apart", rule: "denied-otherwise" };
  const { kind } = relateValues(held, denied, knowledge);
  return kind === "equal" || (kind === "refinement" && held.attribute !== "weapon")
    ? { kind: "conflict", rule: "denied-and-asserted" }
    : { kind: "compatible", rule: "denied-otherwise" };
}

const CARRIED: ReadonlySet<Attribute> = new Set<Attribute>(["date", "time", "place"]);

function relateValues(a: Told, b: Told, knowledge: RelationKnowledge): Relation {
  const { values, actors } = knowledge;
  const equal = canonicalJson(a.value) === canonicalJson(b.value);
  if (equal) return { kind: "equal", rule: "equal" };
  const family = (families: readonly (readonly string[])[]) =>
    families.some((f) => f.includes(a.value as string) && f.includes(b.value as string));
  switch (a.attribute) {
    case "occurrence":
      return { kind: "equal", rule: "equal" };
    case "munitions":
    case "intercepted":
      return countRelation(a.value, b.value as typeof a.value, values.tolerance);
    case "killed":
    case "injured":
      return casualtyRelation(a.value, b.value as typeof a.value, values);
    case "date": {
      const [x, y] = [dayRange(a.value), dayRange(b.value as string)];
      return x === null || y === null || dayGap(x, y) <= values.tolerance.days
        ? { kind: "compatible", rule: "dates-meet" }
        : { kind: "conflict", rule: "dates-apart" };
    }
    case "time":
      return timeRelation(a.value, b.value as string, values);
    case "place":
      return placeRelation(a, b as typeof a, values);
    case "weapon":
      return a.value === "other" || b.value === "other" || family(values.weapons)
        ? { kind: "refinement", rule: "weapon-family" }
        : family(values.together)
          ? { kind: "compatible", rule: "weapons-together" }
          : { kind: "conflict", rule: "weapons-differ" };
    case "damage":
      return family(values.damage)
        ? { kind: "compatible", rule: "damage-levels" }
        : { kind: "conflict", rule: "damage-none" };
    case "impact":
      return family(values.impact)
        ? { kind: "compatible", rule: "impact-near" }
        : { kind: "conflict", rule: "impact-differs" };
    case "perpetrator": {
      const twoSided = [a.type, b.type].some((type) => type !== undefined && values.twoSided.includes(type));
      const found = actorRelation(a.value, b.value as string | null, actors, values, a.day ?? b.day);
      return twoSided && found.kind === "conflict" ? { kind: "apart", rule: "two-sided" } : found;
    }
    case "responsibility":
      return responsibilityRelation(a.value, b.value as Responsibility, actors, a.day ?? b.day);
    case "target":
      return targetRelation(a, b as typeof a, values);
  }
}

/** True where one claim's value is the other's in the same words, as far as that needs no knowledge. */
export function sameValue(a: Claim, b: Claim): boolean {
  if (a.attribute !== b.attribute) return false;
  if (a.attribute === "killed" || a.attribute === "injured")
    return canonicalJson(a.value.count) === canonicalJson((b.value as typeof a.value).count);
  if (typeof a.value === "string" && typeof b.value === "string")
    return (
      wordsOf(a.value).join(" ") === wordsOf(b.value).join(" ") ||
      actorRelation(a.value, b.value, NO_ACTORS).kind === "refinement"
    );
  return canonicalJson(a.value) === canonicalJson(b.value);
}

/** Two names of one actor, or of a body and a part of it. */
export function sameName(
  a: string | null,
  b: string | null,
  actors: ActorLookup,
  day: string | null = null,
): boolean {
  const { kind } = actorRelation(a, b, actors, null, day);
  return kind === "equal" || kind === "refinement";
}

/** Two names conflict only where both are known actors and neither belongs to the other: descriptions may mean anybody. */
function actorRelation(
  a: string | null,
  b: string | null,
  actors: ActorLookup,
  values: ValueKnowledge | null = null,
  day: string | null = null,
): Relation {
  if (a === null || b === null) return { kind: "compatible", rule: "unknown-actor" };
  const [x, y] = [actors.actorIdOf(a), actors.actorIdOf(b)];
  if (x !== null && x === y) return { kind: "equal", rule: "same-actor" };
  if (x !== null && y !== null) {
    const [up, down] = [actors.memberOf(x, day), actors.memberOf(y, day)];
    const related = up.includes(y) || down.includes(x) || up.some((body) => down.includes(body));
    if (related) return { kind: "refinement", rule: "member-of" };
    return allied([x, ...up], [y, ...down], values) || allied([y, ...down], [x, ...up], values)
      ? { kind: "refinement", rule: "alliance" }
      : { kind: "conflict", rule: "different-actors" };
  }
  if (within(a, b)) return { kind: "refinement", rule: "same-words" };
  if (values !== null && x === null && y === null && kindsApart(a, b, values.sides, values.sidesApart))
    return { kind: "conflict", rule: "different-sides" };
  return { kind: "compatible", rule: "described" };
}

/** All words of one name are words of the other. */
function within(a: string, b: string): boolean {
  const [left, right] = [new Set(wordsOf(a)), new Set(wordsOf(b))];
  const [short, long] = left.size <= right.size ? [left, right] : [right, left];
  return short.size > 0 && [...short].every((word) => long.has(word));
}

/** One is, or belongs to, an alliance, the other to a state that acts for it. */
function allied(a: readonly string[], b: readonly string[], values: ValueKnowledge | null): boolean {
  return (values?.alliances ?? []).some(
    ({ bodies, of }) => a.some((id) => bodies.includes(id)) && b.some((id) => of.includes(id)),
  );
}

function responsibilityRelation(
  a: Responsibility,
  b: Responsibility,
  actors: ActorLookup,
  day: string | null = null,
): Relation {
  const acts = new Set([a.act, b.act]);
  if (acts.has("claimed") && acts.has("unclaimed"))
    return { kind: "conflict", rule: "responsibility-differs" };
  const { kind } = actorRelation(a.actor, b.actor, actors, null, day);
  const same = kind === "equal" || kind === "refinement" || a.actor === b.actor;
  if (acts.has("claimed") && acts.has("denied") && same)
    return { kind: "conflict", rule: "responsibility-differs" };
  return acts.size === 1 && same
    ? { kind: "equal", rule: "equal" }
    : { kind: "compatible", rule: "responsibility-meets" };
}

/** Armed people against civilians; and, of what goes off in one spot, two kinds of site. */
function targetRelation(a: TargetTold, b: TargetTold, values: ValueKnowledge): Relation {
  if (kindsApart(a.value, b.value, values.targets, values.targetsApart))
    return { kind: "conflict", rule: "targets-differ" };
  const inOneSpot = [a.type, b.type].every((type) => type !== undefined && values.oneSpot.includes(type));
  return inOneSpot && kindsApart(a.value, b.value, values.sites, allPairs(values.sites))
    ? { kind: "conflict", rule: "sites-differ" }
    : { kind: "compatible", rule: "targets-meet" };
}

type TargetTold = Extract<Told, { readonly attribute: "target" }>;

function allPairs(kinds: readonly { readonly id: string }[]): readonly (readonly [string, string])[] {
  return kinds.flatMap((a, i) => kinds.slice(i + 1).map((b) => [a.id, b.id] as const));
}

/** Each text has words of one kind that excludes the other's, and none of the other's. */
function kindsApart(
  a: string,
  b: string,
  kinds: readonly { readonly id: string; readonly words: readonly string[] }[],
  apart: readonly (readonly [string, string])[],
): boolean {
  const of = (text: string) => {
    const words = ` ${wordsOf(text).join(" ")} `;
    return new Set(
      kinds.flatMap(({ id, words: own }) => (own.some((w) => words.includes(` ${w} `)) ? [id] : [])),
    );
  };
  const [x, y] = [of(a), of(b)];
  return apart.some(
    ([p, q]) =>
      (x.has(p) && !x.has(q) && y.has(q) && !y.has(p)) || (x.has(q) && !x.has(p) && y.has(p) && !y.has(q)),
  );
}

/**
 * A part of a place is that place told more closely: by its name ("Sarin", "Sarin's old quarter"), or where its event lies. Else
 * names say little, and the points of their events decide, beyond what both precisions allow.
 */
function placeRelation(a: PlaceTold, b: PlaceTold, values: ValueKnowledge): Relation {
  if (within(a.value, b.value)) return { kind: "refinement", rule: "part-of-the-place" };
  const { relation, beyond } = relatePlaces(a.place ?? null, b.place ?? null, values.measures);
  if (relation === "apart" && beyond > values.tolerance.kilometres)
    return { kind: "conflict", rule: "places-apart" };
  return relation === "inside"
    ? { kind: "refinement", rule: "part-of-the-place" }
    : { kind: "compatible", rule: "places-meet" };
}

type PlaceTold = Extract<Told, { readonly attribute: "place" }>;
