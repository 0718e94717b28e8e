// Clustering: agglomeration by average match weight, best pair of clusters first, while the average is above zero; pairs
// that must not be one incident are never joined, pairs that must be are joined first. Averages over all pairs keep two
// incidents apart that one vague report resembles both (no chains). An average never grows by what others join (it is
// reducible), so two clusters that are each other's best may join at once, wherever they are: following the best from any
// cluster (nearest-neighbour chain; Murtagh 1983) gives what taking the best of all gives. Ties go by index.

/** Weight of a pair that is told apart, less than all other weights of two clusters can add up to: they never join here. */
export const TOLD_APART = -1e12;

export interface ClusterInput {
  readonly size: number;
  /** Match weight of a pair, a whole number, above zero for edges alone; TOLD_APART, or negative infinity where they must not be one. Symmetric. */
  readonly weight: (i: number, j: number) => number;
  /** Calls back with each pair that has a weight above zero, once or from both sides. */
  readonly edges: (pair: (i: number, j: number, weight: number) => void) => void;
  readonly together: readonly (readonly [number, number])[];
}

/** Two clusters that joined, each named by its first index, and the average at which they did. */
export interface Merge {
  readonly x: number;
  readonly y: number;
  readonly average: number;
}

export interface Cluster {
  /** Sorted. */
  readonly members: readonly number[];
  /** How it grew, parts before wholes. */
  readonly merges: readonly Merge[];
}

/** In order of first index. */
export function cluster({ size, weight, edges, together }: ClusterInput): Cluster[] {
  // A cluster goes by its first index.
  const members: (number[] | null)[] = Array.from({ length: size }, () => null);
  const home = new Int32Array(size);
  for (const part of components(size, together)) {
    members[part[0]!] = part;
    for (const i of part) home[i] = part[0]!;
  }
  const merges: (Merge[] | undefined)[] = [];
  /** Sum of weights over all pairs between two clusters that share an edge. */
  const sums: (Map<number, number> | undefined)[] = Array.from({ length: size });
  const put = (x: number, y: number, sum: number): void => {
    (sums[x] ??= new Map<number, number>()).set(y, sum);
    (sums[y] ??= new Map<number, number>()).set(x, sum);
  };
  const between = (x: number, y: number): number => {
    let sum = 0;
    for (const i of members[x]!) for (const j of members[y]!) sum += weight(i, j);
    return sum;
  };
  edges((i, j, w) => {
    const [x, y] = [home[i]!, home[j]!];
    if (x === y || sums[x]?.has(y) === true) return;
    put(x, y, members[x]!.length === 1 && members[y]!.length === 1 ? w : between(x, y));
  });

  let average = 0;
  /** The neighbour with the highest average above zero, the lowest index among equals; -1 where there is none. */
  const best = (x: number): number => {
    let found = -1;
    average = 0;
    const own = members[x]!.length;
    for (const [y, sum] of sums[x] ?? []) {
      if (sum <= 0) continue;
      const mean = sum / (own * members[y]!.length);
      if (mean > average || (mean === average && y < found)) [found, average] = [y, mean];
    }
    return found;
  };

  const join = (x: number, y: number): void => {
    const grown = (merges[x] ??= []);
    for (const merge of merges[y] ?? []) grown.push(merge);
    grown.push({ x, y, average });
    const [left, right] = [sums[x]!, sums[y]!];
    left.delete(y);
    right.delete(x);
    for (const [z, sum] of left) {
      const other = right.get(z) ?? between(y, z);
      left.set(z, sum + other);
      sums[z]!.set(x, sum + other);
      sums[z]!.delete(y);
    }
    for (const [z, other] of right) {
      if (left.has(z)) continue;
      const sum = between(x, z) + other;
      left.set(z, sum);
      sums[z]!.set(x, sum);
      sums[z]!.delete(y);
    }
    for (const i of members[y]!) members[x]!.push(i);
    members[y] = null;
    merges[y] = undefined;
    sums[y] = undefined;
  };

  const chain: number[] = [];
  for (let start = 0; start < size; start++) {
    if (members[start] === null) continue;
    chain.push(start);
    while (chain.length > 0) {
      const last = chain.at(-1)!;
      const next = best(last);
      if (next < 0) chain.pop();
      else if (next === chain.at(-2)) {
        chain.length -= 2;
        join(Math.min(last, next), Math.max(last, next));
        if (chain.length === 0) chain.push(Math.min(last, next));
      } else chain.push(next);
    }
  }
  return members.flatMap((own, x) =>
    own === null ? [] : [{ members: own.sort((a, b) => a - b), merges: merges[x] ?? [] }],
  );
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
