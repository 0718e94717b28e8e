// A WARC file of many pages through `hearsay add`, whole: how fast, how much memory at most, whether anything is lost, whether
// duplicates are found; then verify and archive of what was kept.
// Run: npx tsx bench/web-archive.ts [--pages 10000]   (builds nothing: npm run build; Linux, for the peak of memory)
import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { fileURLToPath } from "node:url";
import { openSqliteStore } from "../src/adapters/sqlite/open-store.js";
import { writeMadeWarc } from "./made-warc.js";

const { values: options } = parseArgs({ options: { pages: { type: "string", default: "10000" } } });
const program = fileURLToPath(new URL("../bin/hearsay.mjs", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "hearsay-warc-"));
const collection = join(folder, "collection");

interface Run {
  readonly exit: number | null;
  readonly seconds: number;
  readonly megabytes: number;
  readonly stderr: string;
}

try {
  const warc = join(folder, "pages.warc.gz");
  const made = await writeMadeWarc(warc, Number(options.pages));
  console.log(`${made.pages} pages in ${made.sightings} records, ${(made.bytes / 1e6).toFixed(0)} MB packed`);
  const added = await hearsay(["add", warc, "-c", collection]);
  told("add", added, made.pages);
  const store = await openSqliteStore(collection, "read");
  if (!store.ok) throw new Error(store.problem.code);
  const captures = (await store.value.captures()).length;
  const sightings = (await store.value.sightings()).length;
  const failures = (await store.value.failures()).length;
  let records = 0;
  for await (const _ of store.value.records()) records++;
  await store.value.close();
  const lost = made.pages - captures + (captures - records - failures);
  console.log(
    `${captures} kept, ${records} read, ${failures} not readable, ${lost} lost; ` +
      `${sightings - captures} of ${made.sightings - made.pages} duplicates and revisits found`,
  );
  const verified = await hearsay(["verify", "-c", collection]);
  told("verify", verified, made.sightings);
  const wacz = join(folder, "all.wacz");
  const archived = await hearsay(["archive", "-c", collection, "-o", wacz]);
  told("archive", archived, made.sightings);
  console.log(`the archive has ${(statSync(wacz).size / 1e6).toFixed(0)} MB`);
  const right = lost === 0 && sightings === made.sightings && verified.exit === 0 && archived.exit === 0;
  process.exitCode = right && added.megabytes <= 600 ? 0 : 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}

function told(verb: string, { exit, seconds, megabytes, stderr }: Run, items: number): void {
  console.log(
    `${verb}: exit ${exit}, ${seconds.toFixed(0)} s, ${(items / seconds).toFixed(0)} a second, ${megabytes} MB of memory at most`,
  );
  if (exit !== 0) console.log(`  ${stderr.trim().split("\n").at(-1)}`);
}

function hearsay(args: readonly string[]): Promise<Run> {
  return new Promise((settle) => {
    const began = performance.now();
    const child = spawn(process.execPath, [program, ...args], { stdio: ["ignore", "ignore", "pipe"] });
    let stderr = "";
    let peak = 0;
    child.stderr.on("data", (chunk: Buffer) => (stderr = (stderr + chunk.toString()).slice(-20_000)));
    const look = setInterval(() => {
      try {
        const [, kilobytes] =
          /^VmHWM:\s+(\d+) kB/mu.exec(readFileSync(`/proc/${child.pid}/status`, "utf8")) ?? [];
        peak = Math.max(peak, Number(kilobytes ?? 0));
      } catch {
        // It has ended.
      }
    }, 200);
    child.on("close", (exit) => {
      clearInterval(look);
      settle({
        exit,
        seconds: (performance.now() - began) / 1000,
        megabytes: Math.round(peak / 1024),
        stderr,
      });
    });
  });
}
