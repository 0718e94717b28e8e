// Store: one collection, kept. SQLite in a folder by default, PostgreSQL later; one contract suite (test/contracts/store.ts)
// runs on every adapter. What a method has acknowledged by returning survives a kill of the process at any later moment.
import type { Result } from "../base/result.js";
import type { Capture } from "../model/document.js";
import type { Incident } from "../model/incident.js";
import type { DocumentRecord } from "../model/record.js";

export interface StoredDocument {
  readonly capture: Capture;
  readonly record: DocumentRecord;
}

/** A person's decision; appended, never changed. `undoes` names an earlier decision that it takes back. */
export interface Decision {
  readonly id: number;
  readonly kind: "accept" | "reject" | "correct" | "same" | "not-same" | "split" | "undo";
  /** What it is about: ids of events "document#event", or of claims "document#event#index". */
  readonly subjects: readonly string[];
  readonly value: unknown;
  readonly reason: string | null;
  readonly by: string | null;
  readonly at: string;
}

export interface CollectionCounts {
  readonly documents: number;
  readonly events: number;
  readonly incidents: number;
}

export interface Store {
  /** Keeps the bytes under their hash. "present" when the very bytes were there already (nothing changes then). */
  keepCapture(capture: Capture, bytes: Uint8Array): Promise<Result<"added" | "present">>;
  /** The bytes as they came. */
  bytesOf(captureId: string): Promise<Result<Uint8Array>>;
  captures(): Promise<readonly Capture[]>;

  /** Replaces the machine's reading of this document, and nothing else. */
  saveRecord(record: DocumentRecord): Promise<Result<void>>;
  /** Several at once, all or none. */
  saveRecords(records: readonly DocumentRecord[]): Promise<Result<void>>;
  record(documentId: string): Promise<DocumentRecord | null>;
  /** Every record, in order of document id. */
  records(): AsyncIterable<DocumentRecord>;
  /** Captures that no reading exists for, or one by another engine stamp than this. */
  unread(stamp: DocumentRecord["reading"]): Promise<readonly Capture[]>;

  /** Replaces all incidents in one transaction. */
  replaceIncidents(incidents: readonly Incident[]): Promise<Result<void>>;
  incident(id: string): Promise<Incident | null>;
  /** Every incident, in order of id. */
  incidents(): Promise<readonly Incident[]>;

  decide(decision: Omit<Decision, "id">): Promise<Result<Decision>>;
  /** The whole log, oldest first. */
  decisions(): Promise<readonly Decision[]>;

  counts(): Promise<CollectionCounts>;
  /** Grows with every change; readers may cache by it. */
  revision(): Promise<number>;
  close(): Promise<void>;
}
