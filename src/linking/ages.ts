// Ages of people that a report tells: "a 17-year-old", "Tomas Verin, 41, said". In: a text, and the words that stand around an age
// (knowledge/comparison/values.yaml). Out: distinct ages, sorted. A number between two commas behind a word is one in any
// language. Leaves alone: whose age it is.
import { wordsOf } from "./words.js";

/** Phrases with # for the number. */
export type AgeWords = readonly { readonly phrases: readonly string[] }[];

const OLDEST = 110;
const NUMBER = /^\d{1,3}$/u;
const APPOSED = /\p{L}, (\d{1,3}),/gu;

export function agesIn(text: string, ageWords: AgeWords): number[] {
  const found = new Set<number>();
  const put = (age: number): void => {
    if (age > 0 && age <= OLDEST) found.add(age);
  };
  for (const match of text.matchAll(APPOSED)) put(Number(match[1]));
  const words = wordsOf(text);
  const phrases = ageWords.flatMap(({ phrases: own }) => own.map((phrase) => phrase.split(" ")));
  words.forEach((word, at) => {
    if (!NUMBER.test(word)) return;
    for (const phrase of phrases) {
      const from = at - phrase.indexOf("#");
      if (phrase.every((part, i) => part === "#" || words[from + i] === part)) {
        put(Number(word));
        return;
      }
    }
  });
  return [...found].sort((a, b) => a - b);
}
