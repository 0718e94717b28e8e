// The workbench of one open collection. Incidents and records are held in memory, with the index over them, for as long as
// the collection's revision stays; a request after a change reads them anew, once. What each view says: src/app/views.
import { ok } from "../base/result.js";
import type { Incident } from "../model/incident.js";
import type { DocumentRecord } from "../model/record.js";
import type { Store } from "../ports/store.js";
import { explain } from "./explain.js";
import { findDocument, findIncident } from "./find-id.js";
import { decisionList } from "./views/decision-view.js";
import { documentList, documentView, incidentsByEvent } from "./views/document-view.js";
import type { IncidentOf } from "./views/document-view.js";
import { indexIncidents } from "./views/incident-index.js";
import type { IncidentIndex } from "./views/incident-index.js";
import { listIncidents } from "./views/incident-list.js";
import { outletOf } from "./views/incident-row.js";
import type { RecordOf } from "./views/incident-row.js";
import { incidentView } from "./views/incident-view.js";
import { tallyList } from "./views/tally-view.js";
import type { TallyMeasures } from "../linking/tally-record.js";
import type { Workbench } from "./workbench.js";

export interface CollectionFacts {
  readonly name: string;
  readonly version: string;
  /** Outlines of the knowledge packs' regions, as GeoJSON; null where none. */
  readonly outline: unknown;
  /** Names of the knowledge packs' own countries, by their codes. */
  readonly countries: ReadonlyMap<string, string>;
  /** What tallies count, for setting them against the record. */
  readonly tallies: TallyMeasures;
  /** Keeps a decision in the collection that is shown. */
  readonly decide: Workbench["decide"];
}

/** All that views are made from, as it stood at one revision. */
interface Snapshot {
  readonly incidents: readonly Incident[];
  readonly records: ReadonlyMap<string, DocumentRecord>;
  readonly recordOf: RecordOf;
  readonly incidentOf: IncidentOf;
  readonly index: IncidentIndex;
}

export function openWorkbench(
  store: Store,
  { countries, tallies, decide, ...facts }: CollectionFacts,
): Workbench {
  let at = -1;
  let loaded: Promise<Snapshot> | null = null;
  const snapshot = async (): Promise<Snapshot> => {
    const revision = await store.revision();
    if (loaded === null || revision !== at) {
      at = revision;
      loaded = takeSnapshot(store);
    }
    return loaded;
  };

  return {
    stamp: async () => `${facts.version}-${await store.revision()}`,
    collection: async () => {
      const { records } = await snapshot();
      const { samples } = await store.settings();
      const outlets = new Set([...records.values()].map(outletOf)).size;
      return { ...facts, ...(await store.counts()), outlets, samples };
    },
    incidents: async (query) => listIncidents(query, (await snapshot()).index, countries),
    incident: async (id) => {
      const incident = await findIncident(store, id);
      return incident.ok ? ok(incidentView(incident.value, (await snapshot()).recordOf)) : incident;
    },
    documents: async () => {
      const { records, incidentOf } = await snapshot();
      return documentList(records.values(), incidentOf);
    },
    document: async (id) => {
      const capture = await findDocument(store, id);
      if (!capture.ok) return capture;
      const { recordOf, incidentOf } = await snapshot();
      const record = recordOf(capture.value.id);
      if (record === null) return { ok: false, problem: { code: "id/unread", input: id, detail: {} } };
      const { url } = capture.value;
      const sightings = url === null ? [] : await store.sightings({ url });
      return ok(documentView(capture.value, record, incidentOf, sightings));
    },
    bytes: async (id) => {
      const capture = await findDocument(store, id);
      return capture.ok ? store.bytesOf(capture.value.id) : capture;
    },
    tallies: async () => {
      const { records, incidents } = await snapshot();
      return tallyList(records.values(), incidents, tallies);
    },
    decisions: async () => {
      const { recordOf, incidentOf } = await snapshot();
      return decisionList(await store.decisions(), recordOf, incidentOf);
    },
    decide,
    explain: (id) => explain(store, id),
  };
}

async function takeSnapshot(store: Store): Promise<Snapshot> {
  const records = new Map<string, DocumentRecord>();
  for await (const record of store.records()) records.set(record.document.id, record);
  const incidents = await store.incidents();
  const recordOf: RecordOf = (id) => records.get(id) ?? null;
  return {
    incidents,
    records,
    recordOf,
    incidentOf: incidentsByEvent(incidents),
    index: indexIncidents(incidents, recordOf),
  };
}
