// A claim with where it stands, and as relations compare it. In: a claim of an event of a document. Out: what it tells,
// with its event's place, type and weapons. Leaves alone: whose it is (origins.ts) and whether it is so.
import { canonicalJson } from "../base/canonical-json.js";
import type { Attribute, Claim } from "../model/claim.js";
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
    day: dayOf(event, record),
    weapons,
    ...(isUndivided(claim, event) ? { undivided: true as const } : {}),
    ...(isCarried(claim, event) ? { carried: true as const } : {}),
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

/** The day by which to ask who belonged to whom. */
export function dayOf(event: Event, record: DocumentRecord): string | null {
  return event.date?.slice(0, DAY) ?? record.document.published;
}

const DAY = "2021-07-05".length;

/** "It denied that its jets hit the school": who denies that it happened says nothing of the school. */
function isCarried(claim: Claim, event: Event): boolean {
  return (
    TOLD_WITH_IT.has(claim.attribute) &&
    claim.stance === "denied" &&
    event.claims.some(
      (other) =>
        other.attribute === "occurrence" &&
        other.stance === "denied" &&
        canonicalJson(other.sources) === canonicalJson(claim.sources),
    )
  );
}

const TOLD_WITH_IT: ReadonlySet<Attribute> = new Set<Attribute>([
  "target",
  "weapon",
  "munitions",
  "damage",
  "impact",
  "killed",
  "injured",
]);

/** "Dozens were killed or injured": one figure for both. */
function isUndivided(claim: Claim, event: Event): boolean {
  if (claim.attribute !== "injured" || claim.value.count.max === 0) return false;
  const figure = canonicalJson(claim.value);
  return event.claims.some(
    (other) =>
      other.attribute === "killed" &&
      other.start === claim.start &&
      other.end === claim.end &&
      canonicalJson(other.value) === figure,
  );
}
