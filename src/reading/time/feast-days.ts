// Feasts and months of other calendars as days of ours: Islamic (Umm al-Qura), Hebrew and Persian by @internationalized/date, Easter
// by date-easter (Gregorian and Julian computus); and days told by weekday ("the fourth Thursday of November"). In: what the
// words say and a year of ours. Out: where it lies in that year. Leaves alone that a new moon may be sighted a day later.
import {
  CalendarDate,
  HebrewCalendar,
  IslamicUmalquraCalendar,
  PersianCalendar,
} from "@internationalized/date";
import { GregorianCalendar, toCalendar } from "@internationalized/date";
import { easter, orthodoxEaster } from "date-easter";
import { dayNumber, daysInMonth, weekdayOf } from "../../base/civil-date.js";
import type { TimeMeaning } from "../../model/time-meaning.js";
import type { Stretch } from "./calendar-stretch.js";
import { dayStretch, interval } from "./calendar-stretch.js";

const CALENDARS = {
  islamic: new IslamicUmalquraCalendar(),
  hebrew: new HebrewCalendar(),
  persian: new PersianCalendar(),
} as const;
const GREGORIAN = new GregorianCalendar();

/** The first that begins in this year of ours; null where none does. A lunar year is shorter than ours: some years hold two. */
export function feastIn(meaning: TimeMeaning, year: number): Stretch | null {
  const { calendar, nth } = meaning;
  const first =
    calendar === undefined
      ? weekdayInMonth(meaning, year)
      : calendar === "easter" || calendar === "orthodox-easter"
        ? easterDay(calendar, meaning.day ?? 0, year)
        : calendarDay(CALENDARS[calendar], meaning, year);
  return first === null || nth === undefined || meaning.calendar === undefined
    ? first
    : dayStretch(first.lo + nth - 1);
}

function easterDay(calendar: "easter" | "orthodox-easter", offset: number, year: number): Stretch {
  const { month, day } = calendar === "easter" ? easter(year) : orthodoxEaster(year);
  return dayStretch(dayNumber({ year, month, day }) + offset);
}

function calendarDay(
  calendar: (typeof CALENDARS)[keyof typeof CALENDARS],
  { month, day }: TimeMeaning,
  year: number,
): Stretch | null {
  const first = toCalendar(new CalendarDate(year, 1, 1), calendar);
  for (const own of [first.year, first.year + 1]) {
    const begin = dayOf(new CalendarDate(calendar, own, month!, day ?? 1));
    if (begin.year !== year) continue;
    const from = dayNumber(begin);
    if (day !== undefined) return dayStretch(from);
    const days = calendar.getDaysInMonth(new CalendarDate(calendar, own, month!, 1));
    return interval(dayStretch(from), dayStretch(from + days - 1));
  }
  return null;
}

function dayOf(date: CalendarDate): { readonly year: number; readonly month: number; readonly day: number } {
  const { year, month, day } = toCalendar(date, GREGORIAN);
  return { year, month, day };
}

/** `nth` from the end where negative: the last Monday of May is -1. */
function weekdayInMonth({ month, weekday, nth }: TimeMeaning, year: number): Stretch | null {
  if (month === undefined || weekday === undefined || nth === undefined) return null;
  if (nth > 0) {
    const first = dayNumber({ year, month, day: 1 });
    return dayStretch(first + ((weekday - weekdayOf(first) + 7) % 7) + (nth - 1) * 7);
  }
  const last = dayNumber({ year, month, day: daysInMonth(year, month) });
  return dayStretch(last - ((weekdayOf(last) - weekday + 7) % 7) + (nth + 1) * 7);
}
