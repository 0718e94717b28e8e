// Made records and incidents for tests of storing, showing and serving: the smallest that are whole.
import { createHash } from "node:crypto";
import type { Capture } from "../src/model/document.js";
import type { Event } from "../src/model/event.js";
import type { HttpExchange } from "../src/model/http-exchange.js";
import type { Incident } from "../src/model/incident.js";
import type { DocumentRecord, EngineStamp } from "../src/model/record.js";

export const STAMP: EngineStamp = { engine: "test", version: "1", knowledge: "k1" };

export function bytesOf(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

export function madeCapture(text: string | Uint8Array, ref = "a.txt", rest: Partial<Capture> = {}): Capture {
  const id = `sha256:${createHash("sha256").update(text).digest("hex")}`;
  return { id, ref, form: "text", columns: null, url: null, capturedAt: "2031-05-02T10:00:00Z", ...rest };
}

export function madeExchange(
  url: string,
  startedAt = "2031-05-02T10:00:00Z",
  rest: Partial<HttpExchange> = {},
): HttpExchange {
  return {
    url,
    method: "GET",
    requestHeaders: [["User-Agent", "made"]],
    status: 200,
    statusText: "OK",
    httpVersion: "1.1",
    responseHeaders: [["Content-Type", "text/plain"]],
    body: null,
    address: "192.0.2.7",
    startedAt,
    truncated: null,
    redirectedFrom: null,
    archived: null,
    ...rest,
  };
}

/** A record with one event, "Three rockets fell on the depot", and two claims, where the text holds those words. */
export function madeRecord(text: string, ref = "a.txt", stamp: EngineStamp = STAMP): DocumentRecord {
  const start = text.indexOf("Three rockets");
  return {
    schema: "hearsay/document/1",
    document: {
      id: madeCapture(text).id,
      ref,
      title: "Depot hit",
      byline: null,
      outlet: { name: "The Tarn Courier", domain: "tarncourier.example" },
      agency: [],
      language: "en",
      published: "2031-05-02",
      publishedBasis: "metadata",
      publishedQuote: null,
      url: null,
      text,
      posts: [],
      dropped: [{ reason: "share-bar", text: "Share this" }],
    },
    events: start < 0 ? [] : [madeEvent(text, start)],
    tallies: [],
    framing: [],
    mentions: [],
    warnings: [],
    reading: stamp,
  };
}

function madeEvent(text: string, start: number): Event {
  const span = (words: string): { quote: string; start: number; end: number } => {
    const at = text.indexOf(words);
    return { quote: words, start: at, end: at + words.length };
  };
  return {
    id: "e1",
    type: "Shelling/artillery/missile attack",
    focus: "main",
    date: "2031-05-01",
    place: { name: "Tarn depot", lat: 31.5, lon: -40.25, precision: "site" },
    ...span(text.slice(start).split(".")[0]!),
    claims: [
      {
        attribute: "munitions",
        value: { min: 3, max: 3 },
        stance: "asserted",
        sources: [{ name: "Tarn police", kind: "police" }],
        ...span("Three rockets"),
        derivation: [
          {
            stage: "count",
            rule: "count/number",
            span: { start, end: start + 5 },
            note: "3",
          },
        ],
      },
      { attribute: "weapon", value: "rocket", stance: "asserted", sources: [], ...span("rockets") },
    ],
  };
}

export function madeIncident(records: readonly DocumentRecord[], id = "3f2a9b"): Incident {
  const events = records.flatMap(({ document, events }) =>
    events.map((event) => ({ document: document.id, ref: document.ref, event: event.id })),
  );
  const claims = events.map(({ document, event }) => ({ document, event, claim: 0 }));
  const others = claims.map((claim) => ({ ...claim, claim: 1 }));
  return {
    id,
    type: "Shelling/artillery/missile attack",
    date: "2031-05-01",
    place: { name: "Tarn depot", lat: 31.5, lon: -40.25, precision: "site" },
    title: "Rocket attack on Tarn depot",
    events,
    attributes: {
      munitions: {
        status: "disputed",
        values: [
          { value: { min: 3, max: 3 }, stance: "asserted", independentSources: 1, claims, origins: ["o1"] },
          {
            value: { min: 8, max: 8 },
            stance: "unverified",
            independentSources: 1,
            claims: others,
            origins: ["o2"],
          },
        ],
        conflicts: [{ between: [0, 1], rule: "count/disjoint" }],
      },
    },
    origins: [
      { id: "o1", name: "Tarn police", kind: "police", claims, documents: [], basis: ["same-actor"] },
      {
        id: "o2",
        name: "=HYPERLINK channel",
        kind: "social_media",
        claims: others,
        documents: [],
        basis: [],
      },
    ],
    links: [],
  };
}
