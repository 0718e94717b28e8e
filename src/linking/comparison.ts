// Comparing: what the origins of an incident say of each attribute, and whether it can all be true. In: origins with their
// claims. Out: by attribute a status, the values with who says them, and the pairs that cannot both be true.
// Nothing is merged to a winner. A later figure of one origin revises its earlier one and disputes nothing.
import { canonicalJson } from "../base/canonical-json.js";
import { byCodeUnits } from "../base/order.js";
import type { ComparisonKnowledge } from "../knowledge/comparison.js";
import type { ActorLookup } from "../model/actor-lookup.js";
import { ATTRIBUTES, type Attribute, type Claim } from "../model/claim.js";
import { dayRange } from "../model/day-range.js";
import type { ComparedAttribute, ComparedValue, Conflict, Incident, Status } from "../model/incident.js";
import type { Stance } from "../model/source.js";
import { scopeOf } from "./count-relation.js";
import type { JudgedOrigin, PlacedClaim } from "./origins.js";
import { positionsApart } from "./position.js";
import { relate, type RelationKnowledge, type Told } from "./relation.js";
import { wordsOf } from "./words.js";

export interface CompareKnowledge {
  readonly comparison: ComparisonKnowledge;
  readonly actors: ActorLookup;
}

interface Said {
  readonly origin: number;
  readonly placed: PlacedClaim;
  /** Index into the values. */
  readonly value: number;
}

export function compareAttributes(
  origins: readonly JudgedOrigin[],
  { comparison, actors }: CompareKnowledge,
): Incident["attributes"] {
  const knowledge: RelationKnowledge = { values: comparison.values, actors };
  const found: Partial<Record<Attribute, ComparedAttribute>> = {};
  for (const attribute of ATTRIBUTES) {
    const claims = origins.flatMap(({ claims: own }, origin) =>
      own.filter(({ claim }) => claim.attribute === attribute).map((placed) => ({ origin, placed })),
    );
    // Where one source denies that it happened, whoever tells what happened there says that it did.
    if (attribute === "occurrence" && claims.some(({ placed }) => placed.claim.stance === "denied"))
      claims.push(...impliedOccurrence(origins));
    if (claims.length > 0) found[attribute] = compareClaims(claims, origins, knowledge);
  }
  return found;
}

/** Claims that make sense only if it happened, as claims that it happened; the words stay theirs. */
function impliedOccurrence(
  origins: readonly JudgedOrigin[],
): { readonly origin: number; readonly placed: PlacedClaim }[] {
  return origins.flatMap(({ claims }, origin) =>
    claims
      .filter(({ claim }) => claim.stance === "asserted" && IMPLYING.has(claim.attribute))
      .map((placed) => ({
        origin,
        placed: { ...placed, claim: { ...placed.claim, attribute: "occurrence", value: true } as Claim },
      })),
  );
}

const IMPLYING: ReadonlySet<Attribute> = new Set<Attribute>(["perpetrator", "weapon", "target", "munitions"]);

function compareClaims(
  claims: readonly { readonly origin: number; readonly placed: PlacedClaim }[],
  origins: readonly JudgedOrigin[],
  knowledge: RelationKnowledge,
): ComparedAttribute {
  const groups = new Map<string, { origin: number; placed: PlacedClaim }[]>();
  for (const one of claims) {
    const key = valueKey(one.placed.claim, knowledge);
    groups.set(key, [...(groups.get(key) ?? []), one]);
  }
  const independent = (indexes: Iterable<number>) => {
    const distinct = [...new Set(indexes)];
    return Math.max(
      Math.min(1, distinct.length),
      distinct.filter((i) => origins[i]!.origin.dependent !== true).length,
    );
  };
  const ranked = [...groups.values()]
    .map((own) => ({ own, sources: independent(own.map((o) => o.origin)), value: shownValue(own) }))
    .sort(
      (a, b) =>
        b.sources - a.sources ||
        b.own.length - a.own.length ||
        byCodeUnits(canonicalJson([a.value, stanceOf(a.own)]), canonicalJson([b.value, stanceOf(b.own)])),
    );
  const values = ranked.map(({ own, sources, value }): ComparedValue => ({
    value,
    stance: stanceOf(own),
    independentSources: sources,
    claims: own.map(({ placed }) => placed.ref).sort((a, b) => byCodeUnits(refKey(a), refKey(b))),
    origins: [...new Set(own.map((o) => o.origin))].sort((a, b) => a - b).map((i) => origins[i]!.origin.id),
  }));
  const said = ranked.flatMap(({ own }, value) => own.map((one): Said => ({ ...one, value })));
  const conflicts = conflictsAmong(said, knowledge);
  return { status: statusOf(said, conflicts, independent), values, conflicts };
}

function statusOf(
  said: readonly Said[],
  conflicts: readonly Conflict[],
  independent: (origins: Iterable<number>) => number,
): Status {
  if (conflicts.length > 0) return "disputed";
  const told = said.filter(
    ({ placed }) => placed.claim.stance === "asserted" || placed.claim.stance === "denied",
  );
  if (told.length > 0) return independent(told.map((s) => s.origin)) > 1 ? "agreed" : "single";
  return said.some(({ placed }) => placed.claim.stance === "unverified") ? "unverified" : "open";
}

/**
 * Two origins are in conflict where they say things that cannot both be true. Figures are compared as positions (their
 * totals); of other values, one in common is enough for peace, unless one origin denies what the other holds.
 * Earlier figures that their origin has revised stand against nobody.
 */
function conflictsAmong(said: readonly Said[], knowledge: RelationKnowledge): Conflict[] {
  const current = said.filter(
    (one) => one.placed.claim.stance !== "open" && !isRevised(one, said, knowledge),
  );
  const byOrigin = new Map<number, Said[]>();
  for (const one of current) byOrigin.set(one.origin, [...(byOrigin.get(one.origin) ?? []), one]);
  const found = new Map<string, Conflict>();
  const all = [...byOrigin.entries()].sort(([a], [b]) => a - b).map(([, own]) => own);
  all.forEach((left, i) => {
    for (const right of all.slice(i + 1))
      for (const { a, b, rule } of conflictsBetween(left, right, knowledge)) {
        const between = a.value < b.value ? ([a.value, b.value] as const) : ([b.value, a.value] as const);
        if (a.value !== b.value && !found.has(between.join())) found.set(between.join(), { between, rule });
      }
  });
  return [...found.values()].sort((a, b) => a.between[0] - b.between[0] || a.between[1] - b.between[1]);
}

function conflictsBetween(
  left: readonly Said[],
  right: readonly Said[],
  knowledge: RelationKnowledge,
): { a: Said; b: Said; rule: string }[] {
  // Two suspicions do not contradict each other: at least one side must hold what it says.
  const held = (a: Said, b: Said) => [a, b].some(({ placed }) => placed.claim.stance !== "unverified");
  const pairs = left.flatMap((a) =>
    right.filter((b) => held(a, b)).map((b) => ({ a, b, ...relate(told(a), told(b), knowledge) })),
  );
  const denials = pairs.filter(({ rule }) => rule === "denied-and-asserted");
  if (denials.length > 0) return denials;
  if (FIGURES.has(left[0]!.placed.claim.attribute)) {
    const figures = (own: readonly Said[]) =>
      own.filter((o) => o.placed.claim.stance !== "denied").map((of) => ({ told: told(of), of }));
    return positionsApart(figures(left), figures(right), knowledge.values).filter(({ a, b }) => held(a, b));
  }
  const agree = pairs.some(({ kind }) => kind === "equal" || kind === "compatible" || kind === "refinement");
  return agree ? [] : pairs.filter(({ kind }) => kind === "conflict");
}

const FIGURES: ReadonlySet<Attribute> = new Set<Attribute>(["killed", "injured", "munitions", "intercepted"]);

/** The same origin has said something else of the same thing in a report of a later day. */
function isRevised(one: Said, said: readonly Said[], knowledge: RelationKnowledge): boolean {
  const day = dayRange(one.placed.record.document.published);
  if (day === null) return false;
  return said.some((other) => {
    const later = dayRange(other.placed.record.document.published);
    return (
      other.origin === one.origin &&
      later !== null &&
      later.earliest > day.latest &&
      relate(told(one), told(other), knowledge).kind === "conflict"
    );
  });
}

function told({ placed }: Said): Told {
  const { event, weapons } = placed.profile;
  return { ...placed.claim, place: event.place, type: event.type, weapons };
}

/** Claims with this key are shown as one value. */
function valueKey(claim: Claim, { values, actors }: RelationKnowledge): string {
  const stance = claim.stance;
  switch (claim.attribute) {
    case "killed":
    case "injured":
      return canonicalJson([stance, claim.value.count, scopeOf(claim.value.who, values).id]);
    case "perpetrator":
    case "target":
    case "place":
      return canonicalJson([stance, nameKey(claim.value, actors)]);
    case "responsibility":
      return canonicalJson([stance, claim.value.act, nameKey(claim.value.actor, actors)]);
    default:
      return canonicalJson([stance, claim.value]);
  }
}

function nameKey(name: string | null, actors: ActorLookup): string | null {
  if (name === null) return null;
  const id = actors.actorIdOf(name);
  return id === null ? wordsOf(name).join(" ") : `@${id}`;
}

/** Of the spellings of one value, the one most claims use; ties by code units. */
function shownValue(own: readonly { readonly placed: PlacedClaim }[]): unknown {
  const counts = new Map<string, { value: unknown; count: number }>();
  for (const { placed } of own) {
    const key = canonicalJson(placed.claim.value);
    const entry = counts.get(key) ?? { value: placed.claim.value, count: 0 };
    entry.count++;
    counts.set(key, entry);
  }
  return [...counts].sort(([a, x], [b, y]) => y.count - x.count || byCodeUnits(a, b))[0]![1].value;
}

function stanceOf(own: readonly { readonly placed: PlacedClaim }[]): Stance {
  return own[0]!.placed.claim.stance;
}

function refKey(ref: PlacedClaim["ref"]): string {
  return `${ref.document}#${ref.event}#${String(ref.claim).padStart(6, "0")}`;
}
