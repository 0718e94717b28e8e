// Schema 3: the encoding that a server named with a capture's bytes, and what is remembered of addresses and watched files.
import type { Kysely } from "kysely";

export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable("captures").addColumn("charset", "text").execute();
  await db.schema
    .createTable("visits")
    .addColumn("address", "text", (column) => column.primaryKey())
    .addColumn("url", "text")
    .addColumn("etag", "text")
    .addColumn("last_modified", "text")
    .addColumn("edition", "text")
    .addColumn("at", "text")
    .execute();
}
