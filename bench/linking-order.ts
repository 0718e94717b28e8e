// Whether the order of arrival shows: the articles of ../shared/data/fakes (development part), read once, linked in shuffled
// orders, and one by one. All must give the same bytes. `--records FILE` takes records that `hearsay extract` wrote before.
//   npx tsx bench/linking-order.ts [20] [--records FILE]
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { knowledgeFolder } from "../src/adapters/files/knowledge-files.js";
import { sha256Hex } from "../src/base/hash.js";
import { linkEvents } from "../src/linking/link.js";
import { linkIndex } from "../src/linking/link-index.js";
import type { DocumentRecord } from "../src/model/record.js";
import { parseLinkingKnowledge } from "../src/pipeline/linking-knowledge.js";
import { generator } from "../test/linking/synthetic-records.js";
import { SHARED } from "./gold-records.js";
import { rowReader } from "./predict/reading.js";
import { rowsOf } from "./predict/rows.js";

const path = join(SHARED, "data/fakes/articles-dev.ndjson");
if (!existsSync(path)) {
  console.log("skipped: ../shared is not here");
  process.exit(0);
}
const rounds = Number(process.argv.slice(2).find((word) => /^\d+$/u.test(word)) ?? 20);
const given = process.argv.indexOf("--records");
const knowledge = parseLinkingKnowledge([
  knowledgeFolder(fileURLToPath(new URL("../knowledge", import.meta.url))),
]);
const records =
  given > 0
    ? readFileSync(process.argv[given + 1]!, "utf8")
        .trim()
        .split("\n")
        .map((line) => JSON.parse(line) as DocumentRecord)
    : readAll();
const pick = generator(1);
const expected = sha256Hex(JSON.stringify(linkEvents(records, knowledge)));
let same = 0;
for (let round = 0; round < rounds; round++)
  if (sha256Hex(JSON.stringify(linkEvents(shuffled(records), knowledge))) === expected) same++;
console.log(`${records.length} documents: ${same} of ${rounds} shuffles give the same bytes`);

const at = (order: readonly DocumentRecord[], each: boolean) => {
  const index = linkIndex(knowledge);
  for (const record of order) {
    index.add(record);
    if (each) index.settle();
  }
  index.settle();
  return JSON.stringify(index.groups());
};
// One by one is slow for all of them: a part must give what it gives at once.
const part = shuffled(records).slice(0, 200);
console.log(`one by one as at once: ${at(part, true) === at(shuffled(part), false)}`);

function readAll(): DocumentRecord[] {
  const read = rowReader();
  return rowsOf(path).flatMap((row) => read(row) ?? []);
}

function shuffled<T>(items: readonly T[]): T[] {
  const all = [...items];
  for (let i = all.length - 1; i > 0; i--) {
    const j = pick(i + 1);
    [all[i], all[j]] = [all[j]!, all[i]!];
  }
  return all;
}
