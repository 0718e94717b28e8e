// The fetcher among hosts that behave: robots.txt, pauses, one request at a time, busy servers, conditional requests.
import { describe, expect, it } from "vitest";
import type { HttpExchange } from "../../../src/model/http-exchange.js";
import type { FetchAllowance, FetchLimits } from "../../../src/ports/fetcher.js";
import { fetcherOn, httpServer, loopback, OTHER_PUBLIC, rawServer } from "./loopback.js";

const POLITE: Partial<FetchAllowance> = { ignoreRobots: false };

/** A site whose robots.txt is `robots`, or answers with that status; every other page is one line. */
async function site(robots: string | number, given: { limits?: Partial<FetchLimits> } = {}) {
  const asked: string[] = [];
  const port = await httpServer((request, response) => {
    asked.push(`${request.headers.host}${request.url}`);
    if (request.url !== "/robots.txt") response.setHeader("content-type", "text/html").end("<p>A page.</p>");
    else if (typeof robots === "number") response.writeHead(robots).end();
    else response.end(robots);
  });
  const network = loopback(port);
  const fetcher = fetcherOn(network, given.limits, POLITE);
  const codeOf = async (url: string): Promise<string> => {
    const result = await fetcher.fetch({ url, known: null });
    return result.ok ? result.value.kind : result.problem.code;
  };
  return { asked, network, fetcher, codeOf };
}

describe("robots.txt", () => {
  it("is asked once a site, and kept to", async () => {
    const { codeOf, asked } = await site(
      "User-agent: *\nDisallow: /private\n\nUser-agent: other\nDisallow: /",
    );
    expect(await codeOf("http://a.test/private/1")).toBe("fetch/robots-refused");
    expect(await codeOf("http://a.test/open")).toBe("content");
    expect(asked).toEqual(["a.test/robots.txt", "a.test/open"]);
  });

  it("may name this program", async () => {
    const { codeOf } = await site("User-agent: hearsay\nDisallow: /");
    expect(await codeOf("http://a.test/")).toBe("fetch/robots-refused");
  });

  it("allows all where there is none, and nothing where the server fails", async () => {
    expect(await (await site(404)).codeOf("http://a.test/")).toBe("content");
    expect(await (await site(503)).codeOf("http://a.test/")).toBe("fetch/robots-unreachable");
  });

  it("is asked of each host that a redirect leads to", async () => {
    const port = await httpServer((request, response) => {
      if (request.headers.host === "a.test" && request.url === "/")
        response.writeHead(302, { location: "http://b.test/page" }).end();
      else if (request.headers.host === "b.test") response.end("User-agent: *\nDisallow: /");
      else response.writeHead(404).end();
    });
    const fetcher = fetcherOn(loopback(port), {}, POLITE);
    expect(await fetcher.fetch({ url: "http://a.test/", known: null })).toMatchObject({
      problem: {
        code: "fetch/robots-refused",
        input: "http://a.test/",
        detail: { redirected: "http://b.test/page" },
      },
    });
    expect(fetcher.requests.map(({ url }) => url)).toEqual([
      "http://a.test/robots.txt",
      "http://a.test/",
      "http://b.test/robots.txt",
    ]);
  });

  it("may ask for a longer pause", async () => {
    const { codeOf, network } = await site("User-agent: *\nCrawl-delay: 7");
    await codeOf("http://a.test/1");
    await codeOf("http://a.test/2");
    expect(network.slept).toEqual([7000, 7000]);
  });

  it("is passed by where the user says so", async () => {
    const { network } = await site("User-agent: *\nDisallow: /");
    const fetcher = fetcherOn(network, {}, { ignoreRobots: true });
    expect((await fetcher.fetch({ url: "http://a.test/", known: null })).ok).toBe(true);
  });
});

describe("one host", () => {
  it("has one request at a time, with a pause between two; others do not wait for it", async () => {
    const open = new Map<string, number>();
    const most = new Map<string, number>();
    const port = await httpServer((request, response) => {
      const host = request.headers.host!;
      open.set(host, (open.get(host) ?? 0) + 1);
      most.set(host, Math.max(most.get(host) ?? 0, open.get(host)!));
      setTimeout(() => {
        open.set(host, open.get(host)! - 1);
        response.end("x");
      }, 5);
    });
    const network = loopback(port);
    network.names["b.test"] = [OTHER_PUBLIC];
    const fetcher = fetcherOn(network);
    const urls = [1, 2, 3].flatMap((n) => [`http://a.test/${n}`, `http://b.test/${n}`]);
    const results = await Promise.all(urls.map((url) => fetcher.fetch({ url, known: null })));
    expect(results.every(({ ok }) => ok)).toBe(true);
    expect([...most.values()]).toEqual([1, 1]);
    expect(network.slept.length).toBeGreaterThanOrEqual(4);
  });
});

describe("a busy server", () => {
  const busy = (headers: Record<string, string>, times: number, status = 503) => {
    let asked = 0;
    return httpServer((_request, response) => {
      if (asked++ < times) response.writeHead(status, headers).end();
      else response.end("at last");
    });
  };

  it("is asked again after the time that it names, or one that doubles", async () => {
    const named = loopback(await busy({ "retry-after": "5" }, 2));
    expect((await fetcherOn(named).fetch({ url: "http://a.test/", known: null })).ok).toBe(true);
    expect(named.slept).toEqual([5000, 5000]);
    const dated = loopback(await busy({ "retry-after": "Fri, 02 May 2031 10:00:30 GMT" }, 1, 429));
    await fetcherOn(dated).fetch({ url: "http://a.test/", known: null });
    expect(dated.slept).toEqual([30_000]);
    const unnamed = loopback(await busy({}, 9));
    expect(await fetcherOn(unnamed).fetch({ url: "http://a.test/", known: null })).toMatchObject({
      problem: { code: "fetch/status", detail: { status: 503 } },
    });
    expect(unnamed.slept).toEqual([2000, 4000]);
  });

  it("that wants a long time is left alone, with all its pages", async () => {
    const network = loopback(await busy({ "retry-after": "3600" }, 9, 429));
    const fetcher = fetcherOn(network);
    for (const path of ["1", "2"]) {
      expect(await fetcher.fetch({ url: `http://a.test/${path}`, known: null })).toMatchObject({
        problem: { code: "fetch/asked-to-wait", detail: { seconds: 3600 } },
      });
    }
    expect([fetcher.requests.length, network.slept]).toEqual([1, []]);
  });

  it("whose connection breaks is tried again", async () => {
    let asked = 0;
    const port = await rawServer((socket) => {
      if (asked++ === 0) socket.destroy();
      else socket.end("HTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\nok");
    });
    const network = loopback(port);
    expect((await fetcherOn(network).fetch({ url: "http://a.test/", known: null })).ok).toBe(true);
    expect(network.slept).toEqual([2000]);
  });

  it("is waited for no longer once the user stops", async () => {
    const stop = new AbortController();
    const network = loopback(await busy({}, 9));
    network.sleep = async () => {
      stop.abort();
      throw stop.signal.reason;
    };
    const result = await fetcherOn(network).fetch({ url: "http://a.test/", known: null }, stop.signal);
    expect(result).toMatchObject({ problem: { code: "fetch/interrupted" } });
  });
});

describe("what is known already", () => {
  it("is asked for with its validators, and only at its own address", async () => {
    const asked: (string | undefined)[] = [];
    const port = await httpServer((request, response) => {
      asked.push(request.headers["if-none-match"]);
      if (request.headers["if-none-match"] === '"v1"') response.writeHead(304).end();
      else
        response
          .setHeader("etag", '"v1"')
          .setHeader("last-modified", "Fri, 02 May 2031 08:00:00 GMT")
          .end("one");
    });
    const fetcher = fetcherOn(loopback(port));
    const first = await fetcher.fetch({ url: "http://a.test/#part", known: null });
    if (!first.ok || first.value.kind !== "content") throw new Error("not fetched");
    expect(first.value.validators).toEqual({ etag: '"v1"', lastModified: "Fri, 02 May 2031 08:00:00 GMT" });
    const known = { ...first.value.validators, url: first.value.url };
    expect(await fetcher.fetch({ url: "http://a.test/", known })).toEqual({
      ok: true,
      value: { kind: "unchanged" },
    });
    await fetcher.fetch({ url: "http://other.test/", known });
    expect(asked).toEqual([undefined, '"v1"', undefined]);
  });
});

describe("what a fetch tells", () => {
  it("is the exchange as it went over the wire, with the redirects that led there", async () => {
    const port = await httpServer((request, response) => {
      if (request.url === "/old")
        response.writeHead(301, "Moved", { location: "/new", "X-Set": ["a", "b"] }).end("moved");
      else
        response
          .setHeader("Content-Type", 'Text/HTML; Charset="ISO-8859-1"')
          .end("<p>caf\u00e9</p>", "latin1");
    });
    const result = await fetcherOn(loopback(port)).fetch({ url: "http://a.test/old", known: null });
    if (!result.ok || result.value.kind !== "content") throw new Error("not fetched");
    const { url, mediaType, charset, bytes, exchange } = result.value;
    expect([url, mediaType, charset, bytes.length]).toEqual([
      "http://a.test/new",
      "text/html",
      "iso-8859-1",
      11,
    ]);
    expect(exchange).toMatchObject({
      url,
      status: 200,
      body: null,
      address: "93.184.216.34",
      truncated: null,
      archived: null,
    });
    const before: HttpExchange = exchange.redirectedFrom!;
    expect(before).toMatchObject({
      url: "http://a.test/old",
      status: 301,
      statusText: "Moved",
      redirectedFrom: null,
    });
    expect(before.responseHeaders.filter(([name]) => name === "X-Set").map(([, value]) => value)).toEqual([
      "a",
      "b",
    ]);
    expect(before.requestHeaders[0]).toEqual(["host", "a.test"]);
  });
});
