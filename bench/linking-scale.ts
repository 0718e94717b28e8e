// Time of linking made-up events, and the agreement with how they were made.
//   npx tsx bench/linking-scale.ts [10000 100000]
import { fileURLToPath } from "node:url";
import { knowledgeFolder } from "../src/adapters/files/knowledge-files.js";
import { indexIncidents } from "../src/app/views/incident-index.js";
import { listIncidents } from "../src/app/views/incident-list.js";
import { parseComparisonKnowledge } from "../src/knowledge/comparison.js";
import { linkEvents } from "../src/linking/link.js";
import type { Incident } from "../src/model/incident.js";
import { NO_ACTORS } from "../src/model/actor-lookup.js";
import { syntheticRecords } from "../test/linking/synthetic-records.js";

const layers = [knowledgeFolder(fileURLToPath(new URL("../knowledge", import.meta.url)))];
const knowledge = { comparison: parseComparisonKnowledge(layers), actors: NO_ACTORS };
const sizes = process.argv.slice(2).map(Number);

for (const size of sizes.length > 0 ? sizes : [10_000, 100_000]) {
  const { records, labels } = syntheticRecords(size, 1);
  let begin = performance.now();
  const incidents = linkEvents(records, knowledge);
  const linked = performance.now() - begin;
  const clusterOf = new Map<string, Incident>(
    incidents.flatMap((i) => i.events.map((e) => [`${e.document}#${e.event}`, i] as const)),
  );
  const sizes = new Map<string, number>();
  for (const label of labels.values()) sizes.set(label, (sizes.get(label) ?? 0) + 1);
  let [precision, recall] = [0, 0];
  for (const [key, label] of labels) {
    const members = clusterOf.get(key)!.events;
    const both = members.filter((e) => labels.get(`${e.document}#${e.event}`) === label).length;
    precision += both / members.length / labels.size;
    recall += both / sizes.get(label)! / labels.size;
  }
  const byId = new Map(records.map((r) => [r.document.id, r]));
  begin = performance.now();
  const index = indexIncidents(incidents, (id) => byId.get(id) ?? null);
  const indexed = performance.now() - begin;
  begin = performance.now();
  listIncidents({ q: "sarben", sort: "disputes" }, index);
  const listed = performance.now() - begin;
  console.log(
    `${size} events: linked in ${(linked / 1000).toFixed(1)} s into ${incidents.length} incidents, B³ P ${(100 * precision).toFixed(1)} R ${(100 * recall).toFixed(1)}; ` +
      `indexed in ${(indexed / 1000).toFixed(1)} s, a query in ${listed.toFixed(0)} ms; ${Math.round(process.memoryUsage().rss / 2 ** 20)} MB`,
  );
}
