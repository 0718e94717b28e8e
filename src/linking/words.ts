// Words: how a text is cut into them, and which of a record's words tell of an event. How rare they are: statistics.ts, which
// does what a stop list does, in any language.
import type { Event } from "../model/event.js";

const PLAIN = /^[\x20-\x7e\n]*$/u;

/** Lower case, without marks and signs: "Al-Tanf’s" gives al, tanf, s. */
export function wordsOf(text: string): string[] {
  return (PLAIN.test(text) ? text : text.normalize("NFKD").replace(/\p{M}/gu, ""))
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== "");
}

/** The words that tell of an event: its quote and those of its claims, each quote once. */
export function eventText(event: Event): string {
  return [...new Set([event.quote, ...event.claims.map((claim) => claim.quote)])].join(" ");
}
