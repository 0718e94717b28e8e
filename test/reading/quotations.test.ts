import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseSentenceKnowledge } from "../../src/knowledge/sentences.js";
import { findQuotations } from "../../src/reading/quotations/find-quotations.js";
import { splitSentences } from "../../src/reading/sentences/split-sentences.js";
import { knowledgeBase } from "../knowledge-base.js";

const knowledge = parseSentenceKnowledge(knowledgeBase);
const quotationsOf = (text: string) => findQuotations(text, splitSentences(text, null, knowledge));
const wordsOf = (text: string) => quotationsOf(text).map((q) => text.slice(q.start, q.end));

describe("quotations", () => {
  it.each([
    ["“We left at noon,” he said.", ["We left at noon,"]],
    ['"We left at noon," he said. "Nobody stayed."', ["We left at noon,", "Nobody stayed."]],
    ["«We left at noon», he said.", ["We left at noon"]],
    ["``We left at noon,'' he said.", ["We left at noon,"]],
    ["„We left at noon,“ he said. “We are safe.“", ["We left at noon,", "We are safe."]],
    ["''We left at noon,'' he said. ''We are safe.''", ["We left at noon,", "We are safe."]],
    ["‘We left at noon,’ he said.", ["We left at noon,"]],
    ["'We left at noon,' he said.", ["We left at noon,"]],
    ["“He told us ‘go home’ and we left,” she said.", ["He told us ‘go home’ and we left,", "go home"]],
    ["The rebels’ base and the army's base don't count.", []],
    ["‘The rebels’ base is gone,’ he said.", ["The rebels’ base is gone,"]],
    // A closing mark is missing: the next opening mark ends it.
    ['"We left at noon. "Nobody stayed," he said.', ["We left at noon.", "Nobody stayed,"]],
    ["“We left at noon.\n\n“Nobody stayed,” he said.", ["We left at noon.", "Nobody stayed,"]],
  ])("finds those of %s", (text, expected) => {
    expect(wordsOf(text)).toEqual(expected);
  });

  it("says which run on over the end of a paragraph", () => {
    const text = "“We left at noon.\n\n“Nobody stayed,” he said.";
    expect(quotationsOf(text).map((q) => q.unclosed)).toEqual([true, false]);
  });

  it("tells a phrase in quotation marks from speech", () => {
    const text = "The so-called “safe zone” was hit. “We left,” he said.";
    expect(quotationsOf(text).map((q) => q.partial)).toEqual([true, false]);
  });

  it("stays within the text, in order, on anything", () => {
    const sign = fc.constantFrom(
      "“",
      "”",
      '"',
      "‘",
      "’",
      "'",
      "«",
      "»",
      "``",
      "a",
      "s ",
      " ",
      ". ",
      "\n",
      "ß",
      "😀",
    );
    fc.assert(
      fc.property(fc.array(sign, { maxLength: 80 }), (signs) => {
        const text = signs.join("");
        let last = 0;
        for (const { start, end } of quotationsOf(text)) {
          expect(start).toBeGreaterThanOrEqual(last);
          expect(end).toBeGreaterThan(start);
          expect(end).toBeLessThanOrEqual(text.length);
          last = start;
        }
      }),
    );
  });

  it.each(["“", '"', "‘", "' ", "'a", "“a ‘b ", "s’ a", "``"])(
    "comes to an end on very many times %s",
    (unit) => {
      const text = unit.repeat(Math.floor(1_000_000 / unit.length));
      expect(findQuotations(text, []).every((span) => span.start >= 0 && span.end <= text.length)).toBe(true);
    },
  );
});
