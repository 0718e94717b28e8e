// How rare a term is in a collection: inverse document frequency (Sparck Jones 1972), counted over a sample of its documents,
// those of the smallest hash of their ids (bottom-k; Broder 1997). So the same documents give the same weights in any order,
// and one document more into a large collection hardly ever changes one. Weights are whole numbers: two for each halving.
import { byCodeUnits } from "../base/order.js";
import { fnv } from "./near-duplicates.js";

/** Documents in the sample: rarer than one in so many all count alike. */
const SAMPLE = 2048;
/** In a collection of three documents nothing is known to be common. */
const FEWEST = 20;

export interface Statistics {
  /** Weight of a term: 0 where every document has it. */
  weight(term: number): number;
  /** Weight of a term that a single document has. */
  most(): number;
  /** A document to be counted; its distinct terms are asked for when it comes into the sample. */
  add(document: string, terms: () => Iterable<number>): void;
  remove(document: string): void;
  /** Terms whose weight changed since the last call; null where all may have. */
  changes(): ReadonlySet<number> | null;
}

interface Counted {
  readonly document: string;
  readonly hash: number;
  readonly terms: () => Iterable<number>;
}

export function statistics(size: number = SAMPLE): Statistics {
  const inside: Counted[] = [];
  const outside = new Map<string, Counted>();
  let total = rounded(0);
  let rarest = 1;
  let shown = -1;
  const counts: number[] = [];
  const weights: number[] = [];
  let touched = new Set<number>();
  const count = (one: Counted, by: 1 | -1) => {
    for (const term of one.terms()) {
      while (counts.length <= term) counts.push(0);
      counts[term]! += by;
      touched.add(term);
    }
    total = rounded(inside.length);
    rarest = Math.max(1, Math.round(2 * Math.log2((total + 1) / 2)));
  };
  const weightFor = (term: number) =>
    Math.max(0, Math.round(2 * Math.log2((total + 1) / ((counts[term] ?? 0) + 1))));
  const enter = (one: Counted) => {
    let [low, high] = [0, inside.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (byRank(inside[middle]!, one) < 0) low = middle + 1;
      else high = middle;
    }
    inside.splice(low, 0, one);
    count(one, 1);
  };
  return {
    most: () => rarest,
    weight(term) {
      while (weights.length <= term) weights.push(-1);
      const known = weights[term]!;
      return known >= 0 ? known : (weights[term] = weightFor(term));
    },
    add(document, terms) {
      const one: Counted = { document, hash: fnv(document), terms };
      if (inside.length >= size && byRank(inside.at(-1)!, one) < 0) {
        outside.set(document, one);
        return;
      }
      enter(one);
      if (inside.length <= size) return;
      const last = inside.pop()!;
      outside.set(last.document, last);
      count(last, -1);
    },
    remove(document) {
      if (outside.delete(document)) return;
      const at = inside.findIndex((one) => one.document === document);
      if (at < 0) return;
      const [gone] = inside.splice(at, 1);
      count(gone!, -1);
      let next: Counted | null = null;
      for (const one of outside.values()) if (next === null || byRank(one, next) < 0) next = one;
      if (next === null) return;
      outside.delete(next.document);
      enter(next);
    },
    changes() {
      const all = total !== shown;
      const changed = new Set<number>();
      if (all) {
        shown = total;
        weights.fill(-1);
      } else
        for (const term of touched) {
          const [was, now] = [weights[term] ?? -1, weightFor(term)];
          if (was >= 0 && was !== now) changed.add(term);
          if (was >= 0) weights[term] = now;
        }
      touched = new Set();
      return all ? null : changed;
    },
  };
}

function byRank(a: Counted, b: Counted): number {
  return a.hash - b.hash || byCodeUnits(a.document, b.document);
}

/** The number of documents, up to the next step of a series of fourth roots of two, so that it seldom changes. */
function rounded(found: number): number {
  return found <= FEWEST ? FEWEST : Math.round(2 ** (Math.ceil(4 * Math.log2(found)) / 4));
}
