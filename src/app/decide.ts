// Use case "decide": a person says that events are one happening, or are not, or takes such a decision back. Appended to the log, never
// changed; then the incidents are linked anew with it. In: a draft with ids of incidents or events as a person typed them. Out: the
// decision, and the incidents that its events are in now. Survives reading the documents again: it names events, not incidents.
import type { Result } from "../base/result.js";
import { failed, ok } from "../base/result.js";
import type { DecidedView, DecisionDraft } from "../contract/decisions.js";
import type { Incident } from "../model/incident.js";
import type { Decision, Store } from "../ports/store.js";
import type { Environment } from "./environment.js";
import { findId } from "./find-id.js";
import { linkCollection } from "./link-collection.js";

export async function decide(
  environment: Environment,
  folder: string,
  draft: DecisionDraft,
): Promise<Result<DecidedView>> {
  const opened = await environment.openStore(folder, "write");
  if (!opened.ok) return opened;
  const store = opened.value;
  try {
    const planned = await planOf(store, draft);
    if (!planned.ok) return planned;
    const kept = await store.decide({
      ...planned.value,
      reason: draft.reason,
      by: draft.by,
      at: environment.clock.now(),
    });
    if (!kept.ok) return kept;
    const linked = await linkCollection(environment, store, (await store.settings()).knowledge);
    if (!linked.ok) return linked;
    return ok({ decision: kept.value, incidents: await incidentsNow(store, kept.value) });
  } finally {
    await store.close();
  }
}

type Planned = Pick<Decision, "kind" | "subjects" | "value">;

async function planOf(store: Store, draft: DecisionDraft): Promise<Result<Planned>> {
  if (draft.kind === "undo") return plannedUndo(store, draft.undoes);
  const groups: (readonly string[])[] = [];
  for (const id of draft.subjects) {
    const events = await eventsOf(store, id);
    if (!events.ok) return events;
    groups.push(events.value);
  }
  const all = groups.flat();
  const input = draft.subjects.join(" ");
  if (new Set(all).size !== all.length) return failed("decision/twice", input);
  switch (draft.kind) {
    case "same":
      // Every event of each: one alone would be drawn out of its own incident where the two have little in common.
      return groups.length < 2
        ? failed("decision/too-few", input)
        : ok({ kind: "same", subjects: all, value: null });
    case "not-same": {
      const [left, ...right] = groups;
      if (left === undefined || right.length === 0) return failed("decision/too-few", input);
      const single = groups.every((group) => group.length === 1);
      return ok(
        single
          ? { kind: "not-same", subjects: all, value: null }
          : { kind: "split", subjects: left, value: { from: right.flat() } },
      );
    }
    case "split":
      return plannedSplit(store, all, input);
  }
}

/** The events named, out of the one incident that they are all in. */
async function plannedSplit(
  store: Store,
  events: readonly string[],
  input: string,
): Promise<Result<Planned>> {
  if (events.length === 0) return failed("decision/too-few", input);
  const held = (await store.incidents()).filter(({ events: own }) =>
    own.some((event) => events.includes(keyOf(event))),
  );
  if (held.length !== 1) return failed("decision/not-one-incident", input);
  const from = held[0]!.events.map(keyOf).filter((key) => !events.includes(key));
  return from.length === 0
    ? failed("decision/nothing-left", input)
    : ok({ kind: "split", subjects: events, value: { from } });
}

async function plannedUndo(store: Store, id: number): Promise<Result<Planned>> {
  const log = await store.decisions();
  const input = String(id);
  const undone = log.find((one) => one.id === id);
  if (undone === undefined || undone.kind === "undo") return failed("decision/unknown", input);
  const before = log.some(
    ({ kind, value }) => kind === "undo" && (value as { undoes: number }).undoes === id,
  );
  return before
    ? failed("decision/undone", input)
    : ok({ kind: "undo", subjects: undone.subjects, value: { undoes: id } });
}

/** Keys "document#event" of what an id means: an event, or all events of an incident. */
async function eventsOf(store: Store, id: string): Promise<Result<readonly string[]>> {
  const found = await findId(store, id);
  if (!found.ok) return found;
  if (found.value.kind === "incident") return ok(found.value.incident.events.map(keyOf));
  if (found.value.kind !== "event") return failed("decision/no-event", id);
  const { capture, event } = found.value;
  const record = await store.record(capture.id);
  return record?.events.some((one) => one.id === event) === true
    ? ok([`${capture.id}#${event}`])
    : failed("id/unknown", id);
}

async function incidentsNow(store: Store, { subjects, value }: Decision): Promise<readonly string[]> {
  const from = (value as { from?: readonly string[] } | null)?.from ?? [];
  const meant = new Set([...subjects, ...from]);
  return (await store.incidents())
    .filter(({ events }) => events.some((event) => meant.has(keyOf(event))))
    .map(({ id }) => id);
}

function keyOf({ document, event }: Incident["events"][number]): string {
  return `${document}#${event}`;
}
