// The reader's arithmetic: overlapping spans into segments, paragraphs, notes beside their lines.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { marksOf } from "../../src/web/parts/reader/layers.js";
import { stacked } from "../../src/web/parts/reader/note-places.js";
import { marksByParagraph, paragraphsOf, segmentsOf } from "../../src/web/parts/reader/segments.js";
import { DOCUMENTS } from "./fixture-incidents.js";

const marks = fc.array(
  fc
    .record({ a: fc.nat(60), b: fc.nat(60) })
    .map(({ a, b }) => ({ start: Math.min(a, b), end: Math.max(a, b) })),
  { maxLength: 12 },
);

describe("segments", () => {
  test("spans that overlap are cut where they begin and end", () => {
    const segments = segmentsOf("abcdefgh", [
      { id: "x", start: 1, end: 5 },
      { id: "y", start: 3, end: 7 },
    ]);
    expect(segments.map((s) => [s.text, s.marks.map((m) => m.id).join("")])).toEqual([
      ["a", ""],
      ["bc", "x"],
      ["de", "xy"],
      ["fg", "y"],
      ["h", ""],
    ]);
  });
  test("together they are the text, and each knows exactly the spans over it", () =>
    fc.assert(
      fc.property(fc.string({ maxLength: 50 }), marks, (text, spans) => {
        const named = spans.map((span, index) => ({ ...span, id: String(index) }));
        const segments = segmentsOf(text, named);
        expect(segments.map((s) => s.text).join("")).toBe(text);
        for (const segment of segments)
          expect(new Set(segment.marks.map((m) => m.id))).toEqual(
            new Set(
              named
                .filter(
                  (m) =>
                    m.start < m.end &&
                    m.start <= segment.start &&
                    m.end >= segment.end &&
                    segment.end > segment.start,
                )
                .map((m) => m.id),
            ),
          );
      }),
    ));
  test("one part of a text", () =>
    expect(segmentsOf("abcdef", [{ id: "x", start: 0, end: 4 }], 2, 6).map((s) => s.text)).toEqual([
      "cd",
      "ef",
    ]));
});

describe("paragraphs", () => {
  test("lines with words, with their place in the text", () => {
    const text = "Title\n\nFirst.\n \nSecond.";
    expect(paragraphsOf(text).map((p) => text.slice(p.start, p.end))).toEqual(["Title", "First.", "Second."]);
  });
  test("a mark stands in every paragraph it touches and in no other", () => {
    const paragraphs = paragraphsOf("aaaa\nbbbb\ncccc");
    const by = marksByParagraph(paragraphs, [
      { id: "x", start: 2, end: 7 },
      { id: "y", start: 10, end: 12 },
    ]);
    expect(by.map((list) => list.map((m) => m.id))).toEqual([["x"], ["x"], ["y"]]);
  });
});

describe("notes", () => {
  test("each as near to its line as those above allow", () =>
    expect([
      ...stacked(
        [
          { id: "b", at: 20, height: 50 },
          { id: "a", at: 10, height: 30 },
          { id: "c", at: 300, height: 10 },
        ],
        10,
      ),
    ]).toEqual([
      ["a", 10],
      ["b", 50],
      ["c", 300],
    ]));
});

test("marks of a document point at their words", () => {
  for (const view of DOCUMENTS)
    for (const mark of marksOf(view)) {
      expect(mark.end).toBeGreaterThan(mark.start);
      expect(mark.end).toBeLessThanOrEqual(view.document.text.length);
    }
});
