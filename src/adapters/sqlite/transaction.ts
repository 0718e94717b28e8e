// One transaction on SQLite, all or nothing. Kysely's own hides why a statement failed where SQLite has rolled back by
// itself (a full disk): its ROLLBACK then fails in turn, and that error is what the caller gets.
import type { Kysely } from "kysely";
import { sql } from "kysely";
import type { CollectionTables } from "./tables.js";

export function inTransaction<T>(
  db: Kysely<CollectionTables>,
  work: (connection: Kysely<CollectionTables>) => Promise<T>,
): Promise<T> {
  return db.connection().execute(async (connection) => {
    await sql`BEGIN IMMEDIATE`.execute(connection);
    try {
      const value = await work(connection);
      await sql`COMMIT`.execute(connection);
      return value;
    } catch (error) {
      await sql`ROLLBACK`.execute(connection).catch(() => {});
      throw error;
    }
  });
}
