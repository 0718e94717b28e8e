import { describe, expect, it } from "vitest";
import { constraintsOf } from "../../src/app/constraints.js";
import type { Decision } from "../../src/ports/store.js";

const decision = (
  id: number,
  kind: Decision["kind"],
  subjects: readonly string[],
  value: unknown = null,
) => ({
  id,
  kind,
  subjects,
  value,
  reason: null,
  by: null,
  at: "2026-01-01T00:00:00Z",
});

describe("decisions as constraints on linking", () => {
  it("hold for every two of their subjects", () => {
    expect(constraintsOf([decision(1, "same", ["a#e1", "b#e1", "c#e2"])])).toEqual([
      { kind: "all-same", events: ["a#e1", "b#e1", "c#e2"] },
    ]);
  });
  it("part what is split off from what it leaves behind", () => {
    expect(constraintsOf([decision(1, "split", ["a#e1", "b#e1"], { from: ["c#e1"] })])).toEqual([
      { kind: "not-same", a: "a#e1", b: "c#e1" },
      { kind: "not-same", a: "b#e1", b: "c#e1" },
    ]);
  });
  it("are gone once they are undone, and back when nothing undoes them", () => {
    const log = [decision(1, "not-same", ["a#e1", "b#e1"]), decision(2, "same", ["a#e1", "b#e1"])];
    expect(constraintsOf([...log, decision(3, "undo", [], { undoes: 2 })])).toEqual([
      { kind: "not-same", a: "a#e1", b: "b#e1" },
    ]);
    expect(constraintsOf([...log, decision(3, "undo", [], { undoes: 9 })])).toHaveLength(2);
  });
  it("leave decisions on claims aside", () => {
    expect(constraintsOf([decision(1, "accept", ["a#e1#0"]), decision(2, "split", ["a#e1"])])).toEqual([]);
  });
});
