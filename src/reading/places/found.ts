// What the steps of finding place names hand on: a sentence with its words, and a name met in it with its surroundings.
import type { Sentence } from "../../model/sentence.js";
import type { LetterCase, Word } from "../../model/word.js";
import type { Match } from "./recognise.js";
import type { Surroundings } from "./surroundings.js";

export interface Line {
  readonly sentence: Sentence;
  readonly words: readonly Word[];
  readonly letters: LetterCase;
}

export interface Found {
  readonly match: Match;
  /** Index of the line. */
  readonly sentence: number;
  readonly around: Surroundings;
}

export function pushTo<K, V>(lists: Map<K, V[]>, key: K, value: V): void {
  const known = lists.get(key);
  if (known === undefined) lists.set(key, [value]);
  else known.push(value);
}
