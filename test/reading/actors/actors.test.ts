import { describe, expect, it } from "vitest";
import type { ActorMention } from "../../../src/model/actor-mention.js";
import { actorPatterns } from "../../../src/knowledge/actor-patterns.js";
import { parseActorKnowledge } from "../../../src/knowledge/actors.js";
import { parseSentenceKnowledge } from "../../../src/knowledge/sentences.js";
import { findActors } from "../../../src/reading/actors/find-actors.js";
import { splitSentences } from "../../../src/reading/sentences/split-sentences.js";
import { knowledgeBase } from "../../knowledge-base.js";

const knowledge = parseActorKnowledge(knowledgeBase);
const sentences = parseSentenceKnowledge(knowledgeBase);

function describeMention(m: ActorMention): string {
  const of = m.memberOf !== null && /^title|^person/.test(m.derivation.rule) ? ` of ${m.memberOf}` : "";
  return `${m.quote} = ${m.id ?? m.name} ${m.sourceKind}${of}`;
}
function mentions(text: string, date: string | null = null, by = knowledge): readonly ActorMention[] {
  const found = findActors(text, splitSentences(text, null, sentences), date, by);
  for (const m of found) expect(text.slice(m.start, m.end)).toBe(m.quote);
  return found;
}

describe.each(knowledge.patterns.rules)("$id", (rule) => {
  it.each([...rule.examples, ...rule.counterExamples])("$text", ({ text, finds }) => {
    expect(mentions(text).map(describeMention)).toEqual(finds);
  });
  it("is needed", () => {
    const poorer = {
      ...knowledge,
      patterns: actorPatterns(knowledge.patterns.rules.filter((r) => r !== rule)),
    };
    const same = rule.examples.every(({ text, finds }) => {
      return JSON.stringify(mentions(text, null, poorer).map(describeMention)) === JSON.stringify(finds);
    });
    expect(same).toBe(false);
  });
});

describe("actors", () => {
  it("knows a row by the date", () => {
    const [before] = mentions("The Syrian government denied it.", "2016-05-01");
    const [after] = mentions("The Syrian government denied it.", "2025-02-01");
    expect([before?.id, after?.id]).toEqual(["syrian-government", "syrian-transitional-government"]);
  });
  it("keeps loaded names as said", () => {
    const found = mentions("Armed terrorist groups fired shells, Damascus said.");
    expect(found[0]).toMatchObject({ quote: "Armed terrorist groups", id: null, loaded: true });
  });
  it("finds a surname again", () => {
    const found = mentions("Ida Moen told a crowd so. Later Moen left.");
    expect(found.map((m) => [m.quote, m.name])).toEqual([
      ["Ida Moen", "Ida Moen"],
      ["Moen", "Ida Moen"],
    ]);
  });
  it("takes a short form for the one body of that noun, in a headline too", () => {
    const text =
      "Movement says it left\n\nThe Halden Liberation Movement left. Nobody followed the movement.";
    const [title, , last] = mentions(text);
    expect([title?.name, last?.name]).toEqual(["Halden Liberation Movement", "Halden Liberation Movement"]);
  });
  it("takes no short form where two bodies bear the noun", () => {
    const found = mentions("The Halden Movement and the Zaruba Movement left. Nobody saw the movement.");
    expect(found.map((m) => m.quote)).toEqual(["Halden Movement", "Zaruba Movement"]);
  });
  it.each(["The Zaruba Army and ", "the army ", "The Army of Zaruba. ", "A. ", "Lake Assad "])(
    "comes to an end on very many times %s",
    (unit) => {
      const text = unit.repeat(Math.floor(120_000 / unit.length));
      expect(mentions(text).every((m) => text.slice(m.start, m.end) === m.quote)).toBe(true);
    },
  );
  it("puts a person to the body beside the title", () => {
    const [one] = mentions("Observatory head Rami Abdel Rahman counted them.");
    expect(one).toMatchObject({
      id: "rami-abdel-rahman",
      name: "Rami Abdel Rahman",
      memberOf: "sohr",
      speaksFor: "Observatory",
      sourceKind: "monitor",
    });
  });
});
