// What is no event, or no news: what happens in general, what is counted over years, a year that is over; and what a deed and its
// object tell without a day or a place.
import { expect, it } from "vitest";
import { readReport } from "./read-sentence.js";

const events = (text: string) => readReport(text).events;

it("tells what happens from what happened", () => {
  const game = "There are guards on the wall, many of whom die in a single strike, and they return.";
  expect(events(game)).toEqual([]);
  expect(events("There were guards on the wall, many of whom died in a single strike.")).toHaveLength(1);
});

it("takes a count over years for a tally", () => {
  expect(events("The agency counted 584 deaths from the illness between 2010 and 2015.")).toEqual([]);
});

it("recalls what was in a year that is over", () => {
  const text = "The minister met his guest. His father was killed by a rocket in 1967 near Mosul.";
  expect(events(text).map(({ focus }) => focus)).toEqual(["background"]);
});

it("tells an abduction by whom was taken", () => {
  const [event] = events("Unidentified persons kidnapped 31 people.");
  expect(event).toMatchObject({ type: "Abduction/forced disappearance" });
  expect(event!.claims.map(({ attribute, value }) => [attribute, value])).toEqual(
    expect.arrayContaining([
      ["perpetrator", "Unidentified persons"],
      ["target", "31 people"],
    ]),
  );
  expect(events("The engineer who was kidnapped is a father of two.")[0]!.claims).toMatchObject([
    { attribute: "target", value: "engineer" },
  ]);
});

it("tells what an explosion destroyed, and what was aimed at with what was thrown", () => {
  const target = (text: string) =>
    events(text)
      .flatMap(({ claims }) => claims)
      .find(({ attribute }) => attribute === "target")?.value;
  expect(target("The party's office was destroyed by a bomb explosion in Mosul on Monday.")).toMatch(
    /office/u,
  );
  expect(target("Men hurled dynamite sticks at a bank in Mosul on Monday.")).toBe("bank");
});

it("dates no headline by a month told with what is recalled", () => {
  const report = {
    title: "Drones hit a base near Mosul",
    text: "Two drones hit a base near Mosul, police said.\n\nIn January 2029, days after the attack, parliament passed a law.",
  };
  const [news] = readReport(report).events;
  expect(news).toMatchObject({ focus: "main", date: null });
});
