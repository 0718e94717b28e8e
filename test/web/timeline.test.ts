// The timeline's arithmetic: days, bins, spans in lanes, frames, ticks, and the brush.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { dayAt, draggedRange, edgeMoved, pixelOf } from "../../src/web/parts/timeline/brush-range.js";
import { civilFromDays, dayNumber, dayText, daysFromCivil } from "../../src/web/parts/timeline/day-number.js";
import {
  binStart,
  frameOf,
  nextBin,
  ticksOf,
  timelineOf,
  unitFor,
  UNITS,
} from "../../src/web/parts/timeline/timeline-bins.js";
import type { TimeMark } from "../../src/web/parts/timeline/timeline-bins.js";

const day = (text: string): number => dayNumber(text) ?? Number.NaN;
const mark = (id: string, earliest: string | null, latest = earliest, disputed = 0): TimeMark => ({
  id,
  title: id,
  earliest,
  latest,
  disputed: Array.from({ length: disputed }),
});

describe("days", () => {
  test("the second day is 1", () => expect(dayNumber("1970-01-02")).toBe(1));
  test("what is no day is null", () => expect([dayNumber("2021-07"), dayNumber("")]).toEqual([null, null]));
  test("there and back for every day", () =>
    fc.assert(
      fc.property(fc.integer({ min: -700_000, max: 2_900_000 }), (n) => {
        const { year, month, date } = civilFromDays(n);
        expect(daysFromCivil(year, month, date)).toBe(n);
      }),
    ));
  test("text and back", () => expect(dayText(day("2032-02-29"))).toBe("2032-02-29"));
});

describe("bins", () => {
  test("every day lies in exactly one bin of each unit", () =>
    fc.assert(
      fc.property(fc.integer({ min: -100_000, max: 100_000 }), fc.constantFrom(...UNITS), (n, unit) => {
        const start = binStart(n, unit);
        expect(start).toBeLessThanOrEqual(n);
        expect(nextBin(start, unit)).toBeGreaterThan(n);
        expect(binStart(start, unit)).toBe(start);
      }),
    ));
  test("weeks begin on Monday", () =>
    expect(dayText(binStart(day("2032-03-12"), "week"))).toBe("2032-03-08"));
  test("quarters", () => expect(dayText(binStart(day("2032-06-30"), "quarter"))).toBe("2032-04-01"));
  test("a year of days on 1000 pixels is drawn by the week", () =>
    expect(unitFor({ from: 0, to: 364 }, 1000)).toBe("week"));
});

describe("the timeline of marks", () => {
  const marks = [
    mark("a", "2032-03-12", "2032-03-12", 1),
    mark("b", "2032-03-12"),
    mark("month", "2032-02-01", "2032-02-29"),
    mark("none", null),
  ];
  const line = timelineOf(marks, 400, null)!;
  test("certain dates are counted, with the disputed among them", () => {
    expect(line.unit).toBe("day");
    expect(line.bins.map((b) => [b.count, b.disputed])).toEqual([[2, 1]]);
  });
  test("an uncertain date is a span and never a bar", () =>
    expect(line.stretches.map((s) => [s.id, dayText(s.from), dayText(s.to)])).toEqual([
      ["month", "2032-02-01", "2032-02-29"],
    ]));
  test("what has no date is counted apart", () => expect(line.undated).toBe(1));
  test("overlapping spans take different lanes; what finds none is counted", () => {
    const spans = Array.from({ length: 9 }, (_, i) => mark(String(i), "2032-01-01", "2032-12-31"));
    const crowded = timelineOf(spans, 400, null)!;
    expect(new Set(crowded.stretches.map((s) => s.lane)).size).toBe(crowded.stretches.length);
    expect(crowded.stretches.length + crowded.unplaced).toBe(9);
  });
  test("far-off marks do not flatten the rest, and are said", () => {
    const many = Array.from({ length: 20 }, (_, i) =>
      mark(String(i), `2032-03-${String(i + 1).padStart(2, "0")}`),
    );
    const far = timelineOf([...many, mark("old", "1983-10-23")], 800, null)!;
    expect(far.before).toBeGreaterThan(0);
    expect(dayText(far.frame.from) > "2032-01-01").toBe(true);
    const whole = timelineOf([...many, mark("old", "1983-10-23")], 800, null, true)!;
    expect(whole.before).toBe(0);
  });
  test("no dates, no timeline", () => {
    expect(timelineOf([mark("none", null)], 800, null)).toBeNull();
    expect(frameOf([], false)).toBeNull();
  });
  test("ticks stand inside the frame, in order, and say each year once", () => {
    const frame = { from: day("2031-11-03"), to: day("2032-06-30") };
    const ticks = ticksOf(frame, 800);
    expect(ticks.length).toBeGreaterThan(3);
    expect(ticks.every((t) => t.day >= frame.from && t.day <= frame.to)).toBe(true);
    expect(ticks.filter((t) => t.label.includes("2032")).length).toBe(1);
  });
});

describe("the brush", () => {
  const frame = { from: day("2032-01-01"), to: day("2032-12-31") };
  test("pixels and days", () => {
    expect(pixelOf(frame.from, frame, 366)).toBe(0);
    expect(dayAt(10.5, frame, 366)).toBe(frame.from + 10);
    expect(dayAt(9999, frame, 366)).toBe(frame.to);
  });
  test("a drag takes whole bins, whichever way it goes", () => {
    const there = draggedRange(70, 35, frame, 366, "month");
    expect([dayText(there.from), dayText(there.to)]).toEqual(["2032-02-01", "2032-03-31"]);
  });
  test("a key moves an edge by a bin and never past the other", () => {
    const range = { from: day("2032-03-01"), to: day("2032-03-31") };
    expect(dayText(edgeMoved(range, "to", "ArrowRight", frame, "month")!.to)).toBe("2032-04-30");
    expect(dayText(edgeMoved(range, "from", "ArrowLeft", frame, "month")!.from)).toBe("2032-02-01");
    expect(edgeMoved(range, "from", "End", frame, "month")!.from).toBe(range.to);
    expect(edgeMoved(range, "from", "a", frame, "month")).toBeNull();
  });
});
