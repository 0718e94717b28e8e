// WACZ files that archive writes, opened by readers that are not this program's: yauzl for the ZIP, warcio for the records.
import { createHash } from "node:crypto";
import { cpSync, existsSync, readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { CDXIndexer, WARCParser } from "warcio";
import yauzl from "yauzl";
import { beforeAll, describe, expect, it } from "vitest";
import { fileCaptures } from "../../src/adapters/files/capture-files.js";
import { waczWriter } from "../../src/adapters/warc/write-wacz.js";
import { readAs } from "../../src/adapters/warc/resource-form.js";
import { archive } from "../../src/app/archive.js";
import type { CaptureItem } from "../../src/ports/capture-source.js";
import { bytesOf, madeCapture, madeIncident, madeRecord } from "../made.js";
import { scratchFolder } from "../scratch.js";
import { AT, EIGHT, madeCollection, NOTE, opened, OTHER, PAGE, THREE } from "./made-collection.js";

const scratch = scratchFolder();
const made = join(scratch, "made");
let files = 0;

beforeAll(() => madeCollection(made));

async function archived(selection: readonly string[] = [], folder = made) {
  const path = join(scratch, `${files++}.wacz`);
  const store = await opened(folder, "read");
  const problems: string[] = [];
  const result = await archive(store, waczWriter(), {
    selection,
    path,
    title: "Made",
    software: "test 1",
    onProblem: ({ code }) => problems.push(code),
  });
  await store.close();
  return { path, result, problems };
}

interface ZipContent {
  readonly bytes: Buffer;
  readonly method: number;
}

async function unzipped(path: string): Promise<Map<string, ZipContent>> {
  const zip = await yauzl.openPromise(path);
  const content = new Map<string, ZipContent>();
  for await (const entry of zip.eachEntry()) {
    const parts: Buffer[] = [];
    for await (const part of await zip.openReadStreamPromise(entry)) parts.push(part as Buffer);
    content.set(entry.fileName, { bytes: Buffer.concat(parts), method: entry.compressionMethod });
  }
  return content;
}

async function recordsOf(warc: Uint8Array) {
  const records = [];
  const parser = new WARCParser([warc]);
  for await (const record of parser) {
    const http = record.httpHeaders;
    records.push({
      type: record.warcType,
      url: record.warcTargetURI ?? null,
      date: record.warcDate,
      digest: record.warcPayloadDigest ?? null,
      headers: [...record.warcHeaders.headers].map(([name, value]) => [name, value] as const),
      status: record.warcType === "request" ? null : (http?.statusCode ?? null),
      http:
        http === null ? [] : [...http.headers].map(([name, value]) => [name.toLowerCase(), value] as const),
      payload: Buffer.from(await record.readFully(false)).toString(),
      text: "",
    });
  }
  return records;
}

const sha256 = (bytes: Uint8Array | string): string =>
  `sha256:${createHash("sha256").update(bytes).digest("hex")}`;

describe("an archive of everything", () => {
  it("has the members and hashes that WACZ 1.1.1 asks for", async () => {
    const { path, result, problems } = await archived();
    expect(problems).toEqual([]);
    expect(result).toMatchObject({ ok: true, value: { documents: 3, records: 12 } });
    const zip = await unzipped(path);
    expect([...zip.keys()]).toEqual([
      "archive/data.warc.gz",
      "indexes/index.cdx",
      "pages/pages.jsonl",
      "datapackage.json",
      "datapackage-digest.json",
    ]);
    expect([...zip.values()].map(({ method }) => method)).toEqual([0, 0, 0, 0, 0]);
    const description = JSON.parse(zip.get("datapackage.json")!.bytes.toString()) as {
      resources: { name: string; path: string; hash: string; bytes: number }[];
    };
    expect(description).toMatchObject({
      profile: "data-package",
      wacz_version: "1.1.1",
      title: "Made",
      software: "test 1",
      created: "2031-05-05T10:00:00Z",
    });
    expect(description.resources.map((one) => one.path)).toEqual([...zip.keys()].slice(0, 3));
    for (const { path: name, hash, bytes } of description.resources) {
      expect([hash, bytes]).toEqual([sha256(zip.get(name)!.bytes), zip.get(name)!.bytes.length]);
    }
    expect(JSON.parse(zip.get("datapackage-digest.json")!.bytes.toString())).toEqual({
      path: "datapackage.json",
      hash: sha256(zip.get("datapackage.json")!.bytes),
    });
    const [head, ...pages] = zip
      .get("pages/pages.jsonl")!
      .bytes.toString()
      .trimEnd()
      .split("\n")
      .map((line) => JSON.parse(line) as Record<string, string>);
    expect(head).toMatchObject({ format: "json-pages-1.0", id: "pages" });
    expect(pages.map(({ url, ts }) => [url, ts])).toEqual([
      [PAGE, "2031-05-02T10:00:00Z"],
      [PAGE, "2031-05-03T10:00:00Z"],
      [PAGE, "2031-05-04T10:00:00Z"],
      [OTHER, "2031-05-05T10:00:00Z"],
      [`urn:${madeCapture(NOTE).id}`, "2031-05-02T10:00:00Z"],
    ]);
    expect(new Set(pages.map(({ id }) => id)).size).toBe(5);
  });

  it("has records that warcio reads, with what was sent and what came, and digests that are right", async () => {
    const { path } = await archived();
    const records = await recordsOf((await unzipped(path)).get("archive/data.warc.gz")!.bytes);
    expect(records.map(({ type, url, status }) => [type, url, status])).toEqual(
      [
        ["warcinfo", null, null],
        ["response", "https://tarn.example/d", 301],
        ["request", "https://tarn.example/d", null],
        ["response", PAGE, 200],
        ["request", PAGE, null],
        ["response", PAGE, 200],
        ["request", PAGE, null],
        ["revisit", PAGE, 200],
        ["request", PAGE, null],
        ["revisit", OTHER, 200],
        ["request", OTHER, null],
        ["resource", `urn:${madeCapture(NOTE).id}`, null],
      ].map((row) => row),
    );
    const of = (name: string, record: (typeof records)[number]): string | undefined =>
      record.headers.find(([header]) => header.toLowerCase() === name.toLowerCase())?.[1];
    const [, redirect, , first, request, second, , revisit] = records;
    expect(redirect!.http).toContainEqual(["location", PAGE]);
    expect(first!.payload).toBe(EIGHT);
    expect(first!.digest).toBe(sha256(EIGHT));
    expect(first!.http).toContainEqual(["x-archive-orig-content-encoding", "gzip"]);
    expect(first!.http).toContainEqual(["content-length", String(EIGHT.length)]);
    expect(of("WARC-IP-Address", first!)).toBe("192.0.2.7");
    expect(request!.http).toEqual([["user-agent", "made"]]);
    expect(of("WARC-Concurrent-To", request!)).toBe(of("WARC-Record-ID", first!));
    expect(second!.payload).toBe(THREE);
    expect([of("WARC-Truncated", second!), of("WARC-Protocol", second!)]).toEqual(["time", "h2"]);
    expect([of("WARC-Refers-To-Target-URI", revisit!), of("WARC-Refers-To-Date", revisit!)]).toEqual([
      PAGE,
      "2031-05-03T10:00:00Z",
    ]);
    expect(revisit!.digest).toBe(sha256(THREE));
    expect(records.at(-1)).toMatchObject({ payload: NOTE, digest: sha256(NOTE) });
    expect(of("Hearsay-Ref", records.at(-1)!)).toBe("notes/quiet day.txt");
    const ids = records.map((record) => of("WARC-Record-ID", record));
    expect(new Set(ids).size).toBe(records.length);
    for (const id of ids)
      expect(id).toMatch(/^<urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}>$/u);
  });

  it("has an index whose every line leads to its record", async () => {
    const { path } = await archived();
    const zip = await unzipped(path);
    const warc = zip.get("archive/data.warc.gz")!.bytes;
    const lines = zip.get("indexes/index.cdx")!.bytes.toString().trimEnd().split("\n");
    expect(lines).toEqual([...lines].sort());
    expect(lines).toHaveLength(6);
    expect(lines.map((line) => line.split(" ").slice(0, 2).join(" "))).toContain(
      "example,tarn)/depot 20310503100000",
    );
    for (const line of lines) {
      const fields = JSON.parse(line.slice(line.indexOf("{"))) as Record<string, string>;
      const member = warc.subarray(
        Number(fields["offset"]),
        Number(fields["offset"]) + Number(fields["length"]),
      );
      const text = gunzipSync(member).toString();
      expect(text).toContain(`WARC-Target-URI: ${fields["url"]}\r\n`);
      expect(text).toContain(`WARC-Payload-Digest: ${fields["digest"]}\r\n`);
      expect(fields["filename"]).toBe("data.warc.gz");
    }
  });

  it("has the index that warcio makes of the same file, and no record without the digests of its bytes", async () => {
    const { path } = await archived();
    const zip = await unzipped(path);
    const warc = zip.get("archive/data.warc.gz")!.bytes;
    const theirs: Record<string, unknown>[] = [];
    const reader = (async function* () {
      yield new Uint8Array(warc);
    })();
    for await (const line of new CDXIndexer().iterIndex([{ filename: "data.warc.gz", reader }]))
      theirs.push(line);
    const ours = zip.get("indexes/index.cdx")!.bytes.toString().trimEnd().split("\n");
    /** warcio writes digests without the name of their algorithm, and nothing where nothing is stated. */
    const plain = (fields: Record<string, unknown>): Record<string, unknown> & { offset: number } => ({
      ...fields,
      mime: fields["mime"] ?? "unk",
      digest: String(fields["digest"]).replace(/^sha256:/u, ""),
      status: Number(fields["status"] ?? 200),
      offset: Number(fields["offset"]),
      length: Number(fields["length"]),
    });
    const inOrder = (lines: readonly Record<string, unknown>[]): unknown[] =>
      lines.map(plain).sort((a, b) => a.offset - b.offset);
    const fields = ours.map((line) => {
      const [urlkey, timestamp] = line.split(" ");
      return { urlkey, timestamp, ...(JSON.parse(line.slice(line.indexOf("{"))) as object) };
    });
    expect(inOrder(fields)).toEqual(inOrder(theirs));
    for await (const record of new WARCParser([new Uint8Array(warc)], { parseHttp: false })) {
      const block = await record.readFully(false);
      expect(record.warcHeader("WARC-Block-Digest")).toBe(sha256(block));
    }
    for (const { type, payload, digest } of await recordsOf(warc)) {
      if (type === "response" || type === "resource") expect(digest).toBe(sha256(payload));
    }
  });

  it("is the same, byte for byte, from a copy of the collection and in another time zone", async () => {
    const copy = join(scratch, "copy");
    cpSync(made, copy, { recursive: true });
    const zone = process.env["TZ"];
    const first = readFileSync((await archived()).path);
    process.env["TZ"] = "Pacific/Auckland";
    try {
      expect(readFileSync((await archived([], copy)).path).equals(first)).toBe(true);
    } finally {
      if (zone === undefined) delete process.env["TZ"];
      else process.env["TZ"] = zone;
    }
  });

  it("is read by add again: the same bytes, addresses and times", async () => {
    const { path } = await archived();
    const items: CaptureItem[] = [];
    for await (const item of fileCaptures(async function* () {}).documents([path], null)) items.push(item);
    expect(
      items.map(
        (item) =>
          "capture" in item && [item.kind, item.capture.id, item.capture.ref, item.capture.capturedAt],
      ),
    ).toEqual([
      ["document", madeCapture(EIGHT).id, PAGE, "2031-05-02T10:00:00Z"],
      ["document", madeCapture(THREE).id, PAGE, "2031-05-03T10:00:00Z"],
      ["repeat", madeCapture(THREE).id, PAGE, "2031-05-04T10:00:00Z"],
      ["repeat", madeCapture(THREE).id, OTHER, "2031-05-05T10:00:00Z"],
      ["document", madeCapture(NOTE).id, `urn:${madeCapture(NOTE).id}`, "2031-05-02T10:00:00Z"],
    ]);
    expect(items[0]).toMatchObject({
      bytes: bytesOf(EIGHT),
      exchange: { requestHeaders: [["User-Agent", "made"]] },
    });
  });
});

describe("an archive of what came from files", () => {
  it("is read by add as it was: rows, messages, mails, PDF", async () => {
    const folder = join(scratch, "files");
    const layout = { separator: ";", names: { text: "body", title: "headline" } } as const;
    const captures = [
      madeCapture("a;Depot;Three rockets fell.", "t.csv#2", {
        form: "csv-row",
        columns: ["id", "headline", "body\u00e9"],
        layout,
      }),
      madeCapture('{"text":"Quiet"}', "r.ndjson#1", { form: "ndjson-row" }),
      madeCapture('{"id":1,"messages":[]}', "telegram:1/2", { form: "telegram-message" }),
      madeCapture("From: a@b.example\n\nQuiet.", "mid:1@b.example", { form: "mail" }),
      madeCapture("%PDF-1.4 made", "s.pdf", { form: "pdf" }),
      madeCapture("<html><p>Quiet.</p>", "p.html", { form: "html" }),
    ];
    const bytes = ["a;Depot;Three rockets fell.", '{"text":"Quiet"}', '{"id":1,"messages":[]}'].concat(
      "From: a@b.example\n\nQuiet.",
      "%PDF-1.4 made",
      "<html><p>Quiet.</p>",
    );
    const store = await opened(folder);
    await store.keepCaptures(
      captures.map((capture, i) => ({ capture, bytes: bytesOf(bytes[i]!), exchange: null })),
      AT,
    );
    await store.close();
    const { path, problems } = await archived([], folder);
    expect(problems).toEqual([]);
    const items: CaptureItem[] = [];
    for await (const item of fileCaptures(async function* () {}).documents([path], null)) items.push(item);
    const how = ({ id, form, columns, layout: laid }: (typeof captures)[number]) => ({
      id,
      form,
      columns,
      laid,
    });
    const read = items.flatMap((item) => ("capture" in item ? [how(item.capture)] : []));
    expect(read).toHaveLength(captures.length);
    expect(new Map(read.map((one) => [one.id, one]))).toEqual(
      new Map(captures.map((capture) => [capture.id, how(capture)])),
    );
  });

  it("believes no field that is none of its own", () => {
    const read = (form: string, table?: string) =>
      readAs([["Hearsay-Form", form], ...(table === undefined ? [] : [["Hearsay-Table", table] as const])]);
    expect(read("mail")).toEqual({ form: "mail", columns: null });
    for (const table of [
      "{",
      "[]",
      '{"columns":[1]}',
      '{"separator":"x"}',
      '{"names":{"text":""}}',
      '{"more":1}',
    ])
      expect(read("csv-row", table)).toBeNull();
    expect(read("html")).toBeNull();
  });
});

describe("an archive of some", () => {
  it("has the documents named, or those of the incidents named, with all their versions", async () => {
    const one = await archived([madeCapture(NOTE).id.slice(7, 20)]);
    const zip = await unzipped(one.path);
    expect((await recordsOf(zip.get("archive/data.warc.gz")!.bytes)).map(({ type }) => type)).toEqual([
      "warcinfo",
      "resource",
    ]);
    const folder = join(scratch, "with-incident");
    cpSync(made, folder, { recursive: true });
    const store = await opened(folder, "write");
    await store.replaceIncidents([madeIncident([madeRecord(THREE, PAGE)], "3f2a9b")]);
    await store.close();
    const { result } = await archived(["3f2a"], folder);
    expect(result).toMatchObject({ ok: true, value: { documents: 1, records: 7 } });
  });

  it("of nothing, or where nothing can be written, is a problem and leaves no file", async () => {
    expect((await archived(["abcdef"])).result).toMatchObject({ ok: false, problem: { code: "id/unknown" } });
    const empty = join(scratch, "empty");
    await (await opened(empty)).close();
    expect((await archived([], empty)).result).toMatchObject({
      ok: false,
      problem: { code: "archive/nothing-selected" },
    });
    const store = await opened(made, "read");
    const path = join(scratch, "no", "such", "folder.wacz");
    const result = await archive(store, waczWriter(), {
      selection: [],
      path,
      title: "",
      software: "",
      onProblem: () => {},
    });
    await store.close();
    expect(result).toMatchObject({ ok: false, problem: { code: "archive/cannot-write", input: path } });
    expect(existsSync(path)).toBe(false);
    expect(readdirSync(scratch).filter((name) => name.includes("unfinished"))).toEqual([]);
  });
});
