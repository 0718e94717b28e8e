// Whether a page is a report, only the beginning of one, or something else that was answered with status 200: an error page, a wall of
// consent, a list of reports, a gallery. In: the page's lines, what it says of itself; out: its kind, with what told it. Knowledge:
// knowledge/text/page-kinds.yaml. When in doubt it is a report. Leaves alone: what is done about it (read-text.ts).
import type { PageKindRule, TextKnowledge } from "../../knowledge/text.js";
import type { PageLine } from "./html-blocks.js";

export type PageKind = "report" | "error" | "consent" | "index" | "gallery" | "paywall";

export interface JudgedPage {
  readonly title: string | null;
  /** All lines of the page, those of the report with beside null. */
  readonly lines: readonly PageLine[];
  /** schema.org types that the page's data names, and Open Graph's. */
  readonly types: readonly string[];
  /** True where the page's data says that it is not free to read. */
  readonly paid: boolean;
  /** True where the page states a day of publication. */
  readonly dated: boolean;
  readonly gallery: boolean;
}

/** Words beyond which a page is neither an error nor a wall of consent; a stub ends before the second. */
const FEW = 1_200;
const STUB = 1_500;
const LAST_LINES = 8;
/** Lists of reports: so many headlines that are links, and so many teasers for one paragraph that is none. */
const HEADLINES = 12;
const HEADLINE = 25;
const PARAGRAPH = 60;
const TEASERS = 4;
const GALLERY_PICTURES = 6;
const GALLERY_WORDS = 700;
const INDEX_TYPES = new Set(["CollectionPage", "ItemList", "SearchResultsPage", "WebSite", "website"]);
const REPORT_TYPES = /(?:Article|BlogPosting|Posting|article|video)/u;
const GALLERY_TYPES = new Set(["ImageGallery", "MediaGallery", "gallery"]);

export function pageKind(page: JudgedPage, knowledge: TextKnowledge): PageKind {
  const own = page.lines.filter(({ beside }) => beside === null);
  const words = size(own);
  const rules = (kind: PageKindRule["kind"], where: PageKindRule["where"]): readonly PageKindRule[] =>
    knowledge.pageKinds.filter((rule) => rule.kind === kind && rule.where === where);
  const shown = page.lines.map(({ text }) => text);
  const told = (kind: PageKindRule["kind"], texts: readonly string[]): boolean =>
    rules(kind, "text").some(({ pattern }) => texts.some((text) => pattern.test(text)));
  if (words < FEW) {
    const title = page.title?.trim() ?? "";
    if (rules("error", "title").some(({ pattern }) => pattern.test(title))) return "error";
    const few = own.map(({ text }) => text);
    if (words < FEW / 2 && told("error", few)) return "error";
    if (told("consent", few) && consentShare(few, rules("consent", "text")) > 0.3) return "consent";
  }
  if (isIndex(page)) return "index";
  if (words < STUB) {
    const end = own.slice(-LAST_LINES).map(({ text }) => text);
    if (page.paid || told("paywall", [...end, ...shown.filter((text) => text.length < 200)]))
      return "paywall";
  }
  if (page.gallery) return "gallery";
  return "report";
}

/** The share of the words that stands in lines which ask for consent, or after the first of them. */
function consentShare(texts: readonly string[], rules: readonly PageKindRule[]): number {
  const first = texts.findIndex((text) => rules.some(({ pattern }) => pattern.test(text)));
  const all = texts.reduce((sum, text) => sum + text.length, 0);
  return texts.slice(first).reduce((sum, text) => sum + text.length, 0) / all;
}

/**
 * Many headlines that are links, no date of its own, no claim to be a report, and no paragraph that stands by itself: those there are
 * stand right below or above such a headline.
 */
function isIndex(page: JudgedPage): boolean {
  if (page.dated || page.types.some((type) => REPORT_TYPES.test(type))) return false;
  const isHeadline = (one: PageLine | undefined): boolean =>
    one !== undefined && one.linked && one.text.length >= HEADLINE;
  const headlines = page.lines.filter(isHeadline);
  const least = page.types.some((type) => INDEX_TYPES.has(type)) ? HEADLINES / 2 : HEADLINES;
  if (headlines.length < least) return false;
  let alone = 0;
  let teasers = 0;
  for (const [at, one] of page.lines.entries()) {
    if (one.linked || one.beside !== null || one.text.length < PARAGRAPH) continue;
    if (isHeadline(page.lines[at - 1]) || isHeadline(page.lines[at + 1])) teasers++;
    else alone++;
  }
  return alone === 0 || teasers > TEASERS * alone;
}

/** Pictures with far more words under them than in the report. */
export function isGallery(lines: readonly PageLine[], types: readonly string[], pictures: number): boolean {
  const words = size(lines.filter(({ beside }) => beside === null));
  if (words >= GALLERY_WORDS) return false;
  const captions = size(lines.filter(({ beside }) => beside === "caption"));
  return (
    types.some((type) => GALLERY_TYPES.has(type)) || (pictures >= GALLERY_PICTURES && captions > 2 * words)
  );
}

function size(lines: readonly PageLine[]): number {
  return lines.reduce((sum, { text }) => sum + text.length, 0);
}
