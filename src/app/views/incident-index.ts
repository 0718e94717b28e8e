// The index of incidents: rows with everything that queries test, worked out once for each revision of the collection.
// In: incidents and records. Out: entries in order of id; listIncidents answers a query over them in one pass.
import { fold } from "../../base/fold.js";
import { orderedBy } from "../../base/order.js";
import type { IncidentRow } from "../../contract/views.js";
import { dayRange } from "../../model/day-range.js";
import type { Incident } from "../../model/incident.js";
import { incidentRow, outletOf, type RecordOf } from "./incident-row.js";

export const FACETS = [
  "country",
  "place",
  "type",
  "weapon",
  "outlet",
  "origin",
  "status",
  "disputed",
] as const;
export type Facet = (typeof FACETS)[number];

export interface IndexedIncident {
  readonly row: IncidentRow;
  readonly facets: Readonly<Record<Facet, readonly string[]>>;
  /** Folded words of title, place, names and quotes, for searching. */
  readonly words: string;
  readonly earliest: number | null;
  readonly latest: number | null;
}

export interface IncidentIndex {
  readonly entries: readonly IndexedIncident[];
}

export function indexIncidents(incidents: readonly Incident[], recordOf: RecordOf): IncidentIndex {
  return {
    entries: [...incidents]
      .sort(orderedBy((incident) => incident.id))
      .map((incident) => indexedIncident(incident, recordOf)),
  };
}

function indexedIncident(incident: Incident, recordOf: RecordOf): IndexedIncident {
  const row = incidentRow(incident, recordOf);
  const days = dayRange(incident.date);
  const events = incident.events.flatMap(({ document, event }) => {
    const record = recordOf(document);
    return record?.events.filter((e) => e.id === event) ?? [];
  });
  const records = [...new Set(incident.events.map((e) => e.document))].map(recordOf);
  const outlets = [...new Set(records.map(outletOf))];
  const origins = [...new Set(incident.origins.map((origin) => origin.name))];
  const values = (attribute: "weapon" | "perpetrator") =>
    (incident.attributes[attribute]?.values ?? []).flatMap((v) =>
      typeof v.value === "string" ? [v.value] : [],
    );
  const words = [
    incident.title,
    incident.place?.name ?? "",
    ...outlets,
    ...origins,
    ...values("perpetrator"),
    ...records.map((record) => record?.document.title ?? ""),
    ...events.flatMap((event) => [event.quote, event.place?.name ?? "", ...event.claims.map((c) => c.quote)]),
  ];
  return {
    row,
    facets: {
      country: incident.place?.country == null ? [] : [incident.place.country],
      place: incident.place === null ? [] : [incident.place.name],
      type: [incident.type],
      weapon: [...new Set(values("weapon"))],
      outlet: outlets,
      origin: origins,
      status: [...new Set(Object.values(incident.attributes).map((compared) => compared.status))],
      disputed: row.disputed,
    },
    words: ` ${[...new Set(words.map(fold))].join(" | ")} `,
    earliest: days?.earliest ?? null,
    latest: days?.latest ?? null,
  };
}
