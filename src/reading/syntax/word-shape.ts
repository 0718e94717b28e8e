// What the models see of a sentence's words: hashes of the lower-cased word, its endings and its beginning, its shape, and how
// the whole line is written (plain, Title Case, UPPER CASE, lower case), because capitals tell nothing in such lines.
// Apostrophes are left out and digits made alike, so that "dont" is "don't" and 2016 is 2017. No words are known here.
import type { Token } from "../../model/sentence.js";
import { mix } from "./linear-scores.js";

export interface WordShapes {
  readonly length: number;
  readonly word: Int32Array;
  /** Endings of one to four letters; the whole word where it is shorter. */
  readonly end1: Int32Array;
  readonly end2: Int32Array;
  readonly end3: Int32Array;
  readonly end4: Int32Array;
  readonly begin3: Int32Array;
  /** The part after the last hyphen; 0 where there is none. */
  readonly lastPart: Int32Array;
  /** Bits: 1 first letter is a capital, 2 all letters are, 4 has a digit, 8 has a hyphen, 16 has no letter, 32 only digits, 64 one character. */
  readonly shape: Int32Array;
  readonly writing: Writing;
}

/** How a line is written: 0 plain, 1 Title Case, 2 UPPER CASE, 3 lower case. */
export type Writing = 0 | 1 | 2 | 3;

export function wordShapes(tokens: readonly Token[]): WordShapes {
  const n = tokens.length;
  const slab = new Int32Array(n * 8);
  const shapes = {
    length: n,
    word: slab.subarray(0, n),
    end1: slab.subarray(n, 2 * n),
    end2: slab.subarray(2 * n, 3 * n),
    end3: slab.subarray(3 * n, 4 * n),
    end4: slab.subarray(4 * n, 5 * n),
    begin3: slab.subarray(5 * n, 6 * n),
    lastPart: slab.subarray(6 * n, 7 * n),
    shape: slab.subarray(7 * n),
  };
  for (let i = 0; i < n; i++) fill(shapes, i, tokens[i]!);
  return { ...shapes, writing: writingOf(tokens, shapes.shape) };
}

const START = 0x2f6b1d35;

function fill(shapes: Omit<WordShapes, "writing">, i: number, token: Token): void {
  const { lower, text } = token;
  let word = START;
  let begin3 = START;
  let lastPart = 0;
  let part = START;
  let letters = 0;
  let capitals = 0;
  let digits = 0;
  let kept = 0;
  let c1 = 0;
  let c2 = 0;
  let c3 = 0;
  let c4 = 0;
  const same = lower.length === text.length;
  for (let k = 0; k < lower.length; k++) {
    let code = lower.charCodeAt(k);
    if (code === 39 && lower.length > 1) continue;
    if (code >= 48 && code <= 57) {
      digits++;
      code = 48;
    } else if ((code === 44 || code === 46) && digits > 0) {
      continue;
    } else if (code >= 97 && code <= 122) {
      letters++;
      if (same && text.charCodeAt(k) !== code) capitals++;
    } else if (code > 127) {
      const original = text.charCodeAt(k);
      if (same && original !== code && original !== 8217) capitals++;
      // Letters beyond ASCII: those that change with case are certain; the rest count where they are no general punctuation.
      if (code < 8192 || code > 12351) letters++;
    }
    kept++;
    word = mix(word, code);
    if (kept === 3) begin3 = word;
    part = mix(part, code);
    if (code === 45) part = lastPart = START;
    c4 = c3;
    c3 = c2;
    c2 = c1;
    c1 = code;
  }
  if (lastPart !== 0) lastPart = part;
  shapes.word[i] = word;
  shapes.end1[i] = mix(START + 1, c1);
  shapes.end2[i] = mix(shapes.end1[i]!, c2);
  shapes.end3[i] = mix(shapes.end2[i]!, c3);
  shapes.end4[i] = mix(shapes.end3[i]!, c4);
  shapes.begin3[i] = kept < 3 ? word : begin3;
  shapes.lastPart[i] = lastPart;
  const first = text.charCodeAt(0) !== lower.charCodeAt(0) && letters > 0 && text.charCodeAt(0) !== 8217;
  shapes.shape[i] =
    (first ? 1 : 0) |
    (capitals > 0 && capitals === letters ? 2 : 0) |
    (digits > 0 ? 4 : 0) |
    (lastPart !== 0 ? 8 : 0) |
    (letters === 0 ? 16 : 0) |
    (digits > 0 && letters === 0 ? 32 : 0) |
    (kept < 2 ? 64 : 0);
}

/** Over words of four letters and more: nearly all begin with a capital, are all capitals, or none has one. */
function writingOf(tokens: readonly Token[], shape: Int32Array): Writing {
  let words = 0;
  let initial = 0;
  let all = 0;
  let any = 0;
  for (let i = 0; i < tokens.length; i++) {
    if (shape[i]! & 1) any++;
    if (tokens[i]!.text.length < 4 || shape[i]! & 16) continue;
    words++;
    if (shape[i]! & 1) initial++;
    if (shape[i]! & 2) all++;
  }
  if (words >= 2 && all >= 0.8 * words) return 2;
  if (words >= 3 && initial >= 0.75 * words) return 1;
  if (any === 0 && words > 0) return 3;
  return 0;
}
