// Attribution: source, cue and content (PARC), with the chain of sources and the stance; nested and continued over sentences.
import type { Span } from "../base/span.js";
import type { DerivationStep } from "./derivation.js";
import type { Source, Stance } from "./source.js";

export interface Attribution {
  /** Words that name the source, in text order; empty where implied by a sentence before. */
  readonly source: readonly Span[];
  /** Words that report: "said", "according to", "confirmed". */
  readonly cue: readonly Span[];
  /** What is said. */
  readonly content: readonly Span[];
  /** From the origin to the one nearest to the document. */
  readonly sources: readonly Source[];
  /** Stance that the cue gives the content: "said" asserted, "denied" denied, "could not confirm" open … */
  readonly stance: Stance;
  /** True where the content stands in quotation marks. */
  readonly direct: boolean;
  /** True where no source is named here: the source of an earlier sentence goes on speaking. */
  readonly continued: boolean;
  readonly derivation: readonly DerivationStep[];
}
