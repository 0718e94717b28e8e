import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, rmSync, statfsSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import Libsql from "libsql";
import { describe, expect, it } from "vitest";
import { captureFolder } from "../../src/adapters/sqlite/capture-folder.js";
import { openSqliteStore } from "../../src/adapters/sqlite/open-store.js";
import { storeProblem } from "../../src/adapters/sqlite/store-problem.js";
import type { Store } from "../../src/ports/store.js";
import { storeContract } from "../contracts/store.js";
import { bytesOf, madeCapture, madeRecord } from "../made.js";
import { scratchFolder } from "../scratch.js";

const scratch = scratchFolder();
let folders = 0;
const nextFolder = (): string => join(scratch, `c${folders++}`);

async function opened(folder: string, mode: "read" | "write" | "create" = "create"): Promise<Store> {
  const store = await openSqliteStore(folder, mode, { patience: 50 });
  if (!store.ok) throw new Error(store.problem.code);
  return store.value;
}

storeContract("the store on SQLite", () => opened(nextFolder()));

describe("a collection's folder", () => {
  it.skipIf(process.platform !== "linux")("is a problem where the system makes no folders", async () => {
    const result = await openSqliteStore("/proc/hearsay/collection", "create");
    expect(result).toMatchObject({ ok: false, problem: { code: "collection/unwritable" } });
  });

  it("opens again with everything", async () => {
    const folder = nextFolder();
    const text = "Three rockets fell on the depot.";
    const first = await opened(folder);
    await first.keepCapture(madeCapture(text), bytesOf(text));
    await first.saveRecord(madeRecord(text));
    await first.close();
    const second = await opened(folder, "read");
    expect(await second.record(madeCapture(text).id)).toEqual(madeRecord(text));
    expect(await second.bytesOf(madeCapture(text).id)).toEqual({ ok: true, value: bytesOf(text) });
    await second.close();
    const hash = madeCapture(text).id.slice(7);
    expect(existsSync(join(folder, "captures", hash.slice(0, 2), hash))).toBe(true);
  });

  it("is written with a log ahead and synced at each commit", async () => {
    const folder = nextFolder();
    const store = await opened(folder);
    await store.saveSettings({ samples: true });
    expect(existsSync(join(folder, "collection.db-wal"))).toBe(true);
    await store.close();
  });

  it("that is not there is collection/missing", async () => {
    const store = await openSqliteStore(nextFolder(), "read");
    expect(store).toMatchObject({ ok: false, problem: { code: "collection/missing" } });
  });

  it("has one writer at a time, and readers beside it", async () => {
    const folder = nextFolder();
    const writer = await opened(folder);
    const second = await openSqliteStore(folder, "write", { patience: 20 });
    expect(second).toMatchObject({ ok: false, problem: { code: "collection/busy", input: folder } });
    const reader = await opened(folder, "read");
    await writer.saveSettings({ samples: true });
    expect((await reader.settings()).samples).toBe(true);
    await reader.close();
    await writer.close();
    await (await opened(folder, "write")).close();
  });

  it("cannot be changed by whoever opened it to read", async () => {
    const folder = nextFolder();
    await (await opened(folder)).close();
    const reader = await opened(folder, "read");
    expect(await reader.saveSettings({ samples: true })).toMatchObject({ ok: false });
    await reader.close();
  });

  it("made by a newer program is left as it is", async () => {
    const folder = nextFolder();
    await (await opened(folder)).close();
    const database = new Libsql(join(folder, "collection.db"));
    database.exec("PRAGMA user_version = 99");
    database.close();
    for (const mode of ["read", "write", "create"] as const) {
      const store = await openSqliteStore(folder, mode);
      expect(store).toMatchObject({
        ok: false,
        problem: {
          code: "collection/newer-version",
          detail: { found: 99, known: expect.any(Number) as number },
        },
      });
    }
  });

  it("whose database is none is collection/damaged", async () => {
    const folder = nextFolder();
    mkdirSync(folder);
    writeFileSync(join(folder, "collection.db"), "no database ".repeat(100));
    const store = await openSqliteStore(folder, "read");
    expect(store).toMatchObject({ ok: false, problem: { code: "collection/damaged" } });
  });

  it("that is a file is collection/unwritable", async () => {
    const folder = nextFolder();
    writeFileSync(folder, "a file");
    const store = await openSqliteStore(folder, "create");
    expect(store).toMatchObject({ ok: false, problem: { code: "collection/unwritable" } });
  });

  it("whose captured bytes were changed says so", async () => {
    const folder = nextFolder();
    const store = await opened(folder);
    const capture = madeCapture("one");
    await store.keepCapture(capture, bytesOf("one"));
    writeFileSync(join(folder, "captures", capture.id.slice(7, 9), capture.id.slice(7)), "two");
    expect(await store.bytesOf(capture.id)).toMatchObject({
      ok: false,
      problem: { code: "collection/damaged" },
    });
    await store.close();
  });

  it("loses half-written files of a killed process at the next opening", async () => {
    const folder = nextFolder();
    mkdirSync(join(folder, "captures", "unfinished"), { recursive: true });
    writeFileSync(join(folder, "captures", "unfinished", "abc"), "half");
    await (await opened(folder)).close();
    expect(readdirSync(join(folder, "captures", "unfinished"))).toEqual([]);
  });
});

describe("a full disk", () => {
  it("is a problem, whoever notices it", () => {
    for (const code of ["SQLITE_FULL", "ENOSPC", "EDQUOT"]) {
      expect(storeProblem(Object.assign(new Error("full"), { code }), "c").code).toBe("collection/disk-full");
    }
  });

  it("keeps what was acknowledged", async (context) => {
    const disk = join(scratch, "disk");
    mkdirSync(disk);
    if (spawnSync("mount", ["-t", "tmpfs", "-o", "size=1m", "tmpfs", disk]).status !== 0) {
      context.skip("needs the right to mount a small tmpfs");
    }
    try {
      const folder = join(disk, "c");
      const store = await opened(folder);
      const kept: string[] = [];
      let problem: string | null = null;
      for (let i = 0; i < 500 && problem === null; i++) {
        const text = `${i} `.repeat(3000);
        const result = await store.keepCapture(madeCapture(text), bytesOf(text));
        if (result.ok) kept.push(madeCapture(text).id);
        else problem = result.problem.code;
      }
      expect(problem).toBe("collection/disk-full");
      expect(statfsSync(disk).bavail).toBeLessThan(20);
      await store.close();
      const again = await opened(folder, "read");
      expect((await again.captures()).map(({ id }) => id)).toEqual(kept.sort());
      for (const id of kept) expect(await again.bytesOf(id)).toMatchObject({ ok: true });
      await again.close();
    } finally {
      // Lazily: SQLite statements that wait for the garbage collector keep the files open.
      spawnSync("umount", ["-l", disk]);
    }
  });
});

describe("captured bytes", () => {
  it("are refused under a name that is no hash", async () => {
    const folder = captureFolder(join(scratch, "names"));
    await expect(folder.read("sha256:../../etc/passwd")).rejects.toThrow("not a capture id");
    rmSync(join(scratch, "names"), { recursive: true, force: true });
  });
});
