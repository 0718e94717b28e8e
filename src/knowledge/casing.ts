// knowledge/casing/: what gives a text that came in capitals only its lower case back: ordinary words (words.*.tsv), and rules
// (*.yaml) for endings of words that the list does not hold. Parsed at the first use: few texts need it.
import { z } from "zod";
import type { KnowledgeLayers } from "./layers.js";
import { textsUnder, yamlUnder } from "./layers.js";
import { tableRows } from "./table.js";

const CasingFile = z.strictObject({
  language: z.string(),
  /** Ending → what may stand in its place in a word of the list. */
  endings: z.array(z.strictObject({ ending: z.string(), stems: z.array(z.string()) })),
  /** Words that a list of everyday language lacks. */
  words: z.array(z.string()),
  /** Names of the calendar and the like: a capital, whatever the list says. */
  capitals: z.array(z.string()),
  /** Titles that take a capital before a name. */
  titles: z.array(z.string()),
  examples: z.array(z.strictObject({ text: z.string(), cased: z.string() })),
});

export interface CasingWords {
  readonly words: ReadonlySet<string>;
  readonly endings: readonly { readonly ending: string; readonly stems: readonly string[] }[];
  readonly capitals: ReadonlySet<string>;
  readonly titles: ReadonlySet<string>;
  readonly examples: readonly { readonly text: string; readonly cased: string }[];
}

export type CasingKnowledge = () => CasingWords;

/** The tables at the first call; throws then where one is not of its form. */
export function parseCasingKnowledge(layers: KnowledgeLayers): CasingKnowledge {
  let parsed: CasingWords | null = null;
  return () => (parsed ??= parseCasing(layers));
}

function parseCasing(layers: KnowledgeLayers): CasingWords {
  const files = yamlUnder(layers, "casing/").map(({ value }) => CasingFile.parse(value));
  const words = new Set(files.flatMap((file) => file.words));
  for (const { path, text } of textsUnder(layers, "casing/", ".tsv"))
    for (const [word] of tableRows(path, text, ["word", "source"])) words.add(word!);
  return {
    words,
    endings: files.flatMap((file) => file.endings),
    capitals: new Set(files.flatMap((file) => file.capitals)),
    titles: new Set(files.flatMap((file) => file.titles)),
    examples: files.flatMap((file) => file.examples),
  };
}
