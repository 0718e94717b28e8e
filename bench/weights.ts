// Weights of levels, set from annotated reports: a logistic regression over pairs of events of which ../shared/gold tells whether
// they are one incident, drawn towards the weights that knowledge/comparison/levels.yaml has (so that a level which hardly any
// pair reaches keeps its own). Events as annotated, and as this program reads them. Prints how well unseen incidents are told
// apart (five folds by incident) with the weights as they are and as fitted; --write puts the fitted ones into the file.
//   npx tsx bench/weights.ts [--records READ.ndjson] [--write]
import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { knowledgeFolder } from "../src/adapters/files/knowledge-files.js";
import { cluster } from "../src/linking/cluster.js";
import { linkIndex } from "../src/linking/link-index.js";
import { fnv } from "../src/linking/near-duplicates.js";
import type { DocumentRecord } from "../src/model/record.js";
import { parseLinkingKnowledge } from "../src/pipeline/linking-knowledge.js";
import { goldIsHere, goldRecords } from "./gold-records.js";

const FOLDS = 5;
/** Pairs that are told apart by this much already teach nothing. */
const DISTANT = -40;
const STEPS = 400;
const RATE = 0.05;
/** How strongly a weight is drawn to what it was, in pairs: the best of these on unseen incidents is taken. */
const PULLS = [2, 8, 32];
const ROUND = 0.25;

interface Item {
  readonly key: string;
  readonly label: string;
  readonly set: number;
}
interface Pair {
  readonly a: number;
  readonly b: number;
  readonly same: boolean;
  readonly levels: readonly number[];
}

if (!goldIsHere) {
  console.log("skipped: ../shared is not here");
  process.exit(0);
}
const folder = fileURLToPath(new URL("../knowledge", import.meta.url));
const knowledge = parseLinkingKnowledge([knowledgeFolder(folder)]);
const names: string[] = ["prior:in-one-block"];
const hand: number[] = [knowledge.comparison.prior];
for (const { id, levels } of knowledge.comparison.comparisons)
  for (const level of levels) {
    names.push(`${id}:${level.id}`);
    hand.push(level.weight);
  }
const numberOf = new Map(names.map((name, i) => [name, i]));

const items: Item[] = [];
const pairs: Pair[] = [];
const gold = goldRecords();
addSet(gold.records, gold.labels);
const at = process.argv.indexOf("--records");
if (at > 0) {
  const read = readFileSync(process.argv[at + 1]!, "utf8")
    .split("\n")
    .filter((line) => line.trim() !== "")
    .map((line) => JSON.parse(line) as DocumentRecord);
  addSet(read, aligned(read));
}
const positives = pairs.filter((p) => p.same).length;
console.log(`${items.length} events, ${pairs.length} pairs, ${positives} of them of one incident`);

const foldOf = (label: string) => fnv(label) % FOLDS;
const before = held(() => hand);
console.log(`as it is:  ${told(before)}`);
const tried = PULLS.map((pull) => ({ pull, result: held((train) => fitted(train, pull)) }));
for (const { pull, result } of tried) console.log(`pull ${String(pull).padStart(3)}:  ${told(result)}`);
const best = tried.toSorted((x, y) => x.result.loss - y.result.loss)[0]!;
const weights = fitted(pairs, best.pull).map((w) => Math.round(w / ROUND) * ROUND);
names.forEach((name, i) => {
  if (weights[i] !== hand[i]) console.log(`${name.padEnd(32)} ${hand[i]} -> ${weights[i]}`);
});
if (process.argv.includes("--write")) write();

function addSet(records: readonly DocumentRecord[], labels: ReadonlyMap<string, string>): void {
  const index = linkIndex(knowledge);
  for (const record of records) index.add(record);
  index.settle();
  const set = items.length === 0 ? 0 : items.at(-1)!.set + 1;
  const first = items.length;
  for (const [key, label] of labels) items.push({ key, label, set });
  for (let a = first; a < items.length; a++)
    for (let b = a + 1; b < items.length; b++) {
      const [x, y] = [items[a]!, items[b]!];
      if (x.key.split("#")[0] === y.key.split("#")[0]) continue;
      const found = index.compare(x.key, y.key);
      const same = x.label === y.label;
      if (!same && found.total < DISTANT) continue;
      const levels = found.weights.map((w) => numberOf.get(`${w.comparison}:${w.level}`)!);
      pairs.push({ a, b, same, levels });
    }
}

/** Events as read, by the annotated event of their report with which they share most words and claims. */
function aligned(records: readonly DocumentRecord[]): Map<string, string> {
  const found = new Map<string, string>();
  const byRef = new Map(gold.records.map((record) => [record.document.ref, record]));
  for (const { document, events } of records) {
    const annotated = byRef.get(document.ref);
    if (annotated === undefined) continue;
    const scores = events.flatMap((event) =>
      annotated.events.map((other) => ({ event, other, score: likeness(event, other) })),
    );
    const taken = new Set<unknown>();
    for (const { event, other, score } of scores.toSorted((x, y) => y.score - x.score)) {
      if (score < 1 || taken.has(event) || taken.has(other)) continue;
      taken.add(event).add(other);
      found.set(`${document.id}#${event.id}`, gold.labels.get(`${annotated.document.id}#${other.id}`)!);
    }
  }
  return found;
}

type Told = DocumentRecord["events"][number];
function likeness(a: Told, b: Told): number {
  const meet = (x: { start: number; end: number }, y: { start: number; end: number }) =>
    x.start < y.end && y.start < x.end ? 1 : 0;
  let score = meet(a, b) * 2;
  for (const x of a.claims)
    for (const y of b.claims)
      if (x.attribute === y.attribute && meet(x, y) === 1) {
        score += 0.5;
        break;
      }
  return score + (a.type === b.type ? 0.5 : 0) + (a.date === b.date ? 0.25 : 0);
}

function total(weights: readonly number[], levels: readonly number[]): number {
  let sum = 0;
  for (const level of levels) sum += weights[level]!;
  return sum;
}

function fitted(train: readonly Pair[], pull: number): number[] {
  const w = [...hand];
  const [mean, square] = [w.map(() => 0), w.map(() => 0)];
  for (let step = 1; step <= STEPS; step++) {
    const slope = w.map((one, i) => (2 * pull * (one - hand[i]!)) / 10);
    for (const { levels, same } of train) {
      const p = 1 / (1 + 2 ** -total(w, levels));
      const d = (p - (same ? 1 : 0)) * Math.LN2;
      for (const level of levels) slope[level]! += d;
    }
    for (let i = 0; i < w.length; i++) {
      mean[i] = 0.9 * mean[i]! + 0.1 * slope[i]!;
      square[i] = 0.999 * square[i]! + 0.001 * slope[i]! ** 2;
      const m = mean[i]! / (1 - 0.9 ** step);
      const s = square[i]! / (1 - 0.999 ** step);
      if (!names[i]!.includes("same-document")) w[i]! -= (RATE * m) / (Math.sqrt(s) + 1e-8);
    }
  }
  return w;
}

interface Held {
  readonly loss: number;
  readonly b3: readonly number[];
}

/** Weights from the other folds, tried on the incidents of each. */
function held(weightsFrom: (train: readonly Pair[]) => readonly number[]): Held {
  let [loss, count] = [0, 0];
  const sums: [number, number, number][] = [];
  for (let fold = 0; fold < FOLDS; fold++) {
    const inFold = (i: number) => foldOf(items[i]!.label) === fold;
    const w = weightsFrom(pairs.filter(({ a, b }) => !inFold(a) && !inFold(b)));
    const test = pairs.filter(({ a, b }) => inFold(a) && inFold(b));
    for (const { levels, same } of test) {
      const p = 1 / (1 + 2 ** -total(w, levels));
      loss -= Math.log2(Math.max(1e-9, same ? p : 1 - p));
      count++;
    }
    for (const set of new Set(items.map((item) => item.set)))
      (sums[set] ??= [0, 0, 0]).forEach((s, i) => (sums[set]![i] = s + clustered(fold, set, w, test)[i]!));
  }
  return {
    loss: loss / count,
    b3: sums.map(([p, r, n]) => (200 * (p / n) * (r / n)) / (p / n + r / n)),
  };
}

function clustered(fold: number, set: number, w: readonly number[], test: readonly Pair[]): number[] {
  const own = items.flatMap((item, i) => (item.set === set && foldOf(item.label) === fold ? [i] : []));
  const place = new Map(own.map((item, i) => [item, i]));
  const totals = new Map<number, number>();
  for (const { a, b, levels } of test)
    if (items[a]!.set === set)
      totals.set(place.get(a)! * own.length + place.get(b)!, Math.round(1000 * total(w, levels)));
  const weight = (i: number, j: number) =>
    totals.get(Math.min(i, j) * own.length + Math.max(i, j)) ?? DISTANT * 1000;
  const groups = cluster({
    size: own.length,
    weight,
    edges(each) {
      for (const [pair, t] of totals) if (t > 0) each(Math.floor(pair / own.length), pair % own.length, t);
    },
    together: [],
  });
  let [precision, recall] = [0, 0];
  for (const { members: group } of groups)
    for (const i of group) {
      const label = items[own[i]!]!.label;
      const both = group.filter((j) => items[own[j]!]!.label === label).length;
      precision += both / group.length;
      recall += both / own.filter((item) => items[item]!.label === label).length;
    }
  return [precision, recall, own.length];
}

function told({ loss, b3 }: Held): string {
  return `loss ${loss.toFixed(4)} bits a pair;  B³ F1 ${b3.map((f) => f.toFixed(1)).join(" as annotated, ")}${b3.length > 1 ? " as read" : ""}`;
}

function write(): void {
  const path = `${folder}/comparison/levels.yaml`;
  let comparison = "";
  let level = "";
  const lines = readFileSync(path, "utf8")
    .split("\n")
    .map((line) => {
      const head = /^ {2}- id: (\S+)/u.exec(line);
      if (head !== null) comparison = head[1]!;
      const own = /^ {6}- id: (\S+)/u.exec(line);
      if (own !== null) level = own[1]!;
      if (line.startsWith("prior:")) return `prior: ${weights[0]}`;
      const i = numberOf.get(`${comparison}:${level}`);
      return /^ {8}weight: /u.test(line) && i !== undefined ? `        weight: ${weights[i]}` : line;
    });
  writeFileSync(path, lines.join("\n"));
}
