// A site of the tests' own on loopback, and an environment whose fetcher reaches it and nothing else. Pages are what `pages`
// says at the moment; each has an ETag of its own, and conditional requests are answered as they should be.
import { createHash } from "node:crypto";
import { fileCaptures } from "../../src/adapters/files/capture-files.js";
import { webFetcher } from "../../src/adapters/web/web-fetcher.js";
import type { Loopback } from "../adapters/web/loopback.js";
import { httpServer, loopback } from "../adapters/web/loopback.js";
import type { MadeEnvironment } from "./made-environment.js";
import { madeEnvironment } from "./made-environment.js";

export interface Page {
  readonly type?: string;
  readonly body?: string | Buffer;
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface WebSite {
  /** By host and path: "tarn.test/feed.xml". */
  readonly pages: Record<string, Page>;
  /** What was asked for, with " (known)" where it was asked conditionally. */
  readonly asked: string[];
  readonly network: Loopback;
  readonly environment: MadeEnvironment;
}

export async function webSite(pages: Record<string, Page>, stdin = ""): Promise<WebSite> {
  const asked: string[] = [];
  const port = await httpServer((request, response) => {
    const known = request.headers["if-none-match"];
    asked.push(`${request.headers.host}${request.url}${known === undefined ? "" : " (known)"}`);
    const page = pages[`${request.headers.host}${request.url}`];
    if (page === undefined) return void response.writeHead(404).end("nothing");
    const body = page.body ?? "";
    const etag = `"${createHash("sha256").update(body).digest("hex").slice(0, 8)}"`;
    if (known === etag) return void response.writeHead(304).end();
    const headers = { "content-type": page.type ?? "text/html", etag, ...page.headers };
    response.writeHead(page.status ?? 200, headers).end(body);
  });
  const network = loopback(port);
  const environment = madeEnvironment();
  environment.openCaptureSource = async () =>
    fileCaptures(async function* () {
      yield Buffer.from(stdin);
    });
  environment.openFetcher = async ({ allow, onRequest, now }) =>
    webFetcher({
      network: now === null ? network : { ...network, now: () => now },
      allow,
      version: "0.0.0",
      onRequest,
    });
  return { pages, asked, network, environment };
}

export interface MadeEntry {
  readonly path: string;
  readonly date?: string;
  readonly content?: string;
  readonly teaser?: string;
}

export function rss(entries: readonly MadeEntry[], host = "http://tarn.test"): Page {
  const items = entries.map(
    ({ path, date, content, teaser }) =>
      `<item><title>About ${path}</title><link>${host}${path}</link><guid>${path}</guid>` +
      `${date === undefined ? "" : `<pubDate>${date}</pubDate>`}` +
      `${teaser === undefined ? "" : `<description>${teaser}</description>`}` +
      `${content === undefined ? "" : `<content:encoded><![CDATA[${content}]]></content:encoded>`}</item>`,
  );
  const body =
    `<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/">` +
    `<channel><title>Tarn Courier</title><link>${host}/</link><description>News</description>${items.join("")}</channel></rss>`;
  return { type: "application/rss+xml", body };
}
