// A cue with its voices before and after its content is measured: the nouns that drafts.ts and said-content.ts share.
// Leaves alone: how they are found.
import type { Span } from "../../base/span.js";
import type { Source } from "../../model/source.js";
import type { Circumstances } from "./circumstances.js";
import type { CueHit } from "./cue-hits.js";
import type { SourcePhrase } from "./source-name.js";
import type { Voice } from "./voices.js";

export type Shape = "before" | "after" | "both" | "whole";

export interface Draft {
  readonly hit: CueHit;
  readonly voices: readonly Voice[];
  /** Sources that the voices themselves cite. */
  readonly origins: readonly Source[];
  readonly outlets: readonly Source[];
  readonly shape: Shape;
  readonly content: readonly Span[];
  readonly direct: boolean;
}

/** A cue with its source, before its content is measured. Token indexes. */
export interface Plan {
  readonly hit: CueHit;
  readonly phrase: SourcePhrase | null;
  readonly voices: readonly Voice[];
  readonly circumstances: Circumstances;
  readonly shape: Shape;
  /** First token of source and cue together. */
  readonly from: number;
  /** First token after cue and circumstances (and an inverted source). */
  readonly to: number;
  readonly origins: Source[];
  readonly outlets: Source[];
}
