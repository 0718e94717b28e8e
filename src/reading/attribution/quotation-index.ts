// Which quotation stands at, begins at or ends near an offset: binary search over quotations in text order.
// Leaves alone: how quotations are found (src/reading/quotations).
import type { Quotation } from "../../model/quotation.js";

export class QuotationIndex {
  readonly #byStart: readonly Quotation[];
  readonly #byEnd: readonly Quotation[];

  constructor(quotations: readonly Quotation[]) {
    this.#byStart = quotations.toSorted((a, b) => a.start - b.start || b.end - a.end);
    this.#byEnd = quotations.toSorted((a, b) => a.end - b.end || a.start - b.start);
  }

  /** The longest one that begins within these offsets. */
  beginning(from: number, to: number): Quotation | null {
    const at = firstAtLeast(this.#byStart, from, (q) => q.start);
    const quotation = this.#byStart[at];
    return quotation !== undefined && quotation.start <= to ? quotation : null;
  }

  /** The longest one that ends within these offsets. */
  ending(from: number, to: number): Quotation | null {
    const at = firstAtLeast(this.#byEnd, from, (q) => q.end);
    const quotation = this.#byEnd[at];
    return quotation !== undefined && quotation.end <= to ? quotation : null;
  }
}

function firstAtLeast(list: readonly Quotation[], offset: number, key: (q: Quotation) => number): number {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (key(list[middle]!) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
