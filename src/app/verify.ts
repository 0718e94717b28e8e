// Use case "verify": does a collection still hold what its evidence log says that was received? Every line is hashed again and
// held against the one before; every capture's bytes and every WARC record are hashed again; the database is held against the
// log, and the timestamps against its lines. Nothing is changed. What this proves and what not: docs/evidence.md.
import { canonicalJson } from "../base/canonical-json.js";
import type { Problem } from "../base/result.js";
import type { CaptureEntry, ChainHead, LogLine, RecordPlace, Sighting } from "../model/evidence.js";
import { CHAIN_START, hashOf, parseLine } from "../model/evidence.js";
import { parseTimestamp } from "../model/timestamp.js";
import type { LoggedCapture } from "./logged-capture.js";
import { addLogged, agrees } from "./logged-capture.js";
import type { Store } from "../ports/store.js";
import type { CheckedToken, Timestamps } from "../ports/timestamps.js";

export interface VerifyOptions {
  /** A hash that was written down elsewhere: some line must have it. */
  readonly head: string | null;
  readonly onProblem: (problem: Problem, kind: "problem" | "warning") => void;
  readonly onChecked?: (lines: number) => void;
  readonly signal?: AbortSignal;
}

export interface Verified {
  readonly lines: number;
  readonly captures: number;
  readonly records: number;
  readonly head: ChainHead;
  readonly problems: number;
  readonly timestamps: readonly (CheckedToken & { readonly sequence: number; readonly server: string })[];
  /** True where the person stopped it: the rest was not looked at. */
  readonly stopped: boolean;
}

/** Captures hashed at a time. */
const AT_ONCE = 8;

export async function verify(
  store: Store,
  timestamps: Timestamps,
  options: VerifyOptions,
): Promise<Verified> {
  let problems = 0;
  const tell = (code: string, input: string, detail: Problem["detail"] = {}): void => {
    problems++;
    options.onProblem({ code, input, detail }, "problem");
  };
  const { evidence } = store;
  const remembered = await evidence.head();
  const segments = new Map((await evidence.segments()).map(({ name, length }) => [name, length]));
  const covered = new Map<string, number>();
  const stamped = keptTimestamps(await evidence.timestamps(), tell);
  const stampedLines = new Map<number, LogLine>();
  const captures = new Set<string>();
  const logged = new Map<string, LoggedCapture>();
  const suspect = new Set<string>();
  let records = 0;
  let place = 0;
  let before: ChainHead = CHAIN_START;
  let headFound = options.head === null;
  let rememberedFound = remembered.sequence === 0;
  let waiting: Promise<readonly Problem[]>[] = [];
  /** Problems of lines that were looked at side by side are told in the order of the lines. */
  const settle = async (): Promise<void> => {
    const found = await Promise.all(waiting);
    for (const { code, input, detail } of found.flat()) {
      tell(code, input ?? "", detail);
      suspect.add(input ?? "");
    }
    options.onChecked?.(waiting.length);
    waiting = [];
  };

  for await (const text of evidence.lines()) {
    if (options.signal?.aborted === true) break;
    place++;
    const line = parseLine(text);
    if (line === null) {
      tell("evidence/line-unreadable", `evidence log line ${place}`, {});
      continue;
    }
    const { hash, sequence } = line;
    if (hash !== hashOf(line) || text !== canonicalJson(line)) {
      tell("evidence/line-changed", `evidence log line ${place}`, { sequence });
    }
    if (line.previous !== before.hash || sequence !== before.sequence + 1) {
      tell("evidence/chain-broken", `evidence log line ${place}`, {
        sequence,
        expected: before.sequence + 1,
      });
    }
    before = { sequence, hash };
    headFound ||= hash === options.head;
    rememberedFound ||= hash === remembered.hash && sequence === remembered.sequence;
    if (stamped.some((stamp) => stamp.sequence === sequence)) stampedLines.set(sequence, line);
    const { record } = line;
    const isFirst = line.kind === "capture" && !captures.has(line.capture);
    if (line.kind === "capture") captures.add(line.capture);
    if (line.kind === "capture" && sequence <= remembered.sequence) addLogged(logged, line);
    if (record !== null) {
      records++;
      covered.set(record.segment, Math.max(covered.get(record.segment) ?? 0, record.offset + record.length));
    }
    waiting.push(
      inOrder(async (told) => {
        if (record !== null) await checkRecord(store, record, told);
        if (line.kind === "capture")
          await checkCapture(store, line, isFirst, sequence > remembered.sequence, told);
      }),
    );
    if (waiting.length >= AT_ONCE) {
      await settle();
    }
  }
  await settle();
  const stopped = options.signal?.aborted === true;
  if (!stopped) {
    if (!rememberedFound) {
      tell("evidence/log-cut", `evidence log line ${remembered.sequence}`, {
        sequence: remembered.sequence,
        found: before.sequence,
      });
    }
    if (!headFound) tell("evidence/head-unknown", options.head ?? "", {});
    for (const capture of await store.captures()) {
      const { id } = capture;
      const known = logged.get(id);
      if (!captures.has(id)) tell("evidence/unlogged", id, {});
      else if (known !== undefined && !suspect.has(id) && !agrees(capture, known)) {
        const { sequence } = known;
        tell("evidence/row-differs", id, { ref: known.capture.ref, sequence });
      }
    }
    for (const [name, length] of segments) {
      const known = covered.get(name) ?? 0;
      if (known < length) {
        const detail = { bytes: length - known };
        options.onProblem({ code: "evidence/surplus-bytes", input: name, detail }, "warning");
      }
    }
  }
  const checked = stopped ? [] : await checkTimestamps(timestamps, stamped, stampedLines, tell);
  return {
    lines: place,
    captures: captures.size,
    records,
    head: before,
    problems,
    timestamps: checked,
    stopped,
  };
}

async function inOrder(work: (tell: Tell) => Promise<void>): Promise<readonly Problem[]> {
  const found: Problem[] = [];
  await work((code, input, detail = {}) => found.push({ code, input, detail }));
  return found;
}

type Tell = (code: string, input: string, detail?: Problem["detail"]) => unknown;

async function checkCapture(
  store: Store,
  line: LogLine & CaptureEntry,
  first: boolean,
  newer: boolean,
  tell: Tell,
): Promise<void> {
  const { capture, ref, sequence } = line;
  if (first) {
    const hash = await store.evidence.hashOfCapture(capture);
    if (hash === null) tell("evidence/capture-missing", capture, { ref, sequence });
    else if (`sha256:${hash}` !== capture) tell("evidence/capture-changed", capture, { ref, sequence });
  }
  // What a killed process wrote down last is taken in when the collection is next written to.
  if (newer) return;
  if (first && (await store.capture(capture)) === null)
    tell("evidence/row-missing", capture, { ref, sequence });
  const row = (await store.sightings({ capture })).find((one) => one.sequence === sequence);
  if (row === undefined) tell("evidence/row-missing", capture, { ref, sequence });
  else if (!sameSighting(row, line)) tell("evidence/row-differs", capture, { ref, sequence });
}

function sameSighting(row: Sighting, { ref, url, capturedAt, record }: CaptureEntry): boolean {
  const place = (at: Omit<RecordPlace, "sha256"> | null): string =>
    at === null ? "" : `${at.segment} ${at.offset} ${at.length}`;
  const same = row.ref === ref && row.url === url && row.capturedAt === capturedAt;
  return same && place(row.record) === place(record);
}

async function checkRecord(store: Store, record: RecordPlace, tell: Tell): Promise<void> {
  const { segment, offset, length } = record;
  const bytes = await store.evidence.recordBytes(record);
  if (bytes === null || bytes.length < length) tell("evidence/record-missing", segment, { offset, length });
  else if (store.evidence.hash(bytes) !== record.sha256)
    tell("evidence/record-changed", segment, { offset, length });
}

type Stamp = NonNullable<ReturnType<typeof parseTimestamp>>;

function keptTimestamps(texts: readonly string[], tell: Tell): readonly Stamp[] {
  return texts.flatMap((text, i) => {
    const stamp = parseTimestamp(text);
    if (stamp === null) tell("timestamp/unreadable", `timestamp ${i + 1}`, {});
    return stamp === null ? [] : [stamp];
  });
}

async function checkTimestamps(
  timestamps: Timestamps,
  stamped: readonly Stamp[],
  lines: ReadonlyMap<number, LogLine>,
  tell: Tell,
): Promise<Verified["timestamps"]> {
  const good: Verified["timestamps"][number][] = [];
  for (const { sequence, hash, server, token, trusted, fingerprint } of stamped) {
    const line = lines.get(sequence);
    if (line === undefined || line.hash !== hash) {
      tell("timestamp/line-differs", `timestamp of line ${sequence}`, { sequence });
      continue;
    }
    const checked = await timestamps.check(
      token,
      stampedData(line),
      trusted,
      `timestamp of line ${sequence}`,
    );
    if (!checked.ok) tell(checked.problem.code, checked.problem.input ?? "", checked.problem.detail);
    else if (checked.value.fingerprint !== fingerprint) {
      tell("timestamp/signer-changed", `timestamp of line ${sequence}`, { signer: checked.value.signer });
    } else good.push({ ...checked.value, sequence, server });
  }
  return good;
}

/** What a timestamp of a line is over: its SHA-256 is the line's hash. */
export function stampedData(line: LogLine): Uint8Array {
  return new TextEncoder().encode(canonicalJson({ ...line, hash: undefined }));
}
