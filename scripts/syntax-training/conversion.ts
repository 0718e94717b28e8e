// From a UD sentence to a tree over our own tokens (src/reading/sentences/tokenize.ts), after an edit of its text. Words that share
// a token are merged ("did" + "n't", "air" + "-" + "strike"), a word of several tokens is split, a word whose characters are gone
// hands its dependents to its head. Crossing arcs are lifted, so that every tree is projective.
import { tokenize } from "../../src/reading/sentences/tokenize.js";
import type { Token } from "../../src/model/sentence.js";
import type { UdSentence, Word } from "./conllu.js";

export interface Tree {
  readonly tokens: readonly Token[];
  /** "UPOS/fine" of each token. */
  readonly tags: readonly string[];
  readonly lemmas: readonly string[];
  readonly heads: readonly number[];
  readonly relations: readonly string[];
}

/** A text with owners, from which characters may have been taken out or changed in case. */
export type Edit = Pick<UdSentence, "text" | "owner">;

const WORDLIKE = /[\p{L}\p{N}]/u;

export function convert(words: readonly Word[], edit: Edit): Tree | null {
  const tokens = tokenize(edit.text, 0);
  const ownersOf = tokens.map((token) => [
    ...new Set(edit.owner.slice(token.start, token.end).filter((word) => word >= 0)),
  ]);
  const heads = headsWithout(words, new Set(ownersOf.flat()));
  const groups = components(ownersOf);
  const groupOf = new Map(groups.flatMap((group, g) => group.words.map((word) => [word, g] as const)));
  const n = tokens.length;
  const tree = {
    tokens,
    tags: Array<string>(n),
    lemmas: Array<string>(n),
    heads: Array<number>(n),
    relations: Array<string>(n),
  };
  const nodes = groups.map((group, g) => nodeOf(words, heads, group.words, g, groupOf));
  const mains = groups.map(
    (group) => group.tokens.find((token) => WORDLIKE.test(tokens[token]!.text)) ?? group.tokens[0]!,
  );
  for (const [g, group] of groups.entries()) {
    const node = nodes[g]!;
    const word = words[node]!;
    const head = heads[node]!;
    const outer = head < 0 ? -1 : mains[groupOf.get(head)!]!;
    for (const token of group.tokens) {
      const { text, lower } = tokens[token]!;
      const main = token === mains[g];
      const punctuation = !WORDLIKE.test(text) && !(main && group.tokens.length === 1);
      tree.tags[token] = punctuation
        ? punctuationTag(text)
        : `${word.upos}/${fineTag(words, group.words, node)}`;
      tree.lemmas[token] =
        main && group.tokens.length === 1 ? lemmaOf(words, group.words, node, lower) : lower;
      tree.heads[token] = main ? outer : mains[g]!;
      tree.relations[token] = main ? (head < 0 ? "root" : word.relation) : punctuation ? "punct" : "flat";
    }
  }
  return tree.heads.filter((head) => head < 0).length === 1 ? projective(tree) : null;
}

/** Heads over the words that are left: a lost word's dependents go to its head, a lost root's first dependent is the root. */
function headsWithout(words: readonly Word[], left: ReadonlySet<number>): number[] {
  let root = words.findIndex((word) => word.head < 0);
  while (!left.has(root)) {
    const next = words.findIndex((word, i) => word.head === root && i !== root);
    if (next < 0) break;
    root = next;
  }
  return words.map((word, i) => {
    if (i === root) return -1;
    let head = word.head;
    while (head >= 0 && !left.has(head)) head = words[head]!.head;
    return head < 0 ? root : head;
  });
}

interface Group {
  readonly tokens: number[];
  readonly words: number[];
}

function components(ownersOf: readonly (readonly number[])[]): Group[] {
  const groups: Group[] = [];
  ownersOf.forEach((owners, token) => {
    const last = groups.at(-1);
    if (last !== undefined && owners.some((word) => last.words.includes(word))) {
      last.tokens.push(token);
      for (const word of owners) if (!last.words.includes(word)) last.words.push(word);
    } else {
      groups.push({ tokens: [token], words: [...owners] });
    }
  });
  return groups;
}

/** The word of a group whose head lies outside; of several the first that is no sign. */
function nodeOf(
  words: readonly Word[],
  heads: readonly number[],
  group: readonly number[],
  g: number,
  groupOf: ReadonlyMap<number, number>,
): number {
  const tops = group.filter((word) => heads[word]! < 0 || groupOf.get(heads[word]!) !== g);
  const root = tops.find((word) => heads[word]! < 0);
  return root ?? tops.find((word) => words[word]!.upos !== "PUNCT") ?? tops[0]!;
}

function fineTag(words: readonly Word[], group: readonly number[], node: number): string {
  const { xpos, upos } = words[node]!;
  const possessive = group.some((word) => word !== node && words[word]!.xpos === "POS");
  return possessive && (upos === "NOUN" || upos === "PROPN") ? `${xpos}$` : xpos;
}

function punctuationTag(text: string): string {
  if (/^[.!?…]$/u.test(text)) return "PUNCT/.";
  if (text === ",") return "PUNCT/,";
  if (/^["“”'‘’]$/u.test(text)) return "PUNCT/''";
  if (text === "-") return "PUNCT/HYPH";
  return "PUNCT/:";
}

function lemmaOf(words: readonly Word[], group: readonly number[], node: number, lower: string): string {
  const last = words[group.at(-1)!]!;
  if (lower.includes("-") && group.length > 1) {
    const form = last.form.toLowerCase();
    if (words[node]!.upos !== "NOUN") return lower;
    return lower.endsWith(form)
      ? lower.slice(0, lower.length - form.length) + last.lemma.toLowerCase()
      : lower;
  }
  const lemma = words[node]!.lemma.toLowerCase().replaceAll("’", "'");
  return lemma === "_" || lemma.includes(" ") ? lower : lemma;
}

/** Lifts the dependent of a crossing arc to its head's head until no arcs cross (Nivre and Nilsson 2005, without labels). */
function projective(tree: Tree): Tree {
  const heads = [...tree.heads];
  for (let rounds = 0; rounds < heads.length * 4; rounds++) {
    let worst = -1;
    let length = Infinity;
    for (let d = 0; d < heads.length; d++) {
      const h = heads[d]!;
      if (h < 0) continue;
      const [from, to] = d < h ? [d, h] : [h, d];
      let crosses = false;
      for (let i = from + 1; i < to && !crosses; i++) {
        let a = i;
        for (let steps = 0; a !== h && a >= 0 && steps <= heads.length; steps++) a = heads[a]!;
        crosses = a !== h;
      }
      if (crosses && to - from < length && heads[h]! >= 0) {
        worst = d;
        length = to - from;
      }
    }
    if (worst < 0) return { ...tree, heads };
    heads[worst] = heads[heads[worst]!]!;
  }
  return { ...tree, heads };
}
