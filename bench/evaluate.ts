// `npm run evaluate`: the built program over the gold documents, scored by ../shared/eval/score.mjs, and what it missed or
// invented, grouped by cause with examples and their derivations. Skipped where ../shared is not there.
//   npm run evaluate -- [--gold seeds|fakes] [--examples 3] [--cause "count: not found"] [--write] [--reached]
// --reached measures what bench/reached.json holds and raises it; --write puts the sheets and the table of causes (no texts) into BENCHMARKS.md.
import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { fileURLToPath } from "node:url";
import type { DocumentRecord } from "../src/model/record.js";
import { causesOf, type Cause } from "./evaluation/causes.js";
import { keyOf, readGold } from "./evaluation/gold.js";
import { mistakesIn } from "./evaluation/mistakes.js";
import { writeFigures } from "./figures-block.js";
import { checkReached } from "./reached.js";

const { values: options } = parseArgs({
  options: {
    gold: { type: "string", multiple: true, default: ["seeds", "fakes"] },
    examples: { type: "string", default: "3" },
    cause: { type: "string" },
    write: { type: "boolean", default: false },
    reached: { type: "boolean", default: false },
  },
});

const program = fileURLToPath(new URL("../bin/hearsay.mjs", import.meta.url));
const shared = fileURLToPath(new URL("../../shared", import.meta.url));
const INPUTS: Readonly<Record<string, readonly string[]>> = {
  seeds: ["seeds"],
  fakes: ["data/fakes/articles-dev.ndjson"],
};
/** More mistakes than there can be. */
const ALL = "1000000";

if (!existsSync(join(shared, "gold"))) {
  console.log("evaluate: skipped, ../shared is not there");
} else if (options.reached) {
  if (!checkReached(true)) process.exitCode = 1;
} else {
  const scratch = mkdtempSync(join(tmpdir(), "hearsay-evaluate-"));
  try {
    const sheets = options.gold.map((name) => evaluated(name, scratch));
    if (options.write) writeFigures("evaluate", sheets.join("\n\n"));
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

/** Prints everything; gives back what may be written: the sheet and the table, without texts. */
function evaluated(name: string, scratch: string): string {
  const inputs = INPUTS[name];
  if (inputs === undefined) throw new Error(`--gold is ${Object.keys(INPUTS).join(" or ")}`);
  const paths = inputs.map((path) => join(shared, path));
  const [extracted, incidents] = [join(scratch, `${name}.ndjson`), join(scratch, `${name}.json`)];
  writeFileSync(extracted, hearsay(["extract", ...paths, "--format", "ndjson"]));
  hearsay(["add", ...paths, "-c", join(scratch, name), "--now", "2026-01-01T00:00:00Z"]);
  writeFileSync(incidents, hearsay(["incidents", "-c", join(scratch, name), "--format", "json"]));

  const folder = join(shared, "gold", name);
  const output = node([
    join(shared, "eval/score.mjs"),
    "--gold",
    folder,
    "--extract",
    extracted,
    "--incidents",
    incidents,
    "--errors",
    ALL,
  ]);
  const gold = readGold(folder);
  const records = new Map(
    readFileSync(extracted, "utf8")
      .split("\n")
      .filter((line) => line !== "")
      .map((line) => JSON.parse(line) as DocumentRecord)
      .map((record) => [keyOf(record.document.ref), record]),
  );
  const sheet = output.split(/^- /mu)[0]!.trimEnd();
  const causes = causesOf(mistakesIn(output, new Set(gold.keys())), gold, records);
  const given = `${inputs.join(", ")}: ${records.size} of ${documentsIn(paths)} documents in the output`;
  const told = `gold/${name} (${given})\n\n${sheet}\n\n${table(causes)}`;
  console.log(`${told}\n\n${examples(causes)}\n`);
  return told;
}

function documentsIn(paths: readonly string[]): number {
  return paths
    .map((path) =>
      path.endsWith(".ndjson")
        ? readFileSync(path, "utf8").trim().split("\n").length
        : readdirSync(path).filter((file) => file.endsWith(".txt")).length,
    )
    .reduce((sum, n) => sum + n, 0);
}

function table(causes: readonly Cause[]): string {
  const row = (name: string, missed: string, invented: string, claims: string): string =>
    `${name.padEnd(42)} ${missed.padStart(7)} ${invented.padStart(12)} ${claims.padStart(15)}`;
  return [
    row("cause", "missed", "not in gold", "claims with it"),
    ...causes.map((c) =>
      row(c.name, String(c.missed), String(c.invented), c.claims === 0 ? "" : String(c.claims)),
    ),
  ].join("\n");
}

function examples(causes: readonly Cause[]): string {
  const most = Number(options.examples);
  return causes
    .filter((cause) => options.cause === undefined || cause.name === options.cause)
    .map(({ name, examples: all }) => {
      // Spread over all documents, not the first few of the first.
      const step = Math.max(1, Math.floor(all.length / most));
      const some = all.filter((_, i) => i % step === 0).slice(0, most);
      const lines = some.flatMap(({ told, derivation }) => [
        `  - ${told}`,
        ...derivation.map((d) => `      ${d}`),
      ]);
      return [`${name}:`, ...lines].join("\n");
    })
    .join("\n\n");
}

function hearsay(args: readonly string[]): string {
  return node([program, ...args]);
}

function node(args: readonly string[]): string {
  const ran = spawnSync(process.execPath, args, { encoding: "utf8", maxBuffer: 2 ** 30 });
  if (ran.status !== 0) throw new Error(`${args.join(" ")} ended with ${ran.status}\n${ran.stderr}`);
  return ran.stdout;
}
