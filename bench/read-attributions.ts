// Reads quotations and attributions of a text with the knowledge that ships, for the benches. Actors come from the actor room.
import { parseAttributionKnowledge, withAttitudes } from "../src/knowledge/attribution.js";
import { parseActorKnowledge } from "../src/knowledge/actors.js";
import { parseSyntaxModel } from "../src/knowledge/syntax.js";
import { parseSentenceKnowledge } from "../src/knowledge/sentences.js";
import type { ActorMention } from "../src/model/actor-mention.js";
import type { Attribution } from "../src/model/attribution.js";
import type { Quotation } from "../src/model/quotation.js";
import type { Sentence } from "../src/model/sentence.js";
import type { ParsedSentence } from "../src/model/syntax.js";
import { findActors } from "../src/reading/actors/find-actors.js";
import { findAttributions } from "../src/reading/attribution/find-attributions.js";
import { findQuotations } from "../src/reading/quotations/find-quotations.js";
import { parseSentence } from "../src/reading/syntax/parse-sentence.js";
import { splitSentences } from "../src/reading/sentences/split-sentences.js";
import { knowledgeBase } from "../test/knowledge-base.js";

export const attributionKnowledge = parseAttributionKnowledge(knowledgeBase);
/** For corpora that mark beliefs and wishes too. */
export const attitudeKnowledge = withAttitudes(attributionKnowledge);
const actorKnowledge = parseActorKnowledge(knowledgeBase);
const syntax = parseSyntaxModel(knowledgeBase);
const sentenceKnowledge = parseSentenceKnowledge(knowledgeBase);

export function readAttributions(
  text: string,
  titleEnd: number,
  knowledge = attributionKnowledge,
): {
  attributions: Attribution[];
  sentences: Sentence[];
  parsed: ParsedSentence[];
  actors: readonly ActorMention[];
  quotations: Quotation[];
} {
  const sentences = splitSentences(
    text,
    titleEnd > 0 ? { start: 0, end: titleEnd } : null,
    sentenceKnowledge,
  );
  const actors = findActors(text, sentences, null, actorKnowledge);
  const parsed = sentences.map(({ tokens }) => parseSentence(tokens, syntax));
  const quotations = findQuotations(text, sentences);
  const attributions = findAttributions(text, sentences, parsed, quotations, actors, knowledge);
  return { attributions, sentences, parsed, actors, quotations };
}
