// Figures over gold trees in our tokens: tags, lemmas, attachment (UAS; LAS over universal relations as in conll18, and with the
// kept subtypes), all tokens counted.
import type { SyntaxModel } from "../../src/knowledge/syntax.js";
import { parseSentence } from "../../src/reading/syntax/parse-sentence.js";
import type { Tree } from "./conversion.js";

export interface Figures {
  readonly tokens: number;
  readonly upos: number;
  readonly fine: number;
  readonly lemma: number;
  readonly uas: number;
  readonly las: number;
  readonly lasSubtypes: number;
}

export function evaluate(trees: readonly Tree[], model: SyntaxModel): Figures {
  const sum = { tokens: 0, upos: 0, fine: 0, lemma: 0, uas: 0, las: 0, lasSubtypes: 0 };
  const universal = (relation: string): string => relation.replace(/:.*$/u, "");
  for (const tree of trees) {
    const parsed = parseSentence(tree.tokens, model).tokens;
    for (let i = 0; i < parsed.length; i++) {
      const token = parsed[i]!;
      const tag = tree.tags[i]!;
      sum.tokens++;
      if (tag.startsWith(`${token.tag}/`)) sum.upos++;
      if (tag === `${token.tag}/${token.fine}`) sum.fine++;
      if (tree.lemmas[i] === token.lemma) sum.lemma++;
      if (tree.heads[i] !== token.head) continue;
      sum.uas++;
      if (universal(tree.relations[i]!) === universal(token.relation)) sum.las++;
      if (tree.relations[i] === token.relation) sum.lasSubtypes++;
    }
  }
  const share = (count: number): number => Math.round((10000 * count) / sum.tokens) / 100;
  return {
    tokens: sum.tokens,
    upos: share(sum.upos),
    fine: share(sum.fine),
    lemma: share(sum.lemma),
    uas: share(sum.uas),
    las: share(sum.las),
    lasSubtypes: share(sum.lasSubtypes),
  };
}
