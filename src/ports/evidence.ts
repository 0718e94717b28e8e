// Evidence: what a collection keeps so that somebody else can check it: the log, the captured bytes, the WARC records. Only
// reading; Store.keepCaptures writes it. Nothing here trusts what the other parts say: that is for whoever verifies.
import type { ChainHead, RecordPlace } from "../model/evidence.js";

export interface Evidence {
  /** The last line that the collection knows it wrote. */
  head(): Promise<ChainHead>;
  /** The lines of the log as they stand, without line breaks; a line that was cut off while it was written is left out. */
  lines(): AsyncIterable<string>;
  /** SHA-256 in hexadecimal of the bytes kept for a capture; null where there are none. */
  hashOfCapture(captureId: string): Promise<string | null>;
  /** The bytes at that place; fewer where the file is shorter, null where it is missing. */
  recordBytes(place: Omit<RecordPlace, "sha256">): Promise<Uint8Array | null>;
  /** SHA-256 in hexadecimal, by the machine's own code. */
  hash(bytes: Uint8Array): string;
  /** Segment files that are there, in order of name, with their length. */
  segments(): Promise<readonly { readonly name: string; readonly length: number }[]>;
  /** Timestamps of lines of the log, oldest first: each the text of a src/model/timestamp.ts. */
  timestamps(): Promise<readonly string[]>;
  keepTimestamp(text: string): Promise<void>;
}
