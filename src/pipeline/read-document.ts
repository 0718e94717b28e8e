// From captured bytes to the record of one document: runs the stages in the order of stages.ts and puts the record together.
// Pure: no clock, no file, no order but that of the text. Problems of the text stage are the only ones; all else is a warning.
import type { Result } from "../base/result.js";
import { ok } from "../base/result.js";
import type { Span } from "../base/span.js";
import { bySpan, covers, quoted } from "../base/span.js";
import type { Capture, Document } from "../model/document.js";
import type { Mention, MentionKind } from "../model/mention.js";
import type { ReadingLayers } from "../model/reading-layers.js";
import type { DocumentRecord, EngineStamp } from "../model/record.js";
import { DOCUMENT_SCHEMA } from "../model/record.js";
import type { Unpacked } from "../model/unpacked.js";
import type { SaidBy } from "../model/said-by.js";
import { findActors } from "../reading/actors/find-actors.js";
import { findAttributions } from "../reading/attribution/find-attributions.js";
import { lengthIn, sourcesAt } from "../reading/attribution/sources-at.js";
import { withLetterCase } from "../reading/casing/letter-case.js";
import { findEvents } from "../reading/events/find-events.js";
import { findFraming } from "../reading/framing/find-framing.js";
import { findToponyms } from "../reading/places/find-toponyms.js";
import { findQuantities } from "../reading/quantity/find-quantities.js";
import { findQuotations } from "../reading/quotations/find-quotations.js";
import { splitSentences } from "../reading/sentences/split-sentences.js";
import { parseSentence } from "../reading/syntax/parse-sentence.js";
import { standInsFor } from "../reading/syntax/stand-in.js";
import { findTallies } from "../reading/tallies/find-tallies.js";
import { readText } from "../reading/text/read-text.js";
import { findTimes } from "../reading/time/find-times.js";
import { inferPublished } from "../reading/time/infer-published.js";
import type { ReadingKnowledge } from "./knowledge.js";
import { outletLookup } from "./outlet-lookup.js";

export function readDocument(
  capture: Capture,
  bytes: Uint8Array | Unpacked,
  knowledge: ReadingKnowledge,
  stamp: EngineStamp,
): Result<DocumentRecord> {
  const read = readText(capture, bytes, knowledge.text, outletLookup(knowledge.outlets));
  if (!read.ok) return read;
  const { document, layers } = readLayers(read.value.document, knowledge);
  const whoSays = saidBy(document, layers);
  const found = {
    events: findEvents(layers, whoSays, knowledge),
    tallies: findTallies(layers, whoSays, knowledge),
    framing: findFraming(layers, whoSays, knowledge),
    mentions: mentionsOf(layers),
  };
  return ok({
    schema: DOCUMENT_SCHEMA,
    document,
    ...(layers.text === document.text ? found : requoted(found, document.text)),
    warnings: read.value.warnings,
    reading: stamp,
  });
}

/** Every stage between the text and the events; the document comes back with its date of publication where the text tells it. */
export function readLayers(
  given: Document,
  knowledge: ReadingKnowledge,
): { readonly document: Document; readonly layers: ReadingLayers } {
  const text = withLetterCase(given.text, knowledge);
  const split = splitSentences(text, titleIn(given), knowledge.sentences);
  const document = given.published === null ? withInferredDate(given, text, split, knowledge) : given;
  const { published } = document;
  const times = findTimes(text, split, published, knowledge.times);
  const actors = findActors(text, split, published, knowledge.actors);
  // March is a town, and no place in "in March 2018"
  const isTime = (span: Span) => times.some((time) => time.date !== null && covers(time, span));
  const toponyms = findToponyms(text, split, { actors }, knowledge.places).filter((t) => !isTime(t));
  const [actorsIn, toponymsIn] = [bySentence(split, actors), bySentence(split, toponyms)];
  const { articles } = knowledge.actors.small;
  const parsed = split.map(({ tokens }, i) => {
    const names = standInsFor(tokens, actorsIn[i]!, toponymsIn[i]!, knowledge.standIns, articles);
    return parseSentence(tokens, knowledge.syntax, names);
  });
  const sentences = split.map((sentence, i) => ({ ...sentence, tokens: parsed[i]!.tokens }));
  const quantities = findQuantities(text, sentences, knowledge.quantities);
  const quotations = findQuotations(text, sentences);
  const attributions = findAttributions(text, sentences, parsed, quotations, actors, knowledge.attribution);
  return {
    document,
    layers: {
      text,
      published,
      sentences,
      parsed,
      times,
      quantities,
      toponyms,
      actors,
      quotations,
      attributions,
    },
  };
}

/** What was read from the letters of print, with the words as they stand in the text itself. */
function requoted<T>(found: T, text: string): T {
  if (Array.isArray(found)) return found.map((item: unknown) => requoted(item, text)) as T;
  if (typeof found !== "object" || found === null) return found;
  const copy = Object.fromEntries(
    Object.entries(found).map(([key, value]) => [key, requoted(value as unknown, text)]),
  );
  const { start, end } = copy;
  return (
    typeof copy.quote === "string" && typeof start === "number" && typeof end === "number"
      ? { ...copy, quote: text.slice(start, end) }
      : copy
  ) as T;
}

/** What stands in each sentence, of spans in text order. */
function bySentence<T extends Span>(sentences: readonly Span[], spans: readonly T[]): (readonly T[])[] {
  let next = 0;
  return sentences.map((sentence) => {
    const first = next;
    while (next < spans.length && spans[next]!.start < sentence.end) next++;
    return spans.slice(first, next);
  });
}

/** How far into a text its title is looked for. */
const HEAD = 400;

/** Where the title stands in the text: at its beginning, or after a line of date and place. */
function titleIn({ title, text }: Document): Span | null {
  const at = title === null || title === "" ? -1 : text.slice(0, HEAD + title.length).indexOf(title);
  return at < 0 ? null : { start: at, end: at + title!.length };
}

function withInferredDate(
  document: Document,
  text: string,
  sentences: ReadingLayers["sentences"],
  knowledge: ReadingKnowledge,
): Document {
  const inferred = inferPublished(text, sentences, knowledge.times);
  if (inferred === null) return document;
  return {
    ...document,
    published: inferred.published,
    publishedBasis: "inferred",
    publishedQuote: quoted(document.text, inferred.quote),
  };
}

/** Who says a span: the author of an embedded post it stands in, else the attributions that cover it. */
function saidBy(document: Document, layers: ReadingLayers): SaidBy {
  const length = lengthIn(layers.sentences);
  return (span: Span) => {
    const post = document.posts.find((quote) => covers(quote, span));
    if (post === undefined) return sourcesAt(layers.attributions, span, length);
    return {
      sources: [{ name: post.author, kind: "social_media" }],
      alongside: [],
      stance: "asserted",
      derivation: [{ stage: "source", rule: "embedded-post", span: { start: post.start, end: post.end } }],
    };
  };
}

/** Everything found, in text order, for the reader of the document. */
function mentionsOf(layers: ReadingLayers): Mention[] {
  const { text } = layers;
  const mention = (
    kind: MentionKind,
    span: Span,
    value: string | null,
    label: string | null,
    abstained: string | null,
  ): Mention => ({
    quote: text.slice(span.start, span.end),
    start: span.start,
    end: span.end,
    kind,
    value,
    label,
    abstained,
  });
  return [
    ...layers.times.map((t) =>
      mention("time", t, t.date, t.date ?? t.timeOfDay, t.date === null ? "unresolved" : null),
    ),
    ...layers.toponyms
      .filter((t) => !t.adjectival)
      .map((t) =>
        mention(
          "place",
          t,
          t.place?.id ?? null,
          t.place?.name ?? null,
          t.place === null ? "unresolved" : null,
        ),
      ),
    ...layers.actors.map((a) => mention("actor", a, a.id, a.name, a.id === null ? "described" : null)),
    ...layers.quantities
      .filter((q) => q.unit === null && !q.article)
      .map((q) => mention("count", q, JSON.stringify(q.count), q.quote, null)),
    ...layers.quotations.map((q) => mention("quotation", q, null, null, null)),
    ...layers.attributions.flatMap((a) =>
      a.source.map((s) =>
        mention(
          "source",
          s,
          a.sources[0]?.name ?? null,
          a.sources.map((source) => source.name).join(" → ") || null,
          null,
        ),
      ),
    ),
  ].sort((a, b) => bySpan(a, b));
}
