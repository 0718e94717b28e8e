// Where a report was written is no place of what it tells, unless it tells none. Sentences are made for these tests.
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
