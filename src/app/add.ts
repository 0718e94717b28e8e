// Use case "add": paths in; their documents kept, read, saved and linked in one collection. Adding again changes nothing;
// a collection whose last run was killed, or read by another version of the program or its knowledge, is read up first.
import type { Result } from "../base/result.js";
import { failed as problem, ok } from "../base/result.js";
import type { Visit } from "../model/visit.js";
import type { CapturedBytes, CapturedDocument, CapturedRepeat } from "../ports/capture-source.js";
import type { CollectionCounts, Kept, Store } from "../ports/store.js";
import type { Environment, KnowledgePacks } from "./environment.js";
import { gather, isAddress } from "./gather.js";
import type { GatheredItem, GatherMeans } from "./gather.js";
import { linkCollection } from "./link-collection.js";
import type { ReadingTold } from "./read-into-store.js";
import { keptDocuments, readIntoStore } from "./read-into-store.js";
import type { WebOptions } from "./web-options.js";
import { gatherMeans, gatherRequest } from "./web-options.js";

export interface AddOptions extends ReadingTold, Partial<WebOptions> {
  readonly collection: string;
  /** Empty: the packs that the collection remembers. Others replace them, and all documents are read again with them. */
  readonly knowledge: KnowledgePacks;
  readonly capturedAt: string;
  readonly samples?: boolean;
  /** True where files that are as they were at the last look are not opened again. */
  readonly skipUnchanged?: boolean;
  /** Told once the bytes are safe: what a kill can no longer take away. */
  readonly onKept?: (kept: readonly Kept[]) => Promise<void> | void;
  /** Told how many bytes of the files were passed, of how many: where all that is added are files. */
  readonly onPassed?: (passed: number, of: number) => void;
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
    const settings = { ...before, knowledge: packs, samples: before.samples || options.samples === true };
    if (JSON.stringify(settings) !== JSON.stringify(before)) {
      const remembered = await store.saveSettings(settings);
      if (!remembered.ok) return remembered;
    }

    const means = await gatherMeans(environment, packs, options, (address) => store.visit(address));
    const onBytes = await bytesCounted(paths, means, options);
    const items = gather(gatherRequest(paths, options), { ...means, onBytes });
    const tally = { added: 0, present: 0, stopped: false };
    const unread = await store.unread(reader.value.stamp);
    async function* toRead(): AsyncGenerator<CapturedBytes> {
      yield* keptDocuments(store, unread, options);
      yield* keepAll(store, items, options, tally);
    }
    const { read, failed, stopped } = await readIntoStore(store, reader.value, toRead(), options);

    if (options.signal?.aborted === true) {
      const left = (await store.unread(reader.value.stamp)).length;
      return problem("collection/interrupted", options.collection, { left });
    }
    // Its workers' memory is free again before all records are held at once.
    await reader.value.close();
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

/** What counts the bytes of files up to their sum; nothing where the sum is not known, as of addresses. */
async function bytesCounted(
  paths: readonly string[],
  { source }: GatherMeans,
  { onPassed, lists }: AddOptions,
): Promise<(bytes: number) => void> {
  const known = onPassed !== undefined && !paths.some(isAddress) && (lists ?? []).length === 0;
  const of = known ? await source.size(paths) : null;
  if (of === null) return () => {};
  let passed = 0;
  return (bytes) => onPassed?.((passed += bytes), of);
}

/** Documents kept at a time, by number and by bytes: one wait for the disk for all of them. */
const BATCH = { documents: 64, bytes: 4 * 2 ** 20 };

type ToKeep = CapturedDocument | CapturedRepeat;

/** Keeps documents batch by batch and passes on those that are to be read. */
async function* keepAll(
  store: Store,
  items: AsyncIterable<GatheredItem>,
  options: AddOptions,
  tally: { added: number; present: number; stopped: boolean },
): AsyncGenerator<CapturedBytes> {
  for await (const { documents, unchanged, visits } of batches(items, options)) {
    tally.present += unchanged;
    const kept: Result<readonly Kept[]> =
      documents.length === 0 ? ok([]) : await store.keepCaptures(documents, options.capturedAt);
    const remembered = kept.ok && visits.length > 0 ? await store.saveVisits(visits) : ok(undefined);
    if (!kept.ok || !remembered.ok) {
      if (!kept.ok) options.onProblem(kept.problem, "problem");
      else if (!remembered.ok) options.onProblem(remembered.problem, "problem");
      tally.stopped = true;
      return;
    }
    if (documents.length > 0) await options.onKept?.(kept.value.filter(({ as }) => as !== "absent"));
    for (const [i, { as, capture }] of kept.value.entries()) {
      if (as === "absent") {
        const lost = { code: "archive/revisit-unresolved", input: capture.ref, detail: { count: 1 } };
        options.onProblem(lost, "warning");
        continue;
      }
      if (as === "added") tally.added++;
      else tally.present++;
      if (as === "present") continue;
      const { bytes } = documents[i]!;
      if (bytes !== null) yield { capture, bytes };
      else yield* keptDocuments(store, [capture], options);
    }
  }
}

interface Batch {
  readonly documents: ToKeep[];
  /** Sources of documents that were said to be as they were. */
  unchanged: number;
  /** To be remembered once the documents are kept. */
  readonly visits: Visit[];
}

async function* batches(items: AsyncIterable<GatheredItem>, options: AddOptions): AsyncGenerator<Batch> {
  let batch: Batch = { documents: [], unchanged: 0, visits: [] };
  let size = 0;
  for await (const item of items) {
    if (options.signal?.aborted === true) return;
    if (item.kind === "unchanged") batch.unchanged++;
    else if (item.kind === "visited") batch.visits.push(item.visit);
    else if (item.kind === "document" || item.kind === "repeat") {
      const { kind: _, ...document } = item;
      batch.documents.push(document);
      size += document.bytes?.length ?? 0;
    } else options.onProblem(item.problem, item.kind);
    if (batch.documents.length + batch.visits.length >= BATCH.documents || size >= BATCH.bytes) {
      yield batch;
      batch = { documents: [], unchanged: 0, visits: [] };
      size = 0;
    }
  }
  yield batch;
}
