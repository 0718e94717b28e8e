// SaidBy: who says some words of a document. The attribution room answers; the rooms that ask get it as a function.
import type { Span } from "../base/span.js";
import type { DerivationStep } from "./derivation.js";
import type { Source, Stance } from "./source.js";

/** Who says these words, from the origin to the nearest; with the stance and how it was judged. Empty: the document's own voice. */
export type SaidBy = (span: Span) => {
  readonly sources: readonly Source[];
  /** Chains of others who say the same beside them. */
  readonly alongside: readonly (readonly Source[])[];
  readonly stance: Stance;
  readonly derivation: readonly DerivationStep[];
};
