// What the pool and its workers say to each other. A worker says "ready" once its knowledge is loaded, then answers
// each task with its number.
import type { Result } from "../../base/result.js";
import type { Capture } from "../../model/document.js";
import type { DocumentRecord } from "../../model/record.js";

export interface ReadTask {
  readonly task: number;
  readonly capture: Capture;
  readonly bytes: Uint8Array;
}

/** The first message of a worker. One that dies before it has a mistake that every worker would have. */
export const READY = "ready";

export interface ReadAnswer {
  readonly task: number;
  readonly result: Result<DocumentRecord>;
}
