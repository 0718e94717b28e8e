// Comparing: what the origins of an incident say of each attribute, and whether it can all be true. In: origins with their
// claims. Out: by attribute a status, the values with who says them, and the pairs that cannot both be true.
// Nothing is merged to a winner. A later figure of one origin revises its earlier one and disputes nothing.
import { canonicalJson } from "../base/canonical-json.js";
import { byCodeUnits } from "../base/order.js";
import type { ComparisonKnowledge, ValueKnowledge } from "../knowledge/comparison.js";
import type { ActorLookup } from "../model/actor-lookup.js";
import { ATTRIBUTES, type Attribute, type Claim } from "../model/claim.js";
import { dayGap, dayRange } from "../model/day-range.js";
import type { ComparedAttribute, ComparedValue, Conflict, Incident, Status } from "../model/incident.js";
import type { Stance } from "../model/source.js";
import { scopeOf } from "./count-relation.js";
import { withCrossConflicts } from "./cross-conflicts.js";
import { setAside, strayFigures } from "./figure-grounds.js";
import type { JudgedOrigin } from "./origins.js";
import { toldBy, type PlacedClaim } from "./placed-claim.js";
import { positionsApart, positionsOf, shareOf, type Position } from "./position.js";
import { relate, sameName, type RelationKnowledge } from "./relation.js";
import { FIGURES, oneReport, type Said } from "./said.js";
import { wordsOf } from "./words.js";

export interface CompareKnowledge {
  readonly comparison: ComparisonKnowledge;
  readonly actors: ActorLookup;
}

/** How much speaks for two events of the incident, by their keys, being one happening. */
export type Evidence = (a: string, b: string) => number;

export function compareAttributes(
  origins: readonly JudgedOrigin[],
  { comparison, actors }: CompareKnowledge,
  evidence: Evidence = () => Infinity,
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
    if (claims.length > 0) found[attribute] = compareClaims(claims, origins, knowledge, evidence);
  }
  const byRef = new Map(
    origins.flatMap(({ claims }) => claims.map((placed) => [refKey(placed.ref), placed] as const)),
  );
  const sameActor = (a: PlacedClaim, b: PlacedClaim) =>
    a.claim.attribute === "perpetrator" &&
    b.claim.attribute === "responsibility" &&
    (a.profile.key === b.profile.key ||
      evidence(a.profile.key, b.profile.key) >= comparison.values.tolerance.evidence) &&
    sameName(a.claim.value, b.claim.value.actor, actors, toldBy(a).day);
  return withCrossConflicts(found, (ref) => byRef.get(refKey(ref))!, comparison.values, sameActor);
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
  evidence: Evidence,
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
  const said = ranked.flatMap(({ own }, value) =>
    own.map(({ origin, placed }): Said => ({
      origin,
      placed,
      value,
      told: toldBy(placed),
      published: dayRange(placed.record.document.published),
    })),
  );
  const { conflicts, doubtful } = conflictsAmong(said, knowledge, evidence);
  return { status: statusOf(said, conflicts, doubtful, independent), values, conflicts };
}

/** Origins that would contradict each other, were it sure that they tell of one thing, are no two that agree. */
function statusOf(
  said: readonly Said[],
  conflicts: readonly Conflict[],
  doubtful: readonly (readonly [number, number])[],
  independent: (origins: Iterable<number>) => number,
): Status {
  if (conflicts.length > 0) return "disputed";
  const told = said.filter(
    ({ placed }) => placed.claim.stance === "asserted" || placed.claim.stance === "denied",
  );
  if (told.length > 0) {
    const all = [...new Set(told.map((s) => s.origin))];
    const against = (a: number, b: number) =>
      doubtful.some(([x, y]) => (x === a && y === b) || (x === b && y === a));
    const agree = all.some((a, i) => all.slice(i + 1).some((b) => !against(a, b) && independent([a, b]) > 1));
    return agree ? "agreed" : "single";
  }
  return said.some(({ placed }) => placed.claim.stance === "unverified") ? "unverified" : "open";
}

/**
 * Two origins are in conflict where they say things that cannot both be true. Figures are compared as positions (their
 * totals); of other values, one in common is enough for peace, unless one origin denies what the other holds.
 * Earlier figures that their origin has revised stand against nobody.
 */
function conflictsAmong(
  said: readonly Said[],
  knowledge: RelationKnowledge,
  evidence: Evidence,
): { readonly conflicts: readonly Conflict[]; readonly doubtful: readonly (readonly [number, number])[] } {
  const held = said.filter(
    (one) => one.placed.claim.stance !== "open" && !tellsOfAnother(one, knowledge.values),
  );
  const aside = setAside(held, knowledge.values);
  const standing = held.filter((one) => !aside.has(one));
  const stray = strayFigures(standing, knowledge.values);
  const found = new Map<string, Conflict>();
  const doubtful: (readonly [number, number])[] = [];
  const { tolerance } = knowledge.values;
  // Two events that are linked weakly may be two; two figures of one report that are far apart count different things.
  const weak = (a: Said, b: Said) => {
    const [x, y] = [a.placed.profile.key, b.placed.profile.key];
    if (x !== y && evidence(x, y) < tolerance.evidence) return true;
    return FIGURES.has(a.told.attribute) && oneReport(a, b) && shareOf(a.told, b.told) < tolerance.oneReport;
  };
  for (const { a, b, rule } of apart(
    standing.filter((one) => !stray.has(one)),
    knowledge,
  )) {
    const between = a.value < b.value ? ([a.value, b.value] as const) : ([b.value, a.value] as const);
    if (tellsBoth(a, b, standing, knowledge)) continue;
    if (weak(a, b)) doubtful.push([a.origin, b.origin]);
    else if (!found.has(between.join())) found.set(between.join(), { between, rule });
  }
  if (stray.size > 0)
    for (const { a, b } of apart(standing, knowledge))
      if (stray.has(a) || stray.has(b)) doubtful.push([a.origin, b.origin]);
  return {
    conflicts: [...found.values()].sort((a, b) => a.between[0] - b.between[0] || a.between[1] - b.between[1]),
    doubtful,
  };
}

/** Pairs of claims of two origins that cannot both be true, of different values. */
function apart(
  said: readonly Said[],
  knowledge: RelationKnowledge,
): { readonly a: Said; readonly b: Said; readonly rule: string }[] {
  const byOrigin = new Map<number, Said[]>();
  for (const one of said) {
    const own = byOrigin.get(one.origin);
    if (own === undefined) byOrigin.set(one.origin, [one]);
    else own.push(one);
  }
  const all = [...byOrigin.entries()]
    .sort(([a], [b]) => a - b)
    .map(([, own]) => own.filter((one) => !isRevised(one, own, knowledge)))
    .filter((own) => own.length > 0)
    .map((own): Held => ({
      own,
      positions: FIGURES.has(own[0]!.told.attribute) ? figuresOf(own, knowledge) : null,
    }));
  return all.flatMap((left, i) =>
    all
      .slice(i + 1)
      .flatMap((right) => conflictsBetween(left, right, knowledge).filter(({ a, b }) => a.value !== b.value)),
  );
}

/** What one origin says of an attribute; of figures, what it stands by. */
interface Held {
  readonly own: readonly Said[];
  readonly positions: ReadonlyMap<string, Position<Said>> | null;
}

function figuresOf(own: readonly Said[], { values }: RelationKnowledge): ReadonlyMap<string, Position<Said>> {
  const figures = own.filter(({ told }) => told.stance !== "denied").map((of) => ({ told: of.told, of }));
  return positionsOf(figures, values);
}

function conflictsBetween(
  { own: left, positions }: Held,
  { own: right, positions: others }: Held,
  knowledge: RelationKnowledge,
): { a: Said; b: Said; rule: string }[] {
  // Two suspicions do not contradict each other: at least one side must hold what it says.
  const held = (a: Said, b: Said) => [a, b].some(({ placed }) => placed.claim.stance !== "unverified");
  const pairs = left.flatMap((a) =>
    right.filter((b) => held(a, b)).map((b) => ({ a, b, ...relate(a.told, b.told, knowledge) })),
  );
  const denials = pairs.filter(({ rule }) => rule === "denied-and-asserted");
  if (denials.length > 0) return denials;
  const attribute = left[0]!.told.attribute;
  if (positions !== null && others !== null)
    return positionsApart(positions, others, knowledge.values).filter(({ a, b }) => held(a, b));
  const agreeing = pairs.filter(
    ({ kind }) => AGREEING.has(kind) && !(kind === "compatible" && VAGUE.has(attribute)),
  );
  const peace = (a: Said, b: Said) =>
    agreeing.some((p) => (p.a === a || p.b === b) && oneReport(p.a, a) && oneReport(p.b, b));
  // One report that names two weapons tells of both.
  const apart = (a: Said, b: Said) => !(ALONGSIDE.has(attribute) && oneReport(a, b));
  return pairs.filter(({ kind, a, b }) => kind === "conflict" && apart(a, b) && !peace(a, b));
}

/**
 * One of the two reports also carries, from whomever, what the other says: a place beside a place, or an actor whom it names in its
 * own voice in passing beside the one whom its source holds responsible. No contradiction.
 */
function tellsBoth(a: Said, b: Said, all: readonly Said[], knowledge: RelationKnowledge): boolean {
  const { attribute } = a.told;
  const loose = LOOSE.has(attribute);
  if ((!loose && !PASSING.has(attribute)) || (a.told.stance === "denied") !== (b.told.stance === "denied"))
    return false;
  const carries = (report: Said, value: Said) =>
    (loose || report.placed.claim.sources.length === 0) &&
    all.some(
      (one) =>
        oneReport(one, report) &&
        (one.told.stance === "denied") === (value.told.stance === "denied") &&
        !(loose ? oneReport(one, value) : one.placed.claim.sources.length === 0) &&
        AGREEING.has(relate(one.told, value.told, knowledge).kind),
    );
  return carries(a, b) || carries(b, a);
}

const AGREEING: ReadonlySet<string> = new Set(["equal", "compatible", "refinement"]);
/** Values of which being compatible says little: two targets that nothing sets apart need not be one. */
const VAGUE: ReadonlySet<Attribute> = new Set<Attribute>(["target"]);

/** Values that a report tells now more closely and now less, whoever speaks. */
const LOOSE: ReadonlySet<Attribute> = new Set<Attribute>(["date", "place"]);

/** Values that a report names in passing, in its own voice, beside those that its sources give. */
const PASSING: ReadonlySet<Attribute> = new Set<Attribute>(["perpetrator", "weapon"]);

/** Values of which one report may give several that are all meant. */
const ALONGSIDE: ReadonlySet<Attribute> = new Set<Attribute>(["weapon", "date", "time", "place"]);

/**
 * What a claim tells does not belong to its event: a day that the event was not found to be of; a weekday in a recollection, which
 * may be any week's; a place that is not the event's; who struck back.
 */
function tellsOfAnother({ told, placed: { claim, profile } }: Said, values: ValueKnowledge): boolean {
  if (told.attribute === "perpetrator" || told.attribute === "responsibility")
    return isResponse(claim, profile.event.claims, values);
  if (told.attribute === "place") return told.value !== profile.event.place?.name;
  if (told.attribute !== "date") return false;
  if (profile.event.focus === "background" && !/\d/u.test(claim.quote)) return true;
  const day = dayRange(told.value);
  return day !== null && profile.days !== null && dayGap(day, profile.days) > 0;
}

/** The same origin has said something else of the same thing in a report of a later day. */
function isRevised(one: Said, own: readonly Said[], knowledge: RelationKnowledge): boolean {
  const day = one.published;
  return (
    day !== null &&
    own.some(
      ({ published, told }) =>
        published !== null &&
        published.earliest > day.latest &&
        relate(one.told, told, knowledge).kind === "conflict",
    )
  );
}

/** "The army said it had killed 50 attackers": who strikes back at those who attacked did not attack. */
function isResponse(claim: Claim, account: readonly Claim[], values: ValueKnowledge): boolean {
  return account.some(
    (other) =>
      other.attribute === "killed" &&
      other.end > claim.start &&
      other.start - claim.end < AT_ONCE &&
      scopeOf(other.value.who, values).relation === "apart",
  );
}

/** Characters between an actor and those whom it kills. */
const AT_ONCE = 30;

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
