// Clustering: agglomeration by average match weight, best pair of clusters first, while the average is above zero; pairs
// that must not be one incident are never joined, pairs that must be are joined first. Averages over all pairs keep two
// incidents apart that one vague report resembles both (no chains). Only clusters that share an edge above zero can have
// such an average, so only those are looked at. Pairs that are told apart (two events of one report) stop a joining unless they
// are few against many: a report may have been read as two. Order-independent: items come sorted, ties go by index.

/** Weight of a pair that is told apart, less than all other weights of two clusters can add up to. */
export const TOLD_APART = -1e12;
/** Two clusters are joined in spite of as many such pairs as this divides the members of the smaller into. */
const FOR_EACH = 3;
/** … and where the other pairs speak for it this much on average, in thousandths: two to one. */
const IN_SPITE = 1000;

export interface ClusterInput {
  readonly size: number;
  /** Match weight of a pair, a whole number; TOLD_APART, or negative infinity where they must not be one. Symmetric. */
  readonly weight: (i: number, j: number) => number;
  /** Pairs with a weight above zero, each once. */
  readonly edges: Iterable<readonly [number, number, number]>;
  readonly together: readonly (readonly [number, number])[];
}

interface Offer {
  readonly average: number;
  readonly x: number;
  readonly y: number;
  /** Sizes of both clusters when it was made; an offer is void when one has grown. */
  readonly sizes: number;
}

/** Clusters as sorted lists of indexes, in order of their first index. */
export function cluster({ size, weight, edges, together }: ClusterInput): number[][] {
  const groups = components(size, together);
  const home = new Int32Array(size);
  groups.forEach((group, g) => group.forEach((i) => (home[i] = g)));
  const members: (number[] | null)[] = groups.map((group) => [...group]);
  /** Sum of weights over all pairs between two clusters that share an edge. */
  const sums: Map<number, number>[] = groups.map(() => new Map<number, number>());
  const between = (x: number, y: number): number => {
    let sum = 0;
    for (const i of members[x]!) for (const j of members[y]!) sum += weight(i, j);
    return sum;
  };
  for (const [i, j, w] of edges) {
    const [x, y] = [home[i]!, home[j]!];
    if (x === y || sums[x]!.has(y)) continue;
    const sum = members[x]!.length === 1 && members[y]!.length === 1 ? w : between(x, y);
    sums[x]!.set(y, sum);
    sums[y]!.set(x, sum);
  }
  const heap = offerHeap();
  const offer = (x: number, y: number, sum: number): void => {
    const [a, b] = [members[x]!.length, members[y]!.length];
    const apart = sum < TOLD_APART / 2 && sum > -Infinity ? Math.round(sum / TOLD_APART) : 0;
    if (apart * FOR_EACH > Math.min(a, b)) return;
    const rest = sum - apart * TOLD_APART;
    const average = Math.round(rest / (a * b));
    if (rest > 0 && (apart === 0 || average > IN_SPITE))
      heap.push({ average, x: Math.min(x, y), y: Math.max(x, y), sizes: a + b });
  };
  sums.forEach((row, x) => row.forEach((sum, y) => x < y && offer(x, y, sum)));
  for (let best = heap.pop(); best !== null; best = heap.pop()) {
    const { x, y, sizes } = best;
    if (members[x] === null || members[y] === null) continue;
    if (members[x]!.length + members[y]!.length !== sizes) continue;
    const neighbours = [...new Set([...sums[x]!.keys(), ...sums[y]!.keys()])].filter(
      (z) => z !== x && z !== y,
    );
    const joined = neighbours.map((z) => ({
      z,
      sum: (sums[x]!.get(z) ?? between(x, z)) + (sums[y]!.get(z) ?? between(y, z)),
    }));
    members[x] = [...members[x]!, ...members[y]!];
    members[y] = null;
    sums[x]!.delete(y);
    sums[y] = new Map();
    for (const { z, sum } of joined) {
      sums[z]!.delete(y);
      sums[x]!.set(z, sum);
      sums[z]!.set(x, sum);
      offer(x, z, sum);
    }
  }
  return members
    .flatMap((own) => (own === null ? [] : [own.sort((a, b) => a - b)]))
    .sort((a, b) => a[0]! - b[0]!);
}

/** A binary heap: the highest average first, then the lowest indexes. */
function offerHeap(): { push(offer: Offer): void; pop(): Offer | null } {
  const items: Offer[] = [];
  const before = (a: Offer, b: Offer) =>
    a.average !== b.average ? a.average > b.average : a.x !== b.x ? a.x < b.x : a.y < b.y;
  return {
    push(item) {
      let at = items.push(item) - 1;
      while (at > 0) {
        const up = (at - 1) >> 1;
        if (!before(item, items[up]!)) break;
        items[at] = items[up]!;
        at = up;
      }
      items[at] = item;
    },
    pop() {
      const top = items[0];
      const last = items.pop();
      if (top === undefined || last === undefined) return null;
      if (items.length === 0) return top;
      let at = 0;
      for (;;) {
        let down = 2 * at + 1;
        if (down >= items.length) break;
        if (down + 1 < items.length && before(items[down + 1]!, items[down]!)) down++;
        if (!before(items[down]!, last)) break;
        items[at] = items[down]!;
        at = down;
      }
      items[at] = last;
      return top;
    },
  };
}

/** Connected parts, each sorted, in order of first index. */
export function components(size: number, edges: readonly (readonly [number, number])[]): number[][] {
  const parent = Array.from({ length: size }, (_, i) => i);
  const root = (i: number): number => {
    while (parent[i] !== i) i = parent[i] = parent[parent[i]!]!;
    return i;
  };
  for (const [i, j] of edges) {
    const [a, b] = [root(i), root(j)];
    if (a !== b) parent[Math.max(a, b)] = Math.min(a, b);
  }
  const parts = new Map<number, number[]>();
  for (let i = 0; i < size; i++) {
    const r = root(i);
    const part = parts.get(r);
    if (part === undefined) parts.set(r, [i]);
    else part.push(i);
  }
  return [...parts.values()];
}
