// The ratchet: measures the scores of bench/evaluation/measures.ts and fails where one is more than a point under what
// bench/reached.json holds. `npm test` runs it where ../shared is there. Needs the built program.
//   npm run evaluate -- --reached          measure, and raise the file to what is reached now
//   npx tsx bench/reached.ts [--raise]     the same, and without --raise: check only
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { falls, raised } from "./evaluation/ratchet.js";
import { MEASURES, missingNeeds, type Scores } from "./evaluation/measures.js";

const FILE = fileURLToPath(new URL("reached.json", import.meta.url));

export function checkReached(raise: boolean): boolean {
  const reached: Scores = existsSync(FILE) ? (JSON.parse(readFileSync(FILE, "utf8")) as Scores) : {};
  const scratch = mkdtempSync(join(tmpdir(), "hearsay-reached-"));
  const now: Record<string, number> = {};
  try {
    for (const measure of MEASURES) {
      const missing = missingNeeds(measure);
      if (missing.length > 0) {
        console.log(`${measure.name}: skipped, ../shared/${missing[0]} is not there`);
        continue;
      }
      Object.assign(now, measure.scores(scratch));
    }
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
  for (const [name, score] of Object.entries(now))
    console.log(
      `${name.padEnd(44)} ${score.toFixed(1).padStart(5)}   reached ${reached[name]?.toFixed(1) ?? "–"}`,
    );
  const fallen = falls(reached, now);
  for (const fall of fallen) console.log(`FELL ${fall.name}: ${fall.now} after ${fall.reached}`);
  if (raise) writeFileSync(FILE, `${JSON.stringify(raised(reached, now), null, 2)}\n`);
  return fallen.length === 0;
}

if (process.argv[1] === fileURLToPath(import.meta.url) && !checkReached(process.argv.includes("--raise")))
  process.exitCode = 1;
