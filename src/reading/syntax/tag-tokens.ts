// Part-of-speech tags, from left to right: the best class for each token given the words around it and the tags before it
// (the greedy form of Collins 2002). Classes are "UPOS/fine" of the model. Features come in three stages, those that tell most
// first: where one class leads by enough after a stage, the rest is not looked at (after Strubell et al. 2015). Leaves alone:
// words across a sentence's border.
import type { LinearModel } from "../../knowledge/syntax.js";
import { addWeights, mix, scratchOf } from "./linear-scores.js";
import type { WordShapes } from "./word-shape.js";

/** No stage has more features. */
export const TAG_FEATURES = 12;

/** Each writes its features of token i into `out`, given the classes of the tokens before it, and returns how many they are. */
export const TAG_STAGES = [firstFeatures, secondFeatures, lastFeatures] as const;

function firstFeatures(s: WordShapes, tags: Uint8Array, i: number, out: Int32Array): number {
  const w0 = s.word[i]!;
  const n1 = wordAt(s, i + 1);
  const t1 = tagAt(tags, i - 1);
  const e3 = s.end3[i]!;
  const look = lookOf(s, i);
  out[0] = mix(0x11a3c5e7, w0);
  out[1] = mix(mix(0x12b4d6f8, w0), look);
  out[2] = mix(mix(0x181a3c5e, w0), n1);
  out[3] = mix(mix(0x25e7092c, t1), w0);
  out[4] = mix(mix(0x27092b4e, mix(t1, tagAt(tags, i - 2) << 8)), w0);
  out[5] = mix(0x1d6f81a3, s.end4[i]!);
  out[6] = mix(mix(0x1e7081b4, e3), look);
  out[7] = mix(mix(0x281a3c5f, t1), e3);
  out[8] = mix(mix(0x2a3c5e71, e3), i + 1 < s.length ? s.end3[i + 1]! : 5);
  out[9] = mix(mix(0x22b4d6f9, look), t1);
  out[10] = mix(0x14d6f81a, n1);
  out[11] = mix(mix(0x3092b4d7, e3), n1);
  return 12;
}

function secondFeatures(s: WordShapes, tags: Uint8Array, i: number, out: Int32Array): number {
  const w0 = s.word[i]!;
  const p1 = wordAt(s, i - 1);
  const n1 = wordAt(s, i + 1);
  const t1 = tagAt(tags, i - 1);
  const look = lookOf(s, i);
  out[0] = mix(mix(0x17092b4d, p1), w0);
  out[1] = mix(mix(0x1a3c5e70, s.end1[i]!), look);
  out[2] = mix(0x1b4d6f81, s.end2[i]!);
  out[3] = mix(0x1f81a3c5, s.begin3[i]!);
  out[4] = mix(0x13c5e709, p1);
  out[5] = mix(mix(mix(0x31a3c5e9, t1), s.end3[i]!), look);
  out[6] = mix(mix(0x26f81a3d, t1), n1);
  out[7] = mix(0x24d6f81b, mix(t1, tagAt(tags, i - 2) << 8));
  out[8] = mix(mix(0x2f81a3c6, t1), i + 1 < s.length ? s.end3[i + 1]! : 5);
  out[9] = mix(mix(0x2d6f81a4, look), i + 1 < s.length ? s.shape[i + 1]! : 128);
  return 10;
}

function lastFeatures(s: WordShapes, tags: Uint8Array, i: number, out: Int32Array): number {
  const { end2, end3 } = s;
  const n = s.length;
  const p1 = wordAt(s, i - 1);
  const n1 = wordAt(s, i + 1);
  const t1 = tagAt(tags, i - 1);
  const look = lookOf(s, i);
  const e3 = end3[i]!;
  out[0] = mix(0x15e7092b, i > 1 ? s.word[i - 2]! : 2);
  out[1] = mix(0x16f81a3c, i + 2 < n ? s.word[i + 2]! : 4);
  out[2] = mix(mix(0x192b4d6f, p1), n1);
  out[3] = mix(0x1c5e7092, e3);
  out[4] = mix(0x2092b4d6, s.lastPart[i]!);
  out[5] = mix(0x21a3c5e8, look);
  out[6] = mix(0x23c5e70a, t1);
  out[7] = mix(mix(0x292b4d70, mix(t1, tagAt(tags, i - 2) << 8)), e3);
  out[8] = mix(0x2b4d6f82, i + 1 < n ? end3[i + 1]! : 5);
  out[9] = mix(0x2c5e7093, i > 0 ? end3[i - 1]! : 6);
  out[10] = mix(mix(0x2e7081b5, look), i > 0 ? s.shape[i - 1]! : 128);
  out[11] = mix(mix(0x32b4d6fa, i + 1 < n ? end2[i + 1]! : 7), i + 2 < n ? end2[i + 2]! : 8);
  return 12;
}

function wordAt(s: WordShapes, i: number): number {
  if (i < 0) return 1;
  return i < s.length ? s.word[i]! : 3;
}

function tagAt(tags: Uint8Array, i: number): number {
  return i < 0 ? 0 : tags[i]! + 1;
}

function lookOf(s: WordShapes, i: number): number {
  return (s.shape[i]! << 4) | (s.writing << 2) | (i === 0 ? 1 : 0);
}

/** Below every score. */
const LEAST = -(2 ** 30);

/** The class of each token. Ties go to the class that stands first in the model. */
export function tagTokens(s: WordShapes, model: LinearModel): Uint8Array {
  const tags = new Uint8Array(s.length);
  const { features, scores } = scratchOf(model);
  for (let i = 0; i < s.length; i++) tags[i] = classOf(s, tags, i, model, features, scores);
  return tags;
}

function classOf(
  s: WordShapes,
  tags: Uint8Array,
  i: number,
  model: LinearModel,
  features: Int32Array,
  scores: Int32Array,
): number {
  scores.fill(0);
  const classes = scores.length;
  let best = 0;
  for (let stage = 0; stage < TAG_STAGES.length; stage++) {
    addWeights(model, features, TAG_STAGES[stage]!(s, tags, i, features), scores);
    best = 0;
    let most = scores[0]!;
    let second = LEAST;
    for (let c = 1; c < classes; c++) {
      const score = scores[c]!;
      if (score <= second) continue;
      if (score > most) {
        second = most;
        most = score;
        best = c;
      } else second = score;
    }
    const margin = model.margins[stage];
    if (margin !== undefined && most - second >= margin) break;
  }
  return best;
}
