// Use case "explain": what stands behind an id. A claim or event: its words in place, the rules that read them, the document
// and its captured bytes, hashed again. An incident: the links that hold it together. Reads only what is stored.
import type { Result } from "../base/result.js";
import { failed, ok } from "../base/result.js";
import type { Quoted } from "../base/span.js";
import type {
  CaptureExplained,
  DocumentExplained,
  Explanation,
  ExplainedStep,
  WordsInPlace,
} from "../contract/explanation.js";
import { valueText } from "../contract/value-text.js";
import type { Derivation } from "../model/derivation.js";
import type { Capture } from "../model/document.js";
import type { Event } from "../model/event.js";
import type { EventRef, Incident } from "../model/incident.js";
import type { DocumentRecord } from "../model/record.js";
import type { Store } from "../ports/store.js";
import { findId } from "./find-id.js";

export async function explain(store: Store, id: string): Promise<Result<Explanation>> {
  const found = await findId(store, id);
  if (!found.ok) return found;
  if (found.value.kind === "incident") return ok(await explainIncident(store, found.value.incident));

  const { capture } = found.value;
  const record = await store.record(capture.id);
  if (record === null) {
    const failure = (await store.failures()).find(({ document }) => document === capture.id);
    return failure === undefined ? failed("id/unread", id) : { ok: false, problem: failure.problem };
  }
  const document = await explainDocument(store, capture, record);
  if (found.value.kind === "document") {
    const events = record.events.map(({ id: event, type, quote }) => ({
      id: `${capture.id}#${event}`,
      type,
      quote,
    }));
    return ok({ kind: "document", id: capture.id, document, events });
  }

  const wanted = found.value.event;
  const event = record.events.find((one) => one.id === wanted);
  if (event === undefined) return failed("id/unknown", id);
  const incident = (await store.incidentsOf(capture.id))[event.id] ?? null;
  const eventId = `${capture.id}#${event.id}`;
  if (found.value.kind === "event") {
    return ok({
      kind: "event",
      id: eventId,
      type: event.type,
      focus: event.focus,
      date: event.date,
      place: event.place,
      incident,
      ...inPlace(record, event),
      claims: claimsOf(event, eventId),
      derivation: stepsOf(record, event.derivation),
      document,
    });
  }

  const claim = event.claims[found.value.claim];
  if (claim === undefined) return failed("id/unknown", id);
  return ok({
    kind: "claim",
    id: `${eventId}#${found.value.claim}`,
    attribute: claim.attribute,
    value: claim.value,
    label: valueText(claim.attribute, claim.value),
    stance: claim.stance,
    sources: claim.sources,
    ...inPlace(record, claim),
    derivation: stepsOf(record, claim.derivation),
    event: { id: eventId, type: event.type, incident },
    document,
  });
}

function claimsOf(event: Event, eventId: string): Extract<Explanation, { kind: "event" }>["claims"] {
  return event.claims.map(({ attribute, value, stance, sources, quote }, i) => ({
    id: `${eventId}#${i}`,
    attribute,
    label: valueText(attribute, value),
    stance,
    sources,
    quote,
  }));
}

async function explainIncident(store: Store, incident: Incident): Promise<Explanation> {
  const quotes = new Map<string, string>();
  for (const document of new Set(incident.events.map((event) => event.document))) {
    const record = await store.record(document);
    for (const event of record?.events ?? []) quotes.set(`${document}#${event.id}`, event.quote);
  }
  const idOf = (ref: EventRef): string => `${ref.document}#${ref.event}`;
  const quoteOf = (ref: EventRef): string => quotes.get(idOf(ref)) ?? "";
  return {
    kind: "incident",
    id: incident.id,
    title: incident.title,
    events: incident.events.map((ref) => ({ ...ref, id: idOf(ref), quote: quoteOf(ref) })),
    links: incident.links.map((link) => ({ ...link, aQuote: quoteOf(link.a), bQuote: quoteOf(link.b) })),
    origins: incident.origins,
  };
}

async function explainDocument(
  store: Store,
  capture: Capture,
  record: DocumentRecord,
): Promise<DocumentExplained> {
  const { document, reading } = record;
  const bytes = await store.bytesOf(capture.id);
  const kept: CaptureExplained = {
    capture,
    bytes: bytes.ok ? bytes.value.length : null,
    check: bytes.ok ? "same" : "damaged",
  };
  return {
    id: document.id,
    ref: document.ref,
    title: document.title,
    outlet: document.outlet?.name ?? null,
    published: document.published,
    publishedBasis: document.publishedBasis,
    publishedQuote: document.publishedQuote?.quote ?? null,
    reading: `${reading.engine} ${reading.version}, knowledge ${reading.knowledge.slice(0, 12)}`,
    dropped: document.dropped,
    kept,
  };
}

/** Characters of context on either side of a quote. */
const CONTEXT = 200;

function inPlace({ document: { text } }: DocumentRecord, { quote, start, end }: Quoted): WordsInPlace {
  const from = wordStart(text, Math.max(0, start - CONTEXT));
  const to = Math.min(text.length, end + CONTEXT);
  const context = { text: text.slice(from, to), quoteStart: start - from, quoteEnd: end - from };
  return { quote, start, end, context };
}

/** Not in the middle of a surrogate pair. */
function wordStart(text: string, at: number): number {
  const code = text.charCodeAt(at);
  return code >= 0xdc00 && code <= 0xdfff ? at + 1 : at;
}

function stepsOf(
  { document: { text } }: DocumentRecord,
  derivation: Derivation | undefined,
): readonly ExplainedStep[] {
  return (derivation ?? []).map((step) => ({
    ...step,
    words: step.span === null ? null : text.slice(step.span.start, step.span.end),
  }));
}
