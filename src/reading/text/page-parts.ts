// What each element of a page is by the names it carries (class, id, role, itemprop), and which of them stand beside the report.
// In: the tree and the rules of knowledge/text/page-parts.yaml; out: a reason for each element that is left out (the id of its rule
// or its own name), and measures of the tree without them. Leaves alone: which container holds the report (report-container.ts).
import type { PageMetadataNames, PartKind, PartRule, PartRules } from "../../knowledge/text.js";
import { addMeasures, elementsOf, noMeasures, textOf } from "./html-tree.js";
import type { PageElement } from "./html-tree.js";

/** An element with a larger share of the page's words is not beside the report, whatever its name. */
const BULK = 0.4;
const FOREIGN_BULK = 0.9;
/** Longer ones are no line of credit, no caption, no form to be filled in. */
const CREDIT = 300;
const CAPTION = 700;
const FORM = 1000;
const LABEL = 300;
const MOST_CREDITS = 20;
const ROOTS = new Set(["html", "body", "main", "head"]);
const NONE: readonly PartRule[] = [];

export interface PageParts {
  /** Why an element is left out, by element. */
  readonly left: ReadonlyMap<PageElement, string>;
  /** Elements whose names say that they hold the report's own words, in order. */
  readonly bodies: readonly PageElement[];
  /** 1: its names speak for a container of the report; -1 against it. */
  readonly weights: ReadonlyMap<PageElement, number>;
  /** Elements that are or hold an embedded post. */
  readonly embeds: ReadonlySet<PageElement>;
  /** Words of the elements that credit an author or tell a date, in order. */
  readonly credits: readonly string[];
}

/** `strict` false takes out only what is hidden or foreign: for pages whose names mislead. */
export function pageParts(
  root: PageElement,
  parts: PartRules,
  names: PageMetadataNames,
  strict: boolean,
): PageParts {
  const left = new Map<PageElement, string>();
  const weights = new Map<PageElement, number>();
  const bodies: PageElement[] = [];
  const credits: string[] = [];
  const besides = new Set(names.beside);
  const labels = new Map<string, readonly PartRule[]>();
  const words = root.whole.chars - root.whole.linkChars;
  const rulesOf = (one: PageElement): readonly PartRule[] => {
    const label = labelOf(one);
    if (label === "") return NONE;
    let found = labels.get(label);
    if (found === undefined) {
      found = partsNamed(label, parts);
      labels.set(label, found);
    }
    return found;
  };
  const { titles, embeds } = holders(root, names);
  const reasonOf = (
    one: PageElement,
    rules: readonly PartRule[],
    inText: boolean,
    inReport: boolean,
  ): string | null => {
    if (ROOTS.has(one.name)) return null;
    const share = (one.whole.chars - one.whole.linkChars) / (words + 1);
    const of = (kind: PartKind): PartRule | undefined => rules.find((rule) => rule.kind === kind);
    if (share < BULK && isHidden(one)) return "hidden";
    const foreign = of("foreign");
    if (foreign !== undefined && share < FOREIGN_BULK && !titles.has(one)) return foreign.id;
    if (!strict || (embeds.has(one) && one.name !== "footer")) return null;
    if (one.name === "article" && inReport && share < BULK && !titles.has(one)) return "other-report";
    if (besides.has(one.name) && share < BULK && !(one.name === "form" && one.whole.chars > FORM))
      return one.name;
    const beside = of("beside");
    if (beside !== undefined && share < BULK && of("body") === undefined && !titles.has(one))
      return beside.id;
    if (!inText && one.whole.chars < CREDIT && one.whole.paragraphs < 3) {
      const credit = of("credit");
      if (credit !== undefined && !titles.has(one)) {
        if (one.whole.chars > 0 && credits.length < MOST_CREDITS) credits.push(textOf(one).slice(0, CREDIT));
        return credit.id;
      }
    }
    if (one.whole.chars < CAPTION && (one.name === "figcaption" || of("caption") !== undefined))
      return "caption";
    return null;
  };
  const walk = (one: PageElement, inText: boolean, inReport: boolean): void => {
    const live = noMeasures();
    addMeasures(live, one.whole, 1);
    one.live = live;
    const inside = inText || one.name === "p" || one.name === "blockquote";
    const within = inReport || (one.name === "article" && titles.has(one));
    for (const child of one.children) {
      if (typeof child === "string") continue;
      addMeasures(live, child.whole, -1);
      const rules = rulesOf(child);
      const reason = reasonOf(child, rules, inside, within);
      if (reason !== null) {
        left.set(child, reason);
        continue;
      }
      if (rules.length > 0) {
        if (rules.some(({ kind }) => kind === "body")) bodies.push(child);
        const speaksFor = rules.some(({ kind }) => kind === "likely" || kind === "body");
        const against = rules.some(({ kind }) => kind !== "likely" && kind !== "body");
        if (speaksFor !== against) weights.set(child, speaksFor ? 1 : -1);
      }
      walk(child, inside, within);
      addMeasures(live, child.live, 1);
    }
  };
  walk(root, false, false);
  return { left, bodies, weights, embeds, credits };
}

/** The rules that an element's names fulfil. */
export function partsNamed(label: string, parts: PartRules): readonly PartRule[] {
  const plain = plainNames(label);
  return parts.any.test(plain) ? parts.rules.filter(({ pattern }) => pattern.test(plain)) : NONE;
}

/** Names in lower case, their words joined by hyphens. `plainNames("articleBody nav_2")` gives "article-body nav-2". */
export function plainNames(label: string): string {
  return label
    .slice(0, LABEL)
    .replace(/([a-z0-9])([A-Z])/gu, "$1-$2")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s]+/gu, "-")
    .replace(/(?<=\s|^)-+|-+(?=\s|$)/gu, "");
}

function labelOf({ attributes }: PageElement): string {
  const { class: classes, id, role, itemprop } = attributes;
  if (classes === undefined && id === undefined && role === undefined && itemprop === undefined) return "";
  return [classes, id, role, itemprop].filter((value) => value !== undefined).join(" ");
}

function isHidden({ attributes }: PageElement): boolean {
  if (attributes.hidden !== undefined || attributes["aria-hidden"] === "true") return true;
  const { style } = attributes;
  return (
    style !== undefined && /(?:display\s*:\s*none|visibility\s*:\s*hidden)/iu.test(style.slice(0, LABEL))
  );
}

/** What may not be left out with what it stands in: the elements that hold a headline, and those that hold an embedded post. */
function holders(
  root: PageElement,
  names: PageMetadataNames,
): { readonly titles: ReadonlySet<PageElement>; readonly embeds: ReadonlySet<PageElement> } {
  const titles = new Set<PageElement>();
  const embeds = new Set<PageElement>();
  for (const one of elementsOf(root)) {
    const { class: classes } = one.attributes;
    if (one.name === "h1") markUp(one, titles);
    else if (classes !== undefined && names.embed_classes.some((name) => classes.includes(name)))
      markUp(one, embeds);
  }
  return { titles, embeds };
}

function markUp(from: PageElement, marked: Set<PageElement>): void {
  for (let one: PageElement | null = from; one !== null && !marked.has(one); one = one.parent)
    marked.add(one);
}
