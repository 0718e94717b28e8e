// The words of a report, and its names: words and pairs of neighbouring words that it writes with capitals only. In: a
// document's text. Out: distinct terms, names marked by NAME so that "Barbee" and "barbee" are two terms. What is all
// capitals, or in a script without them, has no names. Leaves alone: who is meant, and how rare a term is (statistics.ts).
import { wordsOf } from "./words.js";

/** Before a term that is a name; no word begins so. */
export const NAME = "^";

/** A name of two parts: of persons mostly, of streets and schools. */
export function isFullName(term: string): boolean {
  return term.startsWith(NAME) && term.includes(" ");
}

const PLAIN = /^[\x20-\x7e]*$/u;
const TOKEN = /[\p{L}\p{N}\p{M}]+/gu;
/** Between two parts of one name: "Abu-Omar", "Kevin Barbee", "O’Neil". */
const INSIDE_NAME = /^[ \u00a0\-’'.]{1,2}$/u;
const SENTENCE_END = /[.!?:;"“”\n]/u;
/** From this share of capitals on they say nothing. */
const SHOUTED = 0.5;

export interface ReportWords {
  /** As they stand in the text, again and again. */
  readonly all: readonly string[];
  readonly words: readonly string[];
  readonly names: readonly string[];
}

export function reportWords(text: string, title: string | null): ReportWords {
  const all = wordsOf(text);
  return {
    all,
    words: [...new Set(all)],
    names: namesOf(text, title !== null && text.startsWith(title) ? title.length : 0),
  };
}

/** Names of a stretch of text; what stands before `from` (a title, where every word may have a capital) gives none. */
export function namesOf(text: string, from = 0): string[] {
  const found = new Set<string>();
  const lower = new Set<string>();
  let [tokens, capitals] = [0, 0];
  let last: { text: string; end: number } | null = null;
  for (const match of text.matchAll(TOKEN)) {
    const token = match[0];
    const folded = token.toLowerCase();
    tokens++;
    const end = match.index + token.length;
    if (token[0] === folded[0]) {
      if (token === folded) lower.add(fold(folded));
      last = null;
      continue;
    }
    capitals++;
    if (match.index < from) continue;
    const before = last === null ? "" : text.slice(last.end, match.index);
    const opens =
      SENTENCE_END.test(text.slice(Math.max(0, match.index - 2), match.index)) || match.index === 0;
    if (token.length > 1) {
      if (!opens) found.add(fold(folded));
      if (last !== null && INSIDE_NAME.test(before) && (!opens || before.includes(".")))
        found.add(`${fold(last.text)} ${fold(folded)}`);
      last = { text: folded, end };
    } else last = null;
  }
  if (capitals > tokens * SHOUTED) return [];
  return [...found].filter((name) => !lower.has(name)).map((name) => NAME + name);
}

function fold(word: string): string {
  return PLAIN.test(word) ? word : word.normalize("NFKD").replace(/\p{M}/gu, "");
}
