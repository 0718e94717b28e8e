// Sentences that begin with what their happening came after: neither takes over the day, place or roles of the other.
import { describe, expect, it } from "vitest";
import { readDocument } from "../../../src/pipeline/read-document.js";
import { bytesOf, madeCapture, STAMP } from "../../made.js";
import { knowledge } from "../sample-layers.js";

/** Type, focus, date and place of each event, and what was attacked. */
function eventsOf(text: string): readonly (readonly unknown[])[] {
  const row = JSON.stringify({ text, published: "2016-10-27" });
  const read = readDocument(madeCapture(row, "made", { form: "ndjson-row" }), bytesOf(row), knowledge, STAMP);
  if (!read.ok) throw new Error(read.problem.code);
  return read.value.events.map((event) => [
    event.focus,
    event.date,
    event.place?.name ?? null,
    ...event.claims.filter(({ attribute }) => attribute === "target").map(({ value }) => value),
  ]);
}

describe("the day on which somebody spoke of it", () => {
  it.each([
    "A drone hit a depot in Homs on Monday. The manager told reporters at the gate on Tuesday that two men were hurt.",
    "A drone hit a depot in Homs on Monday. Two men were hurt, the mayor told a newspaper at the site on Tuesday.",
  ])("is none of the happening: %s", (text) => {
    expect(eventsOf(text)).toEqual([["main", "2016-10-24", "Homs", "depot"]]);
  });
  it("stays with what was done on it", () => {
    expect(eventsOf("Police said rockets in Homs on Monday killed three.")).toEqual([
      ["main", "2016-10-24", "Homs"],
    ]);
  });
});

describe("where and when it happened", () => {
  it.each([
    ["Police raided a house in Homs before dawn on Tuesday and arrested six men.", ["2016-10-25", "Homs"]],
    ["Shelling of Homs on Monday killed nine. Idlib Hospital received 38 wounded.", ["2016-10-24", "Homs"]],
    [
      "The wounded of Monday's strike in Homs were taken to Idlib Hospital, where two died.",
      ["2016-10-24", "Homs"],
    ],
    [
      "DAMASCUS, Syria — Three days after the strike on Homs, women were still sweeping the square on Tuesday.",
      [null, "Homs"],
    ],
  ])("%s", (text, told) => {
    expect(eventsOf(text).map(([, date, place]) => [date, place])).toEqual([told]);
  });
  it("is not told of many happenings counted over a time", () => {
    const text = "A monitor documented at least 30 attacks on military sites in Homs in the past two months.";
    expect(eventsOf(text)).toEqual([]);
  });
  it("is that of the people counted so far, of one kind or not", () => {
    const text =
      "Rebels seized the town of Homs on Monday, and 40 people were killed. Six of our fighters were martyred.";
    expect(eventsOf(text)).toHaveLength(1);
  });
});

describe("a sentence that begins with what it came after", () => {
  it.each([
    [
      "Three days after the strike on the market of Homs, women were still sweeping glass from the square on Tuesday.",
      [["main", null, "Homs", "market of Homs"]],
    ],
    [
      "Two weeks after the attack in Idlib, the army shelled the town of Homs and killed 3 civilians on Monday.",
      [
        ["background", null, "Idlib"],
        ["main", "2016-10-24", "Homs", "town of Homs"],
      ],
    ],
    [
      "Hours after a truce began in Aleppo, shells hit the city of Homs.",
      [["main", null, "Homs", "city of Homs"]],
    ],
    [
      "After Monday's talks in Geneva, shells hit the city of Homs.",
      [["main", null, "Homs", "city of Homs"]],
    ],
    ["After a night of shelling, 12 people were dead in Homs on Tuesday.", [["main", "2016-10-25", "Homs"]]],
  ])("%s", (text, events) => {
    expect(eventsOf(text)).toEqual(events);
  });
});
