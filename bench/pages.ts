// Pages a second from HTML to clean text, one core: the stage of text beside Mozilla's Readability on linkedom and defuddle on
// linkedom, over the same pages in one process, in turns, by processor time. Readability and defuddle give the words of the report
// only; the stage of text also cleans them and reads title, date, outlet, credits and language.
import { dirname, join } from "node:path";
import { Readability } from "@mozilla/readability";
import { Defuddle } from "defuddle/node";
import { parseHTML } from "linkedom";
import { parseOutletKnowledge } from "../src/knowledge/outlets.js";
import { parseTextKnowledge } from "../src/knowledge/text.js";
import type { KnowledgeLayers } from "../src/knowledge/layers.js";
import { outletLookup } from "../src/pipeline/outlet-lookup.js";
import { readText } from "../src/reading/text/read-text.js";
import { pageBytes } from "./predict/page-rows.js";
import { rowsOf } from "./predict/rows.js";

export interface PageRate {
  readonly name: string;
  /** Pages a second of processor time on one core. */
  readonly rate: number;
}

const ROUNDS = 3;

/** `path` names rows with pages; the first round warms up and is not counted. */
export async function pageRates(
  path: string,
  layers: KnowledgeLayers,
  share: number,
): Promise<readonly PageRate[]> {
  const knowledge = parseTextKnowledge(layers);
  const outlets = outletLookup(parseOutletKnowledge(layers));
  const rows = rowsOf(path);
  const pages = rows
    .slice(0, Math.ceil(rows.length * share))
    .map((row) => pageBytes(join(dirname(path), row.html!)));
  const decoder = new TextDecoder();
  const capture = {
    id: "sha256:",
    ref: "page",
    url: null,
    form: "html",
    columns: null,
    capturedAt: null,
  } as const;
  const readers: readonly (readonly [string, (bytes: Uint8Array) => unknown])[] = [
    ["hearsay", (bytes) => readText(capture, bytes, knowledge, outlets)],
    ["Readability on linkedom", (bytes) => readability(decoder.decode(bytes))],
    ["defuddle on linkedom", (bytes) => defuddle(decoder.decode(bytes))],
  ];
  const spent = readers.map(() => 0);
  for (let round = 0; round <= ROUNDS; round++) {
    for (const bytes of pages) {
      for (const [index, [, read]] of readers.entries()) {
        const begin = process.cpuUsage();
        await read(bytes);
        if (round > 0) spent[index]! += process.cpuUsage(begin).user;
      }
    }
  }
  return readers.map(([name], index) => ({ name, rate: (ROUNDS * pages.length * 1e6) / spent[index]! }));
}

/** The text of the report; nothing where the library fails on a page. */
function readability(html: string): string {
  try {
    return new Readability(parseHTML(html).document).parse()?.textContent ?? "";
  } catch {
    return "";
  }
}

async function defuddle(html: string): Promise<string> {
  try {
    return (await Defuddle(parseHTML(html).document, "https://example.org/")).content;
  } catch {
    return "";
  }
}
