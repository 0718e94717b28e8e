// Place names of ../shared/data/geoparsing/lgl.ndjson by ../shared/eval/toponyms.mjs, and how fast the two name rooms read.
// Writes the predictions to a temporary folder. Skipped where ../shared is absent. Usage: npx tsx bench/toponyms.ts [--errors]
import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { knowledgeFolder } from "../src/adapters/files/knowledge-files.js";
import { parseActorKnowledge } from "../src/knowledge/actors.js";
import { parsePlaceKnowledge } from "../src/knowledge/places.js";
import { parseSentenceKnowledge } from "../src/knowledge/sentences.js";
import { findActors } from "../src/reading/actors/find-actors.js";
import { findToponyms } from "../src/reading/places/find-toponyms.js";
import { splitSentences } from "../src/reading/sentences/split-sentences.js";
import { rowsOf } from "./predict/rows.js";
import { toponyms } from "./predict/toponyms.js";

const SHARED = fileURLToPath(new URL("../../shared/", import.meta.url));
const GOLD = `${SHARED}data/geoparsing/lgl.ndjson`;
if (!existsSync(GOLD)) {
  console.log("skipped: ../shared/data/geoparsing is not there");
  process.exit(0);
}
const layers = [knowledgeFolder(fileURLToPath(new URL("../knowledge", import.meta.url)))];
const begun = performance.now();
const places = parsePlaceKnowledge(layers);
const actors = parseActorKnowledge(layers);
console.log(`knowledge of both rooms loaded in ${Math.round(performance.now() - begun)} ms`);
const sentenceKnowledge = parseSentenceKnowledge(layers);

const articles = readFileSync(`${SHARED}data/fakes/articles-dev.ndjson`, "utf8")
  .split("\n")
  .filter((line) => line !== "")
  .map((line) => (JSON.parse(line) as { text: string }).text)
  .map((text) => ({ text, sentences: splitSentences(text, null, sentenceKnowledge) }));
const timed = (name: string, read: (a: (typeof articles)[number]) => unknown): number => {
  for (const a of articles) read(a);
  const start = process.cpuUsage();
  for (const a of articles) read(a);
  const { user, system } = process.cpuUsage(start);
  const ms = (user + system) / 1000;
  console.log(`${name}: ${Math.round((articles.length / ms) * 1000)} articles a second of processor time`);
  return ms;
};
const both =
  timed("places", (a) => findToponyms(a.text, a.sentences, {}, places)) +
  timed("actors", (a) => findActors(a.text, a.sentences, null, actors));
console.log(`both: ${Math.round((articles.length / both) * 1000)} articles a second`);

const predict = toponyms();
const predictions = rowsOf(GOLD).map(predict);
const out = join(mkdtempSync(join(tmpdir(), "hearsay-")), "toponyms.ndjson");
writeFileSync(out, `${predictions.join("\n")}\n`);
const args = [
  "--gold",
  GOLD,
  "--pred",
  out,
  ...(process.argv.includes("--errors") ? ["--errors", "100000"] : []),
];
console.log(
  execFileSync("node", [`${SHARED}eval/toponyms.mjs`, ...args], { encoding: "utf8", maxBuffer: 1 << 28 }),
);
