// Who speaks at a cue: the phrase itself, the speaker before that it takes up ("it", "the source"), the subject of the sentence,
// and those who speak beside it ("residents and the mayor"). Knowledge: knowledge/attribution/ (anaphors, joins).
// Leaves alone: what is said.
import type { SourceKind } from "../../model/source.js";
import type { SentenceView } from "./sentence-view.js";
import { isIn, isSign, isVerb, phraseAt } from "./sentence-view.js";
import type { Speaker, Speakers } from "./speakers.js";
import type { SourcePhrase } from "./source-name.js";
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
    const source = taken?.source ?? speakers.fullName(phrase.source);
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

/** "The Helmets showed what they said was a crater": the subject of the sentence itself, where it fits. */
function subjectTakenUp(view: SentenceView, phrase: SourcePhrase): Speaker | null {
  if (phrase.anaphor === null || !isIn(view, phrase.from, "pronouns") || phrase.from === 0) return null;
  const rule = view.knowledge.anaphors.get(phrase.anaphor);
  let at = 0;
  while (at < phrase.from && !isVerb(view, at) && view.tokens[at]!.lower !== phrase.anaphor) at++;
  const subject = at === 0 || at >= phrase.from ? null : phraseBefore(view, at, 0);
  if (rule === undefined || subject === null || subject.anaphor !== null) return null;
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
  const phrase = phraseBefore(view, at, 0);
  return phrase !== null && phrase.strong && phrase.initial ? voicesOf(view, [phrase], speakers) : [];
}

/** "residents, the agency and Kurdish media": sources side by side before the one at the cue. */
export function coordinated(view: SentenceView, phrase: SourcePhrase, lowest: number): SourcePhrase[] {
  const others: SourcePhrase[] = [];
  let and = joinBefore(view, phrase.from, lowest);
  for (let guard = 0; guard < 4 && and !== null && and > lowest; guard++) {
    const other = phraseBefore(view, and, lowest, true);
    if (other === null || !other.strong || other.to !== and || isIn(view, other.from, "pronouns")) break;
    const speaks = other.initial || !NEVER_BESIDE.has(other.source.kind);
    if (!speaks || other.source.kind === "unspecified") break;
    others.push(other);
    and = isSign(view, other.from - 1, ",") ? other.from - 1 : other.initial ? null : other.from;
  }
  return others;
}

/** Those who are killed beside whom others speak: "killed nine soldiers and the mayor said". */
const NEVER_BESIDE: ReadonlySet<SourceKind> = new Set(["unspecified", "military", "armed_group"]);

function joinBefore(view: SentenceView, at: number, lowest: number): number | null {
  if (isIn(view, at - 1, "coordinators")) return isSign(view, at - 2, ",") ? at - 2 : at - 1;
  const joined = phraseAt(view, at - 3, view.knowledge.joins);
  return joined !== null && joined.to === at && at - 3 > lowest ? at - 3 : null;
}
