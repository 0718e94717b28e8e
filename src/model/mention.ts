// Mention: words of the text recognised as a time, place, actor, weapon, count, source …; resolved, or abstained aloud.
import type { Quoted } from "../base/span.js";

export const MENTION_KINDS = [
  "time",
  "place",
  "actor",
  "weapon",
  "count",
  "source",
  "quotation",
  "framing",
] as const;
export type MentionKind = (typeof MENTION_KINDS)[number];

export interface Mention extends Quoted {
  readonly kind: MentionKind;
  /** EDTF for a time, gazetteer id for a place, actor id for an actor, weapon …; null where it abstained. */
  readonly value: string | null;
  /** A name to show for the value; null where it abstained. */
  readonly label: string | null;
  /** Why it abstained; null where it resolved. */
  readonly abstained: string | null;
}
