// From a capture to its record: opened first where it is a container, then read. The way that every reader of documents goes.
import type { Result } from "../base/result.js";
import type { Capture } from "../model/document.js";
import type { DocumentRecord, EngineStamp } from "../model/record.js";
import type { Unpacked } from "../model/unpacked.js";
import type { ReadingKnowledge } from "./knowledge.js";
import { readDocument } from "./read-document.js";
import type { UnpackPdf } from "./unpack.js";
import { unpack } from "./unpack.js";

export function readCapture(
  capture: Capture,
  bytes: Uint8Array,
  knowledge: ReadingKnowledge,
  stamp: EngineStamp,
  pdf: UnpackPdf,
): Result<DocumentRecord> | Promise<Result<DocumentRecord>> {
  const opened = unpack(capture, bytes, pdf);
  const read = (content: Result<Unpacked>): Result<DocumentRecord> =>
    content.ok ? readDocument(capture, content.value, knowledge, stamp) : content;
  if (opened === null) return readDocument(capture, bytes, knowledge, stamp);
  return opened instanceof Promise ? opened.then(read) : read(opened);
}
