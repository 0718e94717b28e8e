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
import { attributionKnowledge, readAttributions } from "./read-attributions.js";

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
  const predictions = rows.map((row) => {
    const { attributions } = readAttributions(row.text, 0);
    const spans = (list: readonly { start: number; end: number }[]): Spans =>
      list.map((s) => [s.start, s.end]);
    return {
      id: row.id,
      attributions: attributions
        .filter((a) => a.sources.length > 0 && a.cue.length > 0)
        .map((a) => ({
          source: spans(a.source),
          cue: spans(a.cue),
          content: a.direct
            ? a.content.map((s): [number, number] => [
                Math.max(0, s.start - 1),
                Math.min(row.text.length, s.end + 1),
              ])
            : withComplementizer(row.text, spans(a.content)),
        })),
    };
  });
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
    writeFileSync(predFile, predictions.map((row) => JSON.stringify(row)).join("\n"));
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

/** PARC counts the "that" before what is said to it. */
function withComplementizer(text: string, content: Spans): Spans {
  return content.map(([start, end]) => {
    const before = /(\p{L}+)\s+$/u.exec(text.slice(Math.max(0, start - 12), start));
    const opens = before !== null && attributionKnowledge.words.complementizers.has(before[1]!.toLowerCase());
    return [opens ? start - before[0].length : start, end];
  });
}

function reports(text: string, cue: Spans, knowledge: AttributionKnowledge): boolean {
  const words = cue
    .map(([s, e]) => text.slice(s, e))
    .join(" ")
    .toLowerCase()
    .split(/[^\p{L}'’-]+/u);
  return words.some((word) => knowledge.cues.has(word));
}
