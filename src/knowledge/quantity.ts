// knowledge/quantity/*.yaml: the phrases that tell how many, as data with examples. Numerals stand in *numerals.yaml.
// Pattern language: base/phrase-grammar.
import { z } from "zod";
import { QUANTITY_UNITS } from "../model/quantity.js";
import type { KnowledgeLayers } from "./layers.js";
import { yamlUnder } from "./layers.js";

const Bound = z.union([z.number(), z.string()]);

const Rule = z.strictObject({
  id: z.string(),
  gives: z.string().default("quantity"),
  patterns: z.array(z.string()).min(1),
  /** Numbers or "$name" of a capture, times `scale`; null: no quantity. */
  count: z
    .strictObject({ min: Bound.optional(), max: Bound.optional(), approx: z.literal(true).optional() })
    .nullable(),
  /** "a", "an": one, where the caller says that what follows is counted. */
  article: z.literal(true).optional(),
  unit: z.enum(QUANTITY_UNITS).optional(),
  /** Text with [the phrase], and the count as "3", "3..", "..3", "3..5", with "~" for approximate and a unit. */
  examples: z.record(z.string(), z.string().nullable()),
  counter: z.array(z.string()),
});

const QuantityFile = z.strictObject({
  language: z.string(),
  /** Words after a number that make it a measure, and what kind. */
  units: z.record(z.string(), z.enum(QUANTITY_UNITS)),
  /** Words before a number that make it one: "$", "aged", "Resolution". */
  unitsBefore: z.record(z.string(), z.enum(QUANTITY_UNITS)),
  /** Words before a number of the form of a year that make it one. */
  yearAfter: z.array(z.string()),
  /** Words between a number and what it counts. */
  skipped: z.array(z.string()),
  rules: z.array(Rule),
});

export type QuantityRule = z.infer<typeof Rule>;

export interface QuantityKnowledge {
  readonly units: ReadonlyMap<string, (typeof QUANTITY_UNITS)[number]>;
  readonly unitsBefore: ReadonlyMap<string, (typeof QUANTITY_UNITS)[number]>;
  readonly yearAfter: ReadonlySet<string>;
  readonly skipped: ReadonlySet<string>;
  readonly rules: readonly QuantityRule[];
}

/** Throws on a file that is not of the form: the knowledge that ships is checked by tests. */
export function parseQuantityKnowledge(layers: KnowledgeLayers): QuantityKnowledge {
  const files = yamlUnder(layers, "quantity/")
    .filter(({ path }) => !path.endsWith("numerals.yaml"))
    .map(({ value }) => QuantityFile.parse(value));
  return {
    units: new Map(files.flatMap((file) => Object.entries(file.units))),
    unitsBefore: new Map(files.flatMap((file) => Object.entries(file.unitsBefore))),
    yearAfter: new Set(files.flatMap((file) => file.yearAfter)),
    skipped: new Set(files.flatMap((file) => file.skipped)),
    rules: files.flatMap((file) => file.rules),
  };
}
