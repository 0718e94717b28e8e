// A span is a half-open range of UTF-16 code units in one text, as in W3C Web Annotation's TextPositionSelector.
// It is a view: whoever holds a span and the text can show the words, and nobody stores words without their span.

export interface Span {
  readonly start: number;
  /** Exclusive. */
  readonly end: number;
}

/** A span together with the words it covers: `text.slice(start, end) === quote`. */
export interface Quoted extends Span {
  readonly quote: string;
}

/** The words under a span. `quoted("a blast", { start: 2, end: 7 }).quote === "blast"`. */
export function quoted(text: string, span: Span): Quoted {
  return { quote: text.slice(span.start, span.end), start: span.start, end: span.end };
}

export function covers(outer: Span, inner: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}

export function overlaps(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end;
}

/** Text order: by start, then the longer span first. */
export function bySpan(a: Span, b: Span): number {
  return a.start - b.start || b.end - a.end;
}
