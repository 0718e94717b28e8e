// A stretch of days with its grain, and its names in EDTF and TIMEX3. Weeks begin on Monday (ISO 8601); EDTF has no week,
// quarter or northern season of the precision needed here, so these are written as intervals of days or months.
import {
  addMonths,
  civilDate,
  dayNumber,
  daysInMonth,
  isoDate,
  isoWeek,
  padded,
  weekdayOf,
} from "../../base/civil-date.js";
import type { TimeUnit } from "../../model/time-meaning.js";

export type Grain = Exclude<TimeUnit, "second" | "minute" | "hour"> | "interval";

export interface Stretch {
  readonly lo: number;
  /** Inclusive. */
  readonly hi: number;
  readonly grain: Grain;
  /** An interval's ends, each with its own grain. */
  readonly begin?: Stretch;
  readonly end?: Stretch;
}

export function dayStretch(day: number): Stretch {
  return { lo: day, hi: day, grain: "day" };
}
export function monthStretch(year: number, month: number): Stretch {
  return {
    lo: dayNumber({ year, month, day: 1 }),
    hi: dayNumber({ year, month, day: daysInMonth(year, month) }),
    grain: "month",
  };
}
export function yearStretch(year: number): Stretch {
  return {
    lo: dayNumber({ year, month: 1, day: 1 }),
    hi: dayNumber({ year, month: 12, day: 31 }),
    grain: "year",
  };
}
function monthsStretch(year: number, month: number, months: number, grain: Grain): Stretch {
  const last = addMonths({ year, month, day: 1 }, months - 1);
  return { lo: monthStretch(year, month).lo, hi: monthStretch(last.year, last.month).hi, grain };
}
/** Null where it would end before it begins. */
export function interval(begin: Stretch, end: Stretch): Stretch | null {
  return begin.lo <= end.hi ? { lo: begin.lo, hi: end.hi, grain: "interval", begin, end } : null;
}

const SEASON_START = { WI: 12, SP: 3, SU: 6, FA: 9 } as const;
/** Meteorological seasons of the northern half; winter bears the year in which it begins. */
export function seasonStretch(year: number, season: "SP" | "SU" | "FA" | "WI"): Stretch {
  return monthsStretch(year, SEASON_START[season], 3, "season");
}
export function quarterStretch(year: number, quarter: number): Stretch {
  return monthsStretch(year, quarter * 3 - 2, 3, "quarter");
}
export function decadeStretch(decade: number): Stretch {
  return { lo: yearStretch(decade * 10).lo, hi: yearStretch(decade * 10 + 9).hi, grain: "decade" };
}
export function centuryStretch(century: number): Stretch {
  return { lo: yearStretch(century * 100 - 100).lo, hi: yearStretch(century * 100 - 1).hi, grain: "century" };
}

/** The unit of the calendar that holds this day. */
export function containing(day: number, unit: TimeUnit): Stretch {
  const { year, month } = civilDate(day);
  switch (unit) {
    case "second":
    case "minute":
    case "hour":
    case "day":
      return dayStretch(day);
    case "week": {
      const monday = day - weekdayOf(day) + 1;
      return { lo: monday, hi: monday + 6, grain: "week" };
    }
    case "weekend": {
      const monday = day - weekdayOf(day) + 1;
      return { lo: monday + 5, hi: monday + 6, grain: "weekend" };
    }
    case "month":
      return monthStretch(year, month);
    case "quarter":
      return quarterStretch(year, Math.floor((month - 1) / 3) + 1);
    case "season":
      return month < 3
        ? seasonStretch(year - 1, "WI")
        : seasonStretch(year, (["SP", "SU", "FA", "WI"] as const)[Math.floor(month / 3) - 1]!);
    case "year":
      return yearStretch(year);
    case "decade":
      return decadeStretch(Math.floor(year / 10));
    case "century":
      return centuryStretch(Math.floor(year / 100) + 1);
  }
}

/** The unit that lies so many units later. */
export function shifted(day: number, unit: TimeUnit, amount: number): Stretch | null {
  const days = unit === "week" || unit === "weekend" ? 7 : unit === "day" ? 1 : 0;
  if (days > 0) return Math.abs(amount) < 1e5 ? containing(day + days * amount, unit) : null;
  const months =
    { month: 1, quarter: 3, season: 3, year: 12, decade: 120, century: 1200 }[unit as "month"] ?? 0;
  if (months === 0) return dayStretch(day);
  if (Math.abs(amount) * months > 24000) return null;
  const moved = addMonths(civilDate(day), amount * months);
  return moved.year > 0 ? containing(dayNumber(moved), unit) : null;
}

/** EDTF. A week is an interval of days, a quarter or season one of months, a decade one of years. */
export function edtfOf(stretch: Stretch): string {
  const { lo, hi, grain } = stretch;
  switch (grain) {
    case "day":
      return isoDate(lo);
    case "month":
      return isoDate(lo).slice(0, 7);
    case "year":
      return isoDate(lo).slice(0, 4);
    case "quarter":
    case "season":
      return `${isoDate(lo).slice(0, 7)}/${isoDate(hi).slice(0, 7)}`;
    case "decade":
    case "century":
      return `${isoDate(lo).slice(0, 4)}/${isoDate(hi).slice(0, 4)}`;
    case "week":
    case "weekend":
      return `${isoDate(lo)}/${isoDate(hi)}`;
    case "interval": {
      const from = stretch.begin ? edtfOf(stretch.begin).split("/")[0]! : isoDate(lo);
      const to = stretch.end ? edtfOf(stretch.end).split("/").at(-1)! : isoDate(hi);
      return from === to ? from : `${from}/${to}`;
    }
  }
}

/** The last end of a stretch in EDTF: "2016-10-24" of a day, "2016-10" of a month. */
export function isoEnd(stretch: Stretch): string {
  return edtfOf(stretch).split("/").at(-1)!;
}

/** TIMEX3 value of a date. */
export function timexOf({ lo, hi, grain, begin }: Stretch): string {
  const { year, month } = civilDate(lo);
  switch (grain) {
    case "day":
      return isoDate(lo);
    case "interval":
      return begin ? timexOf(begin) : isoDate(hi);
    case "month":
      return isoDate(lo).slice(0, 7);
    case "year":
      return padded(year, 4);
    case "quarter":
      return `${padded(year, 4)}-Q${Math.floor((month - 1) / 3) + 1}`;
    case "season":
      return `${padded(year, 4)}-${{ 12: "WI", 3: "SP", 6: "SU", 9: "FA" }[month as 12]}`;
    case "decade":
      return padded(year, 4).slice(0, 3);
    case "century":
      return padded(year, 4).slice(0, 2);
    case "week":
    case "weekend": {
      const week = isoWeek(lo);
      return `${padded(week.year, 4)}-W${padded(week.week, 2)}${grain === "weekend" ? "-WE" : ""}`;
    }
  }
}

const EDTF = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?(?:T[\d:.Z+-]*)?[?~%]?$/;

/** An EDTF day, month, year, or interval of these, as a stretch; null for anything else (an open or unknown end too). */
export function stretchOfEdtf(edtf: string | null): Stretch | null {
  if (edtf === null || edtf.length > 80) return null;
  const ends = edtf.split("/");
  if (ends.length === 2) {
    const begin = stretchOfEdtf(ends[0]!);
    const end = stretchOfEdtf(ends[1]!);
    return begin && end && begin.lo <= end.hi
      ? { lo: begin.lo, hi: end.hi, grain: "interval", begin, end }
      : null;
  }
  const match = EDTF.exec(edtf);
  if (!match) return null;
  const year = Number(match[1]);
  if (match[2] === undefined) return yearStretch(year);
  const month = Number(match[2]);
  if (month < 1 || month > 12) return null;
  if (match[3] === undefined) return monthStretch(year, month);
  const day = Number(match[3]);
  return day >= 1 && day <= daysInMonth(year, month) ? dayStretch(dayNumber({ year, month, day })) : null;
}
