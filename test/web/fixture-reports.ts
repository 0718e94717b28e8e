// The fixture reports themselves: our own writing, made-up outlets and people on a made-up island, from different sides.
import { PLACES } from "./fixture-documents.js";
import type { DocumentDraft } from "./fixture-documents.js";

const GUARD = ["Harbour Guard", "military"] as const;
const VALE = ["Vale Front", "armed_group"] as const;
const COUNCIL = ["Harrow Rights Council", "monitor"] as const;

export const DRAFTS: readonly DocumentDraft[] = [
  {
    n: 1,
    outlet: "The Harrow Courier",
    title: "Three rockets land near Calder Airfield, Guard says",
    published: "2032-03-12",
    body: [
      "Three rockets landed on the perimeter of Calder Airfield early on Friday, the Harbour Guard said. Nobody was hurt.",
      "“Three rockets fell at about 04:20. They struck the perimeter fence, and damage is being assessed,” Guard spokesman Col. Piers Amory told Island Wire.",
      "The airfield, which houses Guard troops and foreign advisers, has been hit 14 times since October, Amory said.",
      "No group has claimed the attack.",
    ],
    events: [
      {
        type: "Shelling/artillery/missile attack",
        quote: "Three rockets landed on the perimeter of Calder Airfield early on Friday",
        date: "2032-03-12",
        place: PLACES.calder,
        incident: "i-calder",
        claims: [
          ["munitions", { min: 3, max: 3 }, "Three rockets landed", [GUARD]],
          ["weapon", "rocket", "rockets", [GUARD]],
          ["impact", "perimeter", "on the perimeter of Calder Airfield", [GUARD]],
          ["killed", { count: { min: 0, max: 0 }, who: null }, "Nobody was hurt", [GUARD]],
          ["injured", { count: { min: 0, max: 0 }, who: null }, "Nobody was hurt", [GUARD]],
          ["time", "04:20", "at about 04:20", [GUARD, ["Island Wire", "media"]]],
          ["damage", "assessing", "damage is being assessed", [GUARD, ["Island Wire", "media"]], "open"],
          ["responsibility", { actor: null, act: "unclaimed" }, "No group has claimed the attack"],
        ],
      },
    ],
    mentions: [
      ["count", "Three", "3"],
      ["weapon", "rockets", "rocket"],
      ["place", "Calder Airfield", "Calder Airfield"],
      ["time", "early on Friday", "12 March 2032, early morning"],
      ["time", "since October", "since October 2031"],
      ["source", "the Harbour Guard said", "Harbour Guard"],
      ["actor", "Harbour Guard", "Harbour Guard"],
      ["actor", "Col. Piers Amory", "Piers Amory"],
      ["actor", "foreign advisers", null],
      [
        "quotation",
        "Three rockets fell at about 04:20. They struck the perimeter fence, and damage is being assessed,",
        "Piers Amory",
      ],
    ],
    tallies: [
      {
        what: "attacks",
        count: { min: 14, max: 14 },
        period: "2031-10/2032-03-12",
        place: "Calder Airfield",
        perpetrator: null,
        target: "Calder Airfield",
        quote: "has been hit 14 times since October",
        by: [{ name: "Piers Amory", kind: "military" }],
      },
    ],
    dropped: [
      { reason: "share-bar", text: "Share · Print · Send to a friend" },
      { reason: "comment-form", text: "Leave a comment\nName *\n4 + 3 =" },
    ],
  },
  {
    n: 2,
    outlet: "Free Vale Radio",
    title: "Resistance heroes pound the occupiers’ airfield with eight rockets",
    published: "2032-03-12",
    body: [
      "Eight rockets struck Calder Airfield before dawn, channels of the Vale Front announced, and four of them hit the barracks of the occupation forces.",
      "“Our heroes have turned their hangar to ash,” the channel wrote, with a video that shows a fire behind a fence. Two guards were killed, it said.",
      "The resistance promised that the operation would not be the last.",
    ],
    events: [
      {
        type: "Shelling/artillery/missile attack",
        quote: "Eight rockets struck Calder Airfield before dawn",
        date: "2032-03-12",
        place: PLACES.calder,
        incident: "i-calder",
        claims: [
          [
            "munitions",
            { min: 8, max: 8 },
            "Eight rockets",
            [VALE, ["channels of the Vale Front", "social_media"]],
          ],
          ["weapon", "rocket", "rockets struck", [VALE]],
          ["impact", "inside", "four of them hit the barracks", [VALE]],
          ["damage", "destroyed", "turned their hangar to ash", [VALE]],
          ["killed", { count: { min: 2, max: 2 }, who: "guards" }, "Two guards were killed", [VALE]],
          ["time", "early morning", "before dawn", [VALE]],
          [
            "responsibility",
            { actor: "Vale Front", act: "claimed" },
            "channels of the Vale Front announced",
            [VALE],
          ],
        ],
      },
    ],
    framing: [
      { term: "Resistance heroes", referent: "those who fired", neutral: "Vale Front", tone: "laudatory" },
      {
        term: "occupation forces",
        referent: "troops at the airfield",
        neutral: "Harbour Guard",
        tone: "delegitimising",
      },
      {
        term: "Our heroes",
        referent: "those who fired",
        neutral: "Vale Front",
        tone: "laudatory",
        by: [{ name: "Vale Front", kind: "armed_group" }],
      },
    ],
    mentions: [
      ["count", "Eight", "8"],
      ["place", "Calder Airfield", "Calder Airfield"],
      ["actor", "Vale Front", "Vale Front"],
    ],
  },
  {
    n: 3,
    outlet: "Northmarch Today",
    title: "Airfield at Calder hit by rockets",
    published: "2032-03-12",
    agency: ["Island Wire"],
    body: [
      "CALDER (Island Wire) - Three rockets fell on the edge of Calder Airfield on Friday, the Harbour Guard said, adding that there were no casualties.",
      "A security source said that a fourth rocket was found on its rail and disarmed. The claim could not be verified.",
    ],
    events: [
      {
        type: "Shelling/artillery/missile attack",
        quote: "Three rockets fell on the edge of Calder Airfield on Friday",
        date: "2032-03-12",
        place: PLACES.calder,
        incident: "i-calder",
        claims: [
          ["munitions", { min: 3, max: 3 }, "Three rockets fell", [GUARD, ["Island Wire", "media"]]],
          ["weapon", "rocket", "rockets fell", [GUARD, ["Island Wire", "media"]]],
          ["impact", "perimeter", "on the edge of Calder Airfield", [GUARD, ["Island Wire", "media"]]],
          [
            "killed",
            { count: { min: 0, max: 0 }, who: null },
            "no casualties",
            [GUARD, ["Island Wire", "media"]],
          ],
          [
            "injured",
            { count: { min: 0, max: 0 }, who: null },
            "no casualties",
            [GUARD, ["Island Wire", "media"]],
          ],
          [
            "intercepted",
            { min: 1, max: 1 },
            "a fourth rocket was found on its rail and disarmed",
            [["a security source", "anonymous"]],
            "unverified",
          ],
          [
            "munitions",
            { min: 4, max: 4 },
            "a fourth rocket",
            [["a security source", "anonymous"]],
            "unverified",
          ],
        ],
      },
    ],
  },
  {
    n: 4,
    outlet: "Open Ledger",
    title: "What is known about the attack on Calder",
    published: "2032-03-14",
    body: [
      "Two days after the attack on Calder Airfield the accounts differ. The Harbour Guard now says that five rockets were fired, two more than it said at first.",
      "One soldier was slightly injured, the Guard said on Sunday. Satellite images show a hangar with part of its roof gone.",
      "The Vale Front denied on Saturday that it had fired, contradicting its own channel. The Harrow Rights Council counts 21 attacks on the airfield since October.",
    ],
    events: [
      {
        type: "Shelling/artillery/missile attack",
        quote: "the attack on Calder Airfield",
        date: "2032-03-12",
        place: PLACES.calder,
        incident: "i-calder",
        claims: [
          ["munitions", { min: 5, max: 5 }, "five rockets were fired", [GUARD]],
          ["weapon", "rocket", "rockets were fired", [GUARD]],
          [
            "injured",
            { count: { min: 1, max: 1 }, who: "soldier" },
            "One soldier was slightly injured",
            [GUARD],
          ],
          ["damage", "some", "a hangar with part of its roof gone", [["satellite images", "footage"]]],
          [
            "responsibility",
            { actor: "Vale Front", act: "denied" },
            "The Vale Front denied on Saturday that it had fired",
            [VALE],
          ],
        ],
      },
    ],
    tallies: [
      {
        what: "attacks",
        count: { min: 21, max: 21 },
        period: "2031-10/2032-03-14",
        place: "Calder Airfield",
        perpetrator: null,
        target: "Calder Airfield",
        quote: "The Harrow Rights Council counts 21 attacks on the airfield since October",
        by: [{ name: "Harrow Rights Council", kind: "monitor" }],
      },
    ],
  },
  {
    n: 5,
    outlet: "Ministry Gazette",
    title: "Terrorists fail again at Calder",
    published: "2032-03-13",
    body: [
      "Terrorist remnants fired rockets at Calder Airfield on Friday and achieved nothing, the Ministry of Order said. There were no injuries and no damage.",
      "The cowardly attempt was answered, an official said.",
    ],
    events: [
      {
        type: "Shelling/artillery/missile attack",
        quote: "fired rockets at Calder Airfield on Friday",
        date: "2032-03-12",
        place: PLACES.calder,
        incident: "i-calder",
        claims: [
          ["weapon", "rocket", "rockets", [["Ministry of Order", "government"]]],
          [
            "injured",
            { count: { min: 0, max: 0 }, who: null },
            "There were no injuries",
            [["Ministry of Order", "government"]],
          ],
          ["damage", "none", "no damage", [["Ministry of Order", "government"]]],
        ],
      },
    ],
    framing: [
      { term: "Terrorist remnants", referent: "those who fired", neutral: "armed group", tone: "pejorative" },
      { term: "cowardly attempt", referent: "the attack", neutral: "attack", tone: "pejorative" },
    ],
  },
  {
    n: 6,
    outlet: "Coastline Press",
    title: "Market blast in Long Quay kills at least 11",
    published: "2032-04-02",
    body: [
      "At least 11 people were killed and dozens injured when a car bomb went off beside the fish market of Long Quay on Friday, hospital officials said.",
      "The Harrow Rights Council said that it had the names of 13 dead. Police would not say who was behind it.",
      "It was the deadliest attack on the town since a blast in 2019 on the ferry pier.",
      "<script>alert('not here')</script> and <img src=x onerror=alert(1)> were in the report as words.",
    ],
    events: [
      {
        type: "Remote explosive/landmine/IED",
        quote: "a car bomb went off beside the fish market of Long Quay on Friday",
        date: "2032-04-02",
        place: PLACES.quay,
        incident: "i-quay",
        claims: [
          [
            "killed",
            { count: { min: 11 }, who: "people" },
            "At least 11 people were killed",
            [["hospital officials", "medical"]],
          ],
          [
            "injured",
            { count: { min: 24, approx: true }, who: null },
            "dozens injured",
            [["hospital officials", "medical"]],
          ],
          ["weapon", "car_bomb", "a car bomb"],
          ["killed", { count: { min: 13, max: 13 }, who: null }, "the names of 13 dead", [COUNCIL]],
          ["target", "fish market of Long Quay", "the fish market of Long Quay"],
        ],
      },
      {
        type: "Remote explosive/landmine/IED",
        quote: "a blast in 2019 on the ferry pier",
        date: "2019",
        place: PLACES.quay,
        focus: "background",
        incident: "i-pier",
        claims: [["date", "2019", "in 2019"]],
      },
    ],
    tallies: [],
  },
  {
    n: 7,
    outlet: "The Harrow Courier",
    title: "Rights council: 9 killed in Long Quay",
    published: "2032-04-03",
    body: [
      "Nine people were killed by the bomb at the fish market of Long Quay, the Ministry of Order said on Saturday, fewer than hospital officials had said.",
      "The ministry counted 112 people killed in Harrow since January; the Harrow Rights Council counts 187.",
    ],
    events: [
      {
        type: "Remote explosive/landmine/IED",
        quote: "the bomb at the fish market of Long Quay",
        date: "2032-04-02",
        place: PLACES.quay,
        incident: "i-quay",
        claims: [
          [
            "killed",
            { count: { min: 9, max: 9 }, who: "people" },
            "Nine people were killed",
            [["Ministry of Order", "government"]],
          ],
          ["weapon", "car_bomb", "the bomb"],
        ],
      },
    ],
    tallies: [
      {
        what: "killed",
        count: { min: 112, max: 112 },
        period: "2032-01/2032-04-03",
        place: "Harrow",
        perpetrator: null,
        target: null,
        quote: "The ministry counted 112 people killed in Harrow since January",
        by: [{ name: "Ministry of Order", kind: "government" }],
      },
      {
        what: "killed",
        count: { min: 187, max: 187 },
        period: "2032-01/2032-04-03",
        place: "Harrow",
        perpetrator: null,
        target: null,
        quote: "the Harrow Rights Council counts 187",
        by: [{ name: "Harrow Rights Council", kind: "monitor" }],
      },
    ],
    warnings: [{ code: "text/truncated", input: "reports/007.html", detail: { kept: 420 } }],
  },
];
