// A DocumentReader in this very process: one document after the other. For few documents, where starting workers costs
// more than it saves. A document on which the program fails is a problem "bug/reading" in its place; the rest goes on.
import { failed } from "../../base/result.js";
import type { Result } from "../../base/result.js";
import type { Capture } from "../../model/document.js";
import type { DocumentRecord, EngineStamp } from "../../model/record.js";
import type { DocumentReader, ReadCapture } from "../../ports/document-reader.js";

export function inProcessReader(stamp: EngineStamp, read: ReadCapture): DocumentReader {
  return {
    stamp,
    async *readAll(documents) {
      for await (const { capture, bytes } of documents) {
        yield { capture, result: readGuarded(read, capture, bytes) };
      }
    },
    close: async () => {},
  };
}

/** What `read` gives; where it throws, the bug as a problem that names the document. */
export function readGuarded(read: ReadCapture, capture: Capture, bytes: Uint8Array): Result<DocumentRecord> {
  try {
    return read(capture, bytes);
  } catch (error) {
    const message = error instanceof Error ? (error.stack ?? error.message) : String(error);
    return failed("bug/reading", capture.ref, { message: message.slice(0, 2000) });
  }
}
