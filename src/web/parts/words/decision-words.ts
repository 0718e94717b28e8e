// Decisions in words: what was decided, and when. Times of the log are UTC, and say so.
import { edtfShort } from "./edtf-words.js";

/** After the fact, in the toast: "Decided: split off as another incident." */
export const DECIDED_WORDS: Readonly<Record<string, string>> = {
  same: "one incident",
  "not-same": "not the same",
  split: "kept apart",
  undo: "Undone",
};

/** The kinds in the log. */
export const DECISION_WORDS: Readonly<Record<string, string>> = {
  same: "Same",
  "not-same": "Not the same",
  split: "Kept apart",
  undo: "Undone",
};

/** `momentWords("2032-03-12T08:05:31Z")` is "12 Mar 2032, 08:05 UTC"; what is no such moment stands as it is. */
export function momentWords(at: string): string {
  const found = /^(\d{4}-\d{2}-\d{2})T(\d{2}:\d{2})(?::\d{2}(?:\.\d+)?)?Z$/u.exec(at);
  return found === null ? at : `${edtfShort(found[1] ?? "")}, ${found[2] ?? ""} UTC`;
}
