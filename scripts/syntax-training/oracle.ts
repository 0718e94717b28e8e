// The dynamic oracle of arc-hybrid (Goldberg and Nivre 2013): how many arcs of the gold tree a move puts out of reach.
import { LEFT, NONE, SHIFT, type Configuration, type Move } from "../../src/reading/syntax/transitions.js";

export interface Gold {
  /** Head of each token; the number of tokens stands for the root. */
  readonly heads: readonly number[];
  readonly relations: readonly number[];
  readonly dependents: readonly (readonly number[])[];
}

export function goldOf(heads: readonly number[], relations: readonly number[]): Gold {
  const n = heads.length;
  const dependents: number[][] = Array.from({ length: n + 1 }, () => []);
  const withRoot = heads.map((head) => (head < 0 ? n : head));
  withRoot.forEach((head, d) => dependents[head]!.push(d));
  return { heads: withRoot, relations, dependents };
}

/** Arcs lost by the move; `onStack[i]` is 1 where token i stands on the stack. */
export function lost(c: Configuration, gold: Gold, onStack: Uint8Array, move: Move): number {
  const b0 = c.next;
  const s0 = c.top(0);
  let cost = 0;
  if (move === SHIFT) {
    const head = gold.heads[b0]!;
    if (head !== s0 && head < c.n && onStack[head] === 1) cost++;
    for (const d of gold.dependents[b0]!) if (d < b0 && onStack[d] === 1) cost++;
    return cost;
  }
  const head = gold.heads[s0]!;
  for (const d of gold.dependents[s0]!) if (d >= b0) cost++;
  if (move === LEFT) {
    if (head === c.top(1) && c.top(1) !== NONE) cost++;
    else if (head > b0) cost++;
  } else if (head >= b0) {
    cost++;
  }
  return cost;
}
