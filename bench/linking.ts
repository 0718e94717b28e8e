// Linking and comparing given gold events (what a perfect reading would hand over), and given worse ones.
// Prints B³ over events and precision and recall of disputes, by the definitions of ../shared/eval/score.mjs.
//   npx tsx bench/linking.ts [--errors] [--clusters]
import { fileURLToPath } from "node:url";
import { knowledgeFolder } from "../src/adapters/files/knowledge-files.js";

import { linkEvents } from "../src/linking/link.js";
import type { Incident } from "../src/model/incident.js";
import { parseLinkingKnowledge } from "../src/pipeline/linking-knowledge.js";
import { goldIsHere, goldRecords, worsened, type GoldRecords } from "./gold-records.js";

if (!goldIsHere) {
  console.log("skipped: ../shared is not here");
  process.exit(0);
}
const layers = [knowledgeFolder(fileURLToPath(new URL("../knowledge", import.meta.url)))];
const knowledge = parseLinkingKnowledge(layers);
const errors = process.argv.includes("--errors");

const gold = goldRecords();
report("gold events", linkEvents(gold.records, knowledge), gold);
const worse = { ...gold, records: worsened(gold.records) };
report("worsened events", linkEvents(worse.records, knowledge), worse);

function report(name: string, incidents: readonly Incident[], { labels, disputes }: GoldRecords): void {
  const items = incidents.flatMap((incident, cluster) =>
    incident.events.flatMap((e) => {
      const label = labels.get(`${e.document}#${e.event}`);
      return label === undefined ? [] : [{ label, cluster, key: `${e.ref} ${e.event}` }];
    }),
  );
  let [precision, recall] = [0, 0];
  for (const a of items) {
    const cluster = items.filter((b) => b.cluster === a.cluster);
    const both = cluster.filter((b) => b.label === a.label).length;
    precision += both / cluster.length;
    recall += both / items.filter((b) => b.label === a.label).length;
  }
  precision /= items.length;
  recall /= items.length;
  const said = new Set<string>();
  incidents.forEach((incident, cluster) => {
    const votes = new Map<string, number>();
    for (const item of items)
      if (item.cluster === cluster) votes.set(item.label, (votes.get(item.label) ?? 0) + 1);
    const label = [...votes].sort((a, b) => b[1] - a[1])[0]?.[0];
    for (const [attribute, { status }] of Object.entries(incident.attributes))
      if (status === "disputed") said.add(`${label}|${attribute}`);
  });
  const right = [...said].filter((d) => disputes.has(d)).length;
  const pct = (x: number) => (100 * x).toFixed(1);
  const f1 = (p: number, r: number) => (p + r === 0 ? 0 : (2 * p * r) / (p + r));
  console.log(
    `${name}: ${items.length} events, ${incidents.length} incidents;  B³ P ${pct(precision)} R ${pct(recall)} F1 ${pct(f1(precision, recall))};  ` +
      `disputes P ${pct(right / (said.size || 1))} R ${pct(right / disputes.size)} (${right} right, ${said.size - right} not in gold, ${disputes.size - right} missed)`,
  );
  if (!errors) return;
  for (const d of said) if (!disputes.has(d)) console.log(`  not in gold: ${d}`);
  for (const d of disputes) if (!said.has(d)) console.log(`  missed: ${d}`);
  if (process.argv.includes("--values"))
    incidents.forEach((incident, cluster) => {
      const label = items.find((item) => item.cluster === cluster)?.label;
      for (const [attribute, { status, values, conflicts }] of Object.entries(incident.attributes)) {
        const key = `${label}|${attribute}`;
        if ((status === "disputed") === disputes.has(key)) continue;
        console.log(`  ${disputes.has(key) ? "MISSED" : "FALSE"} ${key} ${status}`);
        for (const v of values) {
          const names = v.origins.map((id) => incident.origins.find((o) => o.id === id)!.name).join(" + ");
          console.log(`     ${JSON.stringify(v.value)} ${v.stance} by ${names} [${v.claims.length}]`);
        }
        for (const c of conflicts) console.log(`     conflict ${c.between.join(" / ")} ${c.rule}`);
      }
    });
  incidents.forEach((incident, cluster) => {
    const own = items.filter((item) => item.cluster === cluster);
    if (new Set(own.map((o) => o.label)).size > 1)
      console.log(`  mixed ${incident.title}:\n${own.map((o) => `     ${o.label} ${o.key}`).join("\n")}`);
  });
  const byLabel = groupBy(items, (item) => item.label);
  for (const [label, own] of byLabel) {
    const parts = groupBy(own, (o) => o.cluster);
    if (parts.size > 1)
      console.log(
        `  split ${label}: ${[...parts.values()].map((p) => p.map((o) => o.key).join(", ")).join(" || ")}`,
      );
  }
}

function groupBy<T, K>(items: readonly T[], keyOf: (item: T) => K): Map<K, T[]> {
  const groups = new Map<K, T[]>();
  for (const item of items) groups.set(keyOf(item), [...(groups.get(keyOf(item)) ?? []), item]);
  return groups;
}
