// Noun phrases over the tree: from a head token to the words that name it, without what only describes it further.
// "terrorist organizations located in the east" gives "terrorist organizations"; "the town of X" keeps its "of X".
import type { ParsedSentence } from "../../model/syntax.js";

export interface TokenRange {
  readonly from: number;
  readonly to: number;
}

const INNER = new Set([
  "compound",
  "amod",
  "nummod",
  "nmod:poss",
  "flat",
  "nmod:desc",
  "det",
  "advmod",
  "punct",
  "goeswith",
  "case",
]);

/** The base noun phrase of this head: contiguous left modifiers, flat names to the right, and one "of" phrase. */
export function nounPhrase(
  parsed: ParsedSentence,
  head: number,
  withOf: boolean,
  of: ReadonlySet<string>,
): TokenRange {
  const { tokens, dependents } = parsed;
  let from = head;
  let to = head + 1;
  const left = dependents[head]!.filter((d) => d < head && INNER.has(tokens[d]!.relation)).sort(
    (a, b) => b - a,
  );
  for (const d of left) {
    if (tokens[d]!.relation === "case") continue;
    const start = firstOf(parsed, d);
    if (start < from && allInside(parsed, start, from, head)) from = start;
  }
  for (const d of dependents[head]!) {
    if (d < head) continue;
    const { relation } = tokens[d]!;
    if (relation === "flat" || relation === "goeswith" || (relation === "compound" && d === to))
      to = Math.max(to, d + 1);
    else if (
      withOf &&
      relation === "nmod" &&
      d - to <= 6 &&
      dependents[d]!.some((c) => tokens[c]!.relation === "case" && of.has(tokens[c]!.lower))
    ) {
      to = Math.max(to, nounPhrase(parsed, d, false, of).to);
    }
  }
  return trimLeft(parsed, { from, to });
}

function firstOf(parsed: ParsedSentence, i: number): number {
  let first = i;
  for (const d of parsed.dependents[i]!) if (d < i) first = Math.min(first, firstOf(parsed, d));
  return first;
}

/** No verb, clause mark or comma between: the modifiers are one run. */
function allInside(parsed: ParsedSentence, from: number, to: number, head: number): boolean {
  for (let i = from; i < to; i++) {
    const token = parsed.tokens[i]!;
    if (token.tag === "PUNCT" && !/^["'“”‘’()[\]-]$/u.test(token.text)) return false;
    if (token.tag === "VERB" && token.fine !== "VBN" && token.fine !== "VBG") return false;
    if (i > head) return false;
  }
  return true;
}

/** Without leading articles, prepositions, marks. */
function trimLeft(parsed: ParsedSentence, range: TokenRange): TokenRange {
  let { from } = range;
  while (
    from < range.to - 1 &&
    ["DET", "ADP", "PUNCT", "SCONJ", "CCONJ", "PRON", "ADV", "PART"].includes(parsed.tokens[from]!.tag)
  )
    from++;
  return { from, to: range.to };
}

/** The preposition before this noun, in lower case; null where none. */
export function caseOf(parsed: ParsedSentence, noun: number): string | null {
  const mark = parsed.dependents[noun]!.find((d) => d < noun && parsed.tokens[d]!.relation === "case");
  return mark === undefined ? null : parsed.tokens[mark]!.lower;
}

/** The head and everything joined to it by "and". */
export function conjuncts(parsed: ParsedSentence, head: number): number[] {
  return [
    head,
    ...parsed.dependents[head]!.filter(
      (d) => parsed.tokens[d]!.relation === "conj" && parsed.tokens[d]!.tag !== "VERB",
    ),
  ];
}
