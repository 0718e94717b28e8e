// Header blocks as WARC and HTTP/1.1 write them: "Name: value" lines, in order, repeats kept; a line that begins with a blank
// goes on with the one before. Read leniently, written strictly. Text is UTF-8 where it is that, else Latin-1.
import type { HttpHeader } from "../../model/http-exchange.js";

/** A line that is no header is passed over. */
export function parseHeaders(lines: readonly string[]): readonly HttpHeader[] {
  const headers: [string, string][] = [];
  for (const line of lines) {
    const last = headers.at(-1);
    if (/^[ \t]/u.test(line)) {
      if (last !== undefined) last[1] = `${last[1]} ${line.trim()}`.trim();
      continue;
    }
    const colon = line.indexOf(":");
    if (colon > 0) headers.push([line.slice(0, colon).trim(), line.slice(colon + 1).trim()]);
  }
  return headers;
}

/** `headerOf([["Content-Type", "text/html"]], "content-type")` is "text/html"; the first of several. */
export function headerOf(headers: readonly HttpHeader[], name: string): string | null {
  const wanted = name.toLowerCase();
  return headers.find(([header]) => header.toLowerCase() === wanted)?.[1] ?? null;
}

export function headersOf(headers: readonly HttpHeader[], name: string): readonly string[] {
  const wanted = name.toLowerCase();
  return headers.flatMap(([header, value]) => (header.toLowerCase() === wanted ? [value] : []));
}

/** Lines with CRLF, and the empty line. Line breaks within names and values become blanks. */
export function headerBlock(firstLine: string, headers: readonly HttpHeader[]): Uint8Array {
  const clean = (text: string): string => text.replace(/[\r\n]+/gu, " ");
  const lines = headers.map(([name, value]) => `${clean(name)}: ${clean(value)}`);
  return new TextEncoder().encode(`${[clean(firstLine), ...lines].join("\r\n")}\r\n\r\n`);
}

export function headerText(bytes: Uint8Array): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString("latin1");
  }
}
