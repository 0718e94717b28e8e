// ArchiveWriter: evidence of some documents as one file that replay programs open (WACZ). The same items in the same order give
// the same bytes.
import type { Result } from "../base/result.js";
import type { Capture } from "../model/document.js";

export type ArchiveItem =
  /** WARC records as the collection keeps them: gzip members, one after the other. */
  | { readonly kind: "records"; readonly bytes: Uint8Array }
  /** Bytes that came from no HTTP exchange. */
  | {
      readonly kind: "resource";
      readonly uri: string;
      /** ISO 8601 instant in UTC. */
      readonly date: string;
      readonly mime: string;
      readonly bytes: Uint8Array;
      /** The path or record id they came from. */
      readonly ref: string;
      /** How they are to be read. */
      readonly as: Pick<Capture, "form" | "columns" | "layout">;
    };

export interface ArchivePage {
  readonly url: string;
  readonly date: string;
  readonly title: string;
}

export interface ArchiveFacts {
  readonly title: string;
  readonly software: string;
  /** ISO 8601 instant: of the latest of its records. */
  readonly created: string;
}

export interface WrittenArchive {
  readonly records: number;
  readonly bytes: number;
}

export interface ArchiveWriter {
  /** Problem: archive/cannot-write. A file is there whole or not at all. */
  write(
    path: string,
    items: AsyncIterable<ArchiveItem>,
    pages: readonly ArchivePage[],
    facts: ArchiveFacts,
  ): Promise<Result<WrittenArchive>>;
}
