import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { findTimes, resolveAgainst } from "../../../src/reading/time/find-times.js";
import { reader, sentencesOf, timesIn } from "./time-examples.js";

describe("time expressions", () => {
  it("keep their meaning where nothing tells what they count from", () => {
    const [friday, may] = timesIn("Rockets fell on Friday and on May 3.", null);
    expect([friday!.date, friday!.meaning]).toEqual([null, { weekday: 5 }]);
    expect([may!.date, may!.meaning]).toEqual([null, { month: 5, day: 3 }]);
  });

  it("abstain where the date of publication is too coarse for them", () => {
    const dates = timesIn("On Friday, on January 28, last week and last year shells fell.", "2022").map(
      (t) => t.date,
    );
    expect(dates).toEqual([null, "2022-01-28", null, "2021"]);
  });

  it("count from an event once it is known, and keep the words that name it", () => {
    const text = "Five days after the killing of the envoy, rockets fell.";
    const [found] = timesIn(text);
    const { start, end } = found!.anchorWords!;
    expect([found!.date, found!.anchor, text.slice(start, end)]).toEqual([
      null,
      "event",
      "the killing of the envoy",
    ]);
    expect(resolveAgainst(found!, "2020-01-03", reader).date).toBe("2020-01-08");
    expect(resolveAgainst(found!, "2020-01", reader).date).toBeNull();
    expect(resolveAgainst(found!, null, reader)).toBe(found);
  });

  it("say how they are bound", () => {
    const signals = timesIn("Since Friday, until Monday, by noon, after May 3.").map((t) => [
      t.signal,
      t.date,
    ]);
    expect(signals).toEqual([
      ["since", "2021-07-09/2021-07-14"],
      ["until", "2021-07-12"],
      ["by", null],
      ["after", "2021-05-03"],
    ]);
  });

  it("do not locate events when they are durations, repetitions or references", () => {
    const text = "For two years, every day, now and in recent months they fought; on Friday they stopped.";
    expect(
      timesIn(text)
        .filter((t) => t.locatesEvents)
        .map((t) => t.quote),
    ).toEqual(["Friday"]);
  });

  it("show their words, in order, whatever comes", () => {
    const word = fc.constantFrom(
      "on",
      "Friday",
      "the",
      "5",
      "July",
      "2021",
      ",",
      "last",
      "week",
      "night",
      "of",
      "since",
      "two",
      "days",
      "ago",
      "-",
      "early",
      "between",
      "and",
      "31",
      "February",
      "14:30",
      "pm",
      "quarter",
      "99999999999",
      "a",
      "year",
      "before",
      "00",
      "/",
      "2:45",
      "May",
      "’s",
      "first",
      "century",
      "0",
      "\n",
    );
    const published = fc.constantFrom(
      null,
      "2021-07-14",
      "2021",
      "2021-07",
      "2021-07-01/2021-08-02",
      "XXXX",
      "0001-01-01",
      "9999-12-31",
      "2021-02-30",
      "../2021",
    );
    const text = fc.oneof(
      fc.string(),
      fc.array(word, { maxLength: 40 }).map((words) => words.join(" ")),
    );
    fc.assert(
      fc.property(text, published, (t, p) => {
        const found = findTimes(t, sentencesOf(t), p, reader);
        return found.every(
          (x, i) =>
            t.slice(x.start, x.end) === x.quote &&
            x.start < x.end &&
            (i === 0 || found[i - 1]!.end <= x.start),
        );
      }),
      { numRuns: 400 },
    );
  });

  it("come to an end on a text of nothing else", () => {
    const part =
      "On Friday night, 5 July 2021, at 2:45 pm, two days after the raid of last week, since early May. ";
    const text = part.repeat(6000);
    expect(findTimes(text, sentencesOf(text), "2021-07-14", reader).length).toBeGreaterThan(6000);
  });
});
