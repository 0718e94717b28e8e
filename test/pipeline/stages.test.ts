// The order of the stages stands in one place: every stage reads what an earlier one has written, and the calls in
// read-document.ts stand in that order.
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { STAGES, type StageOutput } from "../../src/pipeline/stages.js";

/** The function that runs each stage, as read-document.ts calls it. */
const RUNS: Readonly<Record<string, string>> = {
  text: "readText",
  casing: "withLetterCase",
  sentences: "splitSentences",
  syntax: "parseSentence",
  time: "findTimes",
  quantity: "findQuantities",
  places: "findToponyms",
  actors: "findActors",
  quotations: "findQuotations",
  attribution: "findAttributions",
  events: "findEvents",
  tallies: "findTallies",
  framing: "findFraming",
};
const SOURCE = readFileSync(
  fileURLToPath(new URL("../../src/pipeline/read-document.ts", import.meta.url)),
  "utf8",
);

/** The functions of rooms called in a stretch of the source, in its order. */
function calls(source: string): string[] {
  return [...source.matchAll(/\b(\w+)\(/gu)].map(([, name]) => name!).filter((name) => runs.has(name));
}
const runs = new Set(Object.values(RUNS));

describe("stages", () => {
  it("read what an earlier one has written", () => {
    const written = new Set<StageOutput>();
    const unmet: string[] = [];
    for (const { name, reads, writes } of STAGES) {
      for (const read of reads) if (!written.has(read)) unmet.push(`${name} reads ${read}`);
      for (const output of writes) written.add(output);
    }
    expect(unmet).toEqual([]);
  });

  it("write each thing once, and say why they stand where they stand", () => {
    const outputs = STAGES.flatMap(({ writes }) => writes);
    expect(new Set(outputs).size).toBe(outputs.length);
    for (const { because, writes } of STAGES) {
      expect(because).toMatch(/\w/u);
      expect(writes).not.toEqual([]);
    }
  });

  it("are called in this order by read-document.ts, each in one place", () => {
    const [whole, layers] = ["export function readDocument", "export function readLayers"].map((head) =>
      SOURCE.slice(SOURCE.indexOf(head)),
    );
    // the text, then the layers, then what is read off them
    const [first, ...last] = calls(whole!.slice(0, whole!.length - layers!.length));
    expect([first, ...calls(layers!), ...last]).toEqual(STAGES.map(({ name }) => RUNS[name]));
  });
});
