// How far what is said reaches, before and after a cue: a whole quotation, or the clause up to the next cue of another
// speaker, without the words that only join. Knowledge: knowledge/attribution/ (words). Leaves alone: who says it.
import type { Span } from "../../base/span.js";
import type { Quotation } from "../../model/quotation.js";
import type { QuotationIndex } from "./quotation-index.js";
import type { SentenceView } from "./sentence-view.js";
import { isAdverb, isIn, isQuoteMark, isSign, isVerb, isWord } from "./sentence-view.js";
import type { Draft, Plan } from "./plan.js";

export function measured(
  view: SentenceView,
  plan: Plan,
  previous: Plan | null,
  plans: readonly Plan[],
  index: number,
  quotations: QuotationIndex,
): Draft {
  const content: Span[] = [];
  let direct = false;
  if (plan.shape === "before" || plan.shape === "both" || plan.shape === "whole") {
    const quotation = quotationEndingBefore(view, plan.from, quotations);
    if (quotation !== null) {
      content.push({ start: quotation.start, end: quotation.end });
      direct = true;
    } else {
      const span = trimmed(view, beforeFrom(view, plan, previous), answeredTo(view, plan.from));
      if (span !== null) content.push(span);
    }
  }
  if (plan.shape !== "before") {
    const from = plan.shape === "whole" ? plan.hit.to : plan.to;
    const to = afterTo(view, plan, plans, index, from);
    const start = view.tokens[from]?.start ?? view.sentence.end;
    const quotation = quotations.beginning(start, start + 2);
    if (quotation !== null && isQuoteMark(view, from)) {
      const beyond = quotation.end >= (view.tokens[to - 1]?.end ?? 0) - 2;
      if (beyond) content.push({ start: quotation.start, end: quotation.end });
      else {
        const span = trimmed(view, from, to);
        if (span !== null) content.push(span);
      }
      direct = beyond && (content.length === 1 || direct);
    } else {
      const span = trimmed(view, from, to);
      if (span !== null) content.push(extended(view, span, quotations));
      direct = false;
    }
  }
  if (content.length === 0 && plan.shape === "after" && view.tokens.at(-1)?.text === ":") {
    const quotation = quotations.beginning(view.sentence.end, view.sentence.end + 6);
    if (quotation !== null) {
      content.push({ start: quotation.start, end: quotation.end });
      direct = true;
    }
  }
  // "claimed responsibility in a message": the occasion is all that is told.
  if (content.length === 0 && plan.hit.cue.frame === "accuse") {
    const span = trimmed(view, plan.hit.to, view.tokens.length);
    if (span !== null) content.push(span);
  }
  return { ...plan, content, direct };
}

/** A quotation that begins within what is said and runs on over the sentence's end belongs to it whole. */
function extended(view: SentenceView, span: Span, quotations: QuotationIndex): Span {
  const last = quotations.beginning(span.start, span.end);
  return last !== null && last.end > view.sentence.end && last.start < view.sentence.end
    ? { start: span.start, end: last.end }
    : span;
}

function beforeFrom(view: SentenceView, plan: Plan, previous: Plan | null): number {
  if (previous === null) return 0;
  // "The junta said it held the port, which the rebels denied": what was said, not who said it.
  if (answeredTo(view, plan.from) < plan.from) return skipBreak(view, previous.to);
  const gap = hasClause(view, previous.to, plan.from) || plan.from - previous.to > 3;
  if (previous.shape === "after")
    return plan.hit.cue.frame === "preposition" ? skipBreak(view, previous.to) : 0;
  return gap ? skipBreak(view, previous.to) : 0;
}

/** "…, | which X denied", "…, | a claim X denied": where the words end that take up what was told; the same index elsewhere. */
function answeredTo(view: SentenceView, from: number): number {
  if (isIn(view, from - 1, "relatives") && isSign(view, from - 2, ",")) return from - 2;
  const noun =
    isIn(view, from - 1, "takes_up") && isIn(view, from - 2, "articles") && isSign(view, from - 3, ",");
  return noun ? from - 3 : from;
}

function skipBreak(view: SentenceView, from: number): number {
  let at = from;
  while (isSign(view, at, ",;") || isIn(view, at, "breaks")) at++;
  return at;
}

function afterTo(
  view: SentenceView,
  plan: Plan,
  plans: readonly Plan[],
  index: number,
  from: number,
): number {
  if (plan.hit.cue.brief) {
    for (let at = from; at < view.tokens.length; at++)
      if (isIn(view, at, "relatives", "breaks") && view.mentionOf[at] === -1) return at;
  }
  if (plan.phrase !== null && isIn(view, plan.phrase.from - 1, "free_relatives")) return namedTo(view, from);
  const relative =
    plan.phrase !== null && plan.shape === "after" && isAsideClause(view, plan.phrase.from - 1);
  const within = plan.phrase?.subject == null && !relative ? view.tokens.length : relativeEnd(view, from);
  if (within < view.tokens.length) return within;
  for (const next of plans.slice(index + 1)) {
    if (next.from < from) continue;
    if (next.hit.cue.form === "participle") {
      if (plan.hit.cue.frame === "accuse" && !isSign(view, next.from - 1, ",")) continue;
      return next.from;
    }
    if (next.hit.cue.frame === "preposition") {
      if (next.shape === "after") return next.from;
      continue;
    }
    if (next.shape === "before") {
      if (plan.shape === "after" && plan.circumstances.explicit) continue;
      return next.phrase !== null && next.phrase.from < next.hit.from ? next.phrase.from : next.hit.from;
    }
    let at = next.from;
    while (
      at > from &&
      (isAdverb(view, at - 1) ||
        isSign(view, at - 1, ",") ||
        isIn(view, at - 1, "times", "time_prepositions"))
    )
      at--;
    if (isIn(view, at - 1, "breaks") || isSign(view, at - 1, ";")) return at - 1;
  }
  return view.tokens.length;
}

/** "in what S called a raid, | killing nine": the end of the name that S gives. */
function namedTo(view: SentenceView, from: number): number {
  // "described | as a raid": the first word never ends it
  let at = from + 1;
  const ends = () =>
    isSign(view, at, ",;:—–") ||
    isIn(view, at, "breaks") ||
    (view.parsed.tokens[at]!.fine === "VBG" && isVerb(view, at));
  while (at < view.tokens.length && !ends()) at++;
  return Math.min(at, view.tokens.length);
}

/** "The raid, | which the army said hit a mill, killed nine": a clause between commas about what is told. */
function isAsideClause(view: SentenceView, at: number): boolean {
  return isIn(view, at, "relatives") && !isIn(view, at, "complementizers") && isSign(view, at - 1, ",");
}

/** "X, who denied it, accused Y": the comma after which the clause that the relative one stands in goes on. */
function relativeEnd(view: SentenceView, from: number): number {
  let at = from;
  while (at < view.tokens.length && !(isSign(view, at, ",") && isVerb(view, at + 1))) at++;
  return at;
}

function trimmed(view: SentenceView, from: number, to: number): Span | null {
  let start = from;
  let end = to;
  while (start < end && !isWord(view, start) && !isSign(view, start, '(“"#@$€£«‘')) start++;
  while (end > start && !isWord(view, end - 1) && !isSign(view, end - 1, ')”"%»’')) end--;
  if (end > start && start === from && isIn(view, start, "coordinators")) start++;
  return end > start ? { start: view.tokens[start]!.start, end: view.tokens[end - 1]!.end } : null;
}

export function endsBefore(view: SentenceView, at: number, quotations: QuotationIndex): boolean {
  return quotationEndingBefore(view, at, quotations) !== null;
}

function quotationEndingBefore(view: SentenceView, at: number, quotations: QuotationIndex): Span | null {
  let k = at - 1;
  while (k >= 0 && isSign(view, k, ",.")) k--;
  // "“Where are they?” | Desh said.": a sentence of its own, right behind the quotation.
  if (k < 0 && at === 0)
    return closedQuotation(quotations.ending(view.sentence.start - 3, view.sentence.start));
  if (k < 0 || !isQuoteMark(view, k)) return null;
  const mark = view.tokens[k]!;
  return closedQuotation(quotations.ending(mark.start - 1, mark.end));
}

function closedQuotation(quotation: Quotation | null): Span | null {
  return quotation !== null && !quotation.partial ? quotation : null;
}

/** Tag of verbs in the past (Penn Treebank). */
const PAST = "VBD";

export function hasVerb(view: SentenceView, from: number, to: number): boolean {
  for (let at = from; at < to; at++)
    // "a rocket | wounded six": a form that describes as often.
    if (isVerb(view, at) || (view.parsed.tokens[at]!.fine === PAST && view.mentionOf[at] === -1)) return true;
  return false;
}

export function hasClause(view: SentenceView, from: number, to: number): boolean {
  return hasVerb(view, from, to);
}
