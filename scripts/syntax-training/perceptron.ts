// An averaged perceptron over hashed features (Freund and Schapire 1999, Collins 2002), sparse: a feature has weights for those
// classes only for which it was ever changed. Single precision; deterministic. `encode` writes it as src/knowledge/syntax.ts reads it.

export class Perceptron {
  readonly classes: number;
  readonly scores: Float64Array;
  private keys = new Int32Array(1 << 20);
  private rows = new Int32Array(1 << 20);
  private used = 0;
  private rowStart = new Int32Array(1 << 18);
  private rowSize = new Uint8Array(1 << 18);
  private rowRoom = new Uint8Array(1 << 18);
  private rowChanges = new Uint16Array(1 << 18);
  private entryClass = new Uint8Array(1 << 20);
  private weight = new Float32Array(1 << 20);
  private total = new Float64Array(1 << 20);
  private stamp = new Int32Array(1 << 20);
  private entries = 0;
  private time = 1;

  constructor(classes: number) {
    this.classes = classes;
    this.scores = new Float64Array(classes);
  }

  score(features: Int32Array, count: number): Float64Array {
    this.scores.fill(0);
    return this.add(features, 0, count);
  }

  /** Adds the weights of some features to the scores that there are. */
  add(features: Int32Array, from: number, to: number): Float64Array {
    const scores = this.scores;
    const mask = this.keys.length - 1;
    for (let i = from; i < to; i++) {
      const hash = features[i]!;
      let slot = hash & mask;
      while (this.keys[slot] !== hash && this.keys[slot] !== 0) slot = (slot + 1) & mask;
      if (this.keys[slot] === 0) continue;
      const row = this.rows[slot]!;
      const start = this.rowStart[row]!;
      const end = start + this.rowSize[row]!;
      for (let at = start; at < end; at++) scores[this.entryClass[at]!]! += this.weight[at]!;
    }
    return scores;
  }

  /** One step of learning; call `tick` once for each decision, right or wrong. */
  update(features: Int32Array, count: number, right: number, wrong: number): void {
    for (let i = 0; i < count; i++) {
      const row = this.rowOf(features[i]!);
      if (row < 0) continue;
      if (this.rowChanges[row]! < 65535) this.rowChanges[row]!++;
      this.change(row, right, 1);
      this.change(row, wrong, -1);
    }
  }

  tick(): void {
    this.time++;
  }

  private rowOf(hash: number): number {
    if (hash === 0) return -1;
    if (this.used * 2 > this.keys.length) this.rehash();
    const mask = this.keys.length - 1;
    let slot = hash & mask;
    while (this.keys[slot] !== hash && this.keys[slot] !== 0) slot = (slot + 1) & mask;
    if (this.keys[slot] === hash) return this.rows[slot]!;
    const row = this.used++;
    if (row >= this.rowStart.length) {
      this.rowStart = grown(this.rowStart, new Int32Array(row * 2));
      this.rowSize = grown(this.rowSize, new Uint8Array(row * 2));
      this.rowRoom = grown(this.rowRoom, new Uint8Array(row * 2));
      this.rowChanges = grown(this.rowChanges, new Uint16Array(row * 2));
    }
    this.keys[slot] = hash;
    this.rows[slot] = row;
    this.rowRoom[row] = 2;
    this.rowStart[row] = this.room(2);
    return row;
  }

  private room(count: number): number {
    const start = this.entries;
    this.entries += count;
    if (this.entries > this.weight.length) {
      const length = this.weight.length * 2;
      this.entryClass = grown(this.entryClass, new Uint8Array(length));
      this.weight = grown(this.weight, new Float32Array(length));
      this.total = grown(this.total, new Float64Array(length));
      this.stamp = grown(this.stamp, new Int32Array(length));
    }
    return start;
  }

  private change(row: number, cls: number, by: number): void {
    let start = this.rowStart[row]!;
    const size = this.rowSize[row]!;
    let at = start;
    while (at < start + size && this.entryClass[at] !== cls) at++;
    if (at === start + size) {
      if (size === this.rowRoom[row]) {
        const wider = Math.min(255, size * 2);
        const moved = this.room(wider);
        this.entryClass.copyWithin(moved, start, start + size);
        this.weight.copyWithin(moved, start, start + size);
        this.total.copyWithin(moved, start, start + size);
        this.stamp.copyWithin(moved, start, start + size);
        this.rowStart[row] = start = moved;
        this.rowRoom[row] = wider;
        at = start + size;
      }
      this.rowSize[row] = size + 1;
      this.entryClass[at] = cls;
      this.weight[at] = 0;
      this.total[at] = 0;
      this.stamp[at] = this.time;
    }
    this.total[at]! += this.weight[at]! * (this.time - this.stamp[at]!);
    this.stamp[at] = this.time;
    this.weight[at]! += by;
  }

  private rehash(): void {
    const keys = this.keys;
    const rows = this.rows;
    this.keys = new Int32Array(keys.length * 2);
    this.rows = new Int32Array(keys.length * 2);
    const mask = this.keys.length - 1;
    for (let old = 0; old < keys.length; old++) {
      if (keys[old] === 0) continue;
      let slot = keys[old]! & mask;
      while (this.keys[slot] !== 0) slot = (slot + 1) & mask;
      this.keys[slot] = keys[old]!;
      this.rows[slot] = rows[old]!;
    }
  }

  /**
   * The averaged weights in signed bytes. Features changed fewer than `atLeast` times are left out, and weights of
   * less than `least` of 127 parts of `limit`; weights beyond `limit` are cut to it.
   */
  encode(
    atLeast: number,
    limit: number,
    least: number,
  ): { bytes: Uint8Array; features: number; weights: number } {
    const found: { hash: number; row: number }[] = [];
    this.keys.forEach((hash, slot) => {
      if (hash !== 0 && this.rowChanges[this.rows[slot]!]! >= atLeast)
        found.push({ hash: hash >>> 0, row: this.rows[slot]! });
    });
    found.sort((a, b) => a.hash - b.hash);
    const out = new Uint8Array(found.length * 8 + this.entries * 2);
    let length = 0;
    let before = 0;
    let features = 0;
    let weights = 0;
    for (const { hash, row } of found) {
      const kept: number[] = [];
      for (let at = this.rowStart[row]!; at < this.rowStart[row]! + this.rowSize[row]!; at++) {
        const mean = (this.total[at]! + this.weight[at]! * (this.time - this.stamp[at]!)) / this.time;
        const value = Math.max(-127, Math.min(127, Math.round((mean / limit) * 127)));
        if (Math.abs(value) >= least) kept.push(this.entryClass[at]!, value & 255);
      }
      if (kept.length === 0) continue;
      let delta = hash - before;
      before = hash;
      while (delta > 127) {
        out[length++] = (delta % 128) + 128;
        delta = Math.floor(delta / 128);
      }
      out[length++] = delta;
      out[length++] = kept.length / 2;
      for (const byte of kept) out[length++] = byte;
      features++;
      weights += kept.length / 2;
    }
    return { bytes: out.slice(0, length), features, weights };
  }
}

function grown<T extends { set(other: T): void }>(old: T, wider: T): T {
  wider.set(old);
  return wider;
}
