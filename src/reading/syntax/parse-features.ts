// What the parser sees of a configuration: words, lemmas and tags at the top of the stack and the front of the buffer, their
// dependents so far, distances and counts (after Zhang and Nivre 2011, arranged for arc-hybrid), all as 32-bit hashes.
import { mix } from "./linear-scores.js";
import type { Configuration } from "./transitions.js";

export const PARSE_FEATURES = 80;

/** Hashes for tokens 0 … n-1, the root at n, and nothing at n + 1. */
export interface TokenCodes {
  readonly word: Int32Array;
  readonly lemma: Int32Array;
  /** Hash of the fine tag. */
  readonly tag: Int32Array;
}

function near(distance: number): number {
  if (distance < 6) return distance;
  return distance < 8 ? 6 : distance < 12 ? 7 : distance < 20 ? 8 : 9;
}

function orNone(index: number, no: number): number {
  return index < 0 ? no : index;
}

function relationOf(c: Configuration, index: number): number {
  return index > c.n ? 99 : c.relation[index]!;
}

/** Writes the features of the configuration into `out` and returns how many they are. */
export function parseFeatures(c: Configuration, codes: TokenCodes, out: Int32Array): number {
  const { word, lemma, tag } = codes;
  const n = c.n;
  const no = n + 1;
  const size = c.size;
  const s0 = size > 0 ? c.stack[size - 1]! : no;
  const s1 = size > 1 ? c.stack[size - 2]! : no;
  const s2 = size > 2 ? c.stack[size - 3]! : no;
  const b0 = c.next;
  const b1 = b0 + 1 <= n ? b0 + 1 : no;
  const b2 = b0 + 2 <= n ? b0 + 2 : no;

  const s0l = s0 === no ? no : orNone(c.left1[s0]!, no);
  const s0l2 = s0 === no ? no : orNone(c.left2[s0]!, no);
  const s0r2 = s0 === no ? no : orNone(c.right2[s0]!, no);
  const s0r = s0 === no ? no : orNone(c.right1[s0]!, no);
  const s1l = s1 === no ? no : orNone(c.left1[s1]!, no);
  const s1r = s1 === no ? no : orNone(c.right1[s1]!, no);
  const s1r2 = s1 === no ? no : orNone(c.right2[s1]!, no);
  const b0l = orNone(c.left1[b0]!, no);
  const b0l2 = orNone(c.left2[b0]!, no);

  const s0w = word[s0]!;
  const s1w = word[s1]!;
  const b0w = word[b0]!;
  const s0m = lemma[s0]!;
  const s1m = lemma[s1]!;
  const b0m = lemma[b0]!;
  const s0t = tag[s0]!;
  const s1t = tag[s1]!;
  const s2t = tag[s2]!;
  const b0t = tag[b0]!;
  const b1t = tag[b1]!;
  const b2t = tag[b2]!;
  const b1w = word[b1]!;
  const s0lw = word[s0l]!;
  const s0lt = tag[s0l]!;
  const s0rt = tag[s0r]!;
  const s1rt = tag[s1r]!;
  const b0lt = tag[b0l]!;

  const s0wt = mix(s0w, s0t);
  const s1wt = mix(s1w, s1t);
  const b0wt = mix(b0w, b0t);
  const s0b0 = mix(s0t, b0t);
  const s1s0 = mix(s1t, s0t);
  const s0d = s0 === no ? 15 : near(b0 - s0);
  const s1d = s1 === no ? 15 : near(s0 - s1);
  const s0v = s0 === no ? 0 : (Math.min(c.leftCount[s0]!, 3) << 2) | Math.min(c.rightCount[s0]!, 3);
  const b0v = Math.min(c.leftCount[b0]!, 3);
  const s0ls = s0 === no ? 0 : c.leftSet[s0]!;
  const s0rs = s0 === no ? 0 : c.rightSet[s0]!;
  const s1rs = s1 === no ? 0 : c.rightSet[s1]!;
  const s1ls = s1 === no ? 0 : c.leftSet[s1]!;
  const b0ls = c.leftSet[b0]!;

  let k = 0;
  out[k++] = mix(0x51000001, s0wt);
  out[k++] = mix(0x51000003, s0w);
  out[k++] = mix(0x51000007, s1wt);
  out[k++] = mix(0x51000009, s1w);
  out[k++] = mix(0x5100000b, s1t);
  out[k++] = mix(0x5100000d, b0wt);
  out[k++] = mix(0x5100000f, b0w);
  out[k++] = mix(0x51000011, b0t);
  out[k++] = mix(0x51000013, b1w);
  out[k++] = mix(0x51000015, b1t);
  out[k++] = mix(0x51000019, b2t);
  out[k++] = mix(mix(0x5100001b, word[s2]!), s2t);
  out[k++] = mix(0x5100001d, s2t);

  out[k++] = mix(mix(0x52000021, s0wt), b0t);
  out[k++] = mix(mix(0x52000023, s0t), b0wt);
  out[k++] = mix(mix(0x52000025, s0m), b0m);
  out[k++] = mix(0x52000027, s0b0);
  out[k++] = mix(mix(0x52000029, b0t), b1t);
  out[k++] = mix(mix(0x5200002b, s1m), s0m);
  out[k++] = mix(0x5200002d, s1s0);
  out[k++] = mix(mix(0x5200002f, s1wt), s0t);
  out[k++] = mix(mix(0x52000033, s1t), b0t);
  out[k++] = mix(mix(0x52000035, s1wt), b0t);
  out[k++] = mix(mix(0x52000037, s1t), b0wt);
  out[k++] = mix(mix(0x52000039, s0wt), b1t);
  out[k++] = mix(mix(0x5200003b, b0wt), b1t);
  out[k++] = mix(mix(0x5200003d, b0t), b1w);

  out[k++] = mix(mix(0x5300003f, s0b0), b1t);
  out[k++] = mix(mix(0x53000041, s1s0), b0t);
  out[k++] = mix(mix(0x53000043, s2t), s1s0);
  out[k++] = mix(mix(mix(0x53000045, b0t), b1t), b2t);
  out[k++] = mix(mix(0x53000047, s1s0), b0w);
  out[k++] = mix(mix(0x53000049, s1s0), mix(b0t, b1t));
  out[k++] = mix(mix(0x5300004b, s0b0), mix(b1t, b2t));
  out[k++] = mix(mix(0x5300004f, s0b0), s0lt);
  out[k++] = mix(mix(0x53000051, s0b0), s0rt);
  out[k++] = mix(mix(0x53000053, s0b0), b0lt);
  out[k++] = mix(mix(0x53000055, s1s0), s0lt);
  out[k++] = mix(mix(0x53000057, s1s0), s0rt);
  out[k++] = mix(mix(0x5300005b, s1s0), tag[s1l]!);

  // A noun phrase with its preposition: which of two heads takes it.
  out[k++] = mix(mix(0x54000063, s1m), s0lw);
  out[k++] = mix(mix(0x54000065, s1t), mix(s0lw, s0t));
  out[k++] = mix(mix(0x54000069, mix(s2t, s1t)), s0lw);
  out[k++] = mix(mix(0x5400006b, lemma[s2]!), s0lw);
  out[k++] = mix(mix(0x5400006d, s0lw), s0m);
  out[k++] = mix(mix(0x5400006f, s0lw), s0b0);
  out[k++] = mix(mix(0x54000071, word[b0l]!), mix(s0m, b0t));
  out[k++] = mix(mix(0x54000073, word[b0l]!), mix(s0t, b0t));
  out[k++] = mix(mix(0x54000077, word[s1r]!), s1s0);

  out[k++] = mix(mix(0x55000079, s0w), s0d);
  out[k++] = mix(mix(0x5500007b, s0t), s0d);
  out[k++] = mix(mix(0x5500007d, b0w), s0d);
  out[k++] = mix(mix(0x55000081, s0b0), s0d);
  out[k++] = mix(mix(0x55000083, s1s0), s1d);
  out[k++] = mix(mix(0x55000087, s0w), s0v);
  out[k++] = mix(mix(0x5500008b, b0wt), b0v);

  out[k++] = mix(mix(0x56000093, s0wt), s0ls);
  out[k++] = mix(mix(0x56000095, s0t), s0ls);
  out[k++] = mix(mix(0x56000099, s0t), s0rs);
  out[k++] = mix(mix(0x5600009b, s1wt), s1rs);
  out[k++] = mix(mix(0x5600009d, s1t), s1rs);
  out[k++] = mix(mix(0x5600009f, b0wt), b0ls);
  out[k++] = mix(mix(0x560000a1, b0t), b0ls);
  out[k++] = mix(mix(0x560000a3, s0b0), mix(s0ls, b0ls));
  out[k++] = mix(mix(0x560000a5, s1s0), mix(s1rs, s0ls));
  out[k++] = mix(mix(0x560000a9, s0b0), mix(s0rs, s0ls));

  out[k++] = mix(mix(0x570000ab, word[s0r]!), relationOf(c, s0r));
  out[k++] = mix(mix(0x570000b3, word[b0l]!), relationOf(c, b0l));
  out[k++] = mix(mix(0x570000b9, word[s1r2]!), relationOf(c, s1r2));
  out[k++] = mix(mix(0x570000bb, word[b0l2]!), relationOf(c, b0l2));

  // The neighbours in the line of the words on the stack.
  out[k++] = mix(mix(0x580000c9, tag[b0 > 0 ? b0 - 1 : no]!), s0b0);
  out[k++] = mix(0x580000cb, size > 3 ? 3 : size);
  out[k++] = mix(mix(0x53000059, s1s0), s1rt);
  out[k++] = mix(mix(0x560000a7, s1s0), mix(s1ls, s0ls));
  out[k++] = mix(mix(0x570000bd, s0lt), mix(tag[s0l2]!, s0t));
  out[k++] = mix(mix(0x570000bf, s0rt), mix(tag[s0r2]!, s0t));
  out[k++] = mix(mix(0x570000c1, s1rt), mix(tag[s1r2]!, s1t));
  out[k++] = mix(mix(0x570000c3, b0lt), mix(tag[b0l2]!, b0t));
  out[k++] = mix(
    mix(0x580000c5, tag[s0 === no || s0 === 0 ? no : s0 - 1]!),
    mix(s0t, tag[s0 === no ? no : s0 + 1]!),
  );
  out[k++] = mix(mix(0x580000c7, tag[s1 === no ? no : s1 + 1]!), s1s0);
  return k;
}
