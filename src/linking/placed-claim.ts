// A claim with where it stands, and as relations compare it. In: a claim of an event of a document. Out: what it tells,
// with its event's place, type and weapons. Leaves alone: whose it is (origins.ts) and whether it is so.
import { canonicalJson } from "../base/canonical-json.js";
import type { Claim } from "../model/claim.js";
import type { Event } from "../model/event.js";
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

export function toldBy({ claim, profile: { event, weapons }, record }: PlacedClaim): Told {
  return {
    ...claim,
    ...sentenceAround(record.document.text, claim.start, claim.end),
    place: event.place,
    type: event.type,
    weapons,
    ...(isUndivided(claim, event) ? { undivided: true as const } : {}),
  };
}

/** Characters on either side that are looked at. */
const NEAR = 200;

function sentenceAround(text: string, start: number, end: number): { before: string; after: string } {
  const sentence = sentenceRange(text, start, end);
  return { before: text.slice(sentence.start, start), after: text.slice(end, sentence.end) };
}

/** The sentence that a claim stands in, as far as it is near. */
export function sentenceRange(text: string, start: number, end: number): { start: number; end: number } {
  const before = text
    .slice(Math.max(0, start - NEAR), start)
    .split(SENTENCE_END)
    .at(-1)!;
  const after = text.slice(end, end + NEAR);
  const stop = after.search(SENTENCE_END);
  return { start: start - before.length, end: end + (stop < 0 ? after.length : stop) };
}

const SENTENCE_END = /[.!?]\s|\n/u;

/** "Dozens were killed or injured": one figure for both. */
function isUndivided(claim: Claim, event: Event): boolean {
  const { attribute } = claim;
  if ((attribute !== "injured" && attribute !== "killed") || claim.value.count.max === 0) return false;
  const figure = canonicalJson(claim.value);
  return event.claims.some(
    (other) =>
      (other.attribute === "killed" || other.attribute === "injured") &&
      other.attribute !== attribute &&
      other.start === claim.start &&
      other.end === claim.end &&
      canonicalJson(other.value) === figure,
  );
}
