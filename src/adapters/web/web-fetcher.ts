// The Fetcher port over the network: addresses checked hop by hop, robots.txt asked first, one request at a time a host with a
// pause, redirects followed by hand, busy servers asked again later, what is known asked for conditionally.
import type { Problem, Result } from "../../base/result.js";
import { failed, ok } from "../../base/result.js";
import type { HttpExchange, HttpHeader } from "../../model/http-exchange.js";
import type {
  FetchAllowance,
  Fetched,
  Fetcher,
  FetchLimits,
  FetchRequest,
  SentRequest,
} from "../../ports/fetcher.js";
import { hostTurns } from "./host-turns.js";
import type { Network } from "./network.js";
import type { HttpResponse, RequestOptions } from "./one-request.js";
import { oneRequest } from "./one-request.js";
import { BUSY, retryDelay } from "./retry-delay.js";
import type { RobotsFile } from "./robots-rules.js";
import { ROBOTS_SIZE, robotsRules } from "./robots-rules.js";
import { webAddress } from "./web-address.js";

export const FETCH_LIMITS: FetchLimits = {
  redirects: 10,
  totalTime: 60_000,
  connectTime: 15_000,
  firstByteTime: 30_000,
  idleTime: 20_000,
  headerSize: 64 * 1024,
  bodySize: 32 * 2 ** 20,
  decodedSize: 64 * 2 ** 20,
  decompressionRatio: 200,
  pause: 1000,
  wait: 120_000,
  tries: 3,
};

export interface WebFetcherOptions {
  readonly network: Network;
  readonly limits?: Partial<FetchLimits>;
  readonly allow: FetchAllowance;
  readonly version: string;
  readonly onRequest: (request: SentRequest) => void;
}

/** What robots.txt calls this program. */
const TOKEN = "hearsay";
const REDIRECTS: ReadonlySet<number> = new Set([301, 302, 303, 307, 308]);
const NO_DOCUMENT = /^(?:image|audio|video|font)\//u;

export function webFetcher(options: WebFetcherOptions): Fetcher {
  const { network, allow, onRequest } = options;
  const limits = { ...FETCH_LIMITS, ...options.limits };
  const userAgent = `${TOKEN}/${options.version}${allow.contact === null ? "" : ` (+${allow.contact})`}`;
  const turns = hostTurns(network);
  const robots = robotsRules(TOKEN, network.elapsed);
  /** When a host that asked us to wait may be asked again, in milliseconds of `elapsed`. */
  const notBefore = new Map<string, number>();

  /** A request, told, timed, and counted as this host's last. */
  async function send(
    url: URL,
    time: { left: number },
    given: Pick<RequestOptions, "wants" | "signal"> & { extra?: readonly HttpHeader[]; limits?: FetchLimits },
  ): Promise<Result<HttpResponse>> {
    const began = network.elapsed();
    const response = await oneRequest(url, {
      network,
      limits: given.limits ?? limits,
      privateNetworks: allow.privateNetworks,
      headers: [
        ["user-agent", userAgent],
        [
          "accept",
          "text/html,application/xhtml+xml,application/rss+xml,application/atom+xml,application/feed+json;q=0.9,*/*;q=0.5",
        ],
        ["accept-encoding", "gzip, deflate, br"],
        ...(given.extra ?? []),
      ],
      timeLeft: time.left,
      wants: given.wants,
      signal: given.signal,
      onDial: () => onRequest({ method: "GET", url: url.href, userAgent }),
    });
    time.left -= network.elapsed() - began;
    turns.ended(url.hostname);
    return response;
  }

  async function robotsFile(robotsUrl: URL, signal: AbortSignal | undefined): Promise<RobotsFile> {
    const time = { left: limits.totalTime };
    let url = robotsUrl;
    for (let hop = 0; hop <= limits.redirects; hop++) {
      const size = { bodySize: ROBOTS_SIZE, decodedSize: ROBOTS_SIZE };
      const response = await send(url, time, { wants: isSuccess, signal, limits: { ...limits, ...size } });
      if (!response.ok) return tooLarge(response.problem) ? { text: "" } : response.problem;
      const { status, body, headers } = response.value;
      if (body !== null) return { text: new TextDecoder().decode(body) };
      if (!REDIRECTS.has(status)) return status === 429 || status >= 500 ? "failing" : "none";
      const next = webAddress(headers.get("location") ?? "", url.href);
      if (!next.ok) return "none";
      url = next.value;
    }
    return "none";
  }

  /** One hop within its host's turn: robots.txt, then the page, again where the server is busy. */
  async function visit(
    url: URL,
    time: { left: number },
    extra: readonly HttpHeader[],
    signal: AbortSignal | undefined,
  ): Promise<Result<HttpResponse>> {
    const host = url.hostname;
    const busyFor = (notBefore.get(host) ?? 0) - network.elapsed();
    if (busyFor > limits.wait) return askedToWait(url, busyFor);
    let pause = limits.pause;
    if (!allow.ignoreRobots) {
      const answer = await robots.answer(url, (file) => robotsFile(file, signal));
      if (!answer.ok) return answer;
      if (!answer.value.allowed) return failed("fetch/robots-refused", url.href, { agent: TOKEN });
      pause = Math.max(pause, Math.min(answer.value.pause, limits.wait));
    }
    for (let tried = 0; ; tried++) {
      await turns.pause(host, pause, signal);
      const response = await send(url, time, { wants: isDocument, signal, extra });
      const last = tried + 1 >= limits.tries;
      if (!response.ok) {
        if (response.problem.code !== "fetch/connection-lost" || last) return response;
        await network.sleep(retryDelay(null, tried, network.now()), signal);
        continue;
      }
      const { status, headers } = response.value;
      if (!BUSY.has(status)) return response;
      const delay = retryDelay(headers.get("retry-after"), tried, network.now());
      if (delay > limits.wait) {
        notBefore.set(host, network.elapsed() + delay);
        return askedToWait(url, delay);
      }
      if (last) return response;
      await network.sleep(delay, signal);
    }
  }

  async function follow(
    { url: given, known }: FetchRequest,
    signal: AbortSignal | undefined,
  ): Promise<Result<Fetched>> {
    const first = webAddress(given);
    if (!first.ok) return first;
    const time = { left: limits.totalTime };
    let url = first.value;
    let from: HttpExchange | null = null;
    const visited = new Set<string>();
    for (let hop = 0; hop <= limits.redirects; hop++) {
      visited.add(url.href);
      const conditional = known !== null && known.url === url.href ? conditions(known) : [];
      const here = url;
      const response = await turns.take(url.hostname, 0, signal, () =>
        visit(here, time, conditional, signal),
      );
      if (!response.ok) return { ok: false, problem: about(response.problem, first.value, from) };
      const { status, headers, body } = response.value;
      if (status === 304 && conditional.length > 0) return ok({ kind: "unchanged" });
      const exchange = exchangeOf(url, response.value, from);
      if (REDIRECTS.has(status)) {
        const next = webAddress(headers.get("location") ?? "", url.href);
        if (headers.get("location") === null || !next.ok) {
          return next.ok
            ? failed("fetch/status", first.value.href, { status })
            : { ok: false, problem: { ...next.problem, input: first.value.href } };
        }
        if (visited.has(next.value.href))
          return failed("fetch/redirect-loop", first.value.href, { address: next.value.href });
        url = next.value;
        from = exchange;
        continue;
      }
      if (!isSuccess(status)) return failed("fetch/status", first.value.href, { status });
      const { mediaType, charset } = contentType(headers.get("content-type"));
      if (body === null) return failed("fetch/not-a-document", first.value.href, { type: mediaType ?? "" });
      if (body.length === 0) return failed("fetch/empty", first.value.href);
      const validators = { etag: headers.get("etag"), lastModified: headers.get("last-modified") };
      return ok({ kind: "content", url: url.href, mediaType, charset, bytes: body, validators, exchange });
    }
    return failed("fetch/redirects", first.value.href, { limit: limits.redirects });
  }

  return {
    fetch: async (request, signal) => {
      try {
        return await follow(request, signal);
      } catch (error) {
        if (signal?.aborted === true) return failed("fetch/interrupted", request.url);
        throw error;
      }
    },
  };
}

function isSuccess(status: number): boolean {
  return status >= 200 && status < 300;
}

function isDocument(status: number, headers: { get(name: string): string | null }): boolean {
  return isSuccess(status) && !NO_DOCUMENT.test(contentType(headers.get("content-type")).mediaType ?? "");
}

function tooLarge({ code }: Problem): boolean {
  return code === "fetch/body-too-large" || code === "fetch/decoded-too-large";
}

function askedToWait(url: URL, milliseconds: number): Result<never> {
  return failed("fetch/asked-to-wait", url.href, { seconds: Math.ceil(milliseconds / 1000) });
}

/** A problem is told of the address that the user named; where a redirect led elsewhere, with that address. */
function about(problem: Problem, named: URL, from: HttpExchange | null): Problem {
  if (from === null || problem.input === null) return problem;
  return { ...problem, input: named.href, detail: { ...problem.detail, redirected: problem.input } };
}

function conditions({
  etag,
  lastModified,
}: {
  etag: string | null;
  lastModified: string | null;
}): HttpHeader[] {
  return [
    ...(etag === null ? [] : [["if-none-match", etag] as const]),
    ...(lastModified === null ? [] : [["if-modified-since", lastModified] as const]),
  ];
}

function exchangeOf(url: URL, response: HttpResponse, from: HttpExchange | null): HttpExchange {
  return {
    url: url.href,
    method: "GET",
    requestHeaders: response.requestHeaders,
    status: response.status,
    statusText: response.statusText,
    httpVersion: "1.1",
    responseHeaders: response.headers.list,
    body: response.body === null ? new Uint8Array() : null,
    address: response.address,
    startedAt: response.startedAt,
    truncated: null,
    redirectedFrom: from,
    archived: null,
  };
}

/** `contentType('Text/HTML; charset="ISO-8859-1"')` is text/html in iso-8859-1. */
function contentType(header: string | null): { mediaType: string | null; charset: string | null } {
  const [type = "", ...parameters] = (header ?? "").split(";").map((part) => part.trim().toLowerCase());
  const charset = parameters
    .map((parameter) => /^charset\s*=\s*"?([\w.:+-]{2,40})/u.exec(parameter)?.[1])
    .find((found) => found !== undefined);
  return { mediaType: /^[\w.+-]+\/[\w.+-]+$/u.test(type) ? type : null, charset: charset ?? null };
}
