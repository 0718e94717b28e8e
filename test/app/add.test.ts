import { describe, expect, it } from "vitest";
import { add } from "../../src/app/add.js";
import type { AddOptions } from "../../src/app/add.js";
import { openCollection } from "../../src/app/open-collection.js";
import type { Problem } from "../../src/base/result.js";
import { failed } from "../../src/base/result.js";
import type { MadeEnvironment } from "./made-environment.js";
import { madeEnvironment } from "./made-environment.js";
import { bytesOf, madeCapture, STAMP } from "../made.js";

const A = ["a.txt", "Three rockets fell on the depot."] as const;
const B = ["b.txt", "Three rockets fell, the police said."] as const;
const QUIET = ["q.txt", "A quiet day."] as const;

async function added(environment: MadeEnvironment, options: Partial<AddOptions> = {}) {
  const problems: Problem[] = [];
  const result = await add(environment, Object.keys(environment.files), {
    collection: "c",
    knowledge: [],
    capturedAt: "2031-05-02T10:00:00Z",
    onProblem: (problem) => problems.push(problem),
    ...options,
  });
  return { result, problems, codes: problems.map(({ code }) => code) };
}

describe("adding reports", () => {
  it("keeps, reads and links them", async () => {
    const environment = madeEnvironment();
    environment.files = { in: [A, B, QUIET] };
    const acknowledged: string[] = [];
    const { result } = await added(environment, {
      onKept: (kept) => void acknowledged.push(...kept.map((k) => k.as)),
    });
    expect(result).toMatchObject({
      ok: true,
      value: { added: 3, present: 0, read: 3, failed: 0, counts: { documents: 3, events: 2, incidents: 1 } },
    });
    expect(acknowledged).toEqual(["added", "added", "added"]);
    expect(await environment.store.incidentsStale()).toBe(false);
  });

  it("adds nothing twice", async () => {
    const environment = madeEnvironment();
    environment.files = { in: [A, B] };
    await added(environment);
    const before = await environment.store.revision();
    const { result } = await added(environment);
    expect(result).toMatchObject({ ok: true, value: { added: 0, present: 2, read: 0 } });
    expect(environment.read).toEqual(["a.txt", "b.txt"]);
    expect(await environment.store.revision()).toBe(before);
  });

  it("does not stop at what cannot be captured, read, or makes the program fail", async () => {
    const environment = madeEnvironment();
    const missing = { code: "input/missing", input: "x.txt", detail: {} };
    environment.files = { in: [missing, ["u.txt", "UNREADABLE"], ["c.txt", "CRASH"], A] };
    const { result, codes } = await added(environment);
    expect(codes).toEqual(["input/missing", "text/none", "bug/reading"]);
    expect(result).toMatchObject({ ok: true, value: { added: 3, read: 1, failed: 2 } });
    expect((await environment.store.failures()).map(({ problem }) => problem.code).sort()).toEqual([
      "bug/reading",
      "text/none",
    ]);
  });

  it("gives the same incidents whatever the order, also where two files hold the same bytes", async () => {
    const copy = ["copies/a.txt", A[1]] as const;
    const orders = [
      [A, B, copy],
      [copy, B, A],
      [B, A, copy],
    ];
    const outcomes = await Promise.all(
      orders.map(async (files) => {
        const environment = madeEnvironment();
        for (const [i, file] of files.entries()) {
          environment.files = { [`in${i}`]: [file] };
          await added(environment);
        }
        return JSON.stringify([await environment.store.incidents(), await environment.store.captures()]);
      }),
    );
    expect(new Set(outcomes).size).toBe(1);
    expect(outcomes[0]).not.toContain("copies/");
  });

  it("remembers its knowledge packs, and reads all again when they change", async () => {
    const environment = madeEnvironment();
    environment.files = { in: [A] };
    await added(environment, { knowledge: ["tarn"] });
    expect((await environment.store.settings()).knowledge).toEqual(["/here/tarn"]);
    environment.files = {};
    await added(environment);
    expect((await environment.store.settings()).knowledge).toEqual(["/here/tarn"]);
    const { result } = await added(environment, { knowledge: ["broken"] });
    expect(result).toMatchObject({ ok: false, problem: { code: "knowledge/invalid" } });
    expect((await environment.store.settings()).knowledge).toEqual(["/here/tarn"]);
  });

  it("reads again after an upgrade, and replaces machine results only", async () => {
    const environment = madeEnvironment();
    environment.files = { in: [A, QUIET] };
    await added(environment);
    const at = "2031-05-03T00:00:00Z";
    await environment.store.decide({
      kind: "accept",
      subjects: ["x"],
      value: null,
      reason: null,
      by: null,
      at,
    });
    environment.stamp = { ...STAMP, version: "2" };
    environment.files = {};
    const { result } = await added(environment);
    expect(result).toMatchObject({ ok: true, value: { added: 0, read: 2 } });
    expect((await environment.store.record(madeCapture(A[1]).id))?.reading.version).toBe("2");
    expect(await environment.store.decisions()).toHaveLength(1);
    expect(await environment.store.unread(environment.stamp)).toEqual([]);
  });

  it("stops cleanly when it is interrupted, and goes on the next time", async () => {
    const environment = madeEnvironment();
    environment.files = {
      in: Array.from({ length: 200 }, (_, i) => [`r${i}.txt`, `Three rockets fell, ${i}.`] as const),
    };
    const stop = new AbortController();
    const { result } = await added(environment, { signal: stop.signal, onRead: () => stop.abort() });
    expect(result).toMatchObject({ ok: false, problem: { code: "collection/interrupted" } });
    const kept = await environment.store.captures();
    expect(kept.length).toBeGreaterThan(0);
    expect(kept.length).toBeLessThan(200);
    const again = await added(environment);
    expect(again.result).toMatchObject({ ok: true, value: { counts: { documents: 200, events: 200 } } });
    expect(await environment.store.unread(STAMP)).toEqual([]);
  });

  it("tells a full disk once, and keeps what it has acknowledged", async () => {
    const environment = madeEnvironment();
    const { store } = environment;
    environment.files = {
      in: Array.from({ length: 200 }, (_, i) => [`r${i}.txt`, `Three rockets, ${i}.`] as const),
    };
    let batches = 0;
    environment.store = {
      ...store,
      keepCaptures: async (documents) =>
        batches++ < 1 ? store.keepCaptures(documents) : failed("collection/disk-full", "c"),
    };
    const acknowledged: string[] = [];
    const { codes } = await added(environment, {
      onKept: (kept) => void acknowledged.push(...kept.map((k) => k.capture.id)),
    });
    expect(codes).toEqual(["collection/disk-full"]);
    expect(acknowledged).toHaveLength(64);
    expect((await store.captures()).map(({ id }) => id)).toEqual(acknowledged.sort());
    environment.store = { ...store, saveRecords: async () => failed("collection/disk-full", "c") };
    expect((await added(environment)).codes).toEqual(["collection/disk-full"]);
    environment.store = store;
    expect((await added(environment)).result).toMatchObject({ ok: true, value: { counts: { events: 200 } } });
  });
});

describe("opening a collection", () => {
  const told: Problem[] = [];
  const onProblem = (problem: Problem): void => void told.push(problem);

  it("reads what a killed run left unread, and links what it left unlinked", async () => {
    const environment = madeEnvironment();
    await environment.store.keepCapture(madeCapture(A[1], "a.txt"), bytesOf(A[1]));
    const store = await openCollection(environment, "c", { onProblem });
    expect(store.ok && (await store.value.counts())).toEqual({ documents: 1, events: 1, incidents: 1 });
    expect(environment.read).toEqual(["a.txt"]);
    await openCollection(environment, "c", { onProblem });
    expect(environment.read).toEqual(["a.txt"]);
    expect(told).toEqual([]);
  });

  it("opens as it stands while another process writes, with a warning", async () => {
    const environment = madeEnvironment();
    await environment.store.keepCapture(madeCapture(A[1], "a.txt"), bytesOf(A[1]));
    environment.busy = true;
    const store = await openCollection(environment, "c", { onProblem });
    expect(store.ok).toBe(true);
    expect(told.map(({ code }) => code)).toEqual(["collection/busy"]);
  });
});
