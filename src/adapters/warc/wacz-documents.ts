// The documents of a WACZ file (Webrecorder, 1.1.1): those of each WARC file under archive/, read in place. The hashes that
// datapackage.json states are checked as the files pass by. Leaves alone: the indexes and the list of pages, which say nothing
// that the records do not.
import { createHash } from "node:crypto";
import type { Readable } from "node:stream";
import yauzl from "yauzl";
import type { Entry, ZipFile } from "yauzl";
import { byCodeUnits } from "../../base/order.js";
import type { Problem } from "../../base/result.js";
import type { CaptureItem } from "../../ports/capture-source.js";
import type { SeenPayloads } from "./archive-documents.js";
import { archiveDocuments } from "./archive-documents.js";
import type { GunzipLimits } from "./gunzip-members.js";
import { gunzipMembers } from "./gunzip-members.js";

export interface WaczLimits extends GunzipLimits {
  /** Largest document, in bytes. */
  readonly document: number;
  /** Most entries of the ZIP file that are looked at. */
  readonly entries: number;
}

const LARGEST_PACKAGE = 16 * 2 ** 20;

export async function* waczDocuments(
  path: string,
  capturedAt: string | null,
  limits: WaczLimits,
  seen: SeenPayloads,
  /** Told of the bytes of the file that were passed. */
  passed: (bytes: number) => void = () => {},
): AsyncGenerator<CaptureItem> {
  let zip: ZipFile | null = null;
  try {
    zip = await yauzl.openPromise(path, { autoClose: false, strictFileNames: true });
    const entries: Entry[] = [];
    let count = 0;
    for await (const entry of zip.eachEntry()) {
      if (++count > limits.entries) {
        yield problem("archive/too-many-entries", path, { limit: limits.entries });
        return;
      }
      if (/^(?:archive\/[^/]+\.warc(?:\.gz)?|datapackage\.json)$/u.test(entry.fileName)) entries.push(entry);
    }
    const stated = await statedHashes(zip, entries);
    const archives = entries
      .filter(({ fileName }) => fileName !== "datapackage.json")
      .sort((a, b) => byCodeUnits(a.fileName, b.fileName));
    if (archives.length === 0) yield problem("archive/no-documents", path, { records: 0 });
    for (const entry of archives) {
      const share = entry.compressedSize / Math.max(entry.uncompressedSize, 1);
      const read = (bytes: number): void => passed(bytes * share);
      yield* entryDocuments(zip, entry, path, stated, capturedAt, limits, seen, read);
    }
  } catch (error) {
    if (isBug(error)) throw error;
    yield problem("archive/zip-broken", path, { message: String((error as Error).message).slice(0, 200) });
  } finally {
    zip?.close();
  }
}

async function* entryDocuments(
  zip: ZipFile,
  entry: Entry,
  path: string,
  stated: ReadonlyMap<string, string>,
  capturedAt: string | null,
  limits: WaczLimits,
  seen: SeenPayloads,
  read: (bytes: number) => void,
): AsyncGenerator<CaptureItem> {
  const place = `${path}#${entry.fileName}`;
  const swollen = entry.uncompressedSize > limits.ratioFrom;
  if (swollen && entry.uncompressedSize > entry.compressedSize * limits.ratio) {
    yield problem("archive/swells", place, {});
    return;
  }
  const hash = createHash("sha256");
  const raw = (await zip.openReadStreamPromise(entry)) as Readable;
  async function* hashed(): AsyncGenerator<Uint8Array> {
    for await (const chunk of raw as AsyncIterable<Uint8Array>) {
      hash.update(chunk);
      yield chunk;
      read(chunk.length);
    }
  }
  const chunks = entry.fileName.endsWith(".gz") ? gunzipMembers(hashed(), limits) : hashed();
  yield* archiveDocuments(chunks, place, capturedAt, limits.document, seen);
  const wanted = stated.get(entry.fileName);
  if (wanted !== undefined && raw.readableEnded && hash.digest("hex") !== wanted) {
    yield problem("archive/digest-differs", place, {});
  }
}

/** By path, in hexadecimal; empty where datapackage.json is missing or is none. */
async function statedHashes(zip: ZipFile, entries: readonly Entry[]): Promise<ReadonlyMap<string, string>> {
  const entry = entries.find(({ fileName }) => fileName === "datapackage.json");
  if (entry === undefined || entry.uncompressedSize > LARGEST_PACKAGE) return new Map();
  const parts: Uint8Array[] = [];
  for await (const chunk of (await zip.openReadStreamPromise(entry)) as AsyncIterable<Uint8Array>)
    parts.push(chunk);
  try {
    const { resources } = JSON.parse(Buffer.concat(parts).toString("utf8")) as { resources?: unknown };
    const rows = Array.isArray(resources) ? (resources as { path?: unknown; hash?: unknown }[]) : [];
    return new Map(
      rows.flatMap(({ path, hash }): [string, string][] =>
        typeof path === "string" && typeof hash === "string" && hash.startsWith("sha256:")
          ? [[path, hash.slice("sha256:".length)]]
          : [],
      ),
    );
  } catch {
    return new Map();
  }
}

/** Mistakes of the program are of these kinds; yauzl and the file system throw plain errors. */
function isBug(error: unknown): boolean {
  return error instanceof TypeError || error instanceof ReferenceError || error instanceof RangeError;
}

function problem(code: string, input: string, detail: Problem["detail"]): CaptureItem {
  return { kind: "problem", problem: { code, input, detail } };
}
