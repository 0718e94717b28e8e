// No rule names a side: what a rule of events or of loaded language says of one nation it says of all ($nations, $countries).
// Comes in: the rule files without their examples, and the forms of demonyms and countries.
import { describe, expect, it } from "vitest";
import { yamlUnder } from "../../src/knowledge/layers.js";
import { nationNames } from "../../src/knowledge/nations.js";
import { knowledgeBase } from "../knowledge-base.js";

/** A loaded word's own referent, which is what the word says; creeds, which are no nations. */
const ALLOWED: ReadonlySet<string> = new Set(["Israeli", "druze", "islamic"]);
const TELLING = /^(?:examples|counterexamples|text|who|id)$/u;

const { nations, countries } = nationNames(knowledgeBase);
const names = new Set([...nations, ...countries].filter((name) => name.length > 3));

function phrasesIn(value: unknown): string[] {
  if (typeof value === "string") return [value];
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, item]) => (TELLING.test(key) ? [] : phrasesIn(item)));
}

describe.each(["events/", "framing/", "tallies/"])("rules of %s", (prefix) => {
  const named = yamlUnder(knowledgeBase, prefix)
    .flatMap(({ value }) => phrasesIn(value))
    .filter((phrase) => !ALLOWED.has(phrase))
    .filter((phrase) =>
      phrase
        .toLowerCase()
        .split(/[^\p{L}]+/u)
        .some((word) => names.has(word)),
    );
  it("name no nation", () => expect(named).toEqual([]));
});
