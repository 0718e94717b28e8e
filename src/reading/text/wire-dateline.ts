// The dateline by which agencies and monitoring services open a report: place, day, month and year (of two digits, as on a
// teleprinter), the service in brackets, notes of the monitor, then dashes. In: the lines of the body; out: the same lines with the
// dateline on a line of its own, and its day. Knowledge: `wires` in knowledge/text/datelines.yaml. Leaves alone: datelines
// without a year.
import type { TextKnowledge } from "../../knowledge/text.js";
import type { Dated } from "./datelines.js";
import { isoDay } from "./dates.js";
import { line } from "./line.js";
import type { Line } from "./line.js";

/** Lines at the head in which it may stand, and characters of it. */
const ZONE = 3;
const LONGEST = 400;
/** Two digits from here on are of the last century: reports in digital form begin about 1940. */
const PIVOT = 40;

/** Null where no line of the head opens with such a dateline. */
export function wireDateline(given: readonly Line[], knowledge: TextKnowledge): Dated | null {
  for (let index = 0; index < Math.min(given.length, ZONE); index++) {
    const one = given[index]!;
    if (one.embed !== null) return null;
    for (const { pattern } of knowledge.wires) {
      const match = pattern.exec(one.text.slice(0, LONGEST));
      const rest = match === null ? "" : one.text.slice(match[0].length).trimStart();
      if (match === null || rest === "") continue;
      const { day, month, year } = match.groups!;
      const iso = isoDay(fullYear(year!), knowledge.months.get(month!.toLowerCase()) ?? 0, Number(day));
      if (iso === null) continue;
      const head = match[0].trimEnd();
      const start = head.indexOf(match.groups!.date!);
      const mark = { start, end: start + match.groups!.date!.length };
      const lines = [
        ...given.slice(0, index),
        { ...line(head, one.gap), mark },
        line(rest, false),
        ...given.slice(index + 1),
      ];
      return { lines, day: iso, index };
    }
  }
  return null;
}

function fullYear(digits: string): number {
  const year = Number(digits);
  if (digits.length === 4) return year;
  return year < PIVOT ? 2000 + year : 1900 + year;
}
