// Brings a collection's schema up to what this program knows: numbered steps, each in one transaction. The number of the
// last step done stands in SQLite's user_version. A collection from a newer program is left untouched.
import type { Kysely } from "kysely";
import { sql } from "kysely";
import type { Result } from "../../base/result.js";
import { failed, ok } from "../../base/result.js";
import { up as collection } from "./migrations/0001-collection.js";
import { up as evidence } from "./migrations/0002-evidence.js";
import { up as visits } from "./migrations/0003-visits.js";
import { up as layouts } from "./migrations/0004-row-layouts.js";
import type { CollectionTables } from "./tables.js";
import { inTransaction } from "./transaction.js";

/** Step n stands at index n - 1. Steps are appended, never changed once released. */
const STEPS: readonly ((db: Kysely<unknown>) => Promise<void>)[] = [collection, evidence, visits, layouts];

export const SCHEMA_VERSION = STEPS.length;

export async function schemaVersion(db: Kysely<CollectionTables>): Promise<number> {
  const { rows } = await sql<{ user_version: number }>`PRAGMA user_version`.execute(db);
  return rows[0]?.user_version ?? 0;
}

/** Problem "collection/newer-version" where the schema is above what this program knows. */
export function checkVersion(found: number, folder: string): Result<void> {
  if (found <= SCHEMA_VERSION) return ok(undefined);
  return failed("collection/newer-version", folder, { found, known: SCHEMA_VERSION });
}

export async function migrate(db: Kysely<CollectionTables>): Promise<void> {
  for (let done = await schemaVersion(db); done < SCHEMA_VERSION; done++) {
    await inTransaction(db, async (transaction) => {
      await STEPS[done]!(transaction as unknown as Kysely<unknown>);
      await sql.raw(`PRAGMA user_version = ${done + 1}`).execute(transaction);
    });
  }
}
