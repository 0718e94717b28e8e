// The day of publication in an address, e.g. /2021/07/06/. Forms are data (knowledge/text/datelines.yaml, `addresses`); the
// first that fits a day of the calendar is taken. Leaves alone: addresses that hold only a year and a month.
import type { TextKnowledge } from "../../knowledge/text.js";
import { isoDay } from "./dates.js";

const LONGEST = 2000;

export function dayInAddress(url: string, knowledge: TextKnowledge): string | null {
  for (const { pattern } of knowledge.addresses) {
    const groups = pattern.exec(url.slice(0, LONGEST))?.groups;
    if (groups === undefined) continue;
    const month = knowledge.months.get(groups.month!.toLowerCase()) ?? Number(groups.month);
    const day = isoDay(Number(groups.year), month, Number(groups.day));
    if (day !== null) return day;
  }
  return null;
}
