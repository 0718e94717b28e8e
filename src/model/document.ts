// Document: the clean text of one captured report, what was dropped from it and why, and what it says about itself.
// `text` is frozen: every span in the record indexes it, in UTF-16 code units.
import type { Quoted } from "../base/span.js";
import type { RowLayout } from "./row-layout.js";

/** The captured bytes a document was read from. Bytes are kept for ever under their hash, never changed. */
export interface Capture {
  /** "sha256:" and 64 hexadecimal digits, of the bytes. */
  readonly id: string;
  /** The path, URL or record id that it came from. */
  readonly ref: string;
  /**
   * How the bytes are to be read. A row's bytes are those of the one NDJSON line or CSV record, as they stand in the file; a
   * mail's begin with its "From " line where it stood in an mbox; those of a message: model/telegram-message.ts.
   */
  readonly form: "text" | "html" | "ndjson-row" | "csv-row" | "telegram-message" | "mail" | "pdf";
  /** The header of the file that a CSV row stood in; null for all other forms. */
  readonly columns: readonly string[] | null;
  /** Where the bytes were received from, after redirects: an absolute address; null for a file. */
  readonly url: string | null;
  /** The encoding that the server named with them, in lower case; absent where none was named. */
  readonly charset?: string;
  /** How the table of a row is laid out; absent where it is the usual way, and for all other forms. */
  readonly layout?: RowLayout;
  /**
   * ISO 8601 instant at which the bytes were received: when the fetch began, a web archive's own date of the record, or, for a
   * file, the clock that the caller passed in; null where none was.
   */
  readonly capturedAt: string | null;
}

export const PUBLISHED_BASES = ["metadata", "url", "text", "inferred"] as const;
export type PublishedBasis = (typeof PUBLISHED_BASES)[number];

export interface Outlet {
  readonly name: string;
  readonly domain: string | null;
}

/** A stretch of the source that is not part of the clean text, and why. */
export interface Dropped {
  /** Id of the boilerplate rule, e.g. "comment-form", "share-bar", "markup". */
  readonly reason: string;
  readonly text: string;
}

/** A post of somebody else that stands in the report, e.g. an embedded tweet: a quotation of its author. */
export interface EmbeddedPost extends Quoted {
  readonly author: string;
  /** "@JasonMBrodsky"; null where not shown. */
  readonly account: string | null;
  /** EDTF, null where not shown. */
  readonly posted: string | null;
}

export interface Document {
  readonly id: string;
  readonly ref: string;
  readonly title: string | null;
  readonly byline: string | null;
  readonly outlet: Outlet | null;
  /** An agency, or an outlet whose text this one carries ("according to AFP", "-REUTERS", "Republished by"). */
  readonly agency: readonly string[];
  /** BCP 47. */
  readonly language: string | null;
  /** EDTF, null where nothing tells. */
  readonly published: string | null;
  readonly publishedBasis: PublishedBasis | null;
  /** Where the text itself tells the date of publication (basis text or inferred); null otherwise. */
  readonly publishedQuote: Quoted | null;
  readonly url: string | null;
  /** Title, an empty line, and the body, where the body does not already begin with the title. */
  readonly text: string;
  readonly posts: readonly EmbeddedPost[];
  readonly dropped: readonly Dropped[];
}
