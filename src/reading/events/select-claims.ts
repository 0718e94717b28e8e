// Which of a happening's claims are kept: a headline repeats its text, and a general word gives way to a particular one.
// Nothing is lost that differs: a figure that only the headline tells stays.
import type { Claim } from "../../model/claim.js";
import { REFERS_BACK, TOWN } from "./event-claims.js";

export interface MentionClaims {
  readonly title: boolean;
  readonly claims: readonly Claim[];
}

export function selectClaims(mentions: readonly MentionClaims[]): Claim[] {
  const body = mentions.filter((mention) => !mention.title).flatMap((mention) => mention.claims);
  const title = mentions.filter((mention) => mention.title).flatMap((mention) => mention.claims);
  const told = new Set(body.map((claim) => claim.attribute));
  const kept = [...title.filter((claim) => !told.has(claim.attribute)), ...body];
  const particular = new Set(
    kept.flatMap((claim) => (claim.attribute === "weapon" && !isGeneral(claim) ? [claim.value] : [])),
  );
  const fresh = new Set(
    kept.flatMap((claim) => (claim.attribute === "weapon" && !refersBack(claim) ? [claim.value] : [])),
  );
  const nearer = kept.some((claim) => claim.attribute === "target" && !isTown(claim));
  return kept.filter(
    (claim) =>
      !(nearer && isTown(claim)) &&
      (claim.attribute !== "weapon" ||
        (!(isGeneral(claim) && particular.size > 0) &&
          !(refersBack(claim) && (fresh.size > 0 || isGeneral(claim))))),
  );
}

/** Where it was attacked gives way to what was attacked there. */
function isTown(claim: Claim): boolean {
  return claim.derivation?.[0]?.rule === TOWN;
}

function refersBack(claim: Claim): boolean {
  return claim.derivation?.[0]?.note === REFERS_BACK;
}

/** A weapon read off a word that many weapons share ("bomb"), or off what carries it ("jets"). */
function isGeneral(claim: Claim): boolean {
  const rule = claim.derivation?.[0]?.rule;
  return rule === "bomb" || rule === "aircraft" || rule === "projectile";
}
