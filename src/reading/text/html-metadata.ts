// What a page states about itself: JSON-LD (schema.org), Open Graph and other meta elements, marked dates. Dates are taken as
// written, in the page's own time zone. In: the tree and the names of fields (knowledge/text/metadata.yaml); out: title,
// byline, outlet's name, address and day of publication, each null where not stated. Leaves alone: the words of the report.
import type { PageMetadataNames, TextKnowledge } from "../../knowledge/text.js";
import { writtenDates } from "./dates.js";
import type { DateContext } from "./dates.js";
import { elementsOf, textOf as wordsOf } from "./html-tree.js";
import type { PageElement, PageTree } from "./html-tree.js";

export interface PageMetadata {
  readonly title: string | null;
  readonly byline: string | null;
  readonly site: string | null;
  readonly url: string | null;
  readonly language: string | null;
  /** What the page says it is about, for other machines. */
  readonly description: string | null;
  /** Stated for machines as the day of publication. */
  readonly published: string | null;
  /** The day in an element marked as a date, else the day of the last change: weaker than the address. */
  readonly shown: string | null;
}

const JSON_LIMIT = 500_000;
const NODES = 3000;
const DATE_TEXT = 160;

export function pageMetadata(tree: PageTree, context: DateContext, knowledge: TextKnowledge): PageMetadata {
  const names = knowledge.metadata;
  const meta = metaValues(tree);
  const stated = (keys: readonly string[]): string | null => {
    for (const key of keys) {
      const value = meta.get(key);
      if (value !== undefined) return value;
    }
    return null;
  };
  const day = (value: string | null): string | null =>
    value === null ? null : (writtenDates(value.slice(0, DATE_TEXT), context, knowledge)[0]?.day ?? null);
  const days = (keys: readonly string[]): string | null =>
    keys.map((key) => day(meta.get(key) ?? null)).find((found) => found !== null) ?? null;
  const report = reportNode(tree, names);
  const elements = [...elementsOf(tree.root)];
  const marked = elements.find(
    ({ name, attributes }) =>
      (attributes.itemprop?.includes("datePublished") ?? false) ||
      (name === "time" && attributes.pubdate !== undefined),
  );
  const canonical = tree.links.find(({ rel }) => rel?.toLowerCase() === "canonical")?.href ?? null;
  return {
    title: textOf(report?.headline) ?? stated(names.title),
    byline: personOf(report?.author) ?? plainName(stated(names.byline)),
    site: personOf(report?.publisher) ?? stated(names.outlet),
    url: address(canonical) ?? address(stated(names.url)) ?? address(textOf(report?.url)),
    language: tree.root.attributes.lang ?? null,
    description: stated(names.description) ?? textOf(report?.description),
    published:
      day(textOf(report?.datePublished)) ??
      days(names.published) ??
      (marked === undefined ? null : day(dateText(marked))),
    shown: shownDay(elements, day, names) ?? day(textOf(report?.dateModified)) ?? days(names.updated),
  };
}

function metaValues(tree: PageTree): ReadonlyMap<string, string> {
  const values = new Map<string, string>();
  for (const attributes of tree.metas) {
    const content = attributes.content?.trim();
    if (content === undefined || content === "") continue;
    for (const attribute of ["property", "name", "itemprop"]) {
      const key = attributes[attribute]?.trim().toLowerCase();
      if (key !== undefined && !values.has(key)) values.set(key, content.slice(0, 500));
    }
  }
  return values;
}

/** The first element that a page marks as holding its date: time elements before the headline's end, then classes. */
function shownDay(
  elements: readonly PageElement[],
  day: (value: string | null) => string | null,
  names: PageMetadataNames,
): string | null {
  for (const scope of ["article", "main", "body"]) {
    const first = elements.find(({ name }) => name === scope);
    if (first === undefined) continue;
    let tried = 0;
    for (const one of elementsOf(first)) {
      if (one.name !== "time") continue;
      if (++tried > 5) break;
      const found = day(dateText(one));
      if (found !== null) return found;
    }
  }
  const marked = elements.filter(
    ({ attributes }) => attributes.class !== undefined || attributes.id !== undefined,
  );
  for (const name of names.date_classes) {
    let tried = 0;
    for (const one of marked) {
      const label = `${one.attributes.class ?? ""} ${one.attributes.id ?? ""}`.toLowerCase();
      if (!label.includes(name)) continue;
      if (++tried > 40) break;
      if (one.whole.chars > DATE_TEXT) continue;
      const found = day(wordsOf(one).trim());
      if (found !== null) return found;
    }
  }
  return null;
}

function dateText(one: PageElement): string {
  return (one.attributes.datetime ?? one.attributes.content ?? wordsOf(one).slice(0, 200)).trim();
}

type JsonNode = Readonly<Record<string, unknown>>;

/** The first JSON-LD node that describes a report, in the order of the types' list. */
function reportNode(tree: PageTree, names: PageMetadataNames): JsonNode | null {
  const nodes: JsonNode[] = [];
  for (const content of tree.json) {
    if (content.length > JSON_LIMIT) continue;
    try {
      collect(JSON.parse(content.replace(/\s/gu, " ")), nodes);
    } catch {
      // Broken JSON-LD states nothing.
    }
  }
  for (const type of names.reports) {
    const node = nodes.find((one) => [one["@type"]].flat().includes(type) && one.datePublished !== undefined);
    if (node !== undefined) return node;
  }
  return nodes.find((one) => names.reports.some((type) => [one["@type"]].flat().includes(type))) ?? null;
}

/** Objects of the JSON, breadth first, so many at most. */
function collect(value: unknown, nodes: JsonNode[]): void {
  const queue: unknown[] = [value];
  for (let index = 0; index < queue.length && index < NODES; index++) {
    const one = queue[index];
    if (Array.isArray(one)) queue.push(...one.slice(0, 200));
    else if (one !== null && typeof one === "object") {
      nodes.push(one as JsonNode);
      queue.push(...Object.values(one).filter((child) => child !== null && typeof child === "object"));
    }
  }
}

function textOf(value: unknown): string | null {
  return typeof value === "string" && value.trim() !== "" ? value.trim().slice(0, 500) : null;
}

function personOf(value: unknown): string | null {
  const people = [value].flat().flatMap((one): string[] => {
    const name = typeof one === "string" ? one : ((one as JsonNode | null)?.name ?? null);
    const plain = plainName(textOf(name));
    return plain === null ? [] : [plain];
  });
  return people.length === 0 ? null : people.slice(0, 5).join(", ");
}

/** A name; an address is none. */
function plainName(value: string | null): string | null {
  return value === null || /^(?:https?:)?\/\//iu.test(value) ? null : value;
}

function address(value: string | null): string | null {
  return value !== null && /^https?:\/\/\S+$/iu.test(value) ? value : null;
}
