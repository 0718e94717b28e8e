// Near-duplicate documents: how much of one text stands in another, estimated from the smallest hashes of its shingles of
// four words (Broder 1997; bottom-k sketch). In: texts. Out: a resemblance and a containment, 0 to 1. No randomness.
import type { ComparisonMeasures } from "../knowledge/comparison.js";
import { wordsOf } from "./words.js";

const SHINGLE = 4;
const SKETCH = 1024;

export interface Sketch {
  /** Sorted, distinct, the smallest; all of them where the text has fewer shingles than the sketch holds. */
  readonly hashes: readonly number[];
  /** How many distinct shingles the text has. */
  readonly size: number;
}

export function sketchOf(text: string): Sketch {
  const words = wordsOf(text);
  const hashes = new Set<number>();
  for (let i = 0; i + SHINGLE <= words.length; i++) hashes.add(fnv(words.slice(i, i + SHINGLE).join(" ")));
  return { hashes: [...hashes].sort((a, b) => a - b).slice(0, SKETCH), size: hashes.size };
}

/** Estimated Jaccard index of the two sets of shingles. `resemblance(s, s) === 1`; 0 where either text is too short. */
export function resemblance(a: Sketch, b: Sketch): number {
  if (a.size === 0 || b.size === 0) return 0;
  const union = [...new Set([...a.hashes, ...b.hashes])].sort((x, y) => x - y).slice(0, SKETCH);
  const [left, right] = [new Set(a.hashes), new Set(b.hashes)];
  return union.filter((hash) => left.has(hash) && right.has(hash)).length / union.length;
}

/** Estimated share of the shorter text that stands in the longer one, from 0 to 1. */
export function containment(a: Sketch, b: Sketch): number {
  const index = resemblance(a, b);
  return index === 0
    ? 0
    : Math.min(1, ((index / (1 + index)) * (a.size + b.size)) / Math.min(a.size, b.size));
}

/** One text with changes, or an excerpt of it: the two share an origin, whoever prints them. */
export function isCopy(a: Sketch, b: Sketch, limits: ComparisonMeasures["copies"]): boolean {
  return resemblance(a, b) >= limits.resemblance || containment(a, b) >= limits.containment;
}

/** FNV-1a, 32 bit, over UTF-16 code units. */
export function fnv(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) {
    hash ^= text.charCodeAt(i);
    hash = Math.imul(hash, 0x01000193);
  }
  return hash >>> 0;
}
