// The block of a WARC response or request to its HTTP message (RFC 9112): first line, headers, and the body with its transfer
// and content codings undone. A body that was stored decoded, though its headers still say otherwise, is taken as it is.
// Decoding stops at a limit of size and of nesting. Leaves alone: character encodings.
import { brotliDecompressSync, gunzipSync, inflateRawSync, inflateSync } from "node:zlib";
import * as zlib from "node:zlib";
import type { Result } from "../../base/result.js";
import { failed, ok } from "../../base/result.js";
import type { HttpHeader } from "../../model/http-exchange.js";
import { headersOf, headerText, parseHeaders } from "./header-block.js";

export interface HttpMessage {
  readonly firstLine: string;
  readonly headers: readonly HttpHeader[];
  /** As it stands in the block. */
  readonly content: Uint8Array;
}

export interface Decoded {
  readonly body: Uint8Array;
  /** True where the coding ended before its end: what had come is there. */
  readonly cut: boolean;
}

const MOST_CODINGS = 3;
const LARGEST_HEAD = 256 * 1024;

/** Null where the block has no head. */
export function parseMessage(block: Uint8Array): HttpMessage | null {
  const bytes = Buffer.from(block.buffer, block.byteOffset, block.length);
  const head = bytes.subarray(0, LARGEST_HEAD);
  const crlf = head.indexOf("\r\n\r\n");
  const lf = head.indexOf("\n\n");
  const end = crlf >= 0 && (lf < 0 || crlf < lf) ? crlf + 4 : lf >= 0 ? lf + 2 : block.length;
  if (end === block.length && block.length > LARGEST_HEAD) return null;
  const [firstLine = "", ...lines] = headerText(block.subarray(0, end)).split(/\r?\n/u);
  if (!/^HTTP\/|^[A-Z]{1,20} /u.test(firstLine)) return null;
  return {
    firstLine,
    headers: parseHeaders(lines.filter((line) => line !== "")),
    content: block.subarray(end),
  };
}

/** `parseStatusLine("HTTP/1.1 200 OK")` is version 1.1, status 200, "OK". */
export function parseStatusLine(line: string): { version: string; status: number; text: string } | null {
  const [, version, status, text] = /^HTTP\/(\d(?:\.\d)?) +(\d{3})(?: +(.*))?$/u.exec(line.trim()) ?? [];
  return version === undefined ? null : { version, status: Number(status), text: text ?? "" };
}

/** Problems: archive/record-too-large, archive/coding-unknown. */
export function decodeBody(message: HttpMessage, input: string, limit: number): Result<Decoded> {
  const codings = [
    ...listed(message.headers, "Content-Encoding"),
    ...listed(message.headers, "Transfer-Encoding"),
  ].filter((coding) => coding !== "identity" && coding !== "utf-8" && coding !== "none");
  if (codings.length > MOST_CODINGS) {
    return failed("archive/coding-unknown", input, { coding: codings.slice(0, 5).join(", ") });
  }
  let decoded: Decoded = { body: message.content, cut: false };
  for (const coding of codings.reverse()) {
    const next = undo(coding, decoded.body, limit);
    if (next === "unknown") return failed("archive/coding-unknown", input, { coding: coding.slice(0, 40) });
    if (next === "too-large") return failed("archive/record-too-large", input, { size: limit + 1, limit });
    if (next !== "not-so") decoded = { body: next.body, cut: decoded.cut || next.cut };
  }
  return ok(decoded);
}

function listed(headers: readonly HttpHeader[], name: string): string[] {
  return headersOf(headers, name)
    .flatMap((value) => value.split(","))
    .map((coding) => coding.trim().toLowerCase())
    .filter((coding) => coding !== "");
}

type Undone = Decoded | "unknown" | "too-large" | "not-so";

function undo(coding: string, body: Uint8Array, limit: number): Undone {
  const options = { maxOutputLength: limit };
  const cutOff = { ...options, finishFlush: zlib.constants.Z_SYNC_FLUSH };
  switch (coding) {
    case "chunked":
      return unchunk(body);
    case "gzip":
    case "x-gzip":
      if (body[0] !== 0x1f || body[1] !== 0x8b) return "not-so";
      return inflated(
        body,
        (bytes) => gunzipSync(bytes, options),
        (bytes) => gunzipSync(bytes, cutOff),
      );
    case "deflate":
      return inflated(
        body,
        (bytes) => ((bytes[0]! & 0x0f) === 8 ? inflateSync(bytes, options) : inflateRawSync(bytes, options)),
        (bytes) => inflateSync(bytes, cutOff),
      );
    case "br":
      return inflated(body, (bytes) => brotliDecompressSync(bytes, options), null);
    case "zstd": {
      const unpack = (zlib as { zstdDecompressSync?: typeof brotliDecompressSync }).zstdDecompressSync;
      if (body[0] !== 0x28 || body[1] !== 0xb5) return "not-so";
      return unpack === undefined ? "unknown" : inflated(body, (bytes) => unpack(bytes, options), null);
    }
    default:
      return "unknown";
  }
}

function inflated(
  body: Uint8Array,
  whole: (bytes: Uint8Array) => Uint8Array,
  partly: ((bytes: Uint8Array) => Uint8Array) | null,
): Undone {
  try {
    return { body: whole(body), cut: false };
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ERR_BUFFER_TOO_LARGE") return "too-large";
    if (partly === null || (error as NodeJS.ErrnoException).code !== "Z_BUF_ERROR") return "not-so";
  }
  try {
    return { body: partly(body), cut: true };
  } catch {
    return "not-so";
  }
}

/** RFC 9112, 7.1; trailers are passed over. */
function unchunk(body: Uint8Array): Undone {
  const bytes = Buffer.from(body.buffer, body.byteOffset, body.length);
  const parts: Uint8Array[] = [];
  for (let at = 0; at < bytes.length;) {
    const end = bytes.indexOf("\n", at);
    const size = /^([0-9a-f]{1,8})(?:[ \t]*;[^\r\n]*)?[ \t]*\r?$/iu.exec(
      end < 0 || end - at > 1000 ? "" : bytes.toString("latin1", at, end),
    );
    if (size === null) return parts.length === 0 ? "not-so" : { body: Buffer.concat(parts), cut: true };
    const count = Number.parseInt(size[1]!, 16);
    if (count === 0) return { body: Buffer.concat(parts), cut: false };
    parts.push(bytes.subarray(end + 1, end + 1 + count));
    at = end + 1 + count;
    if (at > bytes.length) break;
    if (bytes[at] === 0x0d) at++;
    if (bytes[at] === 0x0a) at++;
  }
  return { body: Buffer.concat(parts), cut: true };
}
