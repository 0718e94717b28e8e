// Use case "add": paths in; their documents kept, read, saved and linked in one collection. Adding again changes nothing;
// a collection whose last run was killed, or read by another version of the program or its knowledge, is read up first.
import type { Result } from "../base/result.js";
import { failed as problem, ok } from "../base/result.js";
import type {
  CapturedBytes,
  CapturedDocument,
  CapturedRepeat,
  CaptureItem,
} from "../ports/capture-source.js";
import type { CollectionCounts, Kept, Store } from "../ports/store.js";
import type { Environment, KnowledgePacks } from "./environment.js";
import { linkCollection } from "./link-collection.js";
import type { ReadingTold } from "./read-into-store.js";
import { keptDocuments, readIntoStore } from "./read-into-store.js";

export interface AddOptions extends ReadingTold {
  readonly collection: string;
  /** Empty: the packs that the collection remembers. Others replace them, and all documents are read again with them. */
  readonly knowledge: KnowledgePacks;
  readonly capturedAt: string;
  readonly samples?: boolean;
  /** Told once the bytes are safe: what a kill can no longer take away. */
  readonly onKept?: (kept: readonly Kept[]) => Promise<void> | void;
  /** Told before the incidents are linked anew. */
  readonly onLinking?: () => void;
}

export interface AddSummary {
  readonly added: number;
  readonly present: number;
  readonly read: number;
  readonly failed: number;
  readonly counts: CollectionCounts;
}

export async function add(
  environment: Environment,
  paths: readonly string[],
  options: AddOptions,
): Promise<Result<AddSummary>> {
  const store = await environment.openStore(options.collection, "create");
  if (!store.ok) return store;
  try {
    return await addTo(environment, store.value, paths, options);
  } finally {
    await store.value.close();
  }
}

async function addTo(
  environment: Environment,
  store: Store,
  paths: readonly string[],
  options: AddOptions,
): Promise<Result<AddSummary>> {
  const given = options.knowledge.map((pack) => environment.absolute(pack));
  const packs = given.length > 0 ? given : (await store.settings()).knowledge;
  const reader = await environment.openReader(packs);
  if (!reader.ok) return reader;
  try {
    const before = await store.settings();
    const settings = { knowledge: packs, samples: before.samples || options.samples === true };
    if (JSON.stringify(settings) !== JSON.stringify(before)) {
      const remembered = await store.saveSettings(settings);
      if (!remembered.ok) return remembered;
    }

    const source = await environment.openCaptureSource();
    const tally = { added: 0, present: 0, stopped: false };
    const unread = await store.unread(reader.value.stamp);
    async function* toRead(): AsyncGenerator<CapturedBytes> {
      yield* keptDocuments(store, unread, options);
      yield* keepAll(store, source.documents(paths, options.capturedAt), options, tally);
    }
    const { read, failed, stopped } = await readIntoStore(store, reader.value, toRead(), options);

    if (options.signal?.aborted === true) {
      const left = (await store.unread(reader.value.stamp)).length;
      return problem("collection/interrupted", options.collection, { left });
    }
    if (!stopped && !tally.stopped) {
      if (await store.incidentsStale()) options.onLinking?.();
      const linked = await linkCollection(environment, store, packs);
      if (!linked.ok) return linked;
    }
    return ok({ added: tally.added, present: tally.present, read, failed, counts: await store.counts() });
  } finally {
    await reader.value.close();
  }
}

/** Documents kept at a time, by number and by bytes: one wait for the disk for all of them. */
const BATCH = { documents: 64, bytes: 8 * 2 ** 20 };

type ToKeep = CapturedDocument | CapturedRepeat;

/** Keeps documents batch by batch and passes on those that are to be read. */
async function* keepAll(
  store: Store,
  items: AsyncIterable<CaptureItem>,
  options: AddOptions,
  tally: { added: number; present: number; stopped: boolean },
): AsyncGenerator<CapturedBytes> {
  for await (const batch of batches(items, options)) {
    const kept = await store.keepCaptures(batch, options.capturedAt);
    if (!kept.ok) {
      options.onProblem(kept.problem, "problem");
      tally.stopped = true;
      return;
    }
    await options.onKept?.(kept.value.filter(({ as }) => as !== "absent"));
    for (const [i, { as, capture }] of kept.value.entries()) {
      if (as === "absent") {
        const lost = { code: "archive/revisit-unresolved", input: capture.ref, detail: { count: 1 } };
        options.onProblem(lost, "warning");
        continue;
      }
      if (as === "added") tally.added++;
      else tally.present++;
      if (as === "present") continue;
      const { bytes } = batch[i]!;
      if (bytes !== null) yield { capture, bytes };
      else yield* keptDocuments(store, [capture], options);
    }
  }
}

async function* batches(
  items: AsyncIterable<CaptureItem>,
  options: AddOptions,
): AsyncGenerator<readonly ToKeep[]> {
  let batch: ToKeep[] = [];
  let size = 0;
  for await (const item of items) {
    if (options.signal?.aborted === true) return;
    if (item.kind !== "document" && item.kind !== "repeat") {
      options.onProblem(item.problem, item.kind);
      continue;
    }
    const { kind: _, ...document } = item;
    batch.push(document);
    size += document.bytes?.length ?? 0;
    if (batch.length >= BATCH.documents || size >= BATCH.bytes) {
      yield batch;
      batch = [];
      size = 0;
    }
  }
  if (batch.length > 0) yield batch;
}
