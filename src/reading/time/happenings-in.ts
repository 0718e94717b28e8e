// Well-known happenings named in a sentence, with their dates: "the second anniversary of …", "five days after …" can count
// from these. A happening is named where all words of one of its lists stand in the sentence. Knowledge: knowledge/time/*happenings.yaml.
import type { Span } from "../../base/span.js";
import type { Sentence } from "../../model/sentence.js";
import type { TimeReader } from "./find-times.js";

export interface NamedHappening extends Span {
  readonly id: string;
  /** EDTF. */
  readonly date: string;
}

/** In the order of the knowledge; the span runs from the first to the last of the words that name it. */
export function happeningsIn(
  sentence: Sentence,
  { happeningWords, knowledge }: TimeReader,
): NamedHappening[] {
  const first = new Map<string, Span>();
  for (const token of sentence.tokens) {
    if (happeningWords.has(token.lower) && !first.has(token.lower)) first.set(token.lower, token);
  }
  if (first.size === 0) return [];
  return knowledge.happenings.flatMap(({ id, date, words }) => {
    const spans = words
      .find((list) => list.every((word) => first.has(word)))
      ?.map((word) => first.get(word)!);
    return spans
      ? [
          {
            id,
            date,
            start: Math.min(...spans.map((s) => s.start)),
            end: Math.max(...spans.map((s) => s.end)),
          },
        ]
      : [];
  });
}
