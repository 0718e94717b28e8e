import { describe, expect, it } from "vitest";
import { parsePlaceKnowledge } from "../../../src/knowledge/places.js";
import { placePatterns } from "../../../src/knowledge/place-patterns.js";
import { parseSentenceKnowledge } from "../../../src/knowledge/sentences.js";
import { sameSpoken, spoken } from "../../../src/knowledge/spelling.js";
import type { Toponym } from "../../../src/model/toponym.js";
import { findToponyms } from "../../../src/reading/places/find-toponyms.js";
import { splitSentences } from "../../../src/reading/sentences/split-sentences.js";
import { knowledgeBase } from "../../knowledge-base.js";

const knowledge = parsePlaceKnowledge(knowledgeBase);
const sentences = parseSentenceKnowledge(knowledgeBase);

function describeToponym(t: Toponym): string {
  return `${t.quote} = ${t.place?.id ?? "?"}${t.adjectival ? " adjectival" : ""}${t.relation === null ? "" : ` ${t.relation}`}`;
}
function finds(text: string, country: string | null = null, by = knowledge): string[] {
  const found = findToponyms(text, splitSentences(text, null, sentences), { country }, by);
  for (const t of found) expect(text.slice(t.start, t.end)).toBe(t.quote);
  return found.map(describeToponym);
}

describe.each(knowledge.patterns.rules)("$id", (rule) => {
  it.each([...rule.examples, ...rule.counterExamples])("$text", ({ text, finds: expected }) => {
    expect(finds(text)).toEqual(expected);
  });
  it("is needed", () => {
    const without = placePatterns(knowledge.patterns.rules.filter((r) => r !== rule));
    const ordinary = new Set(knowledge.ordinary);
    if (rule.kind === "ordinary") for (const word of rule.words) ordinary.delete(word);
    const poorer = { ...knowledge, patterns: without, ordinary };
    const same = rule.examples.every(({ text, finds: expected }) => {
      return JSON.stringify(finds(text, null, poorer)) === JSON.stringify(expected);
    });
    expect(same).toBe(false);
  });
});

describe("spellings", () => {
  it.each(knowledge.spelling.examples)("%o", (example) => {
    if ("same" in example) {
      for (const name of example.same)
        expect(
          sameSpoken(spoken(example.same[0]!, knowledge.spelling)!, spoken(name, knowledge.spelling)!),
        ).toBe(true);
    } else {
      const [a, b] = example.different.map((name) => spoken(name, knowledge.spelling));
      expect(a != null && b != null && sameSpoken(a, b)).toBe(false);
    }
  });
});

describe("toponyms", () => {
  it("leaves a small town without any context alone", () => {
    const text = "A barn burned in Fairbury.";
    expect(finds(text).every((f) => f.includes("= ?"))).toBe(true);
  });
  it("reads lost apostrophes", () => {
    expect(finds("Syrias war reached Idlibs market.")).toEqual([
      "Syria = country-sy",
      "Idlib = city-sy-idlib",
    ]);
  });
  it("resolves one name by the region that the text names", () => {
    expect(finds("The mayor of Tripoli in Lebanon spoke.")).toContain("Tripoli = city-lb-trablous");
    expect(finds("The mayor of Tripoli in Libya spoke.")).toContain("Tripoli = city-ly-tripoli");
  });
});
