// One decision in training, its features stage after stage as the program looks at them. Every stage learns to decide with what
// it has seen so far: where the class that leads after a stage is wrong, the features up to there are changed, for the latest
// such stage only.
import type { Perceptron } from "./perceptron.js";

const ROOM = 128;

export class Decision {
  private readonly features = new Int32Array(ROOM);
  private readonly stage = new Int32Array(ROOM);
  private readonly ends: number[] = [];
  private readonly scores: Float64Array[] = [];
  private noise: number;

  constructor(
    private readonly perceptron: Perceptron,
    private readonly dropout: number,
    seed: number,
  ) {
    this.noise = seed;
  }

  /** Reads the features by stages, each left out with the chance `dropout`, so that no decision hangs on one alone. */
  read(stages: number, write: (stage: number, out: Int32Array) => number): void {
    let count = 0;
    const sum = this.perceptron.scores.fill(0);
    for (let s = 0; s < stages; s++) {
      const from = count;
      const written = write(s, this.stage);
      for (let i = 0; i < written; i++) if (!this.left()) this.features[count++] = this.stage[i]!;
      this.ends[s] = count;
      this.perceptron.add(this.features, from, count);
      (this.scores[s] ??= new Float64Array(sum.length)).set(sum);
    }
  }

  /** The scores with all features. */
  all(): Float64Array {
    return this.scores[this.ends.length - 1]!;
  }

  /** Learns from the latest stage whose guess is wrong. */
  learn(
    guessOf: (scores: Float64Array) => number,
    isRight: (guess: number) => boolean,
    rightOf: (scores: Float64Array) => number,
  ): void {
    for (let s = this.ends.length - 1; s >= 0; s--) {
      const scores = this.scores[s]!;
      const guess = guessOf(scores);
      if (isRight(guess)) continue;
      const right = rightOf(scores);
      if (right >= 0) this.perceptron.update(this.features, this.ends[s]!, right, guess);
      return;
    }
  }

  private left(): boolean {
    if (this.dropout === 0) return false;
    this.noise = (Math.imul(this.noise, 1664525) + 1013904223) | 0;
    return (this.noise ^ (this.noise >>> 15)) >>> 0 < this.dropout * 4294967296;
  }
}
