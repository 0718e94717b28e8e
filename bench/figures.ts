// Writes what a command printed into its block of BENCHMARKS.md: npx tsx bench/linking.ts | npx tsx bench/figures.ts linking
// Lines that only name single mistakes are left out with --until "TEXT": the line that begins with it, and all after it.
import { parseArgs } from "node:util";
import { readFileSync } from "node:fs";
import { writeFigures } from "./figures-block.js";

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: { until: { type: "string" } },
});
const [name] = positionals;
const lines = readFileSync(0, "utf8").trimEnd().split("\n");
const end = options.until === undefined ? -1 : lines.findIndex((line) => line.startsWith(options.until!));
const told = (end < 0 ? lines : lines.slice(0, end)).join("\n");
if (name === undefined || told.trim() === "") {
  console.error('usage: COMMAND | npx tsx bench/figures.ts BLOCK [--until "TEXT"]');
  process.exitCode = 2;
} else {
  writeFigures(name, told);
  console.log(told);
}
