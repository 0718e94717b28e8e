// Values of two attributes that cannot both be true: "hit targets inside the base" against "all were shot down", three fired
// against five shot down. In: what the origins of an incident say, already compared attribute by attribute. Out: the same, with
// such pairs told on both attributes, which are then in dispute (a perpetrator who denies it only on the first). Only between origins; one origin may mean two moments.
// Words: knowledge/comparison/values.yaml (`allOfThem`).
import type { ValueKnowledge } from "../knowledge/comparison.js";
import type { Attribute, Claim, Responsibility } from "../model/claim.js";
import type { Count } from "../model/count.js";
import type { ComparedAttribute, CrossConflict, Incident } from "../model/incident.js";
import type { PlacedClaim } from "./placed-claim.js";
import { wordsOf } from "./words.js";

type Attributes = Incident["attributes"];
type ClaimOf = (ref: ComparedAttribute["values"][number]["claims"][number]) => PlacedClaim;

/** Whether a name may mean the actor that another name means. */
type SameActor = (a: PlacedClaim, b: PlacedClaim) => boolean;

interface Pair {
  readonly attributes: readonly [Attribute, Attribute];
  readonly values: readonly [number, number];
  readonly rule: string;
  /** Only the first of the two attributes is in dispute by it. */
  readonly first?: true;
}

export function withCrossConflicts(
  attributes: Attributes,
  claimOf: ClaimOf,
  knowledge: Pick<ValueKnowledge, "allOfThem">,
  sameActor: SameActor,
): Attributes {
  const pairs = [
    ...shotDownAndInside(attributes, claimOf, knowledge),
    ...moreShotDownThanFired(attributes),
    ...heldAndDenied(attributes, claimOf, sameActor),
  ];
  if (pairs.length === 0) return attributes;
  const found: Partial<Record<Attribute, ComparedAttribute>> = { ...attributes };
  for (const { attributes: names, values, rule, first } of pairs)
    for (const side of first === true ? ([0] as const) : ([0, 1] as const)) {
      const own = found[names[side]]!;
      const across: CrossConflict = {
        value: values[side],
        other: names[1 - side]!,
        otherValue: values[1 - side]!,
        rule,
      };
      found[names[side]] = { ...own, status: "disputed", across: [...(own.across ?? []), across] };
    }
  return found;
}

/** All were shot down, says one; something struck inside, says another. */
function shotDownAndInside(
  attributes: Attributes,
  claimOf: ClaimOf,
  { allOfThem }: Pick<ValueKnowledge, "allOfThem">,
): Pair[] {
  const { intercepted, impact } = attributes;
  if (intercepted === undefined || impact === undefined) return [];
  return pairsOf(intercepted, impact, (stopped, struck) => {
    if (struck.value !== "inside") return null;
    const all = stopped.claims.some((ref) => {
      const { claim, profile } = claimOf(ref);
      return tellsAll(claim, profile.event.claims, allOfThem);
    });
    return all ? "all-shot-down-and-inside" : null;
  }).map((pair) => ({ ...pair, attributes: ["intercepted", "impact"] }));
}

/** Its words say "all", or the same account counts as many fired as stopped. */
function tellsAll(claim: Claim, account: readonly Claim[], words: readonly string[]): boolean {
  if (claim.attribute !== "intercepted") return false;
  const told = wordsOf(claim.quote);
  if (words.some((word) => told.includes(word))) return true;
  const { min, max } = claim.value;
  return (
    min !== undefined &&
    min === max &&
    account.some((o) => o.attribute === "munitions" && o.value.min === min && o.value.max === max)
  );
}

function moreShotDownThanFired({ intercepted, munitions }: Attributes): Pair[] {
  if (intercepted === undefined || munitions === undefined) return [];
  return pairsOf(intercepted, munitions, (stopped, fired) => {
    const [down, up] = [stopped.value as Count, fired.value as Count];
    const most = up.approx === true ? undefined : up.max;
    return most !== undefined && most > 1 && (down.min ?? 0) > most ? "more-shot-down-than-fired" : null;
  }).map((pair) => ({ ...pair, attributes: ["intercepted", "munitions"] }));
}

/** One says who did it; he says that he did not. Who then is responsible stays as each tells it. */
function heldAndDenied(
  { perpetrator, responsibility }: Attributes,
  claimOf: ClaimOf,
  sameActor: SameActor,
): Pair[] {
  if (perpetrator === undefined || responsibility === undefined) return [];
  return pairsOf(perpetrator, responsibility, (held, denied) => {
    const { act } = denied.value as Responsibility;
    if (act !== "denied") return null;
    const same = held.claims.some((a) => denied.claims.some((b) => sameActor(claimOf(a), claimOf(b))));
    return same ? "held-and-denied" : null;
  }).map((pair) => ({ ...pair, attributes: ["perpetrator", "responsibility"], first: true }));
}

/** Asserted values of two attributes that no origin says both of, and that the rule sets against each other. */
function pairsOf(
  a: ComparedAttribute,
  b: ComparedAttribute,
  rule: (x: ComparedAttribute["values"][number], y: ComparedAttribute["values"][number]) => string | null,
): Omit<Pair, "attributes">[] {
  return a.values.flatMap((x, i) =>
    b.values.flatMap((y, j) => {
      if (x.stance !== "asserted" || y.stance !== "asserted") return [];
      if (x.origins.some((origin) => y.origins.includes(origin))) return [];
      const found = rule(x, y);
      return found === null ? [] : [{ values: [i, j] as const, rule: found }];
    }),
  );
}
