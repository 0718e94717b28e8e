// Feeds in: RSS 0.9 to 2.0, RDF, Atom and JSON Feed, read by feedsmith, as one form of entries. The content of an entry counts
// where it is the whole report and not a teaser: what the format calls content, or a description that is long enough.
// Leaves alone: what an entry's page says.
import { parseFeed } from "feedsmith";
import type { Result } from "../base/result.js";
import { failed, ok } from "../base/result.js";
import { feedDate } from "./feed-date.js";
import { xmlFault } from "./xml-shape.js";

export interface FeedEntry {
  /** The entry's own id, else its address; null where it has neither. */
  readonly id: string | null;
  /** As it stands in the feed; may be relative. */
  readonly url: string | null;
  readonly title: string | null;
  readonly byline: string | null;
  /** ISO 8601, a day or an instant with the zone that the feed states; null where nothing tells. */
  readonly published: string | null;
  readonly updated: string | null;
  /** HTML or plain text; null where there is a teaser at most. */
  readonly content: { readonly kind: "html" | "text"; readonly text: string } | null;
}

export interface Feed {
  readonly title: string | null;
  readonly language: string | null;
  readonly entries: readonly FeedEntry[];
}

/** A description of so many characters without its markup is a report, a shorter one a teaser: teasers are one paragraph. */
const WHOLE = 600;

/** Problems: feed/unreadable (cut off, or broken), feed/unknown-format. */
export function readFeed(bytes: Uint8Array, charset: string | null, ref: string): Result<Feed> {
  const text = feedText(bytes, charset);
  const fault = text.trimStart().startsWith("{") ? null : xmlFault(text);
  if (fault !== null) return failed("feed/unreadable", ref, { message: fault });
  let parsed: ReturnType<typeof parseFeed>;
  try {
    parsed = parseFeed(text.trim());
  } catch (error) {
    const { name, message } = error as Error;
    if (name === "DetectError") return failed("feed/unknown-format", ref);
    return failed("feed/unreadable", ref, { message: message.replace(/\s+/gu, " ").slice(0, 120) });
  }
  return ok(feedOf(parsed));
}

function feedOf(parsed: ReturnType<typeof parseFeed>): Feed {
  switch (parsed.format) {
    case "rss": {
      const { title, language, items = [] } = parsed.feed;
      return {
        title: words(title),
        language: words(language),
        entries: items.map((item) => ({
          id: words(item.guid?.value) ?? words(item.link),
          url: words(item.link) ?? permalink(item.guid),
          title: words(item.title),
          byline: words(item.dc?.creators?.[0]) ?? words(item.authors?.[0]?.name),
          published: feedDate(item.pubDate ?? item.dc?.dates?.[0]),
          updated: feedDate(item.atom?.updated),
          content: contentOf(item.content?.encoded, item.description),
        })),
      };
    }
    case "rdf": {
      const { title, dc, items = [] } = parsed.feed;
      return {
        title: words(title),
        language: words(dc?.languages?.[0]),
        entries: items.map((item) => ({
          id: words(item.rdf?.about) ?? words(item.link),
          url: words(item.link),
          title: words(item.title),
          byline: words(item.dc?.creators?.[0]),
          published: feedDate(item.dc?.dates?.[0]),
          updated: null,
          content: contentOf(item.content?.encoded, item.description),
        })),
      };
    }
    case "atom": {
      const { title, xml, entries = [] } = parsed.feed;
      return {
        title: words(title?.value),
        language: words(xml?.lang),
        entries: entries.map((entry) => {
          const links = entry.links ?? [];
          const link = links.find(({ rel }) => rel === undefined || rel === "alternate") ?? null;
          const plain = entry.content?.type === "text" || entry.content?.type === "text/plain";
          const whole = words(entry.content?.value);
          return {
            id: words(entry.id) ?? words(link?.href),
            url: words(link?.href),
            title: words(entry.title?.value),
            byline: words(entry.authors?.[0]?.name),
            published: feedDate(entry.published) ?? feedDate(entry.updated),
            updated: feedDate(entry.updated),
            content:
              plain && whole !== null
                ? { kind: "text", text: whole }
                : contentOf(whole, entry.summary?.value),
          };
        }),
      };
    }
    case "json": {
      const { title, language, items = [] } = parsed.feed;
      return {
        title: words(title),
        language: words(language),
        entries: items.map((item) => {
          const plain = words(item.content_text);
          return {
            id: words(item.id) ?? words(item.url),
            url: words(item.url),
            title: words(item.title),
            byline: words(item.authors?.[0]?.name),
            published: feedDate(item.date_published),
            updated: feedDate(item.date_modified),
            content:
              plain !== null && words(item.content_html) === null
                ? { kind: "text", text: plain }
                : contentOf(item.content_html, item.summary),
          };
        }),
      };
    }
  }
}

function contentOf(content: unknown, description: unknown): FeedEntry["content"] {
  const whole = words(content);
  if (whole !== null) return { kind: "html", text: whole };
  const teaser = words(description);
  if (teaser === null || teaser.replace(/<[^<>]{0,2000}>/gu, "").length < WHOLE) return null;
  return { kind: "html", text: teaser };
}

function permalink(guid: { value?: unknown; isPermaLink?: boolean } | undefined): string | null {
  const value = words(guid?.value);
  return value !== null && guid?.isPermaLink !== false && /^https?:\/\//iu.test(value) ? value : null;
}

/** Feeds break every rule: what should be a text may be anything. */
function words(value: unknown): string | null {
  const text = typeof value === "string" ? value.trim() : typeof value === "number" ? String(value) : "";
  return text === "" ? null : text;
}

/** Byte order mark, then what the server or the XML declaration says, then UTF-8. */
function feedText(bytes: Uint8Array, charset: string | null): string {
  const head = new TextDecoder("latin1").decode(bytes.subarray(0, 200));
  const declared = /^\s*<\?xml[^>]{0,150}encoding\s{0,5}=\s{0,5}["']([\w.:-]{2,40})/u.exec(head)?.[1];
  const marked = head.startsWith("\u00ff\u00fe")
    ? "utf-16le"
    : head.startsWith("\u00fe\u00ff")
      ? "utf-16be"
      : null;
  for (const label of [marked, charset, declared]) {
    if (label === null || label === undefined) continue;
    try {
      return new TextDecoder(label).decode(bytes);
    } catch {
      // Not a name of an encoding: go on with the next.
    }
  }
  return new TextDecoder("utf-8").decode(bytes);
}
