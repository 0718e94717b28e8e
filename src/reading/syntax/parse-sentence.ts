// From a sentence's tokens to tags, lemmas and a dependency tree: tag, lemmatise, then a greedy arc-hybrid parse.
// Linear in the number of tokens: a line longer than LONGEST tokens is parsed in pieces, each with a root of its own.
// Weights: knowledge/syntax/en.model. What the relations are good for is in tree-reading.ts.
import type { Token } from "../../model/sentence.js";
import type { ParsedSentence, ParsedToken, Upos } from "../../model/syntax.js";
import type { LinearModel, SyntaxModel } from "../../knowledge/syntax.js";
import { UNINFLECTED, cutsOf, lemmaOf, type Cut } from "./lemmatize.js";
import { addWeights, mix, scratchOf } from "./linear-scores.js";
import { allowedIn, movesOf, type Moves } from "./moves.js";
import { PARSE_STAGES, type TokenCodes } from "./parse-features.js";
import { standing, type StandIn, type Standing } from "./stand-in.js";
import { tagTokens } from "./tag-tokens.js";
import { Configuration, LEFT, RIGHT, SHIFT, type Move } from "./transitions.js";
import { wordShapes, type WordShapes } from "./word-shape.js";

/** No sentence that anybody wrote is longer; what is longer is a list or damage. */
export const LONGEST = 256;

/** "NOUN/NNS" taken apart, with hashes for the parser's features. */
export interface TagClass {
  readonly tag: Upos;
  readonly fine: string;
  readonly fineHash: number;
  /** For lemmas: past and participle are one form, and it does not matter which verb is an auxiliary. */
  readonly formHash: number;
  readonly inflected: boolean;
}

export function hashOf(text: string): number {
  let hash = 0x3c6ef372;
  for (let i = 0; i < text.length; i++) hash = mix(hash, text.charCodeAt(i));
  return hash;
}

export function tagClass(name: string): TagClass {
  const [tag, fine] = [name.slice(0, name.indexOf("/")), name.slice(name.indexOf("/") + 1)];
  return {
    tag: tag as Upos,
    fine,
    fineHash: hashOf(name),
    formHash: hashOf(fine === "VBN" ? "VBD" : fine),
    inflected: !UNINFLECTED.has(fine),
  };
}

interface Prepared {
  readonly tags: readonly TagClass[];
  readonly cuts: readonly Cut[];
  readonly moves: Moves;
  /** The class of articles. */
  readonly article: TagClass | undefined;
}
const prepared = new WeakMap<SyntaxModel, Prepared>();

function prepare(model: SyntaxModel): Prepared {
  let found = prepared.get(model);
  if (found === undefined) {
    found = {
      tags: model.tagger.classes.map(tagClass),
      cuts: cutsOf(model.lemmatizer),
      moves: movesOf(model.parser.classes),
      article: model.tagger.classes.map(tagClass).find(({ tag, fine }) => tag === "DET" && fine === ARTICLE),
    };
    prepared.set(model, found);
  }
  return found;
}

/**
 * `parseSentence(tokenize("Rockets hit the base", 0), model)`: "hit" is the root, "Rockets" its nsubj, "base" its obj.
 * Tags and lemmas are told at once; the tree, which takes most of the time, when somebody first asks for a head, a relation or
 * the dependents.
 */
export function parseSentence(
  tokens: readonly Token[],
  model: SyntaxModel,
  standIns: readonly StandIn[] = [],
): ParsedSentence {
  if (tokens.length <= LONGEST)
    return link(parsePiece(standing(tokens, standIns, 0, tokens.length), 0, model));
  const parsed: ParsedToken[] = [];
  let next = 0;
  for (let from = 0; from < tokens.length; from += LONGEST) {
    const to = Math.min(from + LONGEST, tokens.length);
    const first = next;
    while (next < standIns.length && standIns[next]!.from < to) next++;
    const piece = standing(tokens, standIns.slice(first, next), from, to);
    for (const token of parsePiece(piece, parsed.length, model)) parsed.push(token);
  }
  return link(parsed);
}

const LEAF: readonly number[] = [];

/** The tree with its dependents listed, when they are asked for. */
export function link(tokens: readonly ParsedToken[]): ParsedSentence {
  let dependents: ParsedSentence["dependents"] | null = null;
  return {
    tokens,
    get dependents() {
      return (dependents ??= dependentsOf(tokens));
    },
  };
}

function dependentsOf(tokens: readonly ParsedToken[]): ParsedSentence["dependents"] {
  const dependents: (readonly number[])[] = tokens.map(() => LEAF);
  for (let i = 0; i < tokens.length; i++) {
    const { head } = tokens[i]!;
    if (head < 0) continue;
    if (dependents[head] === LEAF) dependents[head] = [i];
    else (dependents[head] as number[]).push(i);
  }
  return dependents;
}

function parsePiece(piece: Standing, offset: number, model: SyntaxModel): ParsedToken[] {
  const { tags, cuts, moves, article } = prepare(model);
  const { tokens } = piece;
  const shapes = wordShapes(tokens);
  const classes = tagTokens(shapes, model.tagger);
  const lemmas = lemmatize(tokens, shapes, classes, tags, model.lemmatizer, cuts);
  const own = ownLemmas(piece, lemmas, classes, tags, model.lemmatizer, cuts);
  const at = placesOf(piece, classes, tags);
  if (tokens.length === 1 && at === null) {
    const { tag, fine } = tags[classes[0]!]!;
    return [{ ...piece.own[0]!, tag, fine, lemma: own[0]!, head: -1, relation: "root" }];
  }
  let parsed: Tree | null = null;
  const tree = (): Tree => {
    if (parsed !== null) return parsed;
    // The shapes again: to keep them would be most of the memory of a long text.
    const codes = tokenCodes(wordShapes(tokens), classes, tags, tokens, lemmas);
    const configuration = parseMoves(new Configuration(tokens.length), codes, model.parser, moves);
    return (parsed = at === null ? copyOf(configuration) : withArticles(at, configuration, moves.relations));
  };
  const rooted = { offset, tree, relations: moves.relations };
  if (at === null)
    return piece.own.map((token, i) => new TreeToken(token, tags[classes[i]!]!, own[i]!, i, rooted));
  return Array.from(at, (k, i) => {
    const isName = at[i + 1] !== k;
    const token = isName ? piece.own[k]! : piece.articles.get(k)!;
    const tag = isName ? tags[classes[k]!]! : (article ?? tags[classes[k]!]!);
    return new TreeToken(token, tag, isName ? own[k]! : token.lower, i, rooted);
  });
}

/** Lemmas of the words themselves, of a name all of it; the parser sees those of what stands for them. */
function ownLemmas(
  { own, tokens }: Standing,
  lemmas: readonly string[],
  classes: Uint8Array,
  tags: readonly TagClass[],
  model: LinearModel,
  cuts: readonly Cut[],
): readonly string[] {
  if (own === tokens) return lemmas;
  const replaced = own.filter((token, i) => tokens[i] !== token);
  const theirs = Uint8Array.from(own.flatMap((token, i) => (tokens[i] === token ? [] : [classes[i]!])));
  const found = lemmatize(replaced, wordShapes(replaced), theirs, tags, model, cuts);
  let next = 0;
  return own.map((token, i) => (tokens[i] === token ? lemmas[i]! : found[next++]!));
}

/**
 * For each token that the tree is told over, the parser's token that it is of: the name, once more for its article where that
 * parts it from a noun before, or belongs to one behind ("killed a child the Observatory said", "the Kessary police"). The
 * article of a name alone is no word of the sentence, as some names have none. Null where no article counts.
 */
function placesOf(
  { own, articles }: Standing,
  classes: Uint8Array,
  tags: readonly TagClass[],
): Int32Array | null {
  const nominal = (i: number): boolean => i >= 0 && i < own.length && NOMINAL.has(tags[classes[i]!]!.tag);
  const at: number[] = [];
  for (let i = 0; i < own.length; i++) {
    if (articles.has(i) && (nominal(i - 1) || nominal(i + 1))) at.push(i);
    at.push(i);
  }
  return at.length === own.length ? null : Int32Array.from(at);
}
const NOMINAL: ReadonlySet<Upos> = new Set<Upos>(["NOUN", "PROPN", "ADJ", "NUM"]);

function copyOf({ head, relation, n }: Configuration): Tree {
  return { head: head.slice(), relation: relation.slice(), n };
}

/** The tree over the words and the articles of names that count: these hang on their names. */
function withArticles(
  at: Int32Array,
  { head, relation, n }: Configuration,
  relations: readonly string[],
): Tree {
  const last = new Int32Array(n + 1);
  for (let i = 0; i < at.length; i++) last[at[i]!] = i;
  last[n] = at.length;
  const heads = new Int32Array(at.length);
  const labels = new Uint8Array(at.length);
  const article = relations.indexOf(NAME_ARTICLE);
  for (let i = 0; i < at.length; i++) {
    const piece = at[i]!;
    const isHead = last[piece] === i;
    heads[i] = isHead ? last[head[piece]!]! : last[piece]!;
    labels[i] = isHead ? relation[piece]! : article;
  }
  return { head: heads, relation: labels, n: at.length };
}

/** Universal Dependencies' relation of an article to its head. */
const NAME_ARTICLE = "det";
/** The Penn tag of articles. */
const ARTICLE = "DT";

interface Tree {
  readonly head: ArrayLike<number>;
  readonly relation: ArrayLike<number>;
  readonly n: number;
}

/** What the tokens of a piece share: where it begins in its sentence, and its tree. */
interface Rooted {
  readonly offset: number;
  readonly tree: () => Tree;
  readonly relations: readonly string[];
}

/** A token of a tree that grows when it is first looked at. Declared fields are written once, by the constructor. */
class TreeToken implements ParsedToken {
  declare readonly start: number;
  declare readonly end: number;
  declare readonly text: string;
  declare readonly lower: string;
  declare readonly tag: Upos;
  declare readonly fine: string;
  declare readonly lemma: string;
  readonly #index: number;
  readonly #rooted: Rooted;

  constructor(token: Token, { tag, fine }: TagClass, lemma: string, index: number, rooted: Rooted) {
    this.start = token.start;
    this.end = token.end;
    this.text = token.text;
    this.lower = token.lower;
    this.tag = tag;
    this.fine = fine;
    this.lemma = lemma;
    this.#index = index;
    this.#rooted = rooted;
  }

  get head(): number {
    const { tree, offset } = this.#rooted;
    const { head, n } = tree();
    const at = head[this.#index]!;
    return at === n ? -1 : at + offset;
  }

  get relation(): string {
    const { tree, relations } = this.#rooted;
    const { head, relation, n } = tree();
    return head[this.#index]! === n ? "root" : relations[relation[this.#index]!]!;
  }
}

export function lemmatize(
  tokens: readonly Token[],
  shapes: WordShapes,
  classes: Uint8Array,
  tags: readonly TagClass[],
  model: LinearModel,
  cuts: readonly Cut[],
): string[] {
  const { features, scores } = scratchOf(model);
  return tokens.map((token, i) => {
    const tag = tags[classes[i]!]!;
    return tag.inflected
      ? lemmaOf(token.lower, shapes, i, tag.formHash, model, cuts, features, scores)
      : token.lower;
  });
}

export function tokenCodes(
  shapes: WordShapes,
  classes: Uint8Array,
  tags: readonly TagClass[],
  tokens: readonly Token[],
  lemmas: readonly string[],
): TokenCodes {
  const n = tokens.length;
  const slab = new Int32Array((n + 2) * 3);
  const word = slab.subarray(0, n + 2);
  const lemma = slab.subarray(n + 2, 2 * n + 4);
  const tag = slab.subarray(2 * n + 4);
  for (let i = 0; i < n; i++) {
    word[i] = shapes.word[i]!;
    lemma[i] = lemmas[i] === tokens[i]!.lower ? word[i]! : hashOf(lemmas[i]!);
    tag[i] = tags[classes[i]!]!.fineHash;
  }
  for (const codes of [word, lemma, tag]) {
    codes[n] = 0x0007007;
    codes[n + 1] = 0x0000e0e;
  }
  return { word, lemma, tag };
}

/** Moves on greedily until every token has its head. Ties go to the class that stands first in the model. */
export function parseMoves(
  c: Configuration,
  codes: TokenCodes,
  model: LinearModel,
  moves: Moves,
): Configuration {
  const { features, scores } = scratchOf(model);
  const shift = moves.move.indexOf(SHIFT);
  while (!c.done()) {
    if (!c.allows(LEFT) && !c.allows(RIGHT)) {
      // Nothing else can be done: nothing to weigh.
      c.apply(SHIFT, moves.relation[shift]!);
      continue;
    }
    const best = moveOf(c, codes, model, moves, features, scores);
    c.apply(moves.move[best]! as Move, moves.relation[best]!);
  }
  return c;
}

/** The best class of move: after the first stage of features at which it leads by the model's margin, or after all. */
function moveOf(
  c: Configuration,
  codes: TokenCodes,
  model: LinearModel,
  moves: Moves,
  features: Int32Array,
  scores: Int32Array,
): number {
  scores.fill(0);
  const { kind } = moves;
  const classes = kind.length;
  const allowed = allowedIn(c);
  let best = -1;
  for (let stage = 0; stage < PARSE_STAGES.length; stage++) {
    addWeights(model, features, PARSE_STAGES[stage]!(c, codes, features), scores);
    best = -1;
    let most = LEAST;
    let second = LEAST;
    for (let k = 0; k < classes; k++) {
      const score = scores[k]!;
      if (score <= second || (allowed & kind[k]!) === 0) continue;
      if (score > most) {
        second = most;
        most = score;
        best = k;
      } else second = score;
    }
    const margin = model.margins[stage];
    if (margin !== undefined && most - second >= margin) break;
  }
  return best;
}

/** Below every score. */
const LEAST = -(2 ** 30);
