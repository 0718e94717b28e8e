// Who said what on PolNeAR's development articles: writes predictions and scores them with ../shared/eval/attribution.mjs.
// Usage: npx tsx bench/attribution.ts [--errors N]. PolNeAR marks beliefs, plans and gestures too, which this program does
// not record; quotation marks and "that" are widened to as PARC has them; the second sheet leaves out, on both sides, attributions whose cue is none of the program's.
import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { AttributionKnowledge } from "../src/knowledge/attribution.js";
import { SHARED } from "./gold-records.js";
import { attribution } from "./predict/attribution.js";
import { attributionKnowledge } from "./read-attributions.js";

type Spans = [number, number][];
interface Row {
  readonly id: string;
  readonly text: string;
  readonly attributions: readonly { source: Spans; cue: Spans; content: Spans }[];
}

const gold = join(SHARED, "data/polnear/dev.ndjson");
if (!existsSync(gold)) {
  console.log("skipped: no ../shared/data/polnear");
} else {
  const rows = readFileSync(gold, "utf8")
    .split("\n")
    .filter((line) => line.trim() !== "")
    .map((line) => JSON.parse(line) as Row);
  const folder = mkdtempSync(join(tmpdir(), "attribution-"));
  const started = process.hrtime.bigint();
  const predict = attribution();
  const predictions = rows.map(predict);
  const ms = Number(process.hrtime.bigint() - started) / 1e6;
  console.log(`${rows.length} articles read in ${ms.toFixed(0)} ms`);
  const scorer = fileURLToPath(new URL("eval/attribution.mjs", `file://${SHARED}/`));
  const errors = process.argv.includes("--errors")
    ? ["--errors", process.argv[process.argv.indexOf("--errors") + 1]!]
    : [];
  const score = (name: string, goldRows: readonly Row[]) => {
    const goldFile = join(folder, `${name}-gold.ndjson`);
    const predFile = join(folder, `${name}.ndjson`);
    writeFileSync(goldFile, goldRows.map((row) => JSON.stringify(row)).join("\n"));
    writeFileSync(predFile, predictions.join("\n"));
    console.log(`\n== ${name}`);
    console.log(
      execFileSync("node", [scorer, "--gold", goldFile, "--pred", predFile, ...errors], {
        encoding: "utf8",
        maxBuffer: 1 << 28,
      }),
    );
  };
  score("all", rows);
  score(
    "speech",
    rows.map((row) => ({
      ...row,
      attributions: row.attributions.filter((a) => reports(row.text, a.cue, attributionKnowledge)),
    })),
  );
}

function reports(text: string, cue: Spans, knowledge: AttributionKnowledge): boolean {
  const words = cue
    .map(([s, e]) => text.slice(s, e))
    .join(" ")
    .toLowerCase()
    .split(/[^\p{L}'’-]+/u);
  return words.some((word) => knowledge.cues.has(word));
}
