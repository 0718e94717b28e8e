// The evidence of a collection on disk: evidence/log.ndjson, the chained log, and evidence/NNNNNN.warc.gz, segment files of the
// WARC records of exchanges. Both only grow. What is written is on the disk before the database says so; what a killed process
// wrote beyond what the database says is taken in (whole lines) or overwritten (cut ones) at the next opening.
import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import type { FileHandle } from "node:fs/promises";
import { mkdir, open, readFile, readdir, stat } from "node:fs/promises";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { promisify } from "node:util";
import { gzip } from "node:zlib";
import { canonicalJson } from "../../base/canonical-json.js";
import { byCodeUnits } from "../../base/order.js";
import type { CaptureEntry, ChainHead, EvidenceEntry, LogLine, RecordPlace } from "../../model/evidence.js";
import { chained, CHAIN_START, hashOf, parseLine } from "../../model/evidence.js";
import { infoRecord } from "../warc/write-records.js";
import type { WrittenRecord } from "../warc/write-records.js";
import { syncFolder } from "./capture-folder.js";

/** What the database remembers of the files; both are longer than this only after a kill. */
export interface EvidenceState extends ChainHead {
  readonly logBytes: number;
  readonly segment: { readonly name: string; readonly length: number } | null;
}

export const EVIDENCE_START: EvidenceState = { ...CHAIN_START, logBytes: 0, segment: null };

/** A sighting to be logged: its line but for the place of its records, and those. */
export interface NewSighting {
  readonly entry: Omit<CaptureEntry, "record">;
  readonly records: readonly WrittenRecord[];
}

export interface Appended {
  readonly state: EvidenceState;
  readonly lines: readonly LogLine[];
}

/** A segment is not begun anew for less: large enough that files stay few, small enough to copy. */
const SEGMENT_BYTES = 512 * 2 ** 20;
const gzipped = promisify(gzip);

export function evidenceFolder(folder: string, software: string) {
  const log = join(folder, "log.ndjson");

  return {
    /** Lines that a killed process wrote and the database does not know of, with the state after them. */
    async beyond(state: EvidenceState): Promise<Appended> {
      const bytes = await readFrom(log, state.logBytes);
      const lines: LogLine[] = [];
      let at = state;
      for (let start = 0; ;) {
        const end = bytes.indexOf(0x0a, start);
        const line = end < 0 ? null : parseLine(bytes.toString("utf8", start, end));
        const follows =
          line !== null &&
          line.sequence === at.sequence + 1 &&
          line.previous === at.hash &&
          line.hash === hashOf(line);
        if (!follows) return { state: at, lines };
        lines.push(line);
        start = end + 1;
        at = {
          sequence: line.sequence,
          hash: line.hash,
          logBytes: state.logBytes + start,
          segment: segmentAfter(at, line),
        };
      }
    },

    /** Returns once everything is on the disk. */
    async append(
      state: EvidenceState,
      sightings: readonly NewSighting[],
      at: string | null,
    ): Promise<Appended> {
      if (sightings.length === 0) return { state, lines: [] };
      await mkdir(folder, { recursive: true });
      const lines: LogLine[] = [];
      let head: ChainHead = state;
      const last = (await this.segments()).at(-1)?.name ?? null;
      let segment = await this.whole(state.segment);
      const pieces = new Map<string, { from: number; parts: Uint8Array[] }>();
      const logged = (entry: EvidenceEntry): void => {
        const line = chained(entry, head);
        head = line;
        lines.push(line);
      };
      const place = (bytes: Uint8Array): RecordPlace => {
        const { name, length } = segment!;
        const piece = pieces.get(name) ?? { from: length, parts: [] };
        pieces.set(name, piece);
        piece.parts.push(bytes);
        segment = { name, length: length + bytes.length };
        return { segment: name, offset: length, length: bytes.length, sha256: sha256(bytes) };
      };
      const compressed = await Promise.all(
        sightings.map(async ({ records }) =>
          Buffer.concat(await Promise.all(records.map((record) => gzipped(record.bytes)))),
        ),
      );
      for (const [i, { entry, records }] of sightings.entries()) {
        if (records.length > 0 && (segment === null || segment.length >= SEGMENT_BYTES)) {
          segment = { name: nextName(segment?.name ?? last), length: 0 };
          const info = infoRecord(segment.name, records[0]!.date, [
            ["software", software],
            ["format", "WARC File Format 1.1"],
            ["conformsTo", "http://iipc.github.io/warc-specifications/specifications/warc-format/warc-1.1/"],
          ]);
          logged({ kind: "segment", at, record: place(await gzipped(info.bytes)) });
        }
        logged({ ...entry, record: records.length === 0 ? null : place(compressed[i]!) });
      }
      for (const [name, { from, parts }] of pieces)
        await writeAt(join(folder, name), from, Buffer.concat(parts));
      const text = Buffer.from(lines.map((line) => `${canonicalJson(line)}\n`).join(""));
      const logBytes = await appendLines(log, state.logBytes, text);
      await syncFolder(folder);
      return { state: { sequence: head.sequence, hash: head.hash, logBytes, segment }, lines };
    },

    /** The segment, where its file is exactly as long as it should be; else a new one is begun and that one is let be. */
    async whole(segment: EvidenceState["segment"]): Promise<EvidenceState["segment"]> {
      if (segment === null) return null;
      return (await sizeOf(join(folder, segment.name))) === segment.length ? segment : null;
    },

    /** Whether the log holds more than the database knows of, or less. */
    async differs(state: EvidenceState): Promise<boolean> {
      return (await sizeOf(log)) !== state.logBytes;
    },

    async *lines(): AsyncGenerator<string> {
      const size = await sizeOf(log);
      if (size === 0) return;
      const whole = (await endsWithBreak(log, size)) ? Infinity : -1;
      const lines = createInterface({ input: createReadStream(log), crlfDelay: 0 });
      let held: string | null = null;
      for await (const line of lines) {
        if (held !== null) yield held;
        held = line;
      }
      if (held !== null && whole > 0) yield held;
    },

    async recordBytes({ segment, offset, length }: Omit<RecordPlace, "sha256">): Promise<Uint8Array | null> {
      if (!/^\d{6}\.warc\.gz$/u.test(segment)) return null;
      const file = await open(join(folder, segment), "r").catch(missing);
      if (file === null) return null;
      try {
        const bytes = new Uint8Array(Math.min(length, Math.max(0, (await file.stat()).size - offset)));
        const { bytesRead } = await file.read(bytes, 0, bytes.length, offset);
        return bytes.subarray(0, bytesRead);
      } finally {
        await file.close();
      }
    },

    async segments(): Promise<readonly { name: string; length: number }[]> {
      const names = ((await readdir(folder).catch(missing)) ?? []).filter((name) =>
        /^\d{6}\.warc\.gz$/u.test(name),
      );
      return Promise.all(
        names.sort(byCodeUnits).map(async (name) => ({ name, length: await sizeOf(join(folder, name)) })),
      );
    },

    async timestamps(): Promise<readonly string[]> {
      const text = await readFile(join(folder, "timestamps.ndjson"), "utf8").catch(missing);
      return (text ?? "").split("\n").filter((line) => line !== "");
    },

    async keepTimestamp(text: string): Promise<void> {
      await mkdir(folder, { recursive: true });
      const path = join(folder, "timestamps.ndjson");
      await writeAt(path, await sizeOf(path), Buffer.from(`${text}\n`));
      await syncFolder(folder);
    },
  };
}

export type EvidenceFolder = ReturnType<typeof evidenceFolder>;

function segmentAfter(state: EvidenceState, { record }: LogLine): EvidenceState["segment"] {
  return record === null ? state.segment : { name: record.segment, length: record.offset + record.length };
}

function nextName(name: string | null): string {
  return `${String((name === null ? 0 : Number.parseInt(name, 10)) + 1).padStart(6, "0")}.warc.gz`;
}

/** Where only a cut line stands beyond what was written, it is overwritten; anything else is let be, and the text goes behind. */
async function appendLines(path: string, from: number, text: Uint8Array): Promise<number> {
  const size = await sizeOf(path);
  const before = size >= from && from > 0 ? (await readFrom(path, from - 1)).subarray(0) : Buffer.from("\n");
  const rest = from > 0 ? before.subarray(1) : await readFrom(path, 0);
  if (size >= from && before[0] === 0x0a && rest.indexOf(0x0a) < 0) {
    await writeAt(path, from, text);
    return from + text.length;
  }
  const whole = await endsWithBreak(path, size);
  await writeAt(path, size, whole ? text : Buffer.concat([Buffer.from("\n"), text]));
  return size + text.length + (whole ? 0 : 1);
}

async function writeAt(path: string, from: number, bytes: Uint8Array): Promise<void> {
  const file: FileHandle = await open(path, "r+").catch(() => open(path, "w"));
  try {
    // What stands beyond is a line that a kill cut off.
    if ((await file.stat()).size > from) await file.truncate(from);
    for (let done = 0; done < bytes.length;) {
      const { bytesWritten } = await file.write(bytes, done, bytes.length - done, from + done);
      done += bytesWritten;
    }
    await file.sync();
  } finally {
    await file.close();
  }
}

async function readFrom(path: string, from: number): Promise<Buffer> {
  if ((await sizeOf(path)) <= from) return Buffer.alloc(0);
  const parts: Buffer[] = [];
  for await (const chunk of createReadStream(path, { start: from })) parts.push(chunk as Buffer);
  return Buffer.concat(parts);
}

async function endsWithBreak(path: string, size: number): Promise<boolean> {
  if (size === 0) return true;
  const file = await open(path, "r");
  try {
    const last = new Uint8Array(1);
    await file.read(last, 0, 1, size - 1);
    return last[0] === 0x0a;
  } finally {
    await file.close();
  }
}

async function sizeOf(path: string): Promise<number> {
  return (await stat(path).catch(missing))?.size ?? 0;
}

function missing(error: unknown): null {
  if ((error as NodeJS.ErrnoException).code === "ENOENT") return null;
  throw error;
}

export function sha256(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}
