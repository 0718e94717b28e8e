// Which of a happening's claims are kept: a headline repeats its text, and a general word gives way to a particular one.
// Nothing is lost that differs: a figure that only the headline tells stays.
import type { Claim } from "../../model/claim.js";
import { REFERS_BACK, TARGET } from "./event-claims.js";

export interface MentionClaims {
  readonly title: boolean;
  readonly claims: readonly Claim[];
}

export function selectClaims(mentions: readonly MentionClaims[]): Claim[] {
  const body = mentions.filter((mention) => !mention.title).flatMap((mention) => mention.claims);
  const title = mentions.filter((mention) => mention.title).flatMap((mention) => mention.claims);
  const attributes = new Set(body.map((claim) => claim.attribute));
  const kept = [...title.filter((claim) => !attributes.has(claim.attribute)), ...body];
  const particular = new Set(
    kept.flatMap((claim) => (claim.attribute === "weapon" && !isGeneral(claim) ? [claim.value] : [])),
  );
  const fresh = new Set(
    kept.flatMap((claim) => (claim.attribute === "weapon" && !refersBack(claim) ? [claim.value] : [])),
  );
  const told = nearestTargets(kept);
  return kept.filter(
    (claim) =>
      (claim.attribute !== "target" || told.has(claim)) &&
      (claim.attribute !== "weapon" ||
        (!(isGeneral(claim) && particular.size > 0 && !particular.has(claim.value)) &&
          !(refersBack(claim) && (fresh.size > 0 || isGeneral(claim))))),
  );
}

/**
 * Of each source: what was attacked, if that is told; else the place by its name; else the first words for it ("a rebel-held area").
 * What the report tells in its own voice goes with each of them.
 */
function nearestTargets(claims: readonly Claim[]): ReadonlySet<Claim> {
  const targets = claims.filter((claim) => claim.attribute === "target");
  const sources = new Set(targets.flatMap(({ sources: [source] }) => (source ? [source.name] : [])));
  if (sources.size < 2) return nearestOf(targets);
  return new Set(
    [...sources].flatMap((name) => [
      ...nearestOf(targets.filter(({ sources: [source] }) => source === undefined || source.name === name)),
    ]),
  );
}

function nearestOf(targets: readonly Claim[]): ReadonlySet<Claim> {
  const of = (kind: string) => targets.filter((claim) => claim.derivation?.[0]?.rule === kind);
  const [named, described] = [of(TARGET.town), of(TARGET.area)];
  if (targets.length > named.length + described.length) return new Set(of(TARGET.thing));
  return new Set([...named, ...described].slice(0, 1));
}

function refersBack(claim: Claim): boolean {
  return claim.derivation?.[0]?.note === REFERS_BACK;
}

/** A weapon read off a word that many weapons share ("bomb"), or off what carries it ("jets"). */
function isGeneral(claim: Claim): boolean {
  const rule = claim.derivation?.[0]?.rule;
  return rule === "bomb" || rule === "aircraft" || rule === "projectile";
}
