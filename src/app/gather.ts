// From what a user named (files, folders, standard input, web addresses, lists of addresses, feeds) to captures in that order.
// The network is touched for addresses that the user named, for the entries of feeds with `follow`, and for nothing else.
// What was visited before is asked for conditionally; visits are told after the documents that they stand for.
import { sha256Hex } from "../base/hash.js";
import type { Problem } from "../base/result.js";
import type { Visit } from "../model/visit.js";
import type { CapturedListing, CaptureItem, CaptureSource, LookedAt } from "../ports/capture-source.js";
import type { Fetcher, FetchRequest } from "../ports/fetcher.js";
import type { FindLiveBlog } from "../pipeline/live-blog.js";
import type { FeedEntry } from "../exchange/feed.js";
import type { SplitPages } from "./live-blog-posts.js";
import { livePosts, rememberSplit, repeatedPosts } from "./live-blog-posts.js";
import { orderedAhead } from "./ordered-ahead.js";

export interface GatherRequest {
  /** Paths, addresses, or "-". */
  readonly inputs: readonly string[];
  /** Files that list addresses, or "-". */
  readonly lists: readonly string[];
  /** Fetch the page of each entry of a feed. */
  readonly follow: boolean;
  readonly capturedAt: string | null;
  /** True where files that are as they were are not opened again. */
  readonly skipUnchanged: boolean;
}

export interface GatherMeans {
  readonly source: CaptureSource;
  /** Opened with the first address. */
  readonly fetcher: () => Promise<Fetcher>;
  readonly visitOf: (address: string) => Promise<Visit | null>;
  readonly signal: AbortSignal | undefined;
  /** Takes live blogs apart; opened with the first page that may be one. */
  readonly liveBlogs: () => Promise<FindLiveBlog>;
  /** Told of bytes of files that were passed. */
  readonly onBytes?: (bytes: number) => void;
}

export type GatheredItem = Exclude<CaptureItem, CapturedListing>;

/** Editions of feeds: whether the pages of their entries were asked for too. */
const CONTENT_ONLY = "feed: content of entries";
const WITH_PAGES = "feed: pages of entries";

/** Pages that are under way or wait to be read: enough for several hosts, few enough to hold in memory. */
const AHEAD = 8;

export function isAddress(input: string): boolean {
  return /^[a-z][a-z0-9+.-]*:\/\//iu.test(input);
}

export async function* gather(request: GatherRequest, means: GatherMeans): AsyncGenerator<GatheredItem> {
  const split: SplitPages = new Map();
  for await (const item of gathered(request, means)) {
    if (item.kind === "repeat") yield* repeatedPosts(item, split);
    else if (item.kind !== "document") yield item;
    else {
      const posts = await livePosts(item, means.liveBlogs);
      if (posts[0]?.capture.id !== item.capture.id) rememberSplit(split, item.capture.id, posts);
      for (const post of posts) yield { kind: "document", ...post };
    }
  }
}

async function* gathered(request: GatherRequest, means: GatherMeans): AsyncGenerator<GatheredItem> {
  const run = new Gathering(request, means);
  // Addresses beside each other are fetched ahead of each other.
  for (let at = 0; at < request.inputs.length;) {
    let end = at;
    while (end < request.inputs.length && isAddress(request.inputs[end]!)) end++;
    if (end > at) yield* run.addresses(request.inputs.slice(at, end).map((url) => ({ url, edition: null })));
    else {
      end = at + 1;
      yield* run.paths([request.inputs[at]!]);
    }
    at = end;
  }
  for (const list of request.lists) yield* run.list(list);
}

interface Wanted {
  readonly url: string;
  /** What a feed says of its version; where that is as it was, the page is not asked for. */
  readonly edition: string | null;
}

class Gathering {
  private readonly wanted = new Set<string>();

  constructor(
    private readonly request: GatherRequest,
    private readonly means: GatherMeans,
  ) {}

  async *paths(paths: readonly string[]): AsyncGenerator<GatheredItem> {
    const { capturedAt, skipUnchanged } = this.request;
    const lookedAt: LookedAt = async (path, edition) => (await this.means.visitOf(path))?.edition === edition;
    const items = this.means.source.documents(
      paths,
      capturedAt,
      skipUnchanged ? lookedAt : undefined,
      this.means.onBytes,
    );
    for await (const item of items) yield* this.opened(item, 0);
  }

  async *list(path: string): AsyncGenerator<GatheredItem> {
    const told: GatheredItem[] = [];
    let found = 0;
    const { source } = this.means;
    async function* listed(): AsyncGenerator<Wanted> {
      for await (const line of source.lines(path)) {
        found++;
        if (line.kind === "problem") told.push(line);
        else if (isAddress(line.text)) yield { url: line.text, edition: null };
        else {
          const detail = { text: line.text.slice(0, 80) };
          told.push(problem("input/not-an-address", `${path}#${line.line}`, detail));
        }
      }
    }
    for await (const item of this.addresses(listed())) {
      yield* told.splice(0);
      yield item;
    }
    yield* told;
    if (found === 0) yield problem("input/no-addresses", path);
  }

  async *addresses(
    wanted: Iterable<Wanted> | AsyncIterable<Wanted>,
    depth = 0,
  ): AsyncGenerator<GatheredItem> {
    const { signal } = this.means;
    for await (const items of orderedAhead(wanted, AHEAD, (one) => this.fetched(one))) {
      let whole = true;
      for (const item of items) {
        if (item.kind === "visited" && !whole) continue;
        for await (const opened of this.opened(item, depth)) {
          if (opened.kind === "problem" && mayPass(opened.problem)) whole = false;
          yield opened;
        }
        if (signal?.aborted === true) return;
      }
    }
  }

  private async *opened(item: CaptureItem, depth: number): AsyncGenerator<GatheredItem> {
    if (item.kind !== "listing") yield item;
    else if (item.form === "feed") yield* this.feed(item, depth);
    else {
      const addresses = new TextDecoder().decode(item.bytes).match(/^\s*https?:/gimu)?.length ?? 0;
      yield problem("input/address-list", item.ref, { addresses });
    }
  }

  /** What one address gives; nothing where it was asked for in this run already. */
  private async fetched({ url, edition }: Wanted): Promise<readonly CaptureItem[]> {
    const { fetcher, visitOf, source, signal } = this.means;
    const address = url.replace(/#.*$/su, "");
    if (this.wanted.has(address) || signal?.aborted === true) return [];
    this.wanted.add(address);
    const before = await visitOf(address);
    if (before !== null && edition !== null && before.edition === edition)
      return [{ kind: "unchanged", ref: address }];
    const known = this.conditional(before);
    const result = await (await fetcher()).fetch({ url: address, known }, signal);
    const visit = (given: Partial<Visit>): CaptureItem => ({
      kind: "visited",
      visit: { url: null, etag: null, lastModified: null, at: null, ...before, address, edition, ...given },
    });
    if (!result.ok) {
      const problem: CaptureItem = { kind: "problem", problem: result.problem };
      // An entry that cannot be had is not asked for with every round, but when its feed tells of a new version.
      return edition === null || mayPass(result.problem) ? [problem] : [problem, visit({})];
    }
    if (result.value.kind === "unchanged") {
      const unchanged: CaptureItem = { kind: "unchanged", ref: address };
      return edition === null ? [unchanged] : [unchanged, visit({})];
    }
    const { kind: _, validators, ...content } = result.value;
    const items: CaptureItem[] = [];
    for await (const item of source.received({ ref: address, ...content })) items.push(item);
    const { url: from, exchange } = content;
    const told = edition ?? (items.some(({ kind }) => kind === "listing") ? this.feedEdition() : null);
    const known304 = visit({
      url: from,
      ...validators,
      edition: told ?? before?.edition ?? null,
      at: exchange.startedAt,
    });
    // What could not be read is asked for again the next time.
    const lost = items.some(({ kind }) => kind === "problem");
    return lost && edition === null ? items : [...items, known304];
  }

  /** What was learnt at the last visit, where "nothing has changed" would answer what is wanted now. */
  private conditional(before: Visit | null): FetchRequest["known"] {
    if (before === null || before.url === null) return null;
    if (before.edition === CONTENT_ONLY && this.request.follow) return null;
    return { url: before.url, etag: before.etag, lastModified: before.lastModified };
  }

  private feedEdition(): string {
    return this.request.follow ? WITH_PAGES : CONTENT_ONLY;
  }

  private async *feed(
    { ref, bytes, received }: CapturedListing,
    depth: number,
  ): AsyncGenerator<GatheredItem> {
    const { readFeed } = await import("../exchange/feed.js");
    const feed = readFeed(bytes, received?.charset ?? null, ref);
    if (!feed.ok) {
      yield { kind: "problem", problem: feed.problem };
      return;
    }
    const { entries } = feed.value;
    if (entries.length === 0)
      yield { kind: "warning", problem: { code: "feed/empty", input: ref, detail: {} } };
    const base = received?.url ?? null;
    // A feed that lies behind a link of a feed is read, but its links are followed no further.
    const follow = this.request.follow && depth === 0;
    const pages: Wanted[] = [];
    let teasers = 0;
    let unplaced = 0;
    const { entryPage } = await import("../exchange/feed-entry-page.js");
    let first = true;
    for (const entry of entries) {
      const url = absolute(entry.url, base);
      if (follow && url !== null) pages.push({ url, edition: entry.updated ?? entry.published ?? "" });
      else if (entry.content === null) {
        if (url === null) unplaced++;
        else teasers++;
      } else {
        const page = entryPage(feed.value, entry, url);
        const exchange = received === null || !first ? null : { ...received.exchange, body: received.bytes };
        first = false;
        yield this.made(page, entryRef(entry, url, ref), received, exchange);
      }
    }
    if (pages.length > 0) yield* this.addresses(pages, depth + 1);
    if (teasers > 0) yield problem("feed/teasers-only", ref, { entries: teasers, of: entries.length });
    if (unplaced > 0) yield problem("feed/entry-without-address", ref, { entries: unplaced });
  }

  private made(
    bytes: Uint8Array,
    ref: string,
    received: CapturedListing["received"],
    exchange: NonNullable<CapturedListing["received"]>["exchange"] | null,
  ): GatheredItem {
    const capture = {
      id: `sha256:${sha256Hex(bytes)}`,
      ref,
      form: "html" as const,
      columns: null,
      url: received?.url ?? null,
      capturedAt: received?.exchange.startedAt ?? this.request.capturedAt,
    };
    return { kind: "document", capture, bytes, exchange };
  }
}

const PASSING =
  /^fetch\/(?:name-unknown|cannot-connect|connection-lost|cut-short|tls|[a-z-]+-time|asked-to-wait|robots-unreachable|interrupted)$|^feed\/teasers-only$/u;

/** Whether what stands in the way may be gone the next time. */
function mayPass({ code, detail }: Problem): boolean {
  const status = Number(detail["status"] ?? 0);
  return (
    PASSING.test(code) || (code === "fetch/status" && (status >= 500 || status === 429 || status === 408))
  );
}

/** Only addresses of the web lead anywhere. */
function absolute(url: string | null, base: string | null): string | null {
  if (url === null) return null;
  try {
    const made = new URL(url, base ?? undefined);
    return made.protocol === "http:" || made.protocol === "https:" ? made.href : null;
  } catch {
    return null;
  }
}

function entryRef(entry: FeedEntry, url: string | null, feed: string): string {
  return url ?? `${feed}#${entry.id ?? entry.title ?? ""}`;
}

function problem(code: string, input: string, detail: Problem["detail"] = {}): GatheredItem {
  return { kind: "problem", problem: { code, input, detail } };
}
