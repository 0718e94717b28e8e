// An entry of a feed that holds the whole report, as an HTML page of its own: the content as it stands in the feed, and what the
// feed says of it (title, address, byline, dates, outlet) in the places where pages say so. The same entry gives the same bytes.
import type { Feed, FeedEntry } from "./feed.js";

/** `url` is the entry's address made absolute; null where it has none. */
export function entryPage(
  feed: Pick<Feed, "title" | "language">,
  entry: FeedEntry,
  url: string | null,
): Uint8Array {
  const meta = (property: string, content: string | null): string[] =>
    content === null ? [] : [`<meta property="${property}" content="${escaped(content)}">`];
  const { kind, text } = entry.content ?? { kind: "text", text: "" };
  const body = kind === "html" ? text : paragraphs(text);
  const lines = [
    "<!doctype html>",
    feed.language === null ? "<html>" : `<html lang="${escaped(feed.language)}">`,
    "<head>",
    '<meta charset="utf-8">',
    ...(entry.title === null ? [] : [`<title>${escaped(entry.title)}</title>`]),
    ...(url === null ? [] : [`<link rel="canonical" href="${escaped(url)}">`]),
    '<meta property="og:type" content="article">',
    ...meta("og:title", entry.title),
    ...meta("og:site_name", feed.title),
    ...meta("article:published_time", entry.published),
    ...meta("article:modified_time", entry.updated),
    ...(entry.byline === null ? [] : [`<meta name="author" content="${escaped(entry.byline)}">`]),
    "</head>",
    "<body><article>",
    ...(entry.title === null ? [] : [`<h1>${escaped(entry.title)}</h1>`]),
    body,
    "</article></body>",
    "</html>",
    "",
  ];
  return new TextEncoder().encode(lines.join("\n"));
}

function paragraphs(text: string): string {
  return text
    .split(/\n\s*\n/u)
    .map((paragraph) => `<p>${escaped(paragraph.trim()).replaceAll("\n", "<br>")}</p>`)
    .join("\n");
}

function escaped(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll('"', "&quot;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;");
}
