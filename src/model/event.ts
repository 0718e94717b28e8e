// Event: something that happened, as one document tells it (record-format.md, Event). Types are ACLED's sub-event types.
import type { Quoted } from "../base/span.js";
import type { Claim } from "./claim.js";
import type { Derivation } from "./derivation.js";
import type { Place } from "./place.js";

export const EVENT_TYPES = [
  "Shelling/artillery/missile attack",
  "Air/drone strike",
  "Remote explosive/landmine/IED",
  "Suicide bomb",
  "Grenade",
  "Chemical weapon",
  "Armed clash",
  "Attack",
  "Abduction/forced disappearance",
  "Sexual violence",
  "Government regains territory",
  "Non-state actor overtakes territory",
  "Non-violent transfer of territory",
  "Disrupted weapons use",
  "Arrests",
  "Looting/property destruction",
  "Mob violence",
  "Other",
] as const;
export type EventType = (typeof EVENT_TYPES)[number];

export interface Event extends Quoted {
  /** Unique within the document: "e1", "e2", … in text order of their quotes. */
  readonly id: string;
  readonly type: EventType;
  readonly focus: "main" | "background";
  /** EDTF, null where nothing tells. */
  readonly date: string | null;
  readonly place: Place | null;
  readonly claims: readonly Claim[];
  /** Why this is an event, why of this type, date, place and focus. */
  readonly derivation?: Derivation;
}
