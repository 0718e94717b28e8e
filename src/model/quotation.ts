// Quotation: words between quotation marks. `open` and `close` are the marks; the span is what stands between them.
import type { Span } from "../base/span.js";

export interface Quotation extends Span {
  /** True where the quotation runs to the end of a paragraph without a closing mark and goes on in the next. */
  readonly unclosed: boolean;
  /** True where it is a word or phrase inside a sentence, set in quotation marks ("the so-called “safe zone”"). */
  readonly partial: boolean;
}
