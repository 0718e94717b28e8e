// What somebody could do to a collection's evidence, and what verify says of it.
import { cpSync, existsSync, readFileSync, readdirSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Kysely, SqliteDialect } from "kysely";
import type { SqliteDatabase } from "kysely";
import Libsql from "libsql";
import { beforeAll, describe, expect, it } from "vitest";
import { up as schemaOne } from "../../src/adapters/sqlite/migrations/0001-collection.js";
import { rfc3161Timestamps } from "../../src/adapters/timestamps/rfc3161.js";
import { verify } from "../../src/app/verify.js";
import type { Verified } from "../../src/app/verify.js";
import { canonicalJson } from "../../src/base/canonical-json.js";
import type { Problem } from "../../src/base/result.js";
import type { CaptureEntry, LogLine } from "../../src/model/evidence.js";
import { hashOf, parseLine } from "../../src/model/evidence.js";
import { bytesOf, madeCapture } from "../made.js";
import { scratchFolder } from "../scratch.js";
import {
  AT,
  captureFile,
  EIGHT,
  fetched,
  madeCollection,
  NOTE,
  opened,
  PAGE,
  THREE,
} from "./made-collection.js";

const scratch = scratchFolder();
const made = join(scratch, "made");
let copies = 0;

beforeAll(() => madeCollection(made));

function copy(): string {
  const folder = join(scratch, `copy${copies++}`);
  cpSync(made, folder, { recursive: true });
  return folder;
}

const logOf = (folder: string): string => join(folder, "evidence", "log.ndjson");
const segmentOf = (folder: string): string => join(folder, "evidence", "000001.warc.gz");
const linesOf = (folder: string): string[] => readFileSync(logOf(folder), "utf8").trimEnd().split("\n");
const writeLines = (folder: string, lines: readonly string[]): void =>
  writeFileSync(logOf(folder), lines.map((line) => `${line}\n`).join(""));

async function verified(
  folder: string,
  head: string | null = null,
): Promise<{ result: Verified; problems: Problem[]; notes: Problem[] }> {
  const store = await opened(folder, "read");
  const told = { problem: [] as Problem[], warning: [] as Problem[] };
  const onProblem = (problem: Problem, kind: "problem" | "warning"): void => void told[kind].push(problem);
  const result = await verify(store, rfc3161Timestamps(), { head, onProblem });
  await store.close();
  return { result, problems: told.problem, notes: told.warning };
}

const codes = (problems: readonly Problem[]): string[] => [...new Set(problems.map(({ code }) => code))];

describe("evidence that nobody touched", () => {
  it("is found whole, and its head can be checked later", async () => {
    const { result, problems, notes } = await verified(made);
    expect([problems, notes]).toEqual([[], []]);
    expect(result).toMatchObject({ lines: 6, captures: 3, records: 5, problems: 0, timestamps: [] });
    const folder = copy();
    const store = await opened(folder, "write");
    await store.keepCaptures([fetched("More.", PAGE, "2031-07-01T00:00:00Z")], AT);
    await store.close();
    const later = await verified(folder, result.head.hash);
    expect(later.problems).toEqual([]);
    expect(later.result.lines).toBe(7);
    const other = await verified(folder, "f".repeat(64));
    expect(codes(other.problems)).toEqual(["evidence/head-unknown"]);
  });

  it("says of each line when it was written, and where the bytes came from", () => {
    const lines = linesOf(made).map((line) => parseLine(line)!);
    expect(lines.map(({ kind, at }) => [kind, at])).toEqual([
      ["segment", AT],
      ...Array(5).fill(["capture", AT]),
    ]);
    const captures = lines.filter((line): line is LogLine & CaptureEntry => line.kind === "capture");
    expect(captures.map(({ ref, capturedAt, record }) => [ref, capturedAt, record === null])).toEqual([
      [PAGE, "2031-05-02T10:00:00Z", false],
      [PAGE, "2031-05-03T10:00:00Z", false],
      [PAGE, "2031-05-04T10:00:00Z", false],
      ["https://mirror.example/depot", "2031-05-05T10:00:00Z", false],
      ["notes/quiet day.txt", "2031-05-02T10:00:00Z", true],
    ]);
  });
});

describe("evidence that was changed is told with its place", () => {
  it("a byte of a capture", async () => {
    const folder = copy();
    writeFileSync(captureFile(folder, THREE), THREE.replace("Three", "Eight"));
    const { problems } = await verified(folder);
    expect(problems).toMatchObject([
      { code: "evidence/capture-changed", input: madeCapture(THREE).id, detail: { ref: PAGE, sequence: 3 } },
    ]);
  });

  it("a capture taken away", async () => {
    const folder = copy();
    rmSync(captureFile(folder, NOTE));
    const { problems } = await verified(folder);
    expect(problems).toMatchObject([
      { code: "evidence/capture-missing", detail: { ref: "notes/quiet day.txt" } },
    ]);
  });

  it("a word in a line of the log, also where its own hash is made anew", async () => {
    const folder = copy();
    const lines = linesOf(folder);
    lines[2] = lines[2]!.replace("2031-05-03", "2031-05-01");
    writeLines(folder, lines);
    expect((await verified(folder)).problems).toMatchObject([
      { code: "evidence/line-changed", input: "evidence log line 3" },
      { code: "evidence/row-differs" },
    ]);
    const line = JSON.parse(lines[2]) as LogLine;
    lines[2] = canonicalJson({ ...line, hash: hashOf(line) });
    writeLines(folder, lines);
    const { problems } = await verified(folder);
    expect(problems).toMatchObject([
      { code: "evidence/chain-broken", input: "evidence log line 4" },
      { code: "evidence/row-differs" },
    ]);
  });

  it("every line after it, where the whole chain is made anew", async () => {
    const folder = copy();
    const lines = linesOf(folder).map((line) => parseLine(line)!);
    lines[1] = { ...lines[1]!, at: "2030-01-01T00:00:00Z" };
    const anew: LogLine[] = [];
    for (const line of lines) {
      const next = { ...line, previous: anew.at(-1)?.hash ?? line.previous };
      anew.push({ ...next, hash: hashOf(next) });
    }
    writeLines(folder, anew.map(canonicalJson));
    expect(codes((await verified(folder)).problems)).toEqual(["evidence/log-cut"]);
    const before = (await verified(made)).result.head.hash;
    expect(codes((await verified(folder, before)).problems)).toEqual([
      "evidence/log-cut",
      "evidence/head-unknown",
    ]);
  });

  it("a line taken out, put in twice, moved, or that is none", async () => {
    const lines = linesOf(made);
    const changes: Record<string, readonly string[]> = {
      removed: lines.toSpliced(2, 1),
      doubled: lines.toSpliced(2, 0, lines[2]!),
      moved: [lines[0]!, lines[2]!, lines[1]!, ...lines.slice(3)],
      unreadable: lines.with(2, "{}"),
      unreadable2: lines.with(2, lines[2]!.replace(/sha256:[0-9a-f]+/u, "../etc")),
      unreadable3: lines.with(2, lines[2]!.replace(/"offset":\d+/u, '"offset":"x"')),
    };
    for (const [name, changed] of Object.entries(changes)) {
      const folder = copy();
      writeLines(folder, changed);
      const { problems } = await verified(folder);
      expect(codes(problems), name).toContain("evidence/chain-broken");
      expect(codes(problems).includes("evidence/line-unreadable"), name).toBe(name.startsWith("unreadable"));
      const store = await opened(folder, "write");
      await store.keepCaptures([fetched("More.", PAGE, "2031-07-01T00:00:00Z")], AT);
      await store.close();
      expect(codes((await verified(folder)).problems), `${name}, after more was kept`).toContain(
        "evidence/chain-broken",
      );
    }
  });

  it("lines cut off the end", async () => {
    const folder = copy();
    writeLines(folder, linesOf(folder).slice(0, -1));
    const { problems } = await verified(folder);
    expect(problems).toMatchObject([
      { code: "evidence/log-cut", input: "evidence log line 6" },
      { code: "evidence/unlogged", input: madeCapture(NOTE).id },
    ]);
    rmSync(logOf(folder));
    expect(codes((await verified(folder)).problems)).toEqual(["evidence/log-cut", "evidence/unlogged"]);
  });

  it("a byte of a WARC record, a record cut off, a file of records gone", async () => {
    const { record } = parseLine(linesOf(made)[2]!)!;
    const changed = copy();
    const bytes = readFileSync(segmentOf(changed));
    bytes[record!.offset + 30]! ^= 1;
    writeFileSync(segmentOf(changed), bytes);
    expect((await verified(changed)).problems).toMatchObject([
      { code: "evidence/record-changed", input: "000001.warc.gz", detail: { offset: record!.offset } },
    ]);
    const cut = copy();
    truncateSync(segmentOf(cut), readFileSync(segmentOf(cut)).length - 1);
    expect(codes((await verified(cut)).problems)).toEqual(["evidence/record-missing"]);
    rmSync(segmentOf(cut));
    expect(
      (await verified(cut)).problems.filter(({ code }) => code === "evidence/record-missing"),
    ).toHaveLength(5);
  });

  it.each([
    ["where it came from", "url = 'https://x.example/'"],
    ["what it is called", "ref = 'x'"],
    ["when it came", "captured_at = '2031-01-01T00:00:00Z'"],
    ["how it is read", "form = 'html'"],
    ["its encoding", "charset = 'koi8-r'"],
  ])("what the database says of a capture: %s", async (_, change) => {
    const folder = copy();
    const database = new Libsql(join(folder, "collection.db"));
    database.exec(`UPDATE captures SET ${change} WHERE id = '${madeCapture(THREE).id}'`);
    database.close();
    const { problems } = await verified(folder);
    expect(problems).toMatchObject([
      { code: "evidence/row-differs", input: madeCapture(THREE).id, detail: { sequence: 3 } },
    ]);
  });

  it("a row of the database", async () => {
    const folder = copy();
    const database = new Libsql(join(folder, "collection.db"));
    database.exec("UPDATE sightings SET captured_at = '2031-01-01T00:00:00Z' WHERE sequence = 4");
    database.exec("DELETE FROM sightings WHERE sequence = 6");
    database.close();
    const { problems } = await verified(folder);
    expect(codes(problems)).toEqual(["evidence/row-differs", "evidence/row-missing"]);
  });
});

describe("a process that was killed while it kept something", () => {
  it("leaves nothing that the next one does not put right", async () => {
    const whole = linesOf(made);
    for (const [lines, tail] of [
      [whole, '{"at":"2031'],
      [whole.slice(0, 5), ""],
    ] as const) {
      const folder = copy();
      if (lines.length < whole.length) {
        // As if the database had not come to know of the last two lines.
        const database = new Libsql(join(folder, "collection.db"));
        const fourth = parseLine(whole[3]!)!;
        const bytes = Buffer.byteLength(
          whole
            .slice(0, 4)
            .map((line) => `${line}\n`)
            .join(""),
        );
        const { segment, offset, length } = fourth.record!;
        const state = {
          sequence: 4,
          hash: fourth.hash,
          logBytes: bytes,
          segment: { name: segment, length: offset + length },
        };
        database.prepare("UPDATE settings SET value = ? WHERE name = 'evidence'").run(JSON.stringify(state));
        database.exec("DELETE FROM sightings WHERE sequence > 4");
        database.exec(`DELETE FROM readings WHERE document = '${madeCapture(NOTE).id}'`);
        database.exec(`DELETE FROM captures WHERE id = '${madeCapture(NOTE).id}'`);
        database
          .prepare("UPDATE captures SET ref = ?, url = ? WHERE id = ?")
          .run(PAGE, PAGE, madeCapture(THREE).id);
        database.close();
      }
      writeFileSync(logOf(folder), `${lines.map((line) => `${line}\n`).join("")}${tail}`);
      writeFileSync(
        segmentOf(folder),
        Buffer.concat([readFileSync(segmentOf(folder)), Buffer.from([0x1f, 0x8b, 8])]),
      );
      const before = await verified(folder);
      expect(before.problems).toEqual([]);
      expect(codes(before.notes)).toEqual(["evidence/surplus-bytes"]);
      const store = await opened(folder, "write");
      await store.keepCaptures([fetched("More.", PAGE, "2031-07-01T00:00:00Z")], AT);
      await store.close();
      const after = await verified(folder);
      expect(after.problems).toEqual([]);
      expect(after.result.lines).toBe(lines.length + 2);
      expect(existsSync(join(folder, "evidence", "000002.warc.gz"))).toBe(true);
    }
  });
});

describe("a collection from before there was a log", () => {
  it("gets a line for each capture, which says that nobody knows when", async () => {
    const folder = copy();
    rmSync(join(folder, "evidence"), { recursive: true });
    for (const name of readdirSync(folder)) if (name.startsWith("collection.db")) rmSync(join(folder, name));
    const database = new Libsql(join(folder, "collection.db"));
    const db = new Kysely<unknown>({
      dialect: new SqliteDialect({ database: database as unknown as SqliteDatabase }),
    });
    await schemaOne(db);
    const insert = database.prepare("INSERT INTO captures (id, ref, form, size) VALUES (?, ?, 'text', ?)");
    for (const text of [EIGHT, THREE, NOTE]) insert.run(madeCapture(text).id, "a.txt", text.length);
    database.exec("PRAGMA user_version = 1");
    database.close();
    const { result, problems } = await verified(folder);
    expect(problems).toEqual([]);
    expect(result).toMatchObject({ lines: 3, captures: 3, records: 0 });
    expect(linesOf(folder).map((line) => parseLine(line)!.at)).toEqual([null, null, null]);
    const store = await opened(folder, "read");
    expect(await store.bytesOf(madeCapture(EIGHT).id)).toEqual({ ok: true, value: bytesOf(EIGHT) });
    await store.close();
  });
});
