// The engine that this program reads with: all knowledge parsed, and from it the function that reads one document. Used by
// the main thread and by each reading worker.
import type { Result } from "../base/result.js";
import type { Attribution } from "../model/attribution.js";
import type { Document } from "../model/document.js";
import type { EngineStamp } from "../model/record.js";
import { parseReadingKnowledge } from "../pipeline/knowledge.js";
import { readCapture } from "../pipeline/read-capture.js";
import { readLayers } from "../pipeline/read-document.js";
import type { ReadCapture } from "../ports/document-reader.js";
import { pdfOpener } from "./open-pdf.js";
import { stampOf, withPacks } from "./stamp.js";

export interface ReadingEngine {
  readonly stamp: EngineStamp;
  readonly read: ReadCapture;
  /** The attributions of a clean text, which records leave out. */
  readonly attributionsOf: (document: Document) => readonly Attribution[];
}

/** A worker is told the stamp that the main thread has worked out already. */
export function createReading(packs: readonly string[], known?: EngineStamp): Result<ReadingEngine> {
  return withPacks(packs, (layers) => {
    const stamp = known ?? stampOf(layers);
    const knowledge = parseReadingKnowledge(layers);
    const openPdf = pdfOpener();
    return {
      stamp,
      read: (capture, bytes) => readCapture(capture, bytes, knowledge, stamp, openPdf),
      attributionsOf: (document) => readLayers(document, knowledge).layers.attributions,
    };
  });
}
