import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseFramingKnowledge } from "../../../src/knowledge/framing.js";
import type { FramedTerm } from "../../../src/model/framed-term.js";
import { findFraming } from "../../../src/reading/framing/find-framing.js";
import { knowledgeBase } from "../../knowledge-base.js";
import { knowledge, layersOf, voiceIn } from "../sample-layers.js";

function framingOf(text: string, framing = knowledge.framing): FramedTerm[] {
  const layers = layersOf(text);
  return findFraming(layers, voiceIn(layers), { framing, actors: knowledge.actors });
}

const firedOn = (text: string, id: string, framing = knowledge.framing): FramedTerm[] =>
  framingOf(text, framing).filter((framed) => framed.derivation!.some((step) => step.rule === id));
const MARKED = /\[([^\]]+)\]/u;
const plain = (example: string): string => example.replace(/[[\]]/gu, "");

describe("rules of knowledge/framing", () => {
  const cases = knowledge.framing.rules.flatMap((rule) =>
    rule.examples.map((example) => [rule.id, example] as const),
  );
  it.each(cases)("%s finds the term of: %s", (id, example) => {
    const marked = MARKED.exec(example)?.[1];
    expect(marked).toBeDefined();
    const terms = firedOn(plain(example), id).map(({ term }) => term);
    expect(terms.some((term) => term.includes(marked!) || marked!.includes(term))).toBe(true);
  });

  const counters = knowledge.framing.rules.flatMap((rule) =>
    rule.counterexamples.map((example) => [rule.id, example] as const),
  );
  it.each(counters)("%s finds nothing in: %s", (id, example) => {
    expect(firedOn(example, id)).toEqual([]);
  });

  it.each(knowledge.framing.rules.map((rule) => rule.id))("%s is needed by its examples", (id) => {
    const without = parseFramingKnowledge(knowledgeBase, id);
    const rule = knowledge.framing.rules.find((other) => other.id === id)!;
    expect(rule.examples.some((example) => firedOn(plain(example), id, without).length === 0)).toBe(true);
  });

  it("has no two rules of one id", () => {
    const ids = knowledge.framing.rules.map((rule) => rule.id);
    expect(new Set(ids).size).toBe(ids.length);
  });
});

describe("framed terms", () => {
  it.each([
    ["The Syrian regime shelled the town.", "Syrian regime", "Syrian government"],
    ["Regime warplanes circled over the valley.", "Regime warplanes", null],
    ["The terrorist group ISIL held the dam.", "terrorist group", "Islamic State"],
    ["A terrorist car bomb killed six.", "terrorist car bomb", "car bomb"],
    ["The brutal repression of the march began.", "brutal repression", "repression"],
  ])("says what is meant in: %s", (text, term, referent) => {
    expect(framingOf(text).map((framed) => [framed.term, framed.referent])).toContainEqual([term, referent]);
  });

  it("puts both sides' words in neutral ones", () => {
    const neutral = (text: string): (string | null)[] => framingOf(text).map((framed) => framed.neutral);
    expect(neutral("The terrorists fired two shells.")).toEqual(["fighters"]);
    expect(neutral("Regime troops fired two shells.")).toEqual(["government troops"]);
    expect(neutral("Occupation forces closed the road.")).toEqual(["forces"]);
  });

  it("leaves the names of bodies alone", () => {
    expect(framingOf("The Islamic Resistance in Iraq said it fired drones.")).toEqual([]);
    expect(framingOf("Shells fell near Martyrs Square.")).toEqual([]);
  });

  it("credits a quoted term to its speaker and the rest to nobody", () => {
    const text = 'The governor said: "The terrorists fled." The regime kept silent.';
    const [quotedTerm, own] = framingOf(text);
    expect(quotedTerm!.sources.length).toBeGreaterThan(0);
    expect(own!.sources).toEqual([]);
  });

  it("lists one wording for one thing once in each voice", () => {
    const text = 'The terrorists fled. The terrorists came back. "The terrorists lost," the governor said.';
    expect(framingOf(text).map(({ term, sources }) => [term, sources.length])).toEqual([
      ["terrorists", 0],
      ["terrorists", 1],
    ]);
  });

  it("quotes what stands in the text, on anything", () => {
    const words = fc.constantFrom(
      "regime",
      "the",
      "terrorists",
      "Syrian",
      "so-called",
      "martyrs",
      "brutal",
      "war",
      '"',
      ".",
      ",",
      "said",
      "occupation",
      "forces",
      "\n\n",
      "ISIL",
      "—",
      "a",
    );
    fc.assert(
      fc.property(fc.array(words, { maxLength: 40 }), (list) => {
        const text = list.join(" ");
        for (const framed of framingOf(text)) {
          expect(text.slice(framed.start, framed.end)).toBe(framed.quote);
          expect(framed.quote).toContain(framed.term);
        }
      }),
      { numRuns: 100 },
    );
  });
});
