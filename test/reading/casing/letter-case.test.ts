// Texts in capitals: every example of knowledge/casing by name; offsets and length stay; other texts stay as they are.
import { describe, expect, it } from "vitest";
import { parseActorKnowledge } from "../../../src/knowledge/actors.js";
import { parseCasingKnowledge } from "../../../src/knowledge/casing.js";
import { parsePlaceKnowledge } from "../../../src/knowledge/places.js";
import { isAllCapitals, withLetterCase } from "../../../src/reading/casing/letter-case.js";
import { knowledgeBase } from "../../knowledge-base.js";

const casing = parseCasingKnowledge(knowledgeBase);
const sources = {
  casing,
  places: parsePlaceKnowledge(knowledgeBase),
  actors: parseActorKnowledge(knowledgeBase),
};

describe("letter case", () => {
  it.each(casing().examples)("restores $text", ({ text, cased }) => {
    expect(withLetterCase(text, sources)).toBe(cased);
  });

  it("keeps length and offsets, and changes nothing but the case", () => {
    const text =
      "İZMİR AND STRASSE: THE FRONT'S MEN HIT KARBALA AND THE BASE OF AL-TARRO ON MONDAY; SIX WERE HURT.";
    const cased = withLetterCase(text, sources);
    expect(cased.length).toBe(text.length);
    expect(cased.toUpperCase()).toBe(text.toUpperCase());
  });

  it("leaves a text alone of which only a line is in capitals", () => {
    const text =
      "ROCKETS HIT A BASE NEAR BASRA IN THE SOUTH OF IRAQ\n\nThree rockets hit a base near Basra, police said.";
    expect(isAllCapitals(text)).toBe(false);
    expect(withLetterCase(text, sources)).toBe(text);
  });
});
