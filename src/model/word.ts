// Tokens cut into the words that place names are made of: hyphens part them, the possessive leaves them. Each word keeps
// its span, its folded form, whether it begins with a capital, and how it is joined to the one before.
import { fold } from "../base/fold.js";
import type { Sentence } from "./sentence.js";

export interface Word {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly folded: string;
  readonly capital: boolean;
  /** "space": only white space before it; "hyphen"; "break": another sign, or the sentence begins. */
  readonly joint: "space" | "hyphen" | "break";
  /** First word of its sentence. */
  readonly first: boolean;
  /** A possessive 's follows. */
  readonly possessive: boolean;
}

export type LetterCase = "cased" | "title" | "capitals";

const CUT = new WeakMap<Sentence, readonly Word[]>();
const WORD = /^[\p{L}\p{N}]/u;
const CAPITAL = /^['’‘]?\p{Lu}/u;
const ASCII_PLAIN = /^[a-z0-9]+$/u;

/** The words of a sentence; cut once for all rooms that ask. */
export function wordsOf(sentence: Sentence): readonly Word[] {
  let words = CUT.get(sentence);
  if (words === undefined) CUT.set(sentence, (words = cutWords(sentence)));
  return words;
}

function cutWords(sentence: Sentence): Word[] {
  const words: Word[] = [];
  let joint: Word["joint"] = "break";
  for (let t = 0; t < sentence.tokens.length; t++) {
    const token = sentence.tokens[t]!;
    if (!WORD.test(token.text)) {
      const previous = sentence.tokens[t - 1];
      if (/^'\p{L}$/u.test(token.lower) && words.length > 0) {
        words[words.length - 1] = { ...words[words.length - 1]!, possessive: true };
      } else if ((token.text === "-" || token.text === "‑") && previous?.end === token.start)
        joint = "hyphen";
      // A mark of quotation around a name does not part it from what stands before.
      else if (!/["“”‘’']/u.test(token.text)) joint = "break";
      continue;
    }
    const plain = ASCII_PLAIN.test(token.lower);
    if (plain) {
      words.push(word(token.text, token.start, token.lower, joint, words.length === 0));
    } else {
      let from = 0;
      for (const piece of token.text.split(/(?<=[\p{L}\p{N}])[-‑]/u)) {
        const at = token.text.indexOf(piece, from);
        if (piece !== "")
          words.push(
            word(piece, token.start + at, fold(piece), from === 0 ? joint : "hyphen", words.length === 0),
          );
        from = at + piece.length;
      }
    }
    joint = "space";
  }
  return words;
}

function word(text: string, start: number, folded: string, joint: Word["joint"], first: boolean): Word {
  return {
    start,
    end: start + text.length,
    text,
    folded,
    capital: CAPITAL.test(text),
    joint,
    first,
    possessive: false,
  };
}

/** How far capitals tell anything in this sentence. */
export function letterCase(sentence: Sentence, words: readonly Word[]): LetterCase {
  let letters = 0;
  let lower = 0;
  let long = 0;
  let capital = 0;
  for (const { text } of words) {
    if (text.length < 4) continue;
    letters++;
    if (text !== text.toUpperCase()) lower++;
    if (/^\p{L}/u.test(text)) {
      long++;
      if (CAPITAL.test(text)) capital++;
    }
  }
  if (letters >= 3 && lower * 10 <= letters) return "capitals";
  const share = long === 0 ? 0 : capital / long;
  return long >= (sentence.role === "body" ? 7 : 4) && share >= (sentence.role === "body" ? 0.9 : 0.75)
    ? "title"
    : "cased";
}
