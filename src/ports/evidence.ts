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
  /** Segment files that are there, in order of name, with their length as the collection remembers it and as it is. */
  segments(): Promise<readonly { readonly name: string; readonly length: number }[]>;
  /** Names and contents of timestamp tokens and whatever else stands beside the log; see src/model/timestamp.ts. */
  timestamps(): Promise<readonly string[]>;
  keepTimestamp(text: string): Promise<void>;
}
