// knowledge/quantity/*numerals.yaml: a language's number words, for the time room and the quantity room.
import { z } from "zod";
import type { NumeralTable } from "../base/numeral.js";
import type { KnowledgeLayers } from "./layers.js";
import { yamlUnder } from "./layers.js";

const NumeralFile = z.strictObject({
  language: z.string(),
  units: z.record(z.string(), z.number()),
  scales: z.record(z.string(), z.number()),
  joiners: z.array(z.string()),
  articles: z.array(z.string()),
  examples: z.record(z.string(), z.number().nullable()),
});

export interface NumeralKnowledge extends NumeralTable {
  /** Phrase → value, null where the phrase is no numeral. */
  readonly examples: ReadonlyMap<string, number | null>;
}

/** Throws on a file that is not of the form: the knowledge that ships is checked by tests. */
export function parseNumeralKnowledge(layers: KnowledgeLayers): NumeralKnowledge {
  const files = yamlUnder(layers, "quantity/", "numerals.yaml").map(({ value }) => NumeralFile.parse(value));
  return {
    units: new Map(files.flatMap((file) => Object.entries(file.units))),
    scales: new Map(files.flatMap((file) => Object.entries(file.scales))),
    joiners: new Set(files.flatMap((file) => file.joiners)),
    articles: new Set(files.flatMap((file) => file.articles)),
    examples: new Map(files.flatMap((file) => Object.entries(file.examples))),
  };
}
