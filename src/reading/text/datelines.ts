// Datelines among the lines: dates that stand as the day of publication at the head or the end of a text, alone on a line,
// behind a lead ("Posted on"), or at the beginning of a text that is one long line (which is cut there). A date inside a
// sentence is none. Knowledge: knowledge/text/datelines.yaml. Leaves alone: days without a year, and dates told in the news.
import type { TextKnowledge } from "../../knowledge/text.js";
import { writtenDates } from "./dates.js";
import type { DateContext, WrittenDate } from "./dates.js";
import { line } from "./line.js";
import type { Line } from "./line.js";

/** Lines at either end in which a dateline may stand, and how long such a line may be. */
const ZONE = 12;
const LINE = 110;
/** Characters at the beginning or end of a long line in which it may stand. */
const WITHIN = 300;
/** As many lines that begin with a date are a chronology. */
const CHRONOLOGY = 4;
const LINES = 400;

/** 0: behind a lead that says "published"; 1: alone; 2: with a few other words; 3: behind "updated". */
type Rank = 0 | 1 | 2 | 3;

interface Found {
  readonly rank: Rank;
  readonly day: string;
  readonly index: number;
  readonly start: number;
  readonly end: number;
}

interface Split {
  readonly before: string;
  readonly dateline: string;
  /** Within the dateline. */
  readonly start: number;
  readonly end: number;
  readonly rest: string;
  readonly rank: Rank;
  readonly day: string;
}

/** The line cut behind a dateline that it begins with; null where it begins with none. */
export function splitLeading(
  text: string,
  context: DateContext,
  knowledge: TextKnowledge,
  isOutlet: (name: string) => boolean,
): Split | null {
  const date = writtenDates(text.slice(0, WITHIN), context, knowledge)[0];
  if (date === undefined) return null;
  const before = text.slice(0, date.start);
  const lead = leadOf(before, knowledge);
  if (lead !== null ? lead.start > 0 : before.trim() !== "" && !isOutlet(before.trim())) return null;
  const split = splitAt(
    text,
    lead === null ? date.start : lead.start,
    date,
    knowledge,
    isOutlet(before.trim()),
  );
  return split === null ? null : { ...split, rank: lead?.rank ?? 1 };
}

/** The line cut around a date that stands between capitals near its beginning, as in texts that lost their line breaks. */
function splitWithin(
  text: string,
  context: DateContext,
  knowledge: TextKnowledge,
  isOutlet: (name: string) => boolean,
): Split | null {
  for (const date of writtenDates(text.slice(0, WITHIN), context, knowledge)) {
    const previous = /(\S+)\s*$/u.exec(text.slice(0, date.start))?.[1];
    if (previous === undefined || !/^[\p{Lu}\p{N}]|[.!?”"’)]$/u.test(previous)) continue;
    if (knowledge.inside.has(previous.toLowerCase())) continue;
    const sure = endsWithOutlet(text.slice(0, date.start), isOutlet);
    const split = splitAt(text, date.start, date, knowledge, sure);
    if (split !== null && !/^[([.,;]/u.test(text.slice(date.end).trimStart())) return { ...split, rank: 2 };
  }
  return null;
}

function splitAt(
  text: string,
  from: number,
  date: WrittenDate,
  knowledge: TextKnowledge,
  /** Behind an outlet's name anything may follow. */
  sure: boolean,
): Split | null {
  const clock = knowledge.clock.exec(text.slice(date.end, date.end + 40))?.[0] ?? "";
  const closing = /^\s?[)\]]/u.exec(text.slice(date.end + clock.length))?.[0] ?? "";
  const end = date.end + clock.length + closing.length;
  const rest = text.slice(end).replace(/^[\s|•–—-]+/u, "");
  if (!sure && !mayFollow(rest, text.slice(end), knowledge)) return null;
  return {
    before: text.slice(0, from).trim(),
    dateline: text.slice(from, end).trim(),
    start: date.start - from,
    end: date.end - from,
    rest,
    rank: 1,
    day: date.day,
  };
}

/** Nothing, a new beginning, or a word that datelines go on with. */
function mayFollow(rest: string, raw: string, knowledge: TextKnowledge): boolean {
  if (rest === "") return true;
  if (/^\s*[–—-]\s*\p{N}/u.test(raw)) return false;
  if (/^[\p{Lu}\p{Lo}\p{N}"“‘'([#«]/u.test(rest)) return true;
  return knowledge.after.has(/^\p{L}+/u.exec(rest)?.[0] ?? "");
}

export interface Dated {
  readonly lines: readonly Line[];
  readonly day: string | null;
  /** Index of the line that carries the mark; null without a date. */
  readonly index: number | null;
}

/**
 * The day of publication that the lines state, its line marked. The best rank wins, at the same rank what stands first;
 * dates of other days beside it do not make it doubtful, for pages list other reports.
 */
export function dateLines(
  given: readonly Line[],
  context: DateContext,
  knowledge: TextKnowledge,
  isOutlet: (name: string) => boolean,
): Dated {
  const lines = cutLines(given, context, knowledge, isOutlet);
  const chronology = isChronology(lines, context, knowledge);
  const found: Found[] = [];
  lines.forEach(({ text, embed }, index) => {
    if (embed !== null || text.length > LINE || (index >= ZONE && index < lines.length - ZONE)) return;
    const one = ownLine(text, index, context, knowledge, isOutlet);
    if (one === null || (one.rank === 2 && index >= ZONE)) return;
    if (one.rank !== 1 || !chronology || one.end - one.start > text.length - 12) found.push(one);
  });
  const best = found.sort((a, b) => a.rank - b.rank || a.index - b.index)[0];
  if (best === undefined) return { lines, day: null, index: null };
  return {
    lines: lines.map((one, index) =>
      index === best.index ? { ...one, mark: { start: best.start, end: best.end } } : one,
    ),
    day: best.day,
    index: best.index,
  };
}

/** The day of a line that holds nothing but a date, or a date behind a lead that says "published". */
export function dayAlone(text: string, context: DateContext, knowledge: TextKnowledge): string | null {
  if (text.length > LINE || !/\d/u.test(text)) return null;
  const found = ownLine(text, 0, context, knowledge, () => false);
  return found !== null && found.rank <= 1 ? found.day : null;
}

/** Long lines at either end, cut so that their datelines stand alone. */
function cutLines(
  lines: readonly Line[],
  context: DateContext,
  knowledge: TextKnowledge,
  isOutlet: (name: string) => boolean,
): readonly Line[] {
  const cut = [...lines];
  const own = cut
    .slice(0, ZONE)
    .some(
      ({ text }, index) => text.length <= LINE && ownLine(text, index, context, knowledge, isOutlet) !== null,
    );
  const head = cut.findIndex(({ text }) => text.length > LINE);
  if (!own && head !== -1 && head < 3) {
    const split = splitWithin(cut[head]!.text, context, knowledge, isOutlet);
    if (split !== null) cut.splice(head, 1, ...piecesOf(cut[head]!, split));
  }
  const last = cut.length - 1;
  const tail = cut[last];
  if (tail !== undefined && tail.text.length > LINE) {
    const offset = Math.max(0, tail.text.length - WITHIN);
    const at = statedEnd(tail.text.slice(offset), context, knowledge);
    if (at !== null)
      cut.splice(
        last,
        1,
        { ...tail, text: tail.text.slice(0, offset + at).trimEnd() },
        line(tail.text.slice(offset + at), false),
      );
  }
  return cut;
}

export function piecesOf(whole: Line, split: Split): readonly Line[] {
  return [split.before, split.dateline, split.rest]
    .filter((text) => text !== "")
    .map((text, index) => line(text, index === 0 && whole.gap, whole.embed));
}

/** Where a lead with its date begins behind the end of a sentence. */
function statedEnd(text: string, context: DateContext, knowledge: TextKnowledge): number | null {
  for (const date of writtenDates(text, context, knowledge)) {
    const lead = leadOf(text.slice(0, date.start), knowledge);
    if (lead === null || !/^\p{Lu}/u.test(text.slice(lead.start))) continue;
    if (/[.!?)”"’]\s*$/u.test(text.slice(0, lead.start))) return lead.start;
  }
  return null;
}

function ownLine(
  text: string,
  index: number,
  context: DateContext,
  knowledge: TextKnowledge,
  isOutlet: (name: string) => boolean,
): Found | null {
  const date = writtenDates(text, context, knowledge)[0];
  if (date === undefined) return null;
  const before = text.slice(0, date.start);
  const clock = knowledge.clock.exec(text.slice(date.end))?.[0] ?? "";
  const after = text.slice(date.end + clock.length);
  const found = { day: date.day, index, start: date.start, end: date.end };
  const lead = leadOf(before, knowledge);
  if (lead !== null && words(before.slice(0, lead.start)) <= 8) return { ...found, rank: lead.rank };
  const others = words(before) + words(after);
  if (others === 0) return /\.\s*$/u.test(after) ? null : { ...found, rank: 1 };
  if (endsWithOutlet(before, isOutlet)) return { ...found, rank: 1 };
  if (after.trim() === "" && others <= 10 && !/(?<![\p{L}\p{N}'’-])\p{Ll}/u.test(before))
    return { ...found, rank: 2 };
  const previous = /([\p{L}\p{M}]+)[^\p{L}]*$/u.exec(before)?.[1]?.toLowerCase();
  if (others > 5 || /[.!?…]["”’)]*$/u.test(text) || /^\s?[,;]\s?\p{Ll}/u.test(after)) return null;
  if (previous !== undefined && knowledge.inside.has(previous)) return null;
  if (/^\s*\p{Ll}/u.test(after) && !knowledge.after.has(/\p{L}+/u.exec(after)?.[0] ?? "")) return null;
  return { ...found, rank: 2 };
}

/** True for lines of which many begin with a date: they tell a chronology, not when it was published. */
export function isChronology(
  lines: readonly Line[],
  context: DateContext,
  knowledge: TextKnowledge,
): boolean {
  let dated = 0;
  for (const { text } of lines.slice(0, LINES))
    if (startsWithDate(text, context, knowledge) && ++dated === CHRONOLOGY) return true;
  return false;
}

function startsWithDate(text: string, context: DateContext, knowledge: TextKnowledge): boolean {
  return (
    /^\S{0,12}\s?\S{0,12}\s?\d/u.test(text) &&
    writtenDates(text.slice(0, 40), context, knowledge)[0]?.start === 0
  );
}

/** The lead that the words before a date end with. */
export function leadOf(
  before: string,
  knowledge: TextKnowledge,
): { readonly start: number; readonly rank: Rank } | null {
  const window = before.slice(-60);
  const offset = before.length - window.length;
  for (const { pattern, kind } of knowledge.leads) {
    const match = pattern.exec(window);
    if (match !== null) return { start: offset + match.index, rank: kind === "updated" ? 3 : 0 };
  }
  return null;
}

/** A name of one to three words that the table of outlets knows stands right before. */
function endsWithOutlet(before: string, isOutlet: (name: string) => boolean): boolean {
  const parts = before.trim().split(/\s+/u).slice(-3);
  return parts.some((_, index) => /^\p{Lu}/u.test(parts[index]!) && isOutlet(parts.slice(index).join(" ")));
}

function words(text: string): number {
  return text.match(/[\p{L}\p{N}][\p{L}\p{M}\p{N}.'’-]*/gu)?.length ?? 0;
}
