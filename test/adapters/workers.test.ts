import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { build } from "esbuild";
import { beforeAll, describe, expect, it } from "vitest";
import { adaptiveReader } from "../../src/adapters/workers/adaptive-reader.js";
import { inProcessReader } from "../../src/adapters/workers/in-process-reader.js";
import type { WorkerOptions } from "../../src/adapters/workers/parallel-reader.js";
import { parallelReader } from "../../src/adapters/workers/parallel-reader.js";
import { ok } from "../../src/base/result.js";
import type { CapturedBytes } from "../../src/ports/capture-source.js";
import type { DocumentReader } from "../../src/ports/document-reader.js";
import { bytesOf, madeCapture, madeRecord, STAMP } from "../made.js";
import { scratchFolder } from "../scratch.js";

const outfile = join(scratchFolder(), "echo-worker.mjs");
beforeAll(async () => {
  const entry = fileURLToPath(new URL("./echo-worker.ts", import.meta.url));
  await build({ entryPoints: [entry], outfile, bundle: true, platform: "node", format: "esm" });
});

function pool(data: unknown = null, memory?: WorkerOptions["memory"]): DocumentReader {
  const limits = memory === undefined ? {} : { memory };
  return parallelReader(STAMP, { entry: pathToFileURL(outfile), data, workers: 2, ...limits });
}

async function outcomes(reader: DocumentReader, texts: readonly string[], onPull: () => void = () => {}) {
  async function* documents(): AsyncGenerator<CapturedBytes> {
    for (const [i, text] of texts.entries()) {
      onPull();
      yield { capture: madeCapture(text, `r${i}`), bytes: bytesOf(text) };
    }
  }
  const list: string[] = [];
  try {
    for await (const { capture, result } of reader.readAll(documents())) {
      list.push(`${capture.ref} ${result.ok ? result.value.document.text : result.problem.code}`);
    }
  } finally {
    await reader.close();
  }
  return list;
}

describe("reading on worker threads", () => {
  it("keeps the order of the documents", async () => {
    const texts = [
      "30 slow",
      "0 a",
      "0 b",
      "20 slow",
      "0 c",
      ...Array.from({ length: 60 }, (_, i) => `0 ${i}`),
    ];
    expect(
      await outcomes(pool(null, { maxOldGenerationSizeMb: 24, maxYoungGenerationSizeMb: 4 }), texts),
    ).toEqual(texts.map((text, i) => `r${i} ${text}`));
  });

  it("loses only the document that a worker dies of", async () => {
    const texts = ["a", "DIE", "b", "CRASH", "c", "DIE", "d"];
    expect(
      await outcomes(pool(null, { maxOldGenerationSizeMb: 24, maxYoungGenerationSizeMb: 4 }), texts),
    ).toEqual(["r0 a", "r1 bug/worker-died", "r2 b", "r3 bug/reading", "r4 c", "r5 bug/worker-died", "r6 d"]);
  });

  it("gives a document that needs much memory to a worker that has it", async () => {
    const texts = ["a", "BIG b", "c", "d", "e", "BIG f", "DIE g", "h", "i"];
    expect(
      await outcomes(pool(null, { maxOldGenerationSizeMb: 24, maxYoungGenerationSizeMb: 4 }), texts),
    ).toEqual(texts.map((text, i) => `r${i} ${text === "DIE g" ? "bug/worker-died" : text}`));
  });

  it("gives up where no worker can start", async () => {
    await expect(outcomes(pool("broken"), ["a", "b"])).rejects.toThrow("broken from the start");
  });

  it("pulls no further ahead than a few documents per worker", async () => {
    let pulled = 0;
    const reader = pool();
    async function* documents(): AsyncGenerator<CapturedBytes> {
      for (let i = 0; i < 500; i++) {
        pulled++;
        yield { capture: madeCapture(`0 ${i}`, `r${i}`), bytes: bytesOf(`0 ${i}`) };
      }
    }
    for await (const outcome of reader.readAll(documents())) {
      expect(outcome.result.ok).toBe(true);
      break;
    }
    await reader.close();
    expect(pulled).toBeLessThanOrEqual(17);
  });
});

describe("reading as the number of documents asks", () => {
  const adaptive = (threshold: number, started: { workers: number; here: number }): DocumentReader =>
    adaptiveReader(
      inProcessReader(STAMP, () => {
        started.here++;
        return (capture, bytes) => ok(madeRecord(new TextDecoder().decode(bytes), capture.ref));
      }),
      () => {
        started.workers++;
        return pool();
      },
      threshold,
    );

  it("stays in this process for few", async () => {
    const started = { workers: 0, here: 0 };
    expect(await outcomes(adaptive(5, started), ["a", "b"])).toEqual(["r0 a", "r1 b"]);
    expect(started).toEqual({ workers: 0, here: 1 });
  });

  it("starts workers for many, and gives the same", async () => {
    const started = { workers: 0, here: 0 };
    const texts = Array.from({ length: 12 }, (_, i) => `0 ${i}`);
    expect(await outcomes(adaptive(5, started), texts)).toEqual(texts.map((text, i) => `r${i} ${text}`));
    expect(started).toEqual({ workers: 1, here: 0 });
  });
});
