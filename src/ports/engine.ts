// Engine: reads one document's clean text into events, claims, tallies and framing. The rules engine is the default;
// a model server can stand here later, with the same record and the same tests.
import type { Document } from "../model/document.js";
import type { DocumentRecord, EngineStamp } from "../model/record.js";

/** What a reading adds to the document. */
export type Reading = Pick<DocumentRecord, "events" | "tallies" | "framing" | "mentions" | "warnings"> & {
  /** The document again, where the reading inferred its date of publication (basis "inferred"). */
  readonly document: Document;
};

export interface Engine {
  readonly stamp: EngineStamp;
  read(document: Document): Reading;
}
