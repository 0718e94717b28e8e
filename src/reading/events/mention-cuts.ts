// Where the words of one sentence tell of more than one happening: after words of sequence ("after the assassination"), at words that
// part two ("in a separate attack"), and around a clause with a day of its own. In: an annotated sentence. Out: token ranges and
// cuts. Knowledge: knowledge/events/context. Leaves alone: what each stretch tells.
import type { EventKnowledge } from "../../knowledge/events.js";

import type { Annotated } from "./annotate.js";
import type { TokenRange } from "./noun-phrase.js";

/** "after the assassination": the phrase of a definite happening after a word of sequence is a stretch of its own. */
export function sequels(annotated: Annotated, knowledge: EventKnowledge): TokenRange[] {
  const lower = (i: number) => annotated.tokens[i]?.lower;
  return annotated.nouns.flatMap((noun) => {
    if (!isDefinite(annotated, noun.from, knowledge)) return [];
    const range = subtree(annotated, noun.to - 1);
    for (let i = range.from; i >= Math.max(0, range.from - 2) && i < noun.from; i--)
      if (knowledge.context.sequel.longestAt(lower, i) !== null) return [{ from: i, to: range.to }];
    if (knowledge.context.sequel.longestAt(lower, range.from) !== null) return [range];
    return [];
  });
}

export function isDefinite(annotated: Annotated, at: number, knowledge: EventKnowledge): boolean {
  // "The Coast Guards claimed it": the article of a name.
  if (annotated.actors.some((a) => a.value.id !== null && a.from <= at && at < a.to)) return false;
  for (let i = at - 1; i >= Math.max(0, at - 4); i--) {
    if (knowledge.definite.has(annotated.tokens[i]!.lower)) return true;
    if (!["ADJ", "NOUN", "PROPN", "NUM"].includes(annotated.tokens[i]!.tag)) return false;
  }
  return false;
}

export function separators(annotated: Annotated, knowledge: EventKnowledge): number[] {
  const lower = (i: number) => annotated.tokens[i]?.lower;
  const cuts: number[] = [];
  for (let i = 1; i < annotated.tokens.length; i++) {
    const cue = knowledge.context.separating.longestAt(lower, i);
    if (cue === null) continue;
    cuts.push(i);
    i += cue.words.length - 1;
  }
  return cuts;
}

/** Where a clause with a day of its own begins and ends inside a clause with another: two happenings. */
export function datedClauses(annotated: Annotated): number[] {
  const days = annotated.times.filter(
    (t) => t.value.locatesEvents && t.value.date !== null && t.value.date.length >= 10,
  );
  if (days.length < 2) return [];
  const clauses = days.map((day) => ({ date: day.value.date, verb: verbAbove(annotated, day.to - 1) }));
  const cuts: number[] = [];
  for (const inner of clauses)
    for (const outer of clauses) {
      if (
        inner.date === outer.date ||
        inner.verb === null ||
        outer.verb === null ||
        inner.verb === outer.verb
      )
        continue;
      const range = subtree(annotated, inner.verb);
      if (outer.verb < range.from || outer.verb >= range.to) cuts.push(range.from, range.to);
    }
  return cuts.filter((at) => at > 0 && at < annotated.tokens.length);
}

function verbAbove(annotated: Annotated, at: number): number | null {
  let i = at;
  for (let steps = 0; steps < 8 && i >= 0; steps++) {
    if (annotated.tokens[i]!.tag === "VERB") return i;
    i = annotated.tokens[i]!.head;
  }
  return null;
}

function subtree(annotated: Annotated, at: number): TokenRange {
  let [from, to] = [at, at + 1];
  for (const d of annotated.parsed.dependents[at]!) {
    const inner = subtree(annotated, d);
    from = Math.min(from, inner.from);
    to = Math.max(to, inner.to);
  }
  return { from, to };
}
