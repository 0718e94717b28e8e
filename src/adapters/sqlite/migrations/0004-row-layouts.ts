// Schema 4: how the table of a row is laid out, where it is not the usual way (model/row-layout.ts): JSON, null elsewhere.
import type { Kysely } from "kysely";

export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable("captures").addColumn("layout", "text").execute();
}
