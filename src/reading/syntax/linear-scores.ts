// Hashes of features, and the scores that a sparse linear model gives them. Features are 32-bit integers, never strings;
// nothing is allocated for a feature. What the features are is told in tag-tokens.ts and parse-features.ts.
import { slotShift, type LinearModel } from "../../knowledge/syntax.js";

/** Room for the features and the scores of one decision; the same for every sentence, as most have few words. */
export interface Scratch {
  readonly features: Int32Array;
  readonly scores: Int32Array;
}
const MOST_FEATURES = 64;
const scratches = new WeakMap<LinearModel, Scratch>();

export function scratchOf(model: LinearModel): Scratch {
  let scratch = scratches.get(model);
  if (scratch === undefined) {
    scratch = { features: new Int32Array(MOST_FEATURES), scores: new Int32Array(model.classes.length) };
    scratches.set(model, scratch);
  }
  return scratch;
}

/** Joins a value to a hash; order matters. */
export function mix(hash: number, value: number): number {
  const product = Math.imul(hash ^ value, 0x85ebca6b);
  return product ^ (product >>> 13);
}

/**
 * Adds the weights of the first `count` features to `scores` (one for each class). The features are used up: where each one's
 * weights begin is written over it. Most of the time goes into waiting for memory, so what will be needed is touched ahead of its
 * use, and the look-ups do not wait for one another. What was touched is written down, or else no engine would look.
 */
export function addWeights(
  model: LinearModel,
  features: Int32Array,
  count: number,
  scores: Int32Array,
): void {
  const { slots, entries } = model;
  const mask = slots.length - 2;
  const shift = slotShift(slots);
  let touched = 0;
  for (let i = 0; i < count; i++) touched ^= slots[(features[i]! >>> shift) << 1]!;
  for (let i = 0; i < count; i++) {
    const hash = features[i]!;
    let slot = (hash >>> shift) << 1;
    let key = slots[slot]!;
    while (key !== hash && key !== 0) {
      slot = (slot + 2) & mask;
      key = slots[slot]!;
    }
    // An empty slot's second half is 0, and the first entry of all is an end.
    const at = slots[slot + 1]!;
    features[i] = at;
    touched ^= entries[at & ~(at >> 31)]!;
  }
  features[MOST_FEATURES - 1] = touched;
  for (let i = 0; i < count; i++) {
    let at = features[i]!;
    if (at < 0) {
      scores[at & 127]! += (at << 17) >> 24;
      scores[(at >> 15) & 127]! += (at << 2) >> 24;
      continue;
    }
    for (let two = entries[at]!; two !== 0; two = entries[++at]!) {
      scores[two & 255]! += (two << 16) >> 24;
      scores[(two >> 16) & 255]! += two >> 24;
    }
  }
}
