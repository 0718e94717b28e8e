// Time and memory of linking made-up events, how well that finds what was made, and the time of one document more.
//   npx tsx bench/linking-scale.ts [10000 100000 1000000] [--more 200]
// A million needs a few gigabytes: NODE_OPTIONS=--max-old-space-size=6000. Processor time is given beside the clock's, for what
// else the machine does at the time shows in the clock only. Memory is the process's peak, made-up documents in the making included.
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
const BATCH = 1000;

/** Seconds by the clock and of the processor. */
interface Spent {
  readonly clock: number;
  readonly processor: number;
}

let last = 0;
for (const size of given.length > 0 ? given : [10_000, 100_000, 1_000_000]) {
  const index = linkIndex(knowledge);
  const labels = new Map<string, number>();
  const later: DocumentRecord[] = [];
  let [events, documents] = [0, 0];
  let takingIn: Spent = { clock: 0, processor: 0 };
  let batch: DocumentRecord[] = [];
  const takeIn = () => {
    const { clock, processor } = spent(() => batch.forEach((record) => index.add(record)));
    takingIn = { clock: takingIn.clock + clock, processor: takingIn.processor + processor };
    batch = [];
  };
  // Of all documents, those that come last are spread evenly.
  const every = Math.floor(size / 2 / MORE);
  for (const { record, labels: own } of madeEvents(size, 1)) {
    record.events.forEach((event, i) => labels.set(`${record.document.id}#${event.id}`, own[i]!));
    if (++documents % every === 0 && later.length < MORE) later.push(record);
    else {
      events += record.events.length;
      if (batch.push(record) === BATCH) takeIn();
    }
  }
  takeIn();
  const linking = spent(() => index.settle());
  const took = takingIn.clock + linking.clock;
  const peak = process.resourceUsage().maxRSS / 1024;
  console.log(
    `${events} events in ${documents - later.length} documents: ${told(takingIn)} to take them in, ${told(linking)} to link them` +
      `${last === 0 ? "" : `, together ${(took / last).toFixed(1)} times the last`}; at most ${Math.round(peak)} MB`,
  );
  const single = later
    .map((record) =>
      spent(() => {
        index.add(record);
        index.settle();
      }),
    )
    .map(({ processor }) => 1000 * processor)
    .sort((a, b) => a - b);
  const at = (share: number) =>
    `${single[Math.min(single.length - 1, Math.floor(share * single.length))]!.toFixed(1)} ms`;
  const { precision, recall } = agreement(index.groups(), labels);
  console.log(
    `  one document more: ${at(0.5)} at the median, ${at(0.95)} at the 95th percentile, ${at(1)} at most (processor); ` +
      `B³ P ${(100 * precision).toFixed(1)} R ${(100 * recall).toFixed(1)}`,
  );
  last = took;
}

function spent(work: () => void): Spent {
  const [from, begin] = [process.cpuUsage(), performance.now()];
  work();
  const { user, system } = process.cpuUsage(from);
  return { clock: (performance.now() - begin) / 1000, processor: (user + system) / 1e6 };
}

function told({ clock, processor }: Spent): string {
  return `${clock.toFixed(1)} s (${processor.toFixed(1)} s of processor)`;
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
