// Dates of events as MUC-4 writes them: "05 JAN 90" for a day, "- 09 JAN 90" where only the day of the report bounds it.
const MONTHS = ["JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC"];
/** Older than this before the report, in days, is no news of the task's. */
const OLDEST = 75;

/** Null for an event that is too old. */
export function civilDate(date: string | null, published: string | null): string | null {
  const report = published === null || published.length < 10 ? null : published.slice(0, 10);
  const bound = report === null ? "" : `- ${written(report)}`;
  if (date === null) return bound;
  const [from, to] = date.replaceAll(/[?~%]/gu, "").split("/");
  const last = to ?? from!;
  if (report !== null && daysBetween(lastDay(last), report) > OLDEST) return null;
  if (from!.length < 10 || last.length < 10) return bound;
  if (report !== null && from! > report) return bound;
  return to === undefined || from === to ? written(from!) : `${written(from!)} - ${written(to)}`;
}

function written(day: string): string {
  return `${day.slice(8, 10)} ${MONTHS[Number(day.slice(5, 7)) - 1]} ${day.slice(2, 4)}`;
}

function lastDay(date: string): string {
  return date.length >= 10 ? date.slice(0, 10) : date.length === 7 ? `${date}-28` : `${date}-12-28`;
}

function daysBetween(a: string, b: string): number {
  return (Date.parse(b) - Date.parse(a)) / 86_400_000;
}
