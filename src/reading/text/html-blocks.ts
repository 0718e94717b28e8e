// A tree of elements to lines: each block of text one line, an empty line between paragraphs, a line break where the page has
// one; items of a list and rows of a table follow each other without an empty line. Lines of an embedded post share a number, and
// a line outside the report says why it is. Knowledge: knowledge/text/metadata.yaml (classes of embeds). Leaves alone: what lines say.
import type { PageMetadataNames } from "../../knowledge/text.js";
import { cleanCharacters } from "./clean-characters.js";
import type { PageElement } from "./html-tree.js";
import { line } from "./line.js";
import type { Line } from "./line.js";

const INLINE = new Set(
  "a abbr acronym b bdi bdo big cite code data del dfn em font i img ins kbd label mark q s samp small span strike strong sub sup time tt u var wbr".split(
    " ",
  ),
);
const TIGHT = new Set("li tr dd dt br figcaption caption".split(" "));
const CELLS = new Set(["td", "th"]);
const HEADINGS = new Set(["h1", "h2", "h3", "h4", "h5", "h6"]);

export interface PageLine extends Line {
  /** Why it is not of the report: id of a rule, name of an element, "outside-report"; null within the report. */
  readonly beside: string | null;
  /** True where nearly all of its words are within links. */
  readonly linked: boolean;
  /** Name of the innermost block that holds it. */
  readonly block: string;
}

export interface PageFlow {
  /** The containers of the report; null takes the whole page for it. */
  readonly roots: readonly PageElement[] | null;
  readonly left: (one: PageElement) => string | null;
}

export function pageLines(
  root: PageElement,
  flow: PageFlow,
  names: Pick<PageMetadataNames, "embed_classes">,
): readonly PageLine[] {
  const containers = flow.roots === null ? null : new Set(flow.roots);
  const lines: PageLine[] = [];
  let words = "";
  let linked = 0;
  let gap = false;
  let embeds = 0;
  const flush = (beside: string | null, embed: number | null, block: string): void => {
    if (words === "") return;
    const text = cleanCharacters(words).replaceAll("\n", " ").replace(/ {2,}/gu, " ").trim();
    const inLinks = linked;
    words = "";
    linked = 0;
    if (text === "") return;
    lines.push({
      ...line(text, gap && lines.length > 0, embed),
      beside,
      linked: inLinks >= 0.9 * text.length,
      block,
    });
    gap = false;
  };
  const walk = (
    one: PageElement,
    beside: string | null,
    embed: number | null,
    block: string,
    pre: boolean,
    link: boolean,
  ): void => {
    for (const child of one.children) {
      if (typeof child === "string") {
        if (!pre) {
          words += child;
          if (link) linked += child.trim().length;
          continue;
        }
        child.split("\n").forEach((part, index) => {
          if (index > 0) flush(beside, embed, block);
          words += part;
        });
        continue;
      }
      const { name } = child;
      if (name === "br") {
        if (words.trim() === "") gap = true;
        flush(beside, embed, block);
        continue;
      }
      const cell = CELLS.has(name);
      if (cell) words += " ";
      const reason = flow.left(child);
      const inside =
        reason ?? (containers !== null && containers.has(child) && beside === OUTSIDE ? null : beside);
      const isBlock = (!INLINE.has(name) && !cell) || inside !== beside;
      const posted = embed ?? (isEmbed(child, names) ? ++embeds : null);
      if (isBlock) {
        flush(beside, embed, block);
        gap ||= !TIGHT.has(name);
      }
      const held = isBlock && (!HEADINGS.has(block) || name !== "div") ? name : block;
      walk(child, inside, posted, held, pre || name === "pre", link || name === "a");
      if (isBlock) {
        flush(inside, posted, held);
        gap ||= !TIGHT.has(name);
      }
    }
  };
  const start = containers === null ? null : containers.has(root) ? null : OUTSIDE;
  walk(root, start, null, root.name, false, false);
  flush(start, null, root.name);
  return splitSignatures(lines);
}

const OUTSIDE = "outside-report";

function isEmbed(one: PageElement, names: Pick<PageMetadataNames, "embed_classes">): boolean {
  const classes = one.attributes.class;
  return classes !== undefined && names.embed_classes.some((name) => classes.includes(name));
}

/** A post's signature stands on a line of its own. */
function splitSignatures(lines: readonly PageLine[]): readonly PageLine[] {
  return lines.flatMap((one) => {
    if (one.embed === null) return [one];
    const at = /\s[—–]\s?[^—@]{1,80}\(@[^)]{1,40}\)[^)]{0,60}$/u.exec(one.text)?.index;
    return at === undefined || at === 0
      ? [one]
      : [
          { ...one, text: one.text.slice(0, at) },
          { ...one, text: one.text.slice(at).trim(), gap: false },
        ];
  });
}
