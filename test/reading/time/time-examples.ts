// Reads the examples of knowledge/time: "[the phrase]" in its sentence, and what it reads as.
import { parseNumeralKnowledge } from "../../../src/knowledge/numerals.js";
import { parseSentenceKnowledge } from "../../../src/knowledge/sentences.js";
import type { TimeKnowledge } from "../../../src/knowledge/time.js";
import { parseTimeKnowledge } from "../../../src/knowledge/time.js";
import type { TimeExpression } from "../../../src/model/time-expression.js";
import { findTimes, prepareTimes } from "../../../src/reading/time/find-times.js";
import type { TimeReader } from "../../../src/reading/time/find-times.js";
import { splitSentences } from "../../../src/reading/sentences/split-sentences.js";
import { knowledgeBase } from "../../knowledge-base.js";

export const timeKnowledge = parseTimeKnowledge(knowledgeBase);
export const numerals = parseNumeralKnowledge(knowledgeBase);
const sentenceKnowledge = parseSentenceKnowledge(knowledgeBase);
export const reader = prepareTimes(timeKnowledge, numerals);

export function timesIn(
  text: string,
  published: string | null = timeKnowledge.published,
  with_: TimeReader = reader,
): TimeExpression[] {
  return findTimes(text, sentencesOf(text), published, with_);
}

export function sentencesOf(text: string): ReturnType<typeof splitSentences> {
  return splitSentences(text, null, sentenceKnowledge);
}

/** "2021-07-09 night", "? night" where the date is unknown, or the TIMEX3 value of what places no event. */
export function shown(expression: TimeExpression): string {
  if (
    expression.date === null &&
    (expression.type === "duration" || expression.type === "set" || !expression.locatesEvents)
  )
    return expression.timex ?? "?";
  return [expression.date ?? "?", expression.timeOfDay].filter((x) => x !== null).join(" ");
}

/** What is wrong with an example under these rules; null where nothing is. */
export function wrong(example: string, expected: string | null, with_: TimeReader = reader): string | null {
  const open = example.indexOf("[");
  const text = example.replace(/[[\]]/g, "");
  const found = timesIn(text, timeKnowledge.published, with_);
  if (expected === null) return found.length === 0 ? null : `found ${found.map((f) => f.quote).join(", ")}`;
  const phrase = example.slice(open + 1, example.indexOf("]"));
  const hit = found.find((f) => f.start === open && f.quote === phrase);
  if (!hit) return `found ${found.map((f) => `«${f.quote}»`).join(", ") || "nothing"}`;
  return shown(hit) === expected ? null : `reads ${shown(hit)}`;
}

export function without(knowledge: TimeKnowledge, id: string): TimeReader {
  return prepareTimes({ ...knowledge, rules: knowledge.rules.filter((rule) => rule.id !== id) }, numerals);
}
