// The tables of a collection as kysely sees them; migrations/ creates them. Records, incidents and problems are kept whole
// as JSON; columns beside them exist only to find and order by.

export interface CollectionTables {
  captures: CaptureRow;
  readings: ReadingRow;
  incidents: { id: string; type: string; date: string | null; json: string };
  incident_events: { document: string; event: string; incident: string };
  decisions: DecisionRow;
  sightings: SightingRow;
  visits: VisitRow;
  settings: { name: string; value: string };
}

export interface CaptureRow {
  id: string;
  ref: string;
  form: string;
  /** JSON array; null for all but CSV rows. */
  columns: string | null;
  url: string | null;
  captured_at: string | null;
  size: number;
  charset: string | null;
  /** JSON object; null where a table is laid out the usual way. */
  layout: string | null;
}

export interface VisitRow {
  address: string;
  url: string | null;
  etag: string | null;
  last_modified: string | null;
  edition: string | null;
  at: string | null;
}

/** One time that a capture's bytes were received; `sequence` is that of its line in the evidence log. */
export interface SightingRow {
  sequence: number;
  capture: string;
  ref: string;
  url: string | null;
  captured_at: string | null;
  /** The place of its WARC records; null where there are none. */
  segment: string | null;
  offset: number | null;
  length: number | null;
}

/** What an engine made of a capture: a record, or the problem because of which there is none. */
export interface ReadingRow {
  document: string;
  engine: string;
  version: string;
  knowledge: string;
  outcome: "record" | "failure";
  /** The ref that the record was read under; null for a failure. */
  ref: string | null;
  outlet: string | null;
  published: string | null;
  events: number;
  json: string;
}

export interface DecisionRow {
  id: number;
  kind: string;
  /** JSON array. */
  subjects: string;
  /** JSON. */
  value: string;
  reason: string | null;
  decided_by: string | null;
  decided_at: string;
}
