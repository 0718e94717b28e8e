// WARC records in gzip members, as this program writes them, to the lines of a CDXJ index (WACZ 1.1.1, CDXJ 1.0): one for each
// response, resource and revisit, sorted by SURT and time.
import { inflateRawSync } from "node:zlib";
import { getSurt } from "warcio";
import { byCodeUnits } from "../../base/order.js";
import { headerOf, headerText, parseHeaders } from "./header-block.js";
import { parseMessage, parseStatusLine } from "./http-message.js";

const INDEXED = new Set(["response", "resource", "revisit"]);
/** A gzip member as Node and fflate write it: ten bytes of header, eight of trailer. */
const HEADER = 10;
const TRAILER = 8;

export interface IndexedRecords {
  readonly records: number;
  readonly lines: readonly string[];
}

/** `offset`: where the members stand in the file. */
export function indexRecords(members: Uint8Array, fileName: string, offset: number): IndexedRecords {
  const lines: string[] = [];
  let records = 0;
  for (let at = 0; at < members.length; records++) {
    const { record, length } = memberAt(members, at);
    const line = cdxLine(record, fileName, offset + at, length);
    if (line !== null) lines.push(line);
    at += length;
  }
  return { records, lines };
}

export function sortedIndex(lines: readonly string[]): string {
  return [...lines].sort(byCodeUnits).join("");
}

function memberAt(members: Uint8Array, at: number): { record: Uint8Array; length: number } {
  const packed = members.subarray(at + HEADER);
  const { buffer, engine } = inflateRawSync(packed, { info: true }) as unknown as {
    buffer: Uint8Array;
    engine: { bytesWritten: number };
  };
  return { record: buffer, length: HEADER + engine.bytesWritten + TRAILER };
}

function cdxLine(record: Uint8Array, filename: string, offset: number, length: number): string | null {
  const bytes = Buffer.from(record.buffer, record.byteOffset, record.length);
  const end = bytes.indexOf("\r\n\r\n");
  const headers = parseHeaders(headerText(bytes.subarray(0, end)).split("\r\n").slice(1));
  const type = headerOf(headers, "WARC-Type") ?? "";
  const url = headerOf(headers, "WARC-Target-URI");
  const date = headerOf(headers, "WARC-Date");
  if (!INDEXED.has(type) || url === null || date === null) return null;
  const message = type === "resource" ? null : parseMessage(bytes.subarray(end + 4));
  const status = message === null ? 200 : (parseStatusLine(message.firstLine)?.status ?? 200);
  const stated = headerOf(message?.headers ?? headers, "Content-Type") ?? "";
  const fields = {
    url,
    mime: type === "revisit" ? "warc/revisit" : stated.split(";")[0]!.trim().toLowerCase() || "unk",
    status: String(status),
    digest: headerOf(headers, "WARC-Payload-Digest") ?? "-",
    length: String(length),
    offset: String(offset),
    filename,
  };
  const timestamp = date.replace(/\D/gu, "").slice(0, 14);
  return `${getSurt(url)} ${timestamp} ${JSON.stringify(fields)}\n`;
}
