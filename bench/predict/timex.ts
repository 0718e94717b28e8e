// Time expressions for ../shared/eval/timex.mjs: what the stage of times finds, with TIMEX3 values, read from the date that the
// row gives for its creation (`dct`, else `published`). What has no TIMEX3 value is left out.
import { knowledgeFolder } from "../../src/adapters/files/knowledge-files.js";
import { parseNumeralKnowledge } from "../../src/knowledge/numerals.js";
import { parseSentenceKnowledge } from "../../src/knowledge/sentences.js";
import { parseTimeKnowledge } from "../../src/knowledge/time.js";
import { splitSentences } from "../../src/reading/sentences/split-sentences.js";
import { findTimes, prepareTimes } from "../../src/reading/time/find-times.js";
import { fileURLToPath } from "node:url";
import type { Verb } from "./rows.js";

export const timex: Verb = () => {
  const layers = [knowledgeFolder(fileURLToPath(new URL("../../knowledge", import.meta.url)))];
  const sentences = parseSentenceKnowledge(layers);
  const reader = prepareTimes(parseTimeKnowledge(layers), parseNumeralKnowledge(layers));
  return ({ id, text, dct, published }) => {
    const found = findTimes(text, splitSentences(text, null, sentences), dct ?? published ?? null, reader);
    return JSON.stringify({
      id,
      timex: found
        .filter((t) => t.timex !== null)
        // TimeML annotates the two ends of a range, not the range.
        .flatMap((t) =>
          (t.ends ?? [{ start: t.start, end: t.end, timex: t.timex }]).map(
            ({ start, end, timex: value }) => ({
              start,
              end,
              type: t.type.toUpperCase(),
              value,
            }),
          ),
        ),
    });
  };
};
