// The date of publication of a report that does not state it, from what it says: an interval of days is narrowed by every
// dated past, well-known happening, anniversary and day without a year. Rule of judgement: only what must hold if the words
// are used as news uses them; where the bounds stay open, lie more than a year apart or contradict each other, it abstains.
// Knowledge: knowledge/time/. Leaves alone: dates that the report states of itself (the text room).
import type { Quoted } from "../../base/span.js";
import { quoted } from "../../base/span.js";
import { addMonths, civilDate, dayNumber, isCivil } from "../../base/civil-date.js";
import type { Sentence } from "../../model/sentence.js";
import type { TimeExpression } from "../../model/time-expression.js";
import { containing, dayStretch, edtfOf, interval, shifted, stretchOfEdtf } from "./calendar-stretch.js";
import type { Stretch } from "./calendar-stretch.js";
import { findTimes } from "./find-times.js";
import type { TimeReader } from "./find-times.js";
import type { NamedHappening } from "./happenings-in.js";
import { happeningsIn } from "./happenings-in.js";

export interface InferredDate {
  /** EDTF: the day, month or year that must be meant, or an interval of days where it spans two of these. */
  readonly published: string;
  /** The words that decided, of several those that set the later end. */
  readonly quote: Quoted;
}

/** News tells the year of a day that lies longer ago than this. */
const YEARLESS_DAYS = 300;
/** An anniversary is news shortly before its day and for half a year after it. */
const ANNIVERSARY_BEFORE = 7;
const ANNIVERSARY_AFTER = 183;
/** Bounds farther apart than this tell too little. */
const WIDEST = 366;
/** Sentences after "the second anniversary of …" in which its day may be told. */
const TOLD_WITHIN = 2;

interface Bounds {
  readonly lo: number;
  readonly hi: number;
  /** What set `hi`. */
  readonly by: TimeExpression | null;
}

export function inferPublished(
  text: string,
  sentences: readonly Sentence[],
  reader: TimeReader,
): InferredDate | null {
  const times = findTimes(text, sentences, null, reader);
  if (times.length === 0) return null;
  const told = sentences.map((sentence) => ({
    sentence,
    times: [] as TimeExpression[],
    happenings: happeningsIn(sentence, reader),
  }));
  let at = 0;
  for (const time of times) {
    while (at < told.length - 1 && told[at]!.sentence.end <= time.start) at++;
    told[at]!.times.push(time);
  }
  let bounds: Bounds = { lo: -Infinity, hi: Infinity, by: null };
  for (const { times: own, happenings } of told) {
    for (const time of own) bounds = { ...bounds, lo: Math.max(bounds.lo, pastDay(time)) };
    for (const { date } of happenings)
      bounds = { ...bounds, lo: Math.max(bounds.lo, stretchOfEdtf(date)?.lo ?? -Infinity) };
  }
  told.forEach(({ times: own, happenings }, index) => {
    for (const time of own) {
      const happening = happenings.length === 1 ? happenings[0]! : null;
      const near = told.slice(index, index + 1 + TOLD_WITHIN).flatMap((sentence) => sentence.times);
      bounds = narrowed(
        bounds,
        anniversary(time, happening, near) ?? (happening && ofHappening(time, happening)),
        time,
      );
    }
  });
  if (bounds.by === null) return null;
  for (const time of times) bounds = narrowed(bounds, yearless(time, bounds), time);
  const { lo, hi, by } = bounds;
  if (by === null || lo > hi || hi - lo > WIDEST) return null;
  return { published: narrowestEdtf(lo, hi), quote: quoted(text, by) };
}

/** The first day of a past that is told with its year; news on it comes later. */
function pastDay({ meaning, date, signal, derivation }: TimeExpression): number {
  if (
    !meaning ||
    date === null ||
    meaning.set ||
    signal === "by" ||
    signal === "until" ||
    signal === "before"
  )
    return -Infinity;
  if (derivation.note === undefined || meaning.phase === "later") return -Infinity;
  return stretchOfEdtf(date.split("/")[0]!)?.lo ?? -Infinity;
}

/** "The second anniversary" of a happening, or of the day that is told in the sentences next to it. */
function anniversary(
  { meaning }: TimeExpression,
  happening: NamedHappening | null,
  near: readonly TimeExpression[],
): Stretch | null {
  if (meaning?.anniversary === undefined) return null;
  const toldDay = near.find(
    (time) => time.date !== null && time.meaning?.year !== undefined && time.meaning.day !== undefined,
  );
  const day = stretchOfEdtf(happening?.date ?? toldDay?.date ?? null);
  if (day?.grain !== "day") return null;
  const due = dayNumber(addMonths(civilDate(day.lo), 12 * meaning.anniversary));
  return interval(dayStretch(due - ANNIVERSARY_BEFORE), dayStretch(due + ANNIVERSARY_AFTER));
}

/** "A law passed last year", "the 7 October raid": words among or just behind those that name a happening whose date is known. */
function ofHappening({ meaning, start, end }: TimeExpression, happening: NamedHappening): Stretch | null {
  const day = stretchOfEdtf(happening.date);
  if (!meaning || day?.grain !== "day") return null;
  if (meaning.month !== undefined && meaning.year === undefined && meaning.day !== undefined) {
    const { month, day: dayOfMonth } = civilDate(day.lo);
    return month === meaning.month && dayOfMonth === meaning.day
      ? interval(dayStretch(day.lo), dayStretch(day.lo + YEARLESS_DAYS))
      : null;
  }
  const { unit, amount } = meaning;
  const among = happening.start <= start && end <= happening.end;
  const behind = start > happening.end && start - happening.end <= 2;
  if (!(among || behind) || meaning.from !== "publication" || (unit !== "year" && unit !== "month"))
    return null;
  return typeof amount === "number" ? shifted(day.lo, unit, -amount) : null;
}

/** A day without a year lies less than ten months back; tells only where that leaves a single year. */
function yearless({ meaning, derivation }: TimeExpression, { lo, hi }: Bounds): Stretch | null {
  const named = meaning?.end ?? meaning;
  if (!named || named.day === undefined || named.month === undefined || named.year !== undefined) return null;
  if (named.within || derivation.note !== undefined) return null;
  const years = [civilDate(lo).year - 1, civilDate(lo).year, civilDate(lo).year + 1, civilDate(hi).year];
  const fitting = [...new Set(years)]
    .map((year) => ({ year, month: named.month!, day: named.day! }))
    .filter(isCivil)
    .map(dayNumber)
    .filter((day) => day <= hi && day + YEARLESS_DAYS >= lo);
  return fitting.length === 1
    ? interval(dayStretch(fitting[0]!), dayStretch(fitting[0]! + YEARLESS_DAYS))
    : null;
}

function narrowed(bounds: Bounds, by: Stretch | null | undefined, expression: TimeExpression): Bounds {
  if (!by) return bounds;
  return {
    lo: Math.max(bounds.lo, by.lo),
    hi: Math.min(bounds.hi, by.hi),
    by: by.hi < bounds.hi ? expression : bounds.by,
  };
}

function narrowestEdtf(lo: number, hi: number): string {
  for (const unit of ["day", "month", "year"] as const) {
    const whole = containing(lo, unit);
    if (whole.hi >= hi) return edtfOf(whole);
  }
  return edtfOf({ lo, hi, grain: "interval" });
}
