// Every record of a collection linked into incidents anew, where records or decisions have changed since the last time.
import type { Result } from "../base/result.js";
import { ok } from "../base/result.js";
import type { DocumentRecord } from "../model/record.js";
import type { Store } from "../ports/store.js";
import type { Environment, KnowledgePacks } from "./environment.js";

export async function linkCollection(
  environment: Environment,
  store: Store,
  packs: KnowledgePacks,
): Promise<Result<void>> {
  if (!(await store.incidentsStale())) return ok(undefined);
  const link = await environment.openLinker(packs);
  if (!link.ok) return link;
  const records: DocumentRecord[] = [];
  for await (const record of store.records()) records.push(withoutBulk(record));
  return store.replaceIncidents(link.value(records, await store.decisions()));
}

/** Two thirds of a record are what no comparison looks at: they are not held for all documents at once. */
function withoutBulk(record: DocumentRecord): DocumentRecord {
  return { ...record, mentions: [], warnings: [], document: { ...record.document, dropped: [] } };
}
