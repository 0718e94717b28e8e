// The cues of one sentence, each with its sources and the spans of what is said: before the source ("C, S said"), after the
// cue ("S said that C"), on both sides, or before an inverted source ("C, said S"). Two passes: who speaks at each cue, then
// how far what is said reaches, which depends on the cues beside it. Knowledge: knowledge/attribution/.
// Leaves alone: hedges (hedges.ts), memory of speakers between sentences (speakers.ts).
import type { Source, SourceKind } from "../../model/source.js";
import type { Circumstances } from "./circumstances.js";
import { afterOpening, asideBefore, circumstancesAfter } from "./circumstances.js";
import type { CueHit } from "./cue-hits.js";
import { cueHits } from "./cue-hits.js";
import type { QuotationIndex } from "./quotation-index.js";
import type { SentenceView } from "./sentence-view.js";
import { isCapital, isIn, isParticiple, isQuoteMark, isSign, isTerminal, phraseAt } from "./sentence-view.js";
import { bySubject } from "./clause-subject.js";
import { headsIn } from "./phrase-heads.js";
import { figurePlan, passivePlan, quotePlan } from "./quoting-plans.js";
import { labelledIn } from "./labels.js";
import type { Speakers } from "./speakers.js";
import { named } from "./source-name.js";
import type { SourcePhrase } from "./source-name.js";
import { phraseAfter, anyPhraseAfter } from "./phrase-after.js";
import { invertedPhrase, isInverted, nameAfterComma } from "./inverted-source.js";
import { phraseBefore } from "./source-phrase.js";
import { measured, endsBefore, hasVerb, hasClause } from "./said-content.js";
import { voicesOf, subjectVoices, coordinated } from "./voices.js";
import type { Shape, Draft, Plan } from "./plan.js";

export function draftsIn(view: SentenceView, quotations: QuotationIndex, speakers: Speakers): Draft[] {
  const hits = cueHits(view);
  const plans: Plan[] = [];
  const cited: Source[] = [];
  for (const [i, hit] of hits.entries()) {
    const previous = plans.at(-1);
    const lowest = previous?.to ?? 0;
    if (hit.from < lowest) continue;
    if (hit.cue.frame === "cite") {
      const phrase = phraseAfter(view, hit.to, hits[i + 1]?.from ?? view.tokens.length);
      if (phrase === null || phrase.anaphor !== null) continue;
      if (previous !== undefined) previous.origins.push(phrase.source);
      else cited.push(phrase.source);
      continue;
    }
    const next = hits[i + 1] ?? null;
    const quotes = hit.cue.frame === "quote" && hit.cue.form !== "participle";
    const plan =
      (quotes ? quotePlan(view, hit, next, lowest, speakers, quotations) : null) ??
      (quotes && !view.knowledge.attitudes
        ? null
        : planOf(view, hit, next, lowest, previous ?? null, quotations, speakers));
    if (plan === null) continue;
    if (previous === undefined) plan.origins.push(...cited);
    plans.push(plan);
  }
  return [
    ...labelledIn(view, plans, speakers),
    ...plans
      .map((plan, i) => measured(view, plan, plans[i - 1] ?? null, plans, i, quotations))
      .filter(({ hit, direct }) => direct || !hit.cue.quoted),
  ];
}

function planOf(
  view: SentenceView,
  hit: CueHit,
  next: CueHit | null,
  lowest: number,
  previous: Plan | null,
  quotations: QuotationIndex,
  speakers: Speakers,
): Plan | null {
  const { frame } = hit.cue;
  if (frame === "figure") return hit.passive ? figurePlan(view, hit, lowest, speakers) : null;
  if (frame === "preposition") return prepositionPlan(view, hit, lowest, speakers);
  const circumstances = circumstancesAfter(view, hit.to, frame === "tell");
  if (hit.cue.form === "participle")
    return participlePlan(view, hit, circumstances, previous, lowest, speakers);
  if (hit.passive) return passivePlan(view, hit, lowest, speakers);
  const aside = asideBefore(view, hit.from, lowest);
  const postposed = isTerminal(view, circumstances.to) && !circumstances.explicit && !isTowards(frame);
  const told = phraseBefore(view, aside.from, lowest, postposed);
  const inverted = isInverted(view, hit, told, lowest, circumstances, quotations)
    ? invertedPhrase(view, hit)
    : null;
  const goesOn = told === null && previous?.phrase != null && isIn(view, hit.from - 1, "coordinators");
  const subject = inverted === null ? bySubject(view, hit, told, lowest) : told;
  // "The rebels denied that they fired and accused the army": whoever denied, whom the pronoun takes up.
  const phrase = goesOn && subject !== null && subject.anaphor !== null ? null : subject;
  // "I said", "we said": nobody that this document names.
  if (phrase?.anaphor && !view.knowledge.anaphors.has(phrase.anaphor) && !view.knowledge.attitudes)
    return null;
  if (
    hit.cue.needs.length > 0 &&
    (phrase === null || !phrase.strong || !kindsOf(view, phrase).some((kind) => hit.cue.needs.includes(kind)))
  )
    return null;
  if (
    hit.cue.form === "noun" &&
    inverted === null &&
    (phrase === null || !(phrase.strong || holds(view, phrase)))
  )
    return null;
  const base = {
    hit,
    circumstances,
    origins: [...circumstances.origins],
    outlets: [...aside.outlets, ...circumstances.outlets],
  };
  if (inverted !== null) {
    const tail = circumstancesAfter(view, inverted.to, false);
    return {
      ...base,
      phrase: inverted,
      voices: voicesOf(view, [inverted], speakers),
      outlets: [...circumstances.outlets, ...tail.outlets],
      shape: "before",
      from: hit.from,
      to: tail.to,
    };
  }
  if (phrase === null) {
    // "… and said that": the subject before goes on speaking.
    // "raised to 23 by the network, which accused …": whom the pronoun is about spoke last.
    const about =
      previous !== null &&
      isIn(view, hit.from - 1, "relatives") &&
      isSign(view, hit.from - 2, ",") &&
      previous.to >= hit.from - 2;
    if (!about && !isIn(view, hit.from - 1, "coordinators") && !isSign(view, hit.from - 1, ",")) return null;
    const main = about ? null : (previous?.phrase?.subject ?? null);
    const voices =
      main !== null
        ? voicesOf(view, [main], speakers)
        : (previous?.voices ?? subjectVoices(view, hit.from, speakers));
    if (voices.length === 0) return null;
    return {
      ...base,
      phrase: null,
      voices,
      shape: "after",
      from: hit.from,
      to: circumstances.to,
    };
  }
  const towards = isTowards(frame) && !endsBefore(view, phrase.from, quotations);
  const shape = towards ? "after" : shapeOf(view, phrase, circumstances, next, lowest, quotations);
  const beside = coordinated(view, phrase, lowest);
  return {
    ...base,
    phrase,
    voices: voicesOf(view, [phrase, ...beside], speakers),
    shape,
    from: Math.min(phrase.from, ...beside.map((other) => other.from)),
    to: circumstances.to,
  };
}

/** Its own kind, and that of its head noun: "polls from Ostra University". */
function kindsOf(view: SentenceView, { from, to, source }: SourcePhrase): SourceKind[] {
  let end = from;
  while (end < to && !isIn(view, end, "prepositions", "relatives") && !isSign(view, end, ",")) end++;
  const head = view.mentionOf[end - 1] === -1 ? phraseAt(view, end - 1, view.knowledge.speakers) : null;
  return head === null ? [source.kind] : [source.kind, head.value.kind];
}

/** A clause's whole subject holds an attitude, whoever it is. */
function holds(view: SentenceView, phrase: SourcePhrase): boolean {
  return view.knowledge.attitudes && (phrase.initial || isCapital(view, phrase.to - 1));
}

/** What follows is what they think of somebody or something, not what was said before, unless a quotation closes there. */
function isTowards(frame: CueHit["cue"]["frame"]): boolean {
  return frame === "accuse" || frame === "attitude";
}

function shapeOf(
  view: SentenceView,
  phrase: SourcePhrase,
  circumstances: Circumstances,
  next: CueHit | null,
  lowest: number,
  quotations: QuotationIndex,
): Shape {
  if (circumstances.explicit || isIn(view, phrase.from - 1, "free_relatives")) return "after";
  const rest = circumstances.to;
  const tail =
    (isParticiple(view, rest) && view.mentionOf[rest] === -1 && !(next !== null && next.from === rest)) ||
    isIn(view, rest, "tails");
  const over =
    isTerminal(view, rest) ||
    (isQuoteMark(view, rest) && rest + 1 >= view.tokens.length) ||
    isSign(view, rest, ";)") ||
    (isIn(view, rest, "connectors") && !isQuoteMark(view, rest)) ||
    (next !== null && next.from === rest && next.cue.form === "participle") ||
    // A full stop is missing: "the Observatory said The hospital is …".
    (isIn(view, rest, "articles") && /^\p{Lu}(?:\p{Ll}|$)/u.test(view.tokens[rest]!.text)) ||
    (next !== null && postposedAfter(view, rest, next));
  const quoteBefore = endsBefore(view, phrase.from, quotations);
  if (quoteBefore && phrase.from === 0) return over ? "before" : "after";
  if (quoteBefore)
    return over ? "before" : isQuoteMark(view, rest) || circumstances.separated ? "both" : "before";
  const opening = afterOpening(view, lowest);
  const before = phrase.from > lowest && hasClause(view, opening, phrase.from);
  if (!before && opening > lowest) return "after";
  if (!before) return over && (phrase.from > lowest || lowest > 0) ? "before" : "after";
  if (over) return "before";
  if (tail) return "both";
  if (phrase.initial && !isSign(view, phrase.from - 1, ",")) return "after";
  if (circumstances.separated && isSign(view, phrase.from - 1, ",")) return "both";
  if (isQuoteMark(view, rest)) return "after";
  return hasVerb(view, rest, view.tokens.length) ? "after" : "before";
}

/** "… the Observatory said SANA reported." The next cue's source begins right here and its sentence ends behind it. */
function postposedAfter(view: SentenceView, rest: number, next: CueHit): boolean {
  if (next.cue.frame === "preposition" || next.cue.form === "participle") return next.from === rest;
  const phrase = phraseBefore(view, next.from, rest);
  if (phrase === null || phrase.from > rest + 1) return false;
  const after = circumstancesAfter(view, next.to, next.cue.frame === "tell");
  return !after.explicit && isTerminal(view, after.to);
}

function prepositionPlan(view: SentenceView, hit: CueHit, lowest: number, speakers: Speakers): Plan | null {
  const described = phraseAfter(view, hit.to, view.tokens.length) ?? anyPhraseAfter(view, hit.to);
  // "according to their type": of what was told, not who tells it.
  if (described === null || (isIn(view, hit.to, "possessives") && isTold(view, described))) return null;
  const phrase = nameAfterComma(view, described) ?? described;
  const other =
    isIn(view, phrase.to, "coordinators") && !isIn(view, phrase.to - 2, "prepositions")
      ? phraseAfter(view, phrase.to + 1, view.tokens.length)
      : null;
  const circumstances = circumstancesAfter(view, afterRelative(view, other?.to ?? phrase.to), false);
  const before =
    hasClause(view, lowest, hit.from) || (hit.from > lowest && isTerminal(view, circumstances.to));
  const over =
    isTerminal(view, circumstances.to) ||
    isIn(view, circumstances.to, "breaks") ||
    isSign(view, circumstances.to, ";");
  return {
    hit,
    phrase,
    voices: voicesOf(view, other === null ? [phrase] : [phrase, other], speakers),
    circumstances,
    shape: !before ? "after" : over ? "before" : "both",
    from: hit.from,
    to: circumstances.to,
    origins: [],
    outlets: [...circumstances.outlets],
  };
}

/** "a doctor | who asked not to be named,": the end of the clause that describes a source behind its cue. */
function afterRelative(view: SentenceView, from: number): number {
  const at = isSign(view, from, ",") ? from + 1 : from;
  if (!isIn(view, at, "relatives", "relative_owners") || isIn(view, at, "complementizers")) return from;
  let end = at;
  while (!isTerminal(view, end) && !isSign(view, end, ",;:—–") && !isQuoteMark(view, end)) end++;
  return end;
}

/** No noun for a speaker, nor a name, behind "its" or "their". */
function isTold(view: SentenceView, { from, to }: SourcePhrase): boolean {
  return headsIn(view, from, to).length === 0;
}

function participlePlan(
  view: SentenceView,
  hit: CueHit,
  circumstances: Circumstances,
  previous: Plan | null,
  lowest: number,
  speakers: Speakers,
): Plan | null {
  const base = { hit, phrase: null, circumstances, from: hit.from, to: circumstances.to, origins: [] };
  if (hit.cue.needs.length > 0) {
    const shown = neededBefore(view, hit, lowest);
    if (shown === null) return null;
    const outlets = subjectVoices(view, shown.from, speakers).map((voice) => voice.speaker.source);
    return {
      ...base,
      voices: voicesOf(view, [shown], speakers),
      outlets: outlets.filter((source) => source.kind === "media"),
      shape: "after",
    };
  }
  // "said seeking help was right": part of what is said.
  if (previous !== null && hit.cue.frame === "attitude" && previous.to === hit.from) return null;
  if (previous !== null)
    return {
      ...base,
      voices: previous.voices,
      outlets: [...previous.outlets],
      origins: [...previous.origins],
      shape: "after",
    };
  // "Ilan Desh, speaking in Ostra, …": the name right before.
  const beside = isSign(view, hit.from - 1, ",") ? phraseBefore(view, hit.from - 1, lowest) : null;
  const own =
    beside !== null && beside.initial && beside.strong && beside.from === 0
      ? voicesOf(view, [beside], speakers)
      : subjectVoices(view, hit.from, speakers);
  if (own.length > 0) return { ...base, voices: own, outlets: [...circumstances.outlets], shape: "after" };
  const last = speakers.last();
  if (last === null || view.sentence.index - last.sentence > 1) return null;
  return {
    ...base,
    voices: [{ phrase: null, speaker: last, takenUp: true }],
    outlets: [...last.outlets],
    shape: hit.from > lowest ? "whole" : "after",
  };
}

/** "State television aired footage from the town showing …": the nearest noun before it of a kind that can. */
function neededBefore(view: SentenceView, { cue, from }: CueHit, lowest: number): SourcePhrase | null {
  const heads = headsIn(view, lowest, from).map((head) =>
    named(view, head.from, head.to, head.from, false, true),
  );
  return (
    heads.findLast(({ source }) => source.kind !== "unspecified" && cue.needs.includes(source.kind)) ?? null
  );
}
