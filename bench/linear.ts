// `npx tsx bench/linear.ts [--sizes 1,2,4] [--only SHAPE]... [--pages] [--stages]`: how the time of reading grows with the length of one
// text, for news and for shapes that nobody writes but somebody may send. Processor time of a process of its own for each
// measurement, beyond loading the knowledge; a ratio of 2 for twice the length is linear. --stages tells where the
// time goes; --pages takes the shapes of pages alone.
import { spawnSync } from "node:child_process";
import { parseArgs } from "node:util";
import { fileURLToPath } from "node:url";
import { knowledgeFolder } from "../src/adapters/files/knowledge-files.js";
import { sha256Hex } from "../src/base/hash.js";
import type { Capture } from "../src/model/document.js";
import { parseReadingKnowledge } from "../src/pipeline/knowledge.js";
import { readDocument } from "../src/pipeline/read-document.js";
import { HOSTILE_PAGES } from "./linear-pages.js";
import { madeText } from "./made-text.js";
import { stageTimes } from "./stage-times.js";

const times = (piece: string, bytes: number): string => piece.repeat(Math.ceil(bytes / piece.length));

const SHAPES: Readonly<Record<string, (bytes: number) => string | Uint8Array>> = {
  paragraphs: (bytes) => madeText(bytes),
  "one line": (bytes) => madeText(bytes).replace(/\s+/gu, " "),
  quotes: (bytes) => times('"', bytes),
  "curly quotes": (bytes) => times("“ ", bytes),
  apostrophes: (bytes) => times("' ", bytes),
  numbers: (bytes) => times("17 ", bytes),
  "numbers and commas": (bytes) => times("12,", bytes),
  "number words": (bytes) => times("twenty hundred and ", bytes),
  capitals: (bytes) => times("Abu Bakr Al Hassan ", bytes),
  "place names": (bytes) => times("Aleppo, ", bytes),
  cues: (bytes) => times("said ", bytes),
  "cues and names": (bytes) => times("Hassan said that ", bytes),
  "according to": (bytes) => times("according to ", bytes),
  dates: (bytes) => times("on 3 May 2017, ", bytes),
  weekdays: (bytes) => times("Monday ", bytes),
  happenings: (bytes) => times("killed in an attack on ", bytes),
  victims: (bytes) => times("killed 3 people and ", bytes),
  loaded: (bytes) => times("terrorists ", bytes),
  "one word": (bytes) => times("a", bytes),
  "one capital word": (bytes) => times("A", bytes),
  hyphens: (bytes) => times("al-", bytes),
  digits: (bytes) => times("7", bytes),
  newlines: (bytes) => times("\n", bytes),
  "short lines": (bytes) => times("a\n", bytes),
  "short paragraphs": (bytes) => times("Yes.\n\n", bytes),
  spaces: (bytes) => `a${times(" ", bytes)}b`,
  "full stops": (bytes) => times(".", bytes),
  "full stops apart": (bytes) => times(". ", bytes),
  abbreviations: (bytes) => times("U.S. Mr. ", bytes),
  commas: (bytes) => times("and, ", bytes),
  parentheses: (bytes) => times("(", bytes / 2) + times(")", bytes / 2),
  "parentheses with words": (bytes) => times("(a ", bytes),
  addresses: (bytes) => times("https://a.example/b ", bytes),
  "combining marks": (bytes) => times("á", bytes / 2),
  "one sentence of news": (bytes) => madeText(bytes).replace(/[.\n]+/gu, ","),
  "news in capitals": (bytes) => madeText(bytes).toUpperCase(),
  "news without signs": (bytes) => madeText(bytes).replace(/[^A-Za-z0-9 ]+/gu, " "),
  "quote never closed": (bytes) => `“${madeText(bytes).replace(/[“”]/gu, "")}`,
  "quote marks opened": (bytes) =>
    madeText(bytes)
      .replace(/[“”]/gu, "")
      .replace(/(\w+) said/gu, '"$1 said'),
  "many place names": (bytes) =>
    times("Aleppo, Hama, Mosul, Basra, Homs, Idlib, Kirkuk, Ramadi, Tikrit and Samarra, ", bytes),
  "place names apart": (bytes) => times("Aleppo Hama Mosul Basra ", bytes),
  bodies: (bytes) => times("Hezbollah, the Taliban, Boko Haram, ", bytes),
  "event verbs": (bytes) => times("killed bombed shelled attacked struck hit ", bytes),
  "event nouns": (bytes) => times("attack, bombing, strike, raid, blast, ", bytes),
  "unknown names": (bytes) => times("Zarubek Halden ", bytes),
  titles: (bytes) => times("Colonel Major Governor Ola Berg ", bytes),
  "counts of people": (bytes) => times("five soldiers and three civilians, ", bytes),
  nations: (bytes) => times("Russian and Turkish ", bytes),
  "day names list": (bytes) => times("Monday, Tuesday, Wednesday, ", bytes),
  "parts of days": (bytes) => times("early on Monday morning before dawn ", bytes),
  "of of": (bytes) => times("the group of the ", bytes),
  brackets: (bytes) => times("[( ", bytes),
  "short sentences": (bytes) => times("It was hit. He said so. ", bytes),
  "same sentence": (bytes) => times("Three rockets hit a depot in Aleppo on Monday, police said. ", bytes),
  "same event, many": (bytes) => times("The attack in Aleppo killed three. ", bytes),
  pronouns: (bytes) => times("He said it. They said he did. ", bytes),
  "quotes and names": (bytes) => times('"Yes," Hassan said. ', bytes),
  "loaded mix": (bytes) => times("the terrorist regime and its mercenaries killed heroes ", bytes),
  tallies: (bytes) => times("Since January 300 attacks killed 40 people. ", bytes),
  "html deep": (bytes) => `<html><body>${times("<div>", bytes)}text`,
  "html unclosed": (bytes) => `<html><body>${times("<p><b>text ", bytes)}`,
  "html angles": (bytes) => `<html><body>${times("<", bytes)}`,
  "html page": (bytes) =>
    `<html><body>${madeText(bytes)
      .split("\n\n")
      .map((part) => `<p>${part}</p>`)
      .join("\n")}</body></html>`,
  ...HOSTILE_PAGES,
};

const { values: options } = parseArgs({
  options: {
    sizes: { type: "string", default: "1,2" },
    only: { type: "string", multiple: true, default: Object.keys(SHAPES) },
    limit: { type: "string", default: "120" },
    stages: { type: "boolean", default: false },
    pages: { type: "boolean", default: false },
    one: { type: "string" },
  },
});
const sizes = options.sizes.split(",").map(Number);
const unknown = [...options.only, options.one ?? "paragraphs"].find((shape) => !(shape in SHAPES));
if (unknown !== undefined) {
  console.error(`no shape "${unknown}". There are: ${Object.keys(SHAPES).join(", ")}`);
  process.exit(2);
}

const wanted = options.only.filter((shape) => !options.pages || shape.startsWith("html"));
if (options.one !== undefined) await measureOne(options.one, sizes[0]! * 2 ** 20);
else for (const shape of wanted) console.log(`${shape.padEnd(24)} ${row(shape)}`);

interface Measured {
  readonly seconds: number;
  readonly megabytes: number;
}

function row(shape: string): string {
  const cells: string[] = [];
  let before: Measured | null = null;
  for (const size of sizes) {
    const script = fileURLToPath(import.meta.url);
    const stages = options.stages ? ["--stages"] : [];
    const { stdout, status, signal } = spawnSync(
      process.execPath,
      [...process.execArgv, script, "--one", shape, "--sizes", String(size), ...stages],
      { encoding: "utf8", timeout: 1000 * Number(options.limit), stdio: ["ignore", "pipe", "inherit"] },
    );
    if (signal !== null) return [...cells, `${size} MB: over ${options.limit} s`].join("   ");
    if (status !== 0) return [...cells, `${size} MB: ended with ${status}`].join("   ");
    const measured = JSON.parse(stdout.trim().split("\n").at(-1)!) as Measured;
    const ratio = before === null ? "" : ` (× ${(measured.seconds / before.seconds).toFixed(1)})`;
    cells.push(`${size} MB: ${measured.seconds.toFixed(1)} s${ratio}, ${measured.megabytes.toFixed(0)} MB`);
    before = measured;
  }
  return cells.join("   ");
}

async function measureOne(shape: string, bytes: number): Promise<void> {
  const knowledge = parseReadingKnowledge([
    knowledgeFolder(fileURLToPath(new URL("../knowledge", import.meta.url))),
  ]);
  const made = SHAPES[shape]!(bytes);
  const content = typeof made === "string" ? new TextEncoder().encode(made) : made;
  const form = shape.startsWith("html") ? "html" : "text";
  const capture: Capture = {
    id: `sha256:${sha256Hex(content)}`,
    ref: shape,
    form,
    columns: null,
    url: null,
    capturedAt: null,
  };
  const read = (): unknown =>
    JSON.stringify(
      readDocument(capture, content, knowledge, { engine: "rules", version: "bench", knowledge: "" }),
    );
  const before = process.cpuUsage();
  if (options.stages)
    for (const [stage, ms] of (await stageTimes(read)).slice(0, 6))
      process.stderr.write(`  ${stage} ${(ms / 1000).toFixed(1)} s\n`);
  else read();
  const { user, system } = process.cpuUsage(before);
  console.log(
    JSON.stringify({ seconds: (user + system) / 1e6, megabytes: process.resourceUsage().maxRSS / 1024 }),
  );
}
