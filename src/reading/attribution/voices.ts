// Who speaks at a cue: the phrase itself, the speaker before that it takes up ("it", "the source"), the subject of the sentence,
// and those who speak beside it ("residents and the mayor"). Knowledge: knowledge/attribution/ (anaphors, joins).
// Leaves alone: what is said.
import type { ActorMention } from "../../model/actor-mention.js";
import type { Source, SourceKind } from "../../model/source.js";
import type { SentenceView } from "./sentence-view.js";
import { isCapital, isIn, isQuoteMark, isSign, isVerb, phraseAt } from "./sentence-view.js";
import type { Speaker, Speakers } from "./speakers.js";
import type { Owner, SourcePhrase } from "./source-name.js";
import { phraseBefore } from "./source-phrase.js";

export interface Voice {
  /** Null where nobody is named here. */
  readonly phrase: SourcePhrase | null;
  readonly speaker: Speaker;
  readonly takenUp: boolean;
}

export function voicesOf(view: SentenceView, phrases: readonly SourcePhrase[], speakers: Speakers): Voice[] {
  return phrases.map((phrase) => {
    const { sentence, knowledge } = view;
    const taken = subjectTakenUp(view, phrase) ?? speakers.takenUp(phrase, sentence.index, knowledge);
    const body = phrase.mention !== null && !phrase.mention.person;
    const source =
      taken?.source ??
      ownedSource(view, phrase, speakers) ??
      (body ? phrase.source : speakers.fullName(phrase.source));
    return {
      phrase,
      takenUp: taken !== null,
      speaker: {
        source,
        sort: taken?.sort ?? phrase.sort,
        words: taken?.words ?? phrase.words,
        outlets: [],
        sentence: sentence.index,
      },
    };
  });
}

/** "its spokesman": of the body that is the subject of the sentence, or that spoke before; null where nobody owns it. */
function ownedSource(view: SentenceView, phrase: SourcePhrase, speakers: Speakers): Source | null {
  const { source } = phrase;
  const owner = phrase.owner ?? spokesmanOf(view, phrase);
  if (owner === null) return null;
  const { owners, indefinites } = view.knowledge.words;
  const anybody = indefinites.has(owner.word);
  // "the head of the Ostra-based group": who spoke as its head just before.
  const definite = !anybody && !owners.has(owner.word) && phrase.mention === null;
  const officer = definite ? speakers.officer(owner.role.split(" ")[0]!, view.sentence.index) : null;
  if (officer !== null) return officer.source;
  const subject = anybody || owners.has(owner.word) ? bodyBefore(view, phrase.from) : null;
  if (anybody && subject === null) return null;
  const body =
    subject === null
      ? speakers.owner(owner.word, view.sentence.index, view.knowledge)?.source
      : { name: subject.name, kind: subject.sourceKind };
  if (body === undefined) return null;
  const kind = body.kind === "unspecified" || KEPT.has(source.kind) ? source.kind : body.kind;
  // A spokesman who is named keeps the name and takes the body's kind.
  return { name: phrase.mention?.person === true ? source.name : `${body.name} ${owner.role}`, kind };
}

/** "The spokesman added", where no person spoke: of the body that did. */
function spokesmanOf(view: SentenceView, { anaphor, to }: SourcePhrase): Owner | null {
  const [own] = view.knowledge.words.owners;
  return anaphor !== null && own !== undefined && isIn(view, to - 1, "spokespeople")
    ? { word: own, role: anaphor }
    : null;
}

/** Offices of their own kind within a body: its doctors, its police. */
const KEPT: ReadonlySet<SourceKind> = new Set(["medical", "police", "media"]);

/** The first body by name in this sentence before a token, outside quotations. */
function bodyBefore(view: SentenceView, limit: number): ActorMention | null {
  for (const { mention, to } of view.mentions) {
    if (to > limit) return null;
    if (!mention.person && mention.basis === "actor" && !mention.loaded && !isQuoteMark(view, 0))
      return mention;
  }
  return null;
}

/** "The Helmets showed what they said was a crater": the subject of the sentence itself, where it fits. */
function subjectTakenUp(view: SentenceView, phrase: SourcePhrase): Speaker | null {
  if (phrase.anaphor === null || !isIn(view, phrase.from, "pronouns") || phrase.from === 0) return null;
  const rule = view.knowledge.anaphors.get(phrase.anaphor);
  let at = 0;
  while (at < phrase.from && !isVerb(view, at) && view.tokens[at]!.lower !== phrase.anaphor) at++;
  const subject = at === 0 || at >= phrase.from ? null : phraseBefore(view, at, 0);
  if (rule === undefined || subject === null || subject.anaphor !== null) return null;
  // “the front seized nine men” … it said: whom the quotation is about does not quote itself
  if (isQuoteMark(view, subject.from - 1)) return null;
  if (!subject.strong || !subject.initial || subject.mention === null || !rule.sort.includes(subject.sort))
    return null;
  return {
    source: subject.source,
    sort: subject.sort,
    words: subject.words,
    outlets: [],
    sentence: view.sentence.index,
  };
}

/** The speaker that is the subject of the whole sentence, where it is one. */
export function subjectVoices(view: SentenceView, limit: number, speakers: Speakers): Voice[] {
  let at = 0;
  while (at < limit && !isVerb(view, at)) at++;
  if (at === limit || at === 0) return [];
  const found = phraseBefore(view, at, 0);
  // "Ilan Desh, who runs the port, left, saying": of whom the clause tells.
  const phrase = found?.subject ?? found;
  const sure =
    phrase !== null && (phrase.strong || isCapital(view, phrase.to - 1) || view.knowledge.attitudes);
  return sure && phrase.initial ? voicesOf(view, [phrase], speakers) : [];
}

/** "residents, the agency and Kurdish media": sources side by side before the one at the cue. */
export function coordinated(view: SentenceView, phrase: SourcePhrase, lowest: number): SourcePhrase[] {
  const others: SourcePhrase[] = [];
  let and = joinBefore(view, phrase.from, lowest);
  for (let guard = 0; guard < 4 && and !== null && and > lowest; guard++) {
    const other = phraseBefore(view, and, lowest, true);
    if (other === null || !other.strong || other.to !== and || isIn(view, other.from, "pronouns")) break;
    // "killed 30 villagers, residents and the mayor said": whom the comma parts from the list.
    const beside = others.length === 0 && !NEVER_BESIDE.has(other.source.kind);
    const speaks = (other.initial && !tied(view, other)) || beside;
    if (!speaks || other.source.kind === "unspecified") break;
    others.push(other);
    and = isSign(view, other.from - 1, ",") ? other.from - 1 : other.initial ? null : other.from;
  }
  return others;
}

/** "two days of clashes with soldiers, …": the head stands in a phrase of something else. */
function tied(view: SentenceView, { from, to }: SourcePhrase): boolean {
  if (isIn(view, from - 1, "prepositions")) return true;
  for (let at = from; at < to; at++) if (isIn(view, at, "prepositions")) return true;
  return false;
}

/** Those who are killed beside whom others speak: "killed nine soldiers and the mayor said". */
const NEVER_BESIDE: ReadonlySet<SourceKind> = new Set(["unspecified", "military", "armed_group"]);

function joinBefore(view: SentenceView, at: number, lowest: number): number | null {
  if (isIn(view, at - 1, "coordinators")) return isSign(view, at - 2, ",") ? at - 2 : at - 1;
  const joined = phraseAt(view, at - 3, view.knowledge.joins);
  return joined !== null && joined.to === at && at - 3 > lowest ? at - 3 : null;
}
