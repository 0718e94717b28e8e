// Wires the use cases to this machine: files, SQLite, worker threads, the clock. Slow parts load when they are asked for.
import { availableParallelism } from "node:os";
import { resolve } from "node:path";
import type { Environment } from "../app/environment.js";
import { ok } from "../base/result.js";
import { packageVersion } from "./package-root.js";

export function createEnvironment(stdin: () => AsyncIterable<Uint8Array>): Environment {
  return {
    version: packageVersion,
    clock: { now: () => new Date(Date.now()).toISOString() },
    defaultCollection: ".hearsay",
    absolute: (path) => resolve(path),
    openStore: async (folder, mode) => {
      const { openSqliteStore } = await import("../adapters/sqlite/open-store.js");
      return openSqliteStore(folder, mode);
    },
    openCaptureSource: async () => {
      const { fileCaptures } = await import("../adapters/files/capture-files.js");
      return fileCaptures(stdin);
    },
    stampOf: async (packs) => {
      const { stampOf, withPacks } = await import("./reading.js");
      return withPacks(
        packs.map((pack) => resolve(pack)),
        stampOf,
      );
    },
    openReader: async (packs) => {
      const absolute = packs.map((pack) => resolve(pack));
      const { createReading } = await import("./reading.js");
      const engine = createReading(absolute);
      if (!engine.ok) return engine;
      const { inProcessReader } = await import("../adapters/workers/in-process-reader.js");
      const { adaptiveReader } = await import("../adapters/workers/adaptive-reader.js");
      const { parallelReader } = await import("../adapters/workers/parallel-reader.js");
      const { stamp, read } = engine.value;
      return ok(
        adaptiveReader(inProcessReader(stamp, read), () => parallelReader(stamp, workerOptions(absolute))),
      );
    },
    openLinker: async () => ok(() => []),
  };

  function workerOptions(
    packs: readonly string[],
  ): import("../adapters/workers/parallel-reader.js").WorkerOptions {
    // From the sources (tests, npm run dev) a worker needs the same loader as this thread.
    const built = import.meta.url.endsWith(".js");
    return {
      entry: new URL(built ? workerFile(import.meta.url) : "./reading-worker.ts", import.meta.url),
      data: { packs },
      workers: availableParallelism(),
      ...(built ? {} : { execArgv: ["--import", "tsx"] }),
    };
  }
}

/** The built worker stands beside dist/hearsay.js; this code may stand in dist/chunks/. */
function workerFile(here: string): string {
  return here.includes("/chunks/") ? "../reading-worker.js" : "./reading-worker.js";
}
