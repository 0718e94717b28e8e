// Opens a collection for reading, brought up to date first where it can be: captures that a killed run left unread, or that
// another version of the program or its knowledge read, are read; incidents are linked anew where they are stale.
// Where another process is writing, or a knowledge pack is gone, it opens as it stands, with a warning.
import type { Result } from "../base/result.js";
import { ok } from "../base/result.js";
import type { Store } from "../ports/store.js";
import type { Environment } from "./environment.js";
import { linkCollection } from "./link-collection.js";
import type { ReadingTold } from "./read-into-store.js";
import { keptDocuments, readIntoStore } from "./read-into-store.js";

export async function openCollection(
  environment: Environment,
  folder: string,
  told: ReadingTold,
): Promise<Result<Store>> {
  const store = await environment.openStore(folder, "read");
  if (!store.ok) return store;
  const behind = await isBehind(environment, store.value);
  if (!behind.ok) told.onProblem(behind.problem, "warning");
  if (!behind.ok || !behind.value) return store;
  await store.value.close();
  const caughtUp = await catchUp(environment, folder, told);
  if (!caughtUp.ok) told.onProblem(caughtUp.problem, "warning");
  return environment.openStore(folder, "read");
}

async function isBehind(environment: Environment, store: Store): Promise<Result<boolean>> {
  const stamp = await environment.stampOf((await store.settings()).knowledge);
  if (!stamp.ok) return stamp;
  return ok((await store.incidentsStale()) || (await store.unread(stamp.value)).length > 0);
}

async function catchUp(environment: Environment, folder: string, told: ReadingTold): Promise<Result<void>> {
  const store = await environment.openStore(folder, "write");
  if (!store.ok) return store;
  try {
    const packs = (await store.value.settings()).knowledge;
    const reader = await environment.openReader(packs);
    if (!reader.ok) return reader;
    try {
      const unread = await store.value.unread(reader.value.stamp);
      const documents = keptDocuments(store.value, unread, told);
      const { stopped } = await readIntoStore(store.value, reader.value, documents, told);
      if (stopped || told.signal?.aborted === true) return ok(undefined);
    } finally {
      await reader.value.close();
    }
    return await linkCollection(environment, store.value, packs);
  } finally {
    await store.value.close();
  }
}
