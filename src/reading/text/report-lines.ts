// Lines within the container of a report that are none of its words: paragraphs that are nothing but a link, sections that a heading
// announces as other reports ("Related"), headings with nothing below, the date where the page states it elsewhere, and the page's own
// description. In: all lines of a page; out: the same, those with a reason. Knowledge: knowledge/text/page-parts.yaml (`sections`).
// Leaves alone: what single lines say (boilerplate.ts).
import type { TextKnowledge } from "../../knowledge/text.js";
import { dayAlone } from "./datelines.js";
import type { DateContext } from "./dates.js";
import type { PageLine } from "./html-blocks.js";

/** Where links make up a larger share of the report it is a list of links, and they stay. */
const LINKED_SHARE = 0.3;
/** A section that holds a larger share of the report's words stays, but for its heading. */
const SECTION_SHARE = 0.35;
const SECTION_HEAD = 80;
/** Lines at the head among which the page's description may stand. */
const HEAD = 4;
const DATELINE = 110;

export interface StatedByPage {
  readonly published: string | null;
  readonly description: string | null;
}

export function reportLines(
  all: readonly PageLine[],
  stated: StatedByPage,
  context: DateContext,
  knowledge: TextKnowledge,
): readonly PageLine[] {
  const reasons = new Map<PageLine, string>();
  const own = all.filter(({ beside, embed }) => beside === null && embed === null);
  const total = size(own);
  const linked = own.filter(
    ({ linked: link, block, text }) =>
      link && block !== "li" && block !== "h1" && !/^https?:\/\/\S+$/u.test(text),
  );
  if (size(linked) <= LINKED_SHARE * total) for (const one of linked) reasons.set(one, "links");
  dropSections(own, total, reasons, knowledge);
  for (const one of own.slice(0, HEAD))
    if (one.block !== "p" && sameWords(one.text, stated.description)) reasons.set(one, "summary");
  if (stated.published !== null)
    for (const one of own)
      if (one.text.length <= DATELINE && dayAlone(one.text, context, knowledge) !== null)
        reasons.set(one, "dateline");
  const left = own.filter((one) => !reasons.has(one));
  for (let at = left.length - 1; at > 0 && headingLevel(left[at]!) > 1; at--)
    reasons.set(left[at]!, "heading-alone");
  if (reasons.size === 0 || reasons.size === own.length) return all;
  return all.map((one) => (reasons.has(one) ? { ...one, beside: reasons.get(one)! } : one));
}

function dropSections(
  own: readonly PageLine[],
  total: number,
  reasons: Map<PageLine, string>,
  knowledge: TextKnowledge,
): void {
  for (let at = 0; at < own.length; at++) {
    const head = own[at]!;
    if (head.text.length > SECTION_HEAD || !knowledge.sections.any.test(head.text)) continue;
    const rule = knowledge.sections.rules.find(({ pattern }) => pattern.test(head.text))!;
    const level = headingLevel(head);
    let end = at + 1;
    if (level > 0)
      while (end < own.length && !(headingLevel(own[end]!) > 0 && headingLevel(own[end]!) <= level)) end++;
    else while (end < own.length && (own[end]!.linked || own[end]!.block === "li")) end++;
    const section = own.slice(at + 1, end);
    reasons.set(head, rule.id);
    if (size(section) > SECTION_SHARE * total) continue;
    for (const one of section) reasons.set(one, rule.id);
    at = end - 1;
  }
}

/** 1 to 6; 0 for a line that is no heading. */
function headingLevel({ block }: PageLine): number {
  return /^h[1-6]$/u.test(block) ? Number(block[1]) : 0;
}

function sameWords(text: string, description: string | null): boolean {
  if (description === null) return false;
  const [a, b] = [text, description].map((words) =>
    words
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, " ")
      .trim(),
  );
  return a === b && a !== "";
}

function size(lines: readonly PageLine[]): number {
  return lines.reduce((sum, { text }) => sum + text.length, 0);
}
