import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import {
  ftruncateSync,
  mkdirSync,
  openSync,
  closeSync,
  symlinkSync,
  writeFileSync,
  writeSync,
} from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { CAPTURE_LIMITS, fileCaptures } from "../../src/adapters/files/capture-files.js";
import type { CaptureLimits } from "../../src/adapters/files/capture-files.js";
import type { CaptureItem } from "../../src/ports/capture-source.js";
import { scratchFolder } from "../scratch.js";
import { madeWarc } from "./warc/made-archive.js";
import { zipped } from "./warc/made-zip.js";

const root = scratchFolder();
let names = 0;

function folder(files: Readonly<Record<string, string | Uint8Array>> = {}): string {
  const path = join(root, `f${names++}`);
  mkdirSync(path);
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(join(path, name, ".."), { recursive: true });
    writeFileSync(join(path, name), content);
  }
  return path;
}

async function capture(
  paths: string | readonly string[],
  stdin: string | null = null,
  limits?: CaptureLimits,
): Promise<CaptureItem[]> {
  async function* input(): AsyncGenerator<Uint8Array> {
    if (stdin !== null) yield Buffer.from(stdin);
  }
  const items: CaptureItem[] = [];
  const source = fileCaptures(input, limits);
  for await (const item of source.documents([paths].flat(), "2031-05-02T10:00:00Z")) items.push(item);
  return items;
}

/** Each document as [form, ref without the folder, its bytes as text], each problem as its code. */
async function told(path: string, limits?: CaptureLimits): Promise<unknown[]> {
  return (await capture(path, null, limits)).map((item) =>
    item.kind === "document"
      ? [item.capture.form, item.capture.ref.replace(`${path}/`, ""), Buffer.from(item.bytes).toString()]
      : codeOf(item),
  );
}

function codeOf(item: CaptureItem): string {
  return "problem" in item ? item.problem.code : item.kind;
}

describe("capturing files", () => {
  it("takes a folder's reports in code-unit order, all below, and passes over what is hidden", async () => {
    const path = folder({
      "b.txt": "b",
      "B.txt": "B",
      "a/z.html": "<p>z",
      ".hidden/x.txt": "x",
      ".y.txt": "y",
    });
    expect(await told(path)).toEqual([
      ["text", "B.txt", "B"],
      ["html", "a/z.html", "<p>z"],
      ["text", "b.txt", "b"],
    ]);
  });

  it("names each by the hash of its bytes, its path as given, and the instant", async () => {
    const path = folder({ "a.txt": "Smoke over Tarn.\r\n" });
    const [item] = await capture(join(path, "a.txt"));
    expect(item).toMatchObject({
      kind: "document",
      capture: {
        id: `sha256:${createHash("sha256").update("Smoke over Tarn.\r\n").digest("hex")}`,
        ref: join(path, "a.txt"),
        columns: null,
        capturedAt: "2031-05-02T10:00:00Z",
      },
    });
  });

  it("tells the form by the first bytes where the name does not", async () => {
    const path = folder({
      "1": "<!DOCTYPE html><p>x",
      "2": '{"text":"x"}\n',
      "3": "id,text\n1,x\n",
      "4": "Smoke, they said, and text.",
      "5.txt": Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from("Smoke", "utf16le")]),
      "6.txt": Buffer.from("Smoke over the depot", "utf16le"),
      "7.txt": Buffer.from([0x53, 0x6d, 0xf6, 0x6b, 0xff, 0xfe]),
    });
    const forms = (await capture(path)).map((item) =>
      item.kind === "document" ? item.capture.form : codeOf(item),
    );
    expect(forms).toEqual(["html", "ndjson-row", "csv-row", "text", "text", "text", "text"]);
  });

  it("reads standard input", async () => {
    const [item] = await capture("-", "Smoke over Tarn.");
    expect(item).toMatchObject({ kind: "document", capture: { form: "text", ref: "-" } });
    expect(await capture("-", "")).toMatchObject([{ problem: { code: "input/empty", input: "-" } }]);
  });
});

describe("capturing rows", () => {
  it("takes each line of NDJSON with its exact bytes, known by its own id or its line", async () => {
    const path = folder({
      "r.ndjson": '\ufeff{"id":"n1","text":"a"}\r\n\n{ "text": "b" }\n{"id":7,"text":"c"}',
    });
    expect(await told(path)).toEqual([
      ["ndjson-row", "n1", '{"id":"n1","text":"a"}'],
      ["ndjson-row", "r.ndjson#3", '{ "text": "b" }'],
      ["ndjson-row", "7", '{"id":7,"text":"c"}'],
    ]);
  });

  it("goes on after a line that is no object", async () => {
    const path = folder({ "r.ndjson": '{"text":"a"\n[1]\n"x"\n{"text":"b"}\n' });
    expect(await told(path)).toEqual([
      "ndjson/not-an-object",
      "ndjson/not-an-object",
      "ndjson/not-an-object",
      ["ndjson-row", "r.ndjson#4", '{"text":"b"}'],
    ]);
  });

  it("takes each record of a CSV with its exact bytes and the header's columns", async () => {
    const csv =
      '\ufeffid,Text,Title\r\nc1,"Smoke, ""black"",\r\nover Tarn",Fire\r\n,plain "quoted" words,\r\n\r\n';
    const path = folder({ "r.csv": csv });
    const items = await capture(join(path, "r.csv"));
    expect(await told(path)).toEqual([
      ["csv-row", "c1", 'c1,"Smoke, ""black"",\r\nover Tarn",Fire'],
      ["csv-row", "r.csv#4", ',plain "quoted" words,'],
    ]);
    expect(items[0]).toMatchObject({ capture: { columns: ["id", "text", "title"] } });
  });

  it("does not care where the file is cut into chunks", async () => {
    const rows = Array.from({ length: 9000 }, (_, i) => `${i},"Smoke ""${i}""\nover, Tarn"`);
    const path = folder({ "r.csv": `id,text\n${rows.join("\n")}\n` });
    const items = await capture(path);
    expect(
      items.map((item) => (item.kind === "document" ? Buffer.from(item.bytes).toString() : item)),
    ).toEqual(rows);
  });

  it("names the columns of a CSV without text, and those that it passes over", async () => {
    const path = folder({ "a.csv": "id,body\n1,x\n", "b.csv": "text,mood,score\nx,y,1\n" });
    expect(await capture(path)).toMatchObject([
      { kind: "problem", problem: { code: "csv/no-text-column", detail: { found: "id, body" } } },
      { kind: "warning", problem: { code: "csv/columns-ignored", detail: { ignored: "mood, score" } } },
      { kind: "document" },
    ]);
  });

  it("tells a quoted cell that is never closed", async () => {
    const path = folder({ "a.csv": 'text\nfine\n"never closed\nmore\n' });
    expect(await told(path)).toEqual([["csv-row", "a.csv#2", "fine"], "csv/unclosed-quote"]);
  });

  it("asks for UTF-8 where rows are in UTF-16", async () => {
    const utf16 = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from("id,text\n1,x\n", "utf16le")]);
    expect(await told(folder({ "a.csv": utf16, "b.ndjson": utf16 }))).toEqual([
      "input/utf-16-rows",
      "input/utf-16-rows",
    ]);
  });

  it("passes over one row above the limit and goes on", async () => {
    const long = `{"text":"${"x".repeat(2000)}"}`;
    const path = folder({ "a.ndjson": `{"text":"a"}\n${long}\n{"text":"b"}\n` });
    const items = await capture(path, null, { ...CAPTURE_LIMITS, document: 100, row: 1000 });
    expect(items).toMatchObject([
      { kind: "document" },
      { problem: { code: "input/too-large", detail: { size: long.length, limit: 1000 } } },
      { kind: "document" },
    ]);
  });
});

describe("what cannot be captured is told, and the rest goes on", () => {
  const withGood = async (make: (path: string) => void, code: string): Promise<void> => {
    const path = folder({ "zz.txt": "good" });
    make(path);
    expect(await told(path)).toEqual([code, ["text", "zz.txt", "good"]]);
  };

  it("missing", async () => {
    const path = folder({ "a.txt": "good" });
    const items = await capture([join(path, "gone.txt"), join(path, "a.txt", "b.txt"), join(path, "a.txt")]);
    expect(items.map((item) => codeOf(item))).toEqual(["input/missing", "input/missing", "document"]);
  });
  it("empty", () => withGood((path) => writeFileSync(join(path, "a.txt"), ""), "input/empty"));
  it("rows without any row", async () => {
    expect(await told(folder({ "a.csv": "text\n", "b.ndjson": "\n\n" }))).toEqual([
      "input/empty",
      "input/empty",
    ]);
  });
  it("binary", async () => {
    await withGood((path) => writeFileSync(join(path, "a.zip"), "PK\u0003\u0004 x"), "input/binary");
    await withGood(
      (path) => writeFileSync(join(path, "a.txt"), Buffer.from([1, 0, 0, 0, 7, 8, 0, 9])),
      "input/binary",
    );
  });
  it("a circle of links", () => withGood((path) => symlinkSync(path, join(path, "a")), "input/symlink-loop"));
  it("a link to itself", () =>
    withGood((path) => symlinkSync(join(path, "a"), join(path, "a")), "input/symlink-loop"));
  it("a pipe", () => withGood((path) => spawnSync("mkfifo", [join(path, "a.txt")]), "input/not-a-file"));
  it("an empty folder", async () => {
    expect(await told(folder())).toEqual(["input/no-documents"]);
  });
  it("a collection among the reports is passed over", async () => {
    expect(await told(folder({ "c/collection.db": "x", "c/captures/ab/abcd": "x", "a.txt": "a" }))).toEqual([
      ["text", "a.txt", "a"],
    ]);
  });
  it("a file that the system refuses to read", async (context) => {
    // Root may read every file, but no process may read this one's memory from the start.
    const path = "/proc/self/mem";
    const [item] = await capture(path);
    if (item?.kind === "problem" && item.problem.code === "input/missing") context.skip("needs /proc");
    // The kernel calls its size 0: to a person it is empty, where it is not refused.
    expect(["input/unreadable", "input/empty"]).toContain(
      item?.kind === "problem" ? item.problem.code : item,
    );
  });
  it("a folder that the system refuses to list", async (context) => {
    const path = folder({ "a.txt": "a" });
    if (process.getuid?.() === 0) {
      // As another user, whom permissions bind.
      const program = `
        import { fileCaptures } from ${JSON.stringify(new URL("../../src/adapters/files/capture-files.ts", import.meta.url).pathname)};
        process.setuid(65534);
        for await (const item of fileCaptures(() => process.stdin).documents([${JSON.stringify(path)}], null))
          console.log(item.problem?.code, item.problem?.detail?.system);`;
      spawnSync("chmod", ["000", path]);
      const ran = spawnSync("node", ["--import", "tsx", "--input-type=module", "-e", program], {
        encoding: "utf8",
      });
      if (ran.status !== 0) context.skip(`needs to become another user: ${ran.stderr.slice(0, 200)}`);
      expect(ran.stdout.trim()).toBe("input/unreadable EACCES");
    } else {
      spawnSync("chmod", ["000", path]);
      expect(await told(path)).toEqual(["input/unreadable"]);
    }
  });
  it("200 MB of text, and 200 MB that claim to be rows, without holding them", async () => {
    const path = folder({ "zz.txt": "good" });
    for (const name of ["a.txt", "b.ndjson"]) {
      const file = openSync(join(path, name), "w");
      writeSync(file, "Smoke over Tarn. ".repeat(400));
      ftruncateSync(file, 200 * 2 ** 20);
      closeSync(file);
    }
    const before = process.memoryUsage().rss;
    expect(await told(path)).toEqual(["input/too-large", "input/too-large", ["text", "zz.txt", "good"]]);
    expect(process.memoryUsage().rss - before).toBeLessThan(100 * 2 ** 20);
  });
});

describe("the bytes that were passed", () => {
  it("add up to the size of what was named, whatever became of it", async () => {
    const rows = Array.from({ length: 500 }, (_, i) => JSON.stringify({ text: `Report ${i}` })).join("\n");
    const records = Array.from({ length: 40 }, (_, i) => ({
      url: `https://tarn.example/${i}`,
      body: `Page ${i}`,
    }));
    const warc = await madeWarc(records, true);
    const path = folder({
      "a.txt": "good",
      "b.bin": new Uint8Array([0, 1, 2, 3]),
      "c.ndjson": rows,
      "d.warc.gz": warc,
      "e.wacz": await zipped({ "archive/d.warc.gz": warc, "pages/pages.jsonl": "" }),
      "f.txt": "",
    });
    const source = fileCaptures(async function* () {});
    const size = await source.size([path]);
    const passed: number[] = [];
    let documents = 0;
    for await (const item of source.documents([path], null, undefined, (bytes) => passed.push(bytes))) {
      if (item.kind === "document") documents++;
    }
    expect(documents).toBe(1 + 500 + 40 + 40);
    expect(passed.reduce((sum, bytes) => sum + bytes, 0)).toBeCloseTo(size!, 3);
    expect(await source.size([path, "-"])).toBeNull();
  });
});
