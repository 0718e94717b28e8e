// The words of a sentence as the time grammar reads them: hyphens stand apart, and so do figures and letters written
// together ("9am", "30th", "1980s", "mid-July"), so that patterns see one shape. Offsets still index the text.
import type { Sentence, Token } from "../../model/sentence.js";

export interface TimeWord {
  readonly lower: string;
  readonly start: number;
  readonly end: number;
  readonly capital: boolean;
}

const SPLIT = /[-–—]|\d+(?:[.,:]\d+)*|[^-–—\d]+/gu;
const APART = /[-–—]|^\d.*[^\d.,:]/u;

export function timeWords(sentence: Sentence): TimeWord[] {
  const words: TimeWord[] = [];
  for (const token of sentence.tokens) {
    if (token.text.length > 1 && token.text.length < 60 && APART.test(token.text)) splitToken(token, words);
    else words.push(wordOf(token.text, token.lower, token.start));
  }
  return words;
}

function splitToken(token: Token, words: TimeWord[]): void {
  for (const piece of token.text.matchAll(SPLIT)) {
    const text = piece[0];
    words.push(wordOf(text, text.toLowerCase().replaceAll("’", "'"), token.start + piece.index));
  }
}

function wordOf(text: string, lower: string, start: number): TimeWord {
  const first = text.charCodeAt(0);
  return {
    lower: lower === "–" || lower === "—" ? "-" : lower,
    start,
    end: start + text.length,
    capital: first < 128 ? first >= 65 && first <= 90 : /^\p{Lu}/u.test(text),
  };
}
