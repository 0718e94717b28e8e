// The words for a source as PARC and PolNeAR have them: with the description between commas, the party and state in brackets,
// all of a subject that "and" joins; a relative pronoun alone where it is the subject of the clause. In: an attribution's
// source as Hearsay reads it, and its sentence. Out: the span that the corpora would mark. Leaves alone: who that is.
import type { AttributionKnowledge, WordClass } from "../../src/knowledge/attribution.js";
import type { Span } from "../../src/base/span.js";
import type { Sentence } from "../../src/model/sentence.js";
import type { ParsedSentence } from "../../src/model/syntax.js";
import {
  isAdverb,
  isIn,
  isParticiple,
  isQuoteMark,
  isSign,
  isVerb,
  isWord,
  viewSentence,
} from "../../src/reading/attribution/sentence-view.js";
import type { SentenceView } from "../../src/reading/attribution/sentence-view.js";

const NOBODY: ReadonlySet<string> = new Set();
const REACH = 30;

export function sourceSpan(
  source: Span,
  cue: Span,
  sentence: Sentence,
  parsed: ParsedSentence,
  knowledge: AttributionKnowledge,
  introduces: boolean,
): Span {
  const view = viewSentence("", sentence, parsed, [], knowledge, NOBODY);
  let from = tokenAt(view, source.start);
  let to = tokenAt(view, source.end - 1) + 1;
  const verb = tokenAt(view, cue.start);
  if (from < 0 || to <= from || verb < 0) return source;
  if (to <= verb) {
    const pronoun = relativeBefore(view, to, verb);
    if (pronoun !== null) return spanOf(view, pronoun, pronoun + 1);
    from = subjectFrom(view, describedFrom(view, from));
    from = Math.min(from, treeFrom(view, from, to, verb));
    to = reducedTo(view, from, afterBrackets(view, to), verb);
    const own = withoutAsides(view, from, to, false);
    if (own < to) to = own;
    else if (to < verb && isSign(view, to, ",")) to++;
  } else {
    const own = withoutAsides(view, from, to, true);
    to =
      own < to
        ? own
        : descriptionTo(view, reducedTo(view, from, afterBrackets(view, nounTo(view, to)), null));
    // "According to the port, | nine died": what follows the comma is what is said.
    if (introduces) to = withoutAsides(view, from, to, true, true);
  }
  return spanOf(view, from, to);
}

/** Where the subject of the cue's verb begins in the tree, if it takes in the source: "groups such as | the port and the mill". */
function treeFrom(view: SentenceView, from: number, to: number, verb: number): number {
  const { tokens, dependents } = view.parsed;
  let at = verb;
  while (at < tokens.length - 1 && at < verb + 4 && tokens[at]!.tag !== "VERB") at++;
  const subject = dependents[at]!.find((d) => tokens[d]!.relation.startsWith("nsubj"));
  if (subject === undefined || subject >= verb) return from;
  let low = subject;
  for (let next = dependents[low]![0]; next !== undefined && next < low; next = dependents[low]![0])
    low = next;
  let high = subject;
  for (
    let next = dependents[high]!.at(-1);
    next !== undefined && next > high;
    next = dependents[high]!.at(-1)
  )
    high = next;
  if (high < to - 1 || low >= from || from - low > REACH) return from;
  while (low < from && !isWord(view, low)) low++;
  if (isIn(view, low, "connectors", "prepositions", "times", "pronouns") || isAdverb(view, low)) return from;
  for (let k = low; k < from; k++)
    if (isQuoteMark(view, k) || isSign(view, k, "-—–") || isVerb(view, k)) return from;
  return low;
}

/** "a poll | released on Friday", "results | of it told to the port": where a participle that describes the source ends; up to the cue. */
function reducedTo(view: SentenceView, from: number, to: number, verb: number | null): number {
  const { tokens, dependents } = view.parsed;
  const limit = verb ?? tokens.length;
  for (let at = Math.max(from + 1, to - 2); at <= to && at < limit; at++) {
    const { relation, head, fine } = tokens[at]!;
    if (relation !== "acl" || fine !== "VBN" || head < from || head >= at) continue;
    let end = at;
    for (let next = dependents[end]!.at(-1); next !== undefined && next > end; next = dependents[end]!.at(-1))
      end = next;
    end = Math.min(end + 1, limit);
    for (let k = at; k < end; k++)
      if (
        isSign(view, k, ",;:—–()") ||
        isQuoteMark(view, k) ||
        isStop(view, k) ||
        isIn(view, k, "connectors", "relatives")
      ) {
        end = k;
        break;
      }
    // The words of time before the cue are left to the verb by the tree.
    if (verb !== null && end > at)
      while (end < verb && isIn(view, end, "times", "time_modifiers", "time_prepositions")) end++;
    return Math.max(to, end);
  }
  return to;
}

/** Where an aside begins that tells when, where or with what in view somebody speaks: ", referring to the port"; else the end. */
function withoutAsides(view: SentenceView, from: number, to: number, behind: boolean, any = false): number {
  for (let at = from + 1; at < to - 1; at++) {
    if (!isSign(view, at, ",") || isWithinBrackets(view, from, at)) continue;
    if (any) return at;
    const next = at + 1;
    const circumstance =
      isIn(view, next, "connectors") ||
      (isIn(view, next, "prepositions", "time_prepositions") && !isIn(view, next, "genitives"));
    if (circumstance) return at;
    if (behind && isParticiple(view, next)) return at;
  }
  return to;
}

function isWithinBrackets(view: SentenceView, from: number, at: number): boolean {
  for (let k = at - 1; k >= from; k--) {
    if (isSign(view, k, ")")) return false;
    if (isSign(view, k, "(")) return true;
  }
  return false;
}

function tokenAt(view: SentenceView, offset: number): number {
  return view.tokens.findIndex((token) => token.start <= offset && offset < token.end);
}

function spanOf(view: SentenceView, from: number, to: number): Span {
  return { start: view.tokens[from]!.start, end: view.tokens[to - 1]!.end };
}

/** "…, who said": the pronoun itself. */
function relativeBefore(view: SentenceView, from: number, verb: number): number | null {
  const at = isSign(view, from, ",") ? from + 1 : from;
  if (at >= verb || !isIn(view, at, "relatives")) return null;
  for (let k = at + 1; k < verb; k++) if (!isAdverb(view, k)) return null;
  return at;
}

/** "columnist Ilan Desh", "a Radio/Press poll": the words right before that describe it; the same index where none do. */
function describedFrom(view: SentenceView, from: number): number {
  if (isIn(view, from, "pronouns", "determiners")) return from;
  let at = from;
  while (at > 0 && from - at < 8) {
    const k = at - 1;
    const joins = isWord(view, k - 1) && (isSign(view, k, "/’'") || /^['’]s$/u.test(view.tokens[k]!.text));
    if (!joins && (!isWord(view, k) || isVerb(view, k))) break;
    if (isIn(view, k, "connectors", "complementizers", "coordinators")) break;
    if (
      isIn(view, k, "prepositions", "relatives", "pronouns", "times", "time_prepositions") ||
      isAdverb(view, k)
    )
      return from;
    at--;
    if (isIn(view, at, "determiners")) break;
  }
  return at;
}

/** "Mr. Orr and his sister", "a report by the port": from where the subject begins that the words stand in. */
function subjectFrom(view: SentenceView, from: number): number {
  if (!isIn(view, from - 1, "coordinators", "prepositions") && !isSign(view, from - 1, ",")) return from;
  let at = from;
  while (at > 0 && from - at < REACH) {
    const k = at - 1;
    if (isIn(view, k, "coordinators") && at > 1 && !isSign(view, k - 1, ",")) at--;
    else if (isVerb(view, k) || isQuoteMark(view, k) || isSign(view, k, ",;:—–()")) break;
    else if (isIn(view, k, "connectors", "complementizers", "relatives", "pronouns")) break;
    else at--;
  }
  const opens: WordClass[] = ["prepositions", "connectors", "coordinators"];
  const whole = at === 0 || isQuoteMark(view, at - 1) || isIn(view, at - 1, "connectors", "complementizers");
  return whole && !isIn(view, at, ...opens) ? at : from;
}

/** "(D-Ostra)" behind a name. */
function afterBrackets(view: SentenceView, from: number): number {
  if (!isSign(view, from, "(")) return from;
  for (let at = from + 1; at < Math.min(from + 9, view.tokens.length); at++)
    if (isSign(view, at, ")")) return at + 1;
  return from;
}

/** "a Radio/Press poll", "the port’s figures": the rest of the noun. */
function nounTo(view: SentenceView, from: number): number {
  let at = from;
  while (at < view.tokens.length && at - from < 8) {
    const joins = isSign(view, at, "/’'") || /^['’]s$/u.test(view.tokens[at]!.text);
    if (!joins && (!isWord(view, at) || isVerb(view, at) || isAdverb(view, at))) break;
    if (
      isIn(
        view,
        at,
        "connectors",
        "complementizers",
        "coordinators",
        "relatives",
        "pronouns",
        "times",
        "determiners",
      )
    )
      break;
    if (isIn(view, at, "prepositions", "time_prepositions") || isParticiple(view, at)) break;
    at++;
  }
  return at;
}

/** ", 31, a baker in Ostra" behind the name of whom "said" stands before. */
function descriptionTo(view: SentenceView, from: number): number {
  let to = from;
  while (isSign(view, to, ",") && describes(view, to + 1)) {
    let at = to + 1;
    while (
      at < view.tokens.length &&
      at - from < REACH &&
      !isSign(view, at, ",;:—–!?") &&
      !isQuoteMark(view, at) &&
      !isStop(view, at)
    )
      at++;
    if (at - from >= REACH) return to;
    to = afterBrackets(view, at);
  }
  return to;
}

function isStop(view: SentenceView, at: number): boolean {
  return isSign(view, at, ".") && at + 1 >= view.tokens.length;
}

function describes(view: SentenceView, at: number): boolean {
  return (
    isWord(view, at) &&
    !isParticiple(view, at) &&
    !isIn(view, at, "connectors", "coordinators", "relatives", "pronouns", "times", "time_prepositions")
  );
}
