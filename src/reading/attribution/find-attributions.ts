// From sentences, quotations and actor mentions to attributions (PARC: source, cue, content) in text order, with the chain of
// sources and the stance. Cues are read by their frames; a speaker named before is taken up by pronouns, by "the source" and
// by quotations that follow; a sentence without a cue is the document's own voice.
// Knowledge: knowledge/attribution/. Leaves alone: what is said, and whether it is true.
import type { AttributionKnowledge } from "../../knowledge/attribution.js";
import type { ActorMention } from "../../model/actor-mention.js";
import type { Attribution } from "../../model/attribution.js";
import type { Quotation } from "../../model/quotation.js";
import type { Sentence } from "../../model/sentence.js";
import type { Source } from "../../model/source.js";
import type { ParsedSentence } from "../../model/syntax.js";
import { bySpan } from "../../base/span.js";
import type { Span } from "../../base/span.js";
import { draftsIn } from "./drafts.js";
import type { Draft } from "./plan.js";
import { hedgesIn } from "./hedges.js";
import { QuotationIndex } from "./quotation-index.js";
import { viewSentence } from "./sentence-view.js";
import type { SentenceView } from "./sentence-view.js";
import { authorOf } from "./phrase-owners.js";
import type { SourcePhrase } from "./source-name.js";
import { Speakers } from "./speakers.js";
import type { Speaker } from "./speakers.js";

/** Attributions in text order of their first words. `sourcesAt` reads them for a span. */
export function findAttributions(
  text: string,
  sentences: readonly Sentence[],
  parsed: readonly ParsedSentence[],
  quotations: readonly Quotation[],
  actors: readonly ActorMention[],
  knowledge: AttributionKnowledge,
): Attribution[] {
  const found: Attribution[] = [];
  const speakers = new Speakers();
  const spoken: { readonly at: number; readonly sentence: number; readonly speaker: Speaker }[] = [];
  const index = new QuotationIndex(quotations);
  const mentions = actors.toSorted(bySpan);
  let firstMention = 0;
  let told: { readonly sentence: number; readonly from: number; readonly to: number } | null = null;
  for (const [at, sentence] of sentences.entries()) {
    while (firstMention < mentions.length && mentions[firstMention]!.end <= sentence.start) firstMention++;
    let lastMention = firstMention;
    while (lastMention < mentions.length && mentions[lastMention]!.start < sentence.end) lastMention++;
    const view = viewSentence(
      text,
      sentence,
      parsed[at]!,
      mentions.slice(firstMention, lastMention),
      knowledge,
      speakers.surnames,
    );
    for (const author of authorsIn(view)) speakers.hear(author);
    const first = found.length;
    let inner: { readonly cue: number; readonly speaker: Speaker } | null = null;
    for (const draft of draftsIn(view, index, speakers)) {
      const named = attribute(draft, view, text, found);
      if (named === null) continue;
      const verb = view.tokens[draft.hit.verb]!.start;
      // "…, a source said, the agency reported": the source goes on speaking, through the agency.
      const carries =
        inner !== null &&
        named.source.kind === "media" &&
        draft.content.some((span) => span.start <= inner!.cue && inner!.cue < span.end);
      const speaker: Speaker =
        carries && inner !== null
          ? { ...inner.speaker, outlets: [...inner.speaker.outlets, named.source] }
          : named;
      speakers.hear(speaker);
      spoken.push({ at: verb, sentence: sentence.index, speaker });
      inner = { cue: verb, speaker };
    }
    if (found.length > first) told = { sentence: sentence.index, from: first, to: found.length };
    const near = told !== null && sentence.index - told.sentence <= 1 ? found.slice(told.from, told.to) : [];
    found.push(
      ...hedgesIn(
        view,
        near.flatMap(({ content }) => content),
      ),
    );
    for (const body of bodiesIn(view)) speakers.name(body);
  }
  found.push(...continuedQuotations(text, sentences, quotations, found, spoken));
  return found.toSorted((a, b) => bySpan(firstSpan(a), firstSpan(b)));
}

function bodiesIn(view: SentenceView): Speaker[] {
  return view.mentions
    .filter(({ mention }) => mention.basis === "actor" && !mention.person && !mention.loaded)
    .map(({ mention }) => asSpeaker(view, mention));
}

function asSpeaker(view: SentenceView, { name, sourceKind, quote }: ActorMention): Speaker {
  return {
    source: { name, kind: sourceKind },
    sort: "body",
    words: quote.toLowerCase().split(" "),
    outlets: [],
    sentence: view.sentence.index,
  };
}

/** "A message in the name of X appeared": X has spoken, and "it said" goes on with it. */
function authorsIn(view: SentenceView): Speaker[] {
  const found: Speaker[] = [];
  for (let at = 0; at < view.tokens.length; at++) {
    const author = authorOf(view, at, view.tokens.length);
    if (author === null || author.person || author.basis !== "actor" || author.sourceKind === "media")
      continue;
    found.push(asSpeaker(view, author));
  }
  return found;
}

function firstSpan(attribution: Attribution): Span {
  let first: Span | null = null;
  for (const spans of [attribution.source, attribution.cue, attribution.content])
    for (const span of spans) if (first === null || bySpan(span, first) < 0) first = span;
  return first!;
}

/** Adds the draft's attributions (one for each of several sources side by side) and says who spoke. */
function attribute(draft: Draft, view: SentenceView, text: string, found: Attribution[]): Speaker | null {
  let heard: Speaker | null = null;
  const content = draft.content.filter(
    (span) => span.end > span.start && /[\p{L}\p{N}]/u.test(text.slice(span.start, span.end)),
  );
  if (content.length === 0) return null;
  const cue = spanOf(view, draft.hit.from, draft.hit.to);
  for (const voice of draft.voices) {
    const sources: Source[] = [voice.speaker.source, ...draft.outlets].filter(
      (source, i, all) => all.findIndex((other) => other.name === source.name) === i,
    );
    const chain = [...draft.origins, ...sources];
    found.push({
      source: voice.phrase === null ? [] : [sourceSpan(view, voice.phrase)],
      cue: [cue],
      content,
      sources: chain,
      stance: draft.hit.cue.stance,
      direct: draft.direct,
      continued: voice.phrase === null,
      derivation: [
        { stage: "source", rule: `attribution/${draft.hit.cue.id}`, span: cue, note: draft.shape },
        ...(voice.takenUp
          ? [{ stage: "source", rule: "attribution/taken-up", span: null, note: voice.speaker.source.name }]
          : []),
      ],
    });
    heard ??= { ...voice.speaker, outlets: draft.outlets, sentence: view.sentence.index };
  }
  return heard;
}

function sourceSpan(view: SentenceView, phrase: SourcePhrase): Span {
  return spanOf(view, phrase.from, phrase.to);
}

function spanOf(view: SentenceView, from: number, to: number): Span {
  return { start: view.tokens[from]!.start, end: view.tokens[to - 1]!.end };
}

const CONTINUES = 2;

/** Quotations that nobody is named for go on with the speaker before them, where that speaker is near. */
function continuedQuotations(
  text: string,
  sentences: readonly Sentence[],
  quotations: readonly Quotation[],
  found: readonly Attribution[],
  spoken: readonly { readonly at: number; readonly sentence: number; readonly speaker: Speaker }[],
): Attribution[] {
  const covered = found
    .filter((attribution) => attribution.sources.length > 0)
    .flatMap((attribution) => attribution.content)
    .toSorted(bySpan);
  const continued: Attribution[] = [];
  let sentence = 0;
  let next = 0;
  let reach = 0;
  let last = -1;
  let until = -1;
  for (const quotation of quotations) {
    while (sentence < sentences.length && sentences[sentence]!.end <= quotation.start) sentence++;
    while (next < covered.length && covered[next]!.start <= quotation.start)
      reach = Math.max(reach, covered[next++]!.end);
    while (last + 1 < spoken.length && spoken[last + 1]!.at < quotation.start) last++;
    const here = sentences[sentence]?.index ?? 0;
    if (reach > quotation.start) {
      until = sentences[lastSentence(sentences, sentence, quotation.end)]?.index ?? here;
      continue;
    }
    if (quotation.partial || last < 0) continue;
    const words = text.slice(quotation.start, Math.min(quotation.end, quotation.start + 200));
    if (!/\s/u.test(words)) continue;
    const { speaker, sentence: at } = spoken[last]!;
    if (here - Math.max(at, until) > CONTINUES) continue;
    until = sentences[lastSentence(sentences, sentence, quotation.end)]?.index ?? here;
    continued.push({
      source: [],
      cue: [],
      content: [{ start: quotation.start, end: quotation.end }],
      sources: [speaker.source, ...speaker.outlets],
      stance: "asserted",
      direct: true,
      continued: true,
      derivation: [
        { stage: "source", rule: "attribution/continued-quotation", span: null, note: speaker.source.name },
      ],
    });
  }
  return continued;
}

function lastSentence(sentences: readonly Sentence[], from: number, end: number): number {
  let at = from;
  while (at + 1 < sentences.length && sentences[at + 1]!.start < end) at++;
  return at;
}
