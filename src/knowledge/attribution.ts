// knowledge/attribution/*.yaml: words that report, words that hedge, nouns for those who speak, words that take up a
// speaker named before, and the closed classes by which a noun phrase is told from a clause. Strict: unknown keys throw.
import { z } from "zod";
import { SOURCE_KINDS, STANCES } from "../model/source.js";
import type { SourceKind, Stance } from "../model/source.js";
import type { KnowledgeLayers } from "./layers.js";
import { yamlUnder } from "./layers.js";

const Actor = z.strictObject({ quote: z.string(), name: z.string(), kind: z.enum(SOURCE_KINDS) });
const Example = z.strictObject({
  text: z.string(),
  /** "name/kind > name/kind | stance | content … content", one for each attribution in text order; no source is "-". */
  reads: z.array(z.string()),
  actors: z.array(Actor).default([]),
});
const SpeakerExample = z.strictObject({ phrase: z.string(), kind: z.enum(SOURCE_KINDS) });

export const FRAMES = [
  "clause",
  "tell",
  "accuse",
  "preposition",
  "quote",
  "cite",
  "figure",
  "attitude",
] as const;
export const SCOPES = ["clause", "after", "predicate", "phrase", "before", "noun", "told"] as const;
export const SORTS = ["person", "body", "plural"] as const;

const CueRule = z.strictObject({
  id: z.string(),
  frame: z.enum(FRAMES),
  stance: z.enum(STANCES),
  /** Report wherever a subject stands before or after. */
  forms: z.array(z.string()).default([]),
  /** Nouns or other words as well: report only right after a subject. */
  nouns: z.array(z.string()).default([]),
  /** Go on reporting what the subject before said: "adding". */
  participles: z.array(z.string()).default([]),
  /** Tell an attitude after a form of "be": "was worried". */
  adjectives: z.array(z.string()).default([]),
  /** Kinds of source that this cue needs; empty for any. */
  needs: z.array(z.enum(SOURCE_KINDS)).default([]),
  /** What is said ends before a relative clause: "claimed responsibility for a raid | that killed nine". */
  brief: z.boolean().default(false),
  /** Report only what stands in quotation marks: "went on". */
  quoted: z.boolean().default(false),
  /** Words right after it that make it another thing: "claimed the lives of". */
  not_before: z.array(z.string()).default([]),
  examples: z.array(Example).min(2),
  counter: z.array(Example).min(1),
});
const HedgeRule = z.strictObject({
  id: z.string(),
  stance: z.enum(STANCES),
  /** "clause": the clause it stands in; "after": the words that follow it; "before": what was said just before;
   * "noun": the noun phrase that follows, up to a verb; "told": what somebody said in this sentence or the one before. */
  scope: z.enum(SCOPES),
  /** Name of the unspecified source that it stands for ("reports"); null where it only hedges. */
  source: z.string().nullable(),
  kind: z.enum(SOURCE_KINDS).default("unspecified"),
  forms: z.array(z.string()),
  examples: z.array(Example).min(2),
  counter: z.array(Example).min(1),
});
const SpeakerRule = z.strictObject({
  id: z.string(),
  kind: z.enum(SOURCE_KINDS),
  nouns: z.array(z.string()),
  /** Words before a noun without a kind of its own that give it this kind: "police source". */
  modifiers: z.array(z.string()).default([]),
  examples: z.array(SpeakerExample).min(2),
  counter: SpeakerExample,
});
const AnaphorRule = z.strictObject({
  id: z.string(),
  sort: z.array(z.enum(SORTS)),
  /** Kinds of source that it can take up; empty for any. */
  kinds: z.array(z.enum(SOURCE_KINDS)).default([]),
  words: z.array(z.string()),
  examples: z.array(Example).min(2),
  counter: z.array(Example).min(1),
  /** Only where nothing stands between the article and the word: "the ministry", not "the health ministry". */
  bare: z.boolean().default(false),
});
const PhraseRule = z.strictObject({
  id: z.string(),
  phrases: z.array(z.string()),
  /** True where an outlet follows that carries the words: "in an interview with". */
  outlet: z.boolean().default(false),
  examples: z.array(Example).min(2),
  counter: z.array(Example).min(1),
});
const WORDS = [
  "determiners",
  "articles",
  "prepositions",
  "auxiliaries",
  "copulas",
  "negations",
  "blockers",
  "agents",
  "complementizers",
  "relatives",
  "free_relatives",
  "relative_owners",
  "connectors",
  "breaks",
  "coordinators",
  "times",
  "time_modifiers",
  "time_prepositions",
  "adverbs",
  "not_adverbs",
  "verbs",
  "not_verbs",
  "person_words",
  "premodifiers",
  "addressees",
  "carried",
  "possessives",
  "pronouns",
  "titles",
  "reducers",
  "namers",
  "indefinites",
  "joins",
  "genitives",
  "spokespeople",
  "issuers",
  "self_names",
  "things",
  "owners",
  "documents",
  "demonstratives",
  "takes_up",
  "nobodies",
  "tails",
  "particles",
] as const;
const Words = z.strictObject({
  ...(Object.fromEntries(WORDS.map((name) => [name, z.array(z.string())])) as Record<
    (typeof WORDS)[number],
    z.ZodArray<z.ZodString>
  >),
  adverb_ending: z.string(),
  verb_ending: z.string(),
  participle_ending: z.string(),
  present_ending: z.string(),
  possessive_ending: z.string(),
});
const AttributionFile = z.strictObject({
  language: z.string(),
  words: Words,
  cues: z.array(CueRule),
  /** Beliefs, wishes and deeds towards somebody's words: not claims, and read only with `withAttitudes`. */
  attitudes: z.array(CueRule),
  hedges: z.array(HedgeRule),
  speakers: z.array(SpeakerRule),
  anaphors: z.array(AnaphorRule),
  circumstances: z.array(PhraseRule),
});

export type CueRuleData = z.infer<typeof CueRule>;
export type HedgeRuleData = z.infer<typeof HedgeRule>;
export type SpeakerRuleData = z.infer<typeof SpeakerRule>;
export type AnaphorRuleData = z.infer<typeof AnaphorRule>;
export type CircumstanceRuleData = z.infer<typeof PhraseRule>;
export type AttributionExample = z.infer<typeof Example>;
export type WordClass = (typeof WORDS)[number];

/** Phrases by their first word, longest first. */
export type PhraseTable<T> = ReadonlyMap<
  string,
  readonly { readonly words: readonly string[]; readonly value: T }[]
>;

export interface AttributionRules {
  readonly cues: readonly CueRuleData[];
  readonly attitudes: readonly CueRuleData[];
  readonly hedges: readonly HedgeRuleData[];
  readonly speakers: readonly SpeakerRuleData[];
  readonly anaphors: readonly AnaphorRuleData[];
  readonly circumstances: readonly CircumstanceRuleData[];
}

export interface CueForm {
  readonly id: string;
  readonly frame: (typeof FRAMES)[number];
  readonly stance: Stance;
  readonly form: "verb" | "noun" | "participle" | "adjective";
  readonly needs: readonly SourceKind[];
  readonly brief: boolean;
  readonly quoted: boolean;
  readonly notBefore: readonly (readonly string[])[];
}

export interface AttributionKnowledge {
  readonly rules: AttributionRules;
  /** True where attitudes are read like reports. */
  readonly attitudes: boolean;
  readonly words: Readonly<Record<WordClass, ReadonlySet<string>>>;
  readonly adverbEnding: string;
  readonly verbEnding: string;
  readonly participleEnding: string;
  readonly presentEnding: string;
  readonly possessiveEnding: string;
  readonly cues: PhraseTable<CueForm>;
  readonly hedges: PhraseTable<HedgeRuleData>;
  readonly speakers: PhraseTable<{ readonly id: string; readonly kind: SourceKind }>;
  readonly modifiers: ReadonlyMap<string, SourceKind>;
  readonly anaphors: ReadonlyMap<string, AnaphorRuleData>;
  readonly circumstances: PhraseTable<CircumstanceRuleData>;
  /** Several words that join like "and": "as well as". */
  readonly joins: PhraseTable<true>;
  /** What ties a document to its author: "in the name of". */
  readonly issuers: PhraseTable<true>;
  /** What ties a group to the name it goes by: "calling itself". */
  readonly selfNames: PhraseTable<true>;
}

/** Throws on a file that is not of the form: the knowledge that ships is checked by tests. */
export function parseAttributionKnowledge(layers: KnowledgeLayers): AttributionKnowledge {
  const files = yamlUnder(layers, "attribution/").map(({ value }) => AttributionFile.parse(value));
  const words = Object.fromEntries(
    WORDS.map((name) => [name, new Set(files.flatMap((file) => file.words[name]))]),
  );
  return compileAttribution(
    {
      cues: files.flatMap((file) => file.cues),
      attitudes: files.flatMap((file) => file.attitudes),
      hedges: files.flatMap((file) => file.hedges),
      speakers: files.flatMap((file) => file.speakers),
      anaphors: files.flatMap((file) => file.anaphors),
      circumstances: files.flatMap((file) => file.circumstances),
    },
    {
      words: words as unknown as Record<WordClass, ReadonlySet<string>>,
      adverbEnding: files[0]?.words.adverb_ending ?? "",
      verbEnding: files[0]?.words.verb_ending ?? "",
      participleEnding: files[0]?.words.participle_ending ?? "",
      presentEnding: files[0]?.words.present_ending ?? "",
      possessiveEnding: files[0]?.words.possessive_ending ?? "",
    },
  );
}

/** Tables for these rules; a test compiles them again with one rule taken away. */
export function compileAttribution(
  rules: AttributionRules,
  language: Pick<
    AttributionKnowledge,
    "words" | "adverbEnding" | "verbEnding" | "participleEnding" | "presentEnding" | "possessiveEnding"
  >,
): AttributionKnowledge {
  return {
    ...language,
    rules,
    attitudes: false,
    cues: phraseTable(cueForms(rules.cues)),
    hedges: phraseTable(rules.hedges.flatMap((rule) => rule.forms.map((form) => [form, rule] as const))),
    speakers: phraseTable(
      rules.speakers.flatMap((rule) =>
        rule.nouns.map((noun) => [noun, { id: rule.id, kind: rule.kind }] as const),
      ),
    ),
    modifiers: new Map(
      rules.speakers.flatMap((rule) => rule.modifiers.map((word) => [word, rule.kind] as const)),
    ),
    anaphors: new Map(rules.anaphors.flatMap((rule) => rule.words.map((word) => [word, rule] as const))),
    circumstances: phraseTable(
      rules.circumstances.flatMap((rule) => rule.phrases.map((phrase) => [phrase, rule] as const)),
    ),
    joins: phraseTable([...language.words.joins].map((phrase) => [phrase, true] as const)),
    issuers: phraseTable([...language.words.issuers].map((phrase) => [phrase, true] as const)),
    selfNames: phraseTable([...language.words.self_names].map((phrase) => [phrase, true] as const)),
  };
}

/** The same knowledge with attitudes among the cues: whoever holds one is read as a source. For corpora that mark them. */
export function withAttitudes(knowledge: AttributionKnowledge): AttributionKnowledge {
  const { cues, attitudes } = knowledge.rules;
  // A form that reports only quotations gives way to the same form as an attitude, which reports anything.
  const ordered = [
    ...cues.filter(({ quoted }) => !quoted),
    ...attitudes,
    ...cues.filter(({ quoted }) => quoted),
  ];
  return { ...knowledge, attitudes: true, cues: phraseTable(cueForms(ordered)) };
}

function cueForms(rules: readonly CueRuleData[]): (readonly [string, CueForm])[] {
  const forms = (rule: CueRuleData, form: CueForm["form"], phrases: readonly string[]) =>
    phrases.map((phrase): readonly [string, CueForm] => [
      phrase,
      {
        id: rule.id,
        frame: rule.frame,
        stance: rule.stance,
        form,
        needs: rule.needs,
        brief: rule.brief,
        quoted: rule.quoted,
        notBefore: rule.not_before.map((words) => words.split(" ")),
      },
    ]);
  return rules.flatMap((rule) => [
    ...forms(rule, "verb", rule.forms),
    ...forms(rule, "noun", rule.nouns),
    ...forms(rule, "participle", rule.participles),
    ...forms(rule, "adjective", rule.adjectives),
  ]);
}

function phraseTable<T>(phrases: readonly (readonly [string, T])[]): PhraseTable<T> {
  const table = new Map<string, { words: readonly string[]; value: T }[]>();
  for (const [phrase, value] of phrases) {
    const words = phrase.split(" ");
    const first = words[0]!;
    table.set(first, [...(table.get(first) ?? []), { words, value }]);
  }
  for (const list of table.values()) list.sort((a, b) => b.words.length - a.words.length);
  return table;
}
