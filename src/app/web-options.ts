// What a user says of web addresses, and of the columns of tables, beside the inputs themselves, for every use case that takes inputs; and the means of
// gathering made from it. Nothing here opens the network: the fetcher is opened with the first address.
import type { RowNames } from "../model/row-layout.js";
import type { Visit } from "../model/visit.js";
import type { FetchAllowance, Fetcher, SentRequest } from "../ports/fetcher.js";
import type { FindLiveBlog } from "../pipeline/live-blog.js";
import type { Environment, KnowledgePacks } from "./environment.js";
import type { GatherMeans, GatherRequest } from "./gather.js";

export interface WebOptions {
  /** Files that list addresses, or "-". */
  readonly lists: readonly string[];
  /** Fetch the page of each entry of a feed. */
  readonly follow: boolean;
  readonly allow: FetchAllowance;
  readonly onRequest: (request: SentRequest) => void;
  /** The instant to write on what is fetched; null for the clock's. */
  readonly fetchedAt: string | null;
  /** What tables call the columns that are read; undefined where they have the usual names. */
  readonly columns: RowNames | undefined;
}

const CAREFUL: FetchAllowance = { privateNetworks: false, ignoreRobots: false, contact: null };

export async function gatherMeans(
  environment: Environment,
  packs: KnowledgePacks,
  options: Partial<WebOptions> & { readonly signal?: AbortSignal },
  visitOf: (address: string) => Promise<Visit | null>,
): Promise<GatherMeans> {
  let fetcher: Promise<Fetcher> | null = null;
  let finder: Promise<FindLiveBlog> | null = null;
  const openFinder = async (): Promise<FindLiveBlog> => {
    const found = await environment.openLiveBlogs(packs);
    return found.ok ? found.value : () => null;
  };
  return {
    liveBlogs: () => (finder ??= openFinder()),
    source: await environment.openCaptureSource(options.columns),
    fetcher: () =>
      (fetcher ??= environment.openFetcher({
        allow: options.allow ?? CAREFUL,
        onRequest: options.onRequest ?? (() => {}),
        now: options.fetchedAt ?? null,
      })),
    visitOf,
    signal: options.signal,
  };
}

export function gatherRequest(
  inputs: readonly string[],
  options: Partial<WebOptions> & { readonly capturedAt: string | null; readonly skipUnchanged?: boolean },
): GatherRequest {
  return {
    inputs,
    lists: options.lists ?? [],
    follow: options.follow ?? false,
    capturedAt: options.capturedAt,
    skipUnchanged: options.skipUnchanged ?? false,
  };
}
