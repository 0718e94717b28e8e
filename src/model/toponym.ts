// Toponym: words recognised as a place name, resolved to the gazetteer's candidates in order of rank, or abstained.
import type { Span } from "../base/span.js";
import type { DerivationStep } from "./derivation.js";
import type { Place } from "./place.js";

export interface Toponym extends Span {
  readonly quote: string;
  /** Best first; empty where it abstained. */
  readonly candidates: readonly Place[];
  /** The first candidate, where it is good enough to use. */
  readonly place: Place | null;
  /** "near", "west of", "outside": the words before it that move it; null where none. */
  readonly relation: string | null;
  /** True for adjectives of a place or people ("Syrian", "American"): they locate nothing by themselves. */
  readonly adjectival: boolean;
  readonly derivation: DerivationStep;
}
