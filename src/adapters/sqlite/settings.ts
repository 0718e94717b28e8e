// The table of settings: names with values; and rows in portions that one statement can hold.
import type { Kysely } from "kysely";
import type { CollectionTables } from "./tables.js";

/** Rows per statement and per page: far below SQLite's 32,766 parameters, and little memory. */
export const CHUNK = 200;

export async function setting(db: Kysely<CollectionTables>, name: string): Promise<string | null> {
  const row = await db.selectFrom("settings").select("value").where("name", "=", name).executeTakeFirst();
  return row?.value ?? null;
}

export async function setSetting(db: Kysely<CollectionTables>, name: string, value: string): Promise<void> {
  await db
    .insertInto("settings")
    .values({ name, value })
    .onConflict((conflict) => conflict.column("name").doUpdateSet({ value }))
    .execute();
}

export function* chunks<T>(items: readonly T[]): Generator<readonly T[]> {
  for (let at = 0; at < items.length; at += CHUNK) yield items.slice(at, at + CHUNK);
}
