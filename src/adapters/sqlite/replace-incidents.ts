// Incidents in place of those before. In: all incidents as they are now. Most are as they were: only rows that differ are written,
// so that one document more costs a look at the others and no rewriting of them.
import type { Kysely } from "kysely";
import type { Incident } from "../../model/incident.js";
import { CHUNK, chunks } from "./settings.js";
import type { CollectionTables } from "./tables.js";

type Tables = CollectionTables;

export async function replaceIncidents(
  transaction: Kysely<Tables>,
  incidents: readonly Incident[],
): Promise<void> {
  const now = new Map(incidents.map((one) => [one.id, one]));
  const gone: { id: string; events: Incident["events"] }[] = [];
  let after = "";
  for (;;) {
    const rows = await transaction
      .selectFrom("incidents")
      .select(["id", "json"])
      .where("id", ">", after)
      .orderBy("id")
      .limit(CHUNK)
      .execute();
    for (const { id, json } of rows) {
      const found = now.get(id);
      if (found !== undefined && JSON.stringify(found) === json) now.delete(id);
      else gone.push({ id, events: (JSON.parse(json) as Incident).events });
    }
    if (rows.length < CHUNK) break;
    after = rows.at(-1)!.id;
  }
  if (gone.length > incidents.length / 2) {
    // Nearly all of them: one statement for each table is faster than one for each row.
    await transaction.deleteFrom("incidents").execute();
    await transaction.deleteFrom("incident_events").execute();
    return insert(transaction, incidents);
  }
  for (const chunk of chunks(gone)) {
    await transaction
      .deleteFrom("incidents")
      .where(
        "id",
        "in",
        chunk.map(({ id }) => id),
      )
      .execute();
  }
  for (const { document, event } of gone.flatMap(({ events }) => events)) {
    await transaction
      .deleteFrom("incident_events")
      .where("document", "=", document)
      .where("event", "=", event)
      .execute();
  }
  await insert(
    transaction,
    incidents.filter(({ id }) => now.has(id)),
  );
}

async function insert(transaction: Kysely<Tables>, incidents: readonly Incident[]): Promise<void> {
  for (const chunk of chunks(incidents)) {
    const rows = chunk.map((one) => ({
      id: one.id,
      type: one.type,
      date: one.date,
      json: JSON.stringify(one),
    }));
    await transaction.insertInto("incidents").values(rows).execute();
  }
  const events = incidents.flatMap(({ id, events: own }) =>
    own.map(({ document, event }) => ({ document, event, incident: id })),
  );
  for (const chunk of chunks(events)) {
    await transaction.insertInto("incident_events").values(chunk).execute();
  }
}
