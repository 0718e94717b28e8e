// Overlapping spans over one text, cut into segments that never overlap: the text is cut at every boundary, and each segment
// knows all spans that cover it. Concatenating the segments gives the text again, character for character.
import type { Span } from "../../../base/span.js";

export interface Marked extends Span {
  readonly id: string;
}

export interface Segment<M extends Marked> extends Span {
  readonly text: string;
  /** In text order, the longer first; empty for plain text. */
  readonly marks: readonly M[];
}

/** Segments of text[from, to). Spans that are empty or lie outside are left out. Time n log n in the spans. */
export function segmentsOf<M extends Marked>(
  text: string,
  marks: readonly M[],
  from = 0,
  to = text.length,
): Segment<M>[] {
  const inside = marks.filter((mark) => mark.start < to && mark.end > from && mark.start < mark.end);
  const cuts = new Set([from, to]);
  for (const mark of inside) {
    cuts.add(Math.max(from, mark.start));
    cuts.add(Math.min(to, mark.end));
  }
  const bounds = [...cuts].sort((a, b) => a - b);
  const waiting = [...inside].sort((a, b) => a.start - b.start || b.end - a.end);
  const segments: Segment<M>[] = [];
  let active: M[] = [];
  let next = 0;
  for (let i = 0; i + 1 < bounds.length; i++) {
    const start = bounds[i]!;
    const end = bounds[i + 1]!;
    active = active.filter((mark) => mark.end > start);
    while (next < waiting.length && waiting[next]!.start <= start) active.push(waiting[next++]!);
    segments.push({ start, end, text: text.slice(start, end), marks: [...active] });
  }
  return segments;
}

export interface Paragraph extends Span {
  readonly index: number;
}

/** The lines of a text that hold more than white space, each a paragraph. */
export function paragraphsOf(text: string): Paragraph[] {
  const paragraphs: Paragraph[] = [];
  let start = 0;
  for (const line of text.split("\n")) {
    if (line.trim() !== "") paragraphs.push({ index: paragraphs.length, start, end: start + line.length });
    start += line.length + 1;
  }
  return paragraphs;
}

/** The marks by paragraph, so that a long text is segmented one paragraph at a time. A mark over several stands in each. */
export function marksByParagraph<M extends Marked>(
  paragraphs: readonly Paragraph[],
  marks: readonly M[],
): M[][] {
  const byParagraph: M[][] = paragraphs.map(() => []);
  for (const mark of marks) {
    let low = 0;
    let high = paragraphs.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (paragraphs[middle]!.end <= mark.start) low = middle + 1;
      else high = middle;
    }
    for (let i = low; i < paragraphs.length && paragraphs[i]!.start < mark.end; i++)
      byParagraph[i]!.push(mark);
  }
  return byParagraph;
}
