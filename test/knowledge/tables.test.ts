import { describe, expect, it } from "vitest";
import { parseActorKnowledge } from "../../src/knowledge/actors.js";
import { parseOutletKnowledge } from "../../src/knowledge/outlets.js";
import { parsePlaceKnowledge } from "../../src/knowledge/places.js";
import { knowledgeBase } from "../knowledge-base.js";

const places = parsePlaceKnowledge(knowledgeBase);
const actors = parseActorKnowledge(knowledgeBase);
const outlets = parseOutletKnowledge(knowledgeBase);

describe("places", () => {
  it("have unique ids", () => {
    expect(new Set(places.rows.map((r) => r.id)).size).toBe(places.rows.length);
  });
  it("lie on the Earth and name their source", () => {
    const wrong = places.rows.filter(
      (r) =>
        !(Math.abs(r.lat) <= 90 && Math.abs(r.lon) <= 180) ||
        r.name === "" ||
        r.source === "" ||
        (r.country !== null && !/^[A-Z]{2}$/.test(r.country)),
    );
    expect(wrong.map((r) => r.id)).toEqual([]);
  });
  it("keep towns under the Open Database License in their own table", () => {
    const path = "places/cities-odbl.tsv";
    const own = knowledgeBase[0]!
      .text(path)!
      .split("\n")
      .slice(1)
      .filter((l) => l !== "");
    expect(places.rows.filter((r) => r.source === "dr5hn-odbl").length).toBe(own.length);
  });
  it("have a country for each demonym", () => {
    for (const [form, country] of places.demonyms)
      if (country !== null) expect([form, places.regions.has(country)]).toEqual([form, true]);
  });
});

describe("actors", () => {
  it("have unique ids", () => {
    expect(new Set(actors.rows.map((r) => r.id)).size).toBe(actors.rows.length);
  });
  it("refer to rows that exist", () => {
    const ids = new Set(actors.rows.map((r) => r.id));
    const lost = actors.rows.flatMap((r) =>
      [...r.memberOf, ...r.speaksFor]
        .map((b) => b.id)
        .concat(r.not)
        .filter((id) => !ids.has(id))
        .map((id) => `${r.id} ${id}`),
    );
    expect(lost).toEqual([]);
  });
  it("have dates of one form", () => {
    const date = /^\d{4}(?:-\d\d){0,2}$/;
    for (const r of actors.rows)
      for (const d of [r, ...r.memberOf, ...r.speaksFor].flatMap((x) => [x.from, x.to]))
        if (d !== null) expect(d).toMatch(date);
  });
});

describe("outlets", () => {
  it("have unique domains", () => {
    expect(outlets.byDomain.size).toBe(outlets.rows.length);
  });
});
