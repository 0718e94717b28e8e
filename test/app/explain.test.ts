import { describe, expect, it } from "vitest";
import { memoryStore } from "../../src/adapters/memory/memory-store.js";
import { constraintsOf } from "../../src/app/constraints.js";
import { explain } from "../../src/app/explain.js";
import type { Decision, Store } from "../../src/ports/store.js";
import { bytesOf, madeCapture, madeIncident, madeRecord, STAMP } from "../made.js";

const TEXT = `${"Smoke rose over Tarn. ".repeat(20)}Three rockets fell on the depot. ${"Night came. ".repeat(40)}`;
const ID = madeCapture(TEXT).id;

async function madeCollection(): Promise<Store> {
  const store = memoryStore();
  for (const [ref, text] of [
    ["a.txt", TEXT],
    ["b.txt", "Three rockets fell."],
    ["u.txt", "unread"],
  ] as const) {
    await store.keepCapture(madeCapture(text, ref), bytesOf(text));
    if (ref !== "u.txt") await store.saveRecord(madeRecord(text, ref));
  }
  const records = [madeRecord(TEXT), madeRecord("Three rockets fell.", "b.txt")];
  await store.replaceIncidents([madeIncident(records), madeIncident([], "3f9")]);
  return store;
}

describe("explaining an id", () => {
  it.each([`${ID}#e1#0`, `${ID.slice(7)}#e1#0`, `${ID.slice(7, 20)}#e1#0`, "a.txt#e1#0"])(
    "walks from the claim %s to its bytes",
    async (id) => {
      const explained = await explain(await madeCollection(), id);
      if (!explained.ok || explained.value.kind !== "claim") throw new Error("no claim");
      const claim = explained.value;
      expect(claim).toMatchObject({
        id: `${ID}#e1#0`,
        attribute: "munitions",
        label: "3",
        quote: "Three rockets",
      });
      expect(TEXT.slice(claim.start, claim.end)).toBe("Three rockets");
      expect(claim.context.text.slice(claim.context.quoteStart, claim.context.quoteEnd)).toBe(
        "Three rockets",
      );
      expect(TEXT).toContain(claim.context.text);
      expect(claim.derivation).toMatchObject([{ rule: "count/number", words: "Three" }]);
      expect(claim.event.incident).toBe("3f2a9b");
      expect(claim.document.kept).toMatchObject({
        check: "same",
        bytes: bytesOf(TEXT).length,
        capture: { id: ID },
      });
    },
  );

  it("shows an event with its claims, and a document with its events", async () => {
    const store = await madeCollection();
    expect(await explain(store, "a.txt#e1")).toMatchObject({
      ok: true,
      value: { kind: "event", incident: "3f2a9b", claims: [{ id: `${ID}#e1#0` }, { label: "rocket" }] },
    });
    expect(await explain(store, "a.txt")).toMatchObject({
      ok: true,
      value: {
        kind: "document",
        events: [{ id: `${ID}#e1` }],
        document: { dropped: [{ reason: "share-bar" }] },
      },
    });
  });

  it("shows an incident with the words of its events", async () => {
    expect(await explain(await madeCollection(), "3f2")).toMatchObject({
      ok: true,
      value: {
        kind: "incident",
        events: [{ quote: "Three rockets fell on the depot" }, { quote: "Three rockets fell" }],
      },
    });
  });

  it("says when bytes are damaged", async () => {
    const store = await madeCollection();
    const damaged: Store = {
      ...store,
      bytesOf: async () => ({ ok: false, problem: { code: "collection/damaged", input: "c", detail: {} } }),
    };
    expect(await explain(damaged, "a.txt")).toMatchObject({
      value: { document: { kept: { check: "damaged", bytes: null } } },
    });
  });

  it.each([
    ["3f", "id/ambiguous"],
    ["nothing", "id/unknown"],
    ["", "id/unknown"],
    ["a.txt#e9", "id/unknown"],
    ["a.txt#e1#9", "id/unknown"],
    ["gone.txt#e1", "id/unknown"],
    ["u.txt", "id/unread"],
  ])("answers %j with %s", async (id, code) => {
    expect(await explain(await madeCollection(), id)).toMatchObject({ ok: false, problem: { code } });
  });

  it("gives the problem of a document that could not be read", async () => {
    const store = await madeCollection();
    const problem = { code: "text/none", input: "u.txt", detail: {} };
    await store.saveFailures([{ document: madeCapture("unread").id, stamp: STAMP, problem }]);
    expect(await explain(store, "u.txt")).toEqual({ ok: false, problem });
  });
});

describe("decisions as constraints", () => {
  const decided = (
    id: number,
    kind: Decision["kind"],
    subjects: string[],
    value: unknown = null,
  ): Decision => ({
    id,
    kind,
    subjects,
    value,
    reason: null,
    by: null,
    at: "2031-05-03T00:00:00Z",
  });

  it("are the pairs that a person joined or held apart, without what was undone", () => {
    const log = [
      decided(1, "same", ["a#e1", "b#e1", "c#e1"]),
      decided(2, "not-same", ["a#e1", "d#e1"]),
      decided(3, "accept", ["a#e1"]),
      decided(4, "same", ["a#e1", "z#e1"]),
      decided(5, "undo", [], { undoes: 4 }),
    ];
    expect(constraintsOf(log)).toEqual([
      { kind: "all-same", events: ["a#e1", "b#e1", "c#e1"] },
      { kind: "not-same", a: "a#e1", b: "d#e1" },
    ]);
  });
});
