// The index of linking: what it holds decides the groups, not how it came to hold it; and what a person decided holds.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseComparisonKnowledge } from "../../src/knowledge/comparison.js";
import type { Constraint } from "../../src/linking/link.js";
import { linkIndex } from "../../src/linking/link-index.js";
import { NO_ACTORS } from "../../src/model/actor-lookup.js";
import type { DocumentRecord } from "../../src/model/record.js";
import { knowledgeBase } from "../knowledge-base.js";
import { eventOf, recordOf } from "./event-sketch.js";
import { generator, syntheticRecords } from "./synthetic-records.js";

const knowledge = { comparison: parseComparisonKnowledge(knowledgeBase), actors: NO_ACTORS };

function atOnce(records: readonly DocumentRecord[], decisions: readonly Constraint[] = []) {
  const index = linkIndex(knowledge);
  for (const record of records) index.add(record);
  index.decide(decisions);
  index.settle();
  return index;
}

function keysOf(records: readonly DocumentRecord[]): string[] {
  return records.flatMap((record) => record.events.map((event) => `${record.document.id}#${event.id}`));
}

function someDecisions(records: readonly DocumentRecord[], pick: (below: number) => number): Constraint[] {
  const keys = keysOf(records);
  return Array.from({ length: pick(6) }, () => ({
    kind: pick(2) === 0 ? ("same" as const) : ("not-same" as const),
    a: keys[pick(keys.length)]!,
    b: keys[pick(keys.length)]!,
  }));
}

describe("an index that is filled one by one", () => {
  it("has the groups of one that is filled at once, whatever came between", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 100_000 }), fc.integer({ min: 2, max: 40 }), (seed, size) => {
        const { records } = syntheticRecords(size, seed, 12, 4);
        const pick = generator(seed);
        const decisions = someDecisions(records, pick);
        const index = linkIndex(knowledge);
        const order = [...records].sort(() => pick(3) - 1);
        for (const record of order) {
          index.add(record);
          if (pick(2) === 0) index.settle();
          if (pick(4) === 0) {
            // Taken out and read again; and a decision that is taken back later.
            index.remove(record.document.id);
            index.settle();
            index.add(record);
          }
          if (pick(6) === 0) index.decide(someDecisions(records, pick));
        }
        index.decide(decisions);
        index.settle();
        expect(index.groups()).toEqual(atOnce(records, decisions).groups());
      }),
      { numRuns: 120 },
    );
  });

  it("tells which groups a change has made, and no others", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 100_000 }), (seed) => {
        const { records } = syntheticRecords(30, seed, 12, 4);
        const index = linkIndex(knowledge);
        let known = new Set<string>();
        for (const record of records) {
          index.add(record);
          const made = index.settle().map((group) => group.join(" "));
          const now = new Set(index.groups().map((group) => group.join(" ")));
          expect([...now].filter((group) => !known.has(group)).sort()).toEqual(made.sort());
          known = now;
        }
      }),
      { numRuns: 20 },
    );
  });

  it("forgets a document that is taken out", () => {
    const { records } = syntheticRecords(30, 7, 12, 4);
    const index = atOnce(records);
    for (const record of records.slice(10)) index.remove(record.document.id);
    index.settle();
    expect(index.groups()).toEqual(atOnce(records.slice(0, 10)).groups());
  });
});

describe("words that too many events have", () => {
  // Sixty events may have a rare word in common; with the next it brings nobody together any more.
  const quote = "quarrymen derailed an ore tram";
  const others = Array.from({ length: 540 }, (_, i) =>
    recordOf(`other-${i}`, [eventOf({ quote: `plain${i} told${i} words${i}` })]),
  );
  const telling = (id: string, times: number) =>
    recordOf(
      id,
      Array.from({ length: times }, (_, i) => eventOf({ quote }, `e${i + 1}`)),
    );
  const sixty = Array.from({ length: 16 }, (_, i) => telling(`told-${i}`, i < 12 ? 4 : 3));
  const next = telling("told-next", 1);
  const joined = (index: ReturnType<typeof linkIndex>) => index.groups().filter((group) => group.length > 1);

  it("link nothing from then on, and link again once there are fewer", () => {
    const index = atOnce([...others, ...sixty]);
    const before = joined(index);
    expect(before.length).toBeGreaterThan(0);
    index.add(next);
    index.settle();
    expect(joined(index)).toEqual([]);
    expect(joined(atOnce([...others, ...sixty, next]))).toEqual([]);
    index.remove(next.document.id);
    index.settle();
    expect(joined(index)).toEqual(before);
  });
});

describe("a thousand shuffles of small collections", () => {
  it("give the same groups", () => {
    for (let seed = 1; seed <= 100; seed++) {
      const { records } = syntheticRecords(12, seed, 6, 2);
      const pick = generator(seed);
      const expected = JSON.stringify(atOnce(records).groups());
      for (let round = 0; round < 10; round++) {
        const shuffled = [...records];
        for (let i = shuffled.length - 1; i > 0; i--) {
          const j = pick(i + 1);
          [shuffled[i], shuffled[j]] = [shuffled[j]!, shuffled[i]!];
        }
        expect(JSON.stringify(atOnce(shuffled).groups())).toBe(expected);
      }
    }
  });
});

describe("decisions", () => {
  const told = (id: string, quote: string) =>
    recordOf(id, [eventOf({ date: "2021-07-05", place: ["Sarin", 36.2, 37.1, "city"], quote })]);
  const records = [
    told("a", "gunmen stormed the prison"),
    told("b", "gunmen stormed the prison"),
    told("c", "a bus fell into the river"),
    told("d", "the mill burnt down at night"),
  ];
  const groups = (
    ...decisions: (readonly ["same" | "not-same", string, string] | readonly ["all-same", ...string[]])[]
  ) =>
    atOnce(
      records,
      decisions.map(([kind, ...ids]): Constraint => {
        const events = ids.map((id) => `${id}#e1`);
        return kind === "all-same" ? { kind, events } : { kind, a: events[0]!, b: events[1]! };
      }),
    )
      .groups()
      .map((group) => group.map((key) => key[0]).join(""));
  it("join, and hold apart, against what the reports say", () => {
    expect(groups()).toEqual(["ab", "c", "d"]);
    expect(groups(["same", "c", "d"])).toEqual(["ab", "cd"]);
    expect(groups(["not-same", "a", "b"])).toEqual(["a", "b", "c", "d"]);
  });
  it("hold for everything that was joined with either", () => {
    expect(groups(["same", "b", "c"], ["not-same", "c", "d"])).toEqual(["abc", "d"]);
    expect(groups(["not-same", "a", "c"], ["same", "c", "d"], ["same", "b", "d"])).toEqual(["a", "bcd"]);
  });
  it("give way to later ones", () => {
    expect(groups(["not-same", "c", "d"], ["same", "c", "d"])).toEqual(["ab", "cd"]);
    expect(groups(["same", "c", "d"], ["not-same", "c", "d"])).toEqual(["ab", "c", "d"]);
    // Not all three can be kept: the oldest falls away.
    expect(groups(["same", "b", "c"], ["same", "c", "d"], ["not-same", "b", "d"])).toEqual(["ab", "cd"]);
    expect(groups(["not-same", "b", "d"], ["same", "b", "c"], ["same", "c", "d"])).toEqual(["abcd"]);
  });
  it("on a list join all of it, and what is left of it where a later one parts some", () => {
    expect(groups(["all-same", "b", "c", "d"])).toEqual(["abcd"]);
    expect(groups(["all-same", "b", "c", "d"], ["not-same", "b", "c"], ["not-same", "b", "d"])).toEqual([
      "ab",
      "cd",
    ]);
    expect(groups(["all-same", "b", "c", "d"], ["not-same", "c", "d"])).toEqual(["abd", "c"]);
    expect(groups(["not-same", "c", "d"], ["all-same", "b", "c", "d"])).toEqual(["abcd"]);
  });
  it("join two events of one report", () => {
    const twice = recordOf("a", [eventOf({ quote: "a blast" }), eventOf({ quote: "the shelling" }, "e2")]);
    const index = atOnce([twice], [{ kind: "same", a: "a#e1", b: "a#e2" }]);
    expect(index.groups()).toEqual([["a#e1", "a#e2"]]);
  });
});

describe("what reports of attacks ask for", () => {
  const base: [string, number, number, string] = ["North Field", 33.78, 42.44, "site"];
  const groups = (records: readonly DocumentRecord[]) =>
    atOnce(records)
      .groups()
      .map((group) => group.join(" "));
  const volley = (hour: string, rockets: string) =>
    eventOf({
      date: "2021-07-05",
      type: "Shelling/artillery/missile attack",
      place: base,
      weapon: "rocket",
      quote: `${rockets} rockets fell on the base at ${hour}`,
    });
  it("keeps two volleys of one day two where reports tell two", () => {
    const both = (id: string) =>
      recordOf(id, [volley("dawn", "three"), { ...volley("nightfall", "seven"), id: "e2" }]);
    expect(groups([both("a"), both("b")])).toEqual(["a#e1 b#e1", "a#e2 b#e2"]);
  });
  it("makes one of an attack that is dated to the night before and to the morning", () => {
    const night = eventOf({ ...about, date: "2021-07-07/2021-07-08" });
    const morning = eventOf({ ...about, date: "2021-07-08" });
    const evening = eventOf({ ...about, date: "2021-07-07" });
    expect(groups([recordOf("a", [night]), recordOf("b", [morning])])).toEqual(["a#e1 b#e1"]);
    expect(groups([recordOf("a", [evening]), recordOf("b", [morning])])).toEqual(["a#e1 b#e1"]);
  });
  it("links what has no date or place through its words, or leaves it alone", () => {
    const dated = recordOf("a", [eventOf({ ...about, date: "2021-07-08" })], { published: "2021-07-08" });
    const bare = recordOf("b", [eventOf({ type: about.type, killed: about.killed, quote: about.quote })]);
    const vague = recordOf("c", [eventOf({ type: about.type, quote: "there was an attack" })]);
    expect(groups([dated, bare, vague])).toEqual(["a#e1 b#e1", "c#e1"]);
  });
  it("joins a recollection a year later with what it recalls", () => {
    const news = recordOf("a", [eventOf({ ...about, date: "2021-07-08" })], { published: "2021-07-08" });
    const later = recordOf(
      "b",
      [
        eventOf({ type: "Other", date: "2022-07-08", quote: "families laid flowers", place: about.place }),
        eventOf({ ...about, date: "2021-07", focus: "background" }, "e2"),
      ],
      { published: "2022-07-08" },
    );
    expect(groups([news, later])).toEqual(["a#e1 b#e2", "b#e1"]);
  });
});

const about = {
  type: "Suicide bomb",
  place: ["Sarin", 36.2, 37.1, "city"] as [string, number, number, string],
  killed: 16,
  quote: "a bomber on a motorcycle killed 16 people who queued outside a bakery",
};
