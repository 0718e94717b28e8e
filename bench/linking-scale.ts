// Time and memory of linking made-up events, how well that finds what was made, and the time of one document more.
//   npx tsx bench/linking-scale.ts [10000 100000 1000000] [--more 200]
import { fileURLToPath } from "node:url";
import { knowledgeFolder } from "../src/adapters/files/knowledge-files.js";
import { linkIndex } from "../src/linking/link-index.js";
import { NO_ACTORS } from "../src/model/actor-lookup.js";
import type { DocumentRecord } from "../src/model/record.js";
import { parseComparisonKnowledge } from "../src/knowledge/comparison.js";
import { madeEvents } from "./made-events.js";

const layers = [knowledgeFolder(fileURLToPath(new URL("../knowledge", import.meta.url)))];
const knowledge = { comparison: parseComparisonKnowledge(layers), actors: NO_ACTORS };
const given = process.argv
  .slice(2)
  .filter((word) => /^\d+$/u.test(word))
  .map(Number);
const moreAt = process.argv.indexOf("--more");
const MORE = moreAt < 0 ? 200 : given.pop()!;

let [last, peak] = [0, 0];
for (const size of given.length > 0 ? given : [10_000, 100_000, 1_000_000]) {
  const index = linkIndex(knowledge);
  const labels = new Map<string, number>();
  const later: DocumentRecord[] = [];
  let [events, generating] = [0, 0];
  const begin = performance.now();
  const cpu = process.cpuUsage();
  let mark = begin;
  // Of all documents, those that come last are spread evenly.
  const every = Math.floor(size / 2 / MORE);
  let documents = 0;
  for (const { record, labels: own } of madeEvents(size, 1)) {
    record.events.forEach((event, i) => labels.set(`${record.document.id}#${event.id}`, own[i]!));
    const now = performance.now();
    generating += now - mark;
    if (++documents % every === 0 && later.length < MORE) later.push(record);
    else {
      index.add(record);
      events += record.events.length;
    }
    mark = performance.now();
  }
  const added = performance.now();
  index.settle();
  const settled = performance.now();
  const used = process.cpuUsage(cpu);
  peak = Math.max(peak, process.memoryUsage().rss);
  const took = (settled - begin - generating) / 1000;
  const single = later.map((record) => {
    // Processor time: what else the machine does at the time does not show.
    const from = process.cpuUsage();
    index.add(record);
    index.settle();
    const { user, system } = process.cpuUsage(from);
    return (user + system) / 1000;
  });
  single.sort((a, b) => a - b);
  const { precision, recall } = agreement(index.groups(), labels);
  const at = (share: number) =>
    single[Math.min(single.length - 1, Math.floor(share * single.length))]!.toFixed(1);
  console.log(
    `${events} events in ${documents - later.length} documents: linked in ${took.toFixed(1)} s ` +
      `(taking in ${((added - begin - generating) / 1000).toFixed(1)} s; with making them up ${((used.user + used.system) / 1e6).toFixed(1)} s of processor time)${last === 0 ? "" : `, ${(took / last).toFixed(1)} times the last`}; ` +
      `${Math.round(peak / 2 ** 20)} MB; one document more: ${at(0.5)} ms at the median, ${at(0.95)} ms at the 95th percentile, ${at(1)} ms at most; ` +
      `B³ P ${(100 * precision).toFixed(1)} R ${(100 * recall).toFixed(1)}`,
  );
  last = took;
}

function agreement(groups: readonly (readonly string[])[], labels: ReadonlyMap<string, number>) {
  const sizes = new Map<number, number>();
  for (const label of labels.values()) sizes.set(label, (sizes.get(label) ?? 0) + 1);
  let [precision, recall] = [0, 0];
  for (const group of groups) {
    const counts = new Map<number, number>();
    for (const key of group) counts.set(labels.get(key)!, (counts.get(labels.get(key)!) ?? 0) + 1);
    for (const [label, both] of counts) {
      precision += (both * both) / group.length / labels.size;
      recall += (both * both) / sizes.get(label)! / labels.size;
    }
  }
  return { precision, recall };
}
