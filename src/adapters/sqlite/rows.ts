// Between the nouns of the model and the rows of the tables.
import type { Capture } from "../../model/document.js";
import type { CaptureEntry, LogLine, Sighting } from "../../model/evidence.js";
import type { RowLayout } from "../../model/row-layout.js";
import type { DocumentRecord } from "../../model/record.js";
import type { Visit } from "../../model/visit.js";
import type { Decision, ReadFailure } from "../../ports/store.js";
import type { CaptureRow, DecisionRow, ReadingRow, SightingRow, VisitRow } from "./tables.js";

export function captureRow(capture: Capture, size: number): CaptureRow {
  return {
    id: capture.id,
    ref: capture.ref,
    form: capture.form,
    columns: capture.columns === null ? null : JSON.stringify(capture.columns),
    url: capture.url,
    captured_at: capture.capturedAt,
    size,
    charset: capture.charset ?? null,
    layout: capture.layout === undefined ? null : JSON.stringify(capture.layout),
  };
}

export function visitRow({ lastModified, ...visit }: Visit): VisitRow {
  return { ...visit, last_modified: lastModified };
}

export function visitOf({ last_modified, ...row }: VisitRow): Visit {
  return { ...row, lastModified: last_modified };
}

export function captureOf(row: CaptureRow): Capture {
  return {
    id: row.id,
    ref: row.ref,
    form: row.form as Capture["form"],
    columns: row.columns === null ? null : (JSON.parse(row.columns) as string[]),
    url: row.url,
    capturedAt: row.captured_at,
    ...(row.charset === null ? {} : { charset: row.charset }),
    ...(row.layout === null ? {} : { layout: JSON.parse(row.layout) as RowLayout }),
  };
}

export function recordRow(record: DocumentRecord): ReadingRow {
  const { document, events, reading } = record;
  return {
    document: document.id,
    engine: reading.engine,
    version: reading.version,
    knowledge: reading.knowledge,
    outcome: "record",
    ref: document.ref,
    outlet: document.outlet?.name ?? null,
    published: document.published,
    events: events.length,
    json: JSON.stringify(record),
  };
}

export function failureRow({ document, stamp, problem }: ReadFailure): ReadingRow {
  return {
    document,
    engine: stamp.engine,
    version: stamp.version,
    knowledge: stamp.knowledge,
    outcome: "failure",
    ref: null,
    outlet: null,
    published: null,
    events: 0,
    json: JSON.stringify(problem),
  };
}

export function failureOf({ document, engine, version, knowledge, json }: ReadingRow): ReadFailure {
  return {
    document,
    stamp: { engine, version, knowledge },
    problem: JSON.parse(json) as ReadFailure["problem"],
  };
}

export function decisionOf(row: DecisionRow): Decision {
  return {
    id: row.id,
    kind: row.kind as Decision["kind"],
    subjects: JSON.parse(row.subjects) as string[],
    value: JSON.parse(row.value) as unknown,
    reason: row.reason,
    by: row.decided_by,
    at: row.decided_at,
  };
}

export function sightingRow(line: LogLine & CaptureEntry): SightingRow {
  return {
    sequence: line.sequence,
    capture: line.capture,
    ref: line.ref,
    url: line.url,
    captured_at: line.capturedAt,
    segment: line.record?.segment ?? null,
    offset: line.record?.offset ?? null,
    length: line.record?.length ?? null,
  };
}

export function sightingOf(row: SightingRow): Sighting {
  const { sequence, capture, ref, url, captured_at: capturedAt, segment, offset, length } = row;
  const record = segment === null ? null : { segment, offset: offset ?? 0, length: length ?? 0 };
  return { sequence, capture, ref, url, capturedAt, record };
}
