// Dates of publication as they are spelt, to EDTF days. Forms are data (knowledge/text/datelines.yaml). A date whose day and
// month could be either is settled by its weekday, the outlet's or language's order, other dates of the same form in the
// text, or the weekdays and months that the text speaks of; else it is not read at all. Only days of the calendar, 1900 to 2099.
import type { Span } from "../../base/span.js";
import type { DateOrder, TextKnowledge } from "../../knowledge/text.js";

export interface WrittenDate extends Span {
  /** "2021-07-05" */
  readonly day: string;
  readonly form: string;
}

/** What may settle the order of day and month. */
export interface DateContext {
  /** The order that the outlet or the language writes in; null where not known. */
  readonly order: DateOrder | null;
  /** The text, for other dates and for the weekdays and months it speaks of. */
  readonly text: string;
  /** No report is published after this day; null where not known. */
  readonly latest: string | null;
}

export const NO_CONTEXT: DateContext = { order: null, text: "", latest: null };

/** Characters of the text that are looked at to settle an order. */
const EVIDENCE = 1500;

/** No year is written with fewer; most lines have none. */
const YEAR_FIGURES = /\d\d/u;

/** Characters of a date before its first figure and behind its last one: the longest names of a weekday and a month, and more. */
const NAMES = 80;

/** Every date written in the text, in order; overlapping ones: the longer. Dates that cannot be settled are left out. */
export function writtenDates(text: string, context: DateContext, knowledge: TextKnowledge): WrittenDate[] {
  const found: WrittenDate[] = [];
  if (!YEAR_FIGURES.test(text)) return found;
  const from = Math.max(0, text.search(/\d/u) - NAMES);
  const within = text.slice(0, lastFigure(text) + 1 + NAMES);
  for (const form of knowledge.forms) {
    form.pattern.lastIndex = from;
    for (let match; (match = form.pattern.exec(within)) !== null;) {
      const day = dayOf(match, form.order, form.id, context, knowledge);
      if (day === null || (context.latest !== null && day > context.latest)) continue;
      found.push({ start: match.index, end: match.index + match[0].trimEnd().length, day, form: form.id });
    }
  }
  found.sort((a, b) => a.start - b.start || b.end - a.end);
  return found.filter((date, index) => index === 0 || date.start >= found[index - 1]!.end);
}

function lastFigure(text: string): number {
  let at = text.length - 1;
  while (at >= 0 && (text.charCodeAt(at) < 48 || text.charCodeAt(at) > 57)) at--;
  return at;
}

/** Exact day of year, month and day numbers; null where the calendar has none. `isoDay(2016, 2, 30)` is null. */
export function isoDay(year: number, month: number, day: number): string | null {
  if (month < 1 || month > 12 || day < 1 || day > daysIn(year, month)) return null;
  return `${year}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
}

function dayOf(
  match: RegExpMatchArray,
  order: "named" | "ymd" | DateOrder | "unsettled",
  form: string,
  context: DateContext,
  knowledge: TextKnowledge,
): string | null {
  const groups = match.groups!;
  const year = groups.year!.length === 2 ? 2000 + Number(groups.year) : Number(groups.year);
  if (order === "named")
    return isoDay(year, knowledge.months.get(groups.month!.toLowerCase()) ?? 0, Number(groups.day));
  const first = Number(groups.n1);
  const second = Number(groups.n2);
  if (order === "ymd") return isoDay(year, first, second);
  const dmy = isoDay(year, second, first);
  const mdy = isoDay(year, first, second);
  if (order === "dmy") return dmy;
  if (order === "mdy") return mdy;
  if (dmy === null || mdy === null || dmy === mdy) return dmy ?? mdy;
  const settled = settledOrder(dmy, mdy, groups.weekday, form, context, knowledge);
  return settled === "dmy" ? dmy : settled === "mdy" ? mdy : null;
}

function settledOrder(
  dmy: string,
  mdy: string,
  weekday: string | undefined,
  form: string,
  context: DateContext,
  knowledge: TextKnowledge,
): DateOrder | null {
  if (weekday !== undefined) {
    const wanted = knowledge.weekdays.get(weekday.toLowerCase());
    const fits = [weekdayOf(dmy) === wanted, weekdayOf(mdy) === wanted];
    if (fits[0] !== fits[1]) return fits[0] ? "dmy" : "mdy";
  }
  if (context.latest !== null) {
    if (dmy > context.latest && mdy <= context.latest) return "mdy";
    if (mdy > context.latest && dmy <= context.latest) return "dmy";
  }
  if (context.order !== null) return context.order;
  return orderOfOthers(form, context, knowledge) ?? orderOfSpeech(dmy, mdy, context, knowledge);
}

/** Another date of the same form in the text whose day is above twelve. */
function orderOfOthers(form: string, context: DateContext, knowledge: TextKnowledge): DateOrder | null {
  const orders = new Set<DateOrder>();
  const pattern = knowledge.forms.find(({ id }) => id === form)!.pattern;
  for (const { groups } of evidence(context).matchAll(pattern)) {
    if (Number(groups!.n1) > 12 && Number(groups!.n2) <= 12) orders.add("dmy");
    if (Number(groups!.n2) > 12 && Number(groups!.n1) <= 12) orders.add("mdy");
  }
  return orders.size === 1 ? [...orders][0]! : null;
}

/** News speaks of today, yesterday and the day before by weekday, and of the month by name: the order that fits clearly better. */
function orderOfSpeech(
  dmy: string,
  mdy: string,
  context: DateContext,
  knowledge: TextKnowledge,
): DateOrder | null {
  const text = evidence(context);
  const spoken = [...text.matchAll(knowledge.weekdayWord)]
    .slice(0, 3)
    .map(([word]) => knowledge.weekdays.get(word.toLowerCase())!);
  const months = new Set(
    [...text.matchAll(/\p{Lu}\p{L}{2,}/gu)].map(([w]) => knowledge.months.get(w.toLowerCase())),
  );
  const fit = (day: string): number =>
    spoken.reduce((sum, name) => sum + [2, 2, 1, 0, -1, -1, -1][(weekdayOf(day) - name + 7) % 7]!, 0) +
    (months.has(Number(day.slice(5, 7))) ? 1 : 0);
  const lead = fit(dmy) - fit(mdy);
  return lead >= 2 ? "dmy" : lead <= -2 ? "mdy" : null;
}

function evidence(context: DateContext): string {
  return context.text.length <= 2 * EVIDENCE
    ? context.text
    : `${context.text.slice(0, EVIDENCE)}\n${context.text.slice(-EVIDENCE)}`;
}

function daysIn(year: number, month: number): number {
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  return month === 2 ? (leap ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31;
}

/** ISO 8601 weekday of a day, 1 is Monday (Sakamoto's method). */
export function weekdayOf(day: string): number {
  const month = Number(day.slice(5, 7));
  const year = Number(day.slice(0, 4)) - (month < 3 ? 1 : 0);
  const shift = [0, 3, 2, 5, 0, 3, 5, 1, 4, 6, 2, 4][month - 1]!;
  const sunday =
    (year +
      Math.floor(year / 4) -
      Math.floor(year / 100) +
      Math.floor(year / 400) +
      shift +
      Number(day.slice(8, 10))) %
    7;
  return sunday === 0 ? 7 : sunday;
}
