// Tokens of a text: words with inner hyphens and apostrophes, numbers with their points and commas, acronyms with their
// full stops (U.S.), and every other sign by itself. A possessive 's is a token of its own. White space is no token.
// Linear: one sticky expression whose alternatives begin with different characters.
import type { Token } from "../../model/sentence.js";

const TOKEN =
  /(?:\p{Lu}\.){2,}|\d+(?:[.,:]\d+)*(?:\p{L}+)?(?:-\p{L}[\p{L}\p{M}\p{N}]*)*|['’]s(?![\p{L}\p{N}])|[\p{L}\p{M}]+[\p{L}\p{M}\p{N}]*(?:['’](?!s(?![\p{L}\p{N}]))[\p{L}\p{M}]+|-[\p{L}\p{M}\p{N}]+|['’]s(?=-))*|\S/gu;

/** `tokenize("Iraq's U.S.-run base", 0).map(t => t.text)` gives Iraq, 's, U.S., -, run, base. */
export function tokenize(text: string, offset: number): Token[] {
  const tokens: Token[] = [];
  for (const match of text.matchAll(TOKEN)) {
    const start = offset + match.index;
    tokens.push({
      start,
      end: start + match[0].length,
      text: match[0],
      lower: match[0].toLowerCase().replaceAll("’", "'"),
    });
  }
  return tokens;
}
