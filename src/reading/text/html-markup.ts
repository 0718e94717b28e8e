// HTML that is too large or too deeply nested for a tree, stripped of its tags in one pass over the characters
// (a subset of the WHATWG tokenizer: tags, comments, raw text). No tree is built and nothing is run.
// Leaves alone: which part of the page is the report.

const TAG = /<(?:!--|([!?/]?)([a-z][a-z0-9:-]{0,30})?)/giu;
const RAW = new Set(["script", "style", "textarea", "title", "noscript", "template", "iframe", "svg"]);
const BLOCKS = new Set(
  "p div br li tr h1 h2 h3 h4 h5 h6 section article header footer blockquote ul ol table dd dt figure figcaption pre main hr".split(
    " ",
  ),
);
const PARAGRAPHS = new Set(
  "p div h1 h2 h3 h4 h5 h6 section article blockquote ul ol table figure pre".split(" "),
);
const ENTITIES: ReadonlyMap<string, string> = new Map([
  ["amp", "&"],
  ["lt", "<"],
  ["gt", ">"],
  ["quot", '"'],
  ["apos", "'"],
  ["nbsp", " "],
  ["ndash", "–"],
  ["mdash", "—"],
  ["lsquo", "‘"],
  ["rsquo", "’"],
  ["ldquo", "“"],
  ["rdquo", "”"],
  ["hellip", "…"],
]);

interface Piece {
  /** Lower case; "" for text. */
  readonly tag: string;
  readonly closing: boolean;
  readonly start: number;
  readonly end: number;
}

/** The words between the tags, blocks on lines of their own. `tagsStripped("<p>a<b>b</b></p>c")` gives "\n\nab\n\nc". */
export function tagsStripped(html: string): string {
  const parts: string[] = [];
  for (const { tag, start, end } of pieces(html)) {
    if (tag === "") parts.push(entitiesRead(html.slice(start, end).replace(/\s+/gu, " ")));
    else if (PARAGRAPHS.has(tag)) parts.push("\n\n");
    else if (BLOCKS.has(tag)) parts.push("\n");
  }
  return parts.join("");
}

/** Tags and texts in order; comments, declarations and what raw-text elements hold are passed over. */
function* pieces(html: string): Generator<Piece> {
  let at = 0;
  TAG.lastIndex = 0;
  for (;;) {
    TAG.lastIndex = at;
    const match = TAG.exec(html);
    if (match === null) break;
    if (match.index > at) yield { tag: "", closing: false, start: at, end: match.index };
    if (match[0] === "<!--") {
      at = after(html, "-->", match.index + 4);
      continue;
    }
    const sign = match[1] ?? "";
    const tag = match[2]?.toLowerCase() ?? "";
    if (tag === "" && sign === "") {
      yield { tag: "", closing: false, start: match.index, end: match.index + 1 };
      at = match.index + 1;
      continue;
    }
    at = after(html, ">", match.index + match[0].length);
    if (tag === "" || sign === "!" || sign === "?") continue;
    yield { tag, closing: sign === "/", start: match.index, end: at };
    if (sign === "" && RAW.has(tag) && html[at - 2] !== "/") at = afterElement(html, tag, at);
  }
  if (at < html.length) yield { tag: "", closing: false, start: at, end: html.length };
}

function after(html: string, sign: string, from: number): number {
  const at = html.indexOf(sign, from);
  return at === -1 ? html.length : at + sign.length;
}

function afterElement(html: string, tag: string, from: number): number {
  const close = new RegExp(`</${tag}[^>]{0,200}>`, "giu");
  close.lastIndex = from;
  return close.exec(html) === null ? html.length : close.lastIndex;
}

function entitiesRead(text: string): string {
  return text.replace(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z]{2,8}));/giu, (whole, decimal, hex, name) => {
    if (name !== undefined) return ENTITIES.get(String(name).toLowerCase()) ?? whole;
    const code = decimal === undefined ? Number.parseInt(String(hex), 16) : Number(decimal);
    return code > 0x10ffff || code === 0 ? "\ufffd" : String.fromCodePoint(code);
  });
}
