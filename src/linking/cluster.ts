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

interface Owed {
  readonly left: readonly number[];
  readonly right: readonly number[];
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
  /** Sum of weights over all pairs between two clusters that share an edge; what is owed of it can only take away. */
  const sums: (Map<number, number> | undefined)[] = Array.from({ length: size });
  /** By the lower and then the higher of two clusters, the parts of them whose pairs were not looked at yet. */
  const owed: (Map<number, Owed[]> | undefined)[] = [];
  const owedTo = (x: number, y: number): Owed[] | undefined => (x < y ? owed[x]?.get(y) : owed[y]?.get(x));
  const owe = (x: number, y: number, parts: Owed[]): void => {
    if (x > y) owe(y, x, parts);
    else if (parts.length > 0) (owed[x] ??= new Map<number, Owed[]>()).set(y, parts);
    else owed[x]?.delete(y);
  };
  const put = (x: number, y: number, sum: number): void => {
    (sums[x] ??= new Map<number, number>()).set(y, sum);
    (sums[y] ??= new Map<number, number>()).set(x, sum);
  };
  const between = (left: readonly number[], right: readonly number[]): number => {
    let sum = 0;
    for (const i of left) for (const j of right) sum += weight(i, j);
    return sum;
  };
  edges((i, j, w) => {
    const [x, y] = [home[i]!, home[j]!];
    if (x === y || sums[x]?.has(y) === true) return;
    put(x, y, members[x]!.length === 1 && members[y]!.length === 1 ? w : between(members[x]!, members[y]!));
  });

  let average = 0;
  /** The neighbour with the highest average above zero, the lowest index among equals; -1 where there is none. */
  const best = (x: number): number => {
    let found = -1;
    average = 0;
    const own = members[x]!.length;
    const better = (y: number, sum: number): boolean => {
      if (sum <= 0) return false;
      const mean = sum / (own * members[y]!.length);
      return mean > average || (mean === average && y < found);
    };
    const take = (y: number, sum: number): void => {
      found = y;
      average = sum / (own * members[y]!.length);
    };
    const open: number[] = [];
    for (const [y, sum] of sums[x] ?? []) {
      if (!better(y, sum)) continue;
      if (owedTo(x, y) !== undefined) open.push(y);
      else take(y, sum);
    }
    // As long as it could be the best, what is owed is looked at.
    for (const y of open) {
      const parts = owedTo(x, y)!;
      let sum = sums[x]!.get(y)!;
      while (parts.length > 0 && better(y, sum)) {
        const { left, right } = parts.pop()!;
        sum += between(left, right);
      }
      put(x, y, sum);
      owe(x, y, parts);
      if (parts.length === 0 && better(y, sum)) take(y, sum);
    }
    return found;
  };

  /** What y and z owe is owed by x and z from now on, and this is their sum. */
  const moveOwed = (x: number, y: number, z: number, sum: number): void => {
    put(x, z, sum);
    // Told apart: whatever is owed, they never join.
    const parts = sum <= TOLD_APART / 2 ? [] : [...(owedTo(x, z) ?? []), ...(owedTo(y, z) ?? [])];
    owe(y, z, []);
    owe(x, z, parts);
  };
  const join = (x: number, y: number): void => {
    const grown = (merges[x] ??= []);
    for (const merge of merges[y] ?? []) grown.push(merge);
    grown.push({ x, y, average });
    const [left, right] = [sums[x]!, sums[y]!];
    left.delete(y);
    right.delete(x);
    for (const [z, sum] of left) {
      const other = right.get(z);
      if (other === undefined) owe(y, z, [{ left: members[y]!, right: members[z]! }]);
      else sums[z]!.delete(y);
      moveOwed(x, y, z, sum + (other ?? 0));
    }
    for (const [z, sum] of right) {
      if (left.has(z)) continue;
      owe(x, z, [{ left: members[x]!, right: members[z]! }]);
      sums[z]!.delete(y);
      moveOwed(x, y, z, sum);
    }
    // Not in place: parts that are owed stay as they are.
    members[x] = [...members[x]!, ...members[y]!];
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
