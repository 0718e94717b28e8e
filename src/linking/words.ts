// Words of events and how rare they are: the smoothed inverse document frequency of the vector space model (Salton 1975),
// counted over the events of the collection. Rarity does what a stop list does, in any language.
import type { DocumentRecord } from "../model/record.js";
import type { Event } from "../model/event.js";

/** Lower case, without marks and signs: "Al-Tanf’s" gives al, tanf, s. */
export function wordsOf(text: string): string[] {
  return text
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== "");
}

/** The words that tell of an event: its quote and those of its claims, each quote once. */
export function eventText(event: Event): string {
  return [...new Set([event.quote, ...event.claims.map((claim) => claim.quote)])].join(" ");
}

export interface Rarity {
  /** Weight of a word: 0 where every event has it, large where few have. */
  of(word: string): number;
  /** How many events have it. */
  frequency(word: string): number;
}

export function rarityOver(texts: readonly string[]): Rarity {
  const counts = new Map<string, number>();
  for (const text of texts)
    for (const word of new Set(wordsOf(text))) counts.set(word, (counts.get(word) ?? 0) + 1);
  // A floor under the number of texts: in a collection of three, nothing is known to be common.
  const total = Math.max(texts.length, 20);
  return {
    of: (word) => Math.max(0, Math.log((total + 1) / ((counts.get(word) ?? 0) + 1))),
    frequency: (word) => counts.get(word) ?? 0,
  };
}

export function eventRarity(records: readonly DocumentRecord[]): Rarity {
  return rarityOver(records.flatMap((record) => record.events.map(eventText)));
}

export interface WordVector {
  readonly weights: ReadonlyMap<string, number>;
  readonly length: number;
}

export function wordVector(text: string, rarity: Rarity): WordVector {
  const weights = new Map<string, number>();
  for (const word of wordsOf(text)) weights.set(word, rarity.of(word));
  let square = 0;
  for (const weight of weights.values()) square += weight * weight;
  return { weights, length: Math.sqrt(square) };
}

/** Cosine over presence of words, 0 to 1; null where one side has no word that tells anything. */
export function cosine(a: WordVector, b: WordVector): number | null {
  if (a.length === 0 || b.length === 0) return null;
  const [small, large] = a.weights.size <= b.weights.size ? [a, b] : [b, a];
  let dot = 0;
  for (const [word, weight] of small.weights) if (large.weights.has(word)) dot += weight * weight;
  return dot / (a.length * b.length);
}

/** Share of the shorter name's weight that the other has too; null where one has no words. */
export function nameOverlap(a: readonly string[], b: readonly string[], rarity: Rarity): number | null {
  const [left, right] = [new Set(a), new Set(b)];
  const weight = (words: ReadonlySet<string>) => [...words].reduce((sum, w) => sum + rarity.of(w), 0);
  const least = Math.min(weight(left), weight(right));
  if (left.size === 0 || right.size === 0) return null;
  if (least === 0) return [...left].some((w) => right.has(w)) ? 1 : 0;
  return weight(new Set([...left].filter((w) => right.has(w)))) / least;
}
