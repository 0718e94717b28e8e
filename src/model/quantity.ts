// Quantity: words that say how many, with the Count they stand for; what is counted stands after `head`.
import type { Span } from "../base/span.js";
import type { DerivationStep } from "./derivation.js";
import type { Count } from "./count.js";

export interface Quantity extends Span {
  readonly quote: string;
  readonly count: Count;
  /** Null for things and people; "percent", "distance", "money", "age", "calibre" … for numbers that count nobody. */
  readonly unit: string | null;
  /** True for "a", "an", "one" where the words may be an article: whether they count is the reader's to decide. */
  readonly article: boolean;
  /** Index of the sentence, and of the token in it that follows the words. */
  readonly sentence: number;
  readonly head: number;
  readonly derivation: DerivationStep;
}
