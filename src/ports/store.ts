// Store: one collection, kept. SQLite in a folder by default, PostgreSQL later; one contract suite (test/contracts/store.ts)
// runs on every adapter. What a method has acknowledged by returning survives a kill of the process at any later moment.
import type { Problem, Result } from "../base/result.js";
import type { Capture } from "../model/document.js";
import type { Incident } from "../model/incident.js";
import type { DocumentRecord, EngineStamp } from "../model/record.js";
import type { Sighting } from "../model/evidence.js";
import type { Visit } from "../model/visit.js";
import type { CapturedDocument, CapturedRepeat } from "./capture-source.js";
import type { Evidence } from "./evidence.js";

/** "read" takes no lock; "write" is the only writer until it closes; "create" is "write" that begins a collection. */
export type OpenMode = "read" | "write" | "create";

/**
 * "renamed": the very bytes were there under another ref, address or time; those that sort first are kept (keeping-plan.ts), and
 * they are to be read again. "absent": a repeat of bytes that are not there.
 */
export interface Kept {
  readonly as: "added" | "present" | "renamed" | "absent";
  /** As it stands in the collection. */
  readonly capture: Capture;
}

/** A capture that the engine of this stamp could not read, and why. */
export interface ReadFailure {
  readonly document: string;
  readonly stamp: EngineStamp;
  readonly problem: Problem;
}

export interface TimestampAuthority {
  readonly server: string;
  /** Certificates that it is trusted by, PEM; null where none were named. */
  readonly trusted: string | null;
}

/** What a collection remembers about itself beside its documents. */
export interface CollectionSettings {
  /** Knowledge packs that its documents are read with: folders, as absolute paths. */
  readonly knowledge: readonly string[];
  /** True for the bundled samples. */
  readonly samples: boolean;
  /** The timestamp authority that was asked last; null where none was. It is asked again only where a person says so. */
  readonly authority: TimestampAuthority | null;
}

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
  keepCapture(capture: Capture, bytes: Uint8Array): Promise<Result<Kept>>;
  /**
   * Several at once, all or none, in the order given. Each time that bytes were received gets a line in the evidence log, `at` the
   * instant given; the same file added again gets none, nor does the same exchange.
   */
  keepCaptures(
    documents: readonly (CapturedDocument | CapturedRepeat)[],
    at?: string | null,
  ): Promise<Result<readonly Kept[]>>;
  /** Every time that bytes were received, in the order of the log: all, of one capture, or from one address. */
  sightings(of?: { readonly capture: string } | { readonly url: string }): Promise<readonly Sighting[]>;
  readonly evidence: Evidence;
  capture(id: string): Promise<Capture | null>;
  /** Captures whose id begins so (with or without "sha256:") or whose ref is this, in order of id, at most `limit`. */
  findCaptures(idPrefixOrRef: string, limit: number): Promise<readonly Capture[]>;
  /** The bytes as they came. */
  bytesOf(captureId: string): Promise<Result<Uint8Array>>;
  captures(): Promise<readonly Capture[]>;

  /** What is remembered of an address; null where it was never visited. */
  visit(address: string): Promise<Visit | null>;
  /** Replaces what was remembered of these addresses. Neither incidents nor the revision change by it. */
  saveVisits(visits: readonly Visit[]): Promise<Result<void>>;

  /** Replaces the machine's reading of this document, and nothing else. */
  saveRecord(record: DocumentRecord): Promise<Result<void>>;
  /** Several at once, all or none. */
  saveRecords(records: readonly DocumentRecord[]): Promise<Result<void>>;
  /** The captures that could not be read, in place of a record; they count as read by this stamp. */
  saveFailures(failures: readonly ReadFailure[]): Promise<Result<void>>;
  failures(): Promise<readonly ReadFailure[]>;
  record(documentId: string): Promise<DocumentRecord | null>;
  /** Every record, in order of document id. */
  records(): AsyncIterable<DocumentRecord>;
  /** Captures that neither a record nor a failure exists for, or one by another engine stamp than this; in order of id. */
  unread(stamp: DocumentRecord["reading"]): Promise<readonly Capture[]>;

  /** Replaces all incidents in one transaction. */
  replaceIncidents(incidents: readonly Incident[]): Promise<Result<void>>;
  /** True where records or decisions have changed since the incidents were last replaced. */
  incidentsStale(): Promise<boolean>;
  incident(id: string): Promise<Incident | null>;
  /** The incident of each event of a document, by the event's id within it; events in no incident are left out. */
  incidentsOf(documentId: string): Promise<Readonly<Record<string, string>>>;
  /** Every incident, in order of id. */
  incidents(): Promise<readonly Incident[]>;

  decide(decision: Omit<Decision, "id">): Promise<Result<Decision>>;
  /** The whole log, oldest first. */
  decisions(): Promise<readonly Decision[]>;

  settings(): Promise<CollectionSettings>;
  saveSettings(settings: Partial<CollectionSettings>): Promise<Result<void>>;

  counts(): Promise<CollectionCounts>;
  /** Grows with every change; readers may cache by it. */
  revision(): Promise<number>;
  close(): Promise<void>;
}
