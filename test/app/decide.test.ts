// Decisions of a person: what they do to the incidents, that they last, and how wrong ones are refused. Linked for real.
import { describe, expect, it } from "vitest";
import { constraintsOf } from "../../src/app/constraints.js";
import { decide } from "../../src/app/decide.js";
import { decisionList } from "../../src/app/views/decision-view.js";
import { incidentsByEvent } from "../../src/app/views/document-view.js";
import { ok } from "../../src/base/result.js";
import type { DecisionDraft } from "../../src/contract/decisions.js";
import { parseComparisonKnowledge } from "../../src/knowledge/comparison.js";
import { linkEvents } from "../../src/linking/link.js";
import { NO_ACTORS } from "../../src/model/actor-lookup.js";
import { knowledgeBase } from "../knowledge-base.js";
import { bytesOf, madeCapture, madeRecord } from "../made.js";
import { madeEnvironment, type MadeEnvironment } from "./made-environment.js";

const knowledge = { comparison: parseComparisonKnowledge(knowledgeBase), actors: NO_ACTORS };
const ME = { reason: "seen in both", by: "A. Editor" };
const TEXTS = ["One: Three rockets fell on the depot.", "Two: Three rockets fell on the depot, at night."];
const EVENTS = TEXTS.map((text) => `${madeCapture(text).id}#e1`);

/** Two reports of one happening, linked. */
async function collection(): Promise<MadeEnvironment> {
  const environment = madeEnvironment();
  environment.openLinker = async () =>
    ok((records, decisions) => linkEvents(records, knowledge, constraintsOf(decisions)));
  const { store } = environment;
  for (const text of TEXTS) {
    await store.keepCapture(madeCapture(text, text.slice(0, 3)), bytesOf(text));
    await store.saveRecord(madeRecord(text, text.slice(0, 3)));
  }
  await store.replaceIncidents(
    linkEvents(
      TEXTS.map((text) => madeRecord(text, text.slice(0, 3))),
      knowledge,
    ),
  );
  return environment;
}

const count = async ({ store }: MadeEnvironment): Promise<number> => (await store.incidents()).length;
const codeOf = async (environment: MadeEnvironment, draft: DecisionDraft): Promise<string> => {
  const decided = await decide(environment, "c", draft);
  return decided.ok ? "decided" : decided.problem.code;
};

describe("deciding", () => {
  it("splits an incident, takes that back, and keeps both in the log", async () => {
    const environment = await collection();
    expect(await count(environment)).toBe(1);
    const split = await decide(environment, "c", { kind: "split", subjects: [EVENTS[0]!], ...ME });
    expect(split).toMatchObject({ ok: true, value: { decision: { id: 1, by: "A. Editor" } } });
    expect(split.ok && split.value.incidents).toHaveLength(2);
    expect(await count(environment)).toBe(2);
    expect(await codeOf(environment, { kind: "undo", undoes: 1, ...ME })).toBe("decided");
    expect(await count(environment)).toBe(1);
    expect((await environment.store.decisions()).map(({ kind }) => kind)).toEqual(["split", "undo"]);
  });

  it("joins what was parted, by the ids of incidents, which may be cut short", async () => {
    const environment = await collection();
    await decide(environment, "c", { kind: "not-same", subjects: EVENTS, ...ME });
    expect(await count(environment)).toBe(2);
    const ids = (await environment.store.incidents()).map(({ id }) => id.slice(0, 10));
    expect(await codeOf(environment, { kind: "same", subjects: ids, ...ME })).toBe("decided");
    expect(await count(environment)).toBe(1);
  });

  it("joins every event of two incidents, not one of each alone", async () => {
    const environment = await collection();
    const { store } = environment;
    const third = "Six: Three rockets fell on the depot, people there say.";
    const event = `${madeCapture(third).id}#e1`;
    await store.keepCapture(madeCapture(third, "Six"), bytesOf(third));
    await store.saveRecord(madeRecord(third, "Six"));
    await decide(environment, "c", { kind: "not-same", subjects: [event, EVENTS[0]!], ...ME });
    await decide(environment, "c", { kind: "not-same", subjects: [event, EVENTS[1]!], ...ME });
    const ids = (await store.incidents()).map(({ id }) => id);
    expect(ids).toHaveLength(2);
    const same = await decide(environment, "c", { kind: "same", subjects: ids, ...ME });
    expect(same.ok && [...same.value.decision.subjects].sort()).toEqual([...EVENTS, event].sort());
    expect(await count(environment)).toBe(1);
  });

  it("holds after the documents are read again", async () => {
    const environment = await collection();
    await decide(environment, "c", { kind: "not-same", subjects: EVENTS, ...ME });
    const { store } = environment;
    for (const text of TEXTS) await store.saveRecord(madeRecord(text, text.slice(0, 3)));
    await decide(environment, "c", { kind: "undo", undoes: 9, ...ME });
    const link = await environment.openLinker([]);
    const records = TEXTS.map((text) => madeRecord(text, text.slice(0, 3)));
    expect(link.ok && link.value(records, await store.decisions())).toHaveLength(2);
  });

  it("refuses what cannot be decided, and keeps nothing of it", async () => {
    const environment = await collection();
    const [one, two] = EVENTS as [string, string];
    const incident = (await environment.store.incidents())[0]!.id;
    expect(await codeOf(environment, { kind: "same", subjects: [one], ...ME })).toBe("decision/too-few");
    expect(await codeOf(environment, { kind: "same", subjects: [one, one], ...ME })).toBe("decision/twice");
    expect(await codeOf(environment, { kind: "same", subjects: [one, incident], ...ME })).toBe(
      "decision/twice",
    );
    expect(await codeOf(environment, { kind: "split", subjects: [incident], ...ME })).toBe(
      "decision/nothing-left",
    );
    expect(await codeOf(environment, { kind: "same", subjects: [one, "nowhere"], ...ME })).toBe("id/unknown");
    expect(await codeOf(environment, { kind: "same", subjects: [one, "Two"], ...ME })).toBe(
      "decision/no-event",
    );
    expect(await codeOf(environment, { kind: "undo", undoes: 4, ...ME })).toBe("decision/unknown");
    expect(await environment.store.decisions()).toEqual([]);
    await decide(environment, "c", { kind: "not-same", subjects: [one, two], ...ME });
    expect(await codeOf(environment, { kind: "split", subjects: [one, two], ...ME })).toBe(
      "decision/not-one-incident",
    );
    await decide(environment, "c", { kind: "undo", undoes: 1, ...ME });
    expect(await codeOf(environment, { kind: "undo", undoes: 1, ...ME })).toBe("decision/undone");
  });

  it("is shown newest first, with the words of its events", async () => {
    const environment = await collection();
    await decide(environment, "c", { kind: "split", subjects: [EVENTS[0]!], ...ME });
    await decide(environment, "c", { kind: "undo", undoes: 1, reason: null, by: null });
    const { store } = environment;
    const records = new Map(
      TEXTS.map((text) => [madeCapture(text).id, madeRecord(text, text.slice(0, 3))] as const),
    );
    const { decisions } = decisionList(
      await store.decisions(),
      (id) => records.get(id) ?? null,
      incidentsByEvent(await store.incidents()),
    );
    expect(decisions.map(({ id, undoes, undone }) => [id, undoes, undone])).toEqual([
      [2, 1, false],
      [1, null, true],
    ]);
    expect(decisions[1]!.subjects[0]).toMatchObject({ id: EVENTS[0], outlet: "The Tarn Courier" });
    expect(decisions[1]!.from.map(({ id }) => id)).toEqual([EVENTS[1]]);
  });
});
