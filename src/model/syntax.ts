// Syntax: parts of speech, lemmas and a dependency tree over a sentence's tokens, in the terms of Universal Dependencies
// (UPOS tags, Penn tags beside them, basic relations). Heads are indexes into the sentence's own tokens.
import type { Token } from "./sentence.js";

/** Universal Dependencies' part-of-speech tags. */
export const UPOS = [
  "ADJ",
  "ADP",
  "ADV",
  "AUX",
  "CCONJ",
  "DET",
  "INTJ",
  "NOUN",
  "NUM",
  "PART",
  "PRON",
  "PROPN",
  "PUNCT",
  "SCONJ",
  "SYM",
  "VERB",
  "X",
] as const;
export type Upos = (typeof UPOS)[number];

/** Subtypes that are kept; every other relation is cut to its basic part. */
export const KEPT_SUBTYPES: ReadonlySet<string> = new Set([
  "acl:relcl",
  "aux:pass",
  "compound:prt",
  "nmod:desc",
  "nmod:poss",
  "nsubj:pass",
  "obl:agent",
  "obl:unmarked",
]);

export interface ParsedToken extends Token {
  readonly tag: Upos;
  /** Penn Treebank tag ("VBN"); with "$" added where a possessive s is part of the token ("NNP$" for "Syrias"). */
  readonly fine: string;
  /** Lower case; of a hyphenated word the last part is reduced ("air-strikes": "air-strike"). */
  readonly lemma: string;
  /** Index of the head within the sentence, -1 for a root. */
  readonly head: number;
  /** Basic relation of Universal Dependencies, or one of the kept subtypes. */
  readonly relation: string;
}

/** A tree without crossing arcs, so that every subtree is a contiguous span. Pieces of an over-long line have a root each. */
export interface ParsedSentence {
  readonly tokens: readonly ParsedToken[];
  /** For each token its dependents in text order. */
  readonly dependents: readonly (readonly number[])[];
}
