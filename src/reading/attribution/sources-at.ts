// For words of a document: who says them, in a chain from the origin to the source nearest to the document, and with which
// stance. The innermost attribution that covers the words comes first; those that report it follow. Empty: own voice.
// Leaves alone: what the words claim.
import type { Span } from "../../base/span.js";
import type { Attribution } from "../../model/attribution.js";
import type { DerivationStep } from "../../model/derivation.js";
import type { Sentence } from "../../model/sentence.js";
import type { Source, Stance } from "../../model/source.js";

export interface Attributed {
  /** From the origin to the nearest; empty in the document's own voice. */
  readonly sources: readonly Source[];
  /** Chains of others who say the same side by side ("the agency and the ministry said"). */
  readonly alongside: readonly (readonly Source[])[];
  readonly stance: Stance;
  readonly derivation: readonly DerivationStep[];
  /** Those that cover the words, innermost first. */
  readonly attributions: readonly Attribution[];
}

/** Words that begin in a stretch of the text. */
export type Length = (span: Span) => number;

/** Counts the words of a text's sentences. */
export function lengthIn(sentences: readonly Sentence[]): Length {
  const starts = sentences.flatMap(({ tokens }) => tokens.map(({ start }) => start));
  const before = (offset: number): number => {
    let [low, high] = [0, starts.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (starts[middle]! < offset) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  return ({ start, end }) => before(end) - before(start);
}

/** Share of the words, without the attribution's own source and cue, that must be among what is said. */
const COVERED = 0.5;

/**
 * `sourcesAt(attributions, span, length)` for the words of one claim; pass the words that bear the value, not a whole sentence.
 * Lengths are counted in words of which a name is one, so that no name weighs more than another.
 */
export function sourcesAt(attributions: readonly Attribution[], span: Span, length: Length): Attributed {
  const size = ({ content }: Attribution): number => content.reduce((sum, said) => sum + length(said), 0);
  const covering = near(attributions, span)
    .filter((attribution) => covers(attribution, span, length))
    .toSorted((a, b) => size(a) - size(b) || cueStart(b) - cueStart(a));
  const sources: Source[] = [];
  const alongside: (readonly Source[])[] = [];
  const used: Attribution[] = [];
  let stance: Stance = "asserted";
  let inner: Attribution | null = null;
  for (const attribution of covering) {
    const named = attribution.sources.length > 0;
    if (inner !== null && named && sources.length > 0 && !reports(attribution, inner)) {
      if (sameWords(attribution, inner)) alongside.push(attribution.sources);
      continue;
    }
    if (stance === "asserted") stance = attribution.stance;
    used.push(attribution);
    if (named) {
      for (const source of attribution.sources)
        if (!sources.some((other) => other.name === source.name)) sources.push(source);
      inner = attribution;
    }
  }
  return { sources, alongside, stance, derivation: used.flatMap((a) => a.derivation), attributions: used };
}

interface Reach {
  readonly attribution: Attribution;
  readonly start: number;
  readonly end: number;
  /** Furthest end of this one and of all before it. */
  readonly furthest: number;
}
const reaches = new WeakMap<readonly Attribution[], readonly Reach[]>();

/** Attributions whose content may meet the span, in the order given; a document's list is ordered once. */
function near(attributions: readonly Attribution[], span: Span): Attribution[] {
  let list = reaches.get(attributions);
  if (list === undefined) {
    let furthest = 0;
    list = attributions
      .filter(({ content }) => content.length > 0)
      .map((attribution) => ({
        attribution,
        start: Math.min(...attribution.content.map((s) => s.start)),
        end: Math.max(...attribution.content.map((s) => s.end)),
      }))
      .toSorted((a, b) => a.start - b.start)
      .map((reach) => ({ ...reach, furthest: (furthest = Math.max(furthest, reach.end)) }));
    reaches.set(attributions, list);
  }
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (list[middle]!.start < span.end) low = middle + 1;
    else high = middle;
  }
  const found: Attribution[] = [];
  for (let at = low - 1; at >= 0 && list[at]!.furthest > span.start; at--)
    if (list[at]!.end > span.start) found.push(list[at]!.attribution);
  return found.reverse();
}

function covers(attribution: Attribution, span: Span, length: Length): boolean {
  const own = total([...attribution.source, ...attribution.cue], span, length);
  const said = total(attribution.content, span, length);
  return said > 0 && said >= COVERED * Math.max(1, length(span) - own);
}

function total(spans: readonly Span[], within: Span, length: Length): number {
  return spans.reduce((sum, { start, end }) => {
    const common = { start: Math.max(start, within.start), end: Math.min(end, within.end) };
    return common.start < common.end ? sum + length(common) : sum;
  }, 0);
}

function cueStart(attribution: Attribution): number {
  return attribution.cue[0]?.start ?? attribution.content[0]?.start ?? 0;
}

/** What the outer one says holds the cue of the inner one. */
function reports(outer: Attribution, inner: Attribution): boolean {
  return inner.cue.some((cue) =>
    outer.content.some((said) => said.start <= cue.start && cue.end <= said.end),
  );
}

function sameWords(a: Attribution, b: Attribution): boolean {
  return cueStart(a) === cueStart(b) && a.cue.length > 0;
}
