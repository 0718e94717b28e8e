// knowledge/text/languages.yaml: every example by name, and that a language is not told without its words.
import { describe, expect, it } from "vitest";
import { parseTextKnowledge } from "../../../src/knowledge/text.js";
import { byWords, languageOf } from "../../../src/reading/text/language.js";
import { knowledgeBase } from "../../knowledge-base.js";

const { languages } = parseTextKnowledge(knowledgeBase);

describe.each(languages)("small words of $language", ({ language, examples, counterexamples }) => {
  it.each(examples)("tell it in: %s", (text) => {
    expect(byWords(text, languages)).toBe(language);
    expect(languageOf(text, languages)).toBe(language);
    const without = languages.filter((other) => other.language !== language);
    expect(byWords(text, without)).toBeNull();
  });
  it.each(counterexamples)("do not tell it in: %s", (text) => {
    expect(byWords(text, languages)).not.toBe(language);
  });
});
