// When a page says it was published: what it states for machines, then what it shows near its headline, then what its scripts and its
// last change tell. In: the tree, its parts, fields by name (knowledge/text/metadata.yaml); out: days, each null where nothing tells.
// A time in UTC is a day off for outlets east and west of it: the day that is shown decides. Leaves alone: the day in an address,
// and dates inside sentences.
import type { PageMetadataNames, TextKnowledge } from "../../knowledge/text.js";
import { leadOf } from "./datelines.js";
import { writtenDates } from "./dates.js";
import type { DateContext } from "./dates.js";
import type { PageElement } from "./html-tree.js";
import type { PageParts } from "./page-parts.js";

/** Characters of an element that may hold a date of publication, and before the date in it. */
const DATE_TEXT = 160;
const BEFORE = 40;
/** No page is older. */
const FIRST_DAY = "1991-08-06";
/** Parts left out of the report that may still tell its date. */
const TELLING = new Set([
  "credit",
  "header",
  "tools",
  "share",
  "tags",
  "form",
  "summary",
  "caption",
  "popup",
]);
/** Parts whose dates are those of other reports, or of readers. */
const OTHERS = new Set([
  "related",
  "comments",
  "other-report",
  "consent",
  "sidebar",
  "aside",
  "footer",
  "advertisement",
]);
const MOST_CANDIDATES = 400;
/** Elements that a date stands behind the headline by, where it stands before it. */
const BEFORE_TITLE = 25;

export interface ShownDay {
  readonly day: string;
  /** 0: behind a lead, in a time element or a part named for it; 1: alone; 2: beside other words; 3: behind "updated". */
  readonly rank: number;
}

export type DayReader = (value: string | null | undefined) => string | null;

/** Reads a day out of a field; none before there were pages. */
export function dayReader(context: DateContext, knowledge: TextKnowledge): DayReader {
  return (value) => {
    if (value === null || value === undefined || !/\d/u.test(value)) return null;
    const [date] = writtenDates(value.slice(0, DATE_TEXT), context, knowledge);
    return date === undefined || date.day < FIRST_DAY ? null : date.day;
  };
}

/** The best date shown on the page: by rank, then by nearness to the headline; parts beside the report are looked at last. */
export function shownDay(
  root: PageElement,
  parts: PageParts,
  day: DayReader,
  context: DateContext,
  knowledge: TextKnowledge,
): ShownDay | null {
  const { embed_classes: embeds } = knowledge.metadata;
  const found: (ShownDay & { readonly at: number; readonly beside: boolean })[] = [];
  let at = 0;
  let title = -1;
  const look = (one: PageElement, beside: boolean): void => {
    at++;
    if (one.name === "h1" && title === -1) title = at;
    if (found.length < MOST_CANDIDATES) {
      const candidate = candidateIn(one, day, context, knowledge);
      if (candidate !== null) found.push({ ...candidate, at, beside });
    }
    for (const child of one.children) {
      if (typeof child === "string") continue;
      const { class: classes } = child.attributes;
      if (classes !== undefined && embeds.some((name) => classes.includes(name))) continue;
      const reason = parts.left.get(child);
      if (reason === undefined || TELLING.has(reason)) look(child, beside);
      else if (!OTHERS.has(reason)) look(child, true);
    }
  };
  look(root, false);
  const distance = (one: { readonly at: number }): number =>
    title === -1 ? one.at : one.at >= title ? one.at - title : title - one.at + BEFORE_TITLE;
  const best = found.sort(
    (a, b) => Number(a.beside) - Number(b.beside) || a.rank - b.rank || distance(a) - distance(b),
  )[0];
  return best ?? null;
}

function candidateIn(
  one: PageElement,
  day: DayReader,
  context: DateContext,
  knowledge: TextKnowledge,
): ShownDay | null {
  const { itemprop, pubdate, datetime, content, title } = one.attributes;
  if (one.name === "time" || pubdate !== undefined || (itemprop?.includes("datePublished") ?? false)) {
    const stated = day(datetime) ?? day(content) ?? day(title) ?? day(spacedText(one));
    const label = `${one.attributes.class ?? ""} ${one.attributes.itemprop ?? ""}`.toLowerCase();
    const updated = knowledge.metadata.updated_classes.some((name) => label.includes(name));
    return stated === null ? null : { day: stated, rank: updated ? 3 : 0 };
  }
  const marked = dateNamed(one, knowledge.metadata);
  const words = marked && one.whole.chars <= DATE_TEXT ? spacedText(one) : ownText(one);
  if (words.length < 6 || !/\d\D{1,14}\d|\d{4}/u.test(words)) return null;
  const text = words.slice(0, DATE_TEXT);
  const [date] = writtenDates(text, context, knowledge);
  if (date === undefined || date.day < FIRST_DAY) return null;
  const lead = leadOf(text.slice(0, date.start), knowledge);
  if (lead !== null) return { day: date.day, rank: lead.rank === 3 ? 3 : 0 };
  if (date.start > BEFORE) return null;
  const others = text.length - (date.end - date.start);
  if (marked && others <= 80) return { day: date.day, rank: 0 };
  if (others <= 12) return { day: date.day, rank: 1 };
  if (words.length <= 120 && !/[.!?]\s*$/u.test(words)) return { day: date.day, rank: 2 };
  return date.start <= 24 && !knowledge.inside.has(lastWord(text.slice(0, date.start)))
    ? { day: date.day, rank: 2 }
    : null;
}

function dateNamed({ attributes }: PageElement, names: PageMetadataNames): boolean {
  if (attributes.class === undefined && attributes.id === undefined) return false;
  const label = `${attributes.class ?? ""} ${attributes.id ?? ""}`.toLowerCase();
  return names.date_classes.some((name) => label.includes(name));
}

function lastWord(text: string): string {
  return /(\p{L}+)\W*$/u.exec(text)?.[1]?.toLowerCase() ?? "";
}

/** The words that stand in the element itself. */
function ownText(one: PageElement): string {
  let text = "";
  for (const child of one.children) if (typeof child === "string") text += ` ${child}`;
  return text.replace(/\s+/gu, " ").trim();
}

/** All words in it, those of one element apart from those of the next. */
function spacedText(one: PageElement): string {
  let text = "";
  const walk = (node: PageElement): void => {
    for (const child of node.children) {
      if (typeof child === "string") text += `${child} `;
      else if (text.length < 4 * DATE_TEXT) walk(child);
    }
  };
  walk(one);
  return text.replace(/\s+/gu, " ").trim();
}

/** The day that scripts of the page state in one of the fields, where nothing else does. */
export function dayInScripts(html: string, field: RegExp, day: DayReader): string | null {
  return day(field.exec(html)?.[1]);
}

/** The day in the outlet's own zone of a time told in UTC, where the page shows the day before or after. */
export function localDay(stated: string, raw: string, shown: ShownDay | null): string {
  const hour = /T(\d\d):\d\d(?::\d\d(?:\.\d{1,9})?)?(?:Z|\+00:?00)$/u.exec(raw.trim())?.[1];
  if (hour === undefined || shown === null || shown.rank > 1) return stated;
  const apart = (Date.parse(shown.day) - Date.parse(stated)) / 86_400_000;
  if (apart === 1 && Number(hour) >= 11) return shown.day;
  if (apart === -1 && Number(hour) < 12) return shown.day;
  return stated;
}
