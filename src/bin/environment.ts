// Wires the use cases to this machine: files, SQLite, worker threads, the clock. Slow parts load when they are asked for.
import { availableParallelism } from "node:os";
import { resolve } from "node:path";
import type { Network } from "../adapters/web/network.js";
import type { Environment } from "../app/environment.js";
import { ok } from "../base/result.js";
import type { ReadCapture } from "../ports/document-reader.js";
import { packageVersion } from "./package-root.js";
import type { ReadingEngine } from "./reading.js";
import type { ReadingWorkerData } from "./reading-worker.js";

/** `network` is the system's own unless a test puts in another. */
export function createEnvironment(stdin: () => AsyncIterable<Uint8Array>, network?: Network): Environment {
  /** The engine that was opened last, for who looks into a reading that it made. */
  let opened: { readonly packs: string; readonly engine: ReadingEngine } | null = null;
  return {
    version: packageVersion,
    clock: { now: () => new Date(Date.now()).toISOString() },
    defaultCollection: ".hearsay",
    absolute: (path) => resolve(path),
    openStore: async (folder, mode) => {
      const { openSqliteStore } = await import("../adapters/sqlite/open-store.js");
      return openSqliteStore(folder, mode);
    },
    openCaptureSource: async (names) => {
      const { fileCaptures } = await import("../adapters/files/capture-files.js");
      return fileCaptures(stdin, undefined, names);
    },
    openFetcher: async ({ allow, onRequest, now }) => {
      const { systemNetwork } = await import("../adapters/web/network.js");
      const { webFetcher } = await import("../adapters/web/web-fetcher.js");
      const clock = (): string => now ?? new Date(Date.now()).toISOString();
      const over = network ?? systemNetwork(clock);
      return webFetcher({ network: { ...over, now: clock }, allow, version: packageVersion, onRequest });
    },
    wait: (milliseconds, signal) => waited(milliseconds, signal),
    openTimestamps: async () => {
      const { rfc3161Timestamps } = await import("../adapters/timestamps/rfc3161.js");
      return rfc3161Timestamps();
    },
    openArchiveWriter: async () => {
      const { waczWriter } = await import("../adapters/warc/write-wacz.js");
      return waczWriter();
    },
    readText: async (path) => {
      const { readTextFile } = await import("../adapters/files/text-file.js");
      return readTextFile(path);
    },
    stampOf: async (packs) => {
      const { stampOf, withPacks } = await import("./stamp.js");
      return withPacks(
        packs.map((pack) => resolve(pack)),
        stampOf,
      );
    },
    openReader: async (packs) => {
      const absolute = packs.map((pack) => resolve(pack));
      const { stampOf, withPacks } = await import("./stamp.js");
      const { createReading } = await import("./reading.js");
      const stamp = withPacks(absolute, stampOf);
      if (!stamp.ok) return stamp;
      // Packs are the user's and are checked at once; what ships is parsed where the first document is read.
      const checked = absolute.length > 0 ? createReading(absolute, stamp.value) : null;
      if (checked !== null && !checked.ok) return checked;
      const open = (): ReadCapture => {
        const engine = checked ?? createReading(absolute, stamp.value);
        if (!engine.ok) throw new Error(engine.problem.code);
        opened = { packs: absolute.join("\n"), engine: engine.value };
        return engine.value.read;
      };
      const { inProcessReader } = await import("../adapters/workers/in-process-reader.js");
      const here = inProcessReader(stamp.value, open);
      // Run from the sources there is no module that a worker could load.
      if (import.meta.url.endsWith(".ts")) return ok(here);
      const { adaptiveReader } = await import("../adapters/workers/adaptive-reader.js");
      const { parallelReader } = await import("../adapters/workers/parallel-reader.js");
      const data: ReadingWorkerData = { packs: absolute, stamp: stamp.value };
      const workers = { entry: workerFile(import.meta.url), data, workers: availableParallelism() };
      return ok(adaptiveReader(here, () => parallelReader(stamp.value, workers)));
    },
    attributionsOf: async (document, packs) => {
      const absolute = packs.map((pack) => resolve(pack));
      if (opened?.packs === absolute.join("\n")) return ok(opened.engine.attributionsOf(document));
      const { createReading } = await import("./reading.js");
      const engine = createReading(absolute);
      return engine.ok ? ok(engine.value.attributionsOf(document)) : engine;
    },
    openLiveBlogs: async (packs) => {
      const { withPacks } = await import("./stamp.js");
      const { liveBlogFinder } = await import("../pipeline/live-blog.js");
      const absolute = packs.map((pack) => resolve(pack));
      return withPacks(absolute, liveBlogFinder);
    },
    openLinker: async (packs) => {
      const { createLinker } = await import("./linking.js");
      return createLinker(packs.map((pack) => resolve(pack)));
    },
    openTallies: async (packs) => {
      const { tallyMeasures } = await import("./linking.js");
      return tallyMeasures(packs.map((pack) => resolve(pack)));
    },
  };
}

function waited(milliseconds: number, signal: AbortSignal | undefined): Promise<void> {
  return new Promise((settle) => {
    const done = (): void => {
      clearTimeout(timer);
      signal?.removeEventListener("abort", done);
      settle();
    };
    const timer = setTimeout(done, milliseconds);
    if (signal?.aborted === true) done();
    else signal?.addEventListener("abort", done, { once: true });
  });
}

/** The built worker stands beside dist/hearsay.js; this code may stand in dist/chunks/. */
function workerFile(here: string): URL {
  return new URL(here.includes("/chunks/") ? "../reading-worker.js" : "./reading-worker.js", here);
}
