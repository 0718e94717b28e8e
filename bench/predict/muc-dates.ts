// Dates of events as MUC-4 writes them: "05 JAN 90" for a day, "- 09 JAN 90" where only the day of the report bounds it.
import type { Event } from "../../src/model/event.js";

const MONTHS = ["JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC"];
/** Older than this before the report, in days, is no news of the task's. */
const OLDEST = 75;

/** The task bounds what a weekday tells, and what nothing dates but the day of the telling, by the day of the report. */
const WEEKDAY = /\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b/iu;

/** Null for an event that is too old. */
export function civilDate(event: Event, published: string | null): string | null {
  const { date } = event;
  const report = published === null || published.length < 10 ? null : published.slice(0, 10);
  const bound = report === null ? "" : `- ${written(report)}`;
  if (date === null) return bound;
  const [from, to] = date.replaceAll(/[?~%]/gu, "").split("/");
  const last = to ?? from!;
  if (report !== null && daysBetween(lastDay(last), report) > OLDEST) return null;
  if (from!.length < 10 || last.length < 10) return bound;
  if (report !== null && from! > report) return bound;
  const told = event.claims.filter((claim) => claim.attribute === "date" && claim.value === date);
  if (report !== null && told.every((claim) => WEEKDAY.test(claim.quote))) return bound;
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
