// Who speaks where the cue is passive or quotes somebody: "O quoted S as saying C", "S was quoted as saying by O", "C was
// confirmed by S". In: the cue's tokens and those of the next one. Out: a plan, or null where nobody is named.
// Leaves alone: how far what is said reaches (said-content.ts).
import { circumstancesAfter } from "./circumstances.js";
import type { CueHit } from "./cue-hits.js";
import { anyPhraseAfter, phraseAfter } from "./phrase-after.js";
import type { Plan } from "./plan.js";
import type { QuotationIndex } from "./quotation-index.js";
import { endsBefore } from "./said-content.js";
import type { SentenceView } from "./sentence-view.js";
import { isIn, isSign, isTerminal, isWord } from "./sentence-view.js";
import type { SourcePhrase } from "./source-name.js";
import { kindOf } from "./source-name.js";
import { phraseBefore } from "./source-phrase.js";
import type { Speakers } from "./speakers.js";
import { voicesOf } from "./voices.js";

/** "O quoted S as saying C", "S was quoted as saying by O". */
export function quotePlan(
  view: SentenceView,
  hit: CueHit,
  next: CueHit | null,
  lowest: number,
  speakers: Speakers,
  quotations: QuotationIndex,
): Plan | null {
  if (
    next === null ||
    next.cue.frame !== "quote" ||
    next.cue.form !== "participle" ||
    next.from - hit.to > 25
  )
    return null;
  const before = phraseBefore(view, hit.from, lowest);
  const described = hit.passive ? null : anyPhraseAfter(view, hit.to);
  const origin = hit.passive
    ? before
    : (phraseAfter(view, hit.to, next.from) ?? (described?.to === next.from ? described : null));
  if (origin === null) return null;
  const byOutlet =
    hit.passive && isIn(view, next.to, "agents") ? phraseAfter(view, next.to + 1, view.tokens.length) : null;
  // "was quoted by O as saying"
  const between =
    hit.passive && isIn(view, hit.to, "agents") ? phraseAfter(view, hit.to + 1, next.from) : null;
  const outlet = hit.passive ? (byOutlet ?? between) : before;
  const circumstances = circumstancesAfter(view, byOutlet?.to ?? next.to, false);
  const over = isTerminal(view, circumstances.to);
  const quoted = endsBefore(view, before?.from ?? hit.from, quotations);
  const from = before?.from ?? hit.from;
  return {
    hit: { ...hit, to: next.to },
    phrase: origin,
    voices: voicesOf(view, [origin], speakers),
    circumstances,
    shape: quoted || (over && from > lowest) ? "before" : "after",
    from,
    to: circumstances.to,
    origins: [],
    outlets: [
      ...(outlet === null ? [] : voicesOf(view, [outlet], speakers).map((v) => v.speaker.source)),
      ...circumstances.outlets,
    ],
  };
}

/** "The toll was later raised to 40 by S": a figure between the cue and who gave it. */
export function figurePlan(view: SentenceView, hit: CueHit, lowest: number, speakers: Speakers): Plan | null {
  let by = hit.to;
  let figure = false;
  while (by < hit.to + 10 && by < view.tokens.length && !isIn(view, by, "agents")) {
    if (!isWord(view, by) && !isSign(view, by, ",-")) return null;
    figure ||= view.parsed.tokens[by]!.tag === "NUM";
    by++;
  }
  const phrase = figure && isIn(view, by, "agents") ? phraseAfter(view, by + 1, view.tokens.length) : null;
  if (phrase === null || !phrase.strong || hit.from <= lowest) return null;
  return saidBefore(view, hit, phrase, by, speakers);
}

/** "C was confirmed by S"; any other passive names nobody who speaks. */
export function passivePlan(
  view: SentenceView,
  hit: CueHit,
  lowest: number,
  speakers: Speakers,
): Plan | null {
  if (!isIn(view, hit.to, "agents")) return null;
  const phrase = phraseAfter(view, hit.to + 1, view.tokens.length);
  if (phrase === null || hit.from <= lowest) return null;
  // "Video verified by the agency shows smoke": what it shows is told, not the video.
  if (
    view.parsed.tokens[hit.verb]!.relation === "acl" &&
    kindOf(view, hit.from - 1, hit.from, hit.from) === "footage"
  )
    return null;
  return saidBefore(view, hit, phrase, hit.from, speakers);
}

/** What stands before `from` is said by the phrase behind the cue. */
function saidBefore(
  view: SentenceView,
  hit: CueHit,
  phrase: SourcePhrase,
  from: number,
  speakers: Speakers,
): Plan {
  const circumstances = circumstancesAfter(view, phrase.to, false);
  return {
    hit,
    phrase,
    voices: voicesOf(view, [phrase], speakers),
    circumstances,
    shape: "before",
    from,
    to: circumstances.to,
    origins: [],
    outlets: [...circumstances.outlets],
  };
}
