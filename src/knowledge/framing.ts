// knowledge/framing/*.yaml: loaded words and phrases with their tone, a neutral wording and the words they need or refuse
// around them; parsed and indexed by first word. Each rule carries its examples, with the term in brackets.
// Leaves alone: loaded names of single actors (knowledge/actors, loaded_names).
import { z } from "zod";
import { TONES } from "../model/framed-term.js";
import type { KnowledgeLayers } from "./layers.js";
import { yamlUnder } from "./layers.js";
import { nationNames } from "./nations.js";
import { expandPhrase, PhraseIndex } from "./phrases.js";

const Texts = z.array(z.string());
const STANDS = ["government", "group", "modified", "none"] as const;
const SHAPES = ["noun", "modifier", "either", "phrase"] as const;

const FramingFile = z.strictObject({
  language: z.string(),
  of: Texts,
  lists: z.record(z.string(), Texts),
  terms: z.array(
    z.strictObject({
      id: z.string(),
      tone: z.enum(TONES),
      neutral: z.string().nullable(),
      stands: z.enum(STANDS),
      shape: z.enum(SHAPES),
      phrases: Texts,
      compounds: Texts.optional(),
      proper: z.boolean().optional(),
      before: Texts.optional(),
      after: Texts.optional(),
      near: Texts.optional(),
      notBefore: Texts.optional(),
      notAfter: Texts.optional(),
      examples: Texts.min(2),
      counterexamples: Texts.min(1),
    }),
  ),
});
type WrittenTerm = z.infer<typeof FramingFile>["terms"][number];

export interface LoadedTerm {
  readonly id: string;
  /** What stands before the first "/" of the id: terms of one family are one word for one thing. */
  readonly family: string;
  readonly tone: WrittenTerm["tone"];
  /** What the loaded words give way to; "" where they can simply go; null where no single wording is neutral. */
  readonly neutral: string | null;
  /** What its referent is: a government or a group named beside it, what the word is said of, or nothing that words tell. */
  readonly stands: (typeof STANDS)[number];
  /** noun: heads its phrase; modifier: needs a noun after it; either; phrase: taken as it stands. */
  readonly shape: (typeof SHAPES)[number];
  /** It is spelt with a capital as an ordinary word: no sign of a name. */
  readonly proper: boolean;
  readonly before: PhraseSet | null;
  readonly after: PhraseSet | null;
  readonly near: PhraseSet | null;
  readonly notBefore: PhraseSet | null;
  readonly notAfter: PhraseSet | null;
}

/** Phrases that may begin, or end, at a word. */
export interface PhraseSet {
  readonly forward: PhraseIndex<true>;
  readonly backward: PhraseIndex<true>;
}

export interface FramingKnowledge {
  readonly terms: PhraseIndex<LoadedTerm>;
  /** By the last part of a hyphenated word, hyphen included: "-occupied". */
  readonly compounds: ReadonlyMap<string, LoadedTerm>;
  /** Between a group and the name that follows it. */
  readonly of: ReadonlySet<string>;
  readonly rules: readonly WrittenTerm[];
}

/** "$nations occupation", "$countries~'s~s": every word of the list in its place, with the endings that stand behind it. */
function withLists(phrase: string, lists: ReadonlyMap<string, readonly string[]>): string[] {
  const found = /(?<=^| )\$([a-z]+)/u.exec(phrase);
  if (found === null) return [phrase];
  const list = lists.get(found[1]!);
  if (list === undefined) throw new Error(`framing: no list ${found[0]}`);
  const [before, after] = [phrase.slice(0, found.index), phrase.slice(found.index + found[0].length)];
  return list.flatMap((word) => withLists(after, lists).map((rest) => before + word + rest));
}

/** Throws on a file that is not of the form: what ships is checked by tests, a pack when it is loaded. `without` leaves a rule out. */
export function parseFramingKnowledge(
  layers: KnowledgeLayers,
  without: string | null = null,
): FramingKnowledge {
  const files = yamlUnder(layers, "framing/").map(({ value }) => FramingFile.parse(value));
  const lists = new Map<string, readonly string[]>([
    ...files.flatMap((file) => Object.entries(file.lists)),
    ...Object.entries(nationNames(layers)),
  ]);
  const listed = (phrases: readonly string[]): string[] =>
    phrases.flatMap((phrase) => withLists(phrase, lists));
  const phraseSet = (phrases: readonly string[] | undefined): PhraseSet | null => {
    if (phrases === undefined) return null;
    const all = listed(phrases);
    return {
      forward: new PhraseIndex(all.map((phrase) => [phrase, true])),
      backward: new PhraseIndex(
        all.flatMap((phrase) =>
          expandPhrase(phrase).map((words) => [words.toReversed().join(" "), true] as const),
        ),
      ),
    };
  };
  const written = files.flatMap((file) => file.terms);
  const rules = written.filter((rule) => rule.id !== without);
  const terms: [string, LoadedTerm][] = [];
  const compounds = new Map<string, LoadedTerm>();
  for (const rule of rules) {
    const term: LoadedTerm = {
      id: rule.id,
      family: rule.id.split("/")[0]!,
      tone: rule.tone,
      neutral: rule.neutral,
      stands: rule.stands,
      shape: rule.shape,
      proper: rule.proper ?? false,
      before: phraseSet(rule.before),
      after: phraseSet(rule.after),
      near: phraseSet(rule.near),
      notBefore: phraseSet(rule.notBefore),
      notAfter: phraseSet(rule.notAfter),
    };
    for (const phrase of listed(rule.phrases)) terms.push([phrase, term]);
    for (const ending of rule.compounds ?? []) compounds.set(ending, term);
  }
  return {
    terms: new PhraseIndex(terms),
    compounds,
    of: new Set(files.flatMap((file) => file.of)),
    rules: written,
  };
}
