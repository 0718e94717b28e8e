// A captured page to the lines of its report: a small tree is built in one pass, parts beside the report are named, the container
// of the report is found, and all words of the page become lines that are kept or dropped with a reason. No script is run and
// nothing is loaded. Pages beyond the limits of a tree lose their tags instead (a warning says so). Leaves alone: boilerplate
// within the report (boilerplate.ts).
import type { Problem } from "../../base/result.js";
import type { Dropped } from "../../model/document.js";
import type { TextKnowledge } from "../../knowledge/text.js";
import { cleanCharacters } from "./clean-characters.js";
import type { DateContext } from "./dates.js";
import { pageLines } from "./html-blocks.js";
import type { PageLine } from "./html-blocks.js";
import { tagsStripped } from "./html-markup.js";
import { pageMetadata } from "./html-metadata.js";
import type { PageMetadata } from "./html-metadata.js";
import { LIMITS, pageTree } from "./html-tree.js";
import type { PageTree } from "./html-tree.js";
import type { Line } from "./line.js";
import { isGallery, pageKind } from "./page-kind.js";
import type { PageKind } from "./page-kind.js";
import { pageParts } from "./page-parts.js";
import type { PageParts } from "./page-parts.js";
import { plainLines } from "./plain-lines.js";
import { reportParts } from "./report-container.js";
import { reportLines } from "./report-lines.js";

/** A report with fewer characters is taken for a miss, where the page has several times as many. */
const LEAST_REPORT = 200;
const MUCH_LONGER = 2;

export interface Page {
  readonly lines: readonly Line[];
  readonly metadata: PageMetadata | null;
  readonly dropped: readonly Dropped[];
  readonly warnings: readonly Problem[];
  readonly kind: PageKind;
}

/** Warnings: text/html-too-large, text/html-too-deep, text/html-unreadable. */
export function readPage(html: string, ref: string, context: DateContext, knowledge: TextKnowledge): Page {
  const stripped = (code: string, detail: Problem["detail"]): Page => ({
    lines: plainLines(cleanCharacters(tagsStripped(html))),
    metadata: null,
    dropped: [],
    warnings: [{ code, input: ref, detail }],
    kind: "report",
  });
  try {
    const tree = pageTree(html, new Set(knowledge.metadata.silent));
    if ("root" in tree) return parsed(html, tree, context, knowledge);
    const { limit, found } = tree;
    return limit === "open"
      ? stripped("text/html-too-deep", { depth: found, limit: LIMITS.open })
      : stripped("text/html-too-large", { [limit]: found, limit: LIMITS[limit] });
  } catch {
    // A page that the parser fails on; the words are still there.
    return stripped("text/html-unreadable", {});
  }
}

function parsed(html: string, tree: PageTree, context: DateContext, knowledge: TextKnowledge): Page {
  const parts = pageParts(tree.root, knowledge.parts, knowledge.metadata, true);
  const metadata = pageMetadata(tree, parts, html, context, knowledge);
  const title = metadata.title ?? cleanTitle(tree.title);
  const strict = flowOf(tree, parts, knowledge);
  const gallery = isGallery(strict, metadata.types, tree.root.whole.pictures);
  const little = size(kept(strict)) < LEAST_REPORT && !(gallery && kept(strict).length > 0);
  const flow = little ? longest(strict, tree, knowledge) : strict;
  const all = reportLines(flow, metadata, context, knowledge);
  const kind = pageKind(
    {
      title,
      lines: all,
      types: metadata.types,
      paid: metadata.paid,
      dated: metadata.published !== null,
      gallery,
    },
    knowledge,
  );
  return {
    kind,
    lines: kept(all),
    metadata: { ...metadata, title },
    dropped: all.flatMap(({ text, beside }) => (beside === null ? [] : [{ reason: beside, text }])),
    warnings: [],
  };
}

/** Where little was found: the report without regard to names, or all of the page, if that is much longer. */
function longest(strict: readonly PageLine[], tree: PageTree, knowledge: TextKnowledge): readonly PageLine[] {
  const parts = pageParts(tree.root, knowledge.parts, knowledge.metadata, false);
  const loose = flowOf(tree, parts, knowledge);
  const best = size(kept(loose)) > MUCH_LONGER * size(kept(strict)) ? loose : strict;
  if (size(kept(best)) >= LEAST_REPORT) return best;
  const whole = pageLines(
    tree.root,
    { roots: null, left: (one) => parts.left.get(one) ?? null },
    knowledge.metadata,
  );
  return size(kept(whole)) > MUCH_LONGER * size(kept(best)) ? whole : best;
}

function flowOf(tree: PageTree, parts: PageParts, knowledge: TextKnowledge): readonly PageLine[] {
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

function size(lines: readonly Line[]): number {
  return lines.reduce((sum, { text }) => sum + text.length, 0);
}

function cleanTitle(title: string | null): string | null {
  const words = title === null ? "" : cleanCharacters(title).replace(/\s+/gu, " ").trim();
  return words === "" ? null : words;
}
