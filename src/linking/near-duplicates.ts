// Near-duplicate documents: how much of one text stands in another, estimated from the smallest hashes of its shingles of
// four words (Broder 1997; bottom-k sketch). In: texts. Out: a resemblance and a containment, 0 to 1. No randomness.
import { wordsOf } from "./words.js";

const SHINGLE = 4;
const SKETCH = 256;

/** Sorted, distinct hashes; all of them where the text has fewer shingles than the sketch holds. */
export type Sketch = readonly number[];

export function sketchOf(text: string): Sketch {
  const words = wordsOf(text);
  const hashes = new Set<number>();
  for (let i = 0; i + SHINGLE <= words.length; i++) hashes.add(fnv(words.slice(i, i + SHINGLE).join(" ")));
  return [...hashes].sort((a, b) => a - b).slice(0, SKETCH);
}

/** Estimated Jaccard index of the two sets of shingles. `resemblance(s, s) === 1`; 0 where either text is too short. */
export function resemblance(a: Sketch, b: Sketch): number {
  if (a.length === 0 || b.length === 0) return 0;
  const union = [...new Set([...a, ...b])].sort((x, y) => x - y).slice(0, SKETCH);
  const [left, right] = [new Set(a), new Set(b)];
  return union.filter((hash) => left.has(hash) && right.has(hash)).length / union.length;
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
