// Quantity: words that tell how many (or how much), read as a Count, with the place where what is counted should follow.
import type { Span } from "../base/span.js";
import type { Count } from "./count.js";
import type { DerivationStep } from "./derivation.js";

export const QUANTITY_UNITS = ["percent", "money", "measure", "time", "date", "label"] as const;
export type QuantityUnit = (typeof QUANTITY_UNITS)[number];

export interface Quantity extends Span {
  readonly quote: string;
  readonly count: Count;
  /** What makes it no count of things: a per cent, a price, a distance or weight, a duration or age, a date; null for a count. */
  readonly unit: QuantityUnit | null;
  /** True for "a", "an" and "another": one, where the caller knows that what follows is counted. */
  readonly article: boolean;
  /** Index of the sentence in the document. */
  readonly sentence: number;
  /** Index of the phrase's first token in its sentence. */
  readonly first: number;
  /** Index of the token after the phrase, past "of", "more", "other": "fighters" in "dozens of fighters"; may be past the end. */
  readonly head: number;
  readonly derivation: DerivationStep;
}
