// What stands beside a happening and is no part of it, and what is only told on in other words: support from the air, words spoken
// on another day, a lost comma, "the bombing" of what was told as a strike. Reports are made for these tests, published on Friday
// 2 May 2031.
import { describe, expect, it } from "vitest";
import { eventsOf, readReport, valuesOf, type ReportText } from "./read-sentence.js";

const told = (report: string | ReportText): string[] =>
  eventsOf(report).map(({ type, date, place, focus }) =>
    [type, date ?? "-", place?.name ?? "-", focus].join(" · "),
  );
const AIR = "Air/drone strike";
const BOMB = "Remote explosive/landmine/IED";
const SHELLS = "Shelling/artillery/missile attack";

describe("arms that only support", () => {
  it.each([
    "Tribal fighters clashed with militants near Gao on Thursday, backed by French air strikes.",
    "Soldiers supported by heavy drone strikes battled rebels in Gao on Thursday.",
    "The army fought militants in Gao on Thursday with support from artillery strikes.",
  ])("make no strike of a battle: %s", (text) => {
    expect(told(text)).toEqual(["Armed clash · 2031-05-01 · Gao · main"]);
    expect(valuesOf(text, "weapon")).toEqual([]);
  });
  it("are the attack where nothing was supported", () =>
    expect(told("Air strikes backed by the ministry hit Gao on Thursday.")).toEqual([
      `${AIR} · 2031-05-01 · Gao · main`,
    ]));
});

it("fighters for the government take ground for it", () => {
  expect(told("Pro-government fighters retook the town of Marib on Thursday.")[0]).toMatch(/^Government/u);
  expect(told("Anti-government fighters retook the town of Marib on Thursday.")[0]).toMatch(/^Non-state/u);
});

describe("bombing", () => {
  it("of what was told as an air strike is the air strike", () =>
    expect(
      told(
        "Air strikes killed nine people in Marib on Thursday. Thursday's bombing struck a cattle market, a doctor said.",
      ),
    ).toEqual([`${AIR} · 2031-05-01 · Marib · main`]));
  it("is made an air strike by the next sentence", () =>
    expect(
      told({
        title: "Bombs kill nine in Marib",
        text: "Warplanes dropped bombs on a market in Marib on Thursday, killing nine people.",
      }),
    ).toEqual([`${AIR} · 2031-05-01 · Marib · main`]));
  it("is none beside a bomb that went off", () =>
    expect(
      told("A bomb went off in Marib on Thursday. An air strike killed nine people in Hajjah on Thursday."),
    ).toEqual([`${BOMB} · 2031-05-01 · Marib · main`, `${AIR} · 2031-05-01 · Hajjah · main`]));
});

describe("people hurt “in the attack”", () => {
  it("are told of the attack before", () =>
    expect(
      told(
        "The agency reported the killing of Ola Berg in Goma on Thursday. She was killed by a bomb that hit a bus. Another nine people were wounded in the attack.",
      ),
    ).toHaveLength(1));
  it("are others where the attack is another's", () =>
    expect(
      told(
        "A bomb killed four people in Goma on Thursday. Another nine people were wounded in the shelling of Bunia.",
      ),
    ).toHaveLength(2));
});

describe("the day on which somebody spoke", () => {
  it.each([
    "On Tuesday the council condemned the raid on a clinic in Marib.",
    "The council on Tuesday condemned the raid on a clinic in Marib.",
    "The mayor on Tuesday blamed militants for a raid on a clinic in Marib.",
  ])("is not the day of it: %s", (text) => expect(valuesOf(text, "date")).toEqual([]));
  it("is not that of an attack that its own noun dates", () =>
    expect(told("The council condemned Tuesday's raid on a clinic in Marib.")).toEqual([
      `${AIR} · 2031-04-29 · Marib · main`,
    ]));
});

describe("a lost comma", () => {
  it.each([
    [
      "Days after a chemical attack in Idlib two women were wounded by a bomb in Homs on Thursday.",
      `${BOMB} · 2031-05-01 · Homs · main`,
    ],
    [
      "Three weeks after the strike on Kramatorsk a missile hit a station in Odesa on Thursday.",
      `${SHELLS} · 2031-05-01 · Odesa · main`,
    ],
  ])("parts what came before: %s", (text, event) => {
    expect(told(text)).toContain(event);
    expect(valuesOf(text, "place").length).toBe(new Set(valuesOf(text, "place")).size);
  });
  it("is none in a sentence about what came after", () =>
    expect(told("Two weeks after a bombing in Homs killed nine people shops are shut.")).toHaveLength(1));
});

describe("a number over a long time", () => {
  it.each([
    "A total of 37 guards and 101 rebels have been killed since the army launched its offensive on Taiz.",
    "A press group reported 23 reporters killed in the 30-month war.",
    "At least 60 aid workers were killed in the country's six-year conflict.",
  ])("is no event: %s", (text) => expect(told(text)).toEqual([]));
  it.each([
    "The bombs dropped on Marib on Thursday were three times bigger than shells, and killed two people.",
    "Gunmen executed 12 people in Marib, which has been traded between the army and the rebel groups many times.",
  ])("is not told of what else happened: %s", (text) => expect(told(text)).toHaveLength(1));
});

it("what a report adds with “meanwhile” is news", () =>
  expect(
    told(
      "Shells wounded four people in Taiz on Thursday meanwhile in Marib a nurse was killed by a rocket on Thursday.",
    ).map((event) => event.split(" · ").at(-1)),
  ).toEqual(["main", "main"]));

it("what is asked whether it happened is told", () =>
  expect(
    readReport(
      "A raid killed two people in Marib. It was unclear if the raid was carried out by jets.",
    ).events[0]!.claims.some(({ stance }) => stance === "open"),
  ).toBe(true));

it.each([
  ["Raids killed 12 people including children in two rebel-held villages near Marib.", 12],
  ["Shells killed 39 people more than half of them civilians in three main towns of Taiz.", 39],
])("a number of things counts no people: %s", (text, killed) =>
  expect(valuesOf(text, "killed").map((value) => (value as { count: { min?: number } }).count.min)).toEqual([
    killed,
  ]),
);

it("people joined by “and” are all counted whole", () =>
  expect(
    valuesOf("Eleven guards and 17 rebels were killed in Taiz on Thursday.", "killed").map(
      (value) => (value as { count: { min?: number } }).count.min,
    ),
  ).toEqual(expect.arrayContaining([11, 17])));

describe("where a report was written", () => {
  it.each([
    "Nairobi Ethiopian air strikes on Tuesday killed 39 people.",
    "NAIROBI (Zaruba Wire) - A mission said on Friday that 10 Ethiopian villagers were killed in air strikes.",
  ])("is not where it happened in another country: %s", (text) => {
    expect(told(text)).toHaveLength(1);
    expect(valuesOf(text, "place")).not.toContain("Nairobi");
  });
  it.each([
    "Homs The army targeted rebels with shells on Thursday, wounding nine.",
    "Homs Shells wounded nine.",
  ])("may be where it happened: %s", (text) => expect(told(text)[0]).toContain("Homs"));
});

it("a stretch of weeks in a clause about something else is no day of it", () =>
  expect(
    told(
      "An explosion killed 25 people in Marib on Thursday. The blast in Marib went off as men gathered for the meal with which people break their fast during the holy month of Ramadan.",
    ),
  ).toEqual([`${BOMB} · 2031-05-01 · Marib · main`]));

describe("hundreds killed", () => {
  const before = "A strike hit Marib on Thursday. It was cold. Nobody slept. Bread was dear.";
  it("over a time that nothing tells are a number", () =>
    expect(valuesOf(`${before} Coalition strikes have killed hundreds of people.`, "killed")).toEqual([]));
  it("on a day are those of that day", () =>
    expect(
      valuesOf(`${before} Strikes in Hajjah on Monday killed hundreds of people.`, "killed"),
    ).toHaveLength(1));
});

it.each([
  ["Planes hit a well, killing at least 18 civilians observatory director Ola Berg said.", "civilians"],
  ["A bomb killed nine members of the Home Guard the ministry said.", "members of the Home Guard"],
])("who was killed ends where the source begins: %s", (text, who) =>
  expect(valuesOf(text, "killed").map((value) => (value as { who: string | null }).who)).toEqual([who]),
);
