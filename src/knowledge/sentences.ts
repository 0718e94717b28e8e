// knowledge/sentences/*.yaml: abbreviations and openers by which a full stop is judged to end a sentence.
import { z } from "zod";
import type { KnowledgeLayers } from "./layers.js";
import { yamlUnder } from "./layers.js";

const SentenceFile = z.strictObject({
  language: z.string(),
  titles: z.array(z.string()),
  open: z.array(z.string()),
  letters: z.array(z.string()),
  openers: z.array(z.string()),
  examples: z.array(z.strictObject({ text: z.string(), sentences: z.array(z.string()) })),
});

export interface SentenceKnowledge {
  /** Lower case, without the final full stop. */
  readonly titles: ReadonlySet<string>;
  readonly open: ReadonlySet<string>;
  readonly letters: ReadonlySet<string>;
  readonly openers: ReadonlySet<string>;
  readonly examples: readonly { readonly text: string; readonly sentences: readonly string[] }[];
}

/** Throws on a file that is not of the form: the knowledge that ships is checked by tests. */
export function parseSentenceKnowledge(layers: KnowledgeLayers): SentenceKnowledge {
  const files = yamlUnder(layers, "sentences/").map(({ value }) => SentenceFile.parse(value));
  return {
    titles: new Set(files.flatMap((file) => file.titles)),
    open: new Set(files.flatMap((file) => file.open)),
    letters: new Set(files.flatMap((file) => file.letters)),
    openers: new Set(files.flatMap((file) => file.openers)),
    examples: files.flatMap((file) => file.examples),
  };
}
