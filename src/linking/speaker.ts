// The speaker of one claim, before speakers are found to be one, and a finding that two are. What is known of a speaker is
// its name as the report gives it, its kind, the rule that chose it and, where the tables know it, its actor.
import type { Origin } from "../model/incident.js";
import { dayOf, type PlacedClaim } from "./placed-claim.js";

export interface Speaker {
  readonly key: string;
  readonly name: string;
  readonly kind: Origin["kind"];
  readonly rule: string;
  readonly actor: string | null;
  readonly placed: PlacedClaim;
}

/** Indexes of two groups of speakers that are one, and by which rule. */
export interface Merge {
  readonly pair: readonly [number, number];
  readonly rule: string;
}

/** The day by which to ask to whom the speaker belonged. */
export function daySpoken({ placed }: Speaker): string | null {
  return dayOf(placed.profile.event, placed.record);
}
