// What stands between a cue and what is said: when, where, on what occasion, to whom, and which outlet carried it
// ("told Al-Nur TV on Monday in a phone interview that"). Outlets become nearer links of the chain of sources.
// Knowledge: knowledge/attribution/ (circumstances, words). Leaves alone: what is said.
import type { Source } from "../../model/source.js";
import type { SentenceView } from "./sentence-view.js";
import {
  afterTime,
  isAdverb,
  isCapital,
  isIn,
  isQuoteMark,
  isSign,
  isVerb,
  isWord,
  looseAt,
  phraseAt,
} from "./sentence-view.js";
import { phraseAfter } from "./phrase-after.js";

export interface Circumstances {
  /** First token of what comes after them. */
  readonly to: number;
  /** Outlets that carried it, nearest to the origin first. */
  readonly outlets: readonly Source[];
  /** Sources that the speaker cites: "citing residents". */
  readonly origins: readonly Source[];
  /** True where "that" opens what is said. */
  readonly explicit: boolean;
  /** True where a comma or colon stands before what comes next. */
  readonly separated: boolean;
}

export function circumstancesAfter(view: SentenceView, from: number, addressed: boolean): Circumstances {
  const outlets: Source[] = [];
  const origins: Source[] = [];
  let at = from;
  let separated = false;
  if (addressed) at = addressee(view, at, outlets);
  for (let guard = 0; guard < 12 && at < view.tokens.length; guard++) {
    if (isIn(view, at, "complementizers")) return { to: at + 1, outlets, origins, explicit: true, separated };
    const timed = afterTime(view, at);
    if (timed > at) {
      at = timed;
      separated = false;
      continue;
    }
    const cite = phraseAt(view, at, view.knowledge.cues);
    if (cite?.value.frame === "cite") {
      const cited = phraseAfter(view, cite.to, view.tokens.length);
      if (cited === null || cited.anaphor !== null) break;
      origins.push(cited.source);
      at = cited.to;
      separated = false;
      continue;
    }
    const phrase = view.mentionOf[at] === -1 ? looseAt(view, at, view.knowledge.circumstances) : null;
    if (phrase !== null) {
      at = phrase.value.outlet ? outletAt(view, phrase.to, outlets) : carriedBy(view, phrase.to, outlets);
      separated = false;
      continue;
    }
    const apart = beforeComplementizer(view, at);
    if (apart > at) {
      at = apart;
      continue;
    }
    if (isSign(view, at, ",:") && !separated) {
      separated = true;
      at++;
      continue;
    }
    if (isAdverb(view, at) && !isIn(view, at, "breaks") && view.mentionOf[at] === -1) {
      at++;
      continue;
    }
    break;
  }
  return { to: at, outlets, origins, explicit: false, separated };
}

/** "told reporters | in Ostra that", "said | , without proof, that": up to the word that opens what is said; else the same index. */
function beforeComplementizer(view: SentenceView, from: number): number {
  let at = from;
  if (isSign(view, at, ",")) {
    at++;
    const cite = phraseAt(view, at, view.knowledge.cues)?.value.frame === "cite";
    if (cite || looseAt(view, at, view.knowledge.circumstances) !== null) return from;
    while (at < from + 10 && isWord(view, at) && !isIn(view, at, "complementizers")) at++;
    return isSign(view, at, ",") && isIn(view, at + 1, "complementizers") ? at + 1 : from;
  }
  if (!isIn(view, at, "prepositions") || !isCapital(view, at + 1)) return from;
  at++;
  while (at < from + 6 && isCapital(view, at)) at++;
  return isIn(view, at, "complementizers") ? at : from;
}

/** "In a statement posted on its website, | the group …": behind the comma that closes such an opening; else the same index. */
export function afterOpening(view: SentenceView, from: number): number {
  const phrase = view.mentionOf[from] === -1 ? looseAt(view, from, view.knowledge.circumstances) : null;
  if (phrase === null) return from;
  let at = phrase.to;
  while (at < from + 16 && at < view.tokens.length && !isSign(view, at, ",") && !isQuoteMark(view, at)) at++;
  return isSign(view, at, ",") ? at + 1 : from;
}

/** "S in a statement carried by O said": where such words before a cue begin, and the outlets in them. */
export function asideBefore(
  view: SentenceView,
  end: number,
  lowest: number,
): { readonly from: number; readonly outlets: readonly Source[] } {
  for (let at = Math.max(lowest + 1, end - 18); at < end; at++) {
    const phrase = view.mentionOf[at] === -1 ? looseAt(view, at, view.knowledge.circumstances) : null;
    if (phrase === null || phrase.to > end || phrase.to === at + 1) continue;
    const outlets: Source[] = [];
    const to = phrase.value.outlet ? outletAt(view, phrase.to, outlets) : carriedBy(view, phrase.to, outlets);
    if (to !== end && !(to === end - 1 && isSign(view, to, ","))) continue;
    // ", reached by telephone,": the participle belongs to it.
    let from = at;
    if (isVerb(view, from - 1) && isSign(view, from - 2, ",") && from - 2 > lowest) from -= 2;
    // "residents | reached by telephone said"
    else if (from - 1 > lowest && isVerb(view, from - 1) && !isIn(view, from - 1, "auxiliaries")) from--;
    return { from, outlets };
  }
  return { from: end, outlets: [] };
}

function addressee(view: SentenceView, from: number, outlets: Source[]): number {
  if (isIn(view, from, "addressees")) return from + 1;
  if (isIn(view, from, "indefinites") && isIn(view, from + 1, "addressees")) return from + 2;
  const to = outletAt(view, from, outlets);
  if (to > from) return to;
  let at = from;
  while (at < from + 6 && isWord(view, at) && !isIn(view, at, "complementizers") && !isVerb(view, at)) {
    if (isIn(view, at, "addressees")) return at + 1;
    at++;
  }
  if (isIn(view, at, "complementizers")) return at;
  at = from;
  if (isIn(view, at, "determiners")) at++;
  while (at < from + 6 && isCapital(view, at)) at++;
  return at;
}

/** An outlet's name that begins here; other addressees are passed over. */
function outletAt(view: SentenceView, from: number, outlets: Source[]): number {
  const phrase = phraseAfter(view, from, Math.min(view.tokens.length, from + 10));
  if (phrase === null || isIn(view, phrase.from, "pronouns")) return from;
  // "a message sent to journalists": those it went to.
  if (isIn(view, phrase.to - 1, "addressees") && !isCapital(view, phrase.from)) return phrase.to;
  if (phrase.source.kind === "media" || phrase.source.kind === "social_media") outlets.push(phrase.source);
  return phrase.to;
}

/** "carried by SANA", "posted on its website", "released following the attack": behind a statement. */
function carriedBy(view: SentenceView, from: number, outlets: Source[]): number {
  let at = from;
  while (isAdverb(view, at)) at++;
  if (!isIn(view, at, "carried")) return from;
  at++;
  const timed = afterTime(view, at);
  if (timed > at) return timed;
  if (!isIn(view, at, "prepositions", "agents")) return at;
  const by = isIn(view, at, "agents", "prepositions");
  const to = by ? outletAt(view, at + 1, outlets) : at + 1;
  if (to > at + 1) return to;
  at++;
  while (
    isWord(view, at) &&
    !isVerb(view, at) &&
    !isIn(view, at, "complementizers", "pronouns") &&
    !isQuoteMark(view, at) &&
    at < from + 10
  )
    at++;
  return at;
}
