// The posts of a page that declares none: elements of one kind under one parent, each with a time and words of its own, that hold most of
// the page's words, on a page whose names or address say that it is a live blog. In: the page's tree and its address; out: the elements, in the
// page's order, or none. Knowledge: knowledge/text/live-blogs.yaml, page-parts.yaml. Leaves alone: what a post is made of (live-posts.ts).
import type { PageKnowledge } from "../../knowledge/text.js";
import { elementsOf } from "./html-tree.js";
import type { PageElement, PageTree } from "./html-tree.js";
import { partsNamed, plainNames } from "./page-parts.js";

/** Fewer like elements with a time are parts of a report, or teasers beside it. */
const LEAST_ELEMENTS = 5;
/** Words, in characters outside of links, that most of the posts have at least: a teaser is a link and a time. */
const LEAST_WORDS = 60;
const MOST = 0.8;
/** Share of the page's words outside of links that stands in the posts. */
const BULK = 0.5;
const LONGEST_NAMES = 500;

export function liveElements(
  tree: PageTree,
  address: string | null,
  { liveBlogs, parts }: PageKnowledge,
): readonly PageElement[] {
  const saysLive = (names: readonly string[]): boolean =>
    names.some((name) => liveBlogs.some(({ pattern }) => pattern.test(name)));
  const inAddress = saysLive(partsOfAddress(address));
  const page = wordsOf(tree.root);
  const times = firstTimes(tree.root);
  const kinds = new Map<PageElement, Map<string, PageElement[]>>();
  for (const one of times.keys()) {
    if (one.parent === null || wordsOf(one) === 0) continue;
    const siblings = kinds.get(one.parent) ?? new Map<string, PageElement[]>();
    kinds.set(one.parent, siblings);
    const kind = `${one.name} ${namesOf(one)[0] ?? ""}`;
    const like = siblings.get(kind) ?? [];
    siblings.set(kind, like);
    like.push(one);
  }
  const groups = [...kinds.values()].flatMap((siblings) => [...siblings.values()]);
  const posts = groups.filter((group) => {
    if (group.length < LEAST_ELEMENTS) return false;
    if (group.reduce((sum, one) => sum + wordsOf(one), 0) < BULK * page) return false;
    const told = group.filter((one) => wordsOf(one) >= LEAST_WORDS && isDated(times.get(one)!));
    if (told.length < MOST * group.length) return false;
    const around = [...ancestors(group[0]!), ...group.slice(0, LEAST_ELEMENTS)];
    const names = around.flatMap(namesOf);
    const foreign = names.some((name) => partsNamed(name, parts).some(({ kind }) => kind === "foreign"));
    return !foreign && (inAddress || saysLive(names));
  });
  return posts.sort((a, b) => b.length - a.length)[0] ?? [];
}

/** The first element of a time in this one. */
export function timeIn(one: PageElement): PageElement | null {
  for (const below of elementsOf(one)) if (isTime(below)) return below;
  return null;
}

/** Every element that is a time or holds one, in order of those, with the first. */
function firstTimes(root: PageElement): ReadonlyMap<PageElement, PageElement> {
  const first = new Map<PageElement, PageElement>();
  for (const one of elementsOf(root)) {
    if (!isTime(one)) continue;
    for (let above: PageElement | null = one; above !== null && !first.has(above); above = above.parent)
      first.set(above, one);
  }
  return first;
}

function isTime({ name, attributes }: PageElement): boolean {
  return name === "time" || attributes.itemprop === "datePublished";
}

/** Written for machines, with the hour. */
function isDated({ attributes }: PageElement): boolean {
  return /^\s*\d{4}-\d{2}-\d{2}T\d/u.test(attributes.datetime ?? attributes.content ?? "");
}

function wordsOf({ whole }: PageElement): number {
  return whole.chars - whole.linkChars;
}

function ancestors(one: PageElement): readonly PageElement[] {
  return one.parent === null ? [] : [one.parent, ...ancestors(one.parent)];
}

/** The words of class and id, in plain form. */
function namesOf({ attributes }: PageElement): readonly string[] {
  const label = `${attributes.class ?? ""} ${attributes.id ?? ""}`.slice(0, LONGEST_NAMES);
  return label
    .split(/\s+/u)
    .map(plainNames)
    .filter((name) => name !== "");
}

/** `partsOfAddress("https://x.example/live/kelm#p3")` is ["live", "kelm"]. */
function partsOfAddress(address: string | null): readonly string[] {
  const path = /^https?:\/\/[^/?#]+([^?#]*)/iu.exec(address ?? "")?.[1] ?? "";
  return path
    .slice(0, LONGEST_NAMES)
    .split("/")
    .map(plainNames)
    .filter((name) => name !== "");
}
