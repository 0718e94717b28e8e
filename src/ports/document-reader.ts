// DocumentReader: many captures read into records, in the order they came, on as many cores as there are.
// A document that cannot be read is a problem in its place; one on which the program itself failed has a code under "bug/".
import type { Result } from "../base/result.js";
import type { Capture } from "../model/document.js";
import type { DocumentRecord, EngineStamp } from "../model/record.js";
import type { CapturedBytes } from "./capture-source.js";

/** Reads one document: bytes in, record out; pure. What must be opened first is promised. */
export type ReadCapture = (
  capture: Capture,
  bytes: Uint8Array,
) => Result<DocumentRecord> | Promise<Result<DocumentRecord>>;

export interface ReadOutcome {
  readonly capture: Capture;
  readonly result: Result<DocumentRecord>;
}

export interface DocumentReader {
  readonly stamp: EngineStamp;
  /** Pulls from `documents` only as fast as it reads. */
  readAll(documents: AsyncIterable<CapturedBytes>): AsyncIterable<ReadOutcome>;
  close(): Promise<void>;
}
