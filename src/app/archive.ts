// Use case "archive": the evidence of all documents of a collection, or of some, as one WACZ file. Exchanges go in as the WARC
// records that the collection keeps, byte for byte; what came from files goes in as resource records, made now, always the same.
import type { Problem, Result } from "../base/result.js";
import { failed, ok } from "../base/result.js";
import { byCodeUnits } from "../base/order.js";
import type { Capture } from "../model/document.js";
import type { Sighting } from "../model/evidence.js";
import type { ArchiveItem, ArchivePage, ArchiveWriter, WrittenArchive } from "../ports/archive-writer.js";
import type { Store } from "../ports/store.js";
import { findId } from "./find-id.js";

export interface ArchiveOptions {
  /** Ids of documents or incidents; empty: everything. */
  readonly selection: readonly string[];
  readonly path: string;
  readonly title: string;
  readonly software: string;
  readonly onProblem: (problem: Problem, kind: "problem" | "warning") => void;
  readonly onWritten?: (documents: number) => void;
}

export interface Archived extends WrittenArchive {
  readonly documents: number;
}

const MIMES: Readonly<Record<Capture["form"], string>> = {
  text: "text/plain",
  html: "text/html",
  "ndjson-row": "application/json",
  "csv-row": "text/csv",
  "telegram-message": "application/json",
  mail: "message/rfc822",
  pdf: "application/pdf",
};

export async function archive(
  store: Store,
  writer: ArchiveWriter,
  options: ArchiveOptions,
): Promise<Result<Archived>> {
  const captures = await selected(store, options.selection);
  if (!captures.ok) return captures;
  if (captures.value.length === 0) return failed("archive/nothing-selected", options.path);
  const byId = new Map(captures.value.map((capture) => [capture.id, capture]));
  const sightings: Sighting[] = [];
  for (const { id } of captures.value) sightings.push(...(await store.sightings({ capture: id })));
  sightings.sort((a, b) => a.sequence - b.sequence);

  const pages: ArchivePage[] = [];
  for (const sighting of sightings) {
    const record = await store.record(sighting.capture);
    pages.push({
      url: uriOf(sighting),
      date: dateOf(sighting),
      title: record?.document.title ?? sighting.ref,
    });
  }
  const created = pages.reduce((latest, { date }) => (date > latest ? date : latest), UNKNOWN_DATE);

  async function* items(): AsyncGenerator<ArchiveItem> {
    for (const sighting of sightings) {
      const item = await itemOf(store, sighting, byId.get(sighting.capture)!);
      if (item.ok) yield item.value;
      else options.onProblem(item.problem, "problem");
      options.onWritten?.(1);
    }
  }
  const { path, title, software } = options;
  const written = await writer.write(path, items(), pages, { title, software, created });
  return written.ok ? ok({ ...written.value, documents: captures.value.length }) : written;
}

async function itemOf(store: Store, sighting: Sighting, capture: Capture): Promise<Result<ArchiveItem>> {
  const { record } = sighting;
  if (record !== null) {
    const bytes = await store.evidence.recordBytes(record);
    if (bytes === null || bytes.length < record.length) {
      const { segment, offset, length } = record;
      return failed("evidence/record-missing", segment, { offset, length });
    }
    return ok({ kind: "records", bytes });
  }
  const bytes = await store.bytesOf(capture.id);
  if (!bytes.ok) return bytes;
  const mime = MIMES[capture.form];
  const { ref } = sighting;
  return ok({
    kind: "resource",
    uri: uriOf(sighting),
    date: dateOf(sighting),
    mime,
    bytes: bytes.value,
    ref,
    as: capture,
  });
}

/** Where nothing tells when bytes were received. */
const UNKNOWN_DATE = "1970-01-01T00:00:00Z";

function dateOf({ capturedAt }: Sighting): string {
  return capturedAt ?? UNKNOWN_DATE;
}

/** A file has no address of its own that would hold elsewhere: its hash stands for it. */
function uriOf({ url, ref, capture }: Sighting): string {
  if (url !== null) return url;
  return /^[a-z][a-z0-9+.-]*:[^\s]+$/iu.test(ref) && !/^[a-z]:[\\/]/iu.test(ref) ? ref : `urn:${capture}`;
}

async function selected(store: Store, ids: readonly string[]): Promise<Result<readonly Capture[]>> {
  if (ids.length === 0) return ok(await store.captures());
  const found = new Map<string, Capture>();
  for (const id of ids) {
    const one = await findId(store, id);
    if (!one.ok) return one;
    if (one.value.kind !== "incident") found.set(one.value.capture.id, one.value.capture);
    else {
      for (const { document } of one.value.incident.events) {
        const capture = await store.capture(document);
        if (capture !== null) found.set(document, capture);
      }
    }
  }
  return ok([...found.values()].sort((a, b) => byCodeUnits(a.id, b.id)));
}
