// From what the words of a time say to a stretch of days, against the date of publication and the expression before.
// News looks back: a weekday or a day without a year is the last one on or before publication, unless the tense looks
// ahead. What the reference is too coarse for stays unknown (null): a year of publication resolves no weekday.
import { addMonths, civilDate, dayNumber, isCivil, weekdayOf } from "../../base/civil-date.js";
import type { TimeMeaning } from "../../model/time-meaning.js";
import type { Stretch } from "./calendar-stretch.js";
import {
  centuryStretch,
  containing,
  dayStretch,
  decadeStretch,
  interval,
  monthStretch,
  quarterStretch,
  seasonStretch,
  shifted,
  yearStretch,
} from "./calendar-stretch.js";
import { feastIn } from "./feast-days.js";

export interface TimeReference {
  readonly published: Stretch | null;
  /** The last expression before this one that locates events. */
  readonly earlier: Stretch | null;
  /** The event that a "from: event" counts from, where it is known. */
  readonly event: Stretch | null;
  /** The sentence speaks of what is to come, of what has been, or does not tell. */
  readonly tense: "future" | "past" | null;
}

/** A name without a year may lie this many days after publication when the last one before it is far. */
const NEAR_FUTURE = 60;
/** With a tense that looks ahead, one that has just been is meant all the same when the next one is nearly a year off. */
const FAR_FUTURE = 270;

export function resolveMeaning(meaning: TimeMeaning, reference: TimeReference): Stretch | null {
  const stretch = withoutPhase(meaning, reference);
  if (!stretch) return null;
  if (meaning.into) return interval(dayStretch(stretch.lo - 1), dayStretch(stretch.hi));
  const now = reference.published;
  if (meaning.phase === "earlier" && now?.grain === "day" && stretch.lo < now.lo && now.lo < stretch.hi)
    return { ...stretch, hi: stretch.grain === "week" ? now.lo : stretch.hi };
  return stretch;
}

function withoutPhase(meaning: TimeMeaning, reference: TimeReference): Stretch | null {
  if (meaning.begin && meaning.end) return resolveRange(meaning.begin, meaning.end, reference);
  if (meaning.stretch) return resolveStretch(meaning, reference);
  if (meaning.unit && meaning.from) return resolveShift(meaning, reference);
  return resolveCalendar(meaning, reference);
}

/** "5 to 7 July", "between October and January 2022": the nearer end lends what the other one lacks. */
function resolveRange(begin: TimeMeaning, end: TimeMeaning, reference: TimeReference): Stretch | null {
  const borrowed =
    begin.month === undefined && begin.day !== undefined && end.month !== undefined
      ? { ...begin, month: end.month }
      : begin;
  const to =
    end.month === undefined && end.day !== undefined && begin.month !== undefined
      ? resolveMeaning({ ...end, month: begin.month }, reference)
      : resolveMeaning(end, reference);
  if (!to) return null;
  if (borrowed.year === undefined && (borrowed.month !== undefined || borrowed.weekday !== undefined)) {
    const from = resolveMeaning(borrowed, { ...reference, published: dayStretch(to.hi), tense: "past" });
    return from && interval(from, to);
  }
  const from = resolveMeaning(borrowed, reference);
  if (!from) return null;
  // "from today through 17 November": what ends before it begins looks ahead.
  const ahead = to.hi < from.lo ? resolveMeaning(end, { ...reference, tense: "future" }) : to;
  return ahead && interval(from, ahead);
}

/** "over the last 15 days": from so many units before publication up to it. */
function resolveStretch(
  { unit, amount, stretch }: TimeMeaning,
  { published }: TimeReference,
): Stretch | null {
  if (!unit || amount === null || amount === undefined || !published) return null;
  const sign = stretch === "past" ? -1 : 1;
  const small = unit === "hour" || unit === "minute" || unit === "second";
  const days = small ? Math.ceil(amount / { hour: 24, minute: 1440, second: 86400 }[unit]) : amount;
  const exact = small || unit === "day" || unit === "week" || unit === "weekend";
  if (exact && published.grain !== "day") return null;
  const counted = small ? "day" : unit === "weekend" ? "week" : unit;
  const base = sameUnit(published, counted === "week" ? "day" : counted);
  if (base === null) return null;
  const far =
    counted === "week" ? shifted(base, "day", sign * amount * 7) : shifted(base, counted, sign * days);
  const near = exact ? dayStretch(base) : containing(base, counted);
  return far && (sign < 0 ? interval(far, near) : interval(near, far));
}

/** The reference's day where all its days lie in one such unit, else null. */
function sameUnit(reference: Stretch, unit: Parameters<typeof containing>[1]): number | null {
  return containing(reference.lo, unit).hi >= reference.hi ? reference.lo : null;
}

function resolveShift(meaning: TimeMeaning, reference: TimeReference): Stretch | null {
  const { unit, amount, from } = meaning;
  if (unit === undefined || from === undefined) return null;
  const base =
    from === "publication" ? reference.published : from === "event" ? reference.event : reference.earlier;
  if (!base) return null;
  const small = unit === "hour" || unit === "minute" || unit === "second";
  if (amount === null || amount === undefined) return small && base.grain === "day" ? base : null;
  if (small) return base.grain === "day" && Math.abs(amount) <= 12 ? base : null;
  // "a week later" counts days from the day before it; "last week" names a week.
  if (unit === "week" && from !== "publication" && base.grain === "day")
    return shifted(base.lo, "day", amount * 7);
  if (from !== "publication" && amount === 0 && unit === "day") return base.grain === "day" ? base : null;
  // A year before a quarter is that quarter; "the quarter" is the one spoken of, else the last that is over.
  const compared = meaning.ago ? reference.earlier : base;
  if (unit === "year" && (meaning.ago || from !== "publication") && compared?.grain === "quarter")
    return shifted(compared.lo, "quarter", amount * 4);
  if (unit === "quarter" && from === "earlier" && amount === 0 && base.grain !== "quarter")
    return reference.published && shifted(reference.published.lo, "quarter", -1);
  // "the weekend" lies behind unless the sentence looks ahead.
  const day = sameUnit(base, unit === "weekend" ? "week" : unit);
  if (day === null) return null;
  const ahead = unit === "weekend" && amount === 0 && from === "publication" && reference.tense !== "future";
  return shifted(day, unit, ahead && containing(day, "weekend").lo > day ? -1 : amount);
}

function resolveCalendar(meaning: TimeMeaning, reference: TimeReference): Stretch | null {
  const { year, month, day, weekday, published } = { ...meaning, ...reference };
  if (meaning.either) return resolveEither(meaning);
  if (meaning.decade !== undefined) return decadeStretch(meaning.decade);
  if (meaning.century !== undefined) return centuryStretch(meaning.century);
  if (meaning.within) return resolveWithin(meaning, reference);
  if (year !== undefined) return inYear(meaning, year);
  if (
    month !== undefined ||
    meaning.quarter !== undefined ||
    meaning.season !== undefined ||
    isFeast(meaning)
  )
    return nearest(meaning, reference, (y) => inYear(meaning, y));
  if (day !== undefined) {
    const base = meaning.which === "following" ? reference.earlier : published;
    if (!base || base.grain !== "day") return null;
    return lastBefore(base.lo, reference.tense === "future", (months) => {
      const { year: y, month: m } = addMonths({ ...civilDate(base.lo), day: 1 }, months);
      return isCivil({ year: y, month: m, day }) ? dayNumber({ year: y, month: m, day }) : null;
    });
  }
  return weekday === undefined ? null : resolveWeekday(weekday, meaning, reference);
}

function isFeast({ calendar, nth }: TimeMeaning): boolean {
  return calendar !== undefined || nth !== undefined;
}

/** "09/06/2018": a day only where both orders give the same, or the weekday named fits one of them alone. */
function resolveEither({ year, month, day, weekday }: TimeMeaning): Stretch | null {
  const orders = [
    { year: year!, month: month!, day: day! },
    { year: year!, month: day!, day: month! },
  ].map((date) => dayStretch(dayNumber(date)));
  if (month === day) return orders[0]!;
  const fitting = orders.filter(({ lo }) => weekdayOf(lo) === weekday);
  return fitting.length === 1 ? fitting[0]! : null;
}

/** The part of one given year; null where the calendar has no such day. */
function inYear(meaning: TimeMeaning, year: number): Stretch | null {
  const { month, day, quarter, season } = meaning;
  if (isFeast(meaning)) return feastIn(meaning, year);
  if (quarter !== undefined) return quarter >= 1 && quarter <= 4 ? quarterStretch(year, quarter) : null;
  if (season !== undefined) return seasonStretch(year, season);
  if (month === undefined) return yearStretch(year);
  if (day === undefined) return monthStretch(year, month);
  return isCivil({ year, month, day }) ? dayStretch(dayNumber({ year, month, day })) : null;
}

/** The last such part on or before publication; the next one where the words or the tense look ahead. */
function nearest(
  meaning: TimeMeaning,
  { published, earlier, tense }: TimeReference,
  at: (year: number) => Stretch | null,
): Stretch | null {
  const relative = meaning.which === "previous" || meaning.which === "following";
  const base = relative ? earlier : published;
  if (!base) return null;
  const { year } = civilDate(base.hi);
  const found = [year - 4, year - 3, year - 2, year - 1, year, year + 1, year + 2, year + 3, year + 4]
    .map(at)
    .filter((stretch): stretch is Stretch => stretch !== null);
  // "Saturday, 25 April" can only be a year in which that day is a Saturday.
  const weekday = isFeast(meaning) ? undefined : meaning.weekday;
  const fitting = weekday === undefined ? found : found.filter(({ lo }) => weekdayOf(lo) === weekday);
  return choose(meaning, base, fitting.length > 0 ? fitting : found, relative ? "past" : tense, at(year));
}

function choose(
  meaning: TimeMeaning,
  base: Stretch,
  found: readonly Stretch[],
  tense: TimeReference["tense"],
  current: Stretch | null,
): Stretch | null {
  const past = found.filter((s) =>
    meaning.which === "last" || meaning.which === "previous" ? s.hi < base.lo : s.lo <= base.hi,
  );
  const ahead = found.filter((s) => (meaning.which === "next" ? s.lo > base.hi : s.hi >= base.lo));
  if (meaning.which === "next" || meaning.which === "following") return ahead[0] ?? null;
  if (meaning.which === "this") return current;
  const before = past.at(-1) ?? null;
  const soon = ahead[0];
  if (before === null && meaning.weekday !== undefined && !isFeast(meaning)) return soon ?? null;
  if (meaning.which !== undefined || !soon || !before) return before;
  const far = soon.lo - base.lo;
  if (tense === "future") return far > FAR_FUTURE && base.lo - before.lo < 365 - FAR_FUTURE ? before : soon;
  return base.grain === "day" && soon.lo > base.lo && far <= NEAR_FUTURE && base.lo - before.hi > FAR_FUTURE
    ? soon
    : before;
}

function lastBefore(base: number, future: boolean, at: (months: number) => number | null): Stretch | null {
  for (const months of future ? [0, 1, 2] : [0, -1, -2]) {
    const day = at(months);
    if (day !== null && (future ? day >= base : day <= base)) return dayStretch(day);
  }
  return null;
}

function resolveWeekday(weekday: number, { which }: TimeMeaning, reference: TimeReference): Stretch | null {
  const base = which === "previous" || which === "following" ? reference.earlier : reference.published;
  if (!base || base.grain !== "day") return null;
  const back = (weekdayOf(base.lo) - weekday + 7) % 7;
  const forth = (7 - back) % 7;
  switch (which) {
    case "last":
    case "previous":
      return dayStretch(base.lo - (back === 0 ? 7 : back));
    case "next":
    case "following":
      return dayStretch(base.lo + (forth === 0 ? 7 : forth));
    case "this":
      return dayStretch(reference.tense === "future" || back > 3 ? base.lo + forth : base.lo - back);
    case "recent":
      return dayStretch(base.lo - back);
    case undefined:
      return dayStretch(reference.tense === "future" ? base.lo + forth : base.lo - back);
  }
}

/** "October last year", "Friday last week", "the 5th of this month". */
function resolveWithin(meaning: TimeMeaning, { published }: TimeReference): Stretch | null {
  const { unit, amount } = meaning.within!;
  const day = published && sameUnit(published, unit);
  if (day === null) return null;
  const whole = shifted(day, unit, amount);
  if (!whole) return null;
  const { year, month } = civilDate(whole.lo);
  if (meaning.weekday !== undefined)
    return unit === "week" ? dayStretch(whole.lo + meaning.weekday - 1) : null;
  if (unit === "month" && meaning.day !== undefined) return inYear({ month, day: meaning.day }, year);
  if (unit === "year") return inYear(meaning, year);
  return null;
}
