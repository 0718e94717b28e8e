// A DocumentReader in this very process: one document after the other. For few documents, where starting workers costs
// more than it saves. A document on which the program fails is a problem "bug/reading" in its place; the rest goes on.
import { failed } from "../../base/result.js";
import type { Result } from "../../base/result.js";
import type { Capture } from "../../model/document.js";
import type { DocumentRecord, EngineStamp } from "../../model/record.js";
import type { DocumentReader, ReadCapture } from "../../ports/document-reader.js";

/** `open` is called when the first document is read; where it throws, no document can be read, and that is thrown on. */
export function inProcessReader(stamp: EngineStamp, open: () => ReadCapture): DocumentReader {
  let read: ReadCapture | null = null;
  return {
    stamp,
    async *readAll(documents) {
      for await (const { capture, bytes } of documents) {
        read ??= open();
        yield { capture, result: await readGuarded(read, capture, bytes) };
      }
    },
    close: async () => {},
  };
}

/** What `read` gives; where it throws, the bug as a problem that names the document. */
export async function readGuarded(
  read: ReadCapture,
  capture: Capture,
  bytes: Uint8Array,
): Promise<Result<DocumentRecord>> {
  try {
    return await read(capture, bytes);
  } catch (error) {
    const { message, stack } = error instanceof Error ? error : new Error(String(error));
    const told = message.split("\n", 1)[0]!.slice(0, 200);
    return failed("bug/reading", capture.ref, { message: told, stack: (stack ?? "").slice(0, 2000) });
  }
}
