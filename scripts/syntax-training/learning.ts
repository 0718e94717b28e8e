// Learns the three models from trees: tagger, lemmatiser and parser (with tags that a tagger gave which had not seen the
// sentence, and with the dynamic oracle, so that the parser meets its own mistakes in training).
import { decodeSyntaxModel, type LinearModel, type SyntaxModel } from "../../src/knowledge/syntax.js";
import { LEMMA_FEATURES, cutsOf, lemmaFeatures } from "../../src/reading/syntax/lemmatize.js";
import { PARSE_STAGES, type TokenCodes } from "../../src/reading/syntax/parse-features.js";
import { bestAllowed, movesOf } from "../../src/reading/syntax/moves.js";
import { lemmatize, tagClass, tokenCodes } from "../../src/reading/syntax/parse-sentence.js";
import { TAG_STAGES, tagTokens } from "../../src/reading/syntax/tag-tokens.js";
import { Configuration, LEFT, RIGHT, SHIFT, type Move } from "../../src/reading/syntax/transitions.js";
import { wordShapes, type WordShapes } from "../../src/reading/syntax/word-shape.js";
import type { Tree } from "./conversion.js";
import { Decision } from "./decision.js";
import { random } from "./edits.js";
import { goldOf, lost } from "./oracle.js";
import { Perceptron } from "./perceptron.js";

export interface Example {
  readonly tree: Tree;
  readonly shapes: WordShapes;
  /** 1 where the word is to be unknown. */
  readonly unknown?: Uint8Array;
}

export interface Encoded {
  readonly classes: readonly string[];
  readonly features: number;
  readonly weights: number;
  readonly bytes: Uint8Array;
  /** Found when all is learned: see margins.ts. */
  readonly margins?: readonly number[];
}

export const example = (tree: Tree): Example => ({ tree, shapes: wordShapes(tree.tokens) });

const OPEN_CLASSES = /^(?:NOUN|PROPN|VERB|ADJ|ADV)/u;

/** A copy in which some words of the open classes are unknown: only their endings, beginnings and shapes are left. */
export function withUnknownWords({ tree, shapes }: Example, share: number, chance: () => number): Example {
  const unknown = Uint8Array.from(tree.tags, (tag) => (OPEN_CLASSES.test(tag) && chance() < share ? 1 : 0));
  const word = shapes.word.map((hash, i) =>
    unknown[i] === 1 ? Math.floor(chance() * 4294967296) | 0 : hash,
  );
  return { tree, shapes: { ...shapes, word }, unknown };
}

/** Names by falling frequency, ties by code unit, those of at least `atLeast` occurrences. */
export function frequent(names: Iterable<string>, atLeast: number): string[] {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return [...counts]
    .filter(([, count]) => count >= atLeast)
    .sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))
    .map(([name]) => name);
}

/** A class for a tag that was too rare to be one: the most frequent one of its part of speech. */
function tagIndex(classes: readonly string[], name: string): number {
  const exact = classes.indexOf(name);
  return exact >= 0
    ? exact
    : classes.findIndex((other) => other.startsWith(name.slice(0, name.indexOf("/") + 1)));
}

export function shuffled<T>(items: readonly T[], chance: () => number): T[] {
  const out = [...items];
  for (let i = out.length - 1; i > 0; i--) {
    const j = Math.floor(chance() * (i + 1));
    [out[i], out[j]] = [out[j]!, out[i]!];
  }
  return out;
}

export function learnTagger(
  rounds: readonly (readonly Example[])[],
  classes: readonly string[],
  seed: number,
  atLeast: number,
  dropout: number,
): Encoded {
  const index = new Map(classes.map((name, c) => [name, c]));
  const perceptron = new Perceptron(classes.length);
  const decision = new Decision(perceptron, dropout, seed);
  const chance = random(seed);
  for (const round of rounds) {
    for (const { tree, shapes } of shuffled(round, chance)) {
      const tags = new Uint8Array(shapes.length);
      for (let i = 0; i < shapes.length; i++) {
        const right = index.get(tree.tags[i]!) ?? tagIndex(classes, tree.tags[i]!);
        decision.read(TAG_STAGES.length, (stage, out) => TAG_STAGES[stage]!(shapes, tags, i, out));
        const guess = best(decision.all());
        decision.learn(
          best,
          (other) => other === right,
          () => right,
        );
        perceptron.tick();
        tags[i] = guess;
      }
    }
  }
  return { classes, ...perceptron.encode(atLeast, 24, 2) };
}

export function learnLemmatizer(rounds: readonly (readonly Example[])[], seed: number): Encoded {
  const cases = rounds.map((round) =>
    round.flatMap(({ tree, shapes }) =>
      tree.tokens.flatMap((token, i) => {
        const tag = tagClass(tree.tags[i]!);
        return tag.inflected
          ? [{ shapes, i, fine: tag.formHash, cut: cutTo(token.lower, tree.lemmas[i]!) }]
          : [];
      }),
    ),
  );
  const classes = frequent(
    cases.flat().map(({ cut }) => cut),
    4,
  ).slice(0, 250);
  const perceptron = new Perceptron(classes.length);
  const features = new Int32Array(LEMMA_FEATURES);
  const chance = random(seed);
  for (const round of cases) {
    for (const { shapes, i, fine, cut } of shuffled(round, chance)) {
      const right = classes.indexOf(cut);
      if (right < 0) continue;
      const count = lemmaFeatures(shapes, i, fine, features);
      const guess = best(perceptron.score(features, count));
      if (guess !== right) perceptron.update(features, count, right, guess);
      perceptron.tick();
    }
  }
  return { classes, ...perceptron.encode(1, 24, 1) };
}

/** `cutTo("cities", "city")` is "3-y". */
export function cutTo(lower: string, lemma: string): string {
  let common = 0;
  while (common < lower.length && lower[common] === lemma[common]) common++;
  return `${lower.length - common}-${lemma.slice(common)}`;
}

/** What the parser learns from: a tree with the tags and lemmas that it will have to do with. */
export interface ParseExample {
  readonly tree: Tree;
  readonly codes: TokenCodes;
}

export function parseExample(
  { tree, shapes, unknown }: Example,
  tagger: LinearModel,
  lemmatizer: LinearModel,
): ParseExample {
  const classes = tagger.classes.map(tagClass);
  const tags = tagTokens(shapes, tagger);
  const lemmas = lemmatize(tree.tokens, shapes, tags, classes, lemmatizer, cutsOf(lemmatizer));
  const codes = tokenCodes(shapes, tags, classes, tree.tokens, lemmas);
  unknown?.forEach((flag, i) => {
    if (flag === 1) codes.lemma[i] = codes.word[i]!;
  });
  return { tree, codes };
}

export function learnParser(
  rounds: readonly (readonly ParseExample[])[],
  seed: number,
  atLeast: number,
  limit: number,
  least: number,
  dropout: number,
  log: (line: string) => void,
): Encoded {
  const classes = parserClasses(rounds);
  const moves = movesOf(classes);
  const relationIndex = new Map(moves.relations.map((name, r) => [name, r]));
  const perceptron = new Perceptron(classes.length);
  const decision = new Decision(perceptron, dropout, seed);
  const chance = random(seed);
  rounds.forEach((round, r) => {
    let wrong = 0;
    let steps = 0;
    for (const { tree, codes } of shuffled(round, chance)) {
      const n = tree.tokens.length;
      const gold = goldOf(
        tree.heads,
        tree.relations.map((name) => relationIndex.get(name) ?? -1),
      );
      const c = new Configuration(n);
      const onStack = new Uint8Array(n + 1);
      while (!c.done()) {
        decision.read(PARSE_STAGES.length, (stage, out) => PARSE_STAGES[stage]!(c, codes, out));
        const guess = bestAllowed(c, decision.all(), moves);
        const costs = [SHIFT, LEFT, RIGHT].map((move) =>
          c.allows(move as Move) ? lost(c, gold, onStack, move as Move) : Infinity,
        );
        const least = Math.min(...costs);
        const fits = (k: number): boolean =>
          isRight(c, gold, moves.move[k] as Move, moves.relation[k]!, costs, least);
        const bestRight = (scores: Float64Array): number => {
          let right = -1;
          for (let k = 0; k < classes.length; k++)
            if ((right < 0 || scores[k]! > scores[right]!) && fits(k)) right = k;
          return right;
        };
        steps++;
        let taken = guess;
        const right = fits(guess) ? guess : bestRight(decision.all());
        if (right >= 0 && right !== guess) {
          wrong++;
          if (r === 0 || chance() < 0.1) taken = right;
        }
        decision.learn((scores) => bestAllowed(c, scores, moves), fits, bestRight);
        perceptron.tick();
        const move = moves.move[taken]! as Move;
        if (move === SHIFT) onStack[c.next] = 1;
        else onStack[c.top(0)] = 0;
        c.apply(move, moves.relation[taken]!);
      }
    }
    log(`parser round ${r + 1}: ${((100 * wrong) / steps).toFixed(2)} % of moves wrong`);
  });
  return { classes, ...perceptron.encode(atLeast, limit, least) };
}

function isRight(
  c: Configuration,
  gold: ReturnType<typeof goldOf>,
  move: Move,
  relation: number,
  costs: readonly number[],
  least: number,
): boolean {
  if (costs[move] !== least || costs[move] === Infinity) return false;
  if (move === SHIFT) return true;
  const dependent = c.top(0);
  const head = move === LEFT ? c.next : c.top(1);
  if ((move === LEFT && head === c.n) !== (relation === 0)) return false;
  return gold.heads[dependent] !== head || gold.relations[dependent] === relation;
}

function parserClasses(rounds: readonly (readonly ParseExample[])[]): string[] {
  function* names(): Iterable<string> {
    for (const { tree } of rounds[0]!) {
      for (let i = 0; i < tree.heads.length; i++) {
        const head = tree.heads[i]!;
        yield head < 0 ? "left-root" : `${head > i ? "left" : "right"}-${tree.relations[i]}`;
      }
    }
  }
  const arcs = frequent(names(), 5);
  return ["shift", ...arcs.filter((name) => name === "left-root" || !name.endsWith("-root"))];
}

function best(scores: Float64Array): number {
  let top = 0;
  for (let c = 1; c < scores.length; c++) if (scores[c]! > scores[top]!) top = c;
  return top;
}

/** The file: a line of JSON, then the three models. */
export function writeModel(
  language: string,
  parts: Record<"tagger" | "lemmatizer" | "parser", Encoded>,
): Uint8Array {
  const order = [parts.tagger, parts.lemmatizer, parts.parser];
  const section = ({ classes, features, weights, bytes, margins = [] }: Encoded): object => ({
    classes,
    features,
    weights,
    bytes: bytes.length,
    margins,
  });
  const header = new TextEncoder().encode(
    `${JSON.stringify({
      format: "hearsay/syntax/2",
      language,
      tagger: section(parts.tagger),
      lemmatizer: section(parts.lemmatizer),
      parser: section(parts.parser),
    })}\n`,
  );
  const out = new Uint8Array(header.length + order.reduce((sum, part) => sum + part.bytes.length, 0));
  out.set(header);
  let offset = header.length;
  for (const part of order) {
    out.set(part.bytes, offset);
    offset += part.bytes.length;
  }
  return out;
}

const NOTHING: Encoded = { classes: [], features: 0, weights: 0, bytes: new Uint8Array() };

/** A model with the parts that are there already. */
export function modelOf(parts: Partial<Record<"tagger" | "lemmatizer" | "parser", Encoded>>): SyntaxModel {
  return decodeSyntaxModel(
    writeModel("en", {
      tagger: parts.tagger ?? NOTHING,
      lemmatizer: parts.lemmatizer ?? NOTHING,
      parser: parts.parser ?? NOTHING,
    }),
  );
}
