// Dates of publication against the gold: how many of the dates that a careful reader took this stage gets, gets wrong, or
// abstains from. Run: npx tsx bench/published.ts [--all] (also prints the reports without a date). Reads ../shared; skips
// without it. Dates that only inference can tell (seeds) count as abstained.
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { knowledgeFolder } from "../src/adapters/files/knowledge-files.js";
import { parseOutletKnowledge } from "../src/knowledge/outlets.js";
import { parseTextKnowledge } from "../src/knowledge/text.js";
import type { Capture } from "../src/model/document.js";
import { outletLookup } from "../src/pipeline/outlet-lookup.js";
import { readText } from "../src/reading/text/read-text.js";

const shared = fileURLToPath(new URL("../../shared/", import.meta.url));
if (!existsSync(shared)) {
  console.log("published: skipped, ../shared is not there");
  process.exit(0);
}
const layers = [knowledgeFolder(fileURLToPath(new URL("../knowledge", import.meta.url)))];
const knowledge = parseTextKnowledge(layers);
const outlets = outletLookup(parseOutletKnowledge(layers));
const encoder = new TextEncoder();

interface Item {
  readonly capture: Capture;
  readonly bytes: Uint8Array;
}
const rows: Item[] = readFileSync(`${shared}data/fakes/articles-dev.ndjson`, "utf8")
  .trim()
  .split("\n")
  .map((line) => item((JSON.parse(line) as { id: string }).id, "ndjson-row", encoder.encode(line)));
const seeds: Item[] = readdirSync(`${shared}seeds`).map((name) =>
  item(name.replace(".txt", ""), "text", readFileSync(`${shared}seeds/${name}`)),
);

const started = performance.now();
const read = new Map(
  [...rows, ...seeds].map(({ capture, bytes }) => [
    capture.ref,
    readText(capture, bytes, knowledge, outlets),
  ]),
);
const seconds = (performance.now() - started) / 1000;

const tally = { right: 0, wrong: 0, abstained: 0, none: 0, invented: 0 };
for (const folder of ["fakes", "seeds"]) {
  for (const name of readdirSync(`${shared}gold/${folder}`).filter((file) => file.endsWith(".json"))) {
    const gold = JSON.parse(readFileSync(`${shared}gold/${folder}/${name}`, "utf8")) as {
      published: unknown;
    };
    const wanted = alternatives(gold.published);
    const result = read.get(name.replace(".json", ""));
    const said = result?.ok === true ? result.value.document.published : null;
    if (wanted.every((day) => day === null)) tally[said === null ? "none" : "invented"]++;
    else if (said === null) tally[wanted.includes(null) ? "none" : "abstained"]++;
    else if (wanted.includes(said)) tally.right++;
    else {
      tally.wrong++;
      console.log(`wrong: ${name} gold ${JSON.stringify(gold.published)} said ${said}`);
    }
  }
}
const dated = tally.right + tally.wrong + tally.abstained;
const share = (count: number): string => `${((100 * count) / dated).toFixed(1)} %`;
console.log(
  `gold dates ${dated}: right ${tally.right} (${share(tally.right)}), wrong ${tally.wrong} (${share(tally.wrong)}), abstained ${tally.abstained}; ` +
    `without a date in gold: left open ${tally.none}, invented ${tally.invented}`,
);
const all = rows.map(({ capture }) => read.get(capture.ref)!);
const open = all.filter((result) => result.ok && result.value.document.published === null);
console.log(
  `fakes: ${all.length} reports, ${all.filter((result) => result.ok).length} read, ${open.length} without a date; ${(read.size / seconds).toFixed(0)} reports a second`,
);
if (process.argv.includes("--all"))
  for (const result of open)
    if (result.ok)
      console.log(result.value.document.ref, JSON.stringify(result.value.document.text.slice(0, 200)));

function item(ref: string, form: Capture["form"], bytes: Uint8Array): Item {
  return { capture: { id: `sha256:${ref}`, ref, form, columns: null, url: null, capturedAt: null }, bytes };
}

function alternatives(value: unknown): (string | null)[] {
  if (value !== null && typeof value === "object" && "anyOf" in value)
    return (value as { anyOf: (string | null)[] }).anyOf;
  return [typeof value === "string" ? value : null];
}
