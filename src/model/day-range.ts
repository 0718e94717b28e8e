// The days that an EDTF value allows, as day numbers since 1970-01-01 (EDTF level 0 and 1: days, months, years, seasons left
// aside, intervals, open ends, the qualifiers ? ~ %). For comparing dates; the value itself stays as it was written.

export interface DayRange {
  readonly earliest: number;
  readonly latest: number;
}

const DAY = 86_400_000;
const PART = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/u;

/** `dayRange("2021-07")` spans 31 days; null where the value is null, open at an end, or not of these forms. */
export function dayRange(edtf: string | null): DayRange | null {
  if (edtf === null) return null;
  const parts = edtf.replace(/[?~%]/gu, "").split("/");
  if (parts.length > 2) return null;
  const first = partRange(parts[0]!);
  const last = partRange(parts[1] ?? parts[0]!);
  if (first === null || last === null || last.latest < first.earliest) return null;
  return { earliest: first.earliest, latest: last.latest };
}

function partRange(part: string): DayRange | null {
  const match = PART.exec(part.trim());
  if (match === null) return null;
  const [year, month, day] = [Number(match[1]), Number(match[2] ?? 0), Number(match[3] ?? 0)];
  if (month > 12 || (match[2] !== undefined && month < 1)) return null;
  const first = match[2] === undefined ? Date.UTC(year, 0, 1) : Date.UTC(year, month - 1, Math.max(day, 1));
  const last =
    match[2] === undefined
      ? Date.UTC(year, 11, 31)
      : match[3] === undefined
        ? Date.UTC(year, month, 0)
        : first;
  return { earliest: first / DAY, latest: last / DAY };
}

/** `dayText(0) === "1970-01-01"`. */
export function dayText(day: number): string {
  return new Date(day * DAY).toISOString().slice(0, 10);
}

/** Days between two ranges: 0 where they overlap. */
export function dayGap(a: DayRange, b: DayRange): number {
  return Math.max(0, b.earliest - a.latest, a.earliest - b.latest);
}

/** How many days a range holds. */
export function dayCount(range: DayRange): number {
  return range.latest - range.earliest + 1;
}
