// Addresses: pages, spans, and the query that three views share.
import { describe, expect, test } from "vitest";
import { queryFromParams, queryToParams } from "../../src/contract/query-string.js";
import { choicesOf } from "../../src/web/parts/facets/facet-choices.js";
import { documentPath, pageOf, spanOfHash } from "../../src/web/data/paths.js";

describe("pages", () => {
  test.each([
    ["/", { kind: "incidents" }],
    ["/incidents", { kind: "incidents" }],
    ["/incidents/i-1", { kind: "incident", id: "i-1" }],
    ["/documents/sha256%3Aab", { kind: "document", id: "sha256:ab" }],
    ["/documents/", { kind: "documents" }],
    ["/tallies", { kind: "tallies" }],
    ["/tallies/1", { kind: "missing" }],
    ["/nothing", { kind: "missing" }],
    ["/incidents/%E0%A4%A", { kind: "missing" }],
    ["/incidents/a/b", { kind: "missing" }],
  ])("%s", (path, page) => expect(pageOf(path)).toEqual(page));
  test("a document at a span, there and back", () => {
    const path = documentPath("sha256:ab", { start: 3, end: 9 });
    expect(path).toBe("/documents/sha256%3Aab#c=3-9");
    expect(spanOfHash(path.slice(path.indexOf("#")))).toEqual({ start: 3, end: 9 });
  });
  test.each(["", "#c=9-3", "#c=3-3", "#c=a-b", "#c=1-99999999999"])("“%s” is no span", (hash) =>
    expect(spanOfHash(hash)).toBeNull(),
  );
});

describe("the query in the address", () => {
  const query = {
    q: "fish market & quay",
    from: "2032-01-01",
    to: "2032-02-29",
    country: ["XX", "YY"],
    place: ["Long Quay"],
    type: ["Shelling/artillery/missile attack" as const],
    status: ["disputed" as const],
    disputed: ["killed" as const],
    focus: "main" as const,
    bbox: [-36.5, 30, -35.25, 32] as const,
    sort: "disputes" as const,
    offset: 200,
    limit: 100,
  };
  test("there and back", () => expect(queryFromParams(queryToParams(query))).toEqual(query));
  test("nothing is the empty address", () => expect(queryToParams({}).toString()).toBe(""));
  test("what cannot be read is left out", () =>
    expect(
      queryFromParams(new URLSearchParams("bbox=1,2,x,4&sort=fast&from=soon&limit=-1&colour=red")),
    ).toEqual({}));
});

describe("facet choices", () => {
  const values = ["a", "b", "c", "d"].map((value, i) => ({
    value,
    label: value.toUpperCase(),
    count: 9 - i,
  }));
  test("the first few, and how many more", () =>
    expect(choicesOf(values, [], "", 2)).toEqual({ shown: values.slice(0, 2), more: 2 }));
  test("a chosen one is always shown, also when it counts nothing any more", () => {
    expect(choicesOf(values, ["d"], "", 2).shown.map((v) => v.value)).toEqual(["a", "b", "d"]);
    expect(choicesOf(values, ["gone"], "", 2).shown.map((v) => [v.value, v.count])).toContainEqual([
      "gone",
      0,
    ]);
  });
  test("finding", () => expect(choicesOf(values, [], "c", 9).shown.map((v) => v.value)).toEqual(["c"]));
});
