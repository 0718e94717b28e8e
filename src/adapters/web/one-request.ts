// One GET over one new connection: connected to a checked address, its response taken in under every limit. Redirects are not
// followed here, robots.txt is not asked. No cookie is sent, whatever a server sets.
import { Client } from "undici";
import type { Dispatcher } from "undici";
import type { Result } from "../../base/result.js";
import { ok } from "../../base/result.js";
import type { HttpHeader } from "../../model/http-exchange.js";
import type { FetchLimits } from "../../ports/fetcher.js";
import type { BodySink } from "./content-decoding.js";
import { bodySink } from "./content-decoding.js";
import { failureOf, FetchFailure } from "./fetch-failure.js";
import { guardedConnect } from "./guarded-connect.js";
import type { Network } from "./network.js";

export interface RequestOptions {
  readonly network: Network;
  readonly limits: FetchLimits;
  readonly privateNetworks: boolean;
  readonly headers: readonly HttpHeader[];
  /** What is left of the total time, in milliseconds. */
  readonly timeLeft: number;
  /** True for a status and headers whose body is wanted; of others nothing is taken in. */
  readonly wants: (status: number, headers: ResponseHeaders) => boolean;
  readonly signal: AbortSignal | undefined;
  /** Told before anything is sent, where the address is not refused. */
  readonly onDial: () => void;
}

export interface HttpResponse {
  readonly requestHeaders: readonly HttpHeader[];
  readonly status: number;
  readonly statusText: string;
  readonly headers: ResponseHeaders;
  readonly address: string | null;
  readonly startedAt: string;
  /** Null where it was not wanted. */
  readonly body: Uint8Array | null;
}

export interface ResponseHeaders {
  /** As they came, in their order. */
  readonly list: readonly HttpHeader[];
  /** The first of this name (lower case); null where there is none. */
  get(name: string): string | null;
}

/** Problems: those under fetch/ that a single request can have. */
export async function oneRequest(url: URL, options: RequestOptions): Promise<Result<HttpResponse>> {
  const request = new Request(url, options);
  try {
    return ok(await request.run());
  } catch (error) {
    return { ok: false, problem: failureOf(error, request.begun).problem(url.href) };
  }
}

class Request {
  begun = false;
  private readonly giveUp = new AbortController();
  private readonly timers = new Map<string, NodeJS.Timeout>();
  private client: Client | null = null;
  private address: string | null = null;

  constructor(
    private readonly url: URL,
    private readonly options: RequestOptions,
  ) {}

  async run(): Promise<HttpResponse> {
    const { network, limits, privateNetworks, headers, timeLeft, signal } = this.options;
    const startedAt = network.now();
    const requestHeaders: HttpHeader[] = [["host", this.url.host], ["connection", "close"], ...headers];
    const interrupted = (): void => this.stop(new FetchFailure("fetch/interrupted"));
    if (signal?.aborted === true) throw new FetchFailure("fetch/interrupted");
    signal?.addEventListener("abort", interrupted, { once: true });
    this.client = new Client(this.url.origin, {
      connect: guardedConnect({
        network,
        privateNetworks,
        signal: this.giveUp.signal,
        onDial: this.options.onDial,
        onConnected: (address) => {
          this.address = address;
          this.unset("connect");
          this.set("firstByte", "fetch/first-byte-time", limits.firstByteTime);
        },
      }),
      maxHeaderSize: limits.headerSize,
      // Own timers, so that each limit says its name.
      headersTimeout: 0,
      bodyTimeout: 0,
      connectTimeout: 0,
      pipelining: 0,
      allowH2: false,
    });
    this.set("total", "fetch/total-time", timeLeft, limits.totalTime);
    this.set("connect", "fetch/connect-time", limits.connectTime);
    try {
      const answer = await this.dispatch(headers);
      return { requestHeaders, startedAt, address: this.address, ...answer };
    } finally {
      signal?.removeEventListener("abort", interrupted);
      for (const timer of this.timers.values()) clearTimeout(timer);
      void this.client.destroy(null).catch(() => {});
    }
  }

  private dispatch(
    headers: readonly HttpHeader[],
  ): Promise<Pick<HttpResponse, "status" | "statusText" | "headers" | "body">> {
    const { limits, wants } = this.options;
    return new Promise((settle, reject) => {
      let head: Pick<HttpResponse, "status" | "statusText" | "headers"> | null = null;
      let sink: BodySink | null = null;
      const fail = (error: unknown): void => {
        sink?.drop();
        reject(failureOf(this.giveUp.signal.aborted ? this.giveUp.signal.reason : error, this.begun));
      };
      this.giveUp.signal.addEventListener("abort", () => fail(this.giveUp.signal.reason), { once: true });
      this.client!.dispatch(
        {
          method: "GET",
          path: `${this.url.pathname}${this.url.search}`,
          headers: headers.flatMap(([name, value]) => [name, value]),
        },
        {
          onRequestStart: () => {},
          onResponseStart: (controller, status, _headers, statusText = "") => {
            this.begun = true;
            this.unset("firstByte");
            const received = responseHeaders(controller);
            head = { status, statusText, headers: received };
            if (!wants(status, received)) {
              settle({ ...head, body: null });
              controller.abort(new FetchFailure("fetch/interrupted"));
              return;
            }
            const announced = Number(received.get("content-length") ?? 0);
            if (announced > limits.bodySize)
              throw new FetchFailure("fetch/body-too-large", { limit: limits.bodySize });
            sink = bodySink(received.get("content-encoding") ?? "", limits);
            sink.onFailure = (failure) => this.stop(failure);
            this.set("idle", "fetch/idle-time", limits.idleTime);
          },
          onResponseData: (_controller, chunk) => {
            this.set("idle", "fetch/idle-time", limits.idleTime);
            sink?.take(chunk);
          },
          onResponseEnd: () => {
            this.unset("idle");
            sink?.end().then((body) => settle({ ...head!, body }), fail);
          },
          onResponseError: (_controller, error) => fail(error),
        } satisfies Dispatcher.DispatchHandler,
      );
    });
  }

  private stop(failure: FetchFailure): void {
    if (!this.giveUp.signal.aborted) this.giveUp.abort(failure);
  }

  private set(name: string, code: string, milliseconds: number, limit: number = milliseconds): void {
    this.unset(name);
    const timer = setTimeout(() => this.stop(new FetchFailure(code, { limit })), Math.max(0, milliseconds));
    this.timers.set(name, timer);
  }

  private unset(name: string): void {
    clearTimeout(this.timers.get(name));
  }
}

function responseHeaders(controller: Dispatcher.DispatchController): ResponseHeaders {
  const { rawHeaders } = controller as unknown as { rawHeaders: readonly (Buffer | string)[] };
  const text = (part: Buffer | string): string => (typeof part === "string" ? part : part.toString("latin1"));
  const list: HttpHeader[] = [];
  for (let i = 0; i + 1 < rawHeaders.length; i += 2)
    list.push([text(rawHeaders[i]!), text(rawHeaders[i + 1]!)]);
  return { list, get: (name) => list.find(([given]) => given.toLowerCase() === name)?.[1] ?? null };
}
