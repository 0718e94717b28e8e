// Groups that are one although a report tells some of their events apart: it may have been read as two. In: groups as clustering
// left them, each as good as it gets without such a pair. Out: which of them are one, best pair first. Groups are looked at only
// together with those that they could join as they stand, so the rest of the record has no say.
import { TOLD_APART } from "./cluster.js";

/** Two groups are joined in spite of as many such pairs as this divides the members of the smaller into. */
const FOR_EACH = 3;
/** … and where the other pairs speak for it this much on average, in thousandths: two to one. */
const IN_SPITE = 1000;

/** Too small to be joined in spite of anything. */
export const SMALLEST = FOR_EACH;

/** The average over all other pairs, of two groups of such sizes, that so many pairs are told apart in; null where they are two. */
export function averageInSpite(sum: number, a: number, b: number): number | null {
  if (sum === -Infinity) return null;
  const apart = sum < TOLD_APART / 2 ? Math.round(sum / TOLD_APART) : 0;
  const average = (sum - apart * TOLD_APART) / (a * b);
  return apart * FOR_EACH <= Math.min(a, b) && average > (apart === 0 ? 0 : IN_SPITE) ? average : null;
}

/** Groups by index, in the order that ties go by; `sum` adds up the weights of all pairs of two. Which are one, as lists. */
export function joinInSpite(sizes: readonly number[], sum: (x: number, y: number) => number): number[][] {
  const held: (number[] | null)[] = sizes.map((_, i) => [i]);
  const size = [...sizes];
  const sums = sizes.map((_, x) => sizes.map((__, y) => (y < x ? sum(y, x) : 0)));
  const between = (x: number, y: number) => (x < y ? sums[y]![x]! : sums[x]![y]!);
  for (;;) {
    let best: { x: number; y: number; average: number } | null = null;
    for (let x = 0; x < held.length; x++)
      for (let y = x + 1; y < held.length; y++) {
        if (held[x] === null || held[y] === null) continue;
        const average = averageInSpite(between(x, y), size[x]!, size[y]!);
        if (average !== null && (best === null || average > best.average)) best = { x, y, average };
      }
    if (best === null) return held.flatMap((own) => (own === null ? [] : [own]));
    const { x, y } = best;
    held[x]!.push(...held[y]!);
    held[y] = null;
    size[x]! += size[y]!;
    for (let z = 0; z < held.length; z++) {
      if (z === x || z === y || held[z] === null) continue;
      const joined = between(x, z) + between(y, z);
      if (x < z) sums[z]![x] = joined;
      else sums[x]![z] = joined;
    }
  }
}
