// The layers of a made sentence or text, and who says its words, for tests of the rooms that come after attribution.
import { lengthIn, sourcesAt } from "../../src/reading/attribution/sources-at.js";
import type { Document } from "../../src/model/document.js";
import type { ReadingLayers } from "../../src/model/reading-layers.js";
import type { SaidBy } from "../../src/model/said-by.js";
import { parseReadingKnowledge } from "../../src/pipeline/knowledge.js";
import { readLayers } from "../../src/pipeline/read-document.js";
import { knowledgeBase } from "../knowledge-base.js";

export const knowledge = parseReadingKnowledge(knowledgeBase);

export function layersOf(text: string, published: string | null = "2021-07-06"): ReadingLayers {
  const document: Document = {
    id: "sha256:made",
    ref: "made.txt",
    title: null,
    byline: null,
    outlet: null,
    agency: [],
    language: "en",
    published,
    publishedBasis: published === null ? null : "metadata",
    publishedQuote: null,
    url: null,
    text,
    posts: [],
    dropped: [],
  };
  return readLayers(document, knowledge).layers;
}

export function voiceIn(layers: ReadingLayers): SaidBy {
  const length = lengthIn(layers.sentences);
  return (span) => sourcesAt(layers.attributions, span, length);
}
