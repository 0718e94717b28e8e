// Captures that are kept already, read and saved in batches. Whenever it stops, what was saved is saved, and the rest is
// still listed by `store.unread`. Leaves alone: linking.
import type { Problem } from "../base/result.js";
import { LOSSES, NOTES } from "../contract/problem-text.js";
import type { Capture } from "../model/document.js";
import type { CapturedBytes } from "../ports/capture-source.js";
import type { DocumentReader, ReadOutcome } from "../ports/document-reader.js";
import type { Store } from "../ports/store.js";

export interface ReadingTold {
  readonly onProblem: (problem: Problem, kind: "problem" | "warning") => void;
  readonly onRead?: (documents: number) => void;
  readonly signal?: AbortSignal;
}

export interface ReadSummary {
  readonly read: number;
  readonly failed: number;
  /** True where the store could not take more: the problem was told. */
  readonly stopped: boolean;
}

/** Records in one transaction: few enough that a kill loses little work, enough that the disk is not waited for. */
const BATCH = 64;

export async function readIntoStore(
  store: Store,
  reader: DocumentReader,
  documents: AsyncIterable<CapturedBytes>,
  told: ReadingTold,
): Promise<ReadSummary> {
  let read = 0;
  let failed = 0;
  let batch: ReadOutcome[] = [];
  const save = async (): Promise<boolean> => {
    const all = batch;
    batch = [];
    const outcomes: ReadOutcome[] = [];
    for (const outcome of all) if (await isCurrent(store, outcome)) outcomes.push(outcome);
    const records = outcomes.flatMap(({ result }) => (result.ok ? [result.value] : []));
    const failures = outcomes.flatMap(({ capture, result }) =>
      result.ok ? [] : [{ document: capture.id, stamp: reader.stamp, problem: result.problem }],
    );
    for (const saved of [
      records.length > 0 ? await store.saveRecords(records) : null,
      failures.length > 0 ? await store.saveFailures(failures) : null,
    ]) {
      if (saved !== null && !saved.ok) {
        told.onProblem(saved.problem, "problem");
        return false;
      }
    }
    read += records.length;
    failed += failures.length;
    told.onRead?.(all.length);
    return true;
  };
  for await (const outcome of reader.readAll(documents)) {
    tellOutcome(outcome, told.onProblem);
    batch.push(outcome);
    if (batch.length >= BATCH && !(await save())) return { read, failed, stopped: true };
    if (told.signal?.aborted === true) break;
  }
  const saved = await save();
  return { read, failed, stopped: !saved };
}

/** A capture that was renamed while it was read is read again, by its new name; the reading under the old one counts for nothing. */
async function isCurrent(store: Store, { capture }: ReadOutcome): Promise<boolean> {
  const now = await store.capture(capture.id);
  return (
    now?.ref === capture.ref &&
    now.url === capture.url &&
    now.capturedAt === capture.capturedAt &&
    JSON.stringify(now.layout) === JSON.stringify(capture.layout)
  );
}

/** Why a document could not be read, or what of it may be lost though it was. */
export function tellOutcome({ result }: ReadOutcome, onProblem: ReadingTold["onProblem"]): void {
  if (!result.ok) {
    onProblem(result.problem, "problem");
    return;
  }
  for (const warning of result.value.warnings) {
    if (LOSSES.has(warning.code)) onProblem(warning, "problem");
    else if (NOTES.has(warning.code)) onProblem(warning, "warning");
  }
}

/** Captures with their bytes, as they stand in the store; what is damaged is told and passed over. */
export async function* keptDocuments(
  store: Store,
  captures: readonly Capture[],
  told: ReadingTold,
): AsyncGenerator<CapturedBytes> {
  for (const capture of captures) {
    if (told.signal?.aborted === true) return;
    const bytes = await store.bytesOf(capture.id);
    if (bytes.ok) yield { capture, bytes: bytes.value };
    else told.onProblem(bytes.problem, "problem");
  }
}
