// Tallies on the page: which lines are of the same thing, and what is said of the record under their rule.
import { describe, expect, test } from "vitest";
import type { TallyLineView } from "../../src/contract/views.js";
import { claimantOf, sameThing, tallyGroups } from "../../src/web/parts/tallies/tally-groups.js";
import { nearWords, recordWords } from "../../src/web/parts/words/tally-words.js";
import { DOCUMENTS } from "./fixture-incidents.js";

const LINES: TallyLineView[] = DOCUMENTS.flatMap((view) =>
  view.tallies.map((tally) => ({
    ...tally,
    document: view.document.id,
    outlet: view.document.outlet?.name ?? "",
    published: view.document.published,
    record: null,
  })),
);

test("lines are grouped by what is counted, claimants of one thing side by side", () => {
  const groups = tallyGroups(LINES);
  expect(groups.map(({ title }) => title)).toEqual(["attacks", "killed"]);
  expect(groups[0]!.things.map(({ lines, claimants }) => [lines.length, claimants])).toEqual([
    [2, ["Piers Amory", "Harrow Rights Council"]],
  ]);
  expect(groups.flatMap(({ things }) => things.flatMap(({ lines }) => lines))).toHaveLength(LINES.length);
});

test("the claimant is the origin of the chain, else the outlet", () => {
  expect(claimantOf(LINES[0]!)).toBe("Piers Amory");
  expect(claimantOf({ ...LINES[0]!, sources: [], outlet: "The Tarn Post" })).toBe("The Tarn Post");
});

describe("of the same thing", () => {
  const line = (more: Partial<TallyLineView>): TallyLineView => ({
    ...LINES[0]!,
    place: "Tarnmouth",
    target: null,
    perpetrator: null,
    period: "2031-10/2032-03-12",
    published: "2032-03-12",
    ...more,
  });
  test.each<[string, Partial<TallyLineView>, boolean]>([
    ["the same place and period", {}, true],
    ["spelt otherwise", { place: "TARNMOUTH" }, true],
    ["periods that meet", { period: "2032-03-01/2032-04-30" }, true],
    ["an open end that reaches to the publication", { period: "2032-01/..", published: "2032-02-01" }, true],
    ["a perpetrator that only one names", { perpetrator: "Vale Front" }, true],
    ["another place", { place: "Ossa" }, false],
    ["a place that only one tells", { place: null }, false],
    ["periods apart", { period: "2032-04/2032-05" }, false],
    ["a period that only one tells", { period: null }, false],
    ["an open end that begins later", { period: "2032-04/..", published: "2032-06-01" }, false],
  ])("%s", (_name, more, same) => {
    expect(sameThing(line({}), line(more))).toBe(same);
    expect(sameThing(line(more), line({}))).toBe(same);
  });
  test("what both tell differently keeps them apart", () =>
    expect(sameThing(line({ perpetrator: "Vale Front" }), line({ perpetrator: "Night Watch" }))).toBe(false));
});

describe("the record in words", () => {
  const faces = (n: number) => Array.from({ length: n }, (_, i) => ({ id: `i${i}`, title: "", date: null }));
  const record = (within: number, near: number, undecided: number) => ({
    within: faces(within),
    near: faces(near).map((face) => ({ ...face, fails: "period" as const, days: 1 })),
    undecided: faces(undecided).map((face) => ({ ...face, unknown: "place" as const })),
  });
  test.each([
    [[8, 2, 1], "8 recorded, 2 near misses, 1 undecided"],
    [[1, 1, 0], "1 recorded, 1 near miss"],
    [[0, 0, 0], "none recorded"],
  ] as const)("%j is “%s”", ([within, near, undecided], words) =>
    expect(recordWords(record(within, near, undecided))).toBe(words),
  );
  test("why one nearly falls in", () => {
    expect(nearWords({ fails: "period", days: 2 })).toBe("2 days outside the period");
    expect(nearWords({ fails: "period", days: 1 })).toBe("1 day outside the period");
    expect(nearWords({ fails: "kind", days: null })).toBe("another kind of event or weapon");
    expect(nearWords({ fails: "perpetrator", days: null })).toBe("another perpetrator");
  });
});
