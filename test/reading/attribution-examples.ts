// The examples of knowledge/attribution/ read as a document of one's own: sentences, quotations, the actors that they list.
import { parseSentenceKnowledge } from "../../src/knowledge/sentences.js";
import { parseSyntaxModel } from "../../src/knowledge/syntax.js";
import type { AttributionExample, AttributionKnowledge } from "../../src/knowledge/attribution.js";
import type { Span } from "../../src/base/span.js";
import type { ActorMention } from "../../src/model/actor-mention.js";
import type { Attribution } from "../../src/model/attribution.js";
import { findAttributions } from "../../src/reading/attribution/find-attributions.js";
import { findQuotations } from "../../src/reading/quotations/find-quotations.js";
import { parseSentence } from "../../src/reading/syntax/parse-sentence.js";
import { lengthIn, sourcesAt, type Attributed } from "../../src/reading/attribution/sources-at.js";
import { splitSentences } from "../../src/reading/sentences/split-sentences.js";
import { knowledgeBase } from "../knowledge-base.js";

const sentenceKnowledge = parseSentenceKnowledge(knowledgeBase);
const syntax = parseSyntaxModel(knowledgeBase);

export function mention(
  text: string,
  quote: string,
  name: string,
  sourceKind: ActorMention["sourceKind"],
): ActorMention {
  const start = text.indexOf(quote);
  const end = start + quote.length;
  return {
    start,
    end,
    quote,
    id: name.toLowerCase(),
    name,
    sourceKind,
    basis: sourceKind === "media" ? "outlet" : "actor",
    person: false,
    memberOf: null,
    speaksFor: null,
    country: null,
    loaded: false,
    derivation: { stage: "actor", rule: "test", span: { start, end } },
  };
}

export function attributionsOf(
  text: string,
  knowledge: AttributionKnowledge,
  actors: readonly ActorMention[] = [],
): Attribution[] {
  const sentences = splitSentences(text, null, sentenceKnowledge);
  const parsed = sentences.map(({ tokens }) => parseSentence(tokens, syntax));
  return findAttributions(text, sentences, parsed, findQuotations(text, sentences), actors, knowledge);
}

/** Who says the characters `start` to `end` of a text. */
export function saidAt(
  text: string,
  span: Span,
  knowledge: AttributionKnowledge,
  actors: readonly ActorMention[] = [],
): Attributed {
  const length = lengthIn(splitSentences(text, null, sentenceKnowledge));
  return sourcesAt(attributionsOf(text, knowledge, actors), span, length);
}

export function readExample(example: AttributionExample, knowledge: AttributionKnowledge): string[] {
  const { text } = example;
  return attributionsOf(
    text,
    knowledge,
    example.actors.map((actor) => mention(text, actor.quote, actor.name, actor.kind)),
  ).map((attribution) => written(text, attribution));
}

function written(text: string, { sources, stance, content }: Attribution): string {
  const chain = sources.map(({ name, kind }) => `${name}/${kind}`).join(" > ");
  return `${chain || "-"} | ${stance} | ${content.map((s) => text.slice(s.start, s.end)).join(" … ")}`;
}
