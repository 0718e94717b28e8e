// Who speaks behind a cue: "“…,” said a baker whose shop burned", "announced the mayor, Ilan Desh, on Monday". In: the tokens of
// a cue, the phrase that the words before it tell. Out: whether the source stands behind, and its phrase with the description
// between commas. Knowledge: knowledge/attribution/ (speakers, words). Leaves alone: sources before the cue (source-phrase.ts).
import type { Circumstances } from "./circumstances.js";
import { circumstancesAfter } from "./circumstances.js";
import { subjectBehind } from "./clause-subject.js";
import type { CueHit } from "./cue-hits.js";
import { anyPhraseAfter, phraseAfter } from "./phrase-after.js";
import type { QuotationIndex } from "./quotation-index.js";
import { endsBefore, hasVerb } from "./said-content.js";
import type { SentenceView } from "./sentence-view.js";
import {
  isCapital,
  isIn,
  isParticiple,
  isQuoteMark,
  isSign,
  isTerminal,
  isVerb,
  isWord,
  phraseAt,
} from "./sentence-view.js";
import type { SourcePhrase } from "./source-name.js";
import { explained, phraseBefore } from "./source-phrase.js";

/** Nobody sure stands before the cue, so that the source may stand behind it. */
export function isInverted(
  view: SentenceView,
  hit: CueHit,
  told: SourcePhrase | null,
  lowest: number,
  { explicit }: Circumstances,
  quotations: QuotationIndex,
): boolean {
  if (explicit || hit.from <= lowest) return false;
  if (endsBefore(view, hit.from, quotations)) return told === null;
  // "and said the outcome was open": the subject before goes on.
  if (hit.cue.frame !== "clause" || isIn(view, hit.from - 1, "coordinators")) return false;
  // "Ilan Desh announced the deal": a name that opens its clause.
  if (told !== null && told.initial && isNamed(view, told)) return false;
  if (told !== null && told.initial && !hasVerb(view, lowest, told.to) && !endsAfterSource(view, hit))
    return false;
  if (told === null && isNobodys(view, hit, lowest)) return false;
  if (told === null || !told.strong) return true;
  if (told.adjacent) return false;
  return !(
    told.initial &&
    told.from <= lowest + 2 &&
    !view.knowledge.words.prepositions.has(view.tokens[told.to - 1]!.lower)
  );
}

/** "No group | has claimed the raid": nobody is the subject. */
function isNobodys(view: SentenceView, hit: CueHit, lowest: number): boolean {
  for (let at = hit.from - 1; at >= lowest && isWord(view, at) && !isVerb(view, at); at--)
    if (isIn(view, at, "nobodies")) return true;
  return false;
}

/** Tags of "what" and "how" (Penn Treebank). */
const QUESTIONS: ReadonlySet<string> = new Set(["WP", "WRB", "WDT"]);

/** "Dozens dead, says a monitor": a speaker who is sure, and nothing behind. */
function endsAfterSource(view: SentenceView, hit: CueHit): boolean {
  if (QUESTIONS.has(view.parsed.tokens[hit.to]?.fine ?? "")) return false;
  const phrase = phraseAfter(view, hit.to, view.tokens.length);
  return phrase !== null && phrase.strong && isTerminal(view, circumstancesAfter(view, phrase.to, false).to);
}

/** Capitals alone, up to the cue. */
function isNamed(view: SentenceView, { from, to }: SourcePhrase): boolean {
  for (let at = from; at < to; at++)
    if (!isCapital(view, at) && !isSign(view, at, ".'’-") && !/^['’]\p{L}$/u.test(view.tokens[at]!.text))
      return false;
  return true;
}

export function invertedPhrase(view: SentenceView, hit: CueHit): SourcePhrase | null {
  return (
    ended(view, phraseAfter(view, hit.to, view.tokens.length)) ??
    ended(view, describedAfterQuotation(view, hit)) ??
    ended(view, subjectBehind(view, hit))
  );
}

/** The phrase with what describes it, where the clause ends behind it. */
function ended(view: SentenceView, phrase: SourcePhrase | null): SourcePhrase | null {
  if (phrase === null) return null;
  const after = circumstancesAfter(view, phrase.to, false);
  // "said he and others were well": the subject of what is said.
  if (phrase.anaphor !== null && isIn(view, phrase.from, "pronouns") && !isTerminal(view, after.to))
    return null;
  const ends =
    isTerminal(view, after.to) ||
    after.separated ||
    isQuoteMark(view, after.to) ||
    isSign(view, after.to, ",;(") ||
    isIn(view, phrase.to, "relatives", "relative_owners") ||
    isIn(view, after.to, "connectors", "relatives") ||
    isParticiple(view, after.to) ||
    view.parsed.tokens[phrase.to]?.relation === "acl";
  if (!ends) return null;
  const name = phrase.sort === "person" ? nameAfterComma(view, phrase) : null;
  if (name !== null) return { ...name, to: afterDescription(view, name.to), initial: false };
  const to = afterDescription(view, phrase.to);
  const told = to > phrase.to + 1 ? explained(view, phrase, phrase.to + 1, to) : null;
  return { ...(told ?? phrase), to, initial: false };
}

/** Classes of words that open a noun phrase (Universal Dependencies), and the tag of a plural noun (Penn Treebank). */
const NOMINAL: ReadonlySet<string> = new Set(["DET", "ADJ", "NUM", "NOUN", "PROPN", "PRON"]);
const PLURAL = "NNS";

/** "“…,” said a baker whose shop burned", "“…,” said shoppers": whoever stands there. */
function describedAfterQuotation(view: SentenceView, hit: CueHit): SourcePhrase | null {
  let before = hit.from - 1;
  while (isSign(view, before, ",")) before--;
  if (!isQuoteMark(view, before) || !NOMINAL.has(view.parsed.tokens[hit.to]?.tag ?? "")) return null;
  const phrase = anyPhraseAfter(view, hit.to);
  if (phrase === null || isIn(view, hit.to, "pronouns", "nobodies")) return null;
  const one = view.parsed.tokens[hit.to]!.fine !== PLURAL && !isIn(view, hit.to, "indefinites");
  return phrase.to > hit.to + 1 || !one ? phrase : null;
}

/** ", a baker in the old town" behind a name: belongs to the source, up to a quotation or the sentence's end. */
function afterDescription(view: SentenceView, from: number): number {
  if (
    !isSign(view, from, ",") ||
    !(
      (isIn(view, from + 1, "articles", "relatives") || phraseAt(view, from + 1, view.knowledge.speakers)) &&
      !isCapital(view, from + 1)
    )
  )
    return from;
  let at = from + 1;
  while (!isTerminal(view, at) && !isQuoteMark(view, at) && !isSign(view, at, ";:") && at < from + 40) at++;
  return isTerminal(view, at) ? at : from;
}

/** "according to an army spokesman in Ostra, Colonel Ilan Desh, …": the name between the commas. */
export function nameAfterComma(view: SentenceView, described: SourcePhrase): SourcePhrase | null {
  let from = described.to;
  while (from < described.to + 4 && !isSign(view, from, ",") && isWord(view, from) && !isVerb(view, from))
    from++;
  if (!isSign(view, from, ",")) return null;
  let to = from + 1;
  while (to < Math.min(from + 7, view.tokens.length) && (isCapital(view, to) || view.mentionOf[to] !== -1))
    to++;
  const closed = isSign(view, to, ",") || isTerminal(view, to);
  const whole = to > from + 2 || (to === from + 2 && isPerson(view, from + 1));
  if (!closed || !whole || (described.mention !== null && described.mention.id !== null)) return null;
  const name = phraseBefore(view, to, from + 1);
  return name === null
    ? null
    : {
        ...name,
        from: described.from,
        sort: "person",
        words: [...described.words, ...name.words],
        source: {
          name: name.source.name,
          kind: name.source.kind === "unspecified" ? described.source.kind : name.source.kind,
        },
      };
}

/** A person found by name before, which is one word here. */
function isPerson(view: SentenceView, at: number): boolean {
  return view.mentionOf[at] !== -1 && view.mentions[view.mentionOf[at]!]!.mention.person;
}
