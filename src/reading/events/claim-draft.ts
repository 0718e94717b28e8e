// ClaimDraft: a value and its words, before it is known whose claim it is and of which event.
import type { DerivationStep } from "../../model/derivation.js";
import type { Attribute, ValueOf } from "../../model/claim.js";
import type { Stance } from "../../model/source.js";

export interface ClaimDraftOf<A extends Attribute> {
  readonly attribute: A;
  readonly value: ValueOf[A];
  /** Index of the sentence, and the range of its tokens that makes the claim. */
  readonly sentence: number;
  readonly from: number;
  readonly to: number;
  /** Set where the words themselves give a stance ("it was not clear who …"); else the attribution's stance holds. */
  readonly stance?: Stance;
  readonly step: DerivationStep;
}

export type ClaimDraft = { [A in Attribute]: ClaimDraftOf<A> }[Attribute];

/** The rule of a figure that counts some of those counted, and of one that counts those who died of their wounds later. */
export const PART = "part";
export const OF_WOUNDS = "of-wounds";

/** Counts some of those counted elsewhere. */
export function isPart({ step }: ClaimDraft): boolean {
  return step.rule === PART || step.rule === OF_WOUNDS;
}

/** Tells only how some of the wounded died: when is not when they were wounded. */
export function tellsLaterDeaths(drafts: readonly ClaimDraft[]): boolean {
  const people = drafts.filter(({ attribute }) => attribute === "killed" || attribute === "injured");
  return people.length > 0 && people.every(({ step }) => step.rule === OF_WOUNDS);
}
