// Fetcher: one web address in, what answered out, politely and within limits; the only port that sends anything anywhere.
// What goes wrong is a problem under "fetch/"; a limit that stopped a request says its name. No script is run, no cookie kept.
import type { Result } from "../base/result.js";
import type { HttpExchange } from "../model/http-exchange.js";

/** What a server told about the version that it sent, to be sent back with the next request (RFC 9110, section 13). */
export interface Validators {
  readonly etag: string | null;
  readonly lastModified: string | null;
}

export interface FetchRequest {
  readonly url: string;
  /** With these a server may answer that nothing has changed; they are sent to their own address only. */
  readonly known: (Validators & { readonly url: string }) | null;
}

export type Fetched =
  | {
      readonly kind: "content";
      /** Where the content came from, after redirects; without a fragment. */
      readonly url: string;
      /** Essence of the Content-Type in lower case ("text/html"); null where none was sent. */
      readonly mediaType: string | null;
      /** Charset of the Content-Type in lower case; null where none was sent. */
      readonly charset: string | null;
      /** The body with its transfer and content codings undone. */
      readonly bytes: Uint8Array;
      readonly validators: Validators;
      /** The last one; `redirectedFrom` leads back to the first. Its body is null: it is `bytes`. */
      readonly exchange: HttpExchange;
    }
  /** What was known is still so (304). */
  | { readonly kind: "unchanged" };

export interface Fetcher {
  fetch(request: FetchRequest, signal?: AbortSignal): Promise<Result<Fetched>>;
}

/** Times in milliseconds, sizes in bytes. */
export interface FetchLimits {
  readonly redirects: number;
  /** For a page with all its redirects, polite waits left out. */
  readonly totalTime: number;
  /** Until the connection stands, with TLS. */
  readonly connectTime: number;
  /** From the request until all headers of the response are there. */
  readonly firstByteTime: number;
  /** Between two pieces of the body. */
  readonly idleTime: number;
  readonly headerSize: number;
  /** Of the body as it is sent. */
  readonly bodySize: number;
  /** Of the body once its content coding is undone. */
  readonly decodedSize: number;
  /** Of the decoded to the sent size; looked at from a decoded size of a million bytes on. */
  readonly decompressionRatio: number;
  /** Between two requests to one host; a robots.txt may ask for more. */
  readonly pause: number;
  /** The longest that a server may have us wait (Retry-After, Crawl-delay). */
  readonly wait: number;
  /** Requests for one page, where a server is busy or a connection breaks. */
  readonly tries: number;
}

/** What a user allows beyond the careful default. */
export interface FetchAllowance {
  /** Addresses on private, loopback and link-local networks. */
  readonly privateNetworks: boolean;
  readonly ignoreRobots: boolean;
  /** Goes into the user agent: an address at which a site's owner reaches whoever runs this; null for none. */
  readonly contact: string | null;
}

/** Told of each request before it is sent, so that the interface can say it. */
export interface SentRequest {
  readonly method: string;
  readonly url: string;
  readonly userAgent: string;
}
