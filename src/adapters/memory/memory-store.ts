// The Store port in memory: for tests of the floors above, and as the second adapter that keeps the contract honest.
// Keeps nothing when the process ends.
import { failed, ok } from "../../base/result.js";
import type { Result } from "../../base/result.js";
import { canonicalJson } from "../../base/canonical-json.js";
import { sha256Hex } from "../../base/hash.js";
import { byCodeUnits } from "../../base/order.js";
import type { Capture } from "../../model/document.js";
import { chained, CHAIN_START } from "../../model/evidence.js";
import type { CaptureEntry, LogLine } from "../../model/evidence.js";
import type { Incident } from "../../model/incident.js";
import type { DocumentRecord, EngineStamp } from "../../model/record.js";
import type { Visit } from "../../model/visit.js";
import { planKeeping, sightingKey } from "../../ports/keeping-plan.js";
import type { CollectionSettings, Decision, ReadFailure, Store } from "../../ports/store.js";

export function memoryStore(): Store {
  const captures = new Map<string, Capture>();
  const bytes = new Map<string, Uint8Array>();
  const visits = new Map<string, Visit>();
  const readings = new Map<string, DocumentRecord | ReadFailure>();
  const renamed = new Set<string>();
  const log: (LogLine & CaptureEntry)[] = [];
  const timestamps: string[] = [];
  let incidents: readonly Incident[] = [];
  let decisions: readonly Decision[] = [];
  let settings: CollectionSettings = { knowledge: [], samples: false, authority: null };
  let stale = false;
  let revision = 0;

  const byId = <T>(map: ReadonlyMap<string, T>): [string, T][] =>
    [...map].sort(([a], [b]) => byCodeUnits(a, b));
  const changed = <T>(value: T, incidentsStale = stale): Result<T> => {
    stale = incidentsStale;
    revision++;
    return ok(value);
  };
  const isRead = (capture: Capture, stamp: EngineStamp): boolean => {
    const reading = readings.get(capture.id);
    if (reading === undefined) return false;
    const by = "reading" in reading ? reading.reading : reading.stamp;
    const sameRef = !("reading" in reading) || reading.document.ref === capture.ref;
    const same = (["engine", "version", "knowledge"] as const).every((part) => by[part] === stamp[part]);
    return same && sameRef && !renamed.has(capture.id);
  };

  const keepCaptures: Store["keepCaptures"] = async (documents, at = null) => {
    const plan = planKeeping(documents, captures);
    for (const document of plan.added) {
      bytes.set(document.capture.id, document.bytes.slice());
      captures.set(document.capture.id, document.capture);
    }
    for (const capture of plan.renamed) {
      captures.set(capture.id, capture);
      renamed.add(capture.id);
    }
    const seen = new Set(
      log.map(({ capture: id, form, columns, ...line }) => sightingKey({ ...line, id, form, columns })),
    );
    const before = log.length;
    for (const [i, { capture, ...document }] of documents.entries()) {
      if (plan.kept[i]!.as === "absent" || seen.has(sightingKey(capture))) continue;
      seen.add(sightingKey(capture));
      const { id, ...rest } = capture;
      const entry = {
        kind: "capture",
        at,
        capture: id,
        ...rest,
        size: document.bytes?.length ?? 0,
        record: null,
      } as const;
      log.push(chained(entry, log.at(-1) ?? CHAIN_START) as LogLine & CaptureEntry);
    }
    const same = plan.added.length + plan.renamed.length + log.length - before === 0;
    return same ? ok(plan.kept) : changed(plan.kept);
  };
  async function saveRecords(records: readonly DocumentRecord[]): Promise<Result<void>> {
    for (const record of records) {
      readings.set(record.document.id, copy(record));
      renamed.delete(record.document.id);
    }
    return changed(undefined, true);
  }

  return {
    keepCapture: async (capture, content) => {
      const kept = await keepCaptures([{ capture, bytes: content, exchange: null }]);
      return kept.ok ? ok(kept.value[0]!) : kept;
    },
    keepCaptures,
    sightings: async (of = undefined) =>
      log
        .filter(
          (line) => of === undefined || ("capture" in of ? line.capture === of.capture : line.url === of.url),
        )
        .map(({ sequence, capture, ref, url, capturedAt }) => ({
          sequence,
          capture,
          ref,
          url,
          capturedAt,
          record: null,
        })),
    evidence: {
      head: async () => log.at(-1) ?? CHAIN_START,
      lines: async function* () {
        for (const line of log) yield canonicalJson(line);
      },
      hashOfCapture: async (id) => {
        const found = bytes.get(id);
        return found === undefined ? null : sha256Hex(found);
      },
      hash: sha256Hex,
      recordBytes: async () => null,
      segments: async () => [],
      timestamps: async () => [...timestamps],
      keepTimestamp: async (text) => void timestamps.push(text),
    },
    capture: async (id) => captures.get(id) ?? null,
    findCaptures: async (idPrefixOrRef, limit) => {
      const prefix = idPrefixOrRef.startsWith("sha256:") ? idPrefixOrRef : `sha256:${idPrefixOrRef}`;
      return byId(captures)
        .map(([, capture]) => capture)
        .filter(({ id, ref }) => id.startsWith(prefix) || ref === idPrefixOrRef)
        .slice(0, limit);
    },
    bytesOf: async (id) => {
      const found = bytes.get(id);
      if (found !== undefined) return ok(found.slice());
      return failed("collection/damaged", "memory", { system: `the bytes of ${id} are missing or changed` });
    },
    captures: async () => byId(captures).map(([, capture]) => capture),

    visit: async (address) => copy(visits.get(address) ?? null),
    saveVisits: async (next) => {
      for (const visit of next) visits.set(visit.address, copy(visit));
      return ok(undefined);
    },

    saveRecord: (record) => saveRecords([record]),
    saveRecords,
    saveFailures: async (failures) => {
      for (const failure of failures) readings.set(failure.document, copy(failure));
      return changed(undefined, true);
    },
    failures: async () =>
      byId(readings).flatMap(([, reading]) => ("reading" in reading ? [] : [copy(reading)])),
    record: async (id) => {
      const reading = readings.get(id);
      return reading !== undefined && "reading" in reading ? copy(reading) : null;
    },
    records: async function* () {
      for (const [, reading] of byId(readings)) if ("reading" in reading) yield copy(reading);
    },
    unread: async (stamp) =>
      byId(captures).flatMap(([, capture]) => (isRead(capture, stamp) ? [] : [capture])),

    replaceIncidents: async (next) => {
      incidents = copy(next);
      return changed(undefined, false);
    },
    incidentsStale: async () => stale,
    incident: async (id) => copy(incidents.find((incident) => incident.id === id) ?? null),
    incidentsOf: async (documentId) => {
      const events = incidents.flatMap((incident) =>
        incident.events
          .filter(({ document }) => document === documentId)
          .map(({ event }) => [event, incident.id] as const),
      );
      return Object.fromEntries(events);
    },
    incidents: async () => copy(incidents).toSorted((a, b) => byCodeUnits(a.id, b.id)),

    decide: async (decision) => {
      const kept = copy({ id: decisions.length + 1, ...decision });
      decisions = [...decisions, kept];
      return changed(copy(kept), true);
    },
    decisions: async () => copy(decisions),

    settings: async () => settings,
    saveSettings: async (next) => {
      settings = copy({ ...settings, ...next });
      return changed(undefined);
    },
    counts: async () => ({
      documents: captures.size,
      events: [...readings.values()].reduce(
        (sum, one) => sum + ("reading" in one ? one.events.length : 0),
        0,
      ),
      incidents: incidents.length,
    }),
    revision: async () => revision,
    close: async () => {},
  };
}

/** What was saved and what is handed out are never the same object, as with a database. */
function copy<T>(value: T): T {
  return structuredClone(value);
}
