import { describe, expect, it } from "vitest";
import { incidentsByEvent, documentList, documentView } from "../../../src/app/views/document-view.js";
import { indexIncidents } from "../../../src/app/views/incident-index.js";
import { listIncidents } from "../../../src/app/views/incident-list.js";
import { incidentView } from "../../../src/app/views/incident-view.js";
import { labelOfValue } from "../../../src/app/views/value-label.js";
import { parseComparisonKnowledge } from "../../../src/knowledge/comparison.js";
import { linkEvents } from "../../../src/linking/link.js";
import { NO_ACTORS } from "../../../src/model/actor-lookup.js";
import type { DocumentRecord } from "../../../src/model/record.js";
import { knowledgeBase } from "../../knowledge-base.js";
import { eventOf, recordOf, type ClaimSketch } from "../../linking/event-sketch.js";

const knowledge = { comparison: parseComparisonKnowledge(knowledgeBase), actors: NO_ACTORS };

function placed(
  id: string,
  text: string,
  date: string,
  place: [string, number, number],
  claims: ClaimSketch[],
): DocumentRecord {
  const event = eventOf(
    { date, type: "Air/drone strike", place: [...place, "city"], quote: text },
    "e1",
    claims,
  );
  const record = recordOf(id, [event], { outlet: `Outlet ${id}`, published: date, text });
  const at = (quote: string) => ({ start: text.indexOf(quote), end: text.indexOf(quote) + quote.length });
  return {
    ...record,
    events: [{ ...event, claims: event.claims.map((c) => ({ ...c, ...at(c.quote) })) }],
    framing: [
      {
        term: "butchers",
        referent: "the army",
        neutral: "army",
        tone: "pejorative",
        sources: [],
        quote: "butchers",
        ...at("butchers"),
      },
    ].filter((t) => t.start >= 0) as DocumentRecord["framing"],
  };
}
const drone: ClaimSketch = { attribute: "weapon", value: "drone", quote: "drone" };
const records = [
  placed(
    "a",
    "A drone of the butchers hit the mill of Sarin, 3 killed.",
    "2021-07-05",
    ["Sarin", 36.2, 37.1],
    [drone, { attribute: "killed", value: { count: { min: 3, max: 3 }, who: null }, quote: "3 killed" }],
  ),
  placed(
    "b",
    "In Sarin a drone struck; the governor counts five killed at the mill.",
    "2021-07-05",
    ["Sarin", 36.2, 37.1],
    [
      drone,
      {
        attribute: "killed",
        value: { count: { min: 5, max: 5 }, who: null },
        quote: "five killed",
        sources: [{ name: "the governor", kind: "government" }],
      },
    ],
  ),
  placed("c", "Planes bombed Oberin overnight.", "2021-09-01", ["Oberin", 10, 179.5], []),
];
const byId = new Map(records.map((r) => [r.document.id, r]));
const of = (id: string) => byId.get(id) ?? null;
const incidents = linkEvents(records, knowledge);
const index = indexIncidents(incidents, of);

describe("the list of incidents", () => {
  it("has a line for each incident, newest first, with its figures", () => {
    const list = listIncidents({}, index);
    expect(list.incidents.map((row) => [row.title, row.articles, row.killed, row.disputed])).toEqual([
      ["Air strike, Oberin", 1, null, []],
      ["Drone attack, Sarin", 2, "3 or 5", ["killed"]],
    ]);
    expect(list.marks).toHaveLength(2);
  });
  it("searches words in quotes and names, and tests days, boxes, facets", () => {
    const found = (query: Parameters<typeof listIncidents>[0]) =>
      listIncidents(query, index).incidents.map((row) => row.place!.name);
    expect(found({ q: "mill GOVERNOR" })).toEqual(["Sarin"]);
    expect(found({ q: "mill bombed" })).toEqual([]);
    expect(found({ from: "2021-08" })).toEqual(["Oberin"]);
    expect(found({ to: "2021-07-05" })).toEqual(["Sarin"]);
    expect(found({ bbox: [170, 0, -170, 20] })).toEqual(["Oberin"]);
    expect(found({ disputed: ["killed"] })).toEqual(["Sarin"]);
    expect(found({ weapon: ["drone"], place: ["Oberin"] })).toEqual([]);
    expect(found({ sort: "disputes", limit: 1 })).toEqual(["Sarin"]);
    expect(found({ offset: 2 })).toEqual([]);
  });
  it("counts a facet as if it alone were free", () => {
    const { facets, matching } = listIncidents({ place: ["Sarin"] }, index);
    expect(matching).toBe(1);
    expect(facets.place.map((v) => [v.value, v.count])).toEqual([
      ["Oberin", 1],
      ["Sarin", 1],
    ]);
    expect(facets.weapon.map((v) => [v.value, v.count])).toEqual([["drone", 1]]);
    expect(listIncidents({ place: ["Nowhere"] }, index).facets.place).toContainEqual({
      value: "Nowhere",
      label: "Nowhere",
      count: 0,
    });
  });
});

describe("one incident", () => {
  const view = incidentView(
    incidents.find((i) => i.place!.name === "Sarin")!,
    of,
  );
  it("puts disputed attributes first, with cells by origin and the words in place", () => {
    const row = view.attributes[0]!;
    expect(row).toMatchObject({ attribute: "killed", status: "disputed" });
    expect(row.conflicts[0]!.why).toBe("3 and 5 cannot both be true");
    const governor = view.origins.find((o) => o.name === "the governor")!;
    const [cell] = row.cells[governor.id]!;
    expect(cell!.label).toBe("5");
    for (const cells of view.attributes.flatMap((a) => Object.values(a.cells)).flat())
      for (const { context, quote } of cells.claims)
        expect(context.text.slice(context.quoteStart, context.quoteEnd)).toBe(quote);
    expect(governor.articles[0]!.chain).toEqual(["the governor", "Outlet b"]);
  });
  it("tells accounts in time, loaded words and links", () => {
    expect(view.accounts.map((a) => a.document)).toEqual(["a", "b"]);
    expect(view.framing).toMatchObject([
      { neutral: "army", uses: [{ term: "butchers", outlet: "Outlet a" }] },
    ]);
    expect(view.links[0]!.aQuote).toContain("mill of Sarin");
  });
  it("shows what is left where a record is gone", () => {
    const partial = incidentView(
      incidents.find((i) => i.place!.name === "Sarin")!,
      (id) => (id === "a" ? of(id) : null),
    );
    expect(partial.accounts).toHaveLength(1);
  });
});

describe("documents and tallies", () => {
  const events = incidentsByEvent(incidents);
  it("lead from each event to its incident", () => {
    const capture = {
      id: "a",
      ref: "a.txt",
      form: "text",
      columns: null,
      url: null,
      capturedAt: null,
    } as const;
    expect(documentView(capture, records[0]!, events, []).events[0]!.incidentTitle).toBe(
      "Drone attack, Sarin",
    );
    expect(documentList(records, events).documents.map((d) => [d.id, d.events, d.incidents])).toEqual([
      ["c", 1, 1],
      ["a", 1, 1],
      ["b", 1, 1],
    ]);
    const seen = (id: string, sequence: number, capturedAt: string | null) => ({
      sequence,
      capture: id,
      ref: "https://tarn.example/a",
      url: "https://tarn.example/a",
      capturedAt,
    });
    const versions = (...sightings: ReturnType<typeof seen>[]) =>
      documentView(capture, records[0]!, events, sightings as never).versions;
    expect(versions(seen("a", 1, "2031-05-02T10:00:00Z"), seen("a", 2, "2031-05-03T10:00:00Z"))).toEqual([]);
    expect(
      versions(
        seen("a", 1, "2031-05-02T10:00:00Z"),
        seen("b", 2, "2031-05-01T10:00:00Z"),
        seen("a", 3, "2031-05-04T10:00:00Z"),
      ),
    ).toEqual([
      { id: "b", capturedAt: "2031-05-01T10:00:00Z" },
      { id: "a", capturedAt: "2031-05-02T10:00:00Z" },
    ]);
  });
});

it.each([
  ["killed", { count: { min: 15 }, who: null }, "at least 15"],
  ["killed", { count: { min: 0, max: 0 }, who: null }, "none"],
  ["injured", { count: { min: 50, max: 50, approx: true }, who: null }, "about 50"],
  ["damage", "assessing", "being assessed"],
  ["responsibility", { actor: null, act: "unclaimed" }, "nobody claimed it"],
] as const)("labels %s %j as %s", (attribute, value, label) => {
  expect(labelOfValue(attribute, value)).toBe(label);
});
