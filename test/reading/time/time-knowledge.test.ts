import { describe, expect, it } from "vitest";
import { timeKnowledge, timesIn, without, wrong } from "./time-examples.js";

describe("knowledge/time", () => {
  describe.each(timeKnowledge.rules.map((rule) => [rule.id, rule] as const))("%s", (id, rule) => {
    it("has two examples and a counter-example", () => {
      expect(Object.keys(rule.examples).length).toBeGreaterThanOrEqual(2);
      expect(rule.counter.length).toBeGreaterThanOrEqual(1);
    });
    it.each(Object.entries(rule.examples))("reads %s", (example, expected) => {
      expect(wrong(example, expected)).toBeNull();
    });
    it.each(rule.counter)("finds nothing of it in %s", (text) => {
      expect(timesIn(text).filter((t) => t.derivation.rule === id)).toEqual([]);
    });
    it("is needed by one of its examples", () => {
      const reduced = without(timeKnowledge, id);
      expect(
        Object.entries(rule.examples).some(
          ([example, expected]) => wrong(example, expected, reduced) !== null,
        ),
      ).toBe(true);
    });
  });

  it("has rules of different names", () => {
    const ids = timeKnowledge.rules.map((rule) => rule.id);
    expect(new Set(ids).size).toBe(ids.length);
  });
});
