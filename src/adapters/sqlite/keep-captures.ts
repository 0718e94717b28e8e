// How a batch of documents is kept: bytes first, then the records and lines of evidence, then, in one transaction, the rows that
// name them. A kill in between leaves files that no row names: bytes are overwritten by the same bytes, and whole lines of the
// log are taken into the database before anything else is kept.
import type { Kysely } from "kysely";
import type { Capture } from "../../model/document.js";
import { captureOfLine, type CaptureEntry, type LogLine } from "../../model/evidence.js";
import type { CapturedDocument, CapturedRepeat } from "../../ports/capture-source.js";
import { mergedCapture, planKeeping, sightingKey } from "../../ports/keeping-plan.js";
import type { Kept } from "../../ports/store.js";
import { exchangeRecords, revisitRecords } from "../warc/write-records.js";
import type { CaptureFolder } from "./capture-folder.js";
import type { Appended, EvidenceFolder, EvidenceState, NewSighting } from "./evidence-folder.js";
import { EVIDENCE_START } from "./evidence-folder.js";
import { captureOf, captureRow, sightingRow } from "./rows.js";
import { chunks, setSetting, setting } from "./settings.js";
import type { CollectionTables, SightingRow } from "./tables.js";

type Db = Kysely<CollectionTables>;
type Write = <T>(work: (transaction: Db) => Promise<T>) => Promise<T>;
type Item = CapturedDocument | CapturedRepeat;

export async function evidenceState(db: Db): Promise<EvidenceState> {
  const text = await setting(db, "evidence");
  return text === null ? EVIDENCE_START : (JSON.parse(text) as EvidenceState);
}

export async function keepBatch(
  db: Db,
  captures: CaptureFolder,
  evidence: EvidenceFolder,
  write: Write,
  documents: readonly Item[],
  at: string | null,
): Promise<readonly Kept[]> {
  await takeInEvidence(db, evidence, write);
  const before = new Map<string, Capture>();
  const seen: SightingRow[] = [];
  for (const chunk of chunks(documents)) {
    const ids = chunk.map(({ capture }) => capture.id);
    const rows = await db.selectFrom("captures").selectAll().where("id", "in", ids).execute();
    for (const row of rows) before.set(row.id, captureOf(row));
    seen.push(...(await db.selectFrom("sightings").selectAll().where("capture", "in", ids).execute()));
  }
  const plan = planKeeping(documents, before);
  const sightings = newSightings(documents, plan.kept, seen, at);
  if (plan.added.length + plan.renamed.length + sightings.length === 0) return plan.kept;

  await captures.write(plan.added);
  const appended = await evidence.append(await evidenceState(db), sightings, at);
  await write(async (transaction) => {
    for (const chunk of chunks(plan.added)) {
      const rows = chunk.map(({ capture, bytes }) => captureRow(capture, bytes.length));
      await transaction.insertInto("captures").values(rows).execute();
    }
    for (const capture of plan.renamed) await rename(transaction, capture);
    await saveAppended(transaction, appended);
  });
  return plan.kept;
}

/** Takes in what a killed process wrote down as evidence; and logs what was kept before there was a log. */
export async function takeInEvidence(db: Db, evidence: EvidenceFolder, write: Write): Promise<void> {
  const state = await evidenceState(db);
  if (await evidence.differs(state)) {
    const appended = await evidence.beyond(state);
    if (appended.lines.length > 0) {
      await write(async (transaction) => {
        for (const line of appended.lines) if (line.kind === "capture") await takeIn(transaction, line);
        await saveAppended(transaction, appended);
      });
    }
  }
  if (state.sequence > 0) return;
  const rows = await db
    .selectFrom("captures")
    .leftJoin("sightings", "sightings.capture", "captures.id")
    .selectAll("captures")
    .where("sightings.capture", "is", null)
    .orderBy("captures.id")
    .execute();
  for (const chunk of chunks(rows)) {
    const sightings = chunk.map((row) => ({ entry: entryOf(captureOf(row), row.size, null), records: [] }));
    const appended = await evidence.append(await evidenceState(db), sightings, null);
    await write((transaction) => saveAppended(transaction, appended));
  }
}

function newSightings(
  documents: readonly Item[],
  kept: readonly Kept[],
  seen: readonly SightingRow[],
  at: string | null,
): readonly NewSighting[] {
  const known = new Set(
    seen.map(({ capture: id, captured_at: capturedAt, ref, url }) =>
      sightingKey({ id, ref, url, capturedAt, form: "text", columns: null }),
    ),
  );
  /** Whole answers that later ones can point to. */
  const originals = new Map<string, { uri: string; date: string }>();
  for (const { capture, url, captured_at: date, segment } of seen) {
    if (segment !== null && url !== null && date !== null && !originals.has(capture)) {
      originals.set(capture, { uri: url, date });
    }
  }
  const made: NewSighting[] = [];
  for (const [i, { capture, bytes, exchange }] of documents.entries()) {
    const key = sightingKey(capture);
    if (kept[i]!.as === "absent" || known.has(key)) continue;
    known.add(key);
    const original = originals.get(capture.id);
    const hash = capture.id.slice("sha256:".length);
    const records =
      exchange === null
        ? []
        : original !== undefined && exchange.body === null
          ? revisitRecords(exchange, hash, original)
          : bytes === null
            ? []
            : exchangeRecords(exchange, bytes);
    if (exchange !== null && bytes !== null && original === undefined && exchange.body === null) {
      originals.set(capture.id, { uri: exchange.url, date: exchange.startedAt });
    }
    made.push({ entry: entryOf(capture, bytes?.length ?? 0, at), records });
  }
  return made;
}

function entryOf(capture: Capture, size: number, at: string | null): Omit<CaptureEntry, "record"> {
  const { id, ...rest } = capture;
  return { kind: "capture", at, capture: id, ...rest, size };
}

async function takeIn(transaction: Db, line: LogLine & CaptureEntry): Promise<void> {
  const row = await transaction
    .selectFrom("captures")
    .selectAll()
    .where("id", "=", line.capture)
    .executeTakeFirst();
  const capture = captureOfLine(line);
  if (row === undefined) {
    await transaction.insertInto("captures").values(captureRow(capture, line.size)).execute();
    return;
  }
  const known = captureOf(row);
  const merged = mergedCapture(known, capture);
  if (merged !== known) await rename(transaction, merged);
}

async function rename(transaction: Db, capture: Capture): Promise<void> {
  const { id, ref, url, captured_at, columns, layout } = captureRow(capture, 0);
  await transaction
    .updateTable("captures")
    .set({ ref, url, captured_at, columns, layout })
    .where("id", "=", id)
    .execute();
  await transaction.updateTable("readings").set({ engine: "" }).where("document", "=", id).execute();
}

async function saveAppended(transaction: Db, { state, lines }: Appended): Promise<void> {
  const rows = lines.flatMap((line) => (line.kind === "capture" ? [sightingRow(line)] : []));
  for (const chunk of chunks(rows)) await transaction.insertInto("sightings").values(chunk).execute();
  await setSetting(transaction, "evidence", JSON.stringify(state));
}
