// TimeMeaning: what the words of a time expression say, before it is resolved against anything. Named parts stand apart
// from relative ones (chrono's known and implied, SCATE's intervals and periods), so that later stages can resolve again.

export const TIME_UNITS = [
  "second",
  "minute",
  "hour",
  "day",
  "weekend",
  "week",
  "month",
  "quarter",
  "season",
  "year",
  "decade",
  "century",
] as const;
export type TimeUnit = (typeof TIME_UNITS)[number];

export interface TimeMeaning {
  /** Named parts of a calendar date. Weekday: Monday is 1. Decade 198 is the 1980s; century 21 the 21st. */
  readonly year?: number;
  readonly month?: number;
  readonly day?: number;
  readonly weekday?: number;
  readonly quarter?: number;
  readonly half?: number;
  readonly season?: "SP" | "SU" | "FA" | "WI";
  readonly decade?: number;
  readonly century?: number;
  /** Month and day are of this calendar; for Easter `day` counts from its Sunday. */
  readonly calendar?: "islamic" | "hebrew" | "persian" | "easter" | "orthodox-easter";
  /** Which day of a feast ("the second day of Eid"), or which such weekday of the month (-1 is the last). */
  readonly nth?: number;
  /** Day and month in an order that the words leave open ("09/06/2018"). */
  readonly either?: true;
  /** Which of the named days, months or seasons: "last October", "next Friday", "this Monday"; recent: "Monday's attack". */
  readonly which?: "last" | "this" | "next" | "previous" | "following" | "recent";
  /** The year, month or week that a name belongs to: "October last year" is month 10, within year -1. */
  readonly within?: { readonly unit: TimeUnit; readonly amount: number };

  /** A distance: "two days ago" is day -2 from publication; null where vague ("some years ago"). */
  readonly unit?: TimeUnit;
  readonly amount?: number | null;
  readonly from?: "publication" | "earlier" | "event";
  /** Counted back from now to compare with: "a year ago" beside a quarter is that quarter a year before. */
  readonly ago?: true;
  /** The last or next so many units up to now or from now on: "over the last 15 days". */
  readonly stretch?: "past" | "future";

  /** A bare duration or a repetition ("every day"); PRESENT_REF, PAST_REF, FUTURE_REF. */
  readonly duration?: true;
  readonly set?: true;
  readonly reference?: "PRESENT_REF" | "PAST_REF" | "FUTURE_REF";

  /** "the second anniversary": two; the day is that of the event named after it. */
  readonly anniversary?: number;

  /** Two ends: "between 14 March and 9 May". */
  readonly begin?: TimeMeaning;
  readonly end?: TimeMeaning;

  /** Part of the day by name of knowledge/time's table, or a clock. */
  readonly part?: string;
  readonly hour?: number;
  readonly minute?: number;
  readonly meridiem?: "am" | "pm";
  /** "early Friday", "late July", "earlier this week". */
  readonly phase?: "early" | "mid" | "late" | "end" | "earlier" | "later";
  /** The night that leads into the day named: "overnight into Friday". */
  readonly into?: true;
  readonly approx?: true;
}

/** How an expression is bound to what happened: "since Friday", "until May", "by noon". */
export const TIME_SIGNALS = ["since", "until", "before", "after", "by"] as const;
export type TimeSignal = (typeof TIME_SIGNALS)[number];
