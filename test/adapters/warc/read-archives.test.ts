// Web archives that warcio wrote, whole and damaged, as documents.
import { createHash } from "node:crypto";
import { writeFileSync, createWriteStream } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync, deflateSync, gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import fc from "fast-check";
import { ZipFile } from "yazl";
import { CAPTURE_LIMITS, fileCaptures } from "../../../src/adapters/files/capture-files.js";
import type { CaptureLimits } from "../../../src/adapters/files/capture-files.js";
import type { CaptureItem } from "../../../src/ports/capture-source.js";
import { madePdf } from "../../../bench/fuzz/made-pdf.js";
import { scratchFolder } from "../../scratch.js";
import { DATE, madeRecord, madeWarc, page } from "./made-archive.js";

const scratch = scratchFolder();
let files = 0;
const DEPOT = page("Depot hit", "Three rockets fell on the depot in Tarn on Monday, the police said.");
const QUIET = page("A quiet day", "Nothing happened in Tarn on Tuesday.");

function file(name: string, bytes: Uint8Array): string {
  const path = join(scratch, `${files++}-${name}`);
  writeFileSync(path, bytes);
  return path;
}

async function read(
  paths: string | string[],
  limits: CaptureLimits = CAPTURE_LIMITS,
): Promise<CaptureItem[]> {
  const stdin = async function* (): AsyncGenerator<Uint8Array> {};
  const items: CaptureItem[] = [];
  for await (const item of fileCaptures(stdin, limits).documents([paths].flat(), "2032-01-01T00:00:00Z"))
    items.push(item);
  return items;
}

/** Documents as [ref, text], repeats as [ref, "again"], problems as codes. */
function told(items: readonly CaptureItem[]): unknown[] {
  return items.map((item) =>
    item.kind === "document"
      ? [item.capture.ref, Buffer.from(item.bytes).toString()]
      : item.kind === "repeat"
        ? [item.capture.ref, "again"]
        : "problem" in item
          ? item.problem.code
          : item.kind,
  );
}

async function readWarc(bytes: Uint8Array, name = "x.warc", limits?: CaptureLimits): Promise<unknown[]> {
  return told(await read(file(name, bytes), limits));
}

const A = "https://tarn.example/a";
const B = "https://tarn.example/b";

describe("a WARC file", () => {
  it("gives each page and text of status 200, with its address, time and exchange", async () => {
    const bytes = await madeWarc([
      { type: "warcinfo", body: "software: made\r\n" },
      { type: "request", url: A, status: "GET /a HTTP/1.1", headers: { "User-Agent": "made" } },
      { url: A, body: DEPOT, warcHeaders: { "WARC-IP-Address": "192.0.2.7" } },
      { url: "https://tarn.example/gone", body: QUIET, status: "HTTP/1.1 404 Not Found" },
      { url: "https://tarn.example/i.png", body: "PNG", headers: { "Content-Type": "image/png" } },
      {
        url: "https://tarn.example/robots.txt",
        body: "User-agent: *",
        headers: { "Content-Type": "text/plain" },
      },
      {
        type: "resource",
        url: "urn:note:1",
        body: "A note from Tarn.",
        warcHeaders: { "Content-Type": "text/plain" },
      },
    ]);
    const items = await read(file("x.warc", bytes));
    expect(told(items)).toEqual([
      [A, DEPOT],
      ["urn:note:1", "A note from Tarn."],
    ]);
    const [first, second] = items;
    expect(first).toMatchObject({
      capture: { ref: A, url: A, capturedAt: DATE, form: "html", columns: null, charset: "utf-8" },
      exchange: {
        url: A,
        method: "GET",
        requestHeaders: [["User-Agent", "made"]],
        status: 200,
        statusText: "OK",
        httpVersion: "1.1",
        responseHeaders: [["Content-Type", "text/html; charset=utf-8"]],
        body: null,
        address: "192.0.2.7",
        startedAt: DATE,
        truncated: null,
      },
    });
    expect(first).toMatchObject({
      capture: { id: `sha256:${createHash("sha256").update(DEPOT).digest("hex")}` },
    });
    expect(second).toMatchObject({ capture: { url: null, form: "text" }, exchange: null });
  });

  it("finds a request that stands behind its response", async () => {
    const bytes = await madeWarc([
      { url: A, body: DEPOT },
      { type: "request", url: A, status: "GET /a HTTP/1.1", headers: { Accept: "text/html" } },
      { url: B, body: QUIET },
    ]);
    const items = await read(file("x.warc", bytes));
    expect(items.map((item) => "exchange" in item && item.exchange?.requestHeaders)).toEqual([
      [["Accept", "text/html"]],
      [],
    ]);
  });

  it("may be compressed, member by member or as a whole, and is known without its ending", async () => {
    const records = [
      { url: A, body: DEPOT },
      { url: B, body: QUIET },
    ];
    const expected = [
      [A, DEPOT],
      [B, QUIET],
    ];
    expect(await readWarc(await madeWarc(records, true), "x.warc.gz")).toEqual(expected);
    expect(await readWarc(gzipSync(await madeWarc(records)), "x.gz")).toEqual(expected);
    expect(await readWarc(await madeWarc(records), "x")).toEqual(expected);
  });

  it("gives bodies without their codings", async () => {
    const chunked = Buffer.from(
      `5\r\n${DEPOT.slice(0, 5)}\r\n${(DEPOT.length - 5).toString(16)};x=1\r\n${DEPOT.slice(5)}\r\n0\r\n\r\n`,
    );
    const coded = (coding: string, body: Uint8Array | string, name = "Content-Encoding") => ({
      url: A,
      body,
      headers: { "Content-Type": "text/html", [name]: coding },
    });
    for (const record of [
      coded("gzip", gzipSync(DEPOT)),
      coded("deflate", deflateSync(DEPOT)),
      coded("br", brotliCompressSync(DEPOT)),
      coded("gzip, br", brotliCompressSync(gzipSync(DEPOT))),
      coded("chunked", chunked, "Transfer-Encoding"),
      coded("gzip", DEPOT),
      coded("chunked", DEPOT, "Transfer-Encoding"),
    ]) {
      expect(await readWarc(await madeWarc([record])), JSON.stringify(record.headers)).toEqual([[A, DEPOT]]);
    }
  });

  it("keeps what had come of a body that was cut off, and says so", async () => {
    const body = gzipSync(DEPOT.repeat(50)).subarray(0, -40);
    const bytes = await madeWarc([
      { url: A, body, headers: { "Content-Type": "text/html", "Content-Encoding": "gzip" } },
    ]);
    const [item] = await read(file("x.warc", bytes));
    expect(item).toMatchObject({ kind: "document", exchange: { truncated: "disconnect" } });
  });

  it("resolves revisits, also to an archive before it, and tells how many it cannot", async () => {
    const digest = { "WARC-Payload-Digest": "sha256:abc" };
    const revisit = { type: "revisit", url: B, date: "2031-06-01T00:00:00Z", warcHeaders: digest } as const;
    const original = { url: A, body: DEPOT, warcHeaders: digest };
    const first = file("1.warc", await madeWarc([original, revisit]));
    const second = file("2.warc", await madeWarc([{ ...revisit, date: "2031-07-01T00:00:00Z" }]));
    const items = await read([first, second]);
    expect(told(items)).toEqual([
      [A, DEPOT],
      [B, "again"],
      [B, "again"],
    ]);
    expect(items[1]).toMatchObject({
      capture: { url: B, capturedAt: "2031-06-01T00:00:00Z", form: "html" },
      bytes: null,
    });
    expect(new Set(items.map((item) => "capture" in item && item.capture.id)).size).toBe(1);
    const alone = await read(second);
    expect(alone).toMatchObject([
      { kind: "warning", problem: { code: "archive/revisit-unresolved", detail: { count: 1 } } },
    ]);
  });

  it("gives PDF, and what a server said wrongly of its type is seen by the bytes", async () => {
    const pdf = madePdf([["Depot hit", "Three rockets fell."]]).toString("latin1");
    const typed = (url: string, type: string | null, body: string | Uint8Array) => ({
      url: `https://tarn.example/${url}`,
      body,
      headers: type === null ? ({} as Record<string, string>) : { "Content-Type": type },
    });
    const items = await read(
      file(
        "types.warc",
        await madeWarc([
          typed("pdf", "application/pdf", pdf),
          typed("download", "application/octet-stream", pdf),
          typed("called-a-page", "text/html", pdf),
          typed("called-a-picture", "image/png", pdf),
          typed("page-called-pdf", "application/pdf", DEPOT),
          typed("text-called-pdf", "application/pdf; charset=utf-8", "A note."),
          typed("noise-called-pdf", "application/pdf", "\u0000\u0001\u0000\u0000"),
          typed("untyped", null, DEPOT),
          typed("untyped-words", null, "A note."),
          typed("program", "application/octet-stream", "MZ"),
          typed("picture-called-page", "text/html", Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d])),
          typed("noise-called-text", "text/plain", "\u0000\u0001\u0000\u0000"),
        ]),
      ),
    );
    expect(
      items.map((item) =>
        "capture" in item
          ? [item.capture.ref.slice("https://tarn.example/".length), item.capture.form]
          : "problem" in item && [
              item.problem.input?.slice("https://tarn.example/".length),
              item.problem.code,
            ],
      ),
    ).toEqual([
      ["pdf", "pdf"],
      ["download", "pdf"],
      ["called-a-page", "pdf"],
      ["page-called-pdf", "html"],
      ["text-called-pdf", "text"],
      ["noise-called-pdf", "pdf"],
      ["untyped", "html"],
      ["picture-called-page", "input/binary"],
      ["noise-called-text", "input/binary"],
    ]);
  });

  it("without a page is archive/no-documents", async () => {
    expect(await readWarc(await madeWarc([{ type: "warcinfo", body: "software: made" }]))).toEqual([
      "archive/no-documents",
    ]);
  });
});

describe("a damaged archive", () => {
  const good = async (gzip = false): Promise<[Uint8Array, Uint8Array]> => [
    await madeRecord({ url: A, body: DEPOT }, gzip),
    await madeRecord({ url: B, body: QUIET }, gzip),
  ];

  it("goes on behind what is no record", async () => {
    const [a, b] = await good();
    const junk = Buffer.from("some\nlines of\nnothing\n");
    expect(await readWarc(Buffer.concat([a, junk, b]))).toEqual([
      [A, DEPOT],
      "archive/record-broken",
      [B, QUIET],
    ]);
  });

  it("goes on behind a head without a length, and a block that is longer or shorter than it says", async () => {
    const [a, b] = await good();
    const text = Buffer.from(a).toString("latin1");
    const length = Number(/^Content-Length: (\d+)/mu.exec(text)![1]);
    const with_ = (head: string): Buffer =>
      Buffer.from(text.replace(/^Content-Length: \d+/mu, head), "latin1");
    for (const head of ["X-Length: 4", "Content-Length: many", `Content-Length: ${length - 20}`]) {
      expect(await readWarc(Buffer.concat([with_(head), b])), head).toEqual([
        "archive/record-broken",
        [B, QUIET],
      ]);
    }
    const swallowing = await readWarc(Buffer.concat([with_(`Content-Length: ${length + 50}`), b, a]));
    expect(swallowing).toEqual(["archive/record-broken", [A, DEPOT]]);
  });

  it("gives no record whose bytes are not those of its digest", async () => {
    const [a, b] = await good();
    const at = Buffer.from(a).indexOf("Three");
    a[at] = 0x74;
    expect(await readWarc(Buffer.concat([a, b]))).toEqual(["archive/digest-differs", [B, QUIET]]);
  });

  it("that ends early gives what stands before", async () => {
    for (const gzip of [false, true]) {
      const [a, b] = await good(gzip);
      const bytes = Buffer.concat([a, b.subarray(0, -30)]);
      expect(await readWarc(bytes, gzip ? "x.warc.gz" : "x.warc")).toEqual([[A, DEPOT], "archive/truncated"]);
    }
  });

  it("of which a gzip member is damaged gives the others", async () => {
    const [a, b] = await good(true);
    a[a.length - 40]! ^= 0xff;
    expect((await readWarc(Buffer.concat([a, b]), "x.warc.gz")).slice(-2)).toEqual([
      "archive/gzip-broken",
      [B, QUIET],
    ]);
    const [c] = await good(true);
    c[c.length - 6]! ^= 0xff;
    expect((await readWarc(Buffer.concat([c, b]), "x.warc.gz")).slice(-2)).toEqual([
      "archive/gzip-broken",
      [B, QUIET],
    ]);
    const between = Buffer.concat([b, Buffer.from("junk"), b]);
    expect(await readWarc(between, "x.warc.gz")).toEqual([[B, QUIET], "archive/gzip-broken", [B, QUIET]]);
  });

  it("with records above the limit passes them over", async () => {
    const limits = { ...CAPTURE_LIMITS, document: 1000 };
    const big = { url: A, body: DEPOT.repeat(20) };
    const coded = {
      url: A,
      body: gzipSync(DEPOT.repeat(20)),
      headers: { "Content-Type": "text/html", "Content-Encoding": "gzip" },
    };
    const nested = { ...coded, headers: { ...coded.headers, "Content-Encoding": "gzip, gzip, gzip, gzip" } };
    const unknown = { ...coded, headers: { ...coded.headers, "Content-Encoding": "sdch" } };
    const bytes = await madeWarc([big, coded, nested, unknown, { url: B, body: QUIET }]);
    expect(await readWarc(bytes, "x.warc", limits)).toEqual([
      "archive/record-too-large",
      "archive/record-too-large",
      "archive/coding-unknown",
      "archive/coding-unknown",
      [B, QUIET],
    ]);
  });

  it("that swells beyond measure is passed over", async () => {
    const limits = { ...CAPTURE_LIMITS, ratioFrom: 1 << 20 };
    const bomb = gzipSync(Buffer.alloc(40 << 20, 0x20));
    const [, b] = await good(true);
    expect(await readWarc(Buffer.concat([bomb, b]), "x.warc.gz", limits)).toContain("archive/swells");
    expect(await readWarc(Buffer.concat([bomb, b]), "x.warc.gz", limits)).toContainEqual([B, QUIET]);
  });

  it("never makes the program fail, whatever bytes are changed", async () => {
    const change = fc.tuple(fc.nat(), fc.nat(255));
    const damage = fc.record({
      gzip: fc.boolean(),
      changes: fc.array(change, { minLength: 1, maxLength: 8 }),
      cut: fc.option(fc.nat()),
    });
    await fc.assert(
      fc.asyncProperty(damage, async ({ gzip, changes, cut }) => {
        const bytes = Buffer.concat(await good(gzip));
        for (const [at, byte] of changes) bytes[at % bytes.length] = byte;
        const left = bytes.subarray(0, cut === null ? bytes.length : cut % bytes.length);
        for (const item of await readWarc(left, gzip ? "x.warc.gz" : "x.warc")) {
          if (typeof item === "string") expect(item).toMatch(/^(?:archive|input)\//u);
        }
      }),
      { numRuns: 200, seed: 7 },
    );
  });
});

describe("a WACZ file", () => {
  async function wacz(entries: Readonly<Record<string, Uint8Array | string>>): Promise<string> {
    const path = file("x.wacz", new Uint8Array(0));
    const zip = new ZipFile();
    for (const [name, content] of Object.entries(entries)) {
      zip.addBuffer(Buffer.from(content), name, { compress: name.endsWith(".json") });
    }
    zip.end();
    await new Promise<void>((settle) =>
      zip.outputStream.pipe(createWriteStream(path)).on("close", () => settle()),
    );
    return path;
  }
  const hash = (bytes: Uint8Array): string => `sha256:${createHash("sha256").update(bytes).digest("hex")}`;
  const warc = madeWarc(
    [
      { url: A, body: DEPOT },
      { url: B, body: QUIET },
    ],
    true,
  );

  it("gives the documents of its archives, and checks their hashes", async () => {
    const archive = await warc;
    const stated = (value: string): string =>
      JSON.stringify({ resources: [{ path: "archive/1.warc.gz", hash: value }] });
    const good = await wacz({
      "archive/1.warc.gz": archive,
      "datapackage.json": stated(hash(archive)),
      "other/x": "y",
    });
    expect(told(await read(good))).toEqual([
      [A, DEPOT],
      [B, QUIET],
    ]);
    const bad = await wacz({
      "archive/1.warc.gz": archive,
      "datapackage.json": stated(hash(Buffer.from("x"))),
    });
    expect(told(await read(bad))).toEqual([[A, DEPOT], [B, QUIET], "archive/digest-differs"]);
  });

  it("that is damaged, empty, too full or swollen is a problem", async () => {
    expect(told(await read(file("x.wacz", Buffer.from("PK\u0003\u0004 nothing"))))).toEqual([
      "archive/zip-broken",
    ]);
    expect(told(await read(await wacz({ "pages/pages.jsonl": "{}" })))).toEqual(["archive/no-documents"]);
    const many = await wacz({ a: "1", b: "2", c: "3" });
    expect(told(await read(many, { ...CAPTURE_LIMITS, entries: 2 }))).toEqual(["archive/too-many-entries"]);
    const path = file("y.wacz", new Uint8Array(0));
    const zip = new ZipFile();
    zip.addBuffer(Buffer.alloc(8 << 20), "archive/1.warc", { compress: true });
    zip.end();
    await new Promise<void>((settle) =>
      zip.outputStream.pipe(createWriteStream(path)).on("close", () => settle()),
    );
    expect(told(await read(path, { ...CAPTURE_LIMITS, ratioFrom: 1 << 20 }))).toEqual(["archive/swells"]);
  });

  it("cannot be piped in", async () => {
    const stdin = async function* (): AsyncGenerator<Uint8Array> {
      yield Buffer.concat([
        Buffer.from("PK\u0003\u0004"),
        Buffer.alloc(26),
        Buffer.from("archive/1.warc.gz"),
      ]);
    };
    const items: CaptureItem[] = [];
    for await (const item of fileCaptures(stdin).documents(["-"], null)) items.push(item);
    expect(told(items)).toEqual(["archive/needs-a-file"]);
  });
});
