// Place names for ../shared/eval/toponyms.mjs: what the stage of places finds, with coordinates where it does not abstain.
import { fileURLToPath } from "node:url";
import { knowledgeFolder } from "../../src/adapters/files/knowledge-files.js";
import { parsePlaceKnowledge } from "../../src/knowledge/places.js";
import { parseSentenceKnowledge } from "../../src/knowledge/sentences.js";
import { findToponyms } from "../../src/reading/places/find-toponyms.js";
import { splitSentences } from "../../src/reading/sentences/split-sentences.js";
import type { Verb } from "./rows.js";

export const toponyms: Verb = () => {
  const layers = [knowledgeFolder(fileURLToPath(new URL("../../knowledge", import.meta.url)))];
  const places = parsePlaceKnowledge(layers);
  const sentences = parseSentenceKnowledge(layers);
  return ({ id, text, title }) => {
    const titleSpan = title && text.startsWith(title) ? { start: 0, end: title.length } : null;
    const found = findToponyms(text, splitSentences(text, titleSpan, sentences), {}, places);
    return JSON.stringify({
      id,
      toponyms: found.map(({ start, end, place }) =>
        place === null ? { start, end } : { start, end, lat: place.lat, lon: place.lon },
      ),
    });
  };
};
