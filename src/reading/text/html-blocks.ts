// A tree of elements to lines: each block of text one line, an empty line between paragraphs, a line break where the page has
// one; items of a list and rows of a table follow each other without an empty line. Lines of an embedded post share a number.
// Knowledge: knowledge/text/metadata.yaml (elements without words, classes of embeds). Leaves alone: what the lines say.
import type { PageMetadataNames } from "../../knowledge/text.js";
import { cleanCharacters } from "./clean-characters.js";
import { line } from "./line.js";
import type { Line } from "./line.js";

const INLINE = new Set(
  "a abbr acronym b bdi bdo big cite code data del dfn em font i img ins kbd label mark q s samp small span strike strong sub sup time tt u var wbr".split(
    " ",
  ),
);
const TIGHT = new Set("li tr dd dt br figcaption caption".split(" "));
const CELLS = new Set(["td", "th"]);

export interface PageLine extends Line {
  /** Name of the element beside the report that holds it, e.g. "nav"; null within the report's own flow. */
  readonly beside: string | null;
}

export function pageLines(root: Element, names: PageMetadataNames): readonly PageLine[] {
  const silent = new Set(names.silent);
  const besides = new Set(names.beside);
  const lines: PageLine[] = [];
  let words = "";
  let gap = false;
  let embeds = 0;
  const flush = (beside: string | null, embed: number | null): void => {
    const text = cleanCharacters(words).replaceAll("\n", " ").replace(/ {2,}/gu, " ").trim();
    words = "";
    if (text === "") return;
    lines.push({ ...line(text, gap && lines.length > 0, embed), beside });
    gap = false;
  };
  const walk = (node: Node, beside: string | null, embed: number | null, pre: boolean): void => {
    if (node.nodeType === 3) {
      const text = node.nodeValue ?? "";
      if (!pre) words += text;
      else
        text.split("\n").forEach((part, index) => {
          if (index > 0) flush(beside, embed);
          words += part;
        });
      return;
    }
    if (node.nodeType !== 1) return;
    const element = node as Element;
    const name = element.localName.toLowerCase();
    if (silent.has(name) || element.hasAttribute("hidden")) return;
    if (name === "br") {
      if (words.trim() === "") gap = true;
      return flush(beside, embed);
    }
    if (CELLS.has(name)) words += " ";
    const block = !INLINE.has(name) && !CELLS.has(name);
    const posted = embed ?? (isEmbed(element, names) ? ++embeds : null);
    const inside = besides.has(name) ? name : beside;
    if (block) {
      flush(beside, embed);
      gap ||= !TIGHT.has(name);
    }
    for (const child of Array.from(element.childNodes)) walk(child, inside, posted, pre || name === "pre");
    if (block) {
      flush(inside, posted);
      gap ||= !TIGHT.has(name);
    }
  };
  walk(root, null, null, false);
  flush(null, null);
  return splitSignatures(lines);
}

function isEmbed(element: Element, names: PageMetadataNames): boolean {
  const classes = element.getAttribute("class");
  return classes !== null && names.embed_classes.some((name) => classes.includes(name));
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
