// Clustering: agglomeration by average match weight, best pair of clusters first, while the average is above zero; pairs
// that must not be one incident are never joined, pairs that must be are joined first. Averages over all pairs keep two
// incidents apart that one vague report resembles both (no chains). Order-independent: items come sorted, ties go by index.

export interface ClusterInput {
  readonly size: number;
  /** Match weight of a pair; negative infinity where they must not be one. Symmetric. */
  readonly weight: (i: number, j: number) => number;
  /** Pairs with a weight above zero found by blocking. */
  readonly edges: readonly (readonly [number, number])[];
  readonly together: readonly (readonly [number, number])[];
}

/** Components larger than this are first cut at higher weights: a matrix of all pairs must stay small. */
const LARGEST_COMPONENT = 400;

/** Clusters as sorted lists of indexes, in order of their first index. */
export function cluster({ size, weight, edges, together }: ClusterInput): number[][] {
  const joined = components(size, together);
  const weighed = edges.map(([i, j]) => ({ i, j, w: weight(i, j) })).filter((edge) => edge.w > 0);
  const done: number[][] = [];
  const cut = (members: readonly number[], own: typeof weighed, floor: number): void => {
    const index = new Map(members.map((m, k) => [m, k]));
    const kept = own.filter((edge) => edge.w > floor);
    const parts = components(members.length, [
      ...kept.map(({ i, j }) => [index.get(i)!, index.get(j)!] as const),
      ...together.flatMap(([i, j]) =>
        index.has(i) && index.has(j) ? [[index.get(i)!, index.get(j)!] as const] : [],
      ),
    ]);
    for (const part of parts) {
      const inside = part.map((k) => members[k]!);
      const set = new Set(inside);
      if (inside.length <= LARGEST_COMPONENT || kept.length === 0)
        done.push(...agglomerate(inside, joined, weight));
      else
        cut(
          inside,
          kept.filter(({ i, j }) => set.has(i) && set.has(j)),
          floor + 1,
        );
    }
  };
  cut(
    Array.from({ length: size }, (_, i) => i),
    weighed,
    0,
  );
  return done.sort((a, b) => a[0]! - b[0]!);
}

function agglomerate(
  members: readonly number[],
  joined: readonly (readonly number[])[],
  weight: (i: number, j: number) => number,
): number[][] {
  if (members.length === 1) return [[...members]];
  const inside = new Set(members);
  let clusters = joined
    .map((group) => group.filter((i) => inside.has(i)))
    .filter((group) => group.length > 0);
  if (clusters.length > LARGEST_COMPONENT * 4) return clusters;
  // sums[a][b]: total weight over the pairs between two clusters.
  const sums = clusters.map((a, x) =>
    clusters.map((b, y) =>
      x === y ? 0 : a.reduce((s, i) => s + b.reduce((t, j) => t + weight(i, j), 0), 0),
    ),
  );
  const alive = clusters.map(() => true);
  for (;;) {
    let best = { x: -1, y: -1, average: 0 };
    for (let x = 0; x < clusters.length; x++) {
      if (!alive[x]) continue;
      for (let y = x + 1; y < clusters.length; y++) {
        if (!alive[y]) continue;
        const average = Math.round((sums[x]![y]! / (clusters[x]!.length * clusters[y]!.length)) * 1e6) / 1e6;
        if (average > best.average) best = { x, y, average };
      }
    }
    if (best.x < 0) break;
    const { x, y } = best;
    clusters = clusters.with(
      x,
      [...clusters[x]!, ...clusters[y]!].sort((a, b) => a - b),
    );
    alive[y] = false;
    for (let z = 0; z < clusters.length; z++) {
      sums[x]![z] = sums[x]![z]! + sums[y]![z]!;
      sums[z]![x] = sums[x]![z]!;
    }
  }
  return clusters.filter((_, x) => alive[x]);
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
