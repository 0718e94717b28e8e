// Lemmas: which ending to cut off and what to put there, judged from the word, its endings and its tag. A class of the model
// is such a cut ("3-y": cut three characters, put y). A cut longer than the word is passed over for the next best.
import type { LinearModel } from "../../knowledge/syntax.js";
import { addWeights, mix } from "./linear-scores.js";
import type { WordShapes } from "./word-shape.js";

export const LEMMA_FEATURES = 10;

/** `fine` is a hash of the fine tag's name, so that the features do not hang on the tagger's order of classes. */
export function lemmaFeatures(s: WordShapes, i: number, fine: number, out: Int32Array): number {
  out[0] = mix(mix(0x41c3a5e7, s.word[i]!), fine);
  out[1] = mix(mix(0x42d4b6f8, s.end1[i]!), fine);
  out[2] = mix(mix(0x43e5c709, s.end2[i]!), fine);
  out[3] = mix(mix(0x44f6d81a, s.end3[i]!), fine);
  out[4] = mix(mix(0x4507e92b, s.end4[i]!), fine);
  out[5] = mix(mix(0x4618fa3c, s.begin3[i]!), mix(s.end2[i]!, fine));
  out[6] = mix(mix(0x47290b4d, s.lastPart[i]!), fine);
  out[7] = mix(0x483a1c5e, fine);
  return 8;
}

/** Parsed once for each model: `["0-", "3-y"]` gives [{ strip: 0, add: "" }, { strip: 3, add: "y" }]. */
export interface Cut {
  readonly strip: number;
  readonly add: string;
}

export function cutsOf(model: LinearModel): readonly Cut[] {
  return model.classes.map((name) => {
    const dash = name.indexOf("-");
    return { strip: Number(name.slice(0, dash)), add: name.slice(dash + 1) };
  });
}

export function lemmaOf(
  lower: string,
  s: WordShapes,
  i: number,
  fine: number,
  model: LinearModel,
  cuts: readonly Cut[],
  features: Int32Array,
  scores: Int32Array,
): string {
  scores.fill(0);
  addWeights(model, features, lemmaFeatures(s, i, fine, features), scores);
  let best = -1;
  for (let c = 0; c < scores.length; c++) {
    const { strip, add } = cuts[c]!;
    if (strip > lower.length || (strip === lower.length && add === "")) continue;
    if (best < 0 || scores[c]! > scores[best]!) best = c;
  }
  if (best < 0) return lower;
  const { strip, add } = cuts[best]!;
  return strip === 0 && add === "" ? lower : lower.slice(0, lower.length - strip) + add;
}

/** Tags whose words are their own lemma: those of uninflected classes, and what is no word. */
export const UNINFLECTED: ReadonlySet<string> = new Set([
  "NN",
  "NNP",
  "IN",
  "DT",
  "CC",
  "TO",
  "CD",
  "JJ",
  "RP",
  "EX",
  ".",
  ",",
  ":",
  "``",
  "''",
  "-LRB-",
  "-RRB-",
  "HYPH",
  "NFP",
  "$",
  "SYM",
  "ADD",
  "FW",
  "UH",
]);
