// One incident as a line of the list and a mark of timeline and map. In: an incident and the records of its documents.
import type { IncidentRow } from "../../contract/views.js";
import { ATTRIBUTES } from "../../model/claim.js";
import { dayRange, dayText } from "../../model/day-range.js";
import type { Incident, Status } from "../../model/incident.js";
import type { DocumentRecord } from "../../model/record.js";
import { figureText } from "./value-label.js";

/** The record of a document; null where it is not there (a record removed since linking). */
export type RecordOf = (document: string) => DocumentRecord | null;

export function incidentRow(incident: Incident, recordOf: RecordOf): IncidentRow {
  const days = dayRange(incident.date);
  const documents = [...new Set(incident.events.map((event) => event.document))];
  const statuses: Partial<Record<Status, number>> = {};
  for (const compared of Object.values(incident.attributes))
    statuses[compared.status] = (statuses[compared.status] ?? 0) + 1;
  return {
    id: incident.id,
    title: incident.title,
    type: incident.type,
    date: incident.date,
    earliest: days === null ? null : dayText(days.earliest),
    latest: days === null ? null : dayText(days.latest),
    place: incident.place,
    articles: documents.length,
    outlets: new Set(documents.map((document) => outletOf(recordOf(document)))).size,
    origins: incident.origins.length,
    main: incident.events.some(
      ({ document, event }) => recordOf(document)?.events.find((e) => e.id === event)?.focus === "main",
    ),
    statuses,
    disputed: ATTRIBUTES.filter((attribute) => incident.attributes[attribute]?.status === "disputed"),
    killed: figureText(incident.attributes.killed),
    injured: figureText(incident.attributes.injured),
  };
}

/** The name that a document is listed under: its outlet, else where it came from. */
export function outletOf(record: DocumentRecord | null): string {
  return record?.document.outlet?.name ?? record?.document.ref ?? "";
}
