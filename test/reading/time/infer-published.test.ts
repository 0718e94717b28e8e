import { describe, expect, it } from "vitest";
import { inferPublished } from "../../../src/reading/time/infer-published.js";
import { happeningsIn } from "../../../src/reading/time/happenings-in.js";
import { reader, sentencesOf, timeKnowledge } from "./time-examples.js";

function inferred(text: string): string | null {
  return inferPublished(text, sentencesOf(text), reader)?.published ?? null;
}

describe("the date of publication, inferred", () => {
  it("from an anniversary of a day that is told, and a day without a year", () => {
    const text =
      "On 20 May, rockets hit the depot. The strike came on the third anniversary of the fire at the mill. The mill burnt down on 2 May 2017.";
    const found = inferPublished(text, sentencesOf(text), reader)!;
    expect(found.published).toBe("2020");
    expect(text.slice(found.quote.start, found.quote.end)).toBe(found.quote.quote);
  });

  it("from a well-known happening of last year", () => {
    expect(inferred("The blast at Beirut port last year killed many.")).toBe("2021");
    expect(inferred("The Beirut port explosion two years ago killed many.")).toBe("2022");
  });

  it("as an interval where the bounds span two years", () => {
    expect(
      inferred(
        "Looters have emptied 40 shops since the 4 August Beirut port explosion. On 17 September one burnt.",
      ),
    ).toBe("2020-09-17/2021-05-31");
  });

  it.each([
    ["nothing tells", "Three rockets fell. Nobody was hurt."],
    ["only a lower bound is told", "The mission ended in December 2019. On January 28 rockets fell."],
    [
      "a year is compared with something else",
      "Last year, officials met. The blast at Beirut port was recalled.",
    ],
    [
      "the bounds contradict each other",
      "The Beirut port explosion last year was vast. In May 2023 a court ruled.",
    ],
  ])("not where %s", (_, text) => {
    expect(inferred(text)).toBeNull();
  });
});

describe("knowledge/time happenings", () => {
  describe.each(timeKnowledge.happenings.map((happening) => [happening.id, happening] as const))(
    "%s",
    (id, happening) => {
      it.each(happening.examples)("is named in: %s", (text) => {
        expect(
          sentencesOf(text)
            .flatMap((s) => happeningsIn(s, reader))
            .map((h) => h.id),
        ).toContain(id);
      });
      it.each(happening.counter)("is not named in: %s", (text) => {
        expect(
          sentencesOf(text)
            .flatMap((s) => happeningsIn(s, reader))
            .map((h) => h.id),
        ).not.toContain(id);
      });
    },
  );
});
