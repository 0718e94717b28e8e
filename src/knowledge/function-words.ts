// knowledge/function-words/*.yaml: closed classes of small words that tie names together, by language.
import { z } from "zod";
import type { KnowledgeLayers } from "./layers.js";
import { yamlUnder } from "./layers.js";

const words = z.array(z.string());
const File = z.strictObject({
  language: z.string(),
  possessive: z.string(),
  plural: z.string(),
  articles: words,
  conjunctions: words,
  genitives: words,
  links: words,
  inside: words,
  particles: words,
  auxiliaries: words,
});

type WordClass = Exclude<keyof z.infer<typeof File>, "language" | "possessive" | "plural">;

export interface FunctionWords extends Readonly<Record<WordClass, ReadonlySet<string>>> {
  /** What a possessive ends with where its apostrophe is lost; "" where nothing tells. */
  readonly possessive: string;
  readonly plural: string;
}

/** Throws on a file that is not of the form: the knowledge that ships is checked by tests. */
export function parseFunctionWords(layers: KnowledgeLayers): FunctionWords {
  const files = yamlUnder(layers, "function-words/").map(({ value }) => File.parse(value));
  const of = (name: WordClass): ReadonlySet<string> => new Set(files.flatMap((f) => f[name]));
  return {
    possessive: files.at(-1)?.possessive ?? "",
    plural: files.at(-1)?.plural ?? "",
    articles: of("articles"),
    conjunctions: of("conjunctions"),
    genitives: of("genitives"),
    links: of("links"),
    inside: of("inside"),
    particles: of("particles"),
    auxiliaries: of("auxiliaries"),
  };
}
