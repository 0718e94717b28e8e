import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compileAttribution, parseAttributionKnowledge } from "../../src/knowledge/attribution.js";
import type { AttributionRules } from "../../src/knowledge/attribution.js";
import { sourcesAt } from "../../src/reading/attribution/sources-at.js";
import { attributionsOf, mention, readExample } from "./attribution-examples.js";
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
    const at = sourcesAt(attributionsOf(text, knowledge, actors), { start, end: start + words.length });
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

  it("names those who say the same side by side", () => {
    const text = "Nine people died, the mayor and residents said.";
    const at = sourcesAt(attributionsOf(text, knowledge), { start: 0, end: 16 });
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
  ])("takes linear time on many times %s", (unit) => {
    const timed = (length: number) => {
      const text = unit.repeat(Math.floor(length / unit.length));
      const started = performance.now();
      attributionsOf(text, knowledge);
      return performance.now() - started;
    };
    timed(20_000);
    const small = timed(60_000);
    const large = timed(240_000);
    expect(large).toBeLessThan(Math.max(400, small * 12));
  });
});
