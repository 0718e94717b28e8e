// Use case "show": one incident, named by its id or a beginning of it, as the view that the browser gets too.
import type { Result } from "../base/result.js";
import { failed } from "../base/result.js";
import type { IncidentView } from "../contract/views.js";
import type { Store } from "../ports/store.js";
import { findIncident } from "./find-id.js";

export async function showIncident(store: Store, id: string): Promise<Result<IncidentView>> {
  const incident = await findIncident(store, id);
  if (!incident.ok) return incident;
  return failed("id/unknown", id);
}
