// Ages of people that a report tells: "a 17-year-old", "Tomas Verin, 41, said". In: a text, and the words that stand around an age
// (knowledge/comparison/values.yaml). Out: distinct ages, sorted. A number between two commas behind a word is one in any
// language. Leaves alone: whose age it is.
import { wordsOf } from "./words.js";

/** Phrases with # for the number. */
export type AgeWords = readonly { readonly phrases: readonly string[] }[];

const OLDEST = 110;
const NUMBER = /^\d{1,3}$/u;
const APPOSED = /\p{L}, (\d{1,3}),/gu;

/** What finds them in a text; its words as `wordsOf` gives them, where they are at hand. */
export function ageFinder(ageWords: AgeWords): (text: string, words?: readonly string[]) => number[] {
  const phrases = ageWords.flatMap(({ phrases: own }) => own.map((phrase) => phrase.split(" ")));
  const saysAge = (words: readonly string[], at: number): boolean =>
    phrases.some((phrase) => {
      const from = at - phrase.indexOf("#");
      return phrase.every((part, i) => part === "#" || words[from + i] === part);
    });
  return (text, words = wordsOf(text)) => {
    const found = new Set<number>();
    for (const match of text.matchAll(APPOSED)) found.add(Number(match[1]));
    words.forEach((word, at) => {
      if (NUMBER.test(word) && saysAge(words, at)) found.add(Number(word));
    });
    return [...found].filter((age) => age > 0 && age <= OLDEST).sort((a, b) => a - b);
  };
}
