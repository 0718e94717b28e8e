// HttpExchanges and files as WARC 1.1 records (ISO 28500:2017), each a gzip member of its own. The same input gives the same
// bytes: ids are made from content, there is no clock. A body that is kept decoded loses the headers that say otherwise; they
// stand beside as X-Archive-Orig-*, as replay programs expect.
import { createHash } from "node:crypto";
import { canonicalJson } from "../../base/canonical-json.js";
import type { HttpExchange, HttpHeader } from "../../model/http-exchange.js";
import { headerBlock } from "./header-block.js";

export const WARC_VERSION = "WARC/1.1";

/** One record, not compressed, with what an index says of it. */
export interface WrittenRecord {
  readonly type: "warcinfo" | "request" | "response" | "resource" | "revisit";
  readonly uri: string | null;
  readonly date: string;
  /** "sha256:…" of the payload; null where it has none. */
  readonly payloadDigest: string | null;
  readonly mime: string | null;
  readonly status: number | null;
  readonly bytes: Uint8Array;
}

const CODED = new Set(["content-encoding", "transfer-encoding"]);

/** Requests and responses from the first redirect to the last answer, in order of time. */
export function exchangeRecords(exchange: HttpExchange, captured: Uint8Array): readonly WrittenRecord[] {
  const before = exchange.redirectedFrom;
  const earlier = before === null ? [] : exchangeRecords(before, before.body ?? new Uint8Array(0));
  return [...earlier, ...responseAndRequest(exchange, exchange.body ?? captured, null)];
}

/** The answer was the very bytes of an earlier one: its headers alone, and where the bytes are. */
export function revisitRecords(
  exchange: HttpExchange,
  payloadHash: string,
  original: { readonly uri: string; readonly date: string },
): readonly WrittenRecord[] {
  const before = exchange.redirectedFrom;
  const earlier = before === null ? [] : exchangeRecords(before, before.body ?? new Uint8Array(0));
  return [...earlier, ...responseAndRequest(exchange, null, { hash: payloadHash, ...original })];
}

function responseAndRequest(
  exchange: HttpExchange,
  body: Uint8Array | null,
  original: { readonly hash: string; readonly uri: string; readonly date: string } | null,
): readonly WrittenRecord[] {
  const { url, startedAt, method, status } = exchange;
  const payload = `sha256:${original?.hash ?? hashHex(body ?? new Uint8Array(0))}`;
  const statusLine = `HTTP/${exchange.httpVersion.startsWith("1") ? exchange.httpVersion : "1.1"} ${status} ${exchange.statusText}`;
  const head = headerBlock(statusLine.trim(), storedHeaders(exchange.responseHeaders, body));
  const block = body === null ? head : joined([head, body]);
  const type = original === null ? "response" : "revisit";
  const id = recordId([type, url, startedAt, hashHex(block), payload]);
  const shared: HttpHeader[] = [
    ["WARC-Target-URI", url],
    ["WARC-Date", startedAt],
  ];
  const protocol: HttpHeader[] = exchange.httpVersion.startsWith("1")
    ? []
    : [["WARC-Protocol", `h${exchange.httpVersion.split(".")[0]}`]];
  const address: HttpHeader[] = exchange.address === null ? [] : [["WARC-IP-Address", exchange.address]];
  const profile: HttpHeader[] =
    original === null
      ? []
      : [
          ["WARC-Profile", "http://netpreserve.org/warc/1.1/revisit/identical-payload-digest"],
          ["WARC-Refers-To-Target-URI", original.uri],
          ["WARC-Refers-To-Date", original.date],
        ];
  const cut: HttpHeader[] = exchange.truncated === null ? [] : [["WARC-Truncated", exchange.truncated]];
  const source: HttpHeader[] = [
    ...(exchange.archived?.id == null ? [] : [["Hearsay-Source-Record-ID", exchange.archived.id] as const]),
    ...(exchange.archived?.payloadDigest == null
      ? []
      : [["Hearsay-Source-Payload-Digest", exchange.archived.payloadDigest] as const]),
  ];
  const response: WrittenRecord = {
    type,
    uri: url,
    date: startedAt,
    payloadDigest: payload,
    mime: mimeOf(exchange.responseHeaders),
    status,
    bytes: record(
      [
        ["WARC-Type", type],
        ["WARC-Record-ID", id],
        ...shared,
        ...address,
        ...protocol,
        ...profile,
        ...cut,
        ...source,
        ["WARC-Payload-Digest", payload],
        ["Content-Type", "application/http; msgtype=response"],
      ],
      block,
    ),
  };
  if (exchange.requestHeaders.length === 0) return [response];
  const { pathname, search } = new URL(url);
  const asked = headerBlock(`${method} ${pathname}${search} HTTP/1.1`, exchange.requestHeaders);
  const request: WrittenRecord = {
    type: "request",
    uri: url,
    date: startedAt,
    payloadDigest: null,
    mime: null,
    status: null,
    bytes: record(
      [
        ["WARC-Type", "request"],
        ["WARC-Record-ID", recordId(["request", url, startedAt, hashHex(asked), id])],
        ...shared,
        ["WARC-Concurrent-To", id],
        ["Content-Type", "application/http; msgtype=request"],
      ],
      asked,
    ),
  };
  return [response, request];
}

/** Bytes that came from no HTTP exchange. */
export function resourceRecord(
  uri: string,
  date: string,
  mime: string,
  bytes: Uint8Array,
  more: readonly HttpHeader[] = [],
): WrittenRecord {
  const payloadDigest = `sha256:${hashHex(bytes)}`;
  const headers: HttpHeader[] = [
    ["WARC-Type", "resource"],
    ["WARC-Record-ID", recordId(["resource", uri, date, payloadDigest])],
    ["WARC-Target-URI", uri],
    ["WARC-Date", date],
    ...more,
    ["WARC-Payload-Digest", payloadDigest],
    ["Content-Type", mime],
  ];
  return { type: "resource", uri, date, payloadDigest, mime, status: null, bytes: record(headers, bytes) };
}

/** What a WARC file begins with: by which program, for which file. */
export function infoRecord(fileName: string, date: string, fields: readonly HttpHeader[]): WrittenRecord {
  const text = fields.map(([name, value]) => `${name}: ${value}\r\n`).join("");
  const block = new TextEncoder().encode(text);
  const headers: HttpHeader[] = [
    ["WARC-Type", "warcinfo"],
    ["WARC-Record-ID", recordId(["warcinfo", fileName, date, text])],
    ["WARC-Filename", fileName],
    ["WARC-Date", date],
    ["Content-Type", "application/warc-fields"],
  ];
  const bytes = record(headers, block);
  return { type: "warcinfo", uri: null, date, payloadDigest: null, mime: null, status: null, bytes };
}

function record(headers: readonly HttpHeader[], block: Uint8Array): Uint8Array {
  const head = headerBlock(WARC_VERSION, [
    ...headers,
    ["WARC-Block-Digest", `sha256:${hashHex(block)}`],
    ["Content-Length", String(block.length)],
  ]);
  return joined([head, block, new TextEncoder().encode("\r\n\r\n")]);
}

/** The headers as a reader of the decoded body needs them. */
function storedHeaders(headers: readonly HttpHeader[], body: Uint8Array | null): readonly HttpHeader[] {
  if (body === null) return headers;
  const length = String(body.length);
  return headers.flatMap(([name, value]): HttpHeader[] => {
    const lower = name.toLowerCase();
    if (CODED.has(lower)) return [[`X-Archive-Orig-${name}`, value]];
    if (lower !== "content-length" || value === length) return [[name, value]];
    return [
      [`X-Archive-Orig-${name}`, value],
      [name, length],
    ];
  });
}

function mimeOf(headers: readonly HttpHeader[]): string | null {
  const type = headers.find(([name]) => name.toLowerCase() === "content-type")?.[1];
  return type === undefined ? null : type.split(";")[0]!.trim().toLowerCase();
}

/** A UUID (RFC 9562, version 8) made from content. */
function recordId(parts: readonly string[]): string {
  const hex = hashHex(canonicalJson(parts));
  const variant = ((Number.parseInt(hex[16]!, 16) & 3) | 8).toString(16);
  return `<urn:uuid:${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}>`;
}

function hashHex(content: Uint8Array | string): string {
  return createHash("sha256").update(content).digest("hex");
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  return new Uint8Array(Buffer.concat(parts));
}
