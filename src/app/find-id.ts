// From what a person typed to one thing in the collection: an incident, a document, an event or a claim. Ids may be cut
// short as long as one thing alone begins so; a document may also be named by its ref. Problems: id/unknown, id/ambiguous.
import type { Result } from "../base/result.js";
import { failed, ok } from "../base/result.js";
import { byCodeUnits } from "../base/order.js";
import type { Capture } from "../model/document.js";
import type { Incident } from "../model/incident.js";
import type { Store } from "../ports/store.js";

export type Found =
  | { readonly kind: "incident"; readonly incident: Incident }
  | { readonly kind: "document"; readonly capture: Capture }
  | { readonly kind: "event"; readonly capture: Capture; readonly event: string }
  | { readonly kind: "claim"; readonly capture: Capture; readonly event: string; readonly claim: number };

/** How many matches of an ambiguous id are named. */
const NAMED = 4;

export async function findId(store: Store, id: string): Promise<Result<Found>> {
  const whole = await findIncidentOrDocument(store, id);
  if (whole.ok || whole.problem.code === "id/ambiguous") return whole;
  const parts = /^(.+?)#(e\d+)(?:#(\d+))?$/u.exec(id);
  if (parts === null) return whole;
  const [, documentId, event, claim] = parts;
  const document = await findDocument(store, documentId!);
  if (!document.ok) return document.problem.code === "id/unknown" ? failed("id/unknown", id) : document;
  const capture = document.value;
  if (claim === undefined) return ok({ kind: "event", capture, event: event! });
  return ok({ kind: "claim", capture, event: event!, claim: Number(claim) });
}

export async function findIncident(store: Store, id: string): Promise<Result<Incident>> {
  const exact = await store.incident(id);
  if (exact !== null) return ok(exact);
  const matching = (await store.incidents()).filter((incident) => incident.id.startsWith(id));
  return onlyOne(matching, id, (incident) => incident.id);
}

export async function findDocument(store: Store, id: string): Promise<Result<Capture>> {
  const exact = await store.capture(id);
  if (exact !== null) return ok(exact);
  return onlyOne(await store.findCaptures(id, NAMED + 1), id, (capture) => capture.id);
}

async function findIncidentOrDocument(store: Store, id: string): Promise<Result<Found>> {
  const incident = await findIncident(store, id);
  const document = await findDocument(store, id);
  if (incident.ok && document.ok) {
    return failed("id/ambiguous", id, {
      matches: `incident ${incident.value.id}, document ${document.value.id}`,
    });
  }
  if (incident.ok) return ok({ kind: "incident", incident: incident.value });
  if (document.ok) return ok({ kind: "document", capture: document.value });
  return incident.problem.code === "id/ambiguous" ? incident : document;
}

function onlyOne<T>(matching: readonly T[], id: string, nameOf: (item: T) => string): Result<T> {
  if (matching.length === 1 && id !== "") return ok(matching[0]!);
  if (matching.length === 0 || id === "") return failed("id/unknown", id);
  const names = matching.map(nameOf).sort(byCodeUnits);
  const more = names.length > NAMED ? ", …" : "";
  return failed("id/ambiguous", id, { matches: names.slice(0, NAMED).join(", ") + more });
}
