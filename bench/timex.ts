// Scores the time room on TempEval-3's development texts (value F1): npx tsx bench/timex.ts [--errors] [--validation]
// Writes its predictions to a temporary file and runs ../shared/eval/timex.mjs on them. Skipped where the data is absent.
import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Row } from "./predict/rows.js";
import { timex } from "./predict/timex.js";

const root = fileURLToPath(new URL("..", import.meta.url));
const data = join(root, "../shared/data/tempeval3/timebank-aquaint.ndjson");
if (!existsSync(data)) {
  console.log("skipped: ../shared/data/tempeval3 is not here");
  process.exit(0);
}
const predict = timex();
// Every fifth text is kept for validation: rules are written by the errors in the others.
const validation = process.argv.includes("--validation");
const lines = readFileSync(data, "utf8")
  .trim()
  .split("\n")
  .filter((_, i) => (i % 5 === 0) === validation);
const started = performance.now();
const predictions = lines.map((line) => predict(JSON.parse(line) as Row));
const took = performance.now() - started;
const folder = mkdtempSync(join(tmpdir(), "hearsay-timex-"));
writeFileSync(join(folder, "gold.ndjson"), `${lines.join("\n")}\n`);
writeFileSync(join(folder, "pred.ndjson"), `${predictions.join("\n")}\n`);
const args = [
  join(root, "../shared/eval/timex.mjs"),
  "--gold",
  join(folder, "gold.ndjson"),
  "--pred",
  join(folder, "pred.ndjson"),
];
if (process.argv.includes("--errors")) args.push("--errors", "1000");
console.log(execFileSync("node", args, { encoding: "utf8" }));
console.log(
  `${validation ? "validation fifth" : "development four fifths"}: ${lines.length} texts in ${took.toFixed(0)} ms; files in ${folder}`,
);
