// The timeline's arithmetic: marks with a first and last possible day into bars of certain ones and spans of uncertain ones.
// A mark whose days all fall into one bin is counted there; any other is drawn as the span it is, never as a point.
// The frame leaves out a few far-off marks (recalled wars of decades ago) when they would flatten the rest, and says how many.
import { civilFromDays, dayNumber, daysFromCivil } from "./day-number.js";

export const UNITS = ["day", "week", "month", "quarter", "year"] as const;
export type Unit = (typeof UNITS)[number];

export interface TimeMark {
  readonly id: string;
  readonly title: string;
  readonly earliest: string | null;
  readonly latest: string | null;
  readonly disputed: readonly unknown[];
}

export interface DayRange {
  /** Days since 1970, both inclusive. */
  readonly from: number;
  readonly to: number;
}

export interface Bin extends DayRange {
  readonly count: number;
  readonly disputed: number;
  readonly ids: readonly string[];
}

export interface Stretch extends DayRange {
  readonly id: string;
  readonly title: string;
  readonly disputed: boolean;
  readonly lane: number;
}

export interface Timeline {
  readonly unit: Unit;
  readonly frame: DayRange;
  readonly bins: readonly Bin[];
  readonly stretches: readonly Stretch[];
  /** Uncertain marks that found no free lane. */
  readonly unplaced: number;
  readonly before: number;
  readonly after: number;
  readonly undated: number;
}

interface Dated extends DayRange {
  readonly mark: TimeMark;
}

const LANES = 5;

export function rangeOf(mark: Pick<TimeMark, "earliest" | "latest">): DayRange | null {
  const from = mark.earliest === null ? null : dayNumber(mark.earliest);
  const to = mark.latest === null ? null : dayNumber(mark.latest);
  return from === null || to === null || to < from ? null : { from, to };
}

/** The frame that shows the marks: all of them, or without the far-off ones where these take more than four fifths of the width. */
export function frameOf(ranges: readonly DayRange[], all: boolean): DayRange | null {
  if (ranges.length === 0) return null;
  const starts = ranges.map((r) => r.from).sort((a, b) => a - b);
  const ends = ranges.map((r) => r.to).sort((a, b) => a - b);
  const whole = { from: starts[0]!, to: ends[ends.length - 1]! };
  if (all || ranges.length < 10) return whole;
  const cut = Math.max(1, Math.floor(ranges.length * 0.06));
  const inner = { from: starts[cut]!, to: ends[ends.length - 1 - cut]! };
  const from = (inner.from - whole.from) * 1.25 > whole.to - whole.from ? inner.from : whole.from;
  const to = (whole.to - inner.to) * 1.25 > whole.to - whole.from ? inner.to : whole.to;
  return to > from ? { from, to } : whole;
}

/** The finest unit that leaves at least `pixels` for each bar. */
export function unitFor(frame: DayRange, width: number, pixels = 5): Unit {
  const days = frame.to - frame.from + 1;
  const length: Readonly<Record<Unit, number>> = {
    day: 1,
    week: 7,
    month: 30.4,
    quarter: 91.3,
    year: 365.25,
  };
  return UNITS.find((unit) => (width * length[unit]) / days >= pixels) ?? "year";
}

/** The first day of the bin that holds this day; weeks begin on Monday. */
export function binStart(day: number, unit: Unit): number {
  if (unit === "day") return day;
  if (unit === "week") return day - ((((day + 3) % 7) + 7) % 7);
  const { year, month } = civilFromDays(day);
  if (unit === "month") return daysFromCivil(year, month, 1);
  if (unit === "quarter") return daysFromCivil(year, month - ((month - 1) % 3), 1);
  return daysFromCivil(year, 1, 1);
}

/** The first day of the next bin. */
export function nextBin(start: number, unit: Unit): number {
  if (unit === "day") return start + 1;
  if (unit === "week") return start + 7;
  const { year, month } = civilFromDays(start);
  const step = unit === "month" ? 1 : unit === "quarter" ? 3 : 12;
  const months = year * 12 + (month - 1) + step;
  return daysFromCivil(Math.floor(months / 12), (months % 12) + 1, 1);
}

export function timelineOf(
  marks: readonly TimeMark[],
  width: number,
  within: DayRange | null,
  all = false,
): Timeline | null {
  const dated: Dated[] = [];
  for (const mark of marks) {
    const range = rangeOf(mark);
    if (range !== null) dated.push({ ...range, mark });
  }
  const framed = within ?? frameOf(dated, all);
  if (framed === null) return null;
  const unit = unitFor(framed, width);
  const frame = { from: binStart(framed.from, unit), to: nextBin(binStart(framed.to, unit), unit) - 1 };
  const shown = dated.filter((d) => d.to >= frame.from && d.from <= frame.to);
  const certain = shown.filter((d) => binStart(d.from, unit) === binStart(d.to, unit));
  const uncertain = shown.filter((d) => binStart(d.from, unit) !== binStart(d.to, unit));
  const { stretches, unplaced } = lanesOf(uncertain);
  return {
    unit,
    frame,
    bins: binsOf(certain, unit),
    stretches,
    unplaced,
    before: dated.filter((d) => d.to < frame.from).length,
    after: dated.filter((d) => d.from > frame.to).length,
    undated: marks.length - dated.length,
  };
}

function binsOf(dated: readonly Dated[], unit: Unit): Bin[] {
  const bins = new Map<number, { count: number; disputed: number; ids: string[] }>();
  for (const { from, mark } of dated) {
    const start = binStart(from, unit);
    const bin = bins.get(start) ?? { count: 0, disputed: 0, ids: [] };
    bin.count++;
    if (mark.disputed.length > 0) bin.disputed++;
    bin.ids.push(mark.id);
    bins.set(start, bin);
  }
  return [...bins]
    .sort(([a], [b]) => a - b)
    .map(([from, bin]) => ({ from, to: nextBin(from, unit) - 1, ...bin }));
}

/** Each span in the first lane where it does not touch another; what finds none is counted. */
function lanesOf(dated: readonly Dated[]): { stretches: Stretch[]; unplaced: number } {
  const ends: number[] = [];
  const stretches: Stretch[] = [];
  const ordered = [...dated].sort((a, b) => a.from - b.from || b.to - a.to);
  for (const { from, to, mark } of ordered) {
    let lane = ends.findIndex((end) => end < from - 1);
    if (lane === -1 && ends.length < LANES) lane = ends.length;
    if (lane === -1) continue;
    ends[lane] = to;
    stretches.push({ from, to, id: mark.id, title: mark.title, disputed: mark.disputed.length > 0, lane });
  }
  return { stretches, unplaced: dated.length - stretches.length };
}

export interface Tick {
  readonly day: number;
  readonly label: string;
}

const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"] as const;

/** Labelled ticks, at least about `room` pixels apart: years, quarters, months, weeks or days. The year is said when it changes. */
export function ticksOf(frame: DayRange, width: number, room = 68): Tick[] {
  const days = frame.to - frame.from + 1;
  const most = Math.max(1, Math.floor(width / room));
  const steps: readonly (readonly [Unit, number, number])[] = [
    ["day", 1, 1],
    ["day", 2, 2],
    ["week", 1, 7],
    ["week", 2, 14],
    ["month", 1, 30.4],
    ["month", 2, 61],
    ["month", 3, 91.3],
    ["month", 6, 182.6],
    ["year", 1, 365.25],
    ["year", 2, 730.5],
    ["year", 5, 1826],
    ["year", 10, 3652],
    ["year", 20, 7305],
    ["year", 50, 18_262],
  ];
  const [unit, step] = steps.find(([, , length]) => days / length <= most) ?? steps[steps.length - 1]!;
  const ticks: Tick[] = [];
  let shownYear: number | null = null;
  for (let day = firstTick(frame.from, unit, step); day <= frame.to; day = advance(day, unit, step)) {
    if (day < frame.from) continue;
    const { year, month, date } = civilFromDays(day);
    const name =
      unit === "year" ? "" : unit === "month" ? MONTHS[month - 1]! : `${date} ${MONTHS[month - 1]!}`;
    const withYear = year !== shownYear;
    shownYear = year;
    ticks.push({ day, label: name === "" ? String(year) : withYear ? `${name} ${year}` : name });
  }
  return ticks;
}

function firstTick(from: number, unit: Unit, step: number): number {
  const { year, month } = civilFromDays(from);
  if (unit === "year") return daysFromCivil(year - (year % step), 1, 1);
  if (unit === "month") return daysFromCivil(year, month - ((month - 1) % step), 1);
  return binStart(from, unit);
}

function advance(day: number, unit: Unit, step: number): number {
  let next = day;
  for (let i = 0; i < step; i++) next = nextBin(next, unit);
  return next;
}
