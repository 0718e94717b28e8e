// The record of one document, as `hearsay extract --format ndjson` writes it: one JSON object a line (record-format.md).
import type { Problem } from "../base/result.js";
import type { Document } from "./document.js";
import type { Event } from "./event.js";
import type { FramedTerm } from "./framed-term.js";
import type { Mention } from "./mention.js";
import type { Tally } from "./tally.js";

export const DOCUMENT_SCHEMA = "hearsay/document/1";

/** A version of the reading, so that an upgraded program knows what to read again. */
export interface EngineStamp {
  /** "rules", "model". */
  readonly engine: string;
  readonly version: string;
  /** Hash over the knowledge that was loaded. */
  readonly knowledge: string;
}

export interface DocumentRecord {
  readonly schema: typeof DOCUMENT_SCHEMA;
  readonly document: Document;
  readonly events: readonly Event[];
  readonly tallies: readonly Tally[];
  readonly framing: readonly FramedTerm[];
  /** What was found in the text, resolved or abstained, in text order: for the reader view and for linking. */
  readonly mentions: readonly Mention[];
  readonly warnings: readonly Problem[];
  readonly reading: EngineStamp;
}
