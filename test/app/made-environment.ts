// An environment for use cases without a machine: a store in memory, documents from a list, a reader and a linker of few
// words. A text that holds "UNREADABLE" cannot be read, one with "CRASH" makes the reader throw.
import { liveBlogFinder } from "../../src/pipeline/live-blog.js";
import { knowledgeBase } from "../knowledge-base.js";
import type { Environment } from "../../src/app/environment.js";
import { inProcessReader } from "../../src/adapters/workers/in-process-reader.js";
import { memoryStore } from "../../src/adapters/memory/memory-store.js";
import type { Problem } from "../../src/base/result.js";
import { failed, ok } from "../../src/base/result.js";
import type { EngineStamp } from "../../src/model/record.js";
import type { CaptureItem } from "../../src/ports/capture-source.js";
import type { Store } from "../../src/ports/store.js";
import { bytesOf, madeCapture, madeIncident, madeRecord, STAMP } from "../made.js";

export interface MadeEnvironment extends Environment {
  store: Store;
  /** What the program is: another version or knowledge makes another stamp. */
  stamp: EngineStamp;
  /** What each path holds: [ref, text] of each document, or a problem. */
  files: Record<string, readonly (readonly [string, string] | Problem)[]>;
  /** Refs in the order in which they were read. */
  readonly read: string[];
  /** Where set, another process is writing. */
  busy: boolean;
}

export function madeEnvironment(): MadeEnvironment {
  const environment: MadeEnvironment = {
    store: memoryStore(),
    stamp: STAMP,
    files: {},
    read: [],
    busy: false,
    version: "0.0.0",
    clock: { now: () => "2031-05-02T10:00:00Z" },
    defaultCollection: ".hearsay",
    absolute: (path) => (path.startsWith("/") ? path : `/here/${path}`),
    openStore: async (folder, mode) =>
      environment.busy && mode !== "read" ? failed("collection/busy", folder) : ok(environment.store),
    openCaptureSource: async () => ({
      async *documents(paths) {
        for (const path of paths) for (const entry of environment.files[path] ?? []) yield itemOf(entry);
      },
      size: async () => null,
      async *received() {},
      async *lines() {},
    }),
    openFetcher: async () => {
      throw new Error("nothing is fetched here");
    },
    wait: async () => {},
    openTimestamps: async () => {
      throw new Error("no timestamps here");
    },
    openArchiveWriter: async () => {
      throw new Error("no archives here");
    },
    readText: async (path) => failed("input/missing", path),
    stampOf: async () => ok(environment.stamp),
    openReader: async (packs) => {
      if (packs.includes("/here/broken"))
        return failed("knowledge/invalid", "/here/broken", { message: "no id" });
      const { stamp } = environment;
      const read = inProcessReader(stamp, () => (capture, bytes) => {
        environment.read.push(capture.ref);
        const text = new TextDecoder().decode(bytes);
        if (text.includes("CRASH")) throw new Error("a mistake");
        if (text.includes("UNREADABLE")) return failed("text/none", capture.ref);
        return ok(madeRecord(text, capture.ref, stamp));
      });
      return ok(read);
    },
    attributionsOf: async () => ok([]),
    openLiveBlogs: async () => ok(liveBlogFinder(knowledgeBase)),
    openTallies: async () =>
      ok({
        counted: [],
        nearDays: 3,
        places: {
          reach: { site: 8, city: 15, district: 25, province: 120, country: 900 },
          near: 30,
          spot: 2,
        },
      }),
    openLinker: async () =>
      ok((records) => {
        const found = records.filter(({ events }) => events.length > 0);
        return found.length === 0 ? [] : [madeIncident(found)];
      }),
  };
  return environment;
}

function itemOf(entry: readonly [string, string] | Problem): CaptureItem {
  if ("code" in entry) return { kind: "problem", problem: entry };
  const [ref, text] = entry;
  return { kind: "document", capture: madeCapture(text, ref), bytes: bytesOf(text), exchange: null };
}
