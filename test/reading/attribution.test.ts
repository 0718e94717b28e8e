import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  compileAttribution,
  parseAttributionKnowledge,
  withAttitudes,
} from "../../src/knowledge/attribution.js";
import type { AttributionRules } from "../../src/knowledge/attribution.js";
import { attributionsOf, mention, readExample, saidAt } from "./attribution-examples.js";
import { knowledgeBase } from "../knowledge-base.js";

const knowledge = parseAttributionKnowledge(knowledgeBase);
const { rules } = knowledge;
const without = (part: keyof AttributionRules, id: string) =>
  compileAttribution({ ...rules, [part]: rules[part].filter((rule) => rule.id !== id) }, knowledge);

describe.each(["cues", "hedges", "anaphors", "circumstances"] as const)(
  "%s of knowledge/attribution",
  (part) => {
    for (const rule of rules[part])
      describe(rule.id, () => {
        it.each([...rule.examples, ...rule.counter])("$text", (example) => {
          expect(readExample(example, knowledge)).toEqual(example.reads);
        });
        it("is needed by one of its examples", () => {
          const less = without(part, rule.id);
          const broken = rule.examples.some(
            (example) => JSON.stringify(readExample(example, less)) !== JSON.stringify(example.reads),
          );
          expect(broken).toBe(true);
        });
      });
  },
);

describe("attitudes of knowledge/attribution", () => {
  const wide = withAttitudes(knowledge);
  for (const rule of rules.attitudes)
    describe(rule.id, () => {
      it.each([...rule.examples, ...rule.counter])("$text", (example) => {
        expect(readExample(example, wide)).toEqual(example.reads);
      });
      it.each(rule.examples)("is no claim: $text", (example) => {
        expect(readExample(example, knowledge)).toEqual([]);
      });
      it("is needed by one of its examples", () => {
        const less = withAttitudes(without("attitudes", rule.id));
        const broken = rule.examples.some(
          (example) => JSON.stringify(readExample(example, less)) !== JSON.stringify(example.reads),
        );
        expect(broken).toBe(true);
      });
    });
});

describe("speakers of knowledge/attribution", () => {
  const kindOf = (phrase: string, known = knowledge) => {
    const text = `${phrase[0]!.toUpperCase()}${phrase.slice(1)} said that a bridge burned.`;
    return attributionsOf(text, known)[0]?.sources[0]?.kind;
  };
  for (const rule of rules.speakers) {
    it.each([...rule.examples, rule.counter])(`${rule.id}: $phrase`, ({ phrase, kind }) => {
      expect(kindOf(phrase)).toBe(kind);
    });
    if (rule.kind !== "unspecified")
      it(`${rule.id} is needed by one of its examples`, () => {
        const less = without("speakers", rule.id);
        expect(rule.examples.some(({ phrase, kind }) => kindOf(phrase, less) !== kind)).toBe(true);
      });
  }
});

describe("who says it", () => {
  const told = (text: string, words: string, actors: Parameters<typeof attributionsOf>[2] = []) => {
    const start = text.indexOf(words);
    const at = saidAt(text, { start, end: start + words.length }, knowledge, actors);
    return [at.sources.map((s) => s.name), at.stance];
  };

  it("is the document itself where nobody is named", () => {
    expect(told("A bridge burned. The mayor said a car burned.", "A bridge burned")).toEqual([
      [],
      "asserted",
    ]);
  });

  it("does not go on beyond the sentence without a sign of it", () => {
    expect(told("The mayor said a car burned. A bridge fell in the east.", "A bridge fell")).toEqual([
      [],
      "asserted",
    ]);
  });

  it("goes on in quotations that follow, and over their paragraphs", () => {
    const text =
      "“We ran,” said Ilan Desh, a baker.\n\n“A bridge fell.\n\n“Then a car burned.”\n\nIt rained.";
    expect(told(text, "A bridge fell")).toEqual([["Ilan Desh"], "asserted"]);
    expect(told(text, "a car burned")).toEqual([["Ilan Desh"], "asserted"]);
    expect(told(text, "It rained")).toEqual([[], "asserted"]);
  });

  it("is a chain from the origin to the nearest, through nested reports", () => {
    const text = "Six houses fell a source in the southern province said on Monday Ostra Radio reported.";
    const actors = [mention(text, "Ostra Radio", "Ostra Radio", "media")];
    expect(told(text, "Six houses fell", actors)).toEqual([
      ["source in the southern province", "Ostra Radio"],
      "asserted",
    ]);
  });

  it("keeps the sources of two clauses apart", () => {
    const text = "The mayor said a bridge burned while residents said a car burned.";
    expect(told(text, "a bridge burned")).toEqual([["mayor"], "asserted"]);
    expect(told(text, "a car burned")).toEqual([["residents"], "asserted"]);
  });

  it("takes the doubt of the words inside from them, the source from what they stand in", () => {
    const text = "The mayor said that a suspected gas shell hit the market.";
    expect(told(text, "gas shell")).toEqual([["mayor"], "unverified"]);
    expect(told(text, "hit the market")).toEqual([["mayor"], "asserted"]);
  });

  const army = (text: string) => [mention(text, "Kovian army", "Kovian army", "military")];
  const front = (text: string) => [mention(text, "Ostra Front", "Ostra Front", "armed_group")];
  const said = (text: string, actors: (text: string) => ReturnType<typeof army> = () => []) => {
    const [first] = attributionsOf(text, knowledge, actors(text)).filter((a) => a.sources.length > 0);
    return first?.sources.map(({ name, kind }) => `${name}/${kind}`).join(" > ");
  };

  it.each([
    ["“A bridge burned,” its spokesman, Ilan Desh, said.", "Ilan Desh/unspecified"],
    ["A bridge burned, the army's spokesman, Colonel Ilan Desh, said.", "Ilan Desh/military"],
    ["Ilan Desh, a spokesman for the police, said a bridge burned.", "Ilan Desh/police"],
    ["A bridge burned, said Ilan Desh, a spokesman for the police.", "Ilan Desh/police"],
    ["Their employer, the land office, said a bridge burned.", "land office/government"],
  ])("is the person between the commas: %s", (text, name) => {
    expect(said(text)).toBe(name);
  });

  it.each([
    ["The Kovian army lost a drone, its spokesman said.", "Kovian army spokesman/military"],
    ["The Kovian army lost a drone, a spokesman said.", "Kovian army spokesman/military"],
    ["The Kovian army's spokesman said a bridge burned.", "Kovian army spokesman/military"],
  ])("is told by the body it speaks for: %s", (text, name) => {
    expect(said(text, army)).toBe(name);
  });

  it("is not somebody else's spokesman", () => {
    const text = "The governor said a car burned. The army's spokesman said a bridge burned.";
    expect(told(text, "a bridge burned")).toEqual([["army's spokesman"], "asserted"]);
  });

  it.each([
    ["The divers, who work where the government does not, said a bridge burned.", "divers/unspecified"],
    ["A night watchman at the fish market across the bay said a bridge burned.", "night watchman at the fish market across the bay/unspecified"],
    ["A cook who saw the blast said a bridge burned.", "cook/unspecified"],
    ["“A bridge burned,” said a cook whose boat sank.", "cook/unspecified"],
    ["The massive blast said much.", undefined],
  ])("is the subject of the sentence, whatever its noun: %s", (text, name) => {
    expect(said(text)).toBe(name);
  }); // prettier-ignore

  it.each([
    [
      "The Ostra Front, whose fighters claimed the raid, spoke of six dead.",
      "the raid",
      ["Ostra Front fighters"],
    ],
    ["The Ostra Front, whose fighters claimed the raid, spoke of six dead.", "six dead", ["Ostra Front"]],
    [
      "The Ostra Front, which denied the raid, accused the mayor of lying.",
      "the mayor of lying",
      ["Ostra Front"],
    ],
  ] as const)("keeps a relative clause and its main clause apart: %s %s", (text, words, names) => {
    expect(told(text, words, front(text))[0]).toEqual(names);
  });

  it.each([
    "A message in the name of the Ostra Front appeared on Friday. “A bridge burned,” it said.",
    "A statement attributed to the Ostra Front said that a bridge burned.",
    "A group calling itself the Ostra Front said that a bridge burned.",
    "According to statements issued by the Ostra Front, a bridge burned.",
  ])("is whom a statement names: %s", (text) => {
    expect(
      told(text, text.includes("A bridge") ? "A bridge burned" : "a bridge burned", front(text))[0],
    ).toEqual(["Ostra Front"]);
  });

  it.each([
    [
      "A number of people familiar with the talks in Ostra said a bridge burned.",
      "people familiar with the talks in Ostra/anonymous",
    ],
    ["A surgeon who was wounded in the head by the blast told reporters a bridge burned.", "surgeon/medical"],
    ["The rebels backed by the police reported nine dead.", "rebels/armed_group"],
    [
      "Asked about the raid the coalition had no immediate comment but said it was looking into the reports.",
      "coalition/military",
    ],
    ["A baker named Ilan Desh said a bridge burned.", "Ilan Desh/unspecified"],
    ["Ostra rejoiced at a truce urged by nobody.", undefined],
  ])("is the subject that the tree tells: %s", (text, name) => {
    expect(said(text)).toBe(name);
  });

  it.each([
    ["Ilan Desh announced the deal with the mayor on Monday.", "Ilan Desh/unspecified"],
    ["Ms. Desh said the port was closed.", "Ms. Desh/unspecified"],
    ["A bridge burned, the port's guards announced Friday.", "port's guards/unspecified"],
    ["Desh claimed a win in a tweet, saying: “A bridge burned.”", "Desh/unspecified"],
    ["Ilan Desh, who lost a boat during the raid on Ostra, Kovia, in July 2012, said a bridge burned.", "Ilan Desh/unspecified"],
    ["Ilan Desh, speaking at a rally in Ostra, Kovia, warned that a bridge burned.", "Ilan Desh/unspecified"],
    ["Governor Ilan Desh, the oldest in office, on Tuesday said a bridge burned.", "Ilan Desh/government"],
    ["Ilan Desh keeps the port open but says a bridge burned.", "Ilan Desh/unspecified"],
    ["Ilan Desh won the port but said the bridge was still open.", "Ilan Desh/unspecified"],
    ["Ilan Desh, a host of “Good Night,” said a bridge burned.", "Ilan Desh/unspecified"],
    ["Ilan Desh of Ostra described what the raid on the army had burned.", "Ilan Desh of Ostra/unspecified"],
    ["Dozens dead in raid, says monitor", "monitor/monitor"],
  ])("is the name that opens the clause, no object, day or place: %s", (text, name) => {
    expect(said(text)).toBe(name);
  }); // prettier-ignore

  it.each([
    ["“A bridge burned,” said the port's deputy police spokesman, Ilan Desh, who saw it.", "Ilan Desh/police"],
    ["“A bridge burned,” said one fearless trader.", "one fearless trader/unspecified"],
    ["“A bridge burned,” said shoppers.", "shoppers/unspecified"],
    ["“A bridge burned,” said the port watchman known as Ilo.", "port watchman/unspecified"],
    ["“A bridge burned,” said Gov. Ilan Desh of Ostra, who saw it.", "Gov. Ilan Desh of Ostra/unspecified"],
    ["“A bridge burned,” said a person with knowledge of the plans.", "person with knowledge of the plans/anonymous"],
    ["“Where is my brother?” Desh said.", "Desh/unspecified"],
    ["“A bridge burned,” he and the others knew.", undefined],
  ])("stands behind a quotation, whatever its noun: %s", (text, name) => {
    expect(said(text)).toBe(name);
  }); // prettier-ignore

  it("goes with a quotation that ends in a sign of its own", () => {
    const text = "“Nobody came to help us!” Desh said on Monday.";
    expect(told(text, "Nobody came")).toEqual([["Desh"], "asserted"]);
    expect(told("“Nobody came to help us.” Desh said a bridge burned.", "a bridge")).toEqual([
      ["Desh"],
      "asserted",
    ]);
  });

  it("is footage, through the outlet that shows it", () => {
    expect(said("State television aired video from the port showing burned lorries.")).toBe(
      "video/footage > State television/media",
    );
    expect(said("The mayor aired his views, showing little interest in the port.")).toBe(undefined);
  });

  it("is the head of the body that a description takes up", () => {
    const text =
      "The Kovian army lost a drone, it said. A bridge burned said the head of the Ostra-based group.";
    expect(told(text, "A bridge burned", army(text))[0]).toEqual(["Kovian army head"]);
  });

  it.each([
    ["Rescuers: 15 killed in Ostra", "Rescuers/monitor"],
    ["Fifteen killed in Ostra raid: rescuers", "rescuers/monitor"],
    ["Fifteen killed in Ostra raid – police", "police/police"],
    ["Photo: a burned car in Ostra", undefined],
    ["They met two groups: rebels and soldiers.", undefined],
  ])("may be marked by a sign alone: %s", (text, name) => {
    expect(said(text)).toBe(name);
  });

  const outlets = (text: string) =>
    ["Ostra Radio"].filter((name) => text.includes(name)).map((name) => mention(text, name, name, "media"));
  it.each([
    ["A guard told Ostra Radio, as cited by the state agency, that a bridge burned.", "guard/unspecified > Ostra Radio/media > state agency/media"],
    ["A scout told the agency on condition of anonymity that a bridge burned.", "scout/unspecified > agency/media"],
    ["The police chief was quoted by Ostra Radio as saying that a bridge burned.", "police chief/police > Ostra Radio/media"],
    ["The police chief, quoted by Ostra Radio, said a bridge burned.", "police chief/police > Ostra Radio/media"],
    ["Residents told a reporter by telephone that a bridge burned.", "Residents/witness"],
    ["The mayor, citing local partners, said a bridge burned.", "local partners/anonymous > mayor/government"],
  ])("is a chain through outlets, but not through whoever listened: %s", (text, name) => {
    expect(said(text, outlets)).toBe(name);
  }); // prettier-ignore

  it.each([
    ["Residents reached by phone said a bridge burned.", "Residents/witness", "a bridge burned"],
    ["A bridge burned, according to a doctor who asked not to be named because he feared for his job.", "doctor/medical", "A bridge burned"],
    ["The mayor told reporters in Ostra that a bridge burned.", "mayor/government", "a bridge burned"],
    ["The mayor said, without giving proof, that a bridge burned.", "mayor/government", "a bridge burned"],
    ["Video verified by the police shows a burned bridge.", "Video/footage", "a burned bridge"],
    ["“A bridge burned,” said Ilan Desh, head of the surgical ward.", "Ilan Desh/unspecified", "A bridge burned,"],
  ])("leaves circumstances out of what is said: %s", (text, name, words) => {
    const [first] = attributionsOf(text, knowledge);
    expect(said(text)).toBe(name);
    expect(first!.content.map(({ start, end }) => text.slice(start, end))).toEqual([words]);
  }); // prettier-ignore

  it("is whoever denied, for the accusation that goes on with it", () => {
    const text = "The rebels denied that they had shelled the port and accused the army of doing so.";
    expect(told(text, "they had shelled the port")).toEqual([["rebels"], "denied"]);
    expect(told(text, "the army of doing so")).toEqual([["rebels"], "asserted"]);
  });

  it("is the outlet's report around it, not the clause that a relative pronoun opens", () => {
    const text = "The raid, which the army said hit a depot, killed two bakers, their employer said.";
    expect(told(text, "hit a depot")[0]).toEqual(["army", "employer"]);
    expect(told(text, "killed two bakers")[0]).toEqual(["employer"]);
  });

  it("is who spoke under that office just before", () => {
    const text =
      "The Kovian army lost a drone, it said. Ilan Desh, head of the Ostra monitor, said a car burned. A bridge burned, said the head of the Ostra-based group.";
    expect(told(text, "A bridge burned", army(text))[0]).toEqual(["Ilan Desh"]);
  });

  it("is the spokesman of the body that spoke, where no person did", () => {
    const text = "The Kovian army said a bridge burned. The spokesman added that a depot was hit.";
    expect(told(text, "a depot was hit", army(text))[0]).toEqual(["Kovian army spokesman"]);
  });

  it("is no victim in a list with those who speak", () => {
    const text = "Raiders killed 30 villagers, guards and the mayor said.";
    expect(told(text, "Raiders killed")[0]).toEqual(["mayor"]);
  });

  it("is not the one before, where another speaks", () => {
    const text = "“It was night,” a survivor said. “Nobody came to help,” said another.";
    expect(told(text, "Nobody came")[0]).toEqual(["another"]);
  });

  it.each([
    ["Police Say Rebels Burned Bridge In Northern Town", "Police/police"],
    ["Nine Killed In Northern Market Bombing, Police Say", "Police/police"],
    ["Sheikh Said Desh Killed In Raid On Northern Town", undefined],
    ["The Sheikh Says family in Ostra burned a bridge.", undefined],
  ])("is read in headlines that give every word a capital: %s", (text, name) => {
    expect(said(text)).toBe(name);
  });

  it("doubts only the clause that it doubts", () => {
    const text = "There were no injuries and the damage was still being assessed, the mayor said.";
    expect(told(text, "no injuries")).toEqual([["mayor"], "asserted"]);
    expect(told(text, "the damage")).toEqual([["mayor"], "open"]);
  });

  it("denies what never happened", () => {
    const text = "The mayor said the raid on the port never took place.";
    expect(told(text, "the raid on the port")).toEqual([["mayor"], "denied"]);
  });

  it("names those who say the same side by side", () => {
    const text = "Nine people died, the mayor and residents said.";
    const at = saidAt(text, { start: 0, end: 16 }, knowledge);
    expect(
      [at.sources, ...at.alongside]
        .flat()
        .map((s) => s.name)
        .sort(),
    ).toEqual(["mayor", "residents"]);
  });
});

describe("any input", () => {
  const word = fc.constantFrom(
    "said", "Said", "told", "according to", "adding", "that", "the", "army", "He", "it", "reportedly", "Ilan Desh",
    "“", "”", '"', "‘", "’", ",", ".", "\n", "-", "(", ")", "who", "and", "citing", "quoted", "as saying", "by", "on Monday",
    "was", "killed", "in a statement", "to", "😀", ":", "Gen.", "residents", "claimed responsibility", "suspected",
  ); // prettier-ignore

  it("gives spans within the text, in order, and never throws", () => {
    fc.assert(
      fc.property(fc.array(word, { maxLength: 60 }), (words) => {
        const text = words.join(" ");
        let last = 0;
        for (const { source, cue, content } of attributionsOf(text, knowledge)) {
          const spans = [...source, ...cue, ...content];
          for (const { start, end } of spans) {
            expect(start).toBeGreaterThanOrEqual(0);
            expect(end).toBeGreaterThan(start);
            expect(end).toBeLessThanOrEqual(text.length);
          }
          const first = Math.min(...spans.map((s) => s.start));
          expect(first).toBeGreaterThanOrEqual(last);
          last = first;
        }
      }),
      { numRuns: 400 },
    );
  });

  it.each([
    "said ",
    '"',
    "“a ",
    "The army said that ",
    "said, ",
    "he said. ",
    "adding ",
    "the a ",
    "in a statement ",
    "(",
    ", who ",
  ])("comes to an end on very many times %s", (unit) => {
    const text = unit.repeat(Math.floor(240_000 / unit.length));
    for (const { content } of attributionsOf(text, knowledge))
      expect(content.every((span) => span.start >= 0 && span.end <= text.length)).toBe(true);
  });
});
