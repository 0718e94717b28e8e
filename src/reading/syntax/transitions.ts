// The arc-hybrid transition system (Kuhlmann, Gómez-Rodríguez and Satta 2011), the root at the end of the buffer. A stack, the
// next token of the buffer, and three moves: shift; left (the top of the stack becomes a dependent of the next token); right
// (it becomes a dependent of the token below it). Every sequence of allowed moves gives a tree with one root.

export const SHIFT = 0;
export const LEFT = 1;
export const RIGHT = 2;
export type Move = typeof SHIFT | typeof LEFT | typeof RIGHT;

export const NONE = -1;

/** State of one parse. Tokens are 0 … n-1, and n is the root. Relations are indexes into the caller's list. */
export class Configuration {
  readonly n: number;
  readonly stack: Int32Array;
  size = 0;
  next = 0;
  readonly head: Int32Array;
  readonly relation: Int32Array;
  /** Outermost and second outermost dependents on either side, by relation of distance: last attached first. */
  readonly left1: Int32Array;
  readonly left2: Int32Array;
  readonly right1: Int32Array;
  readonly right2: Int32Array;
  readonly leftCount: Int32Array;
  readonly rightCount: Int32Array;
  /** Hash-like sums of the relations attached on either side. */
  readonly leftSet: Int32Array;
  readonly rightSet: Int32Array;

  constructor(n: number) {
    this.n = n;
    const width = n + 1;
    const none = new Int32Array(width * 6).fill(NONE);
    const zero = new Int32Array(width * 5);
    this.stack = zero.subarray(0, width);
    this.head = none.subarray(0, width);
    this.relation = none.subarray(width, 2 * width);
    this.left1 = none.subarray(2 * width, 3 * width);
    this.left2 = none.subarray(3 * width, 4 * width);
    this.right1 = none.subarray(4 * width, 5 * width);
    this.right2 = none.subarray(5 * width);
    this.leftCount = zero.subarray(width, 2 * width);
    this.rightCount = zero.subarray(2 * width, 3 * width);
    this.leftSet = zero.subarray(3 * width, 4 * width);
    this.rightSet = zero.subarray(4 * width);
  }

  done(): boolean {
    return this.next === this.n && this.size === 0;
  }

  /** The token `depth` below the top of the stack, or NONE. */
  top(depth: number): number {
    return depth < this.size ? this.stack[this.size - 1 - depth]! : NONE;
  }

  allows(move: Move): boolean {
    if (move === SHIFT) return this.next < this.n;
    if (move === RIGHT) return this.size > 1;
    // The last token on the stack is the root's only dependent.
    return this.size > 0 && (this.next < this.n || this.size === 1);
  }

  apply(move: Move, relation: number): void {
    if (move === SHIFT) {
      this.stack[this.size++] = this.next++;
      return;
    }
    const dependent = this.stack[--this.size]!;
    if (move === LEFT) {
      const head = this.next;
      this.head[dependent] = head;
      this.left2[head] = this.left1[head]!;
      this.left1[head] = dependent;
      this.leftCount[head]!++;
      this.leftSet[head]! += bit(relation);
    } else {
      const head = this.stack[this.size - 1]!;
      this.head[dependent] = head;
      this.right2[head] = this.right1[head]!;
      this.right1[head] = dependent;
      this.rightCount[head]!++;
      this.rightSet[head]! += bit(relation);
    }
    this.relation[dependent] = relation;
  }
}

function bit(relation: number): number {
  return Math.imul(relation + 1, 0x9e3779b1);
}
