// Schema 1: captures, what was read from them, incidents, decisions, settings.
import type { Kysely } from "kysely";

export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable("captures")
    .addColumn("id", "text", (column) => column.primaryKey())
    .addColumn("ref", "text", (column) => column.notNull())
    .addColumn("form", "text", (column) => column.notNull())
    .addColumn("columns", "text")
    .addColumn("captured_at", "text")
    .addColumn("size", "integer", (column) => column.notNull())
    .execute();
  await db.schema.createIndex("captures_ref").on("captures").column("ref").execute();

  await db.schema
    .createTable("readings")
    .addColumn("document", "text", (column) => column.primaryKey().references("captures.id"))
    .addColumn("engine", "text", (column) => column.notNull())
    .addColumn("version", "text", (column) => column.notNull())
    .addColumn("knowledge", "text", (column) => column.notNull())
    .addColumn("outcome", "text", (column) => column.notNull())
    .addColumn("ref", "text")
    .addColumn("outlet", "text")
    .addColumn("published", "text")
    .addColumn("events", "integer", (column) => column.notNull())
    .addColumn("json", "text", (column) => column.notNull())
    .execute();

  await db.schema
    .createTable("incidents")
    .addColumn("id", "text", (column) => column.primaryKey())
    .addColumn("type", "text", (column) => column.notNull())
    .addColumn("date", "text")
    .addColumn("json", "text", (column) => column.notNull())
    .execute();
  await db.schema
    .createTable("incident_events")
    .addColumn("document", "text", (column) => column.notNull())
    .addColumn("event", "text", (column) => column.notNull())
    .addColumn("incident", "text", (column) => column.notNull())
    .addPrimaryKeyConstraint("incident_events_key", ["document", "event"])
    .execute();

  await db.schema
    .createTable("decisions")
    .addColumn("id", "integer", (column) => column.primaryKey())
    .addColumn("kind", "text", (column) => column.notNull())
    .addColumn("subjects", "text", (column) => column.notNull())
    .addColumn("value", "text", (column) => column.notNull())
    .addColumn("reason", "text")
    .addColumn("decided_by", "text")
    .addColumn("decided_at", "text", (column) => column.notNull())
    .execute();

  await db.schema
    .createTable("settings")
    .addColumn("name", "text", (column) => column.primaryKey())
    .addColumn("value", "text", (column) => column.notNull())
    .execute();
}
