// The built program, as a person runs it: bin/hearsay.mjs in processes of its own.
import { execFileSync, spawn, spawnSync } from "node:child_process";
import {
  ftruncateSync,
  mkdirSync,
  openSync,
  closeSync,
  readFileSync,
  writeFileSync,
  writeSync,
} from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import Libsql from "libsql";
import { beforeAll, describe, expect, it, onTestFinished } from "vitest";
import { madeWarc, page } from "../adapters/warc/made-archive.js";
import { madePdf } from "../../bench/fuzz/made-pdf.js";
import { scratchFolder } from "../scratch.js";

const root = fileURLToPath(new URL("../..", import.meta.url));
const program = join(root, "bin/hearsay.mjs");
const scratch = scratchFolder();
const REPORT =
  "Three rockets hit the Merrow depot on 3 May 2031, the provincial police said. No one was hurt in the attack.";

beforeAll(() => {
  execFileSync(process.execPath, [join(root, "scripts/build.mjs")], { stdio: "pipe" });
});

function hearsay(
  args: readonly string[],
  input = "",
): { exit: number | null; stdout: string; stderr: string } {
  const ran = spawnSync(process.execPath, [program, ...args], { cwd: scratch, encoding: "utf8", input });
  return { exit: ran.status, stdout: ran.stdout, stderr: ran.stderr };
}

function reports(name: string, files: Readonly<Record<string, string | Uint8Array>>): string {
  const path = join(scratch, name);
  mkdirSync(path, { recursive: true });
  for (const [file, content] of Object.entries(files)) writeFileSync(join(path, file), content);
  return name;
}

describe("hearsay", () => {
  it("goes from a report to its incident and back to its bytes", () => {
    reports("one", { "a.txt": REPORT });
    const now = ["--now", "2031-05-04T00:00:00Z"];
    expect(hearsay(["add", "one", ...now])).toMatchObject({ exit: 0, stdout: "" });
    const incidents = JSON.parse(hearsay(["incidents", "--format", "json"]).stdout).incidents;
    expect(incidents.length).toBeGreaterThan(0);
    expect(hearsay(["show", incidents[0].id]).stdout).toContain("1 report");
    const explained = hearsay(["explain", "one/a.txt#e1#0"]);
    expect(explained.stdout).toContain("captured 2031-05-04T00:00:00Z");
    expect(explained.stdout).toContain("hashed again just now: the same");
    expect(hearsay(["add", "one", ...now]).stderr).toContain("0 documents added, 1 there already");
  });

  it("reads standard input, and two runs print the same bytes", () => {
    const [first, second] = [1, 2].map(() => hearsay(["extract", "-", "--format", "ndjson"], REPORT));
    expect(first).toMatchObject({ exit: 0, stderr: "" });
    expect(second).toEqual(first);
    expect(JSON.parse(first!.stdout)).toMatchObject({ schema: "hearsay/document/1", document: { ref: "-" } });
  });

  it("reads many on several threads, and prints them in order, as one by one", () => {
    const rows = Array.from({ length: 120 }, (_, i) =>
      JSON.stringify({ id: `n${i}`, text: `${REPORT} (${i})` }),
    );
    reports("rows", { "all.ndjson": rows.join("\n"), "some.ndjson": rows.slice(40, 60).join("\n") });
    const ran = hearsay(["extract", "rows/all.ndjson", "--format", "ndjson"]);
    expect(ran).toMatchObject({ exit: 0, stderr: expect.stringMatching(/^read 120 documents, .*\n$/u) });
    const all = ran.stdout.trimEnd().split("\n");
    expect(all.map((line) => JSON.parse(line).document.ref)).toEqual(rows.map((_, i) => `n${i}`));
    const some = hearsay(["extract", "rows/some.ndjson", "--format", "ndjson"]).stdout.trimEnd().split("\n");
    expect(all.slice(40, 60)).toEqual(some);
  });

  it("tells every bad input with its code, and does the rest", () => {
    const folder = reports("bad", {
      "1-empty.txt": "",
      "2-binary.txt": Buffer.from([0, 1, 2, 3, 0, 0, 9]),
      "4-broken.txt": Buffer.concat([
        Buffer.from(`“${REPORT}” – “Merrow is calm”, they said. `),
        Buffer.from([0xc3, 0x28, 0xff]),
      ]),
      "5-scripts.html": `<html><head><script>steal()</script></head><body><article><h1>Depot hit</h1><p>${REPORT}</p><p onclick="x()">${REPORT}</p></article></body></html>`,
      "6-columns.csv": "id,body\n1,x\n",
      "7-good.txt": REPORT,
    });
    const file = openSync(join(scratch, folder, "3-large.txt"), "w");
    writeSync(file, `${REPORT} `.repeat(100));
    ftruncateSync(file, 200 * 2 ** 20);
    closeSync(file);
    const { exit, stdout, stderr } = hearsay(["extract", "gone.txt", folder, "--format", "ndjson"]);
    expect([exit, stderr]).toEqual([1, expect.stringContaining("[")]);
    const codes = [...stderr.matchAll(/\[([a-z-]+\/[a-z0-9-]+)\]$/gmu)].map(([, code]) => code);
    expect(codes.sort()).toEqual([
      "csv/no-text-column",
      "input/binary",
      "input/empty",
      "input/missing",
      "input/too-large",
      "text/encoding-broken",
    ]);
    const refs = stdout
      .trimEnd()
      .split("\n")
      .map((line) => JSON.parse(line).document.ref);
    expect(refs).toEqual(["4-broken.txt", "5-scripts.html", "7-good.txt"].map((name) => `bad/${name}`));
    expect(stdout).not.toContain('steal()"}');
  });

  it("goes on behind PDF that are broken, hostile or none, as files and in archives", async () => {
    const good = madePdf([["Depot hit", "", REPORT.slice(0, 60), REPORT.slice(60)]]);
    // Both pages break off inside an array: pdf.js leaves promises behind that fail with nobody to hear it.
    const broken = Buffer.from(
      madePdf([["Depot hit"], ["More words"]])
        .toString("latin1")
        .replaceAll("/F1 3 0 R >> >> >>", "/F1 ["),
      "latin1",
    );
    const pdf = { "Content-Type": "application/pdf" };
    const crawl = await madeWarc([
      { url: "https://tarn.example/good", headers: pdf, body: Buffer.concat([good, Buffer.from("\n")]) },
      { url: "https://tarn.example/broken", headers: pdf, body: Buffer.concat([broken, Buffer.from("\n")]) },
      { url: "https://tarn.example/a-page", headers: pdf, body: page("Depot hit", `${REPORT} A page.`) },
      { url: "https://tarn.example/noise", headers: pdf, body: new Uint8Array([7, 0, 0, 1, 0, 2]) },
    ]);
    const folder = reports("pdf", {
      "1-broken.pdf": broken,
      "2-none.pdf": `%PDF-1.7 ${REPORT}`,
      "3-cut.pdf": good.subarray(0, 400),
      "4-good.pdf": good,
      "5-crawl.warc": crawl,
      "6-last.txt": REPORT,
    });
    const { exit, stdout, stderr } = hearsay(["extract", folder, "--format", "ndjson"]);
    expect([exit, stderr]).toEqual([1, expect.stringContaining("[")]);
    const told = [...stderr.matchAll(/(\S+): .*\[([a-z-]+\/[a-z0-9-]+)\]$/gmu)];
    expect(told.map(([, ref, code]) => `${ref} ${code}`)).toEqual([
      "pdf/1-broken.pdf pdf/no-text",
      "pdf/2-none.pdf pdf/unreadable",
      "pdf/3-cut.pdf pdf/unreadable",
      "https://tarn.example/broken pdf/no-text",
      "https://tarn.example/noise pdf/unreadable",
    ]);
    const refs = stdout
      .trimEnd()
      .split("\n")
      .map((line) => JSON.parse(line).document.ref);
    expect(refs).toEqual([
      "pdf/4-good.pdf",
      "https://tarn.example/good",
      "https://tarn.example/a-page",
      "pdf/6-last.txt",
    ]);
  });

  it("stops at Ctrl-C inside an archive, goes on from there, and archives and verifies what it kept", async () => {
    const pages = Array.from({ length: 260 }, (_, i) => ({
      url: `https://tarn.example/${i}`,
      body: page(`Depot hit ${i}`, `${REPORT} (${i})`),
    }));
    writeFileSync(join(scratch, "pages.warc.gz"), await madeWarc(pages, true));
    const first = spawn(
      process.execPath,
      [program, "add", "pages.warc.gz", "-c", "broken-off", "--acknowledge"],
      {
        cwd: scratch,
      },
    );
    onTestFinished(() => void first.kill("SIGKILL"));
    let acknowledged = "";
    let told = "";
    first.stderr.on("data", (chunk) => (told += chunk));
    first.stdout.on("data", (chunk) => {
      if (acknowledged === "") first.kill("SIGINT");
      acknowledged += chunk;
    });
    const ended = await new Promise((settle) => first.on("close", (...how) => settle(how)));
    expect([ended, told]).toEqual([[1, null], expect.stringContaining("[collection/interrupted]")]);
    const kept = acknowledged.trimEnd().split("\n").length;
    expect(kept).toBeGreaterThan(0);
    expect(kept).toBeLessThan(pages.length);
    const second = hearsay(["add", "pages.warc.gz", "-c", "broken-off"]);
    expect([second.exit, second.stderr]).toEqual([
      0,
      expect.stringContaining(
        `${pages.length - kept} documents added, ${kept} there already; broken-off holds 260`,
      ),
    ]);
    expect(hearsay(["verify", "-c", "broken-off"])).toMatchObject({ exit: 0 });
    expect(hearsay(["archive", "-c", "broken-off", "-o", "all.wacz"])).toMatchObject({ exit: 0 });
    const again = hearsay(["add", "all.wacz", "-c", "from-archive"]);
    expect([again.exit, again.stderr]).toEqual([0, expect.stringContaining("260 documents added, 0 there")]);
  });

  it("says when another process writes, and when the collection is from a newer program", () => {
    reports("one", { "a.txt": REPORT });
    hearsay(["add", "one", "-c", "kept"]);
    const lock = new Libsql(join(scratch, "kept/writer.lock"));
    lock.exec("BEGIN EXCLUSIVE");
    const busy = hearsay(["add", "one", "-c", "kept"]);
    lock.close();
    expect([busy.exit, busy.stderr]).toEqual([1, expect.stringContaining("[collection/busy]")]);
    const database = new Libsql(join(scratch, "kept/collection.db"));
    database.exec("PRAGMA user_version = 7");
    database.close();
    const newer = hearsay(["incidents", "-c", "kept"]);
    expect([newer.exit, newer.stderr]).toEqual([1, expect.stringContaining("[collection/newer-version]")]);
  });

  it("says when there is no collection, or no such knowledge pack", () => {
    expect(hearsay(["incidents", "-c", "none"])).toMatchObject({
      exit: 1,
      stderr: expect.stringContaining("[collection/missing]"),
    });
    expect(hearsay(["extract", "one", "--knowledge", "none"])).toMatchObject({
      exit: 1,
      stderr: expect.stringContaining("[knowledge/missing]"),
    });
  });

  it("says what is wrong with a knowledge pack", () => {
    mkdirSync(join(scratch, "pack/sentences"), { recursive: true });
    writeFileSync(join(scratch, "pack/sentences/xx.yaml"), "language: xx\ntitles: 7\n");
    reports("one", { "a.txt": REPORT });
    const ran = hearsay(["add", "one", "-c", "packed", "--knowledge", "pack"]);
    expect([ran.exit, ran.stderr]).toEqual([
      1,
      expect.stringMatching(/titles: .*\[knowledge\/invalid\]\n$/u),
    ]);
  });

  it("exits 2 with one line for wrong use", () => {
    expect(hearsay(["incidents", "--format", "xml"])).toMatchObject({
      exit: 2,
      stdout: "",
      stderr: expect.stringMatching(/^[^\n]+\n$/u),
    });
  });

  it("ends quietly when the reader of its output goes away", () => {
    const rows = Array.from({ length: 300 }, (_, i) => JSON.stringify({ text: `${REPORT} (${i})` }));
    reports("pipe", { "all.ndjson": rows.join("\n") });
    const command = `"${process.execPath}" "${program}" extract pipe/all.ndjson --format ndjson | head -n 1 | wc -l; echo "\${PIPESTATUS[0]}"`;
    const ran = spawnSync("bash", ["-c", command], { cwd: scratch, encoding: "utf8" });
    expect(ran.stdout.trim().split(/\s+/u)).toEqual(["1", "0"]);
    expect(ran.stderr).toBe("");
  });

  it("serves an empty collection where there is none, until Ctrl-C, and then exits 0", async () => {
    const server = spawn(process.execPath, [program, "serve", "-c", "served", "--port", "0"], {
      cwd: scratch,
    });
    onTestFinished(() => void server.kill("SIGKILL"));
    const url = await new Promise<string>((settle, fail) => {
      server.on("exit", () => fail(new Error("ended before it served")));
      let said = "";
      server.stderr.on("data", (chunk) => {
        said += chunk;
        const found = /http:\/\/127\.0\.0\.1:\d+/u.exec(said)?.[0];
        if (found !== undefined) settle(found);
      });
    });
    expect(await (await fetch(`${url}/api/collection`)).json()).toMatchObject({
      name: "served",
      documents: 0,
    });
    const exit = new Promise((settle) => server.on("exit", settle));
    server.kill("SIGINT");
    expect(await exit).toBe(0);
  });

  it("is what package.json names as its bin", () => {
    const manifest = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
    expect(join(root, manifest.bin.hearsay)).toBe(program);
  });
});
