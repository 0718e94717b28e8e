import { describe, expect, it } from "vitest";
import { parseComparisonKnowledge } from "../../src/knowledge/comparison.js";
import { compareAttributes } from "../../src/linking/comparison.js";
import { eventProfile } from "../../src/linking/event-profile.js";
import { linkEvents } from "../../src/linking/link.js";
import type { ActorLookup } from "../../src/model/actor-lookup.js";
import type { Incident } from "../../src/model/incident.js";
import type { DocumentRecord } from "../../src/model/record.js";
import type { Source } from "../../src/model/source.js";
import { knowledgeBase } from "../knowledge-base.js";
import { eventOf, recordOf, type ClaimSketch } from "./event-sketch.js";

const actors: ActorLookup = {
  actorIdOf: (name) =>
    ({
      "Colonel Weir": "weir",
      "Blue Army": "blue",
      "Red Front": "red",
      "Maristan Navy": "navy",
      "Maristan Government": "maristan",
      "Kovian Army": "kovian",
    })[name] ?? null,
  memberOf: (id) => (id === "weir" ? ["blue"] : []),
  stateOf: (id) =>
    ({ weir: "maristan", blue: "maristan", navy: "maristan", kovian: "kovia" })[id] ??
    (id === "maristan" ? id : null),
  outletFamily: (name) => ({ "North Post": "north", "North Radio": "north", Wire: "wire" })[name] ?? null,
};
const knowledge = { comparison: parseComparisonKnowledge(knowledgeBase), actors };
const exactly = (n: number) => ({ min: n, max: n });
const dead = (n: number, who: string | null = null) => ({
  attribute: "killed" as const,
  value: { count: exactly(n), who },
});
const from = (name: string, kind: Source["kind"] = "military"): { sources: Source[] } => ({
  sources: [{ name, kind }],
});

let words = 0;
function report(
  id: string,
  claims: readonly ClaimSketch[],
  about: Parameters<typeof recordOf>[2] = {},
): DocumentRecord {
  const quote = `rockets on the depot ${id} ${words++}`;
  const event = eventOf(
    {
      date: "2021-07-05",
      type: "Shelling/artillery/missile attack",
      place: ["Sarin", 36.2, 37.1, "city"],
      quote,
    },
    "e1",
    claims,
  );
  return recordOf(id, [event], { outlet: id, text: `${id} tells it so`, ...about });
}
function one(...records: DocumentRecord[]): Incident {
  const incidents = linkEvents(records, knowledge);
  expect(incidents).toHaveLength(1);
  return incidents[0]!;
}

describe("status of an attribute", () => {
  it("is agreed where two independent sources give what can both be true", () => {
    expect(one(report("A", [dead(3)]), report("B", [dead(3)])).attributes.killed!.status).toBe("agreed");
  });
  it("is disputed where they cannot both be right, and says which values", () => {
    const { killed } = one(report("A", [dead(3)]), report("B", [dead(8)])).attributes;
    expect(killed).toMatchObject({
      status: "disputed",
      conflicts: [{ between: [0, 1], rule: "counts-apart" }],
    });
  });
  it("is single where all repeat one source", () => {
    const { killed } = one(
      report("A", [{ ...dead(3), ...from("Colonel Weir") }]),
      report("B", [{ ...dead(3), ...from("Blue Army") }]),
    ).attributes;
    expect(killed).toMatchObject({ status: "single", values: [{ independentSources: 1 }] });
  });
  it("is unverified or open where nobody asserts it", () => {
    expect(one(report("A", [{ ...dead(3), stance: "unverified" }])).attributes.killed!.status).toBe(
      "unverified",
    );
    expect(one(report("A", [{ ...dead(3), stance: "open" }])).attributes.killed!.status).toBe("open");
  });
  it("is disputed where one denies what another states, and agreed where the denial is of something else", () => {
    const red: ClaimSketch = { attribute: "perpetrator", value: "Red Front" };
    const by = (claim: ClaimSketch) =>
      one(report("A", [red]), report("B", [{ ...claim, stance: "denied" }])).attributes.perpetrator!;
    expect(by(red)).toMatchObject({ status: "disputed", conflicts: [{ rule: "denied-and-asserted" }] });
    expect(by({ attribute: "perpetrator", value: "Blue Army" }).status).toBe("agreed");
  });
  it("disputes a denial that it happened by whoever tells who did it", () => {
    const denial: ClaimSketch = {
      attribute: "occurrence",
      value: true,
      stance: "denied",
      ...from("Blue Army"),
    };
    const { occurrence } = one(
      report("A", [{ attribute: "perpetrator", value: "Blue Army" }, denial]),
    ).attributes;
    expect(occurrence!.status).toBe("disputed");
  });
  it("takes a later figure of one origin for a revision", () => {
    const early = report("A", [{ ...dead(3), ...from("Blue Army") }], { published: "2021-07-05" });
    const late = report("B", [{ ...dead(5), ...from("Blue Army") }], { published: "2021-07-07" });
    const third = report("C", [{ ...dead(5) }], { published: "2021-07-07" });
    expect(one(early, late).attributes.killed!.status).toBe("single");
    expect(one(early, late, third).attributes.killed!.status).toBe("agreed");
  });
  it("does not set parts against the whole, unless they exceed it", () => {
    expect(
      one(report("A", [dead(3, "children")]), report("B", [dead(10)])).attributes.killed!.conflicts,
    ).toEqual([]);
    expect(
      one(report("A", [dead(12, "children")]), report("B", [dead(10)])).attributes.killed!.conflicts,
    ).toMatchObject([{ rule: "part-exceeds-whole" }]);
  });
});

describe("figures", () => {
  const killed = (a: ClaimSketch[], b: ClaimSketch[]) =>
    one(report("A", a), report("B", b)).attributes.killed!;
  it("are no totals where the words say that they are some, or come on top", () => {
    expect(killed([{ ...dead(4), quote: "another 4 were killed" }], [dead(9)]).status).toBe("agreed");
    expect(killed([{ ...dead(4), quote: "4 were killed" }], [dead(9)]).status).toBe("disputed");
  });
  it("of a whole war stand against nothing", () => {
    expect(killed([dead(400_000)], [dead(9)]).conflicts).toEqual([]);
  });
  it("far apart in one report count different things, near each other they are disputed", () => {
    const within = (n: number) =>
      one(report("A", [dead(30), { ...dead(n), ...from("Blue Army") }])).attributes.killed!;
    expect(within(4).conflicts).toEqual([]);
    expect(within(20).status).toBe("disputed");
  });
  it("that are only suspected on both sides contradict nobody", () => {
    expect(
      killed([{ ...dead(3), stance: "unverified" }], [{ ...dead(8), stance: "unverified" }]).status,
    ).toBe("unverified");
  });
});

describe("figures of a report that count different things", () => {
  const two = report("A", [dead(4), { ...dead(900), ...from("Kovian Army") }]);
  it("stand against another report's only where a third has them too", () => {
    const other = report("B", [dead(3)]);
    expect(one(two, other).attributes.killed!.status).toBe("single");
    const third = report("C", [dead(900)]);
    expect(one(two, other, third).attributes.killed!.conflicts.length).toBeGreaterThan(0);
  });
  it("stand where they are near each other", () => {
    const near = report("D", [dead(4), { ...dead(6), ...from("Kovian Army") }]);
    expect(one(near, report("E", [dead(3)])).attributes.killed!.status).toBe("disputed");
  });
});

describe("an actor whom a report names in its own voice", () => {
  const by = (value: string, more: Pick<ClaimSketch, "sources" | "stance"> = {}): ClaimSketch => ({
    attribute: "perpetrator",
    value,
    ...more,
  });
  const red = { ...from("Colonel Weir"), stance: "unverified" as const };
  it("disputes nothing that a source of the same report says", () => {
    const both = report("A", [by("Kovian Army"), by("Red Front", red)]);
    expect(one(both).attributes.perpetrator!.conflicts).toEqual([]);
    expect(one(both, report("B", [by("Red Front")])).attributes.perpetrator!.conflicts).toEqual([]);
  });
  it("disputes what only another report says, and sources of one report dispute each other", () => {
    const army = report("A", [by("Kovian Army")]);
    expect(one(army, report("B", [by("Red Front")])).attributes.perpetrator!.status).toBe("disputed");
    const sources = report("C", [
      by("Kovian Army", from("Red Front", "armed_group")),
      by("Red Front", from("Blue Army")),
    ]);
    expect(one(sources).attributes.perpetrator!.status).toBe("disputed");
  });
});

describe("what one origin said before", () => {
  const army = from("Blue Army");
  const pairs: readonly (readonly [string, ClaimSketch, ClaimSketch])[] = [
    ["a figure", dead(3), dead(5)],
    ["a weapon", { attribute: "weapon", value: "drone" }, { attribute: "weapon", value: "knife" }],
    ["damage", { attribute: "damage", value: "none" }, { attribute: "damage", value: "destroyed" }],
    ["where it struck", { attribute: "impact", value: "inside" }, { attribute: "impact", value: "outside" }],
    ["a time", { attribute: "time", value: "03:30" }, { attribute: "time", value: "14:45" }],
    [
      "who did it",
      { attribute: "perpetrator", value: "Red Front" },
      { attribute: "perpetrator", value: "Kovian Army" },
    ],
    [
      "who claimed it",
      { attribute: "responsibility", value: { actor: null, act: "unclaimed" } },
      { attribute: "responsibility", value: { actor: "Red Front", act: "claimed" } },
    ],
    [
      "that it did not happen",
      { attribute: "occurrence", value: true, stance: "denied" },
      { attribute: "occurrence", value: true },
    ],
  ];
  it.each(pairs)("is revised by what it says later: %s", (_, before, after) => {
    const early = report("A", [{ ...before, ...army }], { published: "2021-07-05" });
    const late = report("B", [{ ...after, ...army }], { published: "2021-07-07" });
    const other = report("C", [{ ...after, ...from("Red Front", "armed_group") }], {
      published: "2021-07-06",
    });
    const { attribute } = before;
    expect(one(early, other).attributes[attribute]!.status).toBe("disputed");
    expect(one(early, late).attributes[attribute]!.conflicts).toEqual([]);
    expect(one(early, late, other).attributes[attribute]!.status).toBe("agreed");
  });
});

describe("figures told as earlier ones", () => {
  const toll = (id: string, sentences: readonly (readonly [string, number])[], published: string) => {
    const text = sentences.map(([words]) => words).join(" ");
    const record = report(
      id,
      sentences.map(([, n]) => dead(n)),
      { text, published },
    );
    const [event] = record.events;
    const claims = event!.claims.map((claim, i) => {
      const quote = /[^ ]+ (?:people|nurses) (?:were|had been) killed/u.exec(sentences[i]![0])![0];
      const start = text.indexOf(quote);
      return { ...claim, quote, start, end: start + quote.length };
    });
    return { ...record, events: [{ ...event!, claims }] };
  };
  const nine = ["Nine people were killed.", 9] as const;
  const seven = ["Earlier on Monday a nurse said that seven people were killed.", 7] as const;
  const other = (published: string) => toll("B", [["Seven people had been killed.", 7]], published);
  const status = (a: DocumentRecord, b: DocumentRecord) => one(a, b).attributes.killed!.status;
  it("stand against nobody, whoever repeats them", () => {
    expect(one(toll("A", [nine, seven], "2021-07-05")).attributes.killed!.conflicts).toEqual([]);
    expect(status(toll("A", [nine, seven], "2021-07-05"), other("2021-07-05"))).not.toBe("disputed");
  });
  it("are disputed where a later report holds them, or where their own gives nothing newer", () => {
    expect(status(toll("A", [nine, seven], "2021-07-05"), other("2021-07-07"))).toBe("disputed");
    expect(status(toll("A", [seven], "2021-07-05"), toll("C", [nine], "2021-07-05"))).toBe("disputed");
  });
});

describe("figures that tell more than one attack", () => {
  /** A report of sentences, each with a figure of the dead in its words, who says it, and what place it names. */
  const told = (
    id: string,
    sentences: readonly { words: string; n: number; by?: string; place?: string }[],
  ): DocumentRecord => {
    const text = sentences.map(({ words }) => words).join(" ");
    const record = report(
      id,
      sentences.map(({ n, by }) => ({ ...dead(n), ...(by === undefined ? {} : from(by)) })),
      { text },
    );
    const spans = sentences.map(({ words }) => ({ start: text.indexOf(words), words }));
    const claims = record.events[0]!.claims.map((claim, i) => {
      const { start, words } = spans[i]!;
      return { ...claim, quote: words.slice(0, -1), start, end: start + words.length - 1 };
    });
    const mentions = sentences.flatMap(({ place }, i) => {
      if (place === undefined) return [];
      const start = text.indexOf(place, spans[i]!.start);
      const end = start + place.length;
      return [
        { kind: "place" as const, quote: place, start, end, value: place, label: place, abstained: null },
      ];
    });
    return { ...record, mentions, events: [{ ...record.events[0]!, claims }] };
  };
  const conflicts = (...records: DocumentRecord[]) => one(...records).attributes.killed!.conflicts.length;
  const total = { words: "Ten people were killed.", n: 10 };
  const first = { words: "Seven people were killed by rockets.", n: 7, by: "Colonel Weir" };
  const second = { words: "Three people were killed by a shell.", n: 3, by: "Red Front" };

  it("are no ground where a report adds them up: neither the total nor what it is made of", () => {
    expect(conflicts(told("A", [total, first, second]))).toBe(0);
    expect(conflicts(told("A", [total, first, second]), report("B", [dead(7)]))).toBe(0);
  });
  it("are disputed where they do not add up, or where the total is somebody's", () => {
    expect(conflicts(told("A", [{ ...total, n: 11 }, first, second]))).toBeGreaterThan(0);
    expect(conflicts(told("A", [{ ...total, by: "Maristan Navy" }, first, second]))).toBeGreaterThan(0);
  });
  const here = { words: "Rockets on Sarin killed four people.", n: 4, place: "Sarin" };
  const there = {
    words: "Rockets on Oberin killed three people.",
    n: 3,
    by: "Colonel Weir",
    place: "Oberin",
  };
  it("are no ground where their sentence names another place, and another one that of the event", () => {
    expect(conflicts(told("A", [here, there]))).toBe(0);
    expect(
      conflicts(told("A", [here, { ...there, words: "They killed three people.", place: undefined! }])),
    ).toBe(1);
  });
  it("are no ground where one figure is told for the dead and the hurt together", () => {
    const both = { value: { count: exactly(5), who: null }, quote: "killed and injured five people" };
    const undivided = report("A", [
      { attribute: "killed", ...both },
      { attribute: "injured", ...both },
    ]);
    expect(conflicts(undivided, report("B", [dead(2)]))).toBe(0);
  });
});

describe("figures of two parties", () => {
  const by = (a: ClaimSketch, b: ClaimSketch) =>
    one(report("A", [a]), report("B", [b])).attributes.killed!.status;
  it("tell of two groups where both are named, and nobody of one party says nothing of the rest", () => {
    expect(by(dead(9, "Kovian soldiers"), dead(4, "Maristan soldiers"))).not.toBe("disputed");
    expect(by(dead(9, "army soldiers"), dead(0, "Kovian soldiers"))).not.toBe("disputed");
    expect(by(dead(9, "Kovian soldiers"), dead(4, "Kovian troops"))).toBe("disputed");
    expect(by(dead(9, "soldiers"), dead(4, "Kovian troops"))).toBe("disputed");
    expect(by(dead(9), dead(0))).toBe("disputed");
  });
});

describe("an alliance and its states", () => {
  const known: Record<string, string> = {
    "Northern coalition": "cjtf-oir",
    Americans: "us",
    Kovians: "kovian",
  };
  const allies = {
    ...knowledge,
    actors: {
      ...actors,
      actorIdOf: (name: string) => known[name] ?? null,
      memberOf: (id: string) => (id === "us-navy" ? ["us"] : []),
    },
  };
  const by = (a: string, b: string) =>
    linkEvents(
      [
        report("A", [{ attribute: "perpetrator", value: a }]),
        report("B", [{ attribute: "perpetrator", value: b }]),
      ],
      allies,
    )[0]!.attributes.perpetrator!.status;
  it("may both be named for what either did", () => {
    expect(by("Northern coalition", "Americans")).toBe("agreed");
    expect(by("Northern coalition", "Kovians")).toBe("disputed");
  });
});

describe("what is linked weakly", () => {
  const claims = (n: number) => [
    { attribute: "munitions" as const, value: exactly(n), quote: `${n} rockets` },
  ];
  const origins = [report("A", claims(3)), report("B", claims(8))].map((record, i) => ({
    origin: {
      id: `o${i + 1}`,
      name: record.document.id,
      kind: "outlet" as const,
      claims: [],
      documents: [],
      basis: [],
    },
    claims: record.events[0]!.claims.map((claim, at) => ({
      ref: { document: record.document.id, event: "e1", claim: at },
      claim,
      profile: eventProfile(record, record.events[0]!),
      record,
    })),
  }));
  it("disputes nothing, and does not agree either", () => {
    const by = (evidence: number) => compareAttributes(origins, knowledge, () => evidence).munitions!;
    expect(by(knowledge.comparison.values.tolerance.evidence).status).toBe("disputed");
    expect(by(0)).toMatchObject({ status: "single", conflicts: [] });
  });
});

describe("days and places of something else", () => {
  const dated = (value: string, quote: string): ClaimSketch => ({ attribute: "date", value, quote });
  const recall = (id: string, claims: readonly ClaimSketch[], focus: "main" | "background") => {
    const record = report(id, claims);
    return { ...record, events: record.events.map((event) => ({ ...event, focus, date: null })) };
  };
  it("a weekday in a recollection may be any week's", () => {
    const by = (focus: "main" | "background", quote: string) =>
      one(report("A", [dated("2021-07-05", "Monday")]), recall("B", [dated("2021-07-12", quote)], focus))
        .attributes.date!.status;
    expect(by("background", "Monday")).not.toBe("disputed");
    expect(by("background", "12 July")).toBe("disputed");
  });
});

describe("places", () => {
  const at = (id: string, name: string, lat: number, origin: string) => {
    const record = report(id, [{ attribute: "place", value: name, ...from(origin) }]);
    const [event] = record.events;
    return {
      ...record,
      events: [{ ...event!, place: { name, lat, lon: 37.1, precision: "city" as const } }],
    };
  };
  const placed = (records: readonly DocumentRecord[]) =>
    compareAttributes(
      records.map((record, i) => ({
        origin: {
          id: `o${i + 1}`,
          name: `${i}`,
          kind: "military" as const,
          claims: [],
          documents: [],
          basis: [],
        },
        claims: record.events[0]!.claims.map((claim, n) => ({
          ref: { document: record.document.id, event: `e${i}`, claim: n },
          claim,
          profile: eventProfile(record, record.events[0]!),
          record,
        })),
      })),
      knowledge,
    ).place!.status;
  it("are in dispute where they are far apart, unless one report tells both", () => {
    const [near, far] = [at("A", "Sarin", 36.2, "Blue Army"), at("B", "Oberin", 36.9, "Red Front")];
    expect(placed([near, far])).toBe("disputed");
    expect(placed([near, far, at("B", "Sarin", 36.2, "Kovian Army")])).toBe("agreed");
  });
});

describe("figures of one group each", () => {
  const killed = (a: ClaimSketch, b: ClaimSketch) =>
    one(report("A", [a]), report("B", [b])).attributes.killed!.status;
  it("are totals where the words may mean the same people", () => {
    expect(killed(dead(5, "policemen"), dead(6, "members of the Blue Guard"))).toBe("disputed");
    expect(killed(dead(5, "policemen"), dead(5, "members of the Blue Guard"))).toBe("agreed");
  });
  it("are none where they name two sides, or single persons", () => {
    expect(killed(dead(5, "policemen"), dead(9, "militants"))).toBe("agreed");
    expect(killed(dead(1, "a driver"), dead(3, "policemen"))).toBe("agreed");
  });
  it("are of nobody hurt where one figure is told for the dead and the hurt together", () => {
    const count = { min: 24 };
    const both = { value: { count, who: null }, quote: "dozens were killed or injured" };
    const injured = one(
      report("A", [
        { attribute: "killed", ...both },
        { attribute: "injured", ...both },
      ]),
      report("B", [{ attribute: "injured", value: { count: exactly(7), who: null } }]),
    ).attributes.injured!;
    expect(injured.conflicts).toEqual([]);
  });
});

describe("what one origin says in two reports", () => {
  const hit = (value: "inside" | "outside"): ClaimSketch => ({ attribute: "impact", value });
  it("is held against another's words report by report", () => {
    const { impact } = one(
      report("A", [{ ...hit("outside"), ...from("Blue Army") }]),
      report("B", [{ ...hit("inside"), ...from("Blue Army") }]),
      report("C", [{ ...hit("inside"), ...from("Red Front", "armed_group") }]),
    ).attributes;
    expect(impact!.status).toBe("disputed");
  });
  it("is at peace with another where the same report says what both say", () => {
    const { impact } = one(
      report("A", [
        { ...hit("outside"), ...from("Blue Army") },
        { ...hit("inside"), ...from("Blue Army") },
      ]),
      report("C", [{ ...hit("inside"), ...from("Red Front", "armed_group") }]),
    ).attributes;
    expect(impact!.conflicts).toEqual([]);
  });
});

describe("values of two attributes", () => {
  const shotDown = (n: number, quote: string): ClaimSketch => ({
    attribute: "intercepted",
    value: exactly(n),
    quote,
  });
  const fired = (n: number): ClaimSketch => ({ attribute: "munitions", value: exactly(n) });
  const inside: ClaimSketch = { attribute: "impact", value: "inside" };
  const rules = (incident: Incident) =>
    (["intercepted", "impact", "munitions"] as const).flatMap((attribute) =>
      (incident.attributes[attribute]?.across ?? []).map(
        ({ other, rule }) => `${attribute} ${other} ${rule}`,
      ),
    );
  it("cannot both be true where all were shot down and one struck inside", () => {
    const words = one(report("A", [shotDown(3, "all three were shot down")]), report("B", [inside]));
    expect(rules(words)).toEqual([
      "intercepted impact all-shot-down-and-inside",
      "impact intercepted all-shot-down-and-inside",
    ]);
    expect(words.attributes.impact!.status).toBe("disputed");
    const numbers = one(report("A", [fired(3), shotDown(3, "three were shot down")]), report("B", [inside]));
    expect(rules(numbers)).toHaveLength(2);
  });
  it("can both be true where some were shot down, or one account tells both", () => {
    const some = one(report("A", [fired(5), shotDown(3, "three were shot down")]), report("B", [inside]));
    expect(rules(some)).toEqual([]);
    expect(rules(one(report("A", [shotDown(3, "all three were shot down"), inside])))).toEqual([]);
  });
  it("cannot both be true where more were shot down than fired", () => {
    const more = one(report("A", [fired(3)]), report("B", [shotDown(5, "five were shot down")]));
    expect(rules(more)).toHaveLength(2);
    expect(rules(one(report("A", [fired(8)]), report("B", [shotDown(5, "five were shot down")])))).toEqual(
      [],
    );
  });
});

describe("weapons and days", () => {
  const drone: ClaimSketch = { attribute: "weapon", value: "drone" };
  const knife: ClaimSketch = { attribute: "weapon", value: "knife" };
  it("of one report are all meant, of two they may be in dispute", () => {
    expect(
      one(report("A", [drone, { ...knife, ...from("Blue Army") }])).attributes.weapon!.conflicts,
    ).toEqual([]);
    expect(one(report("A", [drone]), report("B", [knife])).attributes.weapon!.status).toBe("disputed");
  });
  it("that are not those of their own event dispute nothing", () => {
    const day = (value: string): ClaimSketch => ({ attribute: "date", value });
    expect(
      one(report("A", [day("2021-07-05")]), report("B", [day("2021-07-12")])).attributes.date!.conflicts,
    ).toEqual([]);
  });
});

describe("origins", () => {
  it("are the named body where a report only describes its one source of that kind", () => {
    const incident = one(
      report("A", [
        { ...dead(3), ...from("Blue Army") },
        { ...dead(3), ...from("the military spokesman's office") },
      ]),
    );
    expect(incident.origins.map((o) => o.basis)).toEqual([["described", "first-source"]]);
  });
  it("are one for a medium and its reporter", () => {
    const { origins } = one(
      report("A", [
        { ...dead(3), ...from("Wire", "media") },
        { ...dead(4), ...from("Wire reporter in Sarin", "media") },
        { ...dead(5), ...from("Sarin radio", "media") },
      ]),
    );
    expect(origins.map((o) => o.claims.length).sort()).toEqual([1, 2]);
  });
  it("are one for a body and whoever is called after it", () => {
    const incident = one(
      report("A", [
        { ...dead(3), ...from("Blue Army") },
        { ...dead(4), ...from("paymaster of the Blue Army") },
      ]),
    );
    expect(incident.origins.map((o) => o.basis)).toEqual([["first-source", "same-body"]]);
  });
  it("are two where the other is called by a name that no table knows", () => {
    const incident = one(
      report("A", [
        { ...dead(3), ...from("Blue Army") },
        { ...dead(4), ...from("Green Rescue Corps") },
      ]),
    );
    expect(incident.origins).toHaveLength(2);
    expect(incident.attributes.killed!.status).toBe("disputed");
  });
  it("are the body whose name stands in a longer one", () => {
    const incident = one(
      report("A", [{ ...dead(3), ...from("Maristan-based Blue Army") }]),
      report("B", [{ ...dead(3), ...from("Blue Army spokesman") }]),
    );
    expect(incident.origins).toHaveLength(1);
  });
  const names = (incident: Incident) => incident.origins.map((o) => o.name).sort();
  it("are one for a body and its spokesman, and for outlets of one family", () => {
    expect(
      one(
        report("A", [{ ...dead(3), ...from("Colonel Weir") }]),
        report("B", [{ ...dead(3), ...from("Blue Army") }]),
      ).origins,
    ).toHaveLength(1);
    expect(one(report("North Post", [dead(3)]), report("North Radio", [dead(3)])).origins).toHaveLength(1);
  });
  const told = (name: string, kind: Source["kind"], n = 3) => ({ ...dead(n), ...from(name, kind) });
  it("are the named body of that kind where another report only describes it", () => {
    for (const [name, bare] of [
      ["Colonel Weir", "army"],
      ["Blue Army", "a military source"],
    ] as const) {
      const incident = one(report("A", [told(name, "military")]), report("B", [told(bare, "military")]));
      expect(incident.origins.map((o) => o.basis)).toEqual([["described", "first-source"]]);
      expect(incident.attributes.killed).toMatchObject({ status: "single" });
    }
    expect(
      one(report("A", [told("police", "police")]), report("B", [told("a police officer", "police")])).origins,
    ).toHaveLength(1);
  });
  it("are one for the bodies of one state that say the same", () => {
    const both = one(
      report("A", [told("Blue Army", "military")]),
      report("B", [told("government", "government")]),
    );
    expect(both.origins).toHaveLength(1);
    const named = one(
      report("A", [told("Blue Army", "military")]),
      report("B", [told("Maristan Government", "government")]),
    );
    expect(named.origins.map((o) => o.basis)).toEqual([["first-source", "same-state"]]);
  });
  it("stay two where they contradict each other, though a description counts for none", () => {
    const named = one(
      report("A", [told("Blue Army", "military")]),
      report("B", [told("Maristan Government", "government", 9)]),
    );
    expect(named.origins).toHaveLength(2);
    expect(named.attributes.killed).toMatchObject({ status: "disputed" });
    const bare = one(
      report("A", [told("Blue Army", "military")]),
      report("B", [told("a military source", "military", 9)]),
    );
    expect(bare.origins.map((o) => o.dependent ?? false).sort()).toEqual([false, true]);
    expect(bare.attributes.killed).toMatchObject({ status: "disputed" });
  });
  it("join no description with either of two states' armies, and count it for none", () => {
    const incident = one(
      report("A", [told("Blue Army", "military"), told("Kovian Army", "military")]),
      report("B", [told("the army", "military")]),
    );
    expect(incident.origins).toHaveLength(3);
    expect(incident.attributes.killed!.values[0]!.independentSources).toBe(2);
  });
  it("stay apart for sources of other kinds, and for other names", () => {
    for (const [name, kind] of [
      ["hospital", "medical"],
      ["monitors", "monitor"],
      ["rebels", "armed_group"],
      ["Captain Orne", "military"],
    ] as const)
      expect(
        one(report("A", [told("Blue Army", "military")]), report("B", [told(name, kind)])).origins,
      ).toHaveLength(2);
  });
  it("are the agency where a report carries it", () => {
    const incident = one(
      report("A", [dead(3)], { agency: ["Wire"] }),
      report("B", [{ ...dead(3), ...from("Wire", "media") }]),
    );
    expect(names(incident)).toEqual(["Wire"]);
  });
  it("are one for copies, whoever prints them", () => {
    const text =
      "Nine rockets fell on the depot of Sarin at dawn, and the guards put out the fire before the morning shift began its work there.";
    const incident = one(
      report("A", [dead(3)], { text }),
      report("B", [dead(3)], { text: `${text} Own reporting.` }),
    );
    expect(incident.origins).toHaveLength(1);
    expect(incident.origins[0]!.basis).toContain("near-duplicate");
  });
  it("credit a source whom the report repeats, not the report", () => {
    const incident = one(report("A", [dead(3), { ...dead(3), ...from("Blue Army") }]));
    expect(names(incident)).toEqual(["Blue Army"]);
  });
  it("never count reports that name nobody as one more", () => {
    const incident = one(
      report("A", [dead(3), { ...dead(4), ...from("reports", "unspecified") }]),
      report("B", [{ ...dead(4), ...from("reportedly", "unspecified") }]),
    );
    expect(incident.origins.find((o) => o.dependent)).toBeDefined();
    const first = one(
      report("A", [dead(3)]),
      report("B", [{ ...dead(3), ...from("reports", "unspecified") }]),
    );
    expect(first.attributes.killed).toMatchObject({ status: "single" });
  });
  it("are somebody where a source has a name, of whatever kind", () => {
    const { killed } = one(
      report("A", [{ ...dead(3), ...from("Northern Rescue Service", "unspecified") }]),
      report("B", [{ ...dead(3), ...from("Tomas Verin", "unspecified") }]),
    ).attributes;
    expect(killed).toMatchObject({ status: "agreed" });
  });
  it("stay apart for a description that contradicts the named source of its kind in the same report", () => {
    const incident = one(
      report("A", [
        { ...dead(100), ...from("local elected councillor", "government") },
        { ...dead(49), ...from("Maristan Government", "government") },
      ]),
    );
    expect(incident.origins).toHaveLength(2);
    expect(incident.attributes.killed!.status).toBe("disputed");
  });
  it("are the body that a part belonged to at the time", () => {
    const then = {
      ...actors,
      memberOf: (id: string, day?: string | null) => (id === "red" && (day ?? "") < "2021" ? ["blue"] : []),
    };
    const origins = (date: string) =>
      linkEvents(
        [
          recordOf(
            "A",
            [
              eventOf({ date, place: ["Sarin", 36.2, 37.1, "city"], quote: "a" }, "e1", [
                { ...dead(3), ...from("Red Front", "armed_group") },
                { ...dead(4), ...from("Blue Army") },
              ]),
            ],
            { outlet: "A" },
          ),
        ],
        { ...knowledge, actors: then },
      )[0]!.origins.length;
    expect(origins("2020-07-05")).toBe(1);
    expect(origins("2021-07-05")).toBe(2);
  });
});

describe("who is said to have done it", () => {
  const did: ClaimSketch = { attribute: "perpetrator", value: "Red Front" };
  const denies: ClaimSketch = {
    attribute: "responsibility",
    value: { actor: "Red Front", act: "denied" },
    ...from("Red Front", "armed_group"),
  };
  it("is in dispute where he denies it, and who is responsible is as each tells it", () => {
    const { perpetrator, responsibility } = one(report("A", [did]), report("B", [denies])).attributes;
    expect(perpetrator).toMatchObject({ status: "disputed", across: [{ rule: "held-and-denied" }] });
    expect(responsibility).toMatchObject({ status: "single" });
  });
  it("is not where another denies it", () => {
    const other = { ...denies, value: { actor: "Blue Army", act: "denied" as const } } as ClaimSketch;
    expect(one(report("A", [did]), report("B", [other])).attributes.perpetrator!.status).toBe("single");
  });
  it("is nobody who killed those that attacked", () => {
    const back = { attribute: "perpetrator" as const, value: "government army", ...from("Blue Army") };
    const { perpetrator } = one(
      report("A", [{ attribute: "perpetrator", value: "rebels" }]),
      report("B", [back, { ...dead(9, "attackers"), ...from("Blue Army") }]),
    ).attributes;
    expect(perpetrator!.conflicts).toEqual([]);
    const without = one(
      report("A", [{ attribute: "perpetrator", value: "rebels" }]),
      report("B", [back]),
    ).attributes;
    expect(without.perpetrator!.conflicts).toHaveLength(1);
  });
  it("says nothing of what was hit: a denial that it happened carries that along", () => {
    const denied = { stance: "denied" as const, ...from("Red Front", "armed_group") };
    const { target } = one(
      report("A", [{ attribute: "target", value: "school" }]),
      report("B", [
        { attribute: "occurrence", value: true, ...denied },
        { attribute: "target", value: "school", ...denied },
      ]),
    ).attributes;
    expect(target!.conflicts).toEqual([]);
  });
});
