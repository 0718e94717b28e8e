// The documents of a WARC file: each response of status 200, and each resource, that is HTML, plain text or PDF, with its exchange.
// A revisit is the earlier document again, at its own address and time. Everything else in an archive (images, redirects,
// errors, robots.txt) is passed over. Many files may share what was seen, so that a revisit finds its original in another.
import { createHash } from "node:crypto";
import type { Problem } from "../../base/result.js";
import type { Capture } from "../../model/document.js";
import type { HttpExchange, HttpHeader, Truncation } from "../../model/http-exchange.js";
import { TRUNCATIONS } from "../../model/http-exchange.js";
import type { CaptureItem } from "../../ports/capture-source.js";
import { archivedForm, mayBeDocument, statedForm } from "./archived-form.js";
import type { Gap } from "./byte-stream.js";
import { headerOf, headersOf } from "./header-block.js";
import { decodeBody, parseMessage, parseStatusLine } from "./http-message.js";
import type { WarcRecord } from "./read-records.js";
import { readAs } from "./resource-form.js";
import { readRecords } from "./read-records.js";

/** Originals that revisits may point to: by payload digest, and by address and date. */
export type SeenPayloads = Map<string, Pick<Capture, "id" | "form">>;

/** More originals than any single crawl of news; beyond, the oldest are forgotten. */
const MOST_SEEN = 500_000;
const WANTED = new Set(["response", "resource", "revisit", "request"]);

export async function* archiveDocuments(
  chunks: AsyncIterable<Uint8Array | Gap>,
  path: string,
  capturedAt: string | null,
  limit: number,
  seen: SeenPayloads,
): AsyncGenerator<CaptureItem> {
  let found = 0;
  let records = 0;
  let broken = 0;
  let unresolved = 0;
  /** A document waits for the record behind it, which may be its request. */
  let held: { readonly document: ArchivedDocument; readonly id: string | null } | null = null;
  let request: WarcRecord | null = null;

  for await (const item of readRecords(chunks, path, { block: limit + 2 ** 20 }, (type) =>
    WANTED.has(type),
  )) {
    if (item.kind === "problem") {
      broken++;
      if (held !== null) yield held.document;
      held = null;
      yield item;
      continue;
    }
    const { record } = item;
    records++;
    if (record.type === "request") {
      if (held !== null && belongsTo(record, held.document, held.id)) {
        yield withRequest(held.document, record);
        held = null;
      } else request = record;
      continue;
    }
    if (held !== null) yield held.document;
    held = null;
    const made = documentOf(record, path, capturedAt, limit, seen);
    if (made === "unresolved") unresolved++;
    else if (made !== null && "problem" in made) {
      broken++;
      yield made;
    } else if (made !== null) {
      found++;
      const id = headerOf(record.headers, "WARC-Record-ID");
      if (request !== null && belongsTo(request, made, id)) yield withRequest(made, request);
      else held = { document: made, id };
    }
    request = null;
  }
  if (held !== null) yield held.document;
  if (unresolved > 0) yield warning("archive/revisit-unresolved", path, { count: unresolved });
  if (found === 0 && broken === 0 && unresolved === 0) {
    yield { kind: "problem", problem: { code: "archive/no-documents", input: path, detail: { records } } };
  }
}

type ArchivedDocument = Extract<CaptureItem, { kind: "document" | "repeat" }>;
type Made = ArchivedDocument | Extract<CaptureItem, { kind: "problem" | "warning" }> | "unresolved" | null;

function documentOf(
  record: WarcRecord,
  path: string,
  capturedAt: string | null,
  limit: number,
  seen: SeenPayloads,
): Made {
  const { headers, type, block } = record;
  const uri = uriOf(headers);
  if (uri === null) return problem("archive/record-broken", path, { what: "it names no address" });
  if (/^https?:\/\/[^/]+\/robots\.txt$/iu.test(uri)) return null;
  const date = dateOf(headers) ?? capturedAt;
  const url = /^https?:\/\//iu.test(uri) ? uri : null;
  const place = { ref: uri, columns: null, url, capturedAt: date };

  if (type === "resource") {
    if (block.length === 0) return null;
    const said = readAs(headers);
    const form = said?.form ?? archivedForm(headerOf(headers, "Content-Type"), block);
    if (form === null) return null;
    if (form === "binary") return problem("input/binary", uri, {});
    const capture: Capture = { id: idOf(block), ...place, form, ...said };
    remember(seen, headers, uri, capture);
    return { kind: "document", capture, bytes: block, exchange: null };
  }

  const message = parseMessage(block);
  const status = message === null ? null : parseStatusLine(message.firstLine);
  if (type === "revisit") {
    if (status !== null && status.status !== 200 && status.status !== 304) return null;
    const stated = message === null ? null : headerOf(message.headers, "Content-Type");
    const original = originalOf(seen, headers, uri);
    // Of what no document was made, no original is missed.
    if (original === null) return stated !== null && statedForm(stated) === null ? null : "unresolved";
    const capture: Capture = { ...original, ...place };
    const exchange = message === null ? null : exchangeOf(record, message, uri, date, null);
    return { kind: "repeat", capture, bytes: null, exchange };
  }

  if (message === null || status === null) {
    if (!/application\/http/iu.test(headerOf(headers, "Content-Type") ?? "")) return null;
    return problem("archive/record-broken", path, { what: "it is no HTTP response", address: uri });
  }
  if (status.status !== 200) return null;
  const stated = headerOf(message.headers, "Content-Type");
  if (message.content.length === 0 || !mayBeDocument(stated)) return null;
  const decoded = decodeBody(message, uri, limit);
  if (!decoded.ok) return { kind: "problem", problem: decoded.problem };
  const { body, cut } = decoded.value;
  if (body.length > limit) return problem("archive/record-too-large", uri, { size: body.length, limit });
  const form = archivedForm(stated, body);
  if (form === null) return null;
  if (form === "binary") return problem("input/binary", uri, {});
  const bytes = new Uint8Array(body);
  const charset = charsetOf(stated);
  const capture: Capture = { id: idOf(bytes), form, ...place, ...(charset === null ? {} : { charset }) };
  remember(seen, headers, uri, capture);
  const exchange = exchangeOf(record, message, uri, date, cut ? "disconnect" : null);
  return { kind: "document", capture, bytes, exchange };
}

function exchangeOf(
  { headers }: WarcRecord,
  message: NonNullable<ReturnType<typeof parseMessage>>,
  url: string,
  date: string | null,
  cut: Truncation | null,
): HttpExchange | null {
  const status = parseStatusLine(message.firstLine);
  if (status === null || date === null) return null;
  const truncated = headerOf(headers, "WARC-Truncated");
  return {
    url,
    method: "GET",
    requestHeaders: [],
    status: status.status,
    statusText: status.text,
    httpVersion: status.version,
    responseHeaders: message.headers,
    body: null,
    address: headerOf(headers, "WARC-IP-Address"),
    startedAt: date,
    truncated:
      TRUNCATIONS.find((reason) => reason === truncated) ?? (truncated === null ? cut : "unspecified"),
    redirectedFrom: null,
    archived: {
      id: headerOf(headers, "WARC-Record-ID"),
      payloadDigest: headerOf(headers, "WARC-Payload-Digest"),
    },
  };
}

function withRequest(document: ArchivedDocument, request: WarcRecord): ArchivedDocument {
  const message = parseMessage(request.block);
  if (document.exchange === null || message === null) return document;
  const method = message.firstLine.slice(0, message.firstLine.indexOf(" "));
  return { ...document, exchange: { ...document.exchange, method, requestHeaders: message.headers } };
}

function belongsTo(request: WarcRecord, document: ArchivedDocument, id: string | null): boolean {
  const others = headersOf(request.headers, "WARC-Concurrent-To");
  if (id !== null && others.includes(id)) return true;
  return (
    uriOf(request.headers) === document.capture.ref && dateOf(request.headers) === document.capture.capturedAt
  );
}

/** Some writers of WARC 1.0 put the address in angle brackets. */
function uriOf(headers: readonly HttpHeader[]): string | null {
  const uri = headerOf(headers, "WARC-Target-URI")?.replace(/^<(.*)>$/u, "$1") ?? "";
  return uri === "" || uri.length > 8192 ? null : uri;
}

function dateOf(headers: readonly HttpHeader[]): string | null {
  const date = headerOf(headers, "WARC-Date") ?? "";
  const whole = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,9})?Z$/u.test(date);
  return whole && !Number.isNaN(Date.parse(date)) ? date : null;
}

/** `charsetOf('text/html; charset="ISO-8859-1"')` is "iso-8859-1". */
function charsetOf(contentType: string | null): string | null {
  return (
    /;\s{0,5}charset\s{0,5}=\s{0,5}"?([\w.:+-]{2,40})/iu.exec(contentType ?? "")?.[1]?.toLowerCase() ?? null
  );
}

function idOf(bytes: Uint8Array): string {
  return `sha256:${createHash("sha256").update(bytes).digest("hex")}`;
}

function remember(
  seen: SeenPayloads,
  headers: readonly HttpHeader[],
  uri: string,
  { id, form }: Capture,
): void {
  const digest = headerOf(headers, "WARC-Payload-Digest");
  for (const key of [digest, `${uri} ${headerOf(headers, "WARC-Date") ?? ""}`]) {
    if (key !== null) seen.set(key, { id, form });
  }
  for (const key of seen.keys()) {
    if (seen.size <= MOST_SEEN) break;
    seen.delete(key);
  }
}

function originalOf(
  seen: SeenPayloads,
  headers: readonly HttpHeader[],
  uri: string,
): Pick<Capture, "id" | "form"> | null {
  const digest = headerOf(headers, "WARC-Payload-Digest");
  const at = `${headerOf(headers, "WARC-Refers-To-Target-URI") ?? uri} ${headerOf(headers, "WARC-Refers-To-Date") ?? ""}`;
  return (digest === null ? undefined : seen.get(digest)) ?? seen.get(at) ?? null;
}

function problem(code: string, input: string, detail: Problem["detail"]): CaptureItem & { kind: "problem" } {
  return { kind: "problem", problem: { code, input, detail } };
}

function warning(code: string, input: string, detail: Problem["detail"]): CaptureItem {
  return { kind: "warning", problem: { code, input, detail } };
}
