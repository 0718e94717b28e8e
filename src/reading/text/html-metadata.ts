// What a page states about itself: JSON-LD (schema.org), Open Graph and other meta elements, marked dates. Dates are taken as
// written, in the page's own time zone. In: the tree and the names of fields (knowledge/text/metadata.yaml); out: title,
// byline, outlet's name, address and day of publication, each null where not stated. Leaves alone: the words of the report.
import type { PageMetadataNames, TextKnowledge } from "../../knowledge/text.js";
import type { DateContext } from "./dates.js";
import { dayInScripts, dayReader, localDay, shownDay } from "./html-dates.js";
import type { PageTree } from "./html-tree.js";
import type { PageParts } from "./page-parts.js";

export interface PageMetadata {
  readonly title: string | null;
  readonly byline: string | null;
  readonly site: string | null;
  readonly url: string | null;
  /** Addresses or names of those that it says it has its text from. */
  readonly sources: readonly string[];
  readonly language: string | null;
  /** Types that its data names (schema.org), and Open Graph's. */
  readonly types: readonly string[];
  /** True where its data says that it is not free to read. */
  readonly paid: boolean;
  /** What the page says it is about, for other machines. */
  readonly description: string | null;
  /** Stated for machines as the day of publication. */
  readonly published: string | null;
  /** The day in an element marked as a date, else the day of the last change: weaker than the address. */
  readonly shown: string | null;
}

const JSON_LIMIT = 500_000;
const NODES = 3000;
const MOST_TYPES = 200;

export function pageMetadata(
  tree: PageTree,
  parts: PageParts,
  html: string,
  context: DateContext,
  knowledge: TextKnowledge,
): PageMetadata {
  const names = knowledge.metadata;
  const meta = metaValues(tree);
  const stated = (keys: readonly string[]): string | null => {
    for (const key of keys) {
      const value = meta.get(key);
      if (value !== undefined) return value;
    }
    return null;
  };
  const day = dayReader(context, knowledge);
  const field = (keys: readonly string[]): string | null =>
    keys.map((key) => meta.get(key) ?? null).find((value) => day(value) !== null) ?? null;
  const nodes = jsonNodes(tree);
  const report = reportNode(nodes, names);
  const raw =
    field(names.published) ?? dated(report?.datePublished, day) ?? dated(anyDated(nodes, names), day);
  const shown = shownDay(tree.root, parts, day, context, knowledge);
  const published = raw === null ? null : localDay(day(raw)!, raw, shown);
  const ogTypes = ["og:type"].flatMap((key) => meta.get(key) ?? []);
  const canonical = tree.links.find(({ rel }) => rel?.toLowerCase() === "canonical")?.href ?? null;
  return {
    title: textOf(report?.headline) ?? stated(names.title),
    byline: personOf(report?.author) ?? plainName(stated(names.byline)),
    site: personOf(report?.publisher) ?? stated(names.outlet),
    url: address(canonical) ?? address(stated(names.url)) ?? address(textOf(report?.url)),
    sources: names.origin.flatMap((key) => meta.get(key) ?? []),
    language: tree.root.attributes.lang ?? null,
    types: [...nodes.slice(0, MOST_TYPES).flatMap((one) => [one["@type"]].flat().map(String)), ...ogTypes],
    paid: [report?.isAccessibleForFree]
      .flat()
      .some((value) => value === false || /^false$/iu.test(String(value))),
    description: stated(names.description) ?? textOf(report?.description),
    published,
    shown:
      (shown !== null && shown.rank < 3 ? shown.day : null) ??
      dayInScripts(html, knowledge.scriptDay, day) ??
      shown?.day ??
      day(dated(report?.dateModified, day)) ??
      day(field(names.updated)),
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

type JsonNode = Readonly<Record<string, unknown>>;

/** A field's words where a day can be read in them. */
function dated(value: unknown, day: (value: string | null) => string | null): string | null {
  const words = textOf(value);
  return day(words) === null ? null : words;
}

/** The date of any node that is no comment. */
function anyDated(nodes: readonly JsonNode[], names: PageMetadataNames): unknown {
  const node = nodes.find(
    (one) =>
      (one.datePublished ?? one.uploadDate) !== undefined &&
      ![one["@type"]].flat().some((type) => names.comments.includes(String(type))),
  );
  return node?.datePublished ?? node?.uploadDate;
}

/** The objects of all JSON-LD of a page. */
export function jsonNodes(tree: PageTree): readonly JsonNode[] {
  const nodes: JsonNode[] = [];
  for (const content of tree.json) {
    if (content.length > JSON_LIMIT) continue;
    try {
      collect(JSON.parse(content.replace(/\s/gu, " ")), nodes);
    } catch {
      // Broken JSON-LD states nothing.
    }
  }
  return nodes;
}

/** The first JSON-LD node that describes a report, in the order of the types' list. */
function reportNode(nodes: readonly JsonNode[], names: PageMetadataNames): JsonNode | null {
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
