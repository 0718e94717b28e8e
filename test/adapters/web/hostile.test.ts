// The hostile site: a server of the test's own on loopback that does all that a server can do to whoever asks it. Each attack
// ends in a problem that says what stopped it, and no connection but to loopback is ever begun.
import type { ServerResponse } from "node:http";
import { once } from "node:events";
import type { Socket } from "node:net";
import { createServer } from "node:net";
import { brotliCompressSync, gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { renderProblem } from "../../../src/contract/problem-text.js";
import type { FetchAllowance, FetchLimits } from "../../../src/ports/fetcher.js";
import { CERTIFICATE } from "./certificate.js";
import type { Loopback } from "./loopback.js";
import { fetcherOn, httpServer, loopback, PUBLIC, rawServer, tlsServer } from "./loopback.js";

const PAGE = "<!doctype html><title>Depot hit</title><p>Three rockets fell on the depot.</p>";
const bomb = (size: number): Buffer => Buffer.alloc(size, " ");

const ANSWERS: Readonly<Record<string, (response: ServerResponse) => void>> = {
  "/": (response) => response.setHeader("content-type", "text/html").end(PAGE),
  "/loop-a": (response) => response.writeHead(302, { location: "/loop-b" }).end(),
  "/loop-b": (response) => response.writeHead(302, { location: "/loop-a" }).end(),
  "/to-private": (response) => response.writeHead(302, { location: "http://10.1.2.3/" }).end(),
  "/to-metadata": (response) => response.writeHead(307, { location: "http://169.254.169.254/latest/" }).end(),
  "/to-inner": (response) => response.writeHead(301, { location: "http://inner.test/admin" }).end(),
  "/to-file": (response) => response.writeHead(302, { location: "file:///etc/passwd" }).end(),
  "/to-nowhere": (response) => response.writeHead(302).end(),
  "/to-password": (response) => response.writeHead(302, { location: "http://user:word@site.test/" }).end(),
  "/gzip-bomb": (response) => response.setHeader("content-encoding", "gzip").end(gzipSync(bomb(40_000_000))),
  "/br-bomb": (response) =>
    response.setHeader("content-encoding", "br").end(brotliCompressSync(bomb(40_000_000))),
  "/gzip-twice": (response) =>
    response.setHeader("content-encoding", "gzip, gzip").end(gzipSync(gzipSync(bomb(40_000_000)))),
  "/gzip-many": (response) => response.setHeader("content-encoding", "gzip, gzip, gzip").end("x"),
  "/gzip-wide": (response) =>
    response.setHeader("content-encoding", "gzip").end(gzipSync(Buffer.from(noise(300_000)))),
  "/gzip-lie": (response) => response.setHeader("content-encoding", "gzip").end(PAGE),
  "/gzip-short": (response) =>
    response.setHeader("content-encoding", "gzip").end(gzipSync(PAGE).subarray(0, 40)),
  "/zstd": (response) => response.setHeader("content-encoding", "zstd").end("x"),
  "/large": (response) => response.end(noise(300_000)),
  "/announces": (response) => response.setHeader("content-length", "99999999999").write("x"),
  "/endless": (response) => {
    const more = (): void => {
      while (response.writable && response.write("x".repeat(65_536)));
    };
    response.on("drain", more);
    more();
  },
  "/silent": () => {},
  "/stalls": (response) => response.setHeader("content-length", "1000").write("begins and"),
  "/headers": (response) => response.setHeader("x-long", "a".repeat(100_000)).end("x"),
  "/image": (response) => response.setHeader("content-type", "image/png").end("x"),
  "/nothing": (response) => response.setHeader("content-type", "text/html").end(),
  "/gone": (response) => response.writeHead(410).end("gone"),
  "/cookie": (response) => response.writeHead(302, { location: "/", "set-cookie": "id=1" }).end(),
};

const seen: { url: string; cookie: string | undefined; agent: string | undefined }[] = [];
const port = await httpServer((request, response) => {
  seen.push({ url: request.url!, cookie: request.headers.cookie, agent: request.headers["user-agent"] });
  response.on("error", () => {});
  const step = /^\/hop\/(\d+)$/u.exec(request.url!);
  if (step !== null) response.writeHead(302, { location: `/hop/${Number(step[1]) + 1}` }).end();
  else ANSWERS[request.url!]!(response);
});

async function fetched(
  url: string,
  limits: Partial<FetchLimits> = {},
  network: Loopback = loopback(port),
  allow: Partial<FetchAllowance> = {},
) {
  const fetcher = fetcherOn(network, limits, allow);
  const result = await fetcher.fetch({ url, known: null });
  const said = result.ok ? null : renderProblem(result.problem);
  return { code: result.ok ? "ok" : result.problem.code, said, result, network, requests: fetcher.requests };
}

const small = { bodySize: 100_000, decodedSize: 200_000 };

describe("a hostile site is stopped", () => {
  it.each<[string, Partial<FetchLimits>, string, RegExp]>([
    ["/loop-a", {}, "fetch/redirect-loop", /circle/u],
    ["/hop/1", {}, "fetch/redirects", /limit of 10 redirects/u],
    ["/to-private", {}, "fetch/private-address", /10\.1\.2\.3/u],
    ["/to-metadata", {}, "fetch/private-address", /169\.254\.169\.254/u],
    ["/to-file", {}, "fetch/scheme-refused", /file/u],
    ["/to-nowhere", {}, "fetch/status", /302/u],
    ["/to-password", {}, "fetch/credentials-refused", /password/u],
    ["/gzip-bomb", {}, "fetch/ratio-too-high", /limit of 1:200/u],
    ["/br-bomb", {}, "fetch/ratio-too-high", /limit of 1:200/u],
    ["/gzip-twice", {}, "fetch/ratio-too-high", /limit of 1:200/u],
    ["/gzip-many", {}, "fetch/coding-unknown", /gzip, gzip, gzip/u],
    ["/gzip-wide", { ...small, bodySize: 1_000_000 }, "fetch/decoded-too-large", /limit of 200\.0 kB/u],
    ["/gzip-lie", {}, "fetch/coding-broken", /compress/u],
    ["/gzip-short", {}, "fetch/coding-broken", /compress/u],
    ["/zstd", {}, "fetch/coding-unknown", /zstd/u],
    ["/large", small, "fetch/body-too-large", /limit of 100\.0 kB/u],
    ["/announces", {}, "fetch/body-too-large", /limit of 33\.6 MB/u],
    ["/endless", small, "fetch/body-too-large", /limit of 100\.0 kB/u],
    ["/silent", { firstByteTime: 80 }, "fetch/first-byte-time", /limit of 0\.08 s/u],
    ["/silent", { totalTime: 80 }, "fetch/total-time", /limit of 0\.08 s/u],
    ["/stalls", { idleTime: 80 }, "fetch/idle-time", /limit of 0\.08 s/u],
    ["/headers", {}, "fetch/headers-too-large", /limit/u],
    ["/image", {}, "fetch/not-a-document", /image\/png/u],
    ["/nothing", {}, "fetch/empty", /empty/u],
    ["/gone", {}, "fetch/status", /410/u],
  ])("%s %j: %s", async (path, limits, code, words) => {
    const { code: got, said, network } = await fetched(`http://site.test${path}`, limits);
    expect(got).toBe(code);
    expect(said!.what).toMatch(words);
    expect(said!.todo).not.toBe("");
    expect(new Set(network.dialled)).toEqual(new Set([PUBLIC]));
  });

  it("by the total time, though it sends a byte now and then, in its headers or its body", async () => {
    const drip = (head: string) => (socket: Socket) => {
      socket.write(head);
      const timer = setInterval(() => socket.write("a"), 10);
      socket.on("close", () => clearInterval(timer));
    };
    const headers = await rawServer(drip("HTTP/1.1 200 OK\r\nx-slow: "));
    const body = await rawServer(drip("HTTP/1.1 200 OK\r\ncontent-length: 9999\r\n\r\n"));
    const limits = { firstByteTime: 150, idleTime: 60_000, totalTime: 300 };
    expect((await fetched("http://site.test/", limits, loopback(headers))).code).toBe(
      "fetch/first-byte-time",
    );
    expect((await fetched("http://site.test/", limits, loopback(body))).code).toBe("fetch/total-time");
  });

  it.each<[string, string | Buffer, string]>([
    [
      "a body shorter than announced",
      "HTTP/1.1 200 OK\r\ncontent-length: 1000\r\n\r\nshort",
      "fetch/cut-short",
    ],
    [
      "a chunk cut off",
      "HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n400\r\nshort",
      "fetch/cut-short",
    ],
    ["no HTTP at all", "SSH-2.0-OpenSSH_9.9\r\n", "fetch/not-http"],
    ["noise", Buffer.from(noise(4000), "latin1"), "fetch/not-http"],
    [
      "two lengths",
      "HTTP/1.1 200 OK\r\ncontent-length: 3\r\ncontent-length: 9\r\n\r\nabc",
      "fetch/cut-short",
    ],
    ["an end without an answer", "", "fetch/connection-lost"],
  ])("%s", async (_name, bytes, code) => {
    const raw = await rawServer((socket) => socket.end(bytes));
    expect((await fetched("http://site.test/", {}, loopback(raw))).code).toBe(code);
  });

  it("where more comes than was announced: what was announced is taken", async () => {
    const raw = await rawServer((socket) =>
      socket.end("HTTP/1.1 200 OK\r\ncontent-length: 5\r\n\r\nshort and more that was not announced"),
    );
    const { result } = await fetched("http://site.test/", {}, loopback(raw));
    const text =
      result.ok && result.value.kind === "content" ? new TextDecoder().decode(result.value.bytes) : null;
    expect(text ?? (result.ok ? "" : result.problem.code)).toMatch(/^(?:short|fetch\/not-http)$/u);
  });

  it("where nobody listens, or a name is unknown", async () => {
    const network = loopback(port);
    const closed = await rawServer(() => {});
    expect((await fetched("http://unknown.example/", {}, network)).code).toBe("fetch/name-unknown");
    network.hosts[PUBLIC] = await freed(closed);
    expect((await fetched("http://site.test/", {}, network)).code).toBe("fetch/cannot-connect");
  });
});

describe("TLS", () => {
  it("is spoken with the name, and must be good", async () => {
    const answer = (socket: Socket): void =>
      void socket.end(`HTTP/1.1 200 OK\r\ncontent-length: ${PAGE.length}\r\n\r\n${PAGE}`);
    const secure = await tlsServer(answer);
    const trusting = Object.assign(loopback(secure), { trust: CERTIFICATE });
    expect((await fetched("https://secure.test/", {}, trusting)).code).toBe("ok");
    expect((await fetched("https://other.test/", {}, trusting)).code).toBe("fetch/tls");
    expect((await fetched("https://secure.test/", {}, loopback(secure))).code).toBe("fetch/tls");
    const plain = await rawServer((socket) => socket.end("HTTP/1.1 400 Bad Request\r\n\r\n"));
    expect((await fetched("https://secure.test/", {}, loopback(plain))).code).toBe("fetch/tls");
  });

  it("has a limit of time, as every connection", async () => {
    const mute = await rawServer(() => {});
    const { code } = await fetched("https://secure.test/", { connectTime: 80 }, loopback(mute));
    expect(code).toBe("fetch/connect-time");
  });
});

describe("private networks", () => {
  it.each([
    "http://127.0.0.1/",
    "http://2130706433/",
    "http://0x7f.1/",
    "http://0/",
    "http://10.0.0.1/",
    "http://172.16.0.1/",
    "http://192.168.1.1/",
    "http://169.254.169.254/",
    "http://100.64.0.1/",
    "http://224.0.0.1/",
    "http://255.255.255.255/",
    "http://[::1]/",
    "http://[::]/",
    "http://[fe80::1]/",
    "http://[fd00::1]/",
    "http://[ff02::1]/",
    "http://[::ffff:10.0.0.1]/",
    "http://[64:ff9b::a00:1]/",
    "http://[2002:a00:1::]/",
    "http://[::10.0.0.1]/",
    "http://[2001:db8::1]/",
    "http://private.test/",
    "http://mixed.test/",
    "http://mapped.test/",
  ])("are not reached by %s", async (url) => {
    const network = loopback(port);
    network.names = {
      "private.test": ["192.168.7.7"],
      "mixed.test": [PUBLIC, "127.0.0.1"],
      "mapped.test": ["::ffff:169.254.169.254"],
    };
    const { code, said, requests } = await fetched(url, {}, network);
    expect(code).toBe("fetch/private-address");
    expect(said!.todo).toMatch(/--allow-private/u);
    expect([network.dialled, requests], "nothing is sent, and nothing is said to be").toEqual([[], []]);
  });

  it("are not reached by a redirect to a name that leads there", async () => {
    const network = loopback(port);
    network.names = { "inner.test": ["10.0.0.5"] };
    const { code, said } = await fetched("http://site.test/to-inner", {}, network);
    expect(code).toBe("fetch/private-address");
    expect(said!.what).toMatch(/^http:\/\/site\.test\/to-inner.*inner\.test.*10\.0\.0\.5/u);
    expect(network.dialled).toEqual([PUBLIC]);
  });

  it("are not reached by a name that changes its answer after it was checked: what was checked is dialled", async () => {
    const network = loopback(port);
    let asked = 0;
    network.names = { "rebind.test": () => (asked++ === 0 ? [PUBLIC] : ["127.0.0.1"]) };
    expect((await fetched("http://rebind.test/", {}, network)).code).toBe("ok");
    expect([asked, network.dialled]).toEqual([1, [PUBLIC]]);
    expect((await fetched("http://rebind.test/", {}, network)).code).toBe("fetch/private-address");
    expect(network.dialled).toEqual([PUBLIC]);
  });

  it("are reached where the user allows it", async () => {
    const network = loopback(port);
    network.hosts["127.0.0.1"] = port;
    const { code } = await fetched("http://127.0.0.1/", {}, network, { privateNetworks: true });
    expect([code, network.dialled]).toEqual(["ok", ["127.0.0.1"]]);
  });
});

describe("what is sent", () => {
  it("names the program and its version, and whom to ask, and never a cookie", async () => {
    seen.length = 0;
    expect((await fetched("http://site.test/cookie")).code).toBe("ok");
    await fetched("http://site.test/", {}, loopback(port), { contact: "desk@tarn-courier.test" });
    expect(seen.map(({ cookie }) => cookie)).toEqual([undefined, undefined, undefined]);
    expect(seen.map(({ agent }) => agent)).toEqual([
      "hearsay/0.0.0",
      "hearsay/0.0.0",
      "hearsay/0.0.0 (+desk@tarn-courier.test)",
    ]);
  });

  it.each([
    ["ftp://site.test/a", "fetch/scheme-refused"],
    ["javascript:alert(1)", "fetch/scheme-refused"],
    ["http://", "fetch/address-invalid"],
    ["http://user@site.test/", "fetch/credentials-refused"],
    [`http://site.test/${"a".repeat(9000)}`, "fetch/address-invalid"],
  ])("is nothing for %.40s", async (url, code) => {
    const network = loopback(port);
    const { code: got, said } = await fetched(url, {}, network);
    expect([got, network.dialled]).toEqual([code, []]);
    expect(said!.what).not.toContain("user@");
  });
});

/** Text that does not compress. */
function noise(length: number): string {
  let state = 7;
  let text = "";
  while (text.length < length) {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff;
    text += String.fromCharCode(33 + ((state >> 12) % 90));
  }
  return text;
}

/** A port that was listened on and is no more. */
async function freed(used: number): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port: free } = server.address() as { port: number };
  server.close();
  await once(server, "close");
  return free === used ? freed(used) : free;
}
