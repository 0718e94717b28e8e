// The source phrase around a head noun: how far left it reaches, which noun of several is the head, and what it is called.
// Shared by the phrases left and right of a cue. Leaves alone: where the words for it begin and end (source-phrase.ts,
// phrase-after.ts).
import type { Head } from "./phrase-heads.js";
import { everyToken, leftEdge } from "./phrase-heads.js";
import type { SentenceView } from "./sentence-view.js";
import { isIn } from "./sentence-view.js";
import type { SourcePhrase } from "./source-name.js";
import { isPersonWord, named } from "./source-name.js";

export function fromHead(
  view: SentenceView,
  first: Head,
  heads: readonly Head[],
  lowest: number,
  end: number,
  initial: boolean,
): SourcePhrase {
  let head = first;
  let from = leftEdge(view, head.from, lowest);
  // "Ilan Desh the group's head": the name before the description.
  const before = view.mentionOf[from - 1];
  if (
    !initial &&
    head.mention === null &&
    before !== undefined &&
    before !== -1 &&
    from - 1 >= lowest &&
    isIn(view, from, "articles") &&
    isPersonWord(view, head.to - 1)
  ) {
    const range = view.mentions[before]!;
    head = { from: range.from, to: range.to, mention: range.mention };
    from = leftEdge(view, head.from, lowest);
  }
  // "a source in the northern province": the head noun stands before a preposition.
  for (let guard = 0; guard < 3 && !initial; guard++) {
    const outer = heads.findLast(
      (h) => h.to < from && everyToken(h.to, from, (k) => isIn(view, k, "prepositions", "determiners")),
    );
    if (outer === undefined || !isIn(view, outer.to, "prepositions")) break;
    head = outer;
    from = leftEdge(view, head.from, lowest);
  }
  if (initial) from = lowest;
  else if (head.mention !== null && isIn(view, from - 1, "prepositions")) from = head.from;
  return named(view, from, end, head.from, initial, true);
}

/** "The blast in the market": the noun before any preposition or relative clause is none that speaks. */
export function isThing(view: SentenceView, from: number, to: number): boolean {
  let at = from;
  while (at < to && !isIn(view, at, "prepositions", "relatives", "relative_owners")) at++;
  return isIn(view, at - 1, "things");
}
