import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readNumeral } from "../../../src/base/numeral.js";
import { parseNumeralKnowledge } from "../../../src/knowledge/numerals.js";
import { parseQuantityKnowledge } from "../../../src/knowledge/quantity.js";
import { parseSentenceKnowledge } from "../../../src/knowledge/sentences.js";
import type { Quantity } from "../../../src/model/quantity.js";
import type { QuantityReader } from "../../../src/reading/quantity/find-quantities.js";
import { findQuantities, prepareQuantities } from "../../../src/reading/quantity/find-quantities.js";
import { splitSentences } from "../../../src/reading/sentences/split-sentences.js";
import { tokenize } from "../../../src/reading/sentences/tokenize.js";
import { knowledgeBase } from "../../knowledge-base.js";

const knowledge = parseQuantityKnowledge(knowledgeBase);
const numerals = parseNumeralKnowledge(knowledgeBase);
const sentences = parseSentenceKnowledge(knowledgeBase);
const reader = prepareQuantities(knowledge, numerals);

function quantitiesIn(text: string, with_: QuantityReader = reader): Quantity[] {
  return findQuantities(text, splitSentences(text, null, sentences), with_);
}

function shown({ count: { min, max, approx }, unit, article }: Quantity): string {
  const bounds = min === max ? `${min}` : `${min ?? ""}..${max ?? ""}`;
  return [`${bounds}${approx ? "~" : ""}`, unit, article ? "article" : null]
    .filter((x) => x !== null)
    .join(" ");
}

/** What is wrong with an example; only the first bracketed phrase is compared. */
function wrong(example: string, expected: string | null, with_: QuantityReader = reader): string | null {
  const found = quantitiesIn(example.replace(/[[\]]/g, ""), with_);
  const open = example.indexOf("[");
  if (expected === null && open < 0)
    return found.length === 0 ? null : `found ${found.map((q) => q.quote).join(", ")}`;
  const phrase = example.slice(open + 1, example.indexOf("]"));
  const hit = found.find((q) => q.start === open && q.quote === phrase);
  if (expected === null) return hit ? `reads ${shown(hit)}` : null;
  return hit
    ? shown(hit) === expected
      ? null
      : `reads ${shown(hit)}`
    : `found ${found.map((q) => `«${q.quote}»`).join(" ")}`;
}

describe("knowledge/quantity", () => {
  describe.each(knowledge.rules.map((rule) => [rule.id, rule] as const))("%s", (id, rule) => {
    it("has two examples and a counter-example", () => {
      expect(Object.keys(rule.examples).length).toBeGreaterThanOrEqual(2);
      expect(rule.counter.length).toBeGreaterThanOrEqual(1);
    });
    it.each(Object.entries(rule.examples))("reads %s", (example, expected) => {
      expect(wrong(example, expected)).toBeNull();
    });
    it.each(rule.counter)("finds nothing of it in %s", (text) => {
      expect(quantitiesIn(text).filter((q) => q.derivation.rule === id && q.unit === null)).toEqual([]);
    });
    it("is needed by one of its examples", () => {
      const reduced = prepareQuantities(
        { ...knowledge, rules: knowledge.rules.filter((r) => r.id !== id) },
        numerals,
      );
      expect(Object.entries(rule.examples).some(([e, x]) => wrong(e, x, reduced) !== null)).toBe(true);
    });
  });

  it.each([...numerals.examples])("reads the numeral %s as %s", (phrase, value) => {
    const words = tokenize(phrase, 0).map((token) => token.lower);
    const numeral = readNumeral(words, 0, numerals);
    expect(numeral && numeral.length === words.length ? numeral.value : null).toBe(value);
  });
});

describe("quantities", () => {
  it("points at what is counted", () => {
    const text = "Dozens of fighters and 40 more soldiers left; at least 15 civilians died.";
    const [sentence] = splitSentences(text, null, sentences);
    expect(quantitiesIn(text).map((q) => sentence!.tokens[q.head]?.text)).toEqual([
      "fighters",
      "soldiers",
      "civilians",
    ]);
  });

  it("shows its words, whatever comes", () => {
    const word = fc.constantFrom(
      "at",
      "least",
      "a",
      "no",
      "fewer",
      "than",
      "5",
      "-",
      "7",
      "two",
      "hundred",
      "dozen",
      ",",
      "of",
      "between",
      "and",
      "1,300",
      ".",
      "more",
      "or",
      "0",
      "99999999999999999999",
      "\u{1F4A5}",
      "’",
      "Some",
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.array(word).map((words) => words.join(" ")),
        ),
        (text) => {
          const found = quantitiesIn(text);
          return found.every(
            (q, i) => text.slice(q.start, q.end) === q.quote && (i === 0 || found[i - 1]!.end <= q.start),
          );
        },
      ),
    );
  });

  it("comes to an end on a megabyte of numbers", () => {
    const text =
      "at least two hundred and five or more of the several dozen hundred thousand a dozen or so ".repeat(
        12000,
      );
    expect(quantitiesIn(text).length).toBeGreaterThan(12_000);
  });
});
