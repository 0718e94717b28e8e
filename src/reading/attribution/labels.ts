// Speakers that a sign alone marks: "Rescuers: 15 dead", and in headlines "15 dead in raid: rescuers", "… – ministry".
// In: a sentence's view and the plans of its cues. Out: a draft at most. Only speakers that are sure (names of actors and
// nouns for speakers), and no media or footage ("Photo: …"). Leaves alone: lists and hours of the day.
import type { CueForm } from "../../knowledge/attribution.js";
import type { SourceKind } from "../../model/source.js";
import type { Span } from "../../base/span.js";
import type { Draft, Plan } from "./plan.js";
import type { SentenceView } from "./sentence-view.js";
import { isCapital, isIn, isNumber, isSign, isTerminal, isWord } from "./sentence-view.js";
import { everyToken } from "./phrase-heads.js";
import type { SourcePhrase } from "./source-name.js";
import { phraseAfter } from "./phrase-after.js";
import { phraseBefore } from "./source-phrase.js";
import type { Speakers } from "./speakers.js";
import { voicesOf } from "./voices.js";

const LABEL: CueForm = {
  id: "label",
  frame: "clause",
  stance: "asserted",
  form: "verb",
  needs: [],
  brief: false,
  quoted: false,
  notBefore: [],
};
/** Words of a label, and what it must leave to be said. */
const LONGEST = 8;
const LEAST = 3;

export function labelledIn(view: SentenceView, plans: readonly Plan[], speakers: Speakers): Draft[] {
  const { tokens } = view;
  const first = plans[0]?.from ?? tokens.length;
  for (let at = 1; at <= LONGEST && at < first && at < tokens.length; at++) {
    if (!isSign(view, at, ":") || isNumber(view, at - 1)) continue;
    const phrase = phraseBefore(view, at, 0);
    if (phrase === null || phrase.from !== 0 || !phrase.initial || !isSpeaker(view, phrase)) break;
    return draft(view, phrase, at, at + 1, tokens.length, speakers);
  }
  if (isTerminal(view, tokens.length - 1)) return [];
  const after = plans.at(-1)?.to ?? 0;
  for (let at = tokens.length - 2; at > after && at >= tokens.length - LONGEST; at--) {
    if (!isSign(view, at, ":") && !isApart(view, at)) continue;
    const phrase = phraseAfter(view, at + 1, tokens.length);
    const whole = phrase !== null && phrase.to === tokens.length && !isIn(view, at + 1, "determiners");
    return whole && isSpeaker(view, phrase) ? draft(view, phrase, at, 0, at, speakers) : [];
  }
  return [];
}

/** A dash between spaces. */
function isApart(view: SentenceView, at: number): boolean {
  return (
    isSign(view, at, "–—-") &&
    view.tokens[at - 1]!.end < view.tokens[at]!.start &&
    view.tokens[at]!.end < view.tokens[at + 1]!.start
  );
}

const NEVER: ReadonlySet<SourceKind> = new Set(["unspecified", "media", "footage", "social_media"]);

function isSpeaker(view: SentenceView, phrase: SourcePhrase): boolean {
  const { mention, source } = phrase;
  if (view.knowledge.attitudes && everyToken(phrase.from, phrase.to, (at) => isCapital(view, at)))
    return true;
  return (
    phrase.strong !== false &&
    phrase.adjacent &&
    phrase.anaphor === null &&
    (mention !== null && mention.id !== null ? source.kind !== "media" : !NEVER.has(source.kind)) &&
    !isIn(view, phrase.from, "nobodies")
  );
}

function draft(
  view: SentenceView,
  phrase: SourcePhrase,
  sign: number,
  from: number,
  to: number,
  speakers: Speakers,
): Draft[] {
  let start = from;
  while (start < to && !isWord(view, start) && !isSign(view, start, "“\"‘'(")) start++;
  let end = to;
  while (end > start && isTerminal(view, end - 1)) end--;
  if (end - start < LEAST) return [];
  const content: Span = { start: view.tokens[start]!.start, end: view.tokens[end - 1]!.end };
  return [
    {
      hit: { cue: LABEL, from: sign, to: sign + 1, verb: sign, passive: false },
      voices: voicesOf(view, [phrase], speakers),
      origins: [],
      outlets: [],
      shape: from === 0 ? "before" : "after",
      content: [content],
      direct: false,
    },
  ];
}
