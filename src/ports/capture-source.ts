// CaptureSource: paths that a user named become captures with their bytes, one for each document, in the order given.
// What cannot be captured becomes a problem in its place; the rest goes on.
import type { Problem } from "../base/result.js";
import type { Capture } from "../model/document.js";

export interface CapturedDocument {
  readonly capture: Capture;
  readonly bytes: Uint8Array;
}

export type CaptureItem =
  | ({ readonly kind: "document" } & CapturedDocument)
  /** A warning loses nothing (columns passed over); a problem does. */
  | { readonly kind: "problem" | "warning"; readonly problem: Problem };

export interface CaptureSource {
  /** `capturedAt` is the ISO 8601 instant to write on each capture. */
  documents(paths: readonly string[], capturedAt: string | null): AsyncIterable<CaptureItem>;
}
