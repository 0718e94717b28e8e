// knowledge/places/*.yaml: the words around place names, by language: nouns that tell what a place is, directions and
// relations, heads of organisations' names, titles, verbs that make a capital a government, names that are other words too.
import { z } from "zod";
import type { Precision } from "../model/place.js";
import { PRECISIONS } from "../model/place.js";
import type { KnowledgeLayers } from "./layers.js";
import { yamlUnder } from "./layers.js";

/** What a rule's words do to a place name beside them. */
export const PLACE_RULES = [
  "noun",
  "settlement-of",
  "direction",
  "relation",
  "locative",
  "organisation",
  "organisation-of",
  "title",
  "given-name",
  "reporting",
  "agent",
  "attributive",
  "compound",
  "needs-noun",
  "beside",
  "ordinary",
  "noun-part",
  "named-noun",
  "abbreviation",
  "media-noun",
  "short-form",
  "abbreviated",
  "compass",
  "first-name",
] as const;
export type PlaceRuleKind = (typeof PLACE_RULES)[number];

const Example = z.strictObject({
  text: z.string(),
  /** As `describe` in test/reading/places writes them: "Saraqib = saraqib", "Syrian = country-sy adjectival", "Umm Zar = ?". */
  finds: z.array(z.string()),
});
const Rule = z.strictObject({
  id: z.string(),
  kind: z.enum(PLACE_RULES),
  precision: z.enum(PRECISIONS).optional(),
  words: z.array(z.string()),
  examples: z.array(Example).min(2),
  counterExamples: z.array(Example).min(1),
});
const Patterns = z.strictObject({ language: z.string(), rules: z.array(Rule) });

export type PlaceRule = z.infer<typeof Rule>;

export interface PlacePatterns {
  readonly rules: readonly PlaceRule[];
  /** Words of each kind, lower case: the id of the rule. Words with spaces are for `relation` only. */
  readonly words: Readonly<Record<PlaceRuleKind, ReadonlyMap<string, string>>>;
  /** The first word of a name, and how it is written short: "saint" is "st". */
  readonly shortForms: ReadonlyMap<string, string>;
  /** Precision that a noun gives. */
  readonly precisions: ReadonlyMap<string, Precision>;
}

/** Throws on a file that is not of the form: the knowledge that ships is checked by tests. */
export function parsePlacePatterns(layers: KnowledgeLayers): PlacePatterns {
  const rules = yamlUnder(layers, "places/").flatMap(({ value }) => Patterns.parse(value).rules);
  return placePatterns(rules);
}

/** The indexes over a list of rules. */
export function placePatterns(rules: readonly PlaceRule[]): PlacePatterns {
  const words = Object.fromEntries(PLACE_RULES.map((kind) => [kind, new Map<string, string>()])) as Record<
    PlaceRuleKind,
    Map<string, string>
  >;
  const precisions = new Map<string, Precision>();
  for (const rule of rules) {
    for (const word of rule.words) {
      words[rule.kind].set(word.toLowerCase(), rule.id);
      if (rule.precision !== undefined) precisions.set(word.toLowerCase(), rule.precision);
    }
  }
  const shortForms = new Map(
    [...words["short-form"].keys()].map((pair) => pair.split(" ") as [string, string]),
  );
  return { rules, words, precisions, shortForms };
}
