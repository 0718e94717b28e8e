// knowledge/tallies/*.yaml: what is counted over a time (attacks, people killed), how its words stand to the number, and the words
// that make a number one of many happenings (a whole war, a stretch of days); parsed and indexed. Examples stand under each rule.
// Leaves alone: numbers themselves (knowledge/quantity) and times (knowledge/time).
import { z } from "zod";
import type { KnowledgeLayers } from "./layers.js";
import { yamlUnder } from "./layers.js";
import { PhraseIndex } from "./phrases.js";

const Texts = z.array(z.string());
const Example = z.strictObject({
  text: z.string(),
  what: z.string(),
  count: z.strictObject({ min: z.number().optional(), max: z.number().optional() }),
});

const TalliesFile = z.strictObject({
  language: z.string(),
  counted: z.array(
    z.strictObject({
      id: z.string(),
      what: z.string(),
      exact: z.boolean().optional(),
      times: Texts.optional(),
      nouns: Texts.optional(),
      leads: Texts.optional(),
      follows: Texts.optional(),
      does: Texts.optional(),
      heads: Texts.optional(),
      examples: z.array(Example).min(2),
      counterexamples: Texts.min(1),
    }),
  ),
  tokens: z.strictObject({
    war: Texts,
    attacked: Texts,
    ordinals: z.record(z.string(), z.number().int().min(2)),
    such: Texts,
    over: Texts,
    of: Texts,
    parts: Texts,
    since: Texts,
    articles: Texts,
    of_people: Texts,
    relatives: Texts,
    reaches: Texts,
    ongoing: Texts,
    superlatives: Texts,
    perfect: Texts,
    by: Texts,
    at: Texts,
    against: Texts,
    generic: Texts,
  }),
});
type WrittenCounted = z.infer<typeof TalliesFile>["counted"][number];

export interface Counted {
  readonly id: string;
  readonly what: string;
  /** A vague number of these is no tally. */
  readonly exact: boolean;
}

export interface TallyKnowledge {
  /** Happenings that can be counted ("12 attacks"), and people as such ("12 deaths"). */
  readonly nouns: PhraseIndex<Counted>;
  /** Just before the number: "killed 12". */
  readonly leads: PhraseIndex<Counted>;
  /** After the people counted: "12 were killed". */
  readonly follows: PhraseIndex<Counted>;
  /** After the people counted, what they did themselves: "12 fled the valley". */
  readonly does: PhraseIndex<Counted>;
  /** Before the number with words between: "the death toll … at 12". */
  readonly heads: PhraseIndex<Counted>;
  /** A whole war, which no single happening is. */
  readonly war: PhraseIndex<true>;
  /** After the number, where something was done so many times. */
  readonly times: PhraseIndex<Counted>;
  readonly attacked: PhraseIndex<true>;
  readonly ordinals: ReadonlyMap<string, number>;
  readonly such: ReadonlySet<string>;
  readonly over: ReadonlySet<string>;
  readonly of: ReadonlySet<string>;
  readonly parts: PhraseIndex<true>;
  readonly since: ReadonlySet<string>;
  readonly articles: ReadonlySet<string>;
  /** Those of the relatives that go on about the people counted. */
  readonly ofPeople: ReadonlySet<string>;
  readonly relatives: ReadonlySet<string>;
  readonly reaches: ReadonlySet<string>;
  readonly ongoing: PhraseIndex<true>;
  readonly superlatives: ReadonlySet<string>;
  readonly perfect: ReadonlySet<string>;
  readonly by: ReadonlySet<string>;
  readonly at: ReadonlySet<string>;
  readonly against: ReadonlySet<string>;
  readonly generic: ReadonlySet<string>;
  readonly rules: readonly WrittenCounted[];
}

/** Throws on a file that is not of the form: what ships is checked by tests, a pack when it is loaded. `without` leaves a rule out. */
export function parseTallyKnowledge(layers: KnowledgeLayers, without: string | null = null): TallyKnowledge {
  const files = yamlUnder(layers, "tallies/").map(({ value }) => TalliesFile.parse(value));
  const written = files.flatMap((file) => file.counted);
  const rules = written.filter((rule) => rule.id !== without);
  const index = (key: "nouns" | "leads" | "follows" | "does" | "heads" | "times"): PhraseIndex<Counted> =>
    new PhraseIndex(
      rules.flatMap((rule) =>
        (rule[key] ?? []).map(
          (phrase) => [phrase, { id: rule.id, what: rule.what, exact: rule.exact ?? false }] as const,
        ),
      ),
    );
  type Lists = Exclude<keyof z.infer<typeof TalliesFile>["tokens"], "ordinals">;
  const words = (key: Lists): string[] => files.flatMap((file) => file.tokens[key]);
  const phrases = (key: Lists): PhraseIndex<true> =>
    new PhraseIndex(words(key).map((phrase) => [phrase, true] as const));
  return {
    nouns: index("nouns"),
    leads: index("leads"),
    follows: index("follows"),
    does: index("does"),
    heads: index("heads"),
    war: phrases("war"),
    times: index("times"),
    attacked: phrases("attacked"),
    ordinals: new Map(files.flatMap((file) => Object.entries(file.tokens.ordinals))),
    such: new Set(words("such")),
    over: new Set(words("over")),
    of: new Set(words("of")),
    parts: phrases("parts"),
    since: new Set(words("since")),
    articles: new Set(words("articles")),
    ofPeople: new Set(words("of_people")),
    relatives: new Set(words("relatives")),
    reaches: new Set(words("reaches")),
    ongoing: phrases("ongoing"),
    superlatives: new Set(words("superlatives")),
    perfect: new Set(words("perfect")),
    by: new Set(words("by")),
    at: new Set(words("at")),
    against: new Set(words("against")),
    generic: new Set(words("generic")),
    rules: written,
  };
}
