// `npm run bench`: how fast the built program is. Prints a table; figures that depend on the machine stand beside ratios that
// do less. What reads ../shared is skipped where that is not there.
//   npm run bench -- [--quick] [--only extract|stages|linear|start|knowledge|linking|pages]... [--write]
// --quick takes a tenth of the input, to see that it runs; --write puts the table into BENCHMARKS.md.
import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { availableParallelism, cpus, tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { fileURLToPath } from "node:url";
import model from "wink-eng-lite-web-model";
import winkNLP from "wink-nlp";
import { knowledgeFolder } from "../src/adapters/files/knowledge-files.js";
import { sha256Hex } from "../src/base/hash.js";
import { linkEvents } from "../src/linking/link.js";
import type { Capture } from "../src/model/document.js";
import { parseReadingKnowledge } from "../src/pipeline/knowledge.js";
import { parseLinkingKnowledge } from "../src/pipeline/linking-knowledge.js";
import { readDocument } from "../src/pipeline/read-document.js";
import { syntheticRecords } from "../test/linking/synthetic-records.js";
import { writeFigures } from "./figures-block.js";
import { madeText } from "./made-text.js";
import { pageRates } from "./pages.js";
import { stageTimes } from "./stage-times.js";

const MEASUREMENTS = { extract, stages, linear, start, knowledge, linking, pages };
type Name = keyof typeof MEASUREMENTS;
const NAMES = Object.keys(MEASUREMENTS) as Name[];

const { values: options } = parseArgs({
  options: {
    quick: { type: "boolean", default: false },
    only: { type: "string", multiple: true, default: NAMES },
    write: { type: "boolean", default: false },
  },
});

type Row = readonly [what: string, value: string, note?: string];

const root = fileURLToPath(new URL("..", import.meta.url));
const program = join(root, "bin/hearsay.mjs");
const fakes = join(root, "../shared/data/fakes/articles-dev.ndjson");
const layers = [knowledgeFolder(join(root, "knowledge"))];
const scratch = mkdtempSync(join(tmpdir(), "hearsay-bench-"));
const share = options.quick ? 0.1 : 1;
/** No process is waited for longer than these seconds. */
const LIMIT = 150;

try {
  const machine = `${cpus()[0]?.model.trim() ?? "unknown processor"}, ${availableParallelism()} cores, Node ${process.version}`;
  const rows: Row[] = [];
  for (const name of NAMES.filter((n) => options.only.includes(n))) {
    process.stderr.write(`${name} …\n`);
    rows.push(...(await MEASUREMENTS[name]()));
  }
  const width = Math.max(...rows.map(([what]) => what.length));
  const lines = rows.map(([what, value, note = ""]) =>
    `${what.padEnd(width)}  ${value.padStart(12)}  ${note}`.trimEnd(),
  );
  const told = [machine, "", ...lines].join("\n");
  console.log(told);
  if (options.write && options.quick) throw new Error("--quick figures are not written");
  if (options.write) writeFigures("bench", told);
} finally {
  rmSync(scratch, { recursive: true, force: true });
}

/** The whole process, start and workers included, over the FA-KES development articles. */
function extract(): Row[] {
  const rows = articles();
  if (rows === null) return [["extract over FA-KES", "skipped", "../shared is not there"]];
  const path = join(scratch, "articles.ndjson");
  writeFileSync(path, `${rows.join("\n")}\n`);
  const seconds = timed(["extract", path, "--format", "ndjson"]);
  return [
    [
      "extract, documents a second",
      (rows.length / seconds).toFixed(1),
      `${rows.length} FA-KES articles, whole process, ${seconds.toFixed(1)} s`,
    ],
  ];
}

/** One core, in this process: each stage's share, and the whole against the tokens and tags of wink-nlp over the same texts. */
async function stages(): Promise<Row[]> {
  const rows = articles();
  if (rows === null) return [["stages over FA-KES", "skipped", "../shared is not there"]];
  const some = rows.slice(0, Math.ceil(rows.length / 3));
  const parsed = parseReadingKnowledge(layers);
  const encoder = new TextEncoder();
  const documents = some.map((line, i) => {
    const bytes = encoder.encode(line);
    const capture: Capture = {
      id: `sha256:${sha256Hex(bytes)}`,
      ref: `r${i}`,
      form: "ndjson-row",
      columns: null,
      url: null,
      capturedAt: null,
    };
    return { capture, bytes };
  });
  const read = (all: typeof documents): void => {
    for (const { capture, bytes } of all)
      readDocument(capture, bytes, parsed, { engine: "rules", version: "bench", knowledge: "" });
  };
  read(documents.slice(0, 30));
  const whole = seconds(() => read(documents));
  const times = await stageTimes(() => read(documents));
  const sum = times.reduce((all, [, ms]) => all + ms, 0);

  const nlp = winkNLP(model, ["sbd", "pos"]);
  const texts = some.map((line) => (JSON.parse(line) as { text: string }).text);
  const tag = (all: readonly string[]): void => {
    for (const text of all) nlp.readDoc(text).tokens().out(nlp.its.pos);
  };
  tag(texts.slice(0, 30));
  const wink = seconds(() => tag(texts));
  return [
    [
      "reading on one core, documents a second",
      (some.length / whole).toFixed(1),
      `${some.length} FA-KES articles`,
    ],
    [
      "  against wink-nlp's tokens and tags alone",
      `${((100 * wink) / whole).toFixed(1)} %`,
      "its time as a share of ours, same texts and run",
    ],
    ...times.map(([stage, ms]): Row => [`  ${stage}`, `${((100 * ms) / sum).toFixed(1)} %`]),
  ];
}

/** One document of 1 MB and one of 10 MB: the time beyond starting must grow as the length does. */
function linear(): Row[] {
  const idle = timed(["extract", file("little.txt", "Nothing happened.\n"), "--format", "ndjson"]);
  const unit = options.quick ? "0.01" : "1";
  const timeOf = (bytes: number): number => {
    const path = file(`${bytes}.txt`, madeText(bytes));
    return timed(["extract", path, "--format", "ndjson"]) - idle;
  };
  const bytes = options.quick ? 2 ** 20 / 100 : 2 ** 20;
  const small = timeOf(bytes);
  const large = Number.isFinite(small) ? timeOf(10 * bytes) : Infinity;
  return [
    [`extract of one text of ${unit} MB, seconds`, shown(small), "beyond what an empty report takes"],
    ["  ten times as long, seconds", shown(large)],
    ["  ratio of the times", ratio(small, large), "10 is linear"],
  ];
}

/** At least so much where the longer one was stopped at the limit. */
function ratio(small: number, large: number): string {
  if (!Number.isFinite(small)) return "not known";
  return Number.isFinite(large) ? (large / small).toFixed(1) : `over ${(LIMIT / small).toFixed(1)}`;
}

function shown(time: number): string {
  return Number.isFinite(time) ? time.toFixed(1) : `over ${LIMIT}`;
}

function start(): Row[] {
  const nothing = median(["-e", "0"], node);
  const version = median([program, "--version"], node);
  const sentence = median(
    [program, "try", "Three rockets hit the base on Monday.", "--published", "2021-07-06"],
    node,
  );
  return [
    ["node -e 0, ms", (1000 * nothing).toFixed(0)],
    [
      "hearsay --version, ms",
      (1000 * version).toFixed(0),
      `${(version / nothing).toFixed(1)} times node -e 0`,
    ],
    [
      "hearsay try of one sentence, ms",
      (1000 * sentence).toFixed(0),
      `${(sentence / nothing).toFixed(1)} times node -e 0, all knowledge loaded`,
    ],
  ];
}

function knowledge(): Row[] {
  const reading = seconds(() => parseReadingKnowledge(layers));
  const again = seconds(() => parseReadingKnowledge(layers));
  const forLinking = seconds(() => parseLinkingKnowledge(layers));
  const before = process.memoryUsage().rss;
  return [
    [
      "knowledge for reading, ms",
      (1000 * reading).toFixed(0),
      `${(1000 * again).toFixed(0)} ms once the code is warm`,
    ],
    ["knowledge for linking, ms", (1000 * forLinking).toFixed(0)],
    ["memory of the process then, MB", (before / 2 ** 20).toFixed(0)],
  ];
}

function linking(): Row[] {
  const parsed = parseLinkingKnowledge(layers);
  linkEvents(syntheticRecords(200, 2).records, parsed);
  const times = [1_000, 10_000].map((size) => {
    const { records } = syntheticRecords(size * share, 1);
    return seconds(() => linkEvents(records, parsed));
  }) as [number, number];
  return [
    [`linking of ${1_000 * share} made-up events, s`, times[0].toFixed(2)],
    [`linking of ${10_000 * share} made-up events, s`, times[1].toFixed(2)],
    ["  ratio of the times", (times[1] / times[0]).toFixed(1), "10 is linear"],
  ];
}

/** HTML to clean text beside two libraries, over the pages of the benchmark of article extraction. */
async function pages(): Promise<Row[]> {
  const path = join(root, "../shared/data/article-extraction-benchmark/truth.ndjson");
  if (!existsSync(path)) return [["pages to clean text", "skipped", "../shared is not there"]];
  const [own, ...others] = await pageRates(path, layers, share);
  return [
    ["pages to clean text, pages a second of one core", own!.rate.toFixed(0), "whole stage of text"],
    ...others.map(({ name, rate }): Row => [
      `  against ${name}`,
      `${(own!.rate / rate).toFixed(1)} times`,
      `${rate.toFixed(0)} pages a second, same pages and run`,
    ]),
  ];
}

/** The lines of the FA-KES articles, or the share of them that was asked for; null where they are not there. */
function articles(): readonly string[] | null {
  if (!existsSync(fakes)) return null;
  const lines = readFileSync(fakes, "utf8").trim().split("\n");
  return lines.slice(0, Math.ceil(lines.length * share));
}

function file(name: string, text: string): string {
  const path = join(scratch, name);
  writeFileSync(path, text);
  return path;
}

function timed(args: readonly string[]): number {
  return node([program, ...args]);
}

/** Seconds that a process takes, Infinity where it was stopped at the limit; its output goes nowhere. */
function node(args: readonly string[]): number {
  const begin = performance.now();
  const { status, stderr, signal } = spawnSync(process.execPath, args, {
    stdio: ["ignore", "ignore", "pipe"],
    encoding: "utf8",
    timeout: 1000 * LIMIT,
    killSignal: "SIGKILL",
  });
  if (signal === "SIGKILL") return Infinity;
  if (status !== 0) throw new Error(`${args.join(" ")} ended with ${status}\n${stderr}`);
  return (performance.now() - begin) / 1000;
}

function median(args: readonly string[], run: (args: readonly string[]) => number): number {
  const times = Array.from({ length: options.quick ? 1 : 5 }, () => run(args)).sort((a, b) => a - b);
  return times[Math.floor(times.length / 2)]!;
}

function seconds(work: () => void): number {
  const begin = performance.now();
  work();
  return (performance.now() - begin) / 1000;
}
