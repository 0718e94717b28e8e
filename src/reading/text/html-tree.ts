// A captured page as a small tree: elements with attributes, texts as plain strings, built in one pass over the tokens of
// htmlparser2 (WHATWG's implied end tags). Scripts, styles and other elements without words are left out; JSON-LD is kept apart.
// No script is run and nothing is loaded. Deeper elements than MOST_DEPTH are taken flat; a page beyond the other limits gives
// the name of the limit in place of a tree. Leaves alone: which part of the page is the report.
import { Parser } from "htmlparser2";

/** Far above any page of news; beyond them a tree costs too much. */
export const LIMITS = {
  characters: 16_000_000,
  elements: 200_000,
  /** Elements open at one time; closing one looks through all that are open. */
  open: 1_500,
} as const;
const MOST_DEPTH = 250;
const LONGEST_JSON = 2_000_000;
const LONGEST_TITLE = 1_000;

export interface PageElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly parent: PageElement | null;
  readonly children: (PageElement | string)[];
  /** Of everything in it. */
  readonly whole: Measures;
  /** Of what is left of it once the parts beside the report are out (page-parts.ts). */
  live: Measures;
}

export interface Measures {
  /** Characters of words, of those within links, and commas. */
  chars: number;
  linkChars: number;
  commas: number;
  /** Paragraphs, items of lists, pictures and fields of forms. */
  paragraphs: number;
  items: number;
  pictures: number;
  fields: number;
}

export interface PageTree {
  readonly root: PageElement;
  readonly metas: readonly Readonly<Record<string, string>>[];
  readonly links: readonly Readonly<Record<string, string>>[];
  readonly json: readonly string[];
  /** The words of the title element. */
  readonly title: string | null;
  /** The deepest nesting of elements. */
  readonly depth: number;
}

export interface PageLimit {
  readonly limit: keyof typeof LIMITS;
  readonly found: number;
}

class Beyond extends Error {
  constructor(readonly reached: PageLimit) {
    super();
  }
}

/** Elements without content, as htmlparser2 has them. */
const VOID = new Set(
  "area base basefont br col command embed frame hr img input isindex keygen link meta param source track wbr".split(
    " ",
  ),
);

/** The tree of a page, or the limit that it is beyond. `silent`: names of elements that hold no words. */
export function pageTree(html: string, silent: ReadonlySet<string>): PageTree | PageLimit {
  if (html.length > LIMITS.characters) return { limit: "characters", found: html.length };
  const builder = new TreeBuilder(silent);
  const parser = new Parser(builder, { decodeEntities: true, recognizeSelfClosing: false });
  try {
    parser.end(html);
  } catch (thrown) {
    if (thrown instanceof Beyond) return thrown.reached;
    throw thrown;
  }
  return builder.tree();
}

class TreeBuilder {
  readonly #silent: ReadonlySet<string>;
  readonly #root = element("html", {}, null);
  readonly #metas: Record<string, string>[] = [];
  readonly #links: Record<string, string>[] = [];
  readonly #json: string[] = [];
  #at = this.#root;
  #title: string | null = null;
  /** What texts are taken for: words, the title, JSON-LD, or nothing. */
  #takes: "words" | "title" | "json" | "nothing" = "words";
  /** Elements open within the one that is left out. */
  #within = 0;
  #inLinks = 0;
  #elements = 0;
  #open = 0;
  #depth = 0;
  /** Elements open below MOST_DEPTH: not nested any further. */
  #flat = 0;

  constructor(silent: ReadonlySet<string>) {
    this.#silent = silent;
  }

  onopentag(name: string, attributes: Record<string, string>): void {
    if (++this.#elements > LIMITS.elements) throw new Beyond({ limit: "elements", found: this.#elements });
    if (!VOID.has(name) && ++this.#open > LIMITS.open) throw new Beyond({ limit: "open", found: this.#open });
    if (this.#open > this.#depth) this.#depth = this.#open;
    if (this.#takes !== "words") {
      if (!VOID.has(name)) this.#within++;
      return;
    }
    if (name === "meta") this.#metas.push(attributes);
    else if (name === "link") this.#links.push(attributes);
    if (name === "title" && this.#title === null) return this.#leave("title");
    if (name === "script") {
      const json = (attributes.type ?? "").toLowerCase().includes("ld+json");
      if (json) this.#json.push("");
      return this.#leave(json ? "json" : "nothing");
    }
    if (name === "html") return void Object.assign(this.#root.attributes, attributes);
    if (FIELDS.has(name)) this.#at.whole.fields++;
    if (this.#silent.has(name)) return VOID.has(name) ? undefined : this.#leave("nothing");
    if (this.#open - 1 > MOST_DEPTH) {
      if (!VOID.has(name)) this.#flat++;
      return;
    }
    const one = element(name, attributes, this.#at);
    this.#at.children.push(one);
    if (name === "p") this.#at.whole.paragraphs++;
    else if (name === "li") this.#at.whole.items++;
    else if (name === "img") this.#at.whole.pictures++;
    if (VOID.has(name)) return;
    this.#at = one;
    if (name === "a") this.#inLinks++;
  }

  ontext(text: string): void {
    if (this.#takes === "nothing") return;
    if (this.#takes === "title") {
      const title = this.#title ?? "";
      if (title.length < LONGEST_TITLE) this.#title = (title + text).slice(0, LONGEST_TITLE);
      return;
    }
    if (this.#takes === "json") {
      const last = this.#json.length - 1;
      if (this.#json[last]!.length + text.length < LONGEST_JSON) this.#json[last] += text;
      return;
    }
    const { children } = this.#at;
    const last = children.length - 1;
    if (last >= 0 && typeof children[last] === "string") children[last] += text;
    else children.push(text);
    const chars = text.replace(/\s+/gu, " ").length - (/^\s*$/u.test(text) ? 1 : 0);
    if (chars <= 0) return;
    this.#at.whole.chars += chars;
    if (this.#inLinks > 0) this.#at.whole.linkChars += chars;
    for (let at = 0; at < text.length; at++) if (COMMAS.has(text.charCodeAt(at))) this.#at.whole.commas++;
  }

  onclosetag(name: string): void {
    if (VOID.has(name)) return;
    this.#open--;
    if (this.#takes !== "words") {
      if (this.#within > 0) this.#within--;
      else this.#takes = "words";
      return;
    }
    if (name === "html") return;
    if (this.#flat > 0) {
      this.#flat--;
      return;
    }
    if (this.#at.parent === null) return;
    const { parent } = this.#at;
    addMeasures(parent.whole, this.#at.whole, 1);
    if (this.#at.name === "a") this.#inLinks--;
    this.#at = parent;
  }

  #leave(takes: "title" | "json" | "nothing"): void {
    this.#takes = takes;
    this.#within = 0;
  }

  tree(): PageTree {
    return {
      root: this.#root,
      metas: this.#metas,
      links: this.#links,
      json: this.#json,
      title: this.#title,
      depth: this.#depth,
    };
  }
}

const FIELDS = new Set(["input", "select", "textarea", "button"]);
/** Commas of several scripts. */
const COMMAS = new Set([0x2c, 0x60c, 0xff0c, 0x3001, 0xfe50, 0x2e41, 0x3002]);

function element(
  name: string,
  attributes: Readonly<Record<string, string>>,
  parent: PageElement | null,
): PageElement {
  const whole = noMeasures();
  return { name, attributes, parent, children: [], whole, live: whole };
}

export function noMeasures(): Measures {
  return { chars: 0, linkChars: 0, commas: 0, paragraphs: 0, items: 0, pictures: 0, fields: 0 };
}

/** Adds (or with -1 takes away) one set of measures. */
export function addMeasures(to: Measures, more: Measures, sign: 1 | -1): void {
  to.chars += sign * more.chars;
  to.linkChars += sign * more.linkChars;
  to.commas += sign * more.commas;
  to.paragraphs += sign * more.paragraphs;
  to.items += sign * more.items;
  to.pictures += sign * more.pictures;
  to.fields += sign * more.fields;
}

/** All elements below in document order, itself first. */
export function* elementsOf(root: PageElement): Generator<PageElement> {
  const stack: PageElement[] = [root];
  for (let one = stack.pop(); one !== undefined; one = stack.pop()) {
    yield one;
    for (let at = one.children.length - 1; at >= 0; at--) {
      const child = one.children[at]!;
      if (typeof child !== "string") stack.push(child);
    }
  }
}

/** The words of an element, white space as it stands. */
export function textOf(one: PageElement): string {
  let text = "";
  for (const child of one.children) text += typeof child === "string" ? child : textOf(child);
  return text;
}
