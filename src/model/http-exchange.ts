// HttpExchange: one request and its response, as much of them as a faithful WARC record needs (WARC 1.1, ISO 28500:2017).
// Headers stand as they went over the wire, in order, with repeats; the body stands after its transfer and content codings
// were undone. Whoever fetches or reads an archive makes it; whoever keeps evidence writes it down. Never changed.

/** Name and value, as they stood in the message. */
export type HttpHeader = readonly [name: string, value: string];

/** Why a body ends early, in the words of WARC 1.1 (WARC-Truncated). */
export const TRUNCATIONS = ["length", "time", "disconnect", "unspecified"] as const;
export type Truncation = (typeof TRUNCATIONS)[number];

/** The record of somebody else's archive that an exchange was read from. */
export interface ArchivedRecord {
  /** "<urn:uuid:…>", as the archive wrote it; null where it names none. */
  readonly id: string | null;
  /** The archive's own digest of the payload, as written: "sha256:…" or "sha1:…"; null where it has none. */
  readonly payloadDigest: string | null;
}

export interface HttpExchange {
  /** What was asked for: absolute, without a fragment. */
  readonly url: string;
  readonly method: string;
  readonly requestHeaders: readonly HttpHeader[];
  readonly status: number;
  /** The reason phrase; "" where there was none. */
  readonly statusText: string;
  /** "1.0", "1.1", "2". */
  readonly httpVersion: string;
  /** As received: also Content-Encoding, Transfer-Encoding and Content-Length, though the body no longer has them. */
  readonly responseHeaders: readonly HttpHeader[];
  /** Null where it is the very bytes of the capture that the exchange stands beside. */
  readonly body: Uint8Array | null;
  /** The address that answered, without a port; null where nothing tells. */
  readonly address: string | null;
  /** ISO 8601 instant in UTC at which the request was begun. */
  readonly startedAt: string;
  /** Null where the body is whole. */
  readonly truncated: Truncation | null;
  /** The exchange that led here by its Location, itself with the one before it; null for the first. */
  readonly redirectedFrom: HttpExchange | null;
  /** Null where the program made the exchange itself. */
  readonly archived: ArchivedRecord | null;
}
