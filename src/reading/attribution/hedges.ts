// Words that leave open or doubt what is told ("reportedly", "suspected", "it was not clear whether"), as attributions with
// the stance that they give: without a source, or from unspecified reports. Who else says it is read from what they stand in.
// Knowledge: knowledge/attribution/ (hedges). Leaves alone: cues with a named source.
import type { Span } from "../../base/span.js";
import type { Attribution } from "../../model/attribution.js";
import type { HedgeRuleData } from "../../knowledge/attribution.js";
import type { SentenceView } from "./sentence-view.js";
import { isIn, isSign, isTerminal, isVerb, isWord, phraseAt } from "./sentence-view.js";

/** `told`: what somebody said last, in this sentence or the one before: "the claim could not be verified" doubts that. */
export function hedgesIn(view: SentenceView, told: readonly Span[]): Attribution[] {
  const found: Attribution[] = [];
  for (let at = 0; at < view.tokens.length; at++) {
    const match = phraseAt(view, at, view.knowledge.hedges);
    if (match === null) continue;
    const rule = match.value;
    // "No casualties have been reported" says that there are none known.
    if (rule.scope === "clause" && isIn(view, clauseStart(view, at), "nobodies")) continue;
    if (rule.scope === "after" && isIn(view, at - (isAdverbial(view, at - 1) ? 2 : 1), "nobodies")) continue;
    const range = scopeOf(view, at, match.to, rule);
    const cue = { start: view.tokens[at]!.start, end: view.tokens[match.to - 1]!.end };
    const content =
      rule.scope === "told"
        ? toldBefore(view, at, told)
        : range.map(([from, to]) => trimmed(view, from, to)).filter((span) => span !== null);
    if (content.length > 0)
      found.push({
        source: [],
        cue: [cue],
        content,
        sources: rule.source === null ? [] : [{ name: rule.source, kind: rule.kind }],
        stance: rule.stance,
        direct: false,
        continued: false,
        derivation: [{ stage: "stance", rule: `attribution/${rule.id}`, span: cue, note: rule.scope }],
      });
    at = match.to - 1;
  }
  return found;
}

/** What was told, up to the clause of this sentence that doubts it: "they held the port | , but there was no confirmation". */
function toldBefore(view: SentenceView, at: number, told: readonly Span[]): Span[] {
  let end = at;
  while (end > 0 && !isSign(view, end, ",;:—–") && !isIn(view, end, "breaks")) end--;
  while (end > 0 && (isBreak(view, end - 1) || !isWord(view, end - 1))) end--;
  const { start } = view.tokens[at]!;
  const last = end > 0 ? view.tokens[end - 1]!.end : 0;
  return told
    .map((span) => (span.start < start && start < span.end ? { start: span.start, end: last } : span))
    .filter((span) => span.end > span.start);
}

/** "no immediate reports of": one word between. */
function isAdverbial(view: SentenceView, at: number): boolean {
  return at > 0 && isWord(view, at) && !isIn(view, at, "nobodies") && isIn(view, at - 1, "nobodies");
}

function scopeOf(view: SentenceView, from: number, to: number, rule: HedgeRuleData): [number, number][] {
  switch (rule.scope) {
    case "after":
      return [[to, clauseEnd(view, to + 1)]];
    case "predicate":
      return [[to, predicateEnd(view, to)]];
    case "phrase":
      return [[to, phraseEnd(view, to)]];
    case "clause":
      return [
        [clauseStart(view, from), from],
        [to, clauseEnd(view, to)],
      ];
    case "noun":
      return [[to, nounEnd(view, to)]];
    case "before":
      return [[subjectStart(view, from), from]];
    case "told":
      return [];
  }
}

function clauseStart(view: SentenceView, from: number): number {
  let at = from;
  while (at > 0) {
    const k = at - 1;
    if (isSign(view, k, ";:—–") || isIn(view, k, "complementizers", "relatives") || isBreak(view, k)) break;
    at = k;
  }
  return at;
}

/** Where the subject before a predicate begins: after a word that reports, and after "and" that joins a clause of its own. */
function subjectStart(view: SentenceView, from: number): number {
  const start = clauseStart(view, from);
  for (let at = from; at > start; at--) {
    const k = at - 1;
    if (reports(view, k) || joinsClause(view, k, Math.max(start, k - REACH), k)) return at;
  }
  return start;
}

function reports(view: SentenceView, at: number): boolean {
  const cue = view.mentionOf[at] === -1 ? phraseAt(view, at, view.knowledge.cues) : null;
  if (cue === null || cue.to !== at + 1 || cue.value.form !== "verb") return false;
  return !isIn(view, at - 1, "determiners", "copulas", "prepositions");
}

/** "no injuries were seen and | the damage …": a word that joins, with a verb before it and a noun phrase of its own behind. */
function joinsClause(view: SentenceView, at: number, from: number, to: number): boolean {
  if (!isIn(view, at, "coordinators") || !isIn(view, at + 1, "determiners", "pronouns")) return false;
  if (isSign(view, at - 1, ",")) return true;
  for (let k = from; k < to; k++) if (isVerb(view, k)) return true;
  return false;
}

const REACH = 30;

/** "photos of | two burned lorries": up to the next verb, comma or word that joins clauses. */
function nounEnd(view: SentenceView, from: number): number {
  let at = from;
  while (at < view.tokens.length && at < from + REACH) {
    if ((at > from && isVerb(view, at)) || isSign(view, at, ",;:()—–") || isTerminal(view, at)) break;
    if (isIn(view, at, "relatives", "complementizers") || isBreak(view, at)) break;
    at++;
  }
  return at;
}

function clauseEnd(view: SentenceView, from: number): number {
  let at = from;
  while (at < view.tokens.length) {
    if (joinsClause(view, at, from, at) && verbSoon(view, at + 2)) break;
    if (isSign(view, at, ";:—–") || isBreak(view, at)) break;
    if (isTerminal(view, at) && at === view.tokens.length - 1) break;
    at++;
  }
  return at;
}

function verbSoon(view: SentenceView, from: number): boolean {
  for (let at = from; at < from + 8 && at < view.tokens.length; at++) {
    if (isVerb(view, at)) return true;
    if (isSign(view, at, ",;")) return false;
  }
  return false;
}

/** "and" joins as often within a clause as between two; only words that open a clause of their own break it. */
function isBreak(view: SentenceView, at: number): boolean {
  return isIn(view, at, "breaks") && !isIn(view, at, "coordinators");
}

/** "believed to have been carried out by jets | struck the town": up to the next verb after the hedged one. */
function predicateEnd(view: SentenceView, from: number): number {
  const limit = clauseEnd(view, from);
  let at = from;
  while (at < limit && isVerb(view, at)) at++;
  let noun = false;
  while (at < limit && !(noun && isVerb(view, at))) {
    noun ||= isWord(view, at) && !isIn(view, at, "prepositions", "determiners", "agents");
    at++;
  }
  return at;
}

function phraseEnd(view: SentenceView, from: number): number {
  let at = from;
  while (at < view.tokens.length && at < from + 8) {
    if (
      at > from &&
      (isVerb(view, at) || isIn(view, at, "prepositions", "connectors", "relatives", "complementizers"))
    )
      break;
    if (!isWord(view, at) && !isSign(view, at, "-'’")) break;
    at++;
  }
  return at;
}

function trimmed(view: SentenceView, from: number, to: number): { start: number; end: number } | null {
  let start = from;
  let end = to;
  while (start < end && !isWord(view, start)) start++;
  while (end > start && !isWord(view, end - 1)) end--;
  return end > start ? { start: view.tokens[start]!.start, end: view.tokens[end - 1]!.end } : null;
}
