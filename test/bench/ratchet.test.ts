// The ratchet over scores: a point is borne, more is a fall; raising never lowers.
import { expect, test } from "vitest";
import { falls, raised } from "../../bench/evaluation/ratchet.js";

test("a fall of a point passes, a fall of more is told", () => {
  const reached = { events: 83, claims: 64.2 };
  expect(falls(reached, { events: 82, claims: 64.9 })).toEqual([]);
  expect(falls(reached, { events: 81.9, claims: 64.9 })).toEqual([
    { name: "events", reached: 83, now: 81.9 },
  ]);
});

test("a score that was never reached, or is not measured now, is no fall", () => {
  expect(falls({}, { events: 3 })).toEqual([]);
  expect(falls({ events: 83 }, {})).toEqual([]);
});

test("raising keeps each score at its highest, in the order of names", () => {
  const now = { tallies: 88, events: 82.5 };
  expect(Object.entries(raised({ events: 83, claims: 64 }, now))).toEqual([
    ["claims", 64],
    ["events", 83],
    ["tallies", 88],
  ]);
});
