// Use case "show": one incident, named by its id or a beginning of it, as the view that the browser gets too.
import type { Result } from "../base/result.js";
import { ok } from "../base/result.js";
import type { IncidentView } from "../contract/views.js";
import type { DocumentRecord } from "../model/record.js";
import type { Store } from "../ports/store.js";
import { findIncident } from "./find-id.js";
import { incidentView } from "./views/incident-view.js";

export async function showIncident(store: Store, id: string): Promise<Result<IncidentView>> {
  const incident = await findIncident(store, id);
  if (!incident.ok) return incident;
  const records = new Map<string, DocumentRecord | null>();
  for (const { document } of incident.value.events) records.set(document, await store.record(document));
  return ok(incidentView(incident.value, (document) => records.get(document) ?? null));
}
