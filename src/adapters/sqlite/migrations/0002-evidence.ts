// Schema 2: where a capture's bytes were received, and each time that they were (a line of the evidence log, and the WARC
// record that holds the exchange, by its place in a segment file).
import type { Kysely } from "kysely";

export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable("captures").addColumn("url", "text").execute();
  await db.schema.createIndex("captures_url").on("captures").column("url").execute();

  await db.schema
    .createTable("sightings")
    .addColumn("sequence", "integer", (column) => column.primaryKey())
    .addColumn("capture", "text", (column) => column.notNull().references("captures.id"))
    .addColumn("ref", "text", (column) => column.notNull())
    .addColumn("url", "text")
    .addColumn("captured_at", "text")
    .addColumn("segment", "text")
    .addColumn("offset", "integer")
    .addColumn("length", "integer")
    .execute();
  await db.schema.createIndex("sightings_capture").on("sightings").column("capture").execute();
  await db.schema.createIndex("sightings_url").on("sightings").column("url").execute();
}
