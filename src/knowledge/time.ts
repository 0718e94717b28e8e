// knowledge/time/*.yaml: the words and phrases for times of a language, as data with examples (after duckling's Corpus).
// Goes out: the lexicon by word, the rules with their patterns, the cues of tense and of span. Pattern language: base/phrase-grammar.
import { z } from "zod";
import { TIME_SIGNALS, TIME_UNITS } from "../model/time-meaning.js";
import type { KnowledgeLayers } from "./layers.js";
import { yamlUnder } from "./layers.js";

const Scalar = z.union([z.string(), z.number(), z.boolean(), z.null()]);
const Meaning = z.record(z.string(), z.union([Scalar, z.record(z.string(), Scalar)]));

const Rule = z.strictObject({
  id: z.string(),
  /** "time" for what stands in a text by itself; other names are for use inside other rules. */
  gives: z.string().default("time"),
  patterns: z.array(z.string()).min(1),
  /** Fields of TimeMeaning; "$name" is a capture's value, "-$name" its negative, `use` merges a capture's meaning. null: no time. */
  meaning: Meaning.nullable(),
  /** Text with [the phrase], and what it reads as; for a rule that says "no time" the text has no brackets. */
  examples: z.record(z.string(), z.string().nullable()),
  /** Texts in which this rule finds nothing. */
  counter: z.array(z.string()),
});

const TimeFile = z.strictObject({
  language: z.string(),
  /** The date of publication of all examples of the file. */
  published: z.string().optional(),
  parts: z.record(z.string(), z.strictObject({ timeOfDay: z.string(), timex: z.string() })).default({}),
  lexicon: z
    .record(
      z.string(),
      z.strictObject({
        /** The word must begin with a capital letter. */
        capital: z.boolean().default(false),
        words: z.record(z.string(), z.union([z.string(), z.number()])),
      }),
    )
    .default({}),
  tense: z.strictObject({ future: z.array(z.string()), past: z.array(z.string()) }).optional(),
  signals: z.record(z.string(), z.enum(TIME_SIGNALS)).default({}),
  signal_articles: z.array(z.string()).default([]),
  rules: z.array(Rule).default([]),
});

const HappeningFile = z.strictObject({
  language: z.string(),
  happenings: z.array(
    z.strictObject({
      id: z.string(),
      date: z.string(),
      /** All words of one of these lists stand in one sentence. */
      words: z.array(z.array(z.string()).min(1)).min(1),
      examples: z.array(z.string()).min(2),
      counter: z.array(z.string()).min(1),
    }),
  ),
});

export type TimeRule = z.infer<typeof Rule>;
export type Happening = z.infer<typeof HappeningFile>["happenings"][number];

export interface LexicalEntry {
  readonly category: string;
  readonly value: string | number;
  readonly capital: boolean;
}

export interface TimeKnowledge {
  readonly published: string | null;
  /** Part of the day → the record's time of day and TIMEX3's code. */
  readonly parts: ReadonlyMap<string, { readonly timeOfDay: string; readonly timex: string }>;
  readonly lexicon: ReadonlyMap<string, readonly LexicalEntry[]>;
  readonly future: ReadonlySet<string>;
  readonly past: ReadonlySet<string>;
  readonly signals: ReadonlyMap<string, (typeof TIME_SIGNALS)[number]>;
  readonly signalArticles: ReadonlySet<string>;
  readonly rules: readonly TimeRule[];
  readonly happenings: readonly Happening[];
}

/** Throws on a file that is not of the form: the knowledge that ships is checked by tests. */
export function parseTimeKnowledge(layers: KnowledgeLayers): TimeKnowledge {
  const texts = yamlUnder(layers, "time/");
  const files = texts
    .filter(({ path }) => !path.endsWith("happenings.yaml"))
    .map(({ value }) => TimeFile.parse(value));
  const lexicon = new Map<string, LexicalEntry[]>();
  for (const file of files) {
    for (const [category, { capital, words }] of Object.entries(file.lexicon)) {
      for (const [word, value] of Object.entries(words)) {
        if (category === "unit" && !TIME_UNITS.includes(value as (typeof TIME_UNITS)[number]))
          throw new Error(`knowledge/time: ${word} is of no known unit`);
        lexicon.set(word, [...(lexicon.get(word) ?? []), { category, value, capital }]);
      }
    }
  }
  return {
    published: files.find((file) => file.published !== undefined)?.published ?? null,
    parts: new Map(files.flatMap((file) => Object.entries(file.parts))),
    lexicon,
    future: new Set(files.flatMap((file) => file.tense?.future ?? [])),
    past: new Set(files.flatMap((file) => file.tense?.past ?? [])),
    signals: new Map(files.flatMap((file) => Object.entries(file.signals))),
    signalArticles: new Set(files.flatMap((file) => file.signal_articles)),
    rules: files.flatMap((file) => file.rules),
    happenings: texts
      .filter(({ path }) => path.endsWith("happenings.yaml"))
      .flatMap(({ value }) => HappeningFile.parse(value).happenings),
  };
}
