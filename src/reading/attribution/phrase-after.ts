// The noun phrase that names a source right of a cue: "according to residents of the old town", "said Ilan Desh, a baker".
// Knowledge: knowledge/attribution/ (speakers, words). Leaves alone: the phrase left of a cue (source-phrase.ts).
import type { SentenceView } from "./sentence-view.js";
import {
  afterTime,
  isAbbreviating,
  isCapital,
  isIn,
  isQuoteMark,
  isSign,
  isTerminal,
  isVerb,
  isWord,
  looseAt,
  phraseAt,
} from "./sentence-view.js";
import type { SourcePhrase } from "./source-name.js";
import { authorOf } from "./phrase-owners.js";
import { named, anaphoric } from "./source-name.js";
import { headsIn } from "./phrase-heads.js";
import { fromHead, isThing } from "./phrase-of-head.js";

/** The phrase that begins at token `from`; null where no noun phrase of a speaker can begin there. */
export function phraseAfter(view: SentenceView, from: number, limit: number): SourcePhrase | null {
  if (isIn(view, from, "pronouns") && view.mentionOf[from] === -1)
    return anaphoric(view, from, from + 1, view.tokens[from]!.lower, false);
  let at = from;
  let headEnd = -1;
  while (at < limit && at < from + 14) {
    const covered = view.mentionOf[at]!;
    if (covered !== -1) {
      if (
        headEnd === at &&
        view.mentionOf[at - 1] === -1 &&
        !isIn(view, at - 1, "person_words", "premodifiers")
      )
        break;
      at = view.mentions[covered]!.to;
      headEnd = at;
      continue;
    }
    const speaker = phraseAt(view, at, view.knowledge.speakers);
    if (speaker !== null) {
      at = speaker.to;
      headEnd = at;
      continue;
    }
    if (isSign(view, at, "'’") || /^['’]\p{L}$/u.test(view.tokens[at]!.text)) {
      at++;
      continue;
    }
    if (isAbbreviating(view, at)) {
      if (headEnd === at) headEnd++;
      at++;
      continue;
    }
    // "statements issued by X"
    const author = headEnd === at ? authorOf(view, at - 1, limit) : null;
    if (author !== null) {
      while (at < limit && view.tokens[at]!.end < author.end) at++;
      headEnd = ++at;
      continue;
    }
    if (!isWord(view, at) || (isVerb(view, at) && !isIn(view, at, "premodifiers"))) break;
    if (headEnd !== -1) {
      if (looseAt(view, at, view.knowledge.circumstances) !== null) break;
      if (isIn(view, at, "prepositions") && prepositionalTail(view, at, limit) > at) {
        at = prepositionalTail(view, at, limit);
        headEnd = at;
        continue;
      }
      if (isIn(view, at, "articles")) {
        const noun = apposition(view, at, limit);
        if (noun > at) {
          at = noun;
          headEnd = noun;
          continue;
        }
      }
      if (isCapital(view, at) && afterTime(view, at) === at) {
        headEnd = ++at;
        continue;
      }
      const compound = compoundEnd(view, at, limit);
      if (compound === null) break;
      at = compound;
      headEnd = at;
      continue;
    }
    // "a person with knowledge of the army's plans": somebody whose noun is unknown.
    const unknown = at > from && isIn(view, at, "prepositions") && !isIn(view, at, "genitives");
    if (unknown && view.parsed.tokens[at - 1]!.tag === "NOUN") break;
    if (isIn(view, at, "connectors", "complementizers", "relatives")) break;
    if (isIn(view, at, "prepositions") && at === from) break;
    at++;
  }
  if (headEnd === -1) {
    let end = from;
    if (isIn(view, end, "determiners")) end++;
    while (end < limit && (isCapital(view, end) || isAbbreviating(view, end))) end++;
    if (end === from || (isIn(view, from, "determiners") && end === from + 1)) return null;
    // "announced Friday"
    if (afterTime(view, from) > from) return null;
    // "Gov. Ilan Desh of Ostra"
    if (isIn(view, end, "genitives") && isCapital(view, end + 1)) {
      end += 2;
      while (end < limit && isCapital(view, end)) end++;
    }
    return named(view, from, end, from, false, false);
  }
  const heads = headsIn(view, from, headEnd);
  const head = heads[0];
  return head === undefined ? null : fromHead(view, head, heads, from, headEnd, true);
}

/** "the deputy | campaign manager": the end of the noun for a speaker that one or two nouns lead to; null where none does. */
function compoundEnd(view: SentenceView, from: number, limit: number): number | null {
  for (let at = from; at < Math.min(limit, from + 3); at++) {
    const { tag } = view.parsed.tokens[at]!;
    if ((tag !== "NOUN" && tag !== "ADJ") || !isWord(view, at) || isIn(view, at, "prepositions")) return null;
    const speaker = phraseAt(view, at, view.knowledge.speakers);
    if (speaker !== null) return speaker.to;
  }
  return null;
}

/** Any noun phrase that begins here, up to a comma, a verb or a word that joins: for cues that need no speaker's noun. */
export function anyPhraseAfter(view: SentenceView, from: number): SourcePhrase | null {
  let at = from;
  while (at < view.tokens.length && at < from + 20) {
    if (isSign(view, at, ",;:()—–") || isQuoteMark(view, at) || isTerminal(view, at)) break;
    if (
      isIn(view, at, "connectors", "complementizers", "relatives", "relative_owners") ||
      (isVerb(view, at) && at > from)
    )
      break;
    at++;
  }
  if (at === from || !isWord(view, at - 1) || isThing(view, from, at)) return null;
  return named(view, from, at, from, false, false);
}

/** Index after "a monitoring group opposed to …" that describes a name before it; the same index where it is no such thing. */
function apposition(view: SentenceView, from: number, limit: number): number {
  let at = from + 1;
  while (
    at < from + 5 &&
    (isIn(view, at, "premodifiers") || isCapital(view, at) || /-/u.test(view.tokens[at]?.text ?? ""))
  )
    at++;
  let speaker = phraseAt(view, at, view.knowledge.speakers);
  if (speaker === null && isIn(view, at - 1, "premodifiers"))
    speaker = phraseAt(view, at - 1, view.knowledge.speakers);
  if (speaker === null) return from;
  let end = speaker.to;
  const participle =
    !isTerminal(view, end) &&
    [view.knowledge.verbEnding, view.knowledge.participleEnding].some((e) =>
      view.tokens[end]!.lower.endsWith(e),
    );
  if (isTerminal(view, end)) return end;
  if (!participle)
    return isIn(view, end, "prepositions") && prepositionalTail(view, end, limit) > end
      ? prepositionalTail(view, end, limit)
      : from;
  while (end < limit && isWord(view, end) && !isIn(view, end, "connectors")) end++;
  return end;
}

/** Index after "of the northern province" that begins at a preposition; the same index where it is no such tail. */
function prepositionalTail(view: SentenceView, at: number, limit: number): number {
  if (!isIn(view, at, "prepositions")) return at;
  let end = at + 1;
  while (end < limit && isIn(view, end, "determiners")) end++;
  const from = end;
  if (afterTime(view, at) > at) return at;
  while (end < limit && end < from + 6 && isCapital(view, end)) end++;
  if (end === from && end < limit && isWord(view, end) && !isVerb(view, end)) {
    while (
      end < limit &&
      end < from + 3 &&
      isWord(view, end) &&
      !isVerb(view, end) &&
      !isIn(view, end, "prepositions", "connectors")
    )
      end++;
  }
  return end > from ? end : at;
}
