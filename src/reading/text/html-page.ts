// A captured page to the lines of its report: a small tree is built in one pass, parts beside the report are named, the container
// of the report is found, and all words of the page become lines that are kept or dropped with a reason. No script is run and
// nothing is loaded. Pages beyond the limits of a tree lose their tags instead (a warning says so). Leaves alone: boilerplate
// within the report (boilerplate.ts).
import type { Problem } from "../../base/result.js";
import type { Dropped } from "../../model/document.js";
import type { TextKnowledge } from "../../knowledge/text.js";
import { cleanCharacters } from "./clean-characters.js";
import { dayAlone } from "./datelines.js";
import type { DateContext } from "./dates.js";
import { pageLines } from "./html-blocks.js";
import type { PageLine } from "./html-blocks.js";
import { tagsStripped } from "./html-markup.js";
import { pageMetadata } from "./html-metadata.js";
import type { PageMetadata } from "./html-metadata.js";
import { LIMITS, pageTree } from "./html-tree.js";
import type { PageTree } from "./html-tree.js";
import type { Line } from "./line.js";
import { pageParts } from "./page-parts.js";
import { plainLines } from "./plain-lines.js";
import { reportParts } from "./report-container.js";
import { reportLines } from "./report-lines.js";

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
  const stripped = (code: string, detail: Problem["detail"]): Page => ({
    lines: plainLines(cleanCharacters(tagsStripped(html))),
    metadata: null,
    dropped: [],
    warnings: [{ code, input: ref, detail }],
  });
  try {
    const tree = pageTree(html, new Set(knowledge.metadata.silent));
    if ("root" in tree) return parsed(tree, context, knowledge);
    const { limit, found } = tree;
    return limit === "open"
      ? stripped("text/html-too-deep", { depth: found, limit: LIMITS.open })
      : stripped("text/html-too-large", { [limit]: found, limit: LIMITS[limit] });
  } catch {
    // A page that the parser fails on; the words are still there.
    return stripped("text/html-unreadable", {});
  }
}

function parsed(tree: PageTree, context: DateContext, knowledge: TextKnowledge): Page {
  const metadata = pageMetadata(tree, context, knowledge);
  const title = metadata.title ?? cleanTitle(tree.title);
  const strict = flowOf(tree, knowledge, true);
  const flow = size(kept(strict)) < LEAST_REPORT ? longer(strict, flowOf(tree, knowledge, false)) : strict;
  const all = reportLines(flow, metadata, context, knowledge);
  const lines = kept(all);
  return {
    lines,
    metadata: {
      ...metadata,
      title,
      byline: metadata.byline,
      shown: metadata.shown ?? dayShown(all, context, knowledge),
    },
    dropped: all.flatMap(({ text, beside }) => (beside === null ? [] : [{ reason: beside, text }])),
    warnings: [],
  };
}

function flowOf(tree: PageTree, knowledge: TextKnowledge, strict: boolean): readonly PageLine[] {
  const parts = pageParts(tree.root, knowledge.parts, knowledge.metadata, strict);
  const report = reportParts(tree.root, parts);
  const roots = report.roots.length === 0 ? null : report.roots;
  return pageLines(
    tree.root,
    { roots, left: (one) => parts.left.get(one) ?? report.left.get(one) ?? null },
    knowledge.metadata,
  );
}

function kept(lines: readonly PageLine[]): readonly PageLine[] {
  return lines.filter(({ beside }) => beside === null);
}

function longer(a: readonly PageLine[], b: readonly PageLine[]): readonly PageLine[] {
  return size(kept(b)) > 2 * size(kept(a)) ? b : a;
}

/** The first line of the page that is nothing but a date. */
function dayShown(flow: readonly PageLine[], context: DateContext, knowledge: TextKnowledge): string | null {
  for (const { text } of flow.slice(0, LINES_WITH_DATE)) {
    const day = dayAlone(text, context, knowledge);
    if (day !== null) return day;
  }
  return null;
}

function size(lines: readonly Line[]): number {
  return lines.reduce((sum, { text }) => sum + text.length, 0);
}

function cleanTitle(title: string | null): string | null {
  const words = title === null ? "" : cleanCharacters(title).replace(/\s+/gu, " ").trim();
  return words === "" ? null : words;
}
