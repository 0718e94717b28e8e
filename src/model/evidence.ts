// The evidence log: one line for each time that bytes were received, chained by hashes, so that a line that was changed, taken
// out, put in or moved shows. A line is canonical JSON (base/canonical-json.ts) and its hash is the SHA-256 of the line without it.
// Appended only. What it proves and what not: docs/evidence.md.
import { canonicalJson } from "../base/canonical-json.js";
import { sha256Hex } from "../base/hash.js";
import type { Capture } from "./document.js";

/** Where the WARC records of an exchange stand: a stretch of a segment file, and its hash in hexadecimal. */
export interface RecordPlace {
  readonly segment: string;
  readonly offset: number;
  readonly length: number;
  readonly sha256: string;
}

/** Bytes were received. */
export interface CaptureEntry {
  readonly kind: "capture";
  /** When it was written down, by the clock of the machine; null for what was kept before there was a log. */
  readonly at: string | null;
  readonly capture: string;
  readonly ref: string;
  readonly url: string | null;
  readonly capturedAt: string | null;
  readonly form: Capture["form"];
  readonly columns: readonly string[] | null;
  readonly charset?: string;
  readonly layout?: Capture["layout"];
  readonly size: number;
  readonly record: RecordPlace | null;
}

/** A segment file of WARC records was begun; the record is its first, a warcinfo. */
export interface SegmentEntry {
  readonly kind: "segment";
  readonly at: string | null;
  readonly record: RecordPlace;
}

export type EvidenceEntry = CaptureEntry | SegmentEntry;

export type LogLine = EvidenceEntry & {
  /** From 1, without a gap. */
  readonly sequence: number;
  /** The hash of the line before. */
  readonly previous: string;
  readonly hash: string;
};

export interface ChainHead {
  readonly sequence: number;
  readonly hash: string;
}

/** What the first line is chained to. */
export const CHAIN_START: ChainHead = { sequence: 0, hash: "0".repeat(64) };

export function chained(entry: EvidenceEntry, before: ChainHead): LogLine {
  const line = { ...entry, sequence: before.sequence + 1, previous: before.hash };
  return { ...line, hash: sha256Hex(canonicalJson(line)) };
}

/** The hash that a line ought to have. */
export function hashOf(line: LogLine): string {
  return sha256Hex(canonicalJson({ ...line, hash: undefined }));
}

/** Null where the text is no line of such a log. */
export function parseLine(text: string): LogLine | null {
  try {
    const line = JSON.parse(text) as Partial<LogLine> | null;
    const whole =
      typeof line === "object" &&
      line !== null &&
      (line.kind === "segment" || (line.kind === "capture" && isCapture(line))) &&
      (line.record === null ? line.kind === "capture" : isPlace(line.record)) &&
      typeof line.sequence === "number" &&
      typeof line.previous === "string" &&
      typeof line.hash === "string";
    return whole ? (line as LogLine) : null;
  } catch {
    return null;
  }
}

function isCapture({ capture, ref, url, capturedAt }: Partial<CaptureEntry>): boolean {
  const orNull = (value: unknown): boolean => value === null || typeof value === "string";
  return (
    /^sha256:[0-9a-f]{64}$/u.test(String(capture)) &&
    typeof ref === "string" &&
    orNull(url) &&
    orNull(capturedAt)
  );
}

function isPlace(place: Partial<RecordPlace> | undefined): boolean {
  if (typeof place !== "object") return false;
  const { segment, offset, length, sha256 } = place;
  return (
    typeof segment === "string" &&
    Number.isSafeInteger(offset) &&
    Number.isSafeInteger(length) &&
    typeof sha256 === "string"
  );
}

/** One time that the bytes of a capture were received, as the collection remembers it. */
export interface Sighting {
  /** Of its line in the log. */
  readonly sequence: number;
  readonly capture: string;
  readonly ref: string;
  readonly url: string | null;
  readonly capturedAt: string | null;
  readonly record: Omit<RecordPlace, "sha256"> | null;
}

/** The capture as a line of the log tells it, before others are merged with it. */
export function captureOfLine(line: CaptureEntry): Capture {
  const { capture: id, ref, form, columns, url, capturedAt, charset, layout } = line;
  return {
    id,
    ref,
    form,
    columns,
    url,
    capturedAt,
    ...(charset === undefined ? {} : { charset }),
    ...(layout === undefined ? {} : { layout }),
  };
}
