// Where the words of one sentence tell of more than one happening: after words of sequence ("after the assassination"), at words that
// part two ("in a separate attack"), and around a clause with a day of its own. In: an annotated sentence. Out: token ranges and
// cuts. Knowledge: knowledge/events/context. Leaves alone: what each stretch tells.
import type { EventKnowledge } from "../../knowledge/events.js";

import type { Annotated } from "./annotate.js";
import { datelineEnd } from "./dateline.js";
import type { Trigger } from "./mention.js";
import type { TokenRange } from "./noun-phrase.js";

/** "after the assassination": the phrase of a definite happening after a word of sequence is a stretch of its own. */
export function sequels(annotated: Annotated, knowledge: EventKnowledge): TokenRange[] {
  const lower = (i: number) => annotated.tokens[i]?.lower;
  return annotated.nouns.flatMap((noun) => {
    if (!isDefinite(annotated, noun.from, knowledge) && !isOwned(annotated, noun.from)) return [];
    const range = subtree(annotated, noun.to - 1);
    for (let i = range.from; i >= Math.max(0, range.from - 2) && i < noun.from; i--)
      if (knowledge.context.sequel.longestAt(lower, i) !== null) return [{ from: i, to: range.to }];
    if (knowledge.context.sequel.longestAt(lower, range.from) !== null) return [range];
    return [];
  });
}

/** Words before "after" at the start of a sentence: "Just three days after". */
const OPENING = 4;

export interface Opening {
  readonly end: number;
  readonly later: boolean;
}

/**
 * "Three days after the strike, women swept the square": where what the rest of the sentence came after ends, and whether it
 * says how long after; null where it opens otherwise.
 */
export function openingOf(annotated: Annotated, knowledge: EventKnowledge): Opening | null {
  const { tokens } = annotated;
  const lower = (i: number) => tokens[i]?.lower;
  const start = datelineEnd(annotated);
  for (let i = start; i <= start + OPENING; i++) {
    if (knowledge.context.looking_back.longestAt(lower, i) !== null) {
      const comma = tokens.findIndex(({ text }, at) => at > i && text === ",");
      if (comma < 0) return i > start ? unmarkedOpening(annotated, i) : null;
      const rest = tokens.slice(comma + 1);
      const main = ["DET", "NOUN", "PROPN", "PRON", "NUM", "ADJ"].includes(rest[0]?.tag ?? "");
      return comma > 0 && main && rest.some(({ tag }) => tag === "VERB" || tag === "AUX")
        ? { end: comma, later: i > start }
        : null;
    }
    if (!["NUM", "DET", "ADV", "NOUN", "ADJ"].includes(tokens[i]?.tag ?? "")) return null;
  }
  return null;
}

/**
 * "Days after a strike a woman was killed": the comma is lost. The subject of the main clause begins where a noun, and no
 * preposition, stands before it.
 */
function unmarkedOpening({ tokens }: Annotated, at: number): Opening | null {
  const root = tokens.findIndex(({ head }) => head < 0);
  const subject = tokens.findIndex(
    ({ relation, head }, i) => i > at + 1 && head === root && relation.startsWith("nsubj"),
  );
  if (subject < 0 || subject > root) return null;
  let from = subject;
  while (from > at + 1 && SUBJECT.has(tokens[from - 1]!.tag) && !OPENS_SUBJECT.has(tokens[from]!.tag)) from--;
  if (tokens[from - 1]?.tag === "DET") from--;
  if (from === subject || !OPENS_SUBJECT.has(tokens[from]!.tag)) return null;
  return ["NOUN", "PROPN"].includes(tokens[from - 1]!.tag) ? { end: from, later: true } : null;
}

const SUBJECT: ReadonlySet<string> = new Set(["DET", "NUM", "ADJ", "NOUN", "PROPN"]);
const OPENS_SUBJECT: ReadonlySet<string> = new Set(["DET", "NUM"]);

/** Where words stand that set the happening of a stretch beside something that is none; its end where none do. */
export function setBeside(
  annotated: Annotated,
  from: number,
  to: number,
  triggers: readonly TokenRange[],
  knowledge: EventKnowledge,
): number {
  for (let i = from + 1; i < to; i++)
    if (
      opensOtherSide(annotated, i, knowledge) &&
      triggers.some((t) => t.from >= from && t.to <= i) &&
      !triggers.some((t) => t.from >= i && t.from < to)
    )
      return i;
  return to;
}

/** "approved the law after a strike hit the town", "runs high following the killing": told as what something else came after. */
export function isSetAfter(
  annotated: Annotated,
  triggers: readonly TokenRange[],
  from: number,
  knowledge: EventKnowledge,
): boolean {
  const lower = (i: number) => annotated.tokens[i]?.lower;
  const first = Math.min(...triggers.map((trigger) => trigger.from));
  for (let i = from; i < first; i++)
    if (
      knowledge.context.looking_back.longestAt(lower, i) !== null &&
      annotated.tokens.slice(0, i).some((token) => token.tag === "VERB")
    )
      return true;
  return false;
}

export function isDefinite(annotated: Annotated, at: number, knowledge: EventKnowledge): boolean {
  // "The Coast Guards claimed it": the article of a name.
  if (annotated.actors.some((a) => a.value.id !== null && a.from <= at && at < a.to)) return false;
  // "Saturday's attack"
  const owner = isOwned(annotated, at) ? at - 1 : at;
  const possessive = owner < at || (annotated.tokens[at - 1]?.fine.endsWith("$") ?? false);
  if (possessive && annotated.times.some(({ to }) => to === owner || to === at)) return true;
  for (let i = at - 1; i >= Math.max(0, at - 4); i--) {
    if (knowledge.definite.has(annotated.tokens[i]!.lower)) return true;
    if (!["ADJ", "NOUN", "PROPN", "NUM"].includes(annotated.tokens[i]!.tag)) return false;
  }
  return false;
}

/** "Cairo's raid" */
function isOwned(annotated: Annotated, at: number): boolean {
  return annotated.tokens[at - 1]?.fine === "POS";
}

export function separators(annotated: Annotated, knowledge: EventKnowledge): number[] {
  const lower = (i: number) => annotated.tokens[i]?.lower;
  const cuts: number[] = [];
  for (let i = 1; i < annotated.tokens.length; i++) {
    const cue =
      knowledge.context.separating.longestAt(lower, i) ?? knowledge.context.other_side.longestAt(lower, i);
    if (cue === null) continue;
    cuts.push(i);
    i += cue.words.length - 1;
  }
  return cuts;
}

/** "a day after", "in response to": what follows is another happening than the one before it in the sentence. */
export function opensOtherSide(annotated: Annotated, at: number, knowledge: EventKnowledge): boolean {
  return at > 0 && knowledge.context.other_side.longestAt((i) => annotated.tokens[i]?.lower, at) !== null;
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

/** "…, after rebels had shot down a jet", "where militants seized a post": a clause that tells a deed of its own beside another. */
export function ownClauses(
  annotated: Annotated,
  triggers: readonly Trigger[],
  knowledge: EventKnowledge,
): TokenRange[] {
  const { tokens } = annotated;
  return tokens.flatMap(({ lower }, from) => {
    if (from === 0 || !knowledge.subordinating.has(lower)) return [];
    const verb = triggers.find((t) => t.verbal && t.from > from);
    if (verb === undefined || !opensWith(annotated, from, verb)) return [];
    const to = clauseEnd(annotated, verb.to);
    const outside = triggers.filter((t) => (t.to <= from || t.from >= to) && tellsDeed(t));
    return outside.length === 0 ? [] : [{ from, to }];
  });
}

const PAST: ReadonlySet<string> = new Set(["VBD", "VBN"]);
/** Words from "after" to the verb: "after a downed government pilot was executed". */
const CLAUSE_HEAD = 9;

/** "since rebels seized …": the clause that the word opens tells it. */
export function opensWith(annotated: Annotated, from: number, trigger: Trigger): boolean {
  const verb = trigger.from;
  return (
    trigger.verbal &&
    verb > from &&
    verb - from <= CLAUSE_HEAD &&
    PAST.has(annotated.tokens[verb]!.fine) &&
    followsSubject(annotated, from, verb)
  );
}

/** Nouns, then helping words, then the verb; a pronoun speaks of who is told of already. */
function followsSubject(annotated: Annotated, from: number, verb: number): boolean {
  let at = verb - 1;
  while (at > from && ["AUX", "ADV", "PART"].includes(annotated.tokens[at]!.tag)) at--;
  const between = annotated.tokens.slice(from + 1, at + 1);
  const last = between.at(-1);
  return (
    last !== undefined &&
    ["NOUN", "PROPN"].includes(last.tag) &&
    // "a downed pilot": after an article it is no verb
    !between.some(
      (token, k) => token.tag === "PUNCT" || (token.fine === "VBD" && between[k - 1]?.tag !== "DET"),
    )
  );
}

/** Up to the next comma, or who said it. */
function clauseEnd(annotated: Annotated, from: number): number {
  for (let i = from; i < annotated.tokens.length; i++)
    if (/^[,;:"“”]$/u.test(annotated.tokens[i]!.text) || annotated.speech.some((s) => s.from === i)) return i;
  return annotated.tokens.length;
}

/** People who died tell of what killed them: told by a noun, a weapon, or a verb for an attack. */
function tellsDeed({ happening, weapon }: Trigger): boolean {
  return happening === null
    ? weapon?.as === "strike"
    : happening.id !== "killing" || happening.object !== "none";
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
