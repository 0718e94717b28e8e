// CaptureSource: paths that a user named become captures with their bytes, one for each document, in the order given.
// What cannot be captured becomes a problem in its place; the rest goes on.
import type { Problem } from "../base/result.js";
import type { Capture } from "../model/document.js";
import type { HttpExchange } from "../model/http-exchange.js";

/** What reading needs. */
export interface CapturedBytes {
  readonly capture: Capture;
  readonly bytes: Uint8Array;
}

/** What keeping needs. */
export interface CapturedDocument extends CapturedBytes {
  /** The request and response that brought the bytes; null where they came from a file. */
  readonly exchange: HttpExchange | null;
}

/** The very bytes of a document that came before from the same source: kept as seen once more, not read again. */
export interface CapturedRepeat {
  readonly capture: Capture;
  readonly bytes: null;
  readonly exchange: HttpExchange | null;
}

export type CaptureItem =
  | ({ readonly kind: "document" } & CapturedDocument)
  | ({ readonly kind: "repeat" } & CapturedRepeat)
  /** A warning loses nothing (columns passed over); a problem does. */
  | { readonly kind: "problem" | "warning"; readonly problem: Problem };

export interface CaptureSource {
  /** `capturedAt` is the ISO 8601 instant to write on each capture that does not bring its own. */
  documents(paths: readonly string[], capturedAt: string | null): AsyncIterable<CaptureItem>;
}
