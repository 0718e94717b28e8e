// The records of a WARC stream (ISO 28500, versions 0.17 to 1.1), one after the other, none held longer than it is looked at.
// A record that is broken, cut off or too large is a problem in its place, and reading goes on where the next one begins.
// Checks WARC-Block-Digest where it is stated. Leaves alone: what stands in a record's block.
import { createHash } from "node:crypto";
import type { Problem } from "../../base/result.js";
import type { HttpHeader } from "../../model/http-exchange.js";
import type { Gap } from "./byte-stream.js";
import { ByteStream } from "./byte-stream.js";
import { headerOf, headerText, parseHeaders } from "./header-block.js";

export interface WarcRecord {
  readonly type: string;
  readonly headers: readonly HttpHeader[];
  readonly block: Uint8Array;
}

export type WarcItem =
  | { readonly kind: "record"; readonly record: WarcRecord }
  | { readonly kind: "problem"; readonly problem: Problem };

export interface RecordLimits {
  /** Largest block that is looked at, in bytes. */
  readonly block: number;
}

const VERSION = /^WARC\/(?:0\.1[78]|1\.[01])\r?\n$/u;
const LONGEST_LINE = 64 * 1024;
const MOST_HEADERS = 1000;

/** `wanted` looks at the headers alone; blocks of other records are passed over unread. */
export async function* readRecords(
  chunks: AsyncIterable<Uint8Array | Gap>,
  path: string,
  limits: RecordLimits,
  wanted: (type: string, headers: readonly HttpHeader[]) => boolean,
): AsyncGenerator<WarcItem> {
  const input = new ByteStream(chunks);
  let records = 0;
  let lost = false;
  const problem = (code: string, detail: Problem["detail"] = {}): WarcItem => ({
    kind: "problem",
    problem: { code, input: path, detail: { record: records, ...detail } },
  });
  try {
    for (;;) {
      const gap = await input.gap();
      if (gap !== null) {
        yield problem(gap.gap);
        lost = gap.gap !== "archive/truncated";
        continue;
      }
      const line = await input.line(LONGEST_LINE);
      if (line === null) {
        if ((await standsAtGap(input)) === false) return;
        continue;
      }
      if (isBlank(line)) continue;
      if (!VERSION.test(headerText(line))) {
        if (!lost) yield problem("archive/record-broken", { what: "no record where one should begin" });
        lost = true;
        continue;
      }
      records++;
      lost = false;
      const lines = await headerLines(input);
      const headers = lines === null ? [] : parseHeaders(lines);
      const type = (headerOf(headers, "WARC-Type") ?? "").toLowerCase();
      const length = headerOf(headers, "Content-Length") ?? "";
      if (lines === null || type === "" || !/^\d{1,15}$/u.test(length)) {
        yield problem("archive/record-broken", { what: "its head has no type or no length" });
        lost = true;
        continue;
      }
      const size = Number(length);
      if (!wanted(type, headers) || size > limits.block) {
        if (wanted(type, headers)) yield problem("archive/record-too-large", { size, limit: limits.block });
        if ((await input.skip(size)) < size && (await standsAtGap(input)) === false) {
          yield problem("archive/truncated");
        }
        continue;
      }
      const block = await input.take(size);
      if (block.length < size) {
        if ((await standsAtGap(input)) === false) yield problem("archive/truncated");
        continue;
      }
      const after = await input.take(2);
      const ends = after.length === 0 || (after[0] === 0x0d && after[1] === 0x0a) || after[0] === 0x0a;
      input.unread(after);
      if (!ends || (after.length === 0 && (await standsAtGap(input)))) {
        if (!ends) yield problem("archive/record-broken", { what: "it is not as long as it says" });
        lost = !ends;
        continue;
      }
      if (!digestHolds(block, headerOf(headers, "WARC-Block-Digest"))) {
        yield problem("archive/digest-differs");
        continue;
      }
      yield { kind: "record", record: { type, headers, block } };
    }
  } finally {
    await input.close();
  }
}

/** Whether the stream stands before a gap (true) or at its end (false); null where bytes follow. */
async function standsAtGap(input: ByteStream): Promise<boolean | null> {
  const next = await input.some(1);
  if (next !== null) {
    input.unread(next);
    return null;
  }
  return input.stopsAtGap;
}

async function headerLines(input: ByteStream): Promise<readonly string[] | null> {
  const lines: string[] = [];
  while (lines.length <= MOST_HEADERS) {
    const line = await input.line(LONGEST_LINE);
    if (line === null || line.at(-1) !== 0x0a) return null;
    if (isBlank(line)) return lines;
    lines.push(headerText(line).replace(/\r?\n$/u, ""));
  }
  return null;
}

function isBlank(line: Uint8Array): boolean {
  return line.every((byte) => byte === 0x0d || byte === 0x0a);
}

/** True also where nothing is stated, or by an algorithm that is not known here. */
function digestHolds(block: Uint8Array, stated: string | null): boolean {
  const [, algorithm, digest] = /^(sha-?1|sha-?256):([A-Za-z0-9+/=]+)$/iu.exec(stated ?? "") ?? [];
  if (algorithm === undefined || digest === undefined) return true;
  const hash = createHash(algorithm.toLowerCase().replace("-", "")).update(block).digest();
  const plain = digest.replace(/=+$/u, "");
  return [hash.toString("hex"), hash.toString("base64").replace(/=+$/u, ""), base32(hash)].some(
    (form) => form === plain || form.toLowerCase() === plain.toLowerCase(),
  );
}

/** RFC 4648, without padding: what most archives write SHA-1 in. */
export function base32(bytes: Uint8Array): string {
  let bits = 0;
  let value = 0;
  let text = "";
  for (const byte of bytes) {
    value = ((value << 8) | byte) & 0xffff;
    for (bits += 8; bits >= 5; bits -= 5) text += ALPHABET[(value >>> (bits - 5)) & 31]!;
  }
  return bits > 0 ? text + ALPHABET[(value << (5 - bits)) & 31]! : text;
}

const ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
