// What nations and countries are called, in lower case as rules see words: the forms of knowledge/demonyms and the names of
// knowledge/places/countries*. Comes in: layers. Goes out: two lists, for rules that hold for whoever is named: none may name a side.
import type { KnowledgeLayers } from "./layers.js";
import { textsUnder } from "./layers.js";

export interface NationNames {
  /** "peruvian", "peruvians". */
  readonly nations: readonly string[];
  /** "peru", "the netherlands" without its article. */
  readonly countries: readonly string[];
}

export function nationNames(layers: KnowledgeLayers): NationNames {
  const column = (prefix: string, cells: (line: readonly string[]) => readonly string[]): string[] => [
    ...new Set(
      textsUnder(layers, prefix, ".tsv")
        .flatMap(({ text }) => text.split("\n").slice(1))
        .filter((line) => line !== "")
        .flatMap((line) => cells(line.split("\t")))
        .filter((name) => name !== "")
        .map((name) => name.toLowerCase()),
    ),
  ];
  return {
    nations: column("demonyms/", ([form]) => [form!]),
    countries: column("places/countries", (cells) => [cells[1]!, ...(cells[8] ?? "").split("|")]),
  };
}
