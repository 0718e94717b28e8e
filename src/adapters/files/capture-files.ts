// Files on disk, and standard input, as captures: one for each document, with its bytes and their SHA-256.
// A text or HTML file is one document; each row of an NDJSON or CSV file is one, with the bytes of that row alone; web archives are read by adapters/warc.
// Row files are streamed, never held whole. Leaves alone: encodings and what the documents say.
import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { basename, resolve } from "node:path";
import type { Problem } from "../../base/result.js";
import type { Capture } from "../../model/document.js";
import type { RowNames } from "../../model/row-layout.js";
import type { CaptureItem, CaptureSource, ReceivedBytes } from "../../ports/capture-source.js";
import type { SeenPayloads } from "../warc/archive-documents.js";
import { archiveDocuments } from "../warc/archive-documents.js";
import { gunzipMembers } from "../warc/gunzip-members.js";
import { waczDocuments } from "../warc/wacz-documents.js";
import { addressLines, listsAddresses } from "./address-lines.js";
import type { FileForm } from "./recognise-form.js";
import { HEAD_BYTES, receivedForm, recogniseForm } from "./recognise-form.js";
import { csvDocuments, ndjsonDocuments } from "./row-documents.js";
import { mboxDocuments } from "./mbox-documents.js";
import { telegramDocuments } from "./telegram-documents.js";
import { fileProblem, walkInputs } from "./walk-inputs.js";

export interface CaptureLimits {
  /** Largest text or HTML file, in bytes. */
  readonly document: number;
  /** Largest row of an NDJSON or CSV file, in bytes. */
  readonly row: number;
  /** How far a compressed archive may swell: bytes out for one in, told above so many bytes out. */
  readonly ratio: number;
  readonly ratioFrom: number;
  /** Most entries of a WACZ file. */
  readonly entries: number;
}

/** A book has 1 MB of text; what is far above is a mistake, or an attack on memory. */
export const CAPTURE_LIMITS: CaptureLimits = {
  document: 64 * 2 ** 20,
  row: 16 * 2 ** 20,
  ratio: 200,
  ratioFrom: 256 * 2 ** 20,
  entries: 100_000,
};

/** Forms whose documents are all of what was received. */
const WHOLE: ReadonlySet<Capture["form"]> = new Set(["html", "text", "pdf", "mail"]);

interface Means {
  readonly limits: CaptureLimits;
  readonly names: RowNames | undefined;
}

export function fileCaptures(
  stdin: () => AsyncIterable<Uint8Array>,
  limits: CaptureLimits = CAPTURE_LIMITS,
  /** What tables call the columns that are read. */
  names?: RowNames,
): CaptureSource {
  const means: Means = { limits, names };
  return {
    async *documents(paths, capturedAt, lookedAt, onBytes = () => {}) {
      const seen: SeenPayloads = new Map();
      for await (const input of walkInputs(paths)) {
        if (lookedAt !== undefined && input.kind === "file") {
          const address = resolve(input.path);
          if (await lookedAt(address, input.edition)) {
            onBytes(input.size);
            yield { kind: "unchanged", ref: input.path };
            continue;
          }
        }
        if (input.kind === "problem") yield input;
        else if (input.kind === "stdin") yield* fileDocuments(stdin(), "-", null, capturedAt, means, seen);
        else if (input.size === 0) yield problem("input/empty", input.path);
        else {
          const { path, size } = input;
          const passed = countUpTo(size, onBytes);
          const items = fileDocuments(
            fileBytes(path, passed),
            path,
            size,
            capturedAt,
            means,
            seen,
            null,
            passed,
          );
          yield* items;
          passed(Infinity);
        }
        if (lookedAt !== undefined && input.kind === "file") {
          const { path, edition } = input;
          const visit = {
            address: resolve(path),
            url: null,
            etag: null,
            lastModified: null,
            edition,
            at: capturedAt,
          };
          yield { kind: "visited", visit };
        }
      }
    },
    size: async (paths) => {
      let size = 0;
      for await (const input of walkInputs(paths)) {
        if (input.kind === "stdin") return null;
        if (input.kind === "file") size += input.size;
      }
      return size;
    },
    received: (content) => receivedDocuments(content, means),
    lines: (path) => addressLines(path === "-" ? stdin() : fileBytes(path), path),
  };
}

/** The documents in what a server sent. Its exchange stands beside a whole page, and, of a table, beside the first row. */
async function* receivedDocuments(content: ReceivedBytes, means: Means): AsyncGenerator<CaptureItem> {
  const { ref, url, bytes, charset, exchange } = content;
  const form = receivedForm(content.mediaType, url, bytes.subarray(0, HEAD_BYTES), means.names);
  const chunks = async function* (): AsyncGenerator<Uint8Array> {
    yield bytes;
  };
  let first = true;
  // A size of null: what needs a file of its own to be opened is not there.
  const items = fileDocuments(chunks(), ref, null, exchange.startedAt, means, new Map(), form);
  for await (const item of items) {
    if (item.kind === "listing") yield { ...item, received: content };
    // Documents of an archive know where they came from.
    else if (item.kind !== "document" || item.capture.url !== null) yield item;
    else {
      const whole = WHOLE.has(item.capture.form) && form !== "mbox";
      const capture = { ...item.capture, url, ...(charset === null ? {} : { charset }) };
      const beside = whole ? exchange : first ? { ...exchange, body: bytes } : null;
      yield { ...item, capture, exchange: beside };
      first = false;
    }
  }
}

async function* fileDocuments(
  chunks: AsyncIterable<Uint8Array>,
  path: string,
  size: number | null,
  capturedAt: string | null,
  { limits, names }: Means,
  seen: SeenPayloads,
  known: FileForm | "binary" | null = null,
  passed: (bytes: number) => void = () => {},
): AsyncGenerator<CaptureItem> {
  let close = async (): Promise<void> => {};
  try {
    const opened = await withHead(chunks);
    const { head, all } = opened;
    close = opened.close;
    const form = known ?? recogniseForm(basename(path), head, names);
    const table = { capturedAt, limit: limits.row, names };
    if (head.length === 0) yield problem("input/empty", path);
    else if (form === "binary") yield problem("input/binary", path);
    else if (form === "warc") yield* archiveDocuments(all, path, capturedAt, limits.document, seen);
    else if (form === "warc-gz") {
      yield* archiveDocuments(gunzipMembers(all, limits), path, capturedAt, limits.document, seen);
    } else if (form === "wacz" && size === null) yield problem("archive/needs-a-file", path);
    else if (form === "wacz") yield* waczDocuments(path, capturedAt, limits, seen, passed);
    else if (form === "ndjson") yield* ndjsonDocuments(all, path, table);
    else if (form === "csv") yield* csvDocuments(all, path, head, table);
    else if (form === "telegram") yield* telegramDocuments(all, path, capturedAt, limits.row);
    else if (form === "mbox") yield* mboxDocuments(all, path, capturedAt, limits.document);
    else if (size !== null && size > limits.document) yield tooLarge(path, size, limits.document);
    else {
      const bytes = await upTo(all, limits.document);
      if (typeof bytes === "number") yield tooLarge(path, bytes, limits.document);
      else if (form === "feed") yield { kind: "listing", form: "feed", ref: path, bytes, received: null };
      else if (form === "text" && listsAddresses(bytes)) {
        yield { kind: "listing", form: "addresses", ref: path, bytes, received: null };
      } else {
        const capture: Capture = {
          id: captureId(bytes),
          ref: path,
          form,
          columns: null,
          url: null,
          capturedAt,
        };
        yield { kind: "document", capture, bytes, exchange: null };
      }
    }
  } catch (error) {
    yield problem(...fileProblem(error, path));
  } finally {
    await close();
  }
}

/** "sha256:" and the hash of the bytes. */
export function captureId(bytes: Uint8Array): string {
  return `sha256:${createHash("sha256").update(bytes).digest("hex")}`;
}

async function* fileBytes(
  path: string,
  passed: (bytes: number) => void = () => {},
): AsyncGenerator<Uint8Array> {
  for await (const chunk of createReadStream(path, { highWaterMark: 256 * 1024 })) {
    yield chunk as Buffer;
    passed((chunk as Buffer).length);
  }
}

/** Tells of the bytes of one file, never of more than it has, however often parts of it are read. */
function countUpTo(size: number, onBytes: (bytes: number) => void): (bytes: number) => void {
  let left = size;
  return (bytes) => {
    const counted = Math.min(bytes, left);
    left -= counted;
    if (counted > 0) onBytes(counted);
  };
}

/** The first bytes of a stream, and the whole stream again. */
async function withHead(
  chunks: AsyncIterable<Uint8Array>,
): Promise<{ head: Uint8Array; all: AsyncIterable<Uint8Array>; close: () => Promise<void> }> {
  const iterator = chunks[Symbol.asyncIterator]();
  const first: Uint8Array[] = [];
  let size = 0;
  while (size < HEAD_BYTES) {
    const next = await iterator.next();
    if (next.done === true) break;
    first.push(next.value);
    size += next.value.length;
  }
  const head = Buffer.concat(first);
  const all = async function* (): AsyncGenerator<Uint8Array> {
    if (head.length > 0) yield head;
    for (let next = await iterator.next(); next.done !== true; next = await iterator.next()) yield next.value;
  };
  const close = async (): Promise<void> => void (await iterator.return?.());
  return { head: head.subarray(0, HEAD_BYTES), all: all(), close };
}

/** All bytes, or, past the limit, how many had come by then. */
async function upTo(chunks: AsyncIterable<Uint8Array>, limit: number): Promise<Uint8Array | number> {
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of chunks) {
    size += chunk.length;
    if (size > limit) return size;
    parts.push(chunk);
  }
  return new Uint8Array(Buffer.concat(parts));
}

function tooLarge(path: string, size: number, limit: number): CaptureItem {
  return problem("input/too-large", path, { size, limit });
}

function problem(code: string, input: string, detail: Problem["detail"] = {}): CaptureItem {
  return { kind: "problem", problem: { code, input, detail } };
}
