// One figure by a named rule, over incidents that are linked from reports in few words.
import { describe, expect, it } from "vitest";
import { parseComparisonKnowledge } from "../../src/knowledge/comparison.js";
import { linkEvents } from "../../src/linking/link.js";
import { resolveFigure } from "../../src/linking/resolution.js";
import { NO_ACTORS } from "../../src/model/actor-lookup.js";
import type { Incident } from "../../src/model/incident.js";
import type { ResolutionRule } from "../../src/model/resolution.js";
import { knowledgeBase } from "../knowledge-base.js";
import { eventOf, recordOf } from "./event-sketch.js";

const knowledge = { comparison: parseComparisonKnowledge(knowledgeBase), actors: NO_ACTORS };

type Told = readonly [
  outlet: string,
  published: string,
  min: number,
  max: number | null,
  who?: string | null,
];

function incidentOf(told: readonly Told[]): { incident: Incident; publishedOf: (id: string) => string } {
  const records = told.map(([outlet, published, min, max, who = null], i) => {
    const count = max === null ? { min } : { min, max };
    const event = eventOf(
      { date: "2031-05-01", type: "Suicide bomb", place: ["Sarin", 36.2, 37.1, "city"], quote: `bomb ${i}` },
      "e1",
      [{ attribute: "killed", value: { count, who } }],
    );
    return recordOf(`d${i}`, [event], { outlet, published, text: `words of report ${i} alone` });
  });
  const [incident, ...others] = linkEvents(records, knowledge);
  expect(others).toEqual([]);
  const published = new Map(records.map((r) => [r.document.id, r.document.published!]));
  return { incident: incident!, publishedOf: (id) => published.get(id)! };
}

function resolved(rule: ResolutionRule, ...told: readonly Told[]) {
  const { incident, publishedOf } = incidentOf(told);
  const found = resolveFigure(incident, "killed", rule, publishedOf)!;
  return [found.low, found.best, found.high, found.origins, found.hidden];
}

const DAY = "2031-05-02";
const FOUR: readonly Told[] = [
  ["North", DAY, 9, 9],
  ["South", DAY, 12, 12],
  ["East", DAY, 12, 12],
  ["West", DAY, 15, 15],
];

describe("one figure where one is wanted", () => {
  it("lowest: the lowest that anybody reports, and what it hides", () =>
    expect(resolved("lowest", ...FOUR)).toEqual([null, 9, null, 4, [12, 15]]));
  it("low, best, high: best is what most origins give", () =>
    expect(resolved("low-best-high", ...FOUR)).toEqual([9, 12, 15, 4, []]));
  it("low, best, high: no upper end where somebody says at least", () =>
    expect(resolved("low-best-high", ["North", DAY, 9, 9], ["South", DAY, 12, null])).toEqual([
      9,
      9,
      null,
      2,
      [12],
    ]));
  it("majority: more than half of the origins, else the lowest", () => {
    expect(resolved("majority", ...FOUR)).toEqual([null, 9, null, 4, [12, 15]]);
    expect(resolved("majority", ...FOUR.slice(0, 3))).toEqual([null, 12, null, 3, [9]]);
  });
  it("latest: what the newest reports give; two figures of one day stay two", () => {
    expect(resolved("latest", ["North", DAY, 9, 9], ["South", "2031-05-04", 14, 14])).toEqual([
      null,
      14,
      null,
      2,
      [9],
    ]);
    expect(resolved("latest", ...FOUR)).toEqual([9, null, 15, 4, [12]]);
  });
  it("weighs of each origin only its latest", () =>
    expect(resolved("lowest", ["North", DAY, 3, 3], ["North", "2031-05-04", 8, 8])).toEqual([
      null,
      8,
      null,
      1,
      [3],
    ]));
  it("takes groups of people for parts where somebody counts everybody", () => {
    const children: Told = ["East", DAY, 2, 2, "children"];
    expect(resolved("lowest", ["North", DAY, 9, 9], children)).toEqual([null, 9, null, 1, [2]]);
    expect(resolved("lowest", children)).toEqual([null, 2, null, 1, []]);
  });
  it("gives none where nobody asserts a figure", () => {
    const { incident, publishedOf } = incidentOf(FOUR);
    expect(resolveFigure(incident, "injured", "lowest", publishedOf)).toBeNull();
  });
});
