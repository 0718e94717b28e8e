// Documents for their pages: one with its events, claims and mentions; all of them as a list; and every claimed tally.
import { byCodeUnits } from "../../base/order.js";
import type { DocumentListView, DocumentVersion, DocumentView } from "../../contract/views.js";
import type { Capture } from "../../model/document.js";
import type { Sighting } from "../../model/evidence.js";
import type { Incident } from "../../model/incident.js";
import type { DocumentRecord } from "../../model/record.js";

/** The incident of each event, by "document#event". */
export type IncidentOf = ReadonlyMap<string, Incident>;

export function incidentsByEvent(incidents: readonly Incident[]): IncidentOf {
  return new Map(
    incidents.flatMap((incident) =>
      incident.events.map((ref) => [`${ref.document}#${ref.event}`, incident] as const),
    ),
  );
}

export function documentView(
  capture: Capture,
  record: DocumentRecord,
  incidentOf: IncidentOf,
  sightings: readonly Sighting[],
): DocumentView {
  const { document, events, tallies, framing, mentions, warnings } = record;
  return {
    capture,
    versions: versionsOf(sightings),
    document,
    events: events.map((event) => {
      const incident = incidentOf.get(`${document.id}#${event.id}`);
      return { ...event, incident: incident?.id ?? null, incidentTitle: incident?.title ?? null };
    }),
    tallies,
    framing,
    mentions,
    warnings,
  };
}

/** Each document that an address gave, at the time it was first seen there, in order of time. */
function versionsOf(sightings: readonly Sighting[]): readonly DocumentVersion[] {
  const first = new Map<string, DocumentVersion>();
  const inTime = [...sightings].sort(
    (a, b) => byCodeUnits(a.capturedAt ?? "", b.capturedAt ?? "") || a.sequence - b.sequence,
  );
  for (const { capture, capturedAt } of inTime) {
    if (!first.has(capture)) first.set(capture, { id: capture, capturedAt });
  }
  return first.size < 2 ? [] : [...first.values()];
}

/** Newest first; undated last; then by where they came from. */
export function documentList(records: Iterable<DocumentRecord>, incidentOf: IncidentOf): DocumentListView {
  const documents = [...records]
    .map(({ document, events, warnings }) => ({
      id: document.id,
      title: document.title,
      outlet: document.outlet?.name ?? null,
      published: document.published,
      publishedBasis: document.publishedBasis,
      ref: document.ref,
      events: events.length,
      incidents: new Set(events.flatMap((event) => incidentOf.get(`${document.id}#${event.id}`)?.id ?? []))
        .size,
      warnings: warnings.length,
    }))
    .sort(
      (a, b) =>
        byCodeUnits(b.published ?? "", a.published ?? "") ||
        byCodeUnits(a.ref, b.ref) ||
        byCodeUnits(a.id, b.id),
    );
  return { total: documents.length, documents };
}
