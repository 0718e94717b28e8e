// Even-handedness: where two sides exchange their names, the record exchanges them too and changes in nothing else: not in what is
// an event, its type, who is its source, how sure it is, or whose loss is counted.
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { fileCaptures } from "../../src/adapters/files/capture-files.js";
import { knowledgeFolder } from "../../src/adapters/files/knowledge-files.js";
import type { DocumentRecord } from "../../src/model/record.js";
import { parseReadingKnowledge } from "../../src/pipeline/knowledge.js";
import { readDocument } from "../../src/pipeline/read-document.js";
import { knowledgeBase } from "../knowledge-base.js";
import { bytesOf, STAMP } from "../made.js";
import { exchange, filled, PAIRS, REPORTS, told, unchanged } from "./pairs.js";
import { readReport } from "../reading/events/read-sentence.js";

for (const [kind, pairs] of Object.entries(PAIRS))
  describe(`a ${kind} for another`, () => {
    for (const [a, b] of pairs)
      it(`${a}, ${b}`, () => {
        for (const report of REPORTS[kind]!) {
          const given = readReport(filled(report, a, b));
          const turned = readReport(filled(report, b, a));
          expect([report, told(given, exchange(a, b))]).toEqual([report, told(turned, unchanged(a, b))]);
          expect([report, given.events.length]).not.toEqual([report, 0]);
        }
      });
  });

/**
 * Towns of a province, armed groups, outlets of a kind: each of them for each other. Left out: towns of which the samples name more
 * ("the Lorrimoor road"), and a body that they call by a part of its name too ("the League").
 */
const SAMPLE_NAMES = [
  ["Halsk", "Kessary", "Marchavel", "Ravelane"],
  ["Tarnavel", "Bellomar"],
  ["Highland Guard", "Saltwind Brigade"],
  ["Harbour Post", "Sandrell Courier"],
  ["Open Dorrin", "Meridian Dispatch"],
];
const SAMPLE_PAIRS = SAMPLE_NAMES.flatMap((names) =>
  names.flatMap((a, i) => names.slice(i + 1).map((b) => [a, b] as const)),
);

describe("the samples", () => {
  const at = (path: string): string => fileURLToPath(new URL(`../../samples/${path}`, import.meta.url));
  const knowledge = parseReadingKnowledge([...knowledgeBase, knowledgeFolder(at("knowledge"))]);
  const reports = async (change: (text: string) => string): Promise<DocumentRecord[]> => {
    const records: DocumentRecord[] = [];
    for await (const item of fileCaptures(async function* () {}).documents([at("reports")], null)) {
      if (item.kind !== "document") continue;
      const read = readDocument(
        item.capture,
        bytesOf(change(new TextDecoder().decode(item.bytes))),
        knowledge,
        STAMP,
      );
      if (read.ok) records.push(read.value);
    }
    return records;
  };
  for (const [a, b] of SAMPLE_PAIRS)
    it(`${a}, ${b}`, async () => {
      const given = await reports((text) => text);
      const turned = await reports(exchange(a, b));
      given.forEach((record, i) =>
        expect([record.document.ref, told(record, exchange(a, b))]).toEqual([
          record.document.ref,
          told(turned[i]!, unchanged(a, b)),
        ]),
      );
    });
});
