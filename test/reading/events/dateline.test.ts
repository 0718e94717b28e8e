// Where a report was written is no place of what it tells, unless it tells none; nor is the name of an arm. Sentences are made for these tests.
import { describe, expect, it } from "vitest";
import { eventsOf } from "./read-sentence.js";

const placesOf = (text: string) => eventsOf(text).map(({ place }) => place?.name ?? null);

describe("a dateline", () => {
  it.each([
    ["BEIRUT (Zaruba Wire) - An air strike killed eight people in northern Syria on Thursday.", "Syria"],
    ["BEIRUT, Oct. 26 (Zaruba Wire) -- Rebels shelled a school in Idlib on Thursday.", "Idlib"],
    ["AMMAN An air strike killed eight people in Syria on Thursday.", "Syria"],
    ["BAGHDAD: A bomb killed eight people on Thursday.", "Baghdad"],
  ])("%s", (text, place) => expect(placesOf(text)).toEqual([place]));
});

it("the name of an arm is no place", () =>
  expect(placesOf("A ship fired 59 Tomahawk missiles at an air base in Homs on Friday.")).toEqual(["Homs"]));

it("a town by its own name is finer than a place that it lies near to", () =>
  expect(
    placesOf("Soldiers killed east of Damascus\n\nNine soldiers were killed in an ambush in Adra on Friday."),
  ).toEqual(["Adra"]));

it("the day of a dateline dates no number over a longer time", () =>
  expect(
    placesOf(
      "BASRA, April 9 (Zaruba Wire) - The mission has recorded 14 attacks on its bases since March 1, it said on Tuesday.",
    ),
  ).toEqual([]));
