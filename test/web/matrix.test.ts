// The matrix as data: columns that open, cells, order, keys, revisions, passages.
import { describe, expect, test } from "vitest";
import {
  cellsOf,
  columnsOf,
  rowsInOrder,
  rowsInWords,
  valuesOf,
} from "../../src/web/parts/matrix/matrix-grid.js";
import { clamped, moved } from "../../src/web/parts/matrix/matrix-navigation.js";
import { passageOf } from "../../src/web/parts/matrix/passage.js";
import { boundsOf, revisionLines } from "../../src/web/parts/matrix/revision-steps.js";
import { INCIDENTS } from "./fixture-incidents.js";

const incident = INCIDENTS[0]!;
const row = (attribute: string) => incident.attributes.find((r) => r.attribute === attribute)!;
const guard = incident.origins.find((origin) => origin.name === "Harbour Guard")!;

describe("columns and cells", () => {
  test("one column an origin", () =>
    expect(columnsOf(incident.origins, new Set()).length).toBe(incident.origins.length));
  test("an opened origin has a column for each article", () => {
    const columns = columnsOf(incident.origins, new Set([guard.id]));
    expect(columns.filter((c) => c.kind === "article").length).toBe(guard.articles.length);
    expect(new Set(columns.map((c) => c.key)).size).toBe(columns.length);
  });
  test("opening an origin loses no claim and invents none", () => {
    for (const attribute of incident.attributes) {
      const [closed] = columnsOf([guard], new Set()).map((c) => cellsOf(attribute, c));
      const opened = columnsOf([guard], new Set([guard.id])).flatMap((c) => cellsOf(attribute, c));
      const claims = (cells: typeof opened): string[] =>
        cells.flatMap((c) => c.claims.map((claim) => claim.id)).sort();
      expect(claims(opened)).toEqual(claims([...(closed ?? [])]));
    }
  });
  test("silence is an empty cell", () => {
    const footage = incident.origins.find((origin) => origin.kind === "footage")!;
    expect(cellsOf(row("munitions"), columnsOf([footage], new Set())[0]!)).toEqual([]);
  });
  test("disputed rows come first, the rest keeps its order", () => {
    const shuffled = [row("weapon"), row("munitions"), row("injured"), row("damage")];
    expect(rowsInOrder(shuffled).map((r) => r.attribute)).toEqual([
      "munitions",
      "damage",
      "weapon",
      "injured",
    ]);
  });
  test("on its side: each value once, with all its origins", () => {
    const weapon = valuesOf(row("weapon"), incident.origins);
    expect(weapon.map((group) => [group.label, group.from.length])).toEqual([["rocket", 3]]);
  });
});

describe("walking", () => {
  const at = { row: 2, column: 2 };
  test.each([
    ["ArrowUp", false, { row: 1, column: 2 }],
    ["ArrowDown", false, { row: 3, column: 2 }],
    ["ArrowLeft", false, { row: 2, column: 1 }],
    ["ArrowRight", false, { row: 2, column: 3 }],
    ["Home", false, { row: 2, column: 0 }],
    ["End", false, { row: 2, column: 4 }],
    ["Home", true, { row: 0, column: 0 }],
    ["End", true, { row: 4, column: 4 }],
    ["PageUp", false, { row: 1, column: 2 }],
    ["PageDown", false, { row: 4, column: 2 }],
  ])("%s (control %s)", (key, control, to) => expect(moved(at, key, control, 5, 5)).toEqual(to));
  test("edges hold", () => {
    expect(moved({ row: 0, column: 0 }, "ArrowUp", false, 5, 5)).toEqual({ row: 0, column: 0 });
    expect(moved({ row: 4, column: 4 }, "ArrowRight", false, 5, 5)).toEqual({ row: 4, column: 4 });
  });
  test("other keys are left alone", () => expect(moved(at, "x", false, 5, 5)).toBeNull());
  test("a smaller matrix keeps the position inside", () =>
    expect(clamped({ row: 9, column: 9 }, 3, 2)).toEqual({ row: 2, column: 1 }));
});

describe("revisions", () => {
  test("one line an origin, a step for each day that tells a figure", () => {
    const lines = revisionLines(row("munitions"), incident.origins);
    expect(lines.find((line) => line.name === "Harbour Guard")!.steps.map((s) => s.high)).toEqual([3, 5]);
  });
  test("figures of different groups of people are no revision of each other", () =>
    expect(revisionLines(row("injured"), incident.origins)).toEqual([]));
  test("no chart for what is no number", () =>
    expect(revisionLines(row("weapon"), incident.origins)).toEqual([]));
  test("bounds of a count, of casualties, of neither", () => {
    expect(boundsOf({ min: 3 })).toEqual({ low: 3, high: 3 });
    expect(boundsOf({ count: { min: 1, max: 4 }, who: null })).toEqual({ low: 1, high: 4 });
    expect(boundsOf("rocket")).toBeNull();
  });
});

describe("passages", () => {
  const around = (text: string, quote: string) => {
    const quoteStart = text.indexOf(quote);
    return { text, quoteStart, quoteEnd: quoteStart + quote.length };
  };
  test("the quote's own paragraph", () =>
    expect(passageOf(around("Far above.\n\nHe said three fell.\n\nFar below.", "three"), 19)).toEqual({
      before: "He said ",
      quote: "three",
      after: " fell.",
    }));
  test("a cut word is left out, aloud", () =>
    expect(passageOf(around("erday he said that three rockets fell near the bri", "three"), 400)).toEqual({
      before: "… he said that ",
      quote: "three",
      after: " rockets fell near the …",
    }));
  test("far sentences are left out, whole", () => {
    const far = "Long ago it was otherwise. ".repeat(12);
    const { before, after } = passageOf(around(`${far}He said three fell. ${far}`, "three"), 9000);
    expect(before.endsWith("He said ")).toBe(true);
    expect(before.startsWith("Long ago")).toBe(true);
    expect(before.length).toBeLessThan(210);
    expect(after.endsWith("otherwise.")).toBe(true);
    expect(after.length).toBeLessThan(210);
  });
  test("dates are shown in words", () => {
    const date = {
      ...row("time"),
      attribute: "date" as const,
      values: [{ label: "2032-03-12", stance: "asserted" as const, independentSources: 1 }],
    };
    expect(rowsInWords([date])[0]!.values[0]!.label).toBe("12 Mar 2032");
  });
  test("the quote is never changed", () => {
    for (const r of incident.attributes)
      for (const cells of Object.values(r.cells))
        for (const cell of cells)
          for (const claim of cell.claims)
            expect(passageOf(claim.context, claim.start).quote).toBe(claim.quote);
  });
});
