// Sentence and token: the units that later rooms read. Offsets index the document's text.
import type { Span } from "../base/span.js";

export interface Token extends Span {
  readonly text: string;
  /** Lower case, apostrophes unified to ', diacritics kept. */
  readonly lower: string;
}

export interface Sentence extends Span {
  /** Position in the document. */
  readonly index: number;
  readonly tokens: readonly Token[];
  /** "title": the document's own title; "heading": a line without a full stop that heads a part; "body": all else. */
  readonly role: "title" | "heading" | "body";
  /** Index of the paragraph (block of lines) that holds it. */
  readonly paragraph: number;
}
