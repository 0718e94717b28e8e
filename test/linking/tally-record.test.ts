// Claimed numbers against the record: what falls under the tally's rule, what misses it narrowly, and what cannot be said.
import { describe, expect, it } from "vitest";
import { parseComparisonKnowledge } from "../../src/knowledge/comparison.js";
import { againstRecord } from "../../src/linking/tally-record.js";
import type { Incident } from "../../src/model/incident.js";
import type { Place } from "../../src/model/place.js";
import type { Tally } from "../../src/model/tally.js";
import { knowledgeBase } from "../knowledge-base.js";

const { counted, nearDays, values } = parseComparisonKnowledge(knowledgeBase);
const measures = { counted, nearDays, places: values.measures };

const MARISTAN: Place = {
  name: "Maristan",
  lat: 36,
  lon: 37,
  precision: "country",
  id: "country-xm",
  country: "XM",
};
const SARIN: Place = { name: "Sarin", lat: 36.2, lon: 37.1, precision: "city", id: "sarin", country: "XM" };
const FAR: Place = { name: "Tarn", lat: 12, lon: 99, precision: "city", id: "tarn", country: "XT" };

function incident(id: string, about: Partial<Incident> & { weapon?: string; by?: string } = {}): Incident {
  const value = (told: unknown) => ({
    status: "single" as const,
    conflicts: [],
    values: [
      { value: told, stance: "asserted" as const, independentSources: 1, claims: [], origins: ["o1"] },
    ],
  });
  const { weapon = "drone", by, ...rest } = about;
  return {
    id,
    type: "Air/drone strike",
    date: "2031-04-10",
    place: SARIN,
    title: id,
    events: [],
    origins: [],
    links: [],
    attributes: { weapon: value(weapon), ...(by === undefined ? {} : { perpetrator: value(by) }) },
    ...rest,
  };
}

function tally(about: Partial<Tally> = {}): Tally {
  return {
    what: "drone attacks",
    count: { min: 40, max: 40 },
    period: "2031-03-01/2031-04-30",
    place: "Maristan",
    area: MARISTAN,
    perpetrator: null,
    target: null,
    stance: "asserted",
    sources: [],
    quote: "",
    start: 0,
    end: 0,
    ...about,
  };
}

function set(about: Partial<Tally>, ...incidents: readonly Incident[]) {
  return againstRecord(tally(about), "2031-05-02", incidents, measures)!;
}

describe("a tally and the record", () => {
  it("counts incidents of its kind in its period and place, by day", () =>
    expect(set({}, incident("b"), incident("a", { date: "2031-03-01" })).within).toEqual(["a", "b"]));
  it("tells near misses with the reason", () => {
    const found = set(
      {},
      incident("late", { date: "2031-05-02" }),
      incident("rocket", { weapon: "rocket" }),
      incident("long-ago", { date: "2030-01-01" }),
      incident("elsewhere", { place: FAR }),
      incident("two", { date: "2031-05-02", weapon: "rocket" }),
    );
    expect(found.within).toEqual([]);
    expect(found.near).toEqual([
      { incident: "rocket", fails: "kind", days: null },
      { incident: "late", fails: "period", days: 2 },
    ]);
  });
  it("leaves undecided what an unknown day, place or perpetrator decides", () => {
    const found = set(
      { perpetrator: "Blue Front" },
      incident("undated", { date: null, by: "Blue Front" }),
      incident("month", { date: "2031-04/2031-05", by: "Blue Front" }),
      incident("placeless", { place: null, by: "Blue Front" }),
      incident("unnamed"),
    );
    expect(found.undecided.map(({ incident: id, unknown }) => `${id} ${unknown}`)).toEqual([
      "placeless place",
      "unnamed perpetrator",
      "month period",
      "undated period",
    ]);
  });
  it("holds its perpetrator against every name that is told", () => {
    const found = set(
      { perpetrator: "Blue Front" },
      incident("ours", { by: "the Blue Front" }),
      incident("theirs", { by: "Red Brigade" }),
    );
    expect(found.within).toEqual(["ours"]);
    expect(found.near).toEqual([{ incident: "theirs", fails: "perpetrator", days: null }]);
  });
  it("takes an open end for the day of publication, and says what it did not test", () => {
    const found = set(
      { period: "2031-04-01/..", target: "foreign bases" },
      incident("in"),
      incident("after", { date: "2031-05-09" }),
    );
    expect([found.within, found.untested]).toEqual([["in"], ["target"]]);
  });
  it("asks nothing where the tally tells neither period nor place, or counts no kind of incident", () => {
    expect(set({ period: null, place: null, area: undefined }, incident("a"))).toBeNull();
    expect(set({ what: "displaced" }, incident("a"))).toBeNull();
  });
});

describe("what a noun counts", () => {
  const meets = (what: string, { type, weapon }: { type: string; weapon?: string | undefined }) =>
    againstRecord(
      tally({ what }),
      null,
      [
        incident("i", {
          type: type as Incident["type"],
          ...(weapon === undefined ? { attributes: {} } : { weapon }),
        }),
      ],
      measures,
    )!.within.length === 1;
  describe.each(counted)("$what", (kind) => {
    it.each(kind.examples)("counts %j", (example) => expect(meets(kind.what, example)).toBe(true));
    it.each(kind.not_examples)("does not count %j", (example) =>
      expect(meets(kind.what, example)).toBe(false),
    );
  });
});
