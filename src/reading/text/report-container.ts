// Which elements of a page hold the report: paragraphs give points to what holds them, points are lowered by the share of words in
// links, the best container takes in its like siblings (after Readability's published method, Arc90 2009 and Mozilla; and the
// containers by name of Trafilatura, Barbaresi 2021). In: a tree with measures and names; out: elements in document order, and what
// is left out within them. Leaves alone: what elements are called (page-parts.ts) and what lines say.
import type { PageElement } from "./html-tree.js";
import type { PageParts } from "./page-parts.js";

/** Characters of the shortest text that counts as a paragraph; each so many give a point, three at most. */
const LEAST_PARAGRAPH = 25;
const POINT = 100;
const ANCESTORS = 5;
const NAME_POINTS = 25;
/** Points by element name (Readability's). */
const START: ReadonlyMap<string, number> = new Map([
  ...["div", "article", "main", "section"].map((name) => [name, 5] as const),
  ...["pre", "td", "blockquote"].map((name) => [name, 3] as const),
  ...["address", "ol", "ul", "dl", "dd", "dt", "li", "form"].map((name) => [name, -3] as const),
  ...["h1", "h2", "h3", "h4", "h5", "h6", "th"].map((name) => [name, -5] as const),
]);
/** Other containers with such a share of the best one's points are looked at together with it. */
const RIVAL = 0.75;
const MOST_RIVALS = 20;
const SIBLING = 0.2;
/** A container named as the report's body is taken where it holds this share of what the points found. */
const BODY_SHARE = 0.75;
/** A part with a larger share of the report's words is not taken out as unlike it. */
const CLEAN_SHARE = 0.5;
const BLOCKS = new Set(
  "address article aside blockquote center dd details div dl dt fieldset figure footer form h1 h2 h3 h4 h5 h6 header hr li main nav ol p pre section table tbody td th thead tfoot tr ul".split(
    " ",
  ),
);

export interface ReportParts {
  readonly roots: readonly PageElement[];
  /** Why an element within them is left out. */
  readonly left: ReadonlyMap<PageElement, string>;
}

/** No roots where no paragraph is found. */
export function reportParts(root: PageElement, parts: PageParts): ReportParts {
  const points = pointsOf(root, parts);
  const best = bestContainer(points);
  if (best === null) return { roots: [], left: new Map() };
  const top = widened(best, points);
  const roots = withSiblings(top, points, parts);
  const body = namedBody(roots, parts);
  const chosen = body ?? roots;
  const left = new Map<PageElement, string>();
  const most = CLEAN_SHARE * chosen.reduce((sum, { live }) => sum + live.chars, 0);
  for (const one of chosen) clean(one, parts, left, most, true);
  return { roots: chosen, left };
}

type Points = Map<PageElement, number>;

function pointsOf(root: PageElement, parts: PageParts): Points {
  const points: Points = new Map();
  const give = (to: PageElement | null, chars: number, commas: number): void => {
    if (chars < LEAST_PARAGRAPH) return;
    const worth = 1 + commas + Math.min(Math.floor(chars / POINT), 3);
    let level = 0;
    for (let one = to; one !== null && level < ANCESTORS; one = one.parent, level++) {
      if (one.name === "html") break;
      const divider = level === 0 ? 1 : level === 1 ? 2 : level * 3;
      points.set(one, (points.get(one) ?? startOf(one, parts)) + worth / divider);
    }
  };
  const walk = (one: PageElement): void => {
    const blocks = one.children.some((child) => typeof child !== "string" && BLOCKS.has(child.name));
    if (!blocks) {
      if (PARAGRAPHS.has(one.name)) give(one.parent, one.live.chars, one.live.commas);
      for (const child of one.children) if (typeof child !== "string" && !parts.left.has(child)) walk(child);
      return;
    }
    // Words that stand between blocks are paragraphs of this element.
    let chars = 0;
    let commas = 0;
    for (const child of one.children) {
      if (typeof child === "string") {
        chars += child.trim().length;
        commas += child.split(",").length - 1;
      } else if (parts.left.has(child)) continue;
      else if (BLOCKS.has(child.name) || child.name === "br") {
        give(one, chars, commas);
        chars = 0;
        commas = 0;
        walk(child);
      } else {
        chars += child.live.chars;
        commas += child.live.commas;
        walk(child);
      }
    }
    give(one, chars, commas);
  };
  walk(root);
  return points;
}

/** Elements without blocks inside that are taken as a paragraph. */
const PARAGRAPHS = new Set([
  "p",
  "pre",
  "td",
  "div",
  "section",
  "article",
  "blockquote",
  "center",
  "dd",
  "font",
  "span",
]);

function startOf(one: PageElement, parts: PageParts): number {
  return (START.get(one.name) ?? 0) + (parts.weights.get(one) ?? 0) * NAME_POINTS;
}

function density({ live }: PageElement): number {
  return live.chars === 0 ? 0 : live.linkChars / live.chars;
}

function bestContainer(points: Points): PageElement | null {
  let best: PageElement | null = null;
  let most = 0;
  for (const [one, raw] of points) {
    const scaled = raw * (1 - density(one));
    points.set(one, scaled);
    if (one.name !== "body" && (best === null || scaled > most)) {
      best = one;
      most = scaled;
    }
  }
  if (best !== null) return best;
  return [...points.keys()][0] ?? null;
}

/** The container, or one around it that shares its points with rivals or has more of them. */
function widened(best: PageElement, points: Points): PageElement {
  const most = points.get(best)!;
  const rivals = [...points]
    .filter(([one, value]) => one !== best && value >= most * RIVAL && value > 0)
    .slice(0, MOST_RIVALS);
  let top = best;
  if (rivals.length >= 3) {
    for (
      let one = best.parent;
      one !== null && one.name !== "body" && one.name !== "html";
      one = one.parent
    ) {
      const shared = rivals.filter(([rival]) => isWithin(rival, one!)).length;
      if (shared >= 3) {
        top = one;
        break;
      }
    }
  }
  let last = points.get(top) ?? 0;
  const least = last / 3;
  for (let one = top.parent; one !== null && one.name !== "body" && one.name !== "html"; one = one.parent) {
    const value = points.get(one);
    if (value === undefined) continue;
    if (value < least) break;
    if (value > last) {
      top = one;
      break;
    }
    last = value;
  }
  for (let one = top.parent; one !== null && one.name !== "body" && one.name !== "html"; one = one.parent) {
    if (
      one.children.some((child) => child !== top && (typeof child === "string" ? child.trim() !== "" : true))
    )
      break;
    top = one;
  }
  return top;
}

function isWithin(one: PageElement, container: PageElement): boolean {
  for (let at: PageElement | null = one; at !== null; at = at.parent) if (at === container) return true;
  return false;
}

/** The container and those beside it that read like it, in document order. */
function withSiblings(top: PageElement, points: Points, parts: PageParts): readonly PageElement[] {
  const most = points.get(top) ?? 0;
  const least = Math.max(10, most * SIBLING);
  if (top.parent === null) return [top];
  return top.parent.children.filter((one): one is PageElement => {
    if (typeof one === "string" || parts.left.has(one)) return false;
    if (one === top) return true;
    const { class: classes } = one.attributes;
    const bonus =
      classes !== undefined && classes !== "" && classes === top.attributes.class ? most * SIBLING : 0;
    const value = points.get(one);
    if (value !== undefined && value + bonus >= least) return true;
    if (one.name !== "p") return false;
    const { chars } = one.live;
    return chars > 80 ? density(one) < 0.25 : chars > 0 && density(one) === 0;
  });
}

/** The one container named as the report's body, where it holds nearly all that the points found. */
function namedBody(roots: readonly PageElement[], parts: PageParts): readonly PageElement[] | null {
  const found = roots.reduce((sum, { live }) => sum + live.chars - live.linkChars, 0);
  let best: PageElement | null = null;
  for (const one of parts.bodies) {
    const plain = one.live.chars - one.live.linkChars;
    if (plain < BODY_SHARE * found) continue;
    // The innermost of those that hold as much.
    if (best === null || isWithin(one, best) || plain > 1.5 * (best.live.chars - best.live.linkChars))
      best = one;
  }
  return best === null ? null : [best];
}

/** Lists of links, forms and boxes within the report that read unlike it (Readability's conditions). */
function clean(
  one: PageElement,
  parts: PageParts,
  left: Map<PageElement, string>,
  most: number,
  root: boolean,
): void {
  if (!root && one.live.chars <= most && CONDITIONAL.has(one.name) && !parts.embeds.has(one)) {
    const reason = reasonToLeave(one, parts);
    if (reason !== null) {
      left.set(one, reason);
      return;
    }
  }
  for (const child of one.children)
    if (typeof child !== "string" && !parts.left.has(child)) clean(child, parts, left, most, false);
}

const CONDITIONAL = new Set(["div", "section", "ul", "ol", "dl", "table", "form", "fieldset", "header"]);

function reasonToLeave(one: PageElement, parts: PageParts): string | null {
  const { live } = one;
  const weight = (parts.weights.get(one) ?? 0) * NAME_POINTS;
  if (live.chars === 0) return null;
  if (weight < 0 && live.chars < 400) return "unlikely";
  if (live.commas >= 10) return null;
  const list = one.name === "ul" || one.name === "ol" || one.name === "dl";
  const links = density(one);
  if (live.fields > live.paragraphs / 3 && live.fields > 0 && links > 0.1) return "form";
  if (!list && weight < 25 && links > 0.4) return "links";
  if (links > 0.6) return "links";
  return null;
}
