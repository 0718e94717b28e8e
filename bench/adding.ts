// What one report more costs whoever has a large collection: made-up reports are added with the built program, then one more, and
// the processor time of that is told, beside that of a collection of one.
//   npx tsx bench/adding.ts [10000]
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { madeReports } from "./made-reports.js";

const program = fileURLToPath(new URL("../bin/hearsay.mjs", import.meta.url));
const size = Number(process.argv[2] ?? 10_000);
/** Has the program tell, when it ends, what it took with all its threads. */
const COUNTING = [
  "--import",
  `data:text/javascript,${encodeURIComponent(
    'process.on("exit", () => { const { user, system } = process.cpuUsage(); console.log(`processor ${(user + system) / 1e6}`); });',
  )}`,
];
const scratch = mkdtempSync(join(tmpdir(), "hearsay-adding-"));

try {
  const rows = [...madeReports(size + 2)].map((report) => JSON.stringify(report));
  told(`${size} reports into a new collection`, "large", rows.slice(0, size));
  told("one more", "large", rows.slice(size, size + 1));
  told("the same again", "large", rows.slice(size, size + 1));
  told("one into a new collection", "small", rows.slice(size + 1));
} finally {
  rmSync(scratch, { recursive: true, force: true });
}

function told(what: string, collection: string, rows: readonly string[]): void {
  const file = join(scratch, "rows.ndjson");
  writeFileSync(file, `${rows.join("\n")}\n`);
  const line = [...COUNTING, program, "add", file, "--collection", join(scratch, collection)];
  const begin = performance.now();
  const { status, stdout, stderr } = spawnSync(process.execPath, line, { encoding: "utf8" });
  const clock = (performance.now() - begin) / 1000;
  const processor = /^processor (\S+)$/mu.exec(stdout);
  if (status !== 0 || processor === null) throw new Error(stderr);
  console.log(`${what}: ${clock.toFixed(1)} s, ${Number(processor[1]).toFixed(1)} s of processor`);
}
