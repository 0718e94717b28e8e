// What a page states about itself: JSON-LD (schema.org), Open Graph and other meta elements, marked dates. Dates are taken as
// written, in the page's own time zone. In: the tree and the names of fields (knowledge/text/metadata.yaml); out: title,
// byline, outlet's name, address and day of publication, each null where not stated. Leaves alone: the words of the report.
import type { PageMetadataNames, TextKnowledge } from "../../knowledge/text.js";
import { writtenDates } from "./dates.js";
import type { DateContext } from "./dates.js";

export interface PageMetadata {
  readonly title: string | null;
  readonly byline: string | null;
  readonly site: string | null;
  readonly url: string | null;
  readonly language: string | null;
  /** Stated for machines as the day of publication. */
  readonly published: string | null;
  /** The day in an element marked as a date, else the day of the last change: weaker than the address. */
  readonly shown: string | null;
}

const JSON_LIMIT = 500_000;
const NODES = 3000;
const MARKED = "[itemprop~=datePublished], time[pubdate]";
const DATE_TEXT = 160;

export function pageMetadata(
  document: globalThis.Document,
  context: DateContext,
  knowledge: TextKnowledge,
): PageMetadata {
  const names = knowledge.metadata;
  const meta = metaValues(document);
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
  const report = reportNode(document, names);
  const marked = document.querySelector(MARKED);
  const canonical = document.querySelector('link[rel~="canonical"]')?.getAttribute("href") ?? null;
  return {
    title: textOf(report?.headline) ?? stated(names.title),
    byline: personOf(report?.author) ?? plainName(stated(names.byline)),
    site: personOf(report?.publisher) ?? stated(names.outlet),
    url: address(canonical) ?? address(stated(names.url)) ?? address(textOf(report?.url)),
    language: document.documentElement?.getAttribute("lang") ?? null,
    published:
      day(textOf(report?.datePublished)) ??
      days(names.published) ??
      (marked === null ? null : day(dateText(marked))),
    shown: shownDay(document, day, names) ?? day(textOf(report?.dateModified)) ?? days(names.updated),
  };
}

function metaValues(document: globalThis.Document): ReadonlyMap<string, string> {
  const values = new Map<string, string>();
  for (const element of Array.from(document.querySelectorAll("meta"))) {
    const content = element.getAttribute("content")?.trim();
    if (content === undefined || content === "") continue;
    for (const attribute of ["property", "name", "itemprop"]) {
      const key = element.getAttribute(attribute)?.trim().toLowerCase();
      if (key !== undefined && !values.has(key)) values.set(key, content.slice(0, 500));
    }
  }
  return values;
}

/** The first element that a page marks as holding its date: time elements before the headline's end, then classes. */
function shownDay(
  document: globalThis.Document,
  day: (value: string | null) => string | null,
  names: PageMetadataNames,
): string | null {
  const scopes = ["article", "main", "body"].map((name) => document.querySelector(name));
  for (const scope of scopes) {
    if (scope === null) continue;
    for (const element of Array.from(scope.querySelectorAll("time")).slice(0, 5)) {
      const found = day(dateText(element));
      if (found !== null) return found;
    }
  }
  const marked = Array.from(document.querySelectorAll("[class], [id]")).slice(0, 20_000);
  for (const name of names.date_classes) {
    let tried = 0;
    for (const element of marked) {
      const label =
        `${element.getAttribute("class") ?? ""} ${element.getAttribute("id") ?? ""}`.toLowerCase();
      if (!label.includes(name)) continue;
      if (++tried > 40) break;
      const text = (element.textContent ?? "").trim();
      const found = text.length > DATE_TEXT ? null : day(text);
      if (found !== null) return found;
    }
  }
  return null;
}

function dateText(element: Element): string {
  const of = (name: string): string | null => element.getAttribute(name);
  return (of("datetime") ?? of("content") ?? element.textContent ?? "").trim();
}

type JsonNode = Readonly<Record<string, unknown>>;

/** The first JSON-LD node that describes a report, in the order of the types' list. */
function reportNode(document: globalThis.Document, names: PageMetadataNames): JsonNode | null {
  const nodes: JsonNode[] = [];
  for (const script of Array.from(document.querySelectorAll('script[type="application/ld+json"]'))) {
    const content = script.textContent ?? "";
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
