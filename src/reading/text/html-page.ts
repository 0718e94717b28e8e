// A captured page to the lines of its report: linkedom builds the tree, Mozilla's Readability picks the report, and what it
// leaves is remembered. No script is run and nothing is loaded. Pages too large or too deep for a tree lose their tags instead
// (a warning says so), as do pages that a library fails on. Leaves alone: boilerplate within the report (boilerplate.ts).
import { Readability } from "@mozilla/readability";
import { parseHTML } from "linkedom";
import type { Problem } from "../../base/result.js";
import type { Dropped } from "../../model/document.js";
import type { TextKnowledge } from "../../knowledge/text.js";
import { cleanCharacters } from "./clean-characters.js";
import { dayAlone } from "./datelines.js";
import type { DateContext } from "./dates.js";
import { pageLines } from "./html-blocks.js";
import type { PageLine } from "./html-blocks.js";
import { markupSize, tagsStripped } from "./html-markup.js";
import { pageMetadata } from "./html-metadata.js";
import type { PageMetadata } from "./html-metadata.js";
import type { Line } from "./line.js";
import { plainLines } from "./plain-lines.js";

/** Beyond these a tree costs too much, or its walkers overflow: far above any page of news. */
const MOST_CHARACTERS = 4_000_000;
const MOST_ELEMENTS = 30_000;
const MOST_DEPTH = 400;
const MOST_ENTITIES = 50_000;
/** A report with fewer characters is taken for a miss, where the page has several times as many. */
const LEAST_REPORT = 200;
const LINES_WITH_DATE = 200;

export interface Page {
  readonly lines: readonly Line[];
  readonly metadata: PageMetadata | null;
  readonly dropped: readonly Dropped[];
  readonly warnings: readonly Problem[];
}

/** Warnings: text/html-too-large, text/html-too-deep, text/html-unreadable. */
export function readPage(html: string, ref: string, context: DateContext, knowledge: TextKnowledge): Page {
  if (html.length > MOST_CHARACTERS)
    return stripped(html, "text/html-too-large", ref, { characters: html.length, limit: MOST_CHARACTERS });
  const { elements, depth, entities } = markupSize(html);
  if (elements > MOST_ELEMENTS)
    return stripped(html, "text/html-too-large", ref, { elements, limit: MOST_ELEMENTS });
  if (entities > MOST_ENTITIES)
    return stripped(html, "text/html-too-large", ref, { entities, limit: MOST_ENTITIES });
  if (depth > MOST_DEPTH) return stripped(html, "text/html-too-deep", ref, { depth, limit: MOST_DEPTH });
  try {
    return parsed(html, context, knowledge);
  } catch {
    // The libraries throw on some broken pages; the words are still there.
    return stripped(html, "text/html-unreadable", ref, {});
  }
}

function parsed(html: string, context: DateContext, knowledge: TextKnowledge): Page {
  const whole = /<html[\s>]/iu.test(html.slice(0, 20_000))
    ? html
    : `<!doctype html><html><body>${html}</body></html>`;
  const { document } = parseHTML(whole);
  const metadata = pageMetadata(document, context, knowledge);
  const title = metadata.title ?? cleanTitle(document.querySelector("title")?.textContent ?? null);
  const all = pageLines(document.documentElement, knowledge.metadata);
  const article = new Readability(document, {
    serializer: (node) => node as unknown as Element,
    classesToPreserve: [...knowledge.metadata.embed_classes],
  }).parse();
  const report = article?.content == null ? [] : pageLines(article.content, knowledge.metadata);
  const flow = all.filter(({ beside }) => beside === null);
  const lines = size(report) < LEAST_REPORT && size(flow) > 3 * size(report) ? flow : report;
  return {
    lines,
    metadata: {
      ...metadata,
      title,
      byline: metadata.byline ?? article?.byline?.trim() ?? null,
      shown: metadata.shown ?? dayShown(flow, context, knowledge),
    },
    dropped: besideReport(all, lines),
    warnings: [],
  };
}

/** The first line of the page that is nothing but a date. */
function dayShown(flow: readonly PageLine[], context: DateContext, knowledge: TextKnowledge): string | null {
  for (const { text } of flow.slice(0, LINES_WITH_DATE)) {
    const day = dayAlone(text, context, knowledge);
    if (day !== null) return day;
  }
  return null;
}

function besideReport(all: readonly PageLine[], lines: readonly PageLine[]): readonly Dropped[] {
  const kept = new Set(lines.map(({ text }) => text));
  return all
    .filter(({ text }) => !kept.has(text))
    .map(({ text, beside }) => ({ reason: beside ?? "outside-report", text }));
}

function stripped(html: string, code: string, ref: string, detail: Problem["detail"]): Page {
  return {
    lines: plainLines(cleanCharacters(tagsStripped(html))),
    metadata: null,
    dropped: [],
    warnings: [{ code, input: ref, detail }],
  };
}

function size(lines: readonly Line[]): number {
  return lines.reduce((sum, { text }) => sum + text.length, 0);
}

function cleanTitle(title: string | null): string | null {
  const words = title === null ? "" : cleanCharacters(title).replace(/\s+/gu, " ").trim();
  return words === "" ? null : words;
}
