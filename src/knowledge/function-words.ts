// knowledge/function-words/*.yaml: closed classes of small words that tie names together, by language.
import { z } from "zod";
import type { KnowledgeLayers } from "./layers.js";
import { yamlUnder } from "./layers.js";

const words = z.array(z.string());
const File = z.strictObject({
  language: z.string(),
  articles: words,
  conjunctions: words,
  genitives: words,
  links: words,
  inside: words,
  particles: words,
  auxiliaries: words,
});

export type FunctionWords = Readonly<
  Record<Exclude<keyof z.infer<typeof File>, "language">, ReadonlySet<string>>
>;

/** Throws on a file that is not of the form: the knowledge that ships is checked by tests. */
export function parseFunctionWords(layers: KnowledgeLayers): FunctionWords {
  const files = yamlUnder(layers, "function-words/").map(({ value }) => File.parse(value));
  const of = (name: keyof FunctionWords): ReadonlySet<string> => new Set(files.flatMap((f) => f[name]));
  return {
    articles: of("articles"),
    conjunctions: of("conjunctions"),
    genitives: of("genitives"),
    links: of("links"),
    inside: of("inside"),
    particles: of("particles"),
    auxiliaries: of("auxiliaries"),
  };
}
