// Days as whole numbers since 1970-01-01 (proleptic Gregorian, UTC), so that a timeline is arithmetic and no clock or zone is asked.
// Algorithms: Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms" (public domain).

/** `dayNumber("1970-01-02")` is 1; null for what is no YYYY-MM-DD. */
export function dayNumber(day: string): number | null {
  const found = /^(\d{4})-(\d{2})-(\d{2})$/u.exec(day);
  if (found === null) return null;
  return daysFromCivil(Number(found[1]), Number(found[2]), Number(found[3]));
}

export function dayText(day: number): string {
  const { year, month, date } = civilFromDays(day);
  return `${String(year).padStart(4, "0")}-${pad(month)}-${pad(date)}`;
}

function pad(n: number): string {
  return String(n).padStart(2, "0");
}

export function daysFromCivil(year: number, month: number, date: number): number {
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const yearOfEra = y - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + date - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146_097 + dayOfEra - 719_468;
}

export function civilFromDays(day: number): {
  readonly year: number;
  readonly month: number;
  readonly date: number;
} {
  const z = day + 719_468;
  const era = Math.floor(z / 146_097);
  const dayOfEra = z - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1460) +
      Math.floor(dayOfEra / 36_524) -
      Math.floor(dayOfEra / 146_096)) /
      365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const mp = Math.floor((5 * dayOfYear + 2) / 153);
  const date = dayOfYear - Math.floor((153 * mp + 2) / 5) + 1;
  const month = mp < 10 ? mp + 3 : mp - 9;
  return { year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, date };
}
