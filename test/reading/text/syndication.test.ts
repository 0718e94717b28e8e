// Whose text a page carries, by its addresses and by what it names for machines.
import { describe, expect, it } from "vitest";
import { provenance } from "../../../src/reading/text/syndication.js";
import { outletTable } from "./outlet-table.js";
import { read } from "./reading.js";

const nothing = { canonical: null, sources: [], site: null, captured: null };
const of = (page: Partial<Parameters<typeof provenance>[0]>) =>
  provenance({ ...nothing, ...page }, outletTable);

describe("the canonical address", () => {
  it("on another outlet's site tells whose text it is", () => {
    const here = "https://valleypost.example/world/rockets";
    const there = "https://www.kelmwire.example/a/1";
    expect(of({ canonical: there, captured: here, site: "Valley Post" })).toEqual({
      url: here,
      origins: ["Kelm Wire"],
    });
    expect(of({ canonical: there, captured: here })).toEqual({ url: here, origins: ["Kelm Wire"] });
    expect(
      of({
        canonical: "https://hillradio.example/1",
        captured: "https://tarncourier.example/2",
        site: "The Tarn Courier",
      }),
    ).toEqual({ url: "https://tarncourier.example/2", origins: ["hillradio.example"] });
  });

  it("is the page's own in caches and archives, on sister domains and beside a row", () => {
    const own = "https://valleypost.example/a";
    for (const captured of [
      "https://archive.example/web/2031/https://valleypost.example/a",
      "https://m.valleypost.example/a",
      "https://valleypost.co.uk/a",
      "http://valleypost.com/a",
      null,
    ]) {
      expect(of({ canonical: own, captured, site: "Valley Post" })).toEqual({ url: own, origins: [] });
    }
    expect(of({ canonical: own, captured: "https://archive.example/x" })).toEqual({ url: own, origins: [] });
    expect(of({ captured: own })).toEqual({ url: own, origins: [] });
  });
});

describe("a source that a page names for machines", () => {
  it("is an origin, where it is not the page itself", () => {
    const canonical = "https://valleypost.example/a";
    expect(of({ canonical, sources: ["https://kelmwire.example/1", "Hill Radio"] }).origins).toEqual([
      "Kelm Wire",
      "Hill Radio",
    ]);
    expect(
      of({ canonical, sources: ["https://www.valleypost.example/a", "Valley Post", ""] }).origins,
    ).toEqual([]);
  });
});

it("keeps what a page tells as the outlets that it carries", () => {
  const body = Array.from(
    { length: 3 },
    (_, i) =>
      `<p>Rockets hit the depot near Kelm for the ${i + 1}. time on Monday, the army said, and two soldiers were hurt.</p>`,
  ).join("");
  const { document } = read(
    "html",
    `<html><head><title>Rockets hit the depot</title><meta property="og:site_name" content="Valley Post"><link rel="canonical" href="https://mirror.example/a"><meta name="syndication-source" content="https://kelmwire.example/1"></head><body><article>${body}<p>This article was first published by The Kelm Mirror.</p></article></body></html>`,
    { url: "https://valleypost.example/world/1" },
  );
  expect(document).toMatchObject({
    url: "https://valleypost.example/world/1",
    outlet: { name: "Valley Post", domain: "valleypost.example" },
    agency: ["The Kelm Mirror", "Kelm Wire"],
  });
  expect(document.text).not.toContain("first published");
});

describe("a stated byline", () => {
  const agencyOf = (author: string): readonly string[] => {
    const body =
      "<p>Three rockets hit the Northern Base near Kelm on Monday, the army said in a statement.</p>";
    return read(
      "html",
      `<html><head><meta name="author" content="${author}"><meta property="og:site_name" content="Valley Post"></head><body><article><h1>Rockets</h1>${body.repeat(3)}</article></body></html>`,
    ).document.agency;
  };
  it.each([["Kelm Wire"], ["Ada Merrow, Kelm Wire"], ["KW / Valley Post"]])(
    "that names an agency tells whose text it is: %s",
    (author) => expect(agencyOf(author)).toEqual(["Kelm Wire"]),
  );
  it.each([["Ada Merrow"], ["Valley Post"], ["Kelm Wireman"]])("that names none does not: %s", (author) =>
    expect(agencyOf(author)).toEqual([]),
  );
});
