// Main or background: what the document reports as news, or what it recalls. News is told at the head of a text and dated near its
// publication; what is dated well before, or told only after words that look back, is background.
import type { DerivationStep } from "../../model/derivation.js";
import type { DayRange } from "../../model/day-range.js";
import { dayRange } from "../../model/day-range.js";
import type { Event } from "../../model/event.js";
import type { ReadingLayers } from "../../model/reading-layers.js";
import { spanOf } from "./annotate.js";
import type { Happening } from "./assemble-events.js";

/** Days before publication up to which a happening is still news by its date alone. */
const RECENT_DAYS = 4;
/** Sentences at the head of a text that tell its news (title and lead). */
const HEAD = 3;
/** A happening overnight spans two days; news is dated by the day, recollections often by month or year. */
const DAY_SPAN = 1;
const WEEK = 7;
/** Longer than this is told by a year. */
const YEAR_SPAN = 200;

/** The day of the news: that of the first dated happening told at the head of the text. */
export function newsDay(happenings: readonly Happening[]): DayRange | null {
  const head = happenings.filter((h) =>
    h.mentions.some((m) => m.annotated.sentence.index < HEAD && m.from === 0),
  );
  for (const happening of [...head, ...happenings]) {
    const range = dayRange(happening.date ?? happening.toldOn);
    if (range !== null && range.latest - range.earliest <= DAY_SPAN) return range;
  }
  return null;
}

/** "early Friday" with no date to count from: news of a day that is named by its weekday only. */
export function toldByWeekday(happenings: readonly Happening[]): boolean {
  return happenings.some(
    ({ mentions }) =>
      mentions.some(({ annotated }) => annotated.sentence.index < HEAD) &&
      mentions.some(({ times }) =>
        times.some(({ value }) => value.date === null && value.meaning?.weekday !== undefined),
      ),
  );
}

/** "On 28 January": the day and month told, no weekday beside them. */
function toldByDate(happening: Happening): boolean {
  return happening.mentions.some(({ times }) =>
    times.some(
      ({ value: { meaning } }) =>
        meaning?.day !== undefined && meaning.month !== undefined && meaning.weekday === undefined,
    ),
  );
}

export function focusOf(
  happening: Happening,
  layers: ReadingLayers,
  news: DayRange | null,
  newsByWeekday: boolean,
): { readonly focus: Event["focus"]; readonly step: DerivationStep } {
  const first = happening.mentions[0]!;
  const at = first.annotated.sentence.index;
  const span = spanOf(first.annotated, first.from, first.to);
  const answer = (focus: Event["focus"], rule: string) => ({ focus, step: { stage: "focus", rule, span } });
  const [date, published] = [dayRange(happening.date ?? happening.toldOn), dayRange(layers.published)];
  // what the head of a text tells may be some days old; told again later it is recalled
  const recent = at < HEAD && first.from === 0 ? WEEK : RECENT_DAYS;
  if (date !== null && published !== null && published.earliest - date.latest > recent)
    return answer("background", "long-before");
  if (date !== null && date.latest - date.earliest > WEEK)
    return answer("background", "told-by-month-or-year");
  if (date !== null && news !== null && date.latest - date.earliest > 2 && date.earliest < news.earliest)
    return answer("background", "over-days-before");
  if (date !== null && news !== null && date.latest < news.earliest)
    return answer("background", "before-the-news");
  if (date === null && tellsYearPast(happening, published ?? news))
    return answer("background", "told-by-year");
  if (date === null && happening.mentions.every((mention) => mention.longBefore))
    return answer("background", "told-as-long-before");
  if (at < HEAD && first.from === 0) return answer("main", "head");
  if (newsByWeekday && toldByDate(happening)) return answer("background", "told-by-date-beside-a-weekday");
  if (date !== null && news !== null && date.latest - date.earliest <= DAY_SPAN && date.latest >= news.latest)
    return answer("main", "day-of-the-news");
  if (first.from > 0 && !first.beside) return answer("background", "looked-back-on");
  if (date === null && happening.mentions.every((mention) => mention.setAfter))
    return answer("background", "told-as-what-came-before");
  if (happening.mentions.every((mention) => mention.earlier)) return answer("background", "told-as-earlier");
  return answer("main", "news");
}

/** "was shot down in 1967": a year, or years, that were over before the day of the news, or no such day is known. */
function tellsYearPast(happening: Happening, today: DayRange | null): boolean {
  // of the news of a headline a year tells what led to it
  if (happening.traits[0]!.title) return false;
  return happening.mentions.some(({ times }) =>
    times.some(({ value }) => {
      const range = dayRange(value.date);
      if (range === null || range.latest - range.earliest <= YEAR_SPAN) return false;
      return today === null || range.latest < today.earliest;
    }),
  );
}
