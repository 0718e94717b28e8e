// A small collection on disk with all kinds of evidence: a page fetched twice with other bytes, once more with the same, a
// redirect, a page under two addresses, and a file.
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { openSqliteStore } from "../../src/adapters/sqlite/open-store.js";
import type { CapturedDocument } from "../../src/ports/capture-source.js";
import type { OpenMode, Store } from "../../src/ports/store.js";
import { bytesOf, madeCapture, madeExchange, madeRecord } from "../made.js";

export const PAGE = "https://tarn.example/depot";
export const OTHER = "https://mirror.example/depot";
export const EIGHT = "Depot hit\n\nEight rockets fell on the depot. Nobody was hurt.";
export const THREE = "Depot hit\n\nThree rockets fell on the depot. Nobody was hurt.";
export const NOTE = "A quiet day in Tarn.";
export const AT = "2031-06-01T00:00:00Z";

export async function opened(folder: string, mode: OpenMode = "create"): Promise<Store> {
  const store = await openSqliteStore(folder, mode, { patience: 50 });
  if (!store.ok) throw new Error(store.problem.code);
  return store.value;
}

export function fetched(text: string, url: string, capturedAt: string, more = {}): CapturedDocument {
  return {
    capture: madeCapture(text, url, { url, capturedAt }),
    bytes: bytesOf(text),
    exchange: madeExchange(url, capturedAt, more),
  };
}

export async function madeCollection(folder: string): Promise<void> {
  mkdirSync(folder, { recursive: true });
  const store = await opened(folder);
  const from = madeExchange("https://tarn.example/d", "2031-05-02T10:00:00Z", {
    status: 301,
    statusText: "Moved Permanently",
    responseHeaders: [["Location", PAGE]],
    body: new Uint8Array(0),
  });
  await store.keepCaptures(
    [
      fetched(EIGHT, PAGE, "2031-05-02T10:00:00Z", {
        redirectedFrom: from,
        responseHeaders: [
          ["Content-Type", "text/plain; charset=utf-8"],
          ["Content-Encoding", "gzip"],
          ["Content-Length", "31"],
          ["Set-Cookie", "a=1"],
          ["Set-Cookie", "b=2"],
        ],
      }),
      fetched(THREE, PAGE, "2031-05-03T10:00:00Z", { httpVersion: "2", truncated: "time" }),
    ],
    AT,
  );
  await store.keepCaptures(
    [
      fetched(THREE, PAGE, "2031-05-04T10:00:00Z"),
      fetched(THREE, OTHER, "2031-05-05T10:00:00Z"),
      { capture: madeCapture(NOTE, "notes/quiet day.txt"), bytes: bytesOf(NOTE), exchange: null },
    ],
    AT,
  );
  for (const text of [EIGHT, THREE, NOTE]) {
    const { ref } = (await store.capture(madeCapture(text).id))!;
    await store.saveRecord(madeRecord(text, ref));
  }
  await store.close();
}

export function captureFile(folder: string, text: string): string {
  const hash = madeCapture(text).id.slice("sha256:".length);
  return join(folder, "captures", hash.slice(0, 2), hash);
}
