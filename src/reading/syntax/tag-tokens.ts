// Part-of-speech tags, from left to right: the best class for each token given the words around it and the tags before it
// (the greedy form of Collins 2002). Classes are "UPOS/fine" of the model. Leaves alone: words across a sentence's border.
import type { LinearModel } from "../../knowledge/syntax.js";
import { mix, scoreFeatures } from "./linear-scores.js";
import type { WordShapes } from "./word-shape.js";

export const TAG_FEATURES = 40;

/** Writes the features of token i into `out`, given the classes of the tokens before it, and returns how many they are. */
export function tagFeatures(s: WordShapes, tags: Uint8Array, i: number, out: Int32Array): number {
  const { word, shape, end2, end3, writing } = s;
  const n = s.length;
  const w0 = word[i]!;
  const p1 = i > 0 ? word[i - 1]! : 1;
  const p2 = i > 1 ? word[i - 2]! : 2;
  const n1 = i + 1 < n ? word[i + 1]! : 3;
  const n2 = i + 2 < n ? word[i + 2]! : 4;
  const t1 = i > 0 ? tags[i - 1]! + 1 : 0;
  const t2 = i > 1 ? tags[i - 2]! + 1 : 0;
  const t12 = mix(t1, t2 << 8);
  const look = (shape[i]! << 4) | (writing << 2) | (i === 0 ? 1 : 0);
  const e3 = end3[i]!;
  const next3 = i + 1 < n ? end3[i + 1]! : 5;
  let k = 0;
  out[k++] = mix(0x11a3c5e7, w0);
  out[k++] = mix(mix(0x12b4d6f8, w0), look);
  out[k++] = mix(0x13c5e709, p1);
  out[k++] = mix(0x14d6f81a, n1);
  out[k++] = mix(0x15e7092b, p2);
  out[k++] = mix(0x16f81a3c, n2);
  out[k++] = mix(mix(0x17092b4d, p1), w0);
  out[k++] = mix(mix(0x181a3c5e, w0), n1);
  out[k++] = mix(mix(0x192b4d6f, p1), n1);
  out[k++] = mix(mix(0x1a3c5e70, s.end1[i]!), look);
  out[k++] = mix(0x1b4d6f81, end2[i]!);
  out[k++] = mix(0x1c5e7092, e3);
  out[k++] = mix(0x1d6f81a3, s.end4[i]!);
  out[k++] = mix(mix(0x1e7081b4, e3), look);
  out[k++] = mix(0x1f81a3c5, s.begin3[i]!);
  out[k++] = mix(0x2092b4d6, s.lastPart[i]!);
  out[k++] = mix(0x21a3c5e8, look);
  out[k++] = mix(mix(0x22b4d6f9, look), t1);
  out[k++] = mix(0x23c5e70a, t1);
  out[k++] = mix(0x24d6f81b, t12);
  out[k++] = mix(mix(0x25e7092c, t1), w0);
  out[k++] = mix(mix(0x26f81a3d, t1), n1);
  out[k++] = mix(mix(0x27092b4e, t12), w0);
  out[k++] = mix(mix(0x281a3c5f, t1), e3);
  out[k++] = mix(mix(0x292b4d70, t12), e3);
  out[k++] = mix(mix(0x2a3c5e71, e3), next3);
  out[k++] = mix(0x2b4d6f82, next3);
  out[k++] = mix(0x2c5e7093, i > 0 ? end3[i - 1]! : 6);
  out[k++] = mix(mix(0x2d6f81a4, look), i + 1 < n ? shape[i + 1]! : 128);
  out[k++] = mix(mix(0x2e7081b5, look), i > 0 ? shape[i - 1]! : 128);
  out[k++] = mix(mix(0x2f81a3c6, t1), next3);
  out[k++] = mix(mix(0x3092b4d7, e3), n1);
  out[k++] = mix(mix(mix(0x31a3c5e9, t1), e3), look);
  out[k++] = mix(mix(0x32b4d6fa, i + 1 < n ? end2[i + 1]! : 7), i + 2 < n ? end2[i + 2]! : 8);
  return k;
}

/** The class of each token. Ties go to the class that stands first in the model. */
export function tagTokens(s: WordShapes, model: LinearModel): Uint8Array {
  const tags = new Uint8Array(s.length);
  const features = new Int32Array(TAG_FEATURES);
  const scores = new Int32Array(model.classes.length);
  for (let i = 0; i < s.length; i++) {
    scoreFeatures(model, features, tagFeatures(s, tags, i, features), scores);
    tags[i] = bestOf(scores);
  }
  return tags;
}

export function bestOf(scores: Int32Array): number {
  let best = 0;
  for (let c = 1; c < scores.length; c++) if (scores[c]! > scores[best]!) best = c;
  return best;
}
