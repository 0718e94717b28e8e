// The head of a report: title, datelines and what stands between them, in whatever order, also where a capture lost its line
// breaks and all of it runs into the first sentence. In: lines and the title that a row or a page gives; out: lines without the
// title, each dateline on a line of its own. Leaves alone: which of the datelines is the day of publication (datelines.ts).
import type { TextKnowledge } from "../../knowledge/text.js";
import { isChronology, piecesOf, splitLeading } from "./datelines.js";
import type { DateContext } from "./dates.js";
import { line } from "./line.js";
import type { Line } from "./line.js";
import type { OutletLookup } from "./outlet.js";
import { looksLikeTitle, titleEnd, titleLetters, titleVariants } from "./title.js";

/** Lines of the head, and characters before a title within a line. */
const HEAD = 8;
const BEFORE_TITLE = 80;
/** A label that a capture kept before the title ("title:"). */
const LABEL = /(?:^|\s)\p{Ll}{1,12}:$/u;

export interface Headed {
  readonly title: string | null;
  readonly lines: readonly Line[];
  /** True where the title stood in the body and was taken out there. */
  readonly titleFound: boolean;
}

export function readHeader(
  given: readonly Line[],
  title: string | null,
  context: DateContext,
  knowledge: TextKnowledge,
  outlets: OutletLookup,
): Headed {
  const variants = title === null ? [] : titleVariants(title);
  let stated = title;
  const isOutlet = (name: string): boolean => outlets.byName(name) !== null;
  const lines = [...given];
  const chronology = isChronology(given, context, knowledge);
  let found = false;
  for (let index = 0; index < Math.min(lines.length, HEAD);) {
    const one = lines[index]!;
    if (one.embed !== null) break;
    const cut = found ? null : anyTitleIn(one.text, variants);
    if (cut !== null) {
      found = true;
      stated = cut.title;
      const before = one.text.slice(0, cut.start).trim().replace(LABEL, "");
      const pieces = [before, one.text.slice(cut.end).trim()];
      lines.splice(
        index,
        1,
        ...pieces.filter((text) => text !== "").map((text, at) => line(text, at === 0 && one.gap)),
      );
      if (pieces[0] !== "") index++;
      continue;
    }
    const split = chronology ? null : splitLeading(one.text, context, knowledge, isOutlet);
    if (split !== null && split.rest !== "") {
      const pieces = piecesOf(one, split);
      lines.splice(index, 1, ...pieces);
      index += pieces.length - 1;
      continue;
    }
    if (one.text.length > BEFORE_TITLE * 2) break;
    index++;
  }
  if (stated !== null) return { title: stated, lines, titleFound: found };
  return untitled(lines, context, knowledge, isOutlet);
}

/** The first line that is no dateline and no byline, where it looks like a title. */
function untitled(
  lines: readonly Line[],
  context: DateContext,
  knowledge: TextKnowledge,
  isOutlet: (name: string) => boolean,
): Headed {
  const index = lines
    .slice(0, 4)
    .findIndex(
      ({ text }) =>
        splitLeading(text, context, knowledge, isOutlet) === null &&
        !isOutlet(text) &&
        !knowledge.bylines.some(({ pattern }) => pattern.test(text)),
    );
  const first = lines[index];
  if (first === undefined || first.embed !== null || !looksLikeTitle(first, lines.slice(index + 1)))
    return { title: null, lines, titleFound: false };
  return {
    title: first.text,
    lines: [...lines.slice(0, index), ...lines.slice(index + 1)],
    titleFound: true,
  };
}

/** The first variant that the line holds. */
function anyTitleIn(
  text: string,
  variants: readonly string[],
): { readonly start: number; readonly end: number; readonly title: string } | null {
  for (const title of variants) {
    const letters = titleLetters(title);
    const cut = letters === null ? null : titleIn(text, letters);
    if (cut !== null) return { ...cut, title };
  }
  return null;
}

/** At the line's beginning, or behind a few words (a byline, a label) that end there. */
function titleIn(text: string, letters: string): { readonly start: number; readonly end: number } | null {
  const end = titleEnd(text, letters);
  if (end !== null) return { start: 0, end };
  for (const { index } of text.slice(0, BEFORE_TITLE).matchAll(/(?<=\s)\S/gu)) {
    const to = titleEnd(text.slice(index, index + 600), letters);
    if (to !== null) return { start: index, end: index + to };
  }
  return null;
}
