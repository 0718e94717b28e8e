// The stretch of words before a cue that holds no verb of its own: a clause's whole subject, or the end of what was said and
// the source behind it. Relative clauses and brackets within it are passed over. Works without commas.
// Knowledge: knowledge/attribution/ (words). Leaves alone: which of its words is the source.
import type { SentenceView } from "./sentence-view.js";
import {
  afterTime,
  isAbbreviating,
  isAdverb,
  isCapital,
  isIn,
  isQuoteMark,
  isSign,
  isVerb,
  isWord,
  phraseAt,
} from "./sentence-view.js";

const REACH = 30;

interface Stretch {
  readonly from: number;
  /** True where it is a clause's whole beginning, so that its words before the cue are the subject. */
  readonly initial: boolean;
  /** True where it begins the sentence, or follows a comma or a quotation, rather than "and" or "while". */
  readonly opensSentence: boolean;
}

export function stretch(view: SentenceView, end: number, lowest: number): Stretch {
  let at = end;
  let joined = false;
  while (at > lowest && end - at < REACH) {
    const k = at - 1;
    if (view.mentionOf[k] !== -1) {
      at = Math.max(lowest, view.mentions[view.mentionOf[k]!]!.from);
      continue;
    }
    if (isSign(view, k, ")]")) {
      const open = openingBracket(view, k, lowest);
      if (open === null) break;
      at = open;
      continue;
    }
    if (isSign(view, k, ",;:—–-/([") || isQuoteMark(view, k)) {
      if (!isHyphen(view, k)) break;
    } else if (isSign(view, k, "!?…") || (isSign(view, k, ".") && !isAbbreviating(view, k))) break;
    else if (isIn(view, k, "relatives") && opensRelative(view, k)) {
      at = k;
      continue;
    } else if (isIn(view, k, "connectors", "complementizers", "relatives")) {
      joined = isIn(view, k, "coordinators", "connectors");
      break;
    } else if (isVerb(view, k)) {
      const opener = relativeOpener(view, k, lowest) ?? reducedOpener(view, k);
      if (opener === null) return { from: at, initial: false, opensSentence: false };
      at = opener;
      continue;
    }
    at--;
  }
  let from = at;
  if (end - at >= REACH) return { from, initial: false, opensSentence: false };
  while (from < end && (isAdverb(view, from) || isIn(view, from, "breaks"))) from++;
  const timed = afterTime(view, from);
  if (timed > from && timed < end) from = isSign(view, timed, ",") ? timed + 1 : timed;
  const describing = from < end - 1 && (isIn(view, from, "relatives") || isAddition(view, from));
  return { from, initial: !isIn(view, from, "prepositions") && !describing, opensSentence: !joined };
}

/** "…, | speaking at a rally in Ostra,": a participle that goes with a noun or a clause. */
function isAddition(view: SentenceView, at: number): boolean {
  const { fine, relation } = view.parsed.tokens[at]!;
  return fine === "VBG" && (relation === "acl" || relation === "advcl") && !isIn(view, at, "premodifiers");
}

/** "which relies on witnesses": the relative pronoun is the subject, as the verb right after it shows. */
function opensRelative(view: SentenceView, at: number): boolean {
  const next = at + 1;
  if (
    view.mentionOf[next] !== -1 ||
    isCapital(view, next) ||
    isIn(view, next, "determiners", "pronouns", "premodifiers")
  )
    return false;
  if (
    phraseAt(view, next, view.knowledge.speakers) !== null &&
    view.tokens[next]?.lower.endsWith(view.knowledge.presentEnding) !== true
  )
    return false;
  return isVerb(view, next) || view.tokens[next]?.lower.endsWith(view.knowledge.presentEnding) === true;
}

/** "a witness who was wounded in the head": where the relative pronoun of this verb stands, right before it. */
function relativeOpener(view: SentenceView, verb: number, lowest: number): number | null {
  for (let at = verb - 1; at >= lowest && verb - at <= 2; at--) {
    if (isIn(view, at, "relatives")) return at;
    if (!isAdverb(view, at) && !isVerb(view, at)) return null;
  }
  return null;
}

/** "officials installed by Kovia said": a participle behind a noun for those who speak, and who did it to them. */
function reducedOpener(view: SentenceView, verb: number): number | null {
  if (view.parsed.tokens[verb]!.fine !== "VBN" || !isIn(view, verb + 1, "agents")) return null;
  return phraseAt(view, verb - 1, view.knowledge.speakers) === null ? null : verb;
}

export function startsClause(view: SentenceView, at: number, lowest: number): boolean {
  return stretch(view, at + 1, lowest).initial;
}

/** Between two words without a space: "al-Nur" in pieces. */
function isHyphen(view: SentenceView, at: number): boolean {
  return isSign(view, at, "-") && view.tokens[at]!.start === view.tokens[at - 1]?.end && isWord(view, at - 1);
}

export function openingBracket(view: SentenceView, close: number, lowest: number): number | null {
  for (let at = close - 1; at >= lowest && close - at < 14; at--) if (isSign(view, at, "([")) return at;
  return null;
}
