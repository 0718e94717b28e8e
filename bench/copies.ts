// Copies among the articles of ../shared/data/fakes (development part): how many of the pairs of different outlets that share
// half of the shorter text, or a quarter of both, are found by the sketches that origins are judged with; and whether any of
// the pairs in copies.json that a person judged to be no copies is joined.
//   npx tsx bench/copies.ts
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { knowledgeFolder } from "../src/adapters/files/knowledge-files.js";
import { parseComparisonKnowledge } from "../src/knowledge/comparison.js";
import { isCopy, sketchOf } from "../src/linking/near-duplicates.js";
import { wordsOf } from "../src/linking/words.js";
import { SHARED } from "./gold-records.js";

interface Article {
  readonly id: string;
  readonly outlet: string;
  readonly title: string | null;
  readonly text: string;
}

const path = join(SHARED, "data/fakes/articles-dev.ndjson");
if (!existsSync(path)) {
  console.log("skipped: ../shared is not here");
  process.exit(0);
}
const layers = [knowledgeFolder(fileURLToPath(new URL("../knowledge", import.meta.url)))];
const limits = parseComparisonKnowledge(layers).values.measures.copies;
const articles = readFileSync(path, "utf8")
  .split("\n")
  .filter((line) => line.trim() !== "")
  .map((line) => JSON.parse(line) as Article);
const shingles = articles.map(({ text }) => {
  const words = wordsOf(text);
  return new Set(words.slice(3).map((_, i) => words.slice(i, i + 4).join(" ")));
});
const sketches = articles.map(({ title, text }) => sketchOf(`${title ?? ""}\n\n${text}`));

let [copies, found] = [0, 0];
for (let i = 0; i < articles.length; i++)
  for (let j = i + 1; j < articles.length; j++) {
    if (articles[i]!.outlet === articles[j]!.outlet) continue;
    const [short, long] = [shingles[i]!, shingles[j]!].sort((a, b) => a.size - b.size) as [
      Set<string>,
      Set<string>,
    ];
    let both = 0;
    for (const shingle of short) if (long.has(shingle)) both++;
    if (both < short.size / 2 && both < (short.size + long.size - both) / 4) continue;
    copies++;
    if (isCopy(sketches[i]!, sketches[j]!, limits)) found++;
  }
console.log(`copies: ${found} of ${copies} pairs found (${((100 * found) / copies).toFixed(1)} %)`);

const judged = JSON.parse(readFileSync(new URL("copies.json", import.meta.url), "utf8")) as {
  pairs: readonly { a: string; b: string; judged: string }[];
};
const at = new Map(articles.map(({ id }, i) => [id, i]));
const joined = judged.pairs.filter(({ a, b }) =>
  isCopy(sketches[at.get(a)!]!, sketches[at.get(b)!]!, limits),
);
console.log(
  `judged pairs: ${judged.pairs.length}, ${joined.length} joined, ${joined.filter((p) => p.judged === "apart").length} of them wrongly; ` +
    `copies left apart: ${judged.pairs.filter((p) => p.judged === "copy" && !joined.includes(p)).length}`,
);
