// Whether a number covers many happenings: a stretch of time stands with it, or a whole war, or it is larger than any single
// happening. Comes in: a sentence and one of its numbers. Goes out: the stretch as an EDTF interval where the text tells it.
// Leaves alone: days on which single things happen. Where no words make it a tally it is none (law 2).
import type { TallyKnowledge } from "../../knowledge/tallies.js";
import { dayCount, dayRange } from "../../model/day-range.js";
import type { TimeExpression } from "../../model/time-expression.js";
import type { CountedNumber } from "./counted-number.js";
import type { Found, Ground } from "./ground.js";

export interface Coverage {
  /** Id of the reason: "stretch", "since", "days-of", "days", "calendar", "war", "scale", "continued". */
  readonly rule: string;
  readonly period: string | null;
  /** Words that tell it; null where the number itself does. */
  readonly words: { readonly from: number; readonly to: number } | null;
}

/** More dead, hurt or displaced than in any single happening that reports tell of. */
const SCALE = 5000;
/** A number of people told of a war is one of the whole war from here on: fewer may be one battle's. */
const WAR_SCALE = 200;
/** People told for a calendar week or month may be those of one happening; from here on they are rarely. */
const MANY = 12;
/** How far from the number the words for the war may stand, and how far after "since" its time, in tokens. */
const WAR_GAP = 14;
const SINCE_GAP = 14;
const SUPERLATIVE_GAP = 8;
/** A day as near as this to a number is the number's own. */
const DAY_GAP = 4;

/** `before`: what covered the numbers of the sentence before. */
export function coverageOf(
  ground: Ground,
  number: CountedNumber,
  published: string | null,
  before: Coverage | null,
  knowledge: TallyKnowledge,
): Coverage | null {
  const least = number.count.min ?? number.count.max ?? 0;
  const stretches = ground.times.flatMap((time, index) => {
    const stretch = stretchOf(ground, time, published, knowledge) ?? daysTogether(ground, index, knowledge);
    return stretch === null ? [] : [{ ...stretch, time }];
  });
  const war = number.of === "people" && least >= WAR_SCALE ? warNear(ground, number, knowledge) : null;
  for (const { time, period, strong, rule } of stretches.toSorted(
    (a, b) => gap(a.time, number) - gap(b.time, number),
  )) {
    if (!strong && number.of === "people" && (least < MANY || !goesOn(ground, knowledge))) continue;
    if (belongs(ground, time, number, knowledge)) return { rule, period, words: time };
  }
  const since = untimedSince(ground, number, knowledge);
  if (since !== null) return { rule: "since", period: null, words: since };
  if (war !== null) return { rule: "war", period: null, words: war };
  if (number.of === "people" && least >= SCALE) return { rule: "scale", period: null, words: null };
  return before !== null && number.of === "people" && continues(ground, number, knowledge)
    ? { rule: "continued", period: before.period, words: null }
    : null;
}

interface Stretch {
  readonly rule: string;
  readonly period: string | null;
  /** Its words can only mean a stretch; a calendar week or month may hold a single happening. */
  readonly strong: boolean;
}

function stretchOf(
  ground: Ground,
  time: Found<TimeExpression>,
  published: string | null,
  knowledge: TallyKnowledge,
): Stretch | null {
  const { date, type, signal } = time.value;
  const lower = (i: number): string => ground.tokens[i]?.lower ?? "";
  if (signal === "since")
    return date !== null && days(date) >= 2 ? { rule: "since", period: date, strong: true } : null;
  const begin = sinceBefore(ground, time, knowledge);
  if (begin) return date === null ? null : { rule: "since", period: until(date, published), strong: true };
  if (type === "duration") {
    if (date !== null) return days(date) >= 2 ? { rule: "stretch", period: date, strong: true } : null;
    if (!isLong(time.value.timex)) return null;
    if (isSuperlative(ground, time, knowledge)) return null;
    return knowledge.over.has(lower(time.from - 1)) || knowledge.of.has(lower(time.to))
      ? { rule: "days-of", period: null, strong: true }
      : null;
  }
  return type === "date" && date !== null && days(date) > 2 && signal == null
    ? { rule: "calendar", period: date, strong: false }
    : null;
}

/** "on Tuesday and Wednesday". */
function daysTogether({ tokens, times }: Ground, index: number, { parts }: TallyKnowledge): Stretch | null {
  const [first, second] = [times[index]!, times[index + 1]];
  if (second === undefined || second.from - first.to !== 1) return null;
  const [begin, end] = [first.value.date, second.value.date];
  if (begin === null || end === null || days(begin) !== 1 || days(end) !== 1 || begin >= end) return null;
  return parts.longestAt((i) => tokens[i]?.lower, first.to) === null
    ? null
    : { rule: "days", period: `${begin}/${end}`, strong: true };
}

/** "the deadliest in almost a year". */
function isSuperlative(
  { tokens }: Ground,
  time: Found<TimeExpression>,
  { superlatives }: TallyKnowledge,
): boolean {
  for (let i = time.from - 1; i >= Math.max(0, time.from - SUPERLATIVE_GAP); i--)
    if (superlatives.has(tokens[i]!.lower)) return true;
  return false;
}

/** "since the start of the operation": a beginning that no date tells. */
function untimedSince(
  { tokens }: Ground,
  number: CountedNumber,
  { since, relatives }: TallyKnowledge,
): Coverage["words"] {
  for (let i = number.to; i < Math.min(tokens.length - 1, number.to + SINCE_GAP); i++) {
    if (relatives.has(tokens[i]!.lower)) return null;
    if (since.has(tokens[i]!.lower))
      return ["DET", "NOUN", "PROPN", "ADJ"].includes(tokens[i + 1]!.tag) ? { from: i, to: i + 2 } : null;
  }
  return null;
}

/** Many happenings in one sentence: several are named, or one that goes on. */
function goesOn({ tokens }: Ground, { nouns, ongoing }: TallyKnowledge): boolean {
  const lower = (i: number): string | undefined => tokens[i]?.lower;
  return tokens.some(
    ({ fine }, i) =>
      ongoing.longestAt(lower, i) !== null ||
      (nouns.longestAt(lower, i) !== null && (fine === "NNS" || tokens[i + 1]?.fine === "NNS")),
  );
}

/** "63 people have been hurt", with no day of its own. */
function continues({ tokens, times }: Ground, number: CountedNumber, { perfect }: TallyKnowledge): boolean {
  if (times.some(({ from, to, value }) => value.locatesEvents && gap({ from, to }, number) <= DAY_GAP))
    return false;
  for (let i = number.from; i < number.to; i++) if (perfect.has(tokens[i]!.lower)) return true;
  return false;
}

/** "since the truce collapsed on 19 September". */
function sinceBefore({ tokens }: Ground, time: Found<TimeExpression>, { since }: TallyKnowledge): boolean {
  for (let i = time.from - 1; i >= Math.max(0, time.from - SINCE_GAP); i--)
    if (since.has(tokens[i]!.lower)) return true;
  return false;
}

function until(date: string, published: string | null): string {
  const begin = date.split("/")[0]!;
  // A date of publication that was inferred may be a stretch: its last day.
  return `${begin}/${published?.split("/").at(-1) ?? ".."}`;
}

/** Of two days or more: P2D, PXM, P1Y; no hours. */
function isLong(timex: string | null): boolean {
  return timex !== null && /^P(?!T)/u.test(timex) && timex !== "P1D";
}

function days(date: string): number {
  if (date.endsWith("/..")) return Infinity;
  const range = dayRange(date);
  return range === null ? 0 : dayCount(range);
}

/** The stretch is told of this number: no other statement begins between, and no single day stands nearer. */
function belongs(
  ground: Ground,
  time: Found<TimeExpression>,
  number: CountedNumber,
  knowledge: TallyKnowledge,
): boolean {
  if (time.from >= number.to)
    for (let i = number.to; i < time.from; i++) {
      if (knowledge.since.has(ground.tokens[i]!.lower)) break;
      if (knowledge.relatives.has(ground.tokens[i]!.lower)) return false;
    }
  return !ground.times.some(
    (other) =>
      other !== time &&
      other.value.locatesEvents &&
      other.value.signal == null &&
      other.value.date !== null &&
      days(other.value.date) === 1 &&
      gap(other, number) < gap(time, number) &&
      !sinceBefore(ground, other, knowledge),
  );
}

function gap(
  a: { readonly from: number; readonly to: number },
  b: { readonly from: number; readonly to: number },
): number {
  return Math.max(0, a.from - b.to, b.from - a.to);
}

function warNear({ tokens }: Ground, number: CountedNumber, { war }: TallyKnowledge): Coverage["words"] {
  const lower = (i: number): string | undefined => tokens[i]?.lower;
  for (let i = Math.max(0, number.from - WAR_GAP); i < Math.min(tokens.length, number.to + WAR_GAP); i++) {
    const phrase = war.longestAt(lower, i);
    if (phrase !== null) return { from: i, to: i + phrase.words.length };
  }
  return null;
}
