// Web archives for tests, written by warcio, not by this program.
import { WARCRecord, WARCSerializer } from "warcio";
import { gzipSync } from "node:zlib";

export interface MadeRecord {
  readonly type?: "response" | "request" | "revisit" | "resource" | "warcinfo" | "metadata";
  readonly url?: string;
  readonly date?: string;
  readonly status?: string;
  readonly headers?: Record<string, string>;
  readonly warcHeaders?: Record<string, string>;
  readonly body?: string | Uint8Array;
}

export const DATE = "2031-05-02T10:00:00Z";

export function page(title: string, text: string): string {
  return `<!doctype html><html><head><title>${title}</title></head><body><article><h1>${title}</h1><p>${text}</p></article></body></html>`;
}

export async function madeRecord(made: MadeRecord, gzip = false): Promise<Uint8Array> {
  const { type = "response", url = "https://tarn.example/a", date = DATE, status = "HTTP/1.1 200 OK" } = made;
  const body =
    typeof made.body === "string" ? new TextEncoder().encode(made.body) : (made.body ?? new Uint8Array(0));
  async function* content(): AsyncGenerator<Uint8Array> {
    yield body;
  }
  const http = type === "response" || type === "request" || type === "revisit";
  const record = WARCRecord.create(
    {
      type,
      url,
      date,
      warcVersion: "WARC/1.1",
      warcHeaders: { ...made.warcHeaders },
      ...(http
        ? {
            statusline: status,
            httpHeaders: made.headers ?? { "Content-Type": "text/html; charset=utf-8" },
            keepHeadersCase: true,
          }
        : {}),
    },
    content(),
  );
  const bytes = await WARCSerializer.serialize(record, { gzip: false });
  return new Uint8Array(gzip ? gzipSync(bytes) : bytes);
}

export async function madeWarc(records: readonly MadeRecord[], gzip = false): Promise<Buffer> {
  return Buffer.concat(await Promise.all(records.map((record) => madeRecord(record, gzip))));
}
