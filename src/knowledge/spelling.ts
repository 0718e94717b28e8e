// knowledge/spelling/*.yaml: which spellings of a transliterated name are variants of one name.
// In: folded words. Out: a phonetic form and its consonants (the skeleton). After Freeman, Condon and Ackerman 2006
// (cross-linguistic name matching): vowels and doublings carry little. Leaves alone: which place is meant.
import { z } from "zod";
import { fold } from "../base/fold.js";
import type { KnowledgeLayers } from "./layers.js";
import { yamlUnder } from "./layers.js";

const Spelling = z.strictObject({
  id: z.string(),
  countries: z.array(z.string().length(2)),
  articles: z.array(z.string()),
  loose: z.array(z.string()),
  replacements: z.array(z.strictObject({ from: z.string(), to: z.string() })),
  vowels: z.array(z.strictObject({ letters: z.array(z.string()), to: z.string().length(1) })),
  endings: z.array(z.string()),
  ending: z.string(),
  examples: z.array(
    z.union([
      z.strictObject({ same: z.array(z.string()) }),
      z.strictObject({ different: z.array(z.string()).length(2) }),
    ]),
  ),
});

/** A name in the forms by which its variants are compared. */
export interface SpokenName {
  readonly phonetic: string;
  /** Its consonants. */
  readonly skeleton: string;
}

export interface SpellingKnowledge {
  readonly countries: ReadonlySet<string>;
  readonly articles: ReadonlySet<string>;
  readonly loose: ReadonlySet<string>;
  readonly examples: z.infer<typeof Spelling>["examples"];
  /** The phonetic form of one folded word; remembered for as long as `memory` lives. */
  phonetic(word: string, memory?: Map<string, string>): string;
}

/** Throws on a file that is not of the form: the knowledge that ships is checked by tests. */
export function parseSpellingKnowledge(layers: KnowledgeLayers): SpellingKnowledge {
  const files = yamlUnder(layers, "spelling/").map(({ value }) => Spelling.parse(value));
  const replacements = new Map(files.flatMap((f) => f.replacements.map((r) => [r.from, r.to] as const)));
  const sounds = files.flatMap((f) => f.vowels.flatMap((v) => v.letters.map((l) => [l, v.to] as const)));
  const vowelOf = new Map(sounds);
  const endings = files.flatMap((f) => f.endings).sort((a, b) => b.length - a.length);
  const ending = files[0]?.ending ?? "";

  /** Each table in one pass over the word, pairs of letters before single ones. */
  const rewrite = (word: string, table: ReadonlyMap<string, string>): string => {
    let out = "";
    for (let i = 0; i < word.length;) {
      const two = i + 1 < word.length ? table.get(word[i]! + word[i + 1]!) : undefined;
      out += two ?? table.get(word[i]!) ?? word[i]!;
      i += two === undefined ? 1 : 2;
    }
    return out;
  };

  const phonetic = (word: string): string => {
    let s = word;
    // "Ezzor", "Assafira": the article has grown on.
    if (s.length > 4 && (s[0] === "a" || s[0] === "e") && s[1] === s[2] && !vowelOf.has(s[1]!))
      s = s.slice(2);
    for (const end of endings) {
      if (s.length > end.length + 1 && s.endsWith(end)) {
        s = s.slice(0, -end.length) + ending;
        break;
      }
    }
    s = rewrite(s, replacements);
    s = rewrite(s, replacements);
    s = rewrite(s, vowelOf);
    let out = "";
    for (const ch of s) if (ch !== out[out.length - 1]) out += ch;
    return out;
  };
  return {
    countries: new Set(files.flatMap((f) => f.countries)),
    articles: new Set(files.flatMap((f) => f.articles)),
    loose: new Set(files.flatMap((f) => f.loose)),
    examples: files.flatMap((f) => f.examples),
    phonetic: (word, memory) => {
      if (memory === undefined) return phonetic(word);
      let form = memory.get(word);
      if (form === undefined) memory.set(word, (form = phonetic(word)));
      return form;
    },
  };
}

const VOWELS = /[aiu]/gu;

/** The forms of a whole name: articles dropped, words joined. Null where too little is left to compare. */
export function spoken(
  name: string,
  spelling: SpellingKnowledge,
  memory?: Map<string, string>,
): SpokenName | null {
  return spokenWords(fold(name).split(" "), spelling, memory);
}

export function spokenWords(
  words: readonly string[],
  spelling: SpellingKnowledge,
  memory?: Map<string, string>,
): SpokenName | null {
  let phonetic = "";
  for (const word of words)
    if (!(spelling.articles.has(word) && words.length > 1)) phonetic += spelling.phonetic(word, memory);
  if (phonetic.length < 4) return null;
  const skeleton = phonetic.replace(VOWELS, "");
  return skeleton.length < 2 ? null : { phonetic, skeleton };
}

/**
 * Whether two names are spellings of one: the same phonetic form; or three or more consonants, all shared, and phonetic
 * forms that differ in at most one letter of four. `sameSpoken(Deir Ezzor, Dayr az-Zawr)`, but not (Hama, Homs).
 */
export function sameSpoken(a: SpokenName, b: SpokenName): boolean {
  if (a.phonetic === b.phonetic) return true;
  if (a.skeleton !== b.skeleton || a.skeleton.length < 3) return false;
  const longer = Math.max(a.phonetic.length, b.phonetic.length);
  return longer >= 7 && distance(a.phonetic, b.phonetic) <= Math.floor(longer / 5);
}

/** Levenshtein's distance; names only, so short. */
export function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      next[j] = Math.min(row[j]! + 1, next[j - 1]! + 1, row[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1));
    }
    row = next;
  }
  return row[b.length]!;
}
