// A page of many dated posts ("live blog") taken apart: each post with its own id, headline, time and words. In: the characters of a
// page; out: the posts in the page's order, or null where the page is no live blog. Follows schema.org: LiveBlogPosting with
// liveBlogUpdate, as JSON-LD or as microdata; a page that only declares the type is cut at its articles that carry a time. A page that
// declares nothing is one by its names and its like, timed elements (live-elements.ts). Leaves alone: what the posts say, and the words that stand between them.
import { pageLines } from "./html-blocks.js";
import { elementsOf, pageTree, textOf } from "./html-tree.js";
import type { PageElement, PageTree } from "./html-tree.js";
import { jsonNodes } from "./html-metadata.js";
import type { PageKnowledge } from "../../knowledge/text.js";
import { liveElements, timeIn } from "./live-elements.js";

/** Fewer dated posts are updates of a report, not a live blog. */
const LEAST_POSTS = 3;
const MOST_POSTS = 2_000;
const LONGEST_ID = 200;
const TYPE = "LiveBlogPosting";

export interface LivePost {
  /** What the page calls it by: the fragment of its address, its id, else its place counted from the last. */
  readonly id: string;
  readonly title: string | null;
  /** As the page writes it. */
  readonly published: string | null;
  readonly updated: string | null;
  readonly paragraphs: readonly string[];
}

export interface LiveBlog {
  readonly title: string | null;
  readonly language: string | null;
  readonly outlet: string | null;
  /** Its own address. */
  readonly url: string | null;
  readonly posts: readonly LivePost[];
}

const SILENT = new Set([
  "script",
  "style",
  "noscript",
  "template",
  "svg",
  "iframe",
  "button",
  "select",
  "textarea",
]);
const NAMES = { embed_classes: [] };

/** `address` is where the page was captured, if that is known. */
export function liveBlog(html: string, address: string | null, knowledge: PageKnowledge): LiveBlog | null {
  const tree = pageTree(html, SILENT);
  if (!("root" in tree)) return null;
  const nodes = jsonNodes(tree);
  const blog = nodes.find((node) => [node["@type"]].flat().includes(TYPE)) ?? null;
  const elements = [...elementsOf(tree.root)];
  const declared = elements.some(({ attributes }) => attributes.itemtype?.endsWith(`/${TYPE}`) ?? false);
  const url = canonical(tree) ?? words(blog?.["url"]);
  const posts =
    blog === null && !declared
      ? elementPosts(liveElements(tree, url ?? address, knowledge))
      : [
          jsonPosts(blog?.["liveBlogUpdate"]),
          elementPosts(elements.filter(({ attributes }) => attributes.itemprop === "liveBlogUpdate")),
          elementPosts(elements.filter((one) => one.name === "article" && hasOwnTime(one))),
        ].find((found) => found.length >= LEAST_POSTS);
  if (posts === undefined || posts.length < LEAST_POSTS) return null;
  const meta = (property: string): string | null =>
    tree.metas.find((attributes) => attributes["property"] === property)?.["content"] ?? null;
  return {
    title: words(blog?.["headline"]) ?? meta("og:title"),
    language: tree.root.attributes["lang"] ?? null,
    outlet: meta("og:site_name") ?? words((blog?.["publisher"] as { name?: unknown } | undefined)?.name),
    url,
    posts: distinct(posts),
  };
}

function jsonPosts(updates: unknown): readonly LivePost[] {
  const list = [updates].flat().slice(0, MOST_POSTS);
  return list.flatMap((one, index): LivePost[] => {
    if (one === null || typeof one !== "object") return [];
    const post = one as Readonly<Record<string, unknown>>;
    const body = words(post["articleBody"]) ?? words(post["text"]) ?? words(post["description"]);
    const published = words(post["datePublished"]);
    if (body === null || published === null) return [];
    const address = words(post["url"]) ?? words(post["@id"]);
    return [
      {
        id: fragmentOf(address) ?? String(list.length - index),
        title: words(post["headline"]),
        published,
        updated: words(post["dateModified"]),
        paragraphs: paragraphsOf(body),
      },
    ];
  });
}

/** Words of data, which may hold markup of their own. */
function paragraphsOf(body: string): readonly string[] {
  if (!/<[a-z/]/iu.test(body))
    return body
      .split(/\n+/u)
      .map((paragraph) => paragraph.trim())
      .filter((paragraph) => paragraph !== "");
  const tree = pageTree(body, SILENT);
  return "root" in tree ? linesOf(tree.root) : [body];
}

function elementPosts(elements: readonly PageElement[]): readonly LivePost[] {
  return elements.slice(0, MOST_POSTS).flatMap((one, index): LivePost[] => {
    const time = timeIn(one);
    if (time === null) return [];
    const heading = [...elementsOf(one)].find(
      ({ name, attributes }) => /^h[1-6]$/u.test(name) || attributes.itemprop === "headline",
    );
    const title = heading === undefined ? null : textOf(heading).replace(/\s+/gu, " ").trim();
    const stamp = textOf(time).replace(/\s+/gu, " ").trim();
    const paragraphs = linesOf(one).filter((line) => line !== title && line !== stamp);
    if (paragraphs.length === 0) return [];
    const { id, itemid } = one.attributes;
    return [
      {
        id: (id ?? fragmentOf(itemid ?? null) ?? String(elements.length - index)).slice(0, LONGEST_ID),
        title: title === "" ? null : title,
        published: time.attributes.datetime ?? time.attributes.content ?? stamp,
        updated: null,
        paragraphs,
      },
    ];
  });
}

function linesOf(root: PageElement): readonly string[] {
  return pageLines(root, { roots: null, left: () => null }, NAMES).map(({ text }) => text);
}

/** Posts carry a time and hold no post themselves. */
function hasOwnTime(one: PageElement): boolean {
  let articles = 0;
  for (const below of elementsOf(one)) if (below.name === "article" && ++articles > 1) return false;
  return timeIn(one) !== null;
}

/** A post that stands twice under one id is told once. */
function distinct(posts: readonly LivePost[]): readonly LivePost[] {
  const seen = new Set<string>();
  return posts.filter(({ id }) => !seen.has(id) && seen.add(id) !== undefined);
}

function canonical(tree: PageTree): string | null {
  const address = tree.links.find(({ rel }) => rel?.toLowerCase() === "canonical")?.["href"] ?? null;
  return address !== null && /^https?:\/\//iu.test(address) ? address : null;
}

function fragmentOf(address: string | null): string | null {
  const fragment = address === null ? undefined : /#(.{1,200})$/u.exec(address)?.[1];
  return fragment ?? null;
}

function words(value: unknown): string | null {
  return typeof value === "string" && value.trim() !== "" ? value.trim() : null;
}
