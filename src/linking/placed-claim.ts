// A claim with where it stands, and as relations compare it. In: a claim of an event of a document. Out: what it tells,
// with its event's place, type and weapons. Leaves alone: whose it is (origins.ts) and whether it is so.
import type { Claim } from "../model/claim.js";
import type { ClaimRef } from "../model/incident.js";
import type { DocumentRecord } from "../model/record.js";
import type { EventProfile } from "./event-profile.js";
import type { Told } from "./relation.js";

export interface PlacedClaim {
  readonly ref: ClaimRef;
  readonly claim: Claim;
  readonly profile: EventProfile;
  readonly record: DocumentRecord;
}

export function toldBy({ claim, profile: { event, weapons } }: PlacedClaim): Told {
  return { ...claim, place: event.place, type: event.type, weapons };
}
