// What the parser sees of a configuration: words, lemmas and tags at the top of the stack and the front of the buffer, their
// dependents so far, distances and counts (after Zhang and Nivre 2011, arranged for arc-hybrid), all as 32-bit hashes. They come
// in three stages, those that tell most first: most moves are certain after the first (parse-sentence.ts).
import { mix } from "./linear-scores.js";
import type { Configuration } from "./transitions.js";

/** No stage has more features. */
export const PARSE_FEATURES = 40;

/** Hashes for tokens 0 … n-1, the root at n, and nothing at n + 1. */
export interface TokenCodes {
  readonly word: Int32Array;
  readonly lemma: Int32Array;
  /** Hash of the fine tag. */
  readonly tag: Int32Array;
}

/** Each writes its features of the configuration into `out` and returns how many they are. */
export const PARSE_STAGES = [firstFeatures, secondFeatures, lastFeatures] as const;

function firstFeatures(c: Configuration, { word, lemma, tag }: TokenCodes, out: Int32Array): number {
  const no = c.n + 1;
  const s0 = onStack(c, 1, no);
  const s1 = onStack(c, 2, no);
  const b0 = c.next;
  const b1 = inBuffer(c, 1, no);
  const s0l = dependent(c.left1, s0, no);
  const b0l = dependent(c.left1, b0, no);
  const s0m = lemma[s0]!;
  const s0t = tag[s0]!;
  const s1t = tag[s1]!;
  const b0t = tag[b0]!;
  const b1t = tag[b1]!;
  const s0wt = mix(word[s0]!, s0t);
  const b0wt = mix(word[b0]!, b0t);
  const s0b0 = mix(s0t, b0t);
  const s1s0 = mix(s1t, s0t);
  const s0ls = setOf(c.leftSet, s0, no);
  const s1rs = setOf(c.rightSet, s1, no);

  out[0] = mix(mix(0x52000025, s0m), lemma[b0]!);
  out[1] = mix(mix(0x52000021, s0wt), b0t);
  out[2] = mix(mix(0x52000023, s0t), b0wt);
  out[3] = mix(mix(0x52000039, s0wt), b1t);
  out[4] = mix(mix(0x5200003b, b0wt), b1t);
  out[5] = mix(mix(0x5300003f, s0b0), b1t);
  out[6] = mix(mix(0x5200002b, lemma[s1]!), s0m);
  out[7] = mix(mix(0x5200002f, mix(word[s1]!, s1t)), s0t);
  out[8] = mix(mix(0x52000037, s1t), b0wt);
  out[9] = mix(mix(0x53000041, s1s0), b0t);
  out[10] = mix(mix(0x5600009f, b0wt), c.leftSet[b0]!);
  out[11] = mix(mix(0x56000093, s0wt), s0ls);
  out[12] = mix(mix(0x56000099, s0t), setOf(c.rightSet, s0, no));
  out[13] = mix(mix(0x5600009d, s1t), s1rs);
  out[14] = mix(mix(0x560000a5, s1s0), mix(s1rs, s0ls));
  out[15] = mix(mix(0x53000055, s1s0), tag[s0l]!);
  out[16] = mix(mix(0x53000053, s0b0), tag[b0l]!);
  out[17] = mix(mix(0x55000081, s0b0), s0 === no ? 15 : near(b0 - s0));
  // A noun phrase with its preposition: which of two heads takes it.
  out[18] = mix(mix(0x54000065, s1t), mix(word[s0l]!, s0t));
  out[19] = mix(mix(0x54000073, word[b0l]!), s0b0);
  return 20;
}

function secondFeatures(c: Configuration, { word, lemma, tag }: TokenCodes, out: Int32Array): number {
  const no = c.n + 1;
  const s0 = onStack(c, 1, no);
  const s1 = onStack(c, 2, no);
  const b0 = c.next;
  const b1 = inBuffer(c, 1, no);
  const s0l = dependent(c.left1, s0, no);
  const s0r = dependent(c.right1, s0, no);
  const s0t = tag[s0]!;
  const s1t = tag[s1]!;
  const b0t = tag[b0]!;
  const b1t = tag[b1]!;
  const s0lw = word[s0l]!;
  const s0rt = tag[s0r]!;
  const s0b0 = mix(s0t, b0t);
  const s1s0 = mix(s1t, s0t);
  const s1wt = mix(word[s1]!, s1t);
  const s0ls = setOf(c.leftSet, s0, no);

  out[0] = mix(mix(0x53000049, s1s0), mix(b0t, b1t));
  out[1] = mix(mix(0x5300004b, s0b0), mix(b1t, tag[inBuffer(c, 2, no)]!));
  out[2] = mix(mix(0x54000071, word[dependent(c.left1, b0, no)]!), mix(lemma[s0]!, b0t));
  out[3] = mix(mix(0x54000063, lemma[s1]!), s0lw);
  out[4] = mix(mix(0x5400006f, s0lw), s0b0);
  out[5] = mix(mix(0x52000035, s1wt), b0t);
  out[6] = mix(mix(0x53000047, s1s0), word[b0]!);
  out[7] = mix(mix(0x560000a9, s0b0), mix(setOf(c.rightSet, s0, no), s0ls));
  out[8] = mix(mix(0x560000a3, s0b0), mix(s0ls, c.leftSet[b0]!));
  out[9] = mix(mix(0x53000051, s0b0), s0rt);
  out[10] = mix(mix(0x53000057, s1s0), s0rt);
  out[11] = mix(mix(0x5300005b, s1s0), tag[dependent(c.left1, s1, no)]!);
  out[12] = mix(mix(0x5200003d, b0t), word[b1]!);
  out[13] = mix(mix(0x55000087, word[s0]!), countsOf(c, s0, no));
  out[14] = mix(mix(0x5600009b, s1wt), setOf(c.rightSet, s1, no));
  out[15] = mix(mix(0x570000bd, tag[s0l]!), mix(tag[dependent(c.left2, s0, no)]!, s0t));
  out[16] = mix(0x51000013, word[b1]!);
  out[17] = mix(mix(0x53000043, tag[onStack(c, 3, no)]!), s1s0);
  out[18] = mix(mix(0x570000ab, word[s0r]!), relationOf(c, s0r));
  // The neighbours in the line of the word on the stack.
  out[19] = mix(
    mix(0x580000c5, tag[s0 === no || s0 === 0 ? no : s0 - 1]!),
    mix(s0t, tag[s0 === no ? no : s0 + 1]!),
  );
  return 20;
}

function lastFeatures(c: Configuration, { word, lemma, tag }: TokenCodes, out: Int32Array): number {
  const no = c.n + 1;
  const s0 = onStack(c, 1, no);
  const s1 = onStack(c, 2, no);
  const s2 = onStack(c, 3, no);
  const b0 = c.next;
  const b0l = dependent(c.left1, b0, no);
  const b0l2 = dependent(c.left2, b0, no);
  const s1r = dependent(c.right1, s1, no);
  const s1r2 = dependent(c.right2, s1, no);
  const s0w = word[s0]!;
  const b0w = word[b0]!;
  const s0t = tag[s0]!;
  const s1t = tag[s1]!;
  const s2t = tag[s2]!;
  const b0t = tag[b0]!;
  const b1t = tag[inBuffer(c, 1, no)]!;
  const b2t = tag[inBuffer(c, 2, no)]!;
  const s0l = dependent(c.left1, s0, no);
  const s0lw = word[s0l]!;
  const s0lt = tag[s0l]!;
  const s0rt = tag[dependent(c.right1, s0, no)]!;
  const s1rt = tag[s1r]!;
  const b0wt = mix(b0w, b0t);
  const s0b0 = mix(s0t, b0t);
  const s1s0 = mix(s1t, s0t);
  const s0d = s0 === no ? 15 : near(b0 - s0);
  const s0ls = setOf(c.leftSet, s0, no);

  out[0] = mix(0x51000001, mix(s0w, s0t));
  out[1] = mix(0x51000003, s0w);
  out[2] = mix(0x51000007, mix(word[s1]!, s1t));
  out[3] = mix(0x51000009, word[s1]!);
  out[4] = mix(0x5100000b, s1t);
  out[5] = mix(0x5100000d, b0wt);
  out[6] = mix(0x5100000f, b0w);
  out[7] = mix(0x51000011, b0t);
  out[8] = mix(0x51000015, b1t);
  out[9] = mix(0x51000019, b2t);
  out[10] = mix(mix(0x5100001b, word[s2]!), s2t);
  out[11] = mix(0x5100001d, s2t);
  out[12] = mix(0x52000027, s0b0);
  out[13] = mix(mix(0x52000029, b0t), b1t);
  out[14] = mix(0x5200002d, s1s0);
  out[15] = mix(mix(0x52000033, s1t), b0t);
  out[16] = mix(mix(mix(0x53000045, b0t), b1t), b2t);
  out[17] = mix(mix(0x5300004f, s0b0), s0lt);
  out[18] = mix(mix(0x54000069, mix(s2t, s1t)), s0lw);
  out[19] = mix(mix(0x5400006b, lemma[s2]!), s0lw);
  out[20] = mix(mix(0x5400006d, s0lw), lemma[s0]!);
  out[21] = mix(mix(0x54000077, word[s1r]!), s1s0);
  out[22] = mix(mix(0x55000079, s0w), s0d);
  out[23] = mix(mix(0x5500007b, s0t), s0d);
  out[24] = mix(mix(0x5500007d, b0w), s0d);
  out[25] = mix(mix(0x55000083, s1s0), s1 === no ? 15 : near(s0 - s1));
  out[26] = mix(mix(0x5500008b, b0wt), Math.min(c.leftCount[b0]!, 3));
  out[27] = mix(mix(0x56000095, s0t), s0ls);
  out[28] = mix(mix(0x560000a1, b0t), c.leftSet[b0]!);
  out[29] = mix(mix(0x570000b3, word[b0l]!), relationOf(c, b0l));
  out[30] = mix(mix(0x570000b9, word[s1r2]!), relationOf(c, s1r2));
  out[31] = mix(mix(0x570000bb, word[b0l2]!), relationOf(c, b0l2));
  out[32] = mix(mix(0x580000c9, tag[b0 > 0 ? b0 - 1 : no]!), s0b0);
  out[33] = mix(0x580000cb, Math.min(c.size, 3));
  out[34] = mix(mix(0x53000059, s1s0), s1rt);
  out[35] = mix(mix(0x560000a7, s1s0), mix(setOf(c.leftSet, s1, no), s0ls));
  out[36] = mix(mix(0x570000bf, s0rt), mix(tag[dependent(c.right2, s0, no)]!, s0t));
  out[37] = mix(mix(0x570000c1, s1rt), mix(tag[s1r2]!, s1t));
  out[38] = mix(mix(0x570000c3, tag[b0l]!), mix(tag[b0l2]!, b0t));
  out[39] = mix(mix(0x580000c7, tag[s1 === no ? no : s1 + 1]!), s1s0);
  return 40;
}

/** The token `depth` from the top of the stack, 1 for the top itself. */
function onStack(c: Configuration, depth: number, no: number): number {
  return c.size >= depth ? c.stack[c.size - depth]! : no;
}

/** The token `ahead` of the front of the buffer; the root stands at its end. */
function inBuffer(c: Configuration, ahead: number, no: number): number {
  return c.next + ahead <= c.n ? c.next + ahead : no;
}

function dependent(side: Int32Array, head: number, no: number): number {
  if (head === no) return no;
  const index = side[head]!;
  return index < 0 ? no : index;
}

function setOf(side: Int32Array, head: number, no: number): number {
  return head === no ? 0 : side[head]!;
}

function countsOf(c: Configuration, head: number, no: number): number {
  return head === no ? 0 : (Math.min(c.leftCount[head]!, 3) << 2) | Math.min(c.rightCount[head]!, 3);
}

function relationOf(c: Configuration, index: number): number {
  return index > c.n ? 99 : c.relation[index]!;
}

function near(distance: number): number {
  if (distance < 6) return distance;
  return distance < 8 ? 6 : distance < 12 ? 7 : distance < 20 ? 8 : 9;
}
