// Opens a collection's folder: collection.db (SQLite through libsql, WAL, synchronous=FULL), captures/, evidence/, and writer.lock,
// a second SQLite file that whoever writes holds locked; the system frees it when the process ends, however it ends.
import { existsSync, mkdirSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { Kysely, SqliteDialect } from "kysely";
import type { SqliteDatabase } from "kysely";
import Libsql from "libsql";
import type { Result } from "../../base/result.js";
import { failed, ok } from "../../base/result.js";
import type { OpenMode, Store } from "../../ports/store.js";
import { captureFolder } from "./capture-folder.js";
import { evidenceFolder } from "./evidence-folder.js";
import { takeInEvidence } from "./keep-captures.js";
import { checkVersion, migrate, SCHEMA_VERSION, schemaVersion } from "./migrate.js";
import { sqliteStore, writingTransaction } from "./sqlite-store.js";
import { guarded } from "./store-problem.js";
import type { CollectionTables } from "./tables.js";

export interface OpenOptions {
  /** How long to wait for another writer, in milliseconds. */
  readonly patience: number;
}

export async function openSqliteStore(
  folder: string,
  mode: OpenMode,
  { patience }: OpenOptions = { patience: 2000 },
): Promise<Result<Store>> {
  const file = join(folder, "collection.db");
  if (mode !== "create" && !existsSync(file)) return failed("collection/missing", folder);
  const opened: { close(): unknown }[] = [];
  const result = await guarded(folder, async (): Promise<Result<Store>> => {
    makeFolder(folder);
    if (mode !== "read") opened.push(takeLock(folder, patience));
    const database = new Libsql(file, { timeout: patience });
    const db = new Kysely<CollectionTables>({
      dialect: new SqliteDialect({ database: database as unknown as SqliteDatabase }),
    });
    opened.push({ close: () => db.destroy() });

    const captures = captureFolder(join(folder, "captures"));
    const evidence = evidenceFolder(join(folder, "evidence"), "Hearsay");
    const found = await schemaVersion(db);
    const known = checkVersion(found, folder);
    if (!known.ok) return known;
    if (found < SCHEMA_VERSION) {
      if (mode === "read") opened.push(takeLock(folder, patience));
      database.exec("PRAGMA journal_mode = WAL");
      await migrate(db);
    }
    database.exec("PRAGMA synchronous = FULL");
    database.exec("PRAGMA foreign_keys = ON");
    if (mode !== "read" || found < SCHEMA_VERSION) {
      await takeInEvidence(db, evidence, (work) => writingTransaction(db, work));
    }
    if (mode === "read") database.exec("PRAGMA query_only = ON");
    if (mode !== "read") await captures.clearUnfinished();
    return ok(sqliteStore(db, captures, evidence, folder, () => closeAll(opened)));
  });
  if (result.ok && result.value.ok) return result.value;
  await closeAll(opened);
  return result.ok ? result.value : result;
}

/**
 * The folder and those above it that are missing, one by one: where the system refuses to make one (a folder under /proc), Node's
 * own recursive mkdir tries for ever.
 */
function makeFolder(folder: string): void {
  const missing: string[] = [];
  for (let at = resolve(folder); !existsSync(at); at = dirname(at)) missing.push(at);
  for (const path of missing.reverse()) mkdirSync(path);
}

/** Holds writer.lock until closed; throws SQLITE_BUSY where another process has it. */
function takeLock(folder: string, patience: number): { close(): void } {
  const lock = new Libsql(join(folder, "writer.lock"), { timeout: patience });
  try {
    lock.exec("BEGIN EXCLUSIVE");
  } catch (error) {
    lock.close();
    throw error;
  }
  return lock;
}

async function closeAll(opened: readonly { close(): unknown }[]): Promise<void> {
  for (const one of [...opened].reverse()) await one.close();
}
