// Who said what for ../shared/eval/attribution.mjs: what the stage of attribution finds, spans widened as PARC has them: a
// quotation with its marks, what is said with the "that" before it. Attributions without a source or a cue are left out.
import { attitudeKnowledge, attributionKnowledge, readAttributions } from "../read-attributions.js";
import type { Span } from "../../src/base/span.js";
import type { Attribution } from "../../src/model/attribution.js";
import type { Sentence } from "../../src/model/sentence.js";
import type { ParsedSentence } from "../../src/model/syntax.js";
import { sourceSpan } from "./source-span.js";
import type { Verb } from "./rows.js";

type Spans = [number, number][];

export const attribution: Verb =
  () =>
  ({ id, text }) => {
    const { attributions, sentences, parsed } = readAttributions(text, 0, attitudeKnowledge);
    // Who speaks within a quotation is the speaker's business there, not the article's.
    const said = attributions.filter(({ direct }) => direct).flatMap(({ content }) => content);
    const quoted = ({ start, end }: Span) => said.some((q) => q.start <= start && end <= q.end);
    // So is what somebody thinks or wants in what another says: annotators rarely mark that.
    const told = ({ cue, derivation }: Attribution): boolean =>
      derivation.some(({ rule }) => ATTITUDES.has(rule)) &&
      attributions.some((other) =>
        other.content.some((c) => c.start <= cue[0]!.start && cue[0]!.end <= c.end),
      );
    const sourced = attributions.filter(
      (a) => a.sources.length > 0 && (a.cue.length > 0 ? !quoted(a.cue[0]!) && !told(a) : a.direct),
    );
    return JSON.stringify({
      id,
      attributions: sourced.map((a) => ({
        source: spans(a.source.map((source) => widened(source, a, sentences, parsed))),
        cue: spans(a.cue),
        content: a.direct ? withMarks(text, spans(a.content)) : withComplementizer(text, spans(a.content)),
      })),
    });
  };

const ATTITUDES: ReadonlySet<string> = new Set(
  attributionKnowledge.rules.attitudes.map(({ id }) => `attribution/${id}`),
);

/** Rules whose cue stands before a source that is no subject: "according to". */
const PREPOSITIONS: ReadonlySet<string> = new Set(
  attributionKnowledge.rules.cues
    .filter(({ frame }) => frame === "preposition")
    .map(({ id }) => `attribution/${id}`),
);

function widened(
  source: Span,
  { cue, content, derivation }: Attribution,
  sentences: readonly Sentence[],
  parsed: readonly ParsedSentence[],
): Span {
  const at = sentences.findIndex(({ start, end }) => start <= source.start && source.end <= end);
  if (at < 0) return source;
  // "According to the port, | nine died"
  const introduces =
    derivation.some(({ rule }) => PREPOSITIONS.has(rule)) &&
    content.some(({ start }) => start > source.start);
  return sourceSpan(source, cue[0]!, sentences[at]!, parsed[at]!, attributionKnowledge, introduces);
}

function spans(list: readonly { start: number; end: number }[]): Spans {
  return list.map((s) => [s.start, s.end]);
}

function withMarks(text: string, content: Spans): Spans {
  return content.map(([start, end]) => [
    Math.max(0, start - (text.startsWith("''", start - 2) ? 2 : 1)),
    Math.min(text.length, end + (text.startsWith("''", end) ? 2 : 1)),
  ]);
}

/** PARC counts the "that" before what is said to it. */
function withComplementizer(text: string, content: Spans): Spans {
  return content.map(([start, end]) => {
    const before = /(\p{L}+)\s+$/u.exec(text.slice(Math.max(0, start - 12), start));
    const opens = before !== null && attributionKnowledge.words.complementizers.has(before[1]!.toLowerCase());
    return [opens ? start - before[0].length : start, end];
  });
}
