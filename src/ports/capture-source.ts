// CaptureSource: paths that a user named become captures with their bytes, one for each document, in the order given.
// What cannot be captured becomes a problem in its place; the rest goes on.
import type { Problem } from "../base/result.js";
import type { Capture } from "../model/document.js";
import type { HttpExchange } from "../model/http-exchange.js";
import type { Visit } from "../model/visit.js";

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
  | CapturedListing
  /** What was named is as it was when it was last looked at. */
  | { readonly kind: "unchanged"; readonly ref: string }
  /** To be remembered once the documents before it are kept. */
  | { readonly kind: "visited"; readonly visit: Visit }
  /** A warning loses nothing (columns passed over); a problem does. */
  | { readonly kind: "problem" | "warning"; readonly problem: Problem };

/** What holds no document itself but leads to some: a feed, or a list of addresses. */
export interface CapturedListing {
  readonly kind: "listing";
  readonly form: "feed" | "addresses";
  readonly ref: string;
  readonly bytes: Uint8Array;
  /** Where it was received from, and how; null for a file. */
  readonly received: ReceivedBytes | null;
}

/** What a server sent, with what it said of it. */
export interface ReceivedBytes {
  /** As it was asked for. */
  readonly ref: string;
  /** After redirects. */
  readonly url: string;
  readonly mediaType: string | null;
  readonly charset: string | null;
  readonly bytes: Uint8Array;
  readonly exchange: HttpExchange;
}

/** True where a file, by its absolute path, was looked at before in this edition (its size and time). */
export type LookedAt = (path: string, edition: string) => Promise<boolean>;

export interface CaptureSource {
  /** `capturedAt` is the ISO 8601 instant to write on each capture that does not bring its own. */
  documents(
    paths: readonly string[],
    capturedAt: string | null,
    /** Where given, files in an edition that was looked at are passed over, and visits are told of the others. */
    lookedAt?: LookedAt,
    /** Told of bytes that were passed, read or not: together as many as `size` gives. */
    onBytes?: (bytes: number) => void,
  ): AsyncIterable<CaptureItem>;
  /** Bytes of all files that these paths lead to; null where that cannot be known before (standard input). */
  size(paths: readonly string[]): Promise<number | null>;
  /** The documents in what a server sent. */
  received(content: ReceivedBytes): AsyncIterable<CaptureItem>;
  /** The lines of a file, or of standard input (-), that lists addresses; blank ones and those that begin with # are left out. */
  lines(path: string): AsyncIterable<ListedLine>;
}

export type ListedLine =
  | { readonly kind: "line"; readonly line: number; readonly text: string }
  | { readonly kind: "problem"; readonly problem: Problem };
