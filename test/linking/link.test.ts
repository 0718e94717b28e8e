import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { canonicalJson } from "../../src/base/canonical-json.js";
import { parseComparisonKnowledge, type EventSketch } from "../../src/knowledge/comparison.js";
import { linkEvents, type Constraint } from "../../src/linking/link.js";
import { NO_ACTORS } from "../../src/model/actor-lookup.js";
import type { Incident } from "../../src/model/incident.js";
import { knowledgeBase } from "../knowledge-base.js";
import { eventOf, recordOf } from "./event-sketch.js";
import { syntheticRecords } from "./synthetic-records.js";

const knowledge = { comparison: parseComparisonKnowledge(knowledgeBase), actors: NO_ACTORS };
const sarin: EventSketch["place"] = ["Sarin", 36.2, 37.1, "city"];
const groups = (incidents: readonly Incident[]) =>
  incidents.map((i) => i.events.map((e) => `${e.document}#${e.event}`).join(" ")).sort();

const bakery: EventSketch = {
  date: "2021-07-05",
  type: "Suicide bomb",
  place: sarin,
  killed: 16,
  quote: "a bomber killed 16 people outside a bakery",
};
const news = recordOf("a", [eventOf(bakery)], { published: "2021-07-05" });
const other = recordOf("b", [
  eventOf({ ...bakery, quote: "16 people died when a bomber struck outside a bakery" }),
]);
const recalled = recordOf("c", [
  eventOf({ date: "2021-08-01", type: "Armed clash", place: sarin, quote: "gunmen fought police" }),
  eventOf(
    {
      date: "2021-07",
      type: "Suicide bomb",
      place: sarin,
      killed: 16,
      focus: "background",
      quote: "last month 16 people died",
    },
    "e2",
  ),
]);

describe("linking", () => {
  it("joins accounts of one happening, and the recollection of it", () => {
    expect(groups(linkEvents([news, other, recalled], knowledge))).toEqual(["a#e1 b#e1 c#e2", "c#e1"]);
  });

  it("gives the same bytes whatever the order of the documents", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 100_000 }), fc.integer({ min: 1, max: 60 }), (seed, size) => {
        const { records } = syntheticRecords(size, seed, 20, 5);
        const expected = canonicalJson(linkEvents(records, knowledge));
        const reversed = canonicalJson(linkEvents([...records].reverse(), knowledge));
        const cut = seed % records.length;
        const rotated = canonicalJson(
          linkEvents([...records.slice(cut), ...records.slice(0, cut)], knowledge),
        );
        return expected === reversed && expected === rotated;
      }),
      { numRuns: 60 },
    );
  });

  it("puts every event into exactly one incident, and two of one document only where many others say so", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 100_000 }), (seed) => {
        const { records } = syntheticRecords(50, seed, 10, 4);
        const incidents = linkEvents(records, knowledge);
        const all = incidents.flatMap((i) => i.events.map((e) => `${e.document}#${e.event}`));
        expect([...all].sort()).toEqual(
          records.flatMap((r) => r.events.map((e) => `${r.document.id}#${e.id}`)).sort(),
        );
        for (const { events } of incidents) {
          const twice = events.length - new Set(events.map((e) => e.document)).size;
          expect(3 * twice).toBeLessThanOrEqual(events.length);
        }
      }),
      { numRuns: 30 },
    );
  });

  it("explains every link as a sum of labelled weights, and links all members", () => {
    for (const incident of linkEvents([news, other, recalled], knowledge)) {
      expect(incident.links).toHaveLength(incident.events.length - 1);
      for (const { weights, total } of incident.links)
        expect(weights.reduce((sum, w) => sum + w.weight, 0)).toBeCloseTo(total, 6);
    }
  });

  it("follows a person's decisions, the last one on a pair", () => {
    const decide = (...decisions: Constraint[]) =>
      groups(linkEvents([news, other, recalled], knowledge, decisions));
    const apart: Constraint = { kind: "not-same", a: "a#e1", b: "b#e1" };
    expect(decide(apart)).not.toContain("a#e1 b#e1 c#e2");
    expect(decide(apart, { ...apart, kind: "same" })).toContain("a#e1 b#e1 c#e2");
    expect(decide({ kind: "same", a: "a#e1", b: "c#e1" })).toEqual(["a#e1 c#e1", "b#e1 c#e2"]);
    expect(decide({ kind: "same", a: "c#e1", b: "c#e2" }).some((g) => g.includes("c#e1 c#e2"))).toBe(true);
    expect(decide({ kind: "same", a: "a#e1", b: "gone#e1" })).toEqual(decide());
  });

  it("keeps an incident's id while its members are the same", () => {
    const [first] = linkEvents([news, other], knowledge);
    const again = linkEvents([recalled, other, news], knowledge, [
      { kind: "not-same", a: "a#e1", b: "c#e2" },
      { kind: "not-same", a: "b#e1", b: "c#e2" },
    ]);
    expect(again.map((i) => i.id)).toContain(first!.id);
  });

  it("links nothing out of nothing", () => {
    expect(linkEvents([], knowledge)).toEqual([]);
    expect(linkEvents([recordOf("a", [])], knowledge)).toEqual([]);
    expect(linkEvents([recordOf("a", [eventOf({})]), recordOf("b", [eventOf({})])], knowledge)).toHaveLength(
      2,
    );
  });
});
