// Kills `hearsay add` with SIGKILL at random moments, again and again, and looks after each kill whether the collection still
// holds what was acknowledged. Where a run got through, the collection is compared with one that was never disturbed, and
// the next begins. With --until kept the kills fall while bytes are taken in, and what was kept whole is then read undisturbed.
// Run: npx tsx bench/kill.ts [--kills 100] [--seed 1] [--documents 300] [--input files|warc] [--until kept|end]
// (builds nothing: npm run build)
import { spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { fileURLToPath } from "node:url";
import { rfc3161Timestamps } from "../src/adapters/timestamps/rfc3161.js";
import { verify } from "../src/app/verify.js";
import type { Problem } from "../src/base/result.js";
import { writeMadeWarc } from "./made-warc.js";
import { openSqliteStore } from "../src/adapters/sqlite/open-store.js";

const { values: options } = parseArgs({
  options: {
    kills: { type: "string", default: "100" },
    seed: { type: "string", default: "1" },
    documents: { type: "string", default: "300" },
    input: { type: "string", default: "files" },
    until: { type: "string", default: "end" },
  },
});
/** Pages of an archive are so large that a few are a batch: kills come between batches, however few documents there are. */
const LARGE = 300_000;
// Ctrl-C ends the trial with what was done so far.
let stopped = false;
process.on("SIGINT", () => (stopped = true));
const kills = Number(options.kills);
const documents = Number(options.documents);
const random = mulberry32(Number(options.seed));
const program = fileURLToPath(new URL("../bin/hearsay.mjs", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "hearsay-kill-"));
const reports = join(folder, options.input === "warc" ? "reports.warc.gz" : "reports");
/** The times that bytes came: each has a line in the evidence log. */
const sightings =
  options.input === "warc" ? (await writeMadeWarc(reports, documents, true, LARGE)).sightings : documents;
if (options.input !== "warc") writeReports();

interface Run {
  readonly killed: boolean;
  readonly exit: number | null;
  readonly acknowledged: readonly string[];
  readonly stdout: string;
  readonly milliseconds: number;
  /** When the last document was acknowledged; 0: none was. */
  readonly keptAfter: number;
}

const problems: string[] = [];
try {
  const reference = join(folder, "reference");
  const whole = await hearsay([
    "add",
    reports,
    "-c",
    reference,
    "--now",
    "2031-05-02T10:00:00Z",
    "--acknowledge",
  ]);
  if (whole.exit !== 0) throw new Error(`the undisturbed run failed with ${whole.exit}`);
  const expected = await incidents(reference);
  console.log(
    `${documents} documents, kept after ${whole.keptAfter.toFixed(0)} and done after ` +
      `${whole.milliseconds.toFixed(0)} ms undisturbed; seed ${options.seed}`,
  );
  const onlyKeeping = options.until === "kept";
  const span = onlyKeeping ? whole.keptAfter : whole.milliseconds;

  let done = 0;
  let acknowledged = 0;
  const during = { starting: 0, keeping: 0, later: 0 };
  for (let round = 0; done < kills && !stopped; round++) {
    const collection = join(folder, `c${round}`);
    const owed = new Set<string>();
    for (let finished = false; !finished && !stopped;) {
      const left = done < kills && !(onlyKeeping && owed.size === documents);
      const delay = left ? random() * span : null;
      const run = await hearsay(
        ["add", reports, "-c", collection, "--now", "2031-05-02T10:00:00Z", "--acknowledge"],
        delay,
      );
      acknowledged += run.acknowledged.length;
      for (const id of run.acknowledged) owed.add(id);
      await check(collection, owed, run.killed);
      if (run.killed) {
        done++;
        during[owed.size === 0 ? "starting" : owed.size < documents ? "keeping" : "later"]++;
      } else {
        finished = true;
        if (run.exit !== 0) problems.push(`a run after kills ended with ${run.exit}`);
        if ((await incidents(collection)) !== expected) problems.push("other incidents than undisturbed");
      }
    }
    rmSync(collection, { recursive: true, force: true });
  }
  const moments = `${during.starting} before anything was kept, ${during.keeping} while keeping, ${during.later} after`;
  console.log(
    `${done} kills (${moments}), ${acknowledged} acknowledgements, ${problems.length} lost, doubled or different`,
  );
  for (const problem of problems.slice(0, 20)) console.log(`  ${problem}`);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
process.exitCode = problems.length === 0 ? 0 : 1;

/** After a kill: every acknowledged document is there, its bytes are those of its hash, nothing is there twice, the evidence holds. */
async function check(collection: string, owed: ReadonlySet<string>, killed: boolean): Promise<void> {
  const store = await openSqliteStore(collection, "read");
  if (!store.ok) {
    if (owed.size > 0 || store.problem.code !== "collection/missing") problems.push(store.problem.code);
    return;
  }
  const captures = await store.value.captures();
  const ids = new Set(captures.map(({ id }) => id));
  const refs = new Set(captures.map(({ ref }) => ref));
  for (const id of owed) if (!ids.has(id)) problems.push(`${id} was acknowledged and is gone`);
  if (refs.size !== captures.length) problems.push("a document is there twice");
  for (const { id } of captures) {
    if (!(await store.value.bytesOf(id)).ok) problems.push(`the bytes of ${id} are gone`);
  }
  let records = 0;
  for await (const record of store.value.records()) {
    records++;
    if (!ids.has(record.document.id)) problems.push(`${record.document.id} is read but not kept`);
  }
  if (!killed && (captures.length !== documents || records !== documents)) {
    problems.push(`${captures.length} kept and ${records} read of ${documents} at the end`);
  }
  const seen = await store.value.sightings();
  const distinct = new Set(
    seen.map(({ capture, ref, url, capturedAt }) => JSON.stringify([capture, ref, url, capturedAt])),
  );
  if (distinct.size !== seen.length) problems.push("bytes that came once are logged twice");
  if (!killed && seen.length !== sightings) problems.push(`${seen.length} of ${sightings} logged at the end`);
  const onProblem = ({ code, input }: Problem, kind: string): void => {
    if (kind === "problem") problems.push(`${code} ${input}`);
  };
  await verify(store.value, rfc3161Timestamps(), { head: null, onProblem });
  await store.value.close();
}

async function incidents(collection: string): Promise<string> {
  return (await hearsay(["incidents", "-c", collection, "--format", "json"])).stdout;
}

function hearsay(args: readonly string[], killAfter: number | null = null): Promise<Run> {
  return new Promise((settle) => {
    const began = performance.now();
    const child = spawn(process.execPath, [program, ...args], { stdio: ["ignore", "pipe", "ignore"] });
    let stdout = "";
    let keptAfter = 0;
    child.stdout.on("data", (chunk: Buffer) => {
      stdout += chunk.toString();
      keptAfter = performance.now() - began;
    });
    const timer = killAfter === null ? null : setTimeout(() => child.kill("SIGKILL"), killAfter);
    child.on("close", (exit, signal) => {
      if (timer !== null) clearTimeout(timer);
      // A line that was cut off by the kill acknowledges nothing.
      const lines = stdout.split("\n").slice(0, -1);
      const acknowledged =
        args[0] === "add" ? lines.map((line) => (JSON.parse(line) as { id: string }).id) : [];
      const milliseconds = performance.now() - began;
      settle({ killed: signal === "SIGKILL", exit, acknowledged, stdout, milliseconds, keptAfter });
    });
  });
}

/** Files and rows, so that both ways of capture are under way. */
function writeReports(): void {
  mkdirSync(reports);
  const text = (i: number): string =>
    `Rockets hit the Merrow depot on ${1 + (i % 28)} May 2031, the provincial police said. ` +
    `${2 + (i % 5)} people were wounded. Report ${i} of the Tarn Courier.`;
  const rows = Math.floor(documents / 3);
  for (let i = rows; i < documents; i++) writeFileSync(join(reports, `r${i}.txt`), text(i));
  const lines = Array.from({ length: rows }, (_, i) => JSON.stringify({ id: `n${i}`, text: text(i) }));
  writeFileSync(join(reports, "rows.ndjson"), `${lines.join("\n")}\n`);
}

/** A small seeded generator (mulberry32): the same seed gives the same moments. */
function mulberry32(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}
