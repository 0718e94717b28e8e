// Terms of one event with their weights, to be asked for by every term of every other: a small table of open addressing that
// stays in the nearest memory, however many terms there are. In: stretches of a pool of codes. Out: sums of weights.

export interface TermMarks {
  /** Puts the terms of a stretch; those of zero weight are left out. */
  set(pool: Int32Array, from: number, to: number, weight: (term: number) => number): void;
  /** Sum of the weights, or of their squares, of a stretch's terms that were put. */
  sum(pool: Int32Array, from: number, to: number, power: 1 | 2): number;
  /** How many of a stretch's terms were put with this weight or more. */
  count(pool: Int32Array, from: number, to: number, least: number): number;
  clear(): void;
}

/** Slots for each term: so few are taken that nearly every question ends at the first. */
const ROOM = 8;

export function termMarks(): TermMarks {
  let bits = 10;
  /** A term plus one, and its weight, beside each other. */
  let table = new Int32Array(2 << bits);
  const used: number[] = [];
  return {
    set(pool, from, to, weight) {
      while (1 << bits < (to - from) * ROOM) table = new Int32Array(2 << ++bits);
      const shift = 32 - bits;
      const last = (1 << bits) - 1;
      for (let i = from; i < to; i++) {
        const term = pool[i]!;
        const found = weight(term);
        if (found === 0) continue;
        let at = Math.imul(term, 0x9e3779b1) >>> shift;
        while (table[2 * at] !== 0) at = (at + 1) & last;
        table[2 * at] = term + 1;
        table[2 * at + 1] = found;
        used.push(at);
      }
    },
    sum(pool, from, to, power) {
      const shift = 32 - bits;
      const last = (1 << bits) - 1;
      let sum = 0;
      for (let i = from; i < to; i++) {
        const term = pool[i]!;
        let at = Math.imul(term, 0x9e3779b1) >>> shift;
        for (let key = table[2 * at]!; key !== 0; key = table[2 * at]!) {
          if (key === term + 1) {
            const found = table[2 * at + 1]!;
            sum += power === 2 ? found * found : found;
            break;
          }
          at = (at + 1) & last;
        }
      }
      return sum;
    },
    count(pool, from, to, least) {
      const shift = 32 - bits;
      const last = (1 << bits) - 1;
      let found = 0;
      for (let i = from; i < to; i++) {
        const term = pool[i]!;
        let at = Math.imul(term, 0x9e3779b1) >>> shift;
        for (let key = table[2 * at]!; key !== 0; key = table[2 * at]!) {
          if (key === term + 1) {
            if (table[2 * at + 1]! >= least) found++;
            break;
          }
          at = (at + 1) & last;
        }
      }
      return found;
    },
    clear() {
      for (const at of used) table[2 * at] = 0;
      used.length = 0;
    },
  };
}
