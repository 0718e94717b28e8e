// The log of decisions for people: newest first, each with the words of its events and the incident they are in now.
import type { DecidedEvent, DecisionListView } from "../../contract/decisions.js";
import type { Decision } from "../../ports/store.js";
import type { IncidentOf } from "./document-view.js";
import { outletOf, type RecordOf } from "./incident-row.js";

export function decisionList(
  log: readonly Decision[],
  recordOf: RecordOf,
  incidentOf: IncidentOf,
): DecisionListView {
  const undone = new Set(log.flatMap(({ value }) => undoesOf(value) ?? []));
  const face = (key: string): DecidedEvent => {
    const [document, event] = key.split("#") as [string, string];
    const record = recordOf(document);
    const found = record?.events.find(({ id }) => id === event);
    return {
      id: key,
      document,
      event,
      outlet: record === null ? null : outletOf(record),
      quote: found?.quote ?? null,
      incident: incidentOf.get(key)?.id ?? null,
    };
  };
  return {
    decisions: [...log].reverse().map(({ subjects, value, ...rest }) => ({
      ...rest,
      subjects: subjects.map(face),
      from: ((value as { from?: readonly string[] } | null)?.from ?? []).map(face),
      undoes: undoesOf(value),
      undone: undone.has(rest.id),
    })),
  };
}

function undoesOf(value: unknown): number | null {
  const id = (value as { undoes?: unknown } | null)?.undoes;
  return typeof id === "number" ? id : null;
}
