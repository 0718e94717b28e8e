// What earlier stages found, sentence by sentence, as ranges of tokens: the ground on which this room looks for tallies.
// Comes in: the layers. Goes out: one Ground for each sentence, in order. Linear in the text.
import type { Span } from "../../base/span.js";
import type { ActorMention } from "../../model/actor-mention.js";
import type { Quantity } from "../../model/quantity.js";
import type { ReadingLayers } from "../../model/reading-layers.js";
import type { Sentence } from "../../model/sentence.js";
import type { ParsedSentence, ParsedToken } from "../../model/syntax.js";
import type { TimeExpression } from "../../model/time-expression.js";
import type { Toponym } from "../../model/toponym.js";

/** A range of tokens, `to` exclusive, and what was found there. */
export interface Found<T> {
  readonly from: number;
  readonly to: number;
  readonly value: T;
}

export interface Ground {
  readonly sentence: Sentence;
  readonly parsed: ParsedSentence;
  readonly tokens: readonly ParsedToken[];
  /** Counts of things only: no prices, distances, ages. */
  readonly quantities: readonly Quantity[];
  readonly times: readonly Found<TimeExpression>[];
  readonly toponyms: readonly Found<Toponym>[];
  readonly actors: readonly Found<ActorMention>[];
}

export function* groundsOf(layers: ReadingLayers): Generator<Ground> {
  const quantities = new Map<number, Quantity[]>();
  for (const quantity of layers.quantities) {
    if (quantity.unit !== null || quantity.article) continue;
    const known = quantities.get(quantity.sentence);
    if (known === undefined) quantities.set(quantity.sentence, [quantity]);
    else known.push(quantity);
  }
  const times = inOrder(layers.times);
  const toponyms = inOrder(layers.toponyms);
  const actors = inOrder(layers.actors);
  for (const [index, sentence] of layers.sentences.entries()) {
    const parsed = layers.parsed[index]!;
    const { tokens } = parsed;
    yield {
      sentence,
      parsed,
      tokens,
      quantities: quantities.get(sentence.index) ?? [],
      times: ranges(tokens, times(sentence)),
      toponyms: ranges(tokens, toponyms(sentence)),
      actors: ranges(tokens, actors(sentence)),
    };
  }
}

/** Hands out the items of each sentence; to be asked in text order. */
function inOrder<T extends Span>(items: readonly T[]): (sentence: Span) => T[] {
  const sorted = items.toSorted((a, b) => a.start - b.start);
  let next = 0;
  return (sentence) => {
    const found: T[] = [];
    for (; next < sorted.length && sorted[next]!.start < sentence.end; next++)
      if (sorted[next]!.start >= sentence.start) found.push(sorted[next]!);
    return found;
  };
}

function ranges<T extends Span>(tokens: readonly ParsedToken[], items: readonly T[]): Found<T>[] {
  const found: Found<T>[] = [];
  let from = 0;
  for (const value of items) {
    while (from < tokens.length && tokens[from]!.end <= value.start) from++;
    let to = from;
    while (to < tokens.length && tokens[to]!.start < value.end) to++;
    if (to > from) found.push({ from, to, value });
  }
  return found;
}
