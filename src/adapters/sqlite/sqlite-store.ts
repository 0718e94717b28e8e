// The Store port on SQLite. Each method that writes is one transaction, durable when it returns; it grows the revision and
// marks the incidents stale where it changes what they are made of.
import type { Kysely } from "kysely";
import { sql } from "kysely";
import type { Result } from "../../base/result.js";
import { failed } from "../../base/result.js";
import type { Incident } from "../../model/incident.js";
import type { DocumentRecord } from "../../model/record.js";
import type { CollectionSettings, Decision, Store } from "../../ports/store.js";
import type { CaptureFolder } from "./capture-folder.js";
import type { EvidenceFolder } from "./evidence-folder.js";
import { sha256 } from "./evidence-folder.js";
import { evidenceState, keepBatch } from "./keep-captures.js";
import { replaceIncidents } from "./replace-incidents.js";
import {
  captureOf,
  decisionOf,
  failureOf,
  failureRow,
  recordRow,
  sightingOf,
  visitOf,
  visitRow,
} from "./rows.js";
import { CHUNK, setSetting, setting } from "./settings.js";
import { guarded } from "./store-problem.js";
import type { CollectionTables, ReadingRow } from "./tables.js";
import { inTransaction } from "./transaction.js";

type Tables = CollectionTables;

export function sqliteStore(
  db: Kysely<Tables>,
  captures: CaptureFolder,
  evidence: EvidenceFolder,
  folder: string,
  close: () => Promise<void>,
): Store {
  const write = <T>(
    incidents: "stale" | "fresh" | "as before",
    work: (transaction: Kysely<Tables>) => Promise<T>,
  ): Promise<Result<T>> =>
    guarded(folder, () =>
      writingTransaction(db, async (transaction) => {
        const value = await work(transaction);
        if (incidents !== "as before") {
          await setSetting(transaction, "stale", incidents === "stale" ? "1" : "0");
        }
        return value;
      }),
    );
  const writing = <T>(work: (transaction: Kysely<Tables>) => Promise<T>): Promise<T> =>
    writingTransaction(db, work);

  const keepCaptures: Store["keepCaptures"] = (documents, at = null) =>
    guarded(folder, () => keepBatch(db, captures, evidence, writing, documents, at));

  const saveReadings = (rows: readonly ReadingRow[]): Promise<Result<void>> =>
    write("stale", async (transaction) => {
      for (const row of rows) {
        const { document, ...rest } = row;
        await transaction
          .insertInto("readings")
          .values(row)
          .onConflict((conflict) => conflict.column("document").doUpdateSet(rest))
          .execute();
        // Renamed while it was being read: to be read again.
        await transaction
          .updateTable("readings")
          .set({ engine: "" })
          .where("document", "=", document)
          .where("ref", "!=", (by) => by.selectFrom("captures").select("ref").where("id", "=", document))
          .execute();
      }
    });

  return {
    keepCapture: async (capture, bytes) => {
      const kept = await keepCaptures([{ capture, bytes, exchange: null }]);
      return kept.ok ? { ok: true, value: kept.value[0]! } : kept;
    },
    keepCaptures,
    sightings: async (of = undefined) => {
      let query = db.selectFrom("sightings").selectAll().orderBy("sequence");
      if (of !== undefined) {
        query = "capture" in of ? query.where("capture", "=", of.capture) : query.where("url", "=", of.url);
      }
      return (await query.execute()).map(sightingOf);
    },
    evidence: {
      head: async () => evidenceState(db),
      hashOfCapture: (id) => captures.hash(id),
      lines: () => evidence.lines(),
      recordBytes: (place) => evidence.recordBytes(place),
      hash: sha256,
      segments: () => evidence.segments(),
      timestamps: () => evidence.timestamps(),
      keepTimestamp: (text) => evidence.keepTimestamp(text),
    },
    capture: async (id) => {
      const row = await db.selectFrom("captures").selectAll().where("id", "=", id).executeTakeFirst();
      return row === undefined ? null : captureOf(row);
    },
    findCaptures: async (idPrefixOrRef, limit) => {
      const prefix = idPrefixOrRef.startsWith("sha256:") ? idPrefixOrRef : `sha256:${idPrefixOrRef}`;
      const rows = await db
        .selectFrom("captures")
        .selectAll()
        .where((by) =>
          by.or([
            by.and([by("id", ">=", prefix), by("id", "<", `${prefix}~`)]),
            by("ref", "=", idPrefixOrRef),
          ]),
        )
        .orderBy("id")
        .limit(limit)
        .execute();
      return rows.map(captureOf);
    },
    bytesOf: async (captureId) => {
      const bytes = await guarded(folder, () => captures.read(captureId));
      if (!bytes.ok) return bytes;
      if (bytes.value === null) {
        return failed("collection/damaged", folder, {
          system: `the bytes of ${captureId} are missing or changed`,
        });
      }
      return { ok: true, value: bytes.value };
    },
    captures: async () =>
      (await db.selectFrom("captures").selectAll().orderBy("id").execute()).map(captureOf),

    visit: async (address) => {
      const row = await db.selectFrom("visits").selectAll().where("address", "=", address).executeTakeFirst();
      return row === undefined ? null : visitOf(row);
    },
    saveVisits: (visits) =>
      guarded(folder, () =>
        inTransaction(db, async (transaction) => {
          for (const row of visits.map(visitRow)) {
            const { address: _, ...rest } = row;
            await transaction
              .insertInto("visits")
              .values(row)
              .onConflict((conflict) => conflict.column("address").doUpdateSet(rest))
              .execute();
          }
        }),
      ),

    saveRecord: (record) => saveReadings([recordRow(record)]),
    saveRecords: (records) => saveReadings(records.map(recordRow)),
    saveFailures: (failures) => saveReadings(failures.map(failureRow)),
    failures: async () => {
      const rows = await db
        .selectFrom("readings")
        .selectAll()
        .where("outcome", "=", "failure")
        .orderBy("document")
        .execute();
      return rows.map(failureOf);
    },
    record: async (documentId) => {
      const row = await db
        .selectFrom("readings")
        .select("json")
        .where("document", "=", documentId)
        .where("outcome", "=", "record")
        .executeTakeFirst();
      return row === undefined ? null : (JSON.parse(row.json) as DocumentRecord);
    },
    records: async function* () {
      let after = "";
      for (;;) {
        const rows = await db
          .selectFrom("readings")
          .select(["document", "json"])
          .where("outcome", "=", "record")
          .where("document", ">", after)
          .orderBy("document")
          .limit(CHUNK)
          .execute();
        for (const row of rows) yield JSON.parse(row.json) as DocumentRecord;
        if (rows.length < CHUNK) return;
        after = rows.at(-1)!.document;
      }
    },
    unread: async (stamp) => {
      const rows = await db
        .selectFrom("captures")
        .leftJoin("readings", "readings.document", "captures.id")
        .selectAll("captures")
        .where((by) =>
          by.or([
            by("readings.document", "is", null),
            by("readings.engine", "!=", stamp.engine),
            by("readings.version", "!=", stamp.version),
            by("readings.knowledge", "!=", stamp.knowledge),
          ]),
        )
        .orderBy("captures.id")
        .execute();
      return rows.map(captureOf);
    },

    replaceIncidents: (incidents) =>
      write("fresh", (transaction) => replaceIncidents(transaction, incidents)),
    incidentsStale: async () => (await setting(db, "stale")) === "1",
    incident: async (id) => {
      const row = await db.selectFrom("incidents").select("json").where("id", "=", id).executeTakeFirst();
      return row === undefined ? null : (JSON.parse(row.json) as Incident);
    },
    incidentsOf: async (documentId) => {
      const rows = await db
        .selectFrom("incident_events")
        .select(["event", "incident"])
        .where("document", "=", documentId)
        .execute();
      return Object.fromEntries(rows.map(({ event, incident }) => [event, incident]));
    },
    incidents: async () => {
      const rows = await db.selectFrom("incidents").select("json").orderBy("id").execute();
      return rows.map(({ json }) => JSON.parse(json) as Incident);
    },

    decide: (decision) =>
      write("stale", async (transaction) => {
        const row = {
          kind: decision.kind,
          subjects: JSON.stringify(decision.subjects),
          value: JSON.stringify(decision.value ?? null),
          reason: decision.reason,
          decided_by: decision.by,
          decided_at: decision.at,
        };
        const last = await transaction
          .selectFrom("decisions")
          .select((by) => by.fn.max("id").as("id"))
          .executeTakeFirst();
        const id = Number(last?.id ?? 0) + 1;
        await transaction
          .insertInto("decisions")
          .values({ id, ...row })
          .execute();
        return decisionOf({ id, ...row });
      }),
    decisions: async (): Promise<readonly Decision[]> =>
      (await db.selectFrom("decisions").selectAll().orderBy("id").execute()).map(decisionOf),

    settings: async () => ({
      knowledge: JSON.parse((await setting(db, "knowledge")) ?? "[]") as string[],
      samples: (await setting(db, "samples")) === "true",
      authority: JSON.parse((await setting(db, "authority")) ?? "null") as CollectionSettings["authority"],
    }),
    saveSettings: (settings: Partial<CollectionSettings>) =>
      write("as before", async (transaction) => {
        for (const [name, value] of Object.entries(settings)) {
          await setSetting(transaction, name, JSON.stringify(value));
        }
      }),

    counts: async () => {
      const count = async (table: "captures" | "incidents"): Promise<number> => {
        const row = await db
          .selectFrom(table)
          .select((by) => by.fn.countAll().as("n"))
          .executeTakeFirstOrThrow();
        return Number(row.n);
      };
      const events = await db
        .selectFrom("readings")
        .select((by) => by.fn.sum("events").as("n"))
        .executeTakeFirst();
      return {
        documents: await count("captures"),
        events: Number(events?.n ?? 0),
        incidents: await count("incidents"),
      };
    },
    revision: async () => Number((await setting(db, "revision")) ?? 0),
    close,
  };
}

/** One transaction, after which the collection's revision is another. */
export function writingTransaction<T>(
  db: Kysely<Tables>,
  work: (transaction: Kysely<Tables>) => Promise<T>,
): Promise<T> {
  return inTransaction(db, async (transaction) => {
    const value = await work(transaction);
    await sql`INSERT INTO settings (name, value) VALUES ('revision', '1')
      ON CONFLICT (name) DO UPDATE SET value = CAST(value AS INTEGER) + 1`.execute(transaction);
    return value;
  });
}
