// knowledge/actors/*.yaml: how a language describes who acts or speaks: heads ("a police source"), adjectives, titles before
// a name, nouns that end the names of bodies, and the words that tell a state from its territory.
import { z } from "zod";
import type { SourceKind } from "../model/source.js";
import { SOURCE_KINDS } from "../model/source.js";
import type { KnowledgeLayers } from "./layers.js";
import { yamlUnder } from "./layers.js";
import type { WordTrie } from "./word-trie.js";
import { nodeOf, wordTrie } from "./word-trie.js";

export const ACTOR_RULES = [
  "head",
  "national",
  "countable",
  "modifier",
  "participle",
  "lead",
  "tail",
  "body",
  "body-small",
  "office",
  "title",
  "reporting",
  "acting",
  "acting-after",
  "deed",
  "deed-on",
  "agent",
  "locative",
  "definite",
  "short",
  "short-of-kind",
  "no-name",
  "verbal",
  "subject",
  "showing",
  "namesake",
  "namesake-before",
] as const;
export type ActorRuleKind = (typeof ACTOR_RULES)[number];

const Example = z.strictObject({
  text: z.string(),
  /** "security source = security source anonymous", "Barazi = talal-barazi government of homs-governorate". */
  finds: z.array(z.string()),
});
const Rule = z.strictObject({
  id: z.string(),
  kind: z.enum(ACTOR_RULES),
  source: z.enum(SOURCE_KINDS).optional(),
  words: z.array(z.string()),
  examples: z.array(Example).min(2),
  counterExamples: z.array(Example).min(1),
});
const Patterns = z.strictObject({ language: z.string(), rules: z.array(Rule) });
export type ActorRule = z.infer<typeof Rule>;

export interface PhraseRule {
  readonly rule: string;
  readonly source: SourceKind | null;
}

/** Phrases by their folded words joined with a space, and as a tree of words. */
export interface Phrases {
  readonly byWords: ReadonlyMap<string, PhraseRule>;
  readonly trie: WordTrie<string>;
}

export interface ActorPatterns {
  readonly rules: readonly ActorRule[];
  readonly of: Readonly<Record<ActorRuleKind, Phrases>>;
}

/** Throws on a file that is not of the form: the knowledge that ships is checked by tests. */
export function parseActorPatterns(layers: KnowledgeLayers): ActorPatterns {
  return actorPatterns(yamlUnder(layers, "actors/").flatMap(({ value }) => Patterns.parse(value).rules));
}

/** The indexes over a list of rules; where two rules have one phrase the first one keeps it. */
export function actorPatterns(rules: readonly ActorRule[]): ActorPatterns {
  const of = Object.fromEntries(
    ACTOR_RULES.map((kind) => [kind, { byWords: new Map<string, PhraseRule>(), trie: wordTrie<string>() }]),
  ) as Record<ActorRuleKind, { byWords: Map<string, PhraseRule>; trie: WordTrie<string> }>;
  for (const rule of rules) {
    const { byWords, trie } = of[rule.kind];
    for (const word of rule.words) {
      const key = word.toLowerCase().replace(/-/g, " ");
      if (!byWords.has(key)) byWords.set(key, { rule: rule.id, source: rule.source ?? null });
      nodeOf(trie, key.split(" ")).value = key;
    }
  }
  return { rules, of };
}
