import { describe, expect, it } from "vitest";
import { parseSentenceKnowledge } from "../../src/knowledge/sentences.js";
import { splitSentences } from "../../src/reading/sentences/split-sentences.js";
import { tokenize } from "../../src/reading/sentences/tokenize.js";
import { knowledgeBase } from "../knowledge-base.js";

const knowledge = parseSentenceKnowledge(knowledgeBase);

describe("sentences", () => {
  it.each(knowledge.examples)("splits $text", ({ text, sentences }) => {
    expect(splitSentences(text, null, knowledge).map((s) => text.slice(s.start, s.end))).toEqual(sentences);
  });

  it("knows the title by its end", () => {
    const text = "Rockets hit a base\n\nThree rockets fell.";
    expect(splitSentences(text, { start: 0, end: 18 }, knowledge).map((s) => s.role)).toEqual([
      "title",
      "body",
    ]);
  });

  it("gives every token its words", () => {
    const text = "Iraq’s U.S.-run base: 1,300 men, 2.5km of al-Asad’s 15-year-old 'wall'.";
    const tokens = tokenize(text, 0);
    expect(tokens.every((t) => text.slice(t.start, t.end) === t.text)).toBe(true);
    expect(tokens.map((t) => t.text)).toEqual([
      "Iraq",
      "’s",
      "U.S.",
      "-",
      "run",
      "base",
      ":",
      "1,300",
      "men",
      ",",
      "2.5km",
      "of",
      "al-Asad",
      "’s",
      "15-year-old",
      "'",
      "wall",
      "'",
      ".",
    ]);
  });
});
