// knowledge/text/languages.yaml: every example by name; that a language is not told without its words, nor identified where it is
// not among those told apart.
import { describe, expect, it } from "vitest";
import { yamlUnder } from "../../../src/knowledge/layers.js";
import { parseTextKnowledge } from "../../../src/knowledge/text.js";
import { byWords, languageOf } from "../../../src/reading/text/language.js";
import { knowledgeBase } from "../../knowledge-base.js";

const { languages, toldApart } = parseTextKnowledge(knowledgeBase);
const identified = yamlUnder(knowledgeBase, "text/languages").flatMap(
  ({ value }) => (value as { told_apart: readonly ToldApart[] }).told_apart,
);

interface ToldApart {
  readonly languages: readonly string[];
  readonly examples: readonly { readonly text: string; readonly language: string }[];
  readonly counterexamples: readonly string[];
}

describe.each(languages)("small words of $language", ({ language, examples, counterexamples }) => {
  it.each(examples)("tell it in: %s", (text) => {
    expect(byWords(text, languages)).toBe(language);
    expect(languageOf(text, languages, toldApart)).toBe(language);
    const without = languages.filter((other) => other.language !== language);
    expect(byWords(text, without)).toBeNull();
  });
  it.each(counterexamples)("do not tell it in: %s", (text) => {
    expect(byWords(text, languages)).not.toBe(language);
  });
});

describe.each(identified)("languages told apart", ({ examples, counterexamples }) => {
  it.each(examples)("$language: $text", ({ text, language }) => {
    expect(languageOf(text, languages, toldApart)).toBe(language);
    const without = toldApart.filter((other) => other !== language);
    expect(languageOf(text, languages, without)).not.toBe(language);
  });
  it.each(counterexamples)("leave alone: %s", (text) => {
    expect([null, ...toldApart]).toContain(languageOf(text, languages, toldApart));
    expect(languageOf(text, languages, ["eo"])).toBe("eo");
  });
});
