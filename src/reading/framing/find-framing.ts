// The loaded terms of a document: each with what it stands for, a neutral wording, its tone and who uses it. Comes in: the layers
// of earlier stages and, as a function, the attribution of a span. Goes out: FramedTerm[] in text order, one for each term,
// referent and voice (record-format.md, FramedTerm). Knowledge: knowledge/framing, names of knowledge/actors.
// Leaves alone: whether a word is deserved. Names of bodies that hold such a word are names.
import { bySpan, covers, quoted, type Quoted, type Span } from "../../base/span.js";
import type { ActorKnowledge } from "../../knowledge/actors.js";
import type { FramingKnowledge } from "../../knowledge/framing.js";
import type { FramedTerm } from "../../model/framed-term.js";
import type { ReadingLayers } from "../../model/reading-layers.js";
import type { SaidBy } from "../../model/said-by.js";
import type { ParsedToken } from "../../model/syntax.js";
import { standingOf } from "./referent.js";
import { findTermHits } from "./term-hit.js";

export interface FramingReadingKnowledge {
  readonly framing: FramingKnowledge;
  readonly actors: ActorKnowledge;
}

/** Words around a term that its quote shows, before and after. */
const QUOTE_BEFORE = 3;
const QUOTE_AFTER = 4;

interface Use {
  readonly framed: FramedTerm;
  /** The loaded words and the noun they belong to, without a name before them. */
  readonly words: string;
  /** It stands in quotation marks: the wording is the speaker's own. */
  readonly direct: boolean;
}

export function findFraming(
  layers: ReadingLayers,
  saidBy: SaidBy,
  knowledge: FramingReadingKnowledge,
): FramedTerm[] {
  const uses: Use[] = [];
  const names = layers.actors.filter(
    (actor) => actor.basis !== "description" && !actor.loaded && actor.id !== null,
  );
  const named = tokensUnder(names, true);
  const dated = tokensUnder(layers.times, false);
  const inQuotes = tokensUnder(layers.quotations, false);
  for (const [index, sentence] of layers.sentences.entries()) {
    const { tokens } = layers.parsed[index]!;
    const [own, day, said] = [named, dated, inQuotes].map((under) => under(sentence, tokens)) as [
      Tokens,
      Tokens,
      Tokens,
    ];
    const hits = findTermHits(tokens, (i) => own.has(i), knowledge.framing);
    for (const hit of hits) {
      const standing = standingOf(tokens, hit, (i) => day.has(i), knowledge.framing.of, knowledge.actors);
      const head = hit.parts.at(-1)!;
      const span = { start: tokens[standing.from]!.start, end: tokens[standing.to - 1]!.end };
      const voice = saidBy(span);
      const quote = around(layers.text, tokens, standing.from, standing.to);
      uses.push({
        words: layers.text.slice(tokens[hit.from]!.start, span.end).toLowerCase(),
        direct: said.has(hit.from),
        framed: {
          term: layers.text.slice(span.start, span.end),
          referent: standing.referent,
          neutral: standing.neutral,
          tone: head.term.tone,
          sources: voice.sources,
          ...quote,
          derivation: [
            ...hit.parts.map((part) => ({
              stage: "framing",
              rule: part.term.id,
              span: { start: tokens[part.from]!.start, end: tokens[part.to - 1]!.end },
            })),
            ...voice.derivation,
          ],
        },
      });
    }
  }
  return oneEach(uses);
}

type Tokens = ReadonlySet<number>;

/** For each sentence, to be asked in text order: its tokens that lie under one of the spans, wholly or in part. */
function tokensUnder(
  spans: readonly Span[],
  wholly: boolean,
): (sentence: Span, tokens: readonly ParsedToken[]) => Tokens {
  const sorted = spans.toSorted(bySpan);
  let next = 0;
  return (sentence, tokens) => {
    const under = new Set<number>();
    while (next < sorted.length && sorted[next]!.end <= sentence.start) next++;
    let first = 0;
    for (let s = next; s < sorted.length && sorted[s]!.start < sentence.end; s++) {
      const span = sorted[s]!;
      while (first < tokens.length && tokens[first]!.end <= span.start) first++;
      for (let i = first; i < tokens.length && tokens[i]!.start < span.end; i++)
        if (!wholly || covers(span, tokens[i]!)) under.add(i);
    }
    return under;
  };
}

/** The term with a few words on both sides, up to the next mark. */
function around(text: string, tokens: readonly ParsedToken[], from: number, to: number): Quoted {
  let first = from;
  let last = to - 1;
  while (first > 0 && from - first < QUOTE_BEFORE && tokens[first - 1]!.tag !== "PUNCT") first--;
  while (last < tokens.length - 1 && last - to + 1 < QUOTE_AFTER && tokens[last + 1]!.tag !== "PUNCT") last++;
  return quoted(text, { start: tokens[first]!.start, end: tokens[last]!.end });
}

/**
 * One for each wording, referent and voice, the first of them. In indirect speech the wording may be the reporter's as well as the
 * speaker's: such a use is a further one only where the words, or what they stand for, differ. A use that does not tell what
 * it stands for joins those of its words that do.
 */
function oneEach(uses: readonly Use[]): FramedTerm[] {
  const byVoice = new Map<string, Map<string | null, FramedTerm>>();
  for (const { framed, words, direct } of uses) {
    const voice = `${words}\n${direct ? (framed.sources[0]?.name ?? "") : ""}`;
    let kept = byVoice.get(voice);
    if (kept === undefined) byVoice.set(voice, (kept = new Map()));
    if (!kept.has(framed.referent)) kept.set(framed.referent, framed);
  }
  return [...byVoice.values()]
    .flatMap((kept) => [...kept.values()].filter((framed) => framed.referent !== null || kept.size === 1))
    .sort(bySpan);
}
