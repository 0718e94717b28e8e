import { describe, expect, it } from "vitest";
import { parseAttributionKnowledge } from "../../src/knowledge/attribution.js";
import { readExample } from "./attribution-examples.js";
import { knowledgeBase } from "../knowledge-base.js";

const knowledge = parseAttributionKnowledge(knowledgeBase);
const { cues, hedges, anaphors, circumstances } = knowledge.rules;

describe("examples of knowledge/attribution", () => {
  for (const rule of [...cues, ...hedges, ...anaphors, ...circumstances])
    describe(rule.id, () => {
      it.each([...rule.examples, ...rule.counter])("$text", (example) => {
        expect(readExample(example, knowledge)).toEqual(example.reads);
      });
    });
});
