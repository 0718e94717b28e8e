// A ratchet over scores: which of them fell more than a point under what was reached, and what is reached now. Plain data in
// and out; bench/reached.json holds the scores, bench/reached.ts measures them.
import type { Scores } from "./measures.js";

/** Points of a hundred that a score may lose to chance and to trade-offs. */
export const SLACK = 1;

export interface Fall {
  readonly name: string;
  readonly reached: number;
  readonly now: number;
}

/** Every score that is measured now and stands more than SLACK under what was reached. */
export function falls(reached: Scores, now: Scores): Fall[] {
  return Object.entries(now)
    .map(([name, score]) => ({ name, reached: reached[name] ?? score, now: score }))
    .filter((score) => score.now < score.reached - SLACK);
}

/** Each score at its highest, in the order of names; what was not measured stays. */
export function raised(reached: Scores, now: Scores): Scores {
  const names = [...new Set([...Object.keys(reached), ...Object.keys(now)])].sort();
  return Object.fromEntries(
    names.map((name) => [name, Math.max(reached[name] ?? -Infinity, now[name] ?? -Infinity)]),
  );
}
