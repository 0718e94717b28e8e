// Adding from web addresses, lists of them and feeds: what is requested, what becomes a document, what is remembered.
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { add } from "../../src/app/add.js";
import type { AddOptions } from "../../src/app/add.js";
import type { Problem } from "../../src/base/result.js";
import { scratchFolder } from "../scratch.js";
import type { WebSite } from "./web-site.js";
import { rss, webSite } from "./web-site.js";

const scratch = scratchFolder();
const ALLOW = { privateNetworks: false, ignoreRobots: true, contact: null };

async function added(site: WebSite, inputs: readonly string[], options: Partial<AddOptions> = {}) {
  const problems: Problem[] = [];
  site.asked.length = 0;
  const result = await add(site.environment, inputs, {
    collection: "c",
    knowledge: [],
    capturedAt: "2031-05-02T09:00:00Z",
    allow: ALLOW,
    onProblem: (problem) => problems.push(problem),
    ...options,
  });
  if (!result.ok) throw new Error(result.problem.code);
  const captures = await site.environment.store.captures();
  return {
    ...result.value,
    codes: problems.map(({ code }) => code),
    problems,
    refs: captures.map(({ ref }) => ref).sort(),
    captures,
    asked: [...site.asked],
  };
}

describe("a web address", () => {
  it("becomes a document that knows where it came from, and its exchange", async () => {
    const site = await webSite({
      "tarn.test/old": { status: 301, headers: { location: "/new" } },
      "tarn.test/new": {
        type: "text/html; charset=windows-1256",
        body: Buffer.from("<p>\xda\xe3\xe1</p>", "latin1"),
      },
    });
    const { captures, added: count, codes } = await added(site, ["http://tarn.test/old#top"]);
    expect([count, codes]).toEqual([1, []]);
    expect(captures).toMatchObject([
      {
        ref: "http://tarn.test/old",
        url: "http://tarn.test/new",
        form: "html",
        charset: "windows-1256",
        capturedAt: "2031-05-02T10:00:01.000Z",
      },
    ]);
  });

  it("is asked for conditionally the next time, and counts as there already", async () => {
    const site = await webSite({ "tarn.test/a": { body: "<p>Three rockets.</p>" } });
    await added(site, ["http://tarn.test/a"]);
    const again = await added(site, ["http://tarn.test/a"]);
    expect([again.added, again.present, again.asked]).toEqual([0, 1, ["tarn.test/a (known)"]]);
  });

  it("whose page was rewritten keeps both versions", async () => {
    const site = await webSite({ "tarn.test/a": { body: "<p>Three rockets.</p>" } });
    await added(site, ["http://tarn.test/a"]);
    site.pages["tarn.test/a"] = { body: "<p>Eight rockets.</p>" };
    const { added: count, refs } = await added(site, ["http://tarn.test/a"]);
    expect([count, refs]).toEqual([1, ["http://tarn.test/a", "http://tarn.test/a"]]);
  });

  it("of a table or of plain text is read as a file of that kind", async () => {
    const site = await webSite({
      "tarn.test/rows": { type: "text/csv", body: "id,text\nr1,Three rockets.\nr2,A drone.\n" },
      "tarn.test/rows.ndjson": { type: "application/octet-stream", body: '{"id":"n1","text":"Smoke."}\n' },
      "tarn.test/a.txt": { type: "text/plain", body: "Three rockets." },
      "tarn.test/a.gif": { type: "application/octet-stream", body: "GIF89a\u0000" },
    });
    const urls = ["rows", "rows.ndjson", "a.txt", "a.gif"].map((path) => `http://tarn.test/${path}`);
    const { captures, codes } = await added(site, urls);
    expect(captures.map(({ form, ref, url }) => [form, ref, url]).sort()).toEqual([
      ["csv-row", "r1", "http://tarn.test/rows"],
      ["csv-row", "r2", "http://tarn.test/rows"],
      ["ndjson-row", "n1", "http://tarn.test/rows.ndjson"],
      ["text", "http://tarn.test/a.txt", "http://tarn.test/a.txt"],
    ]);
    expect(codes).toEqual(["input/binary"]);
    expect((await added(site, urls)).codes, "what could not be read is not taken as seen").toEqual([
      "input/binary",
    ]);
  });

  it("that fails is a problem in its place, and the rest goes on in order", async () => {
    const site = await webSite({
      "tarn.test/a": { body: "<p>Three rockets.</p>" },
      "tarn.test/bomb": { headers: { "content-encoding": "gzip" }, body: gzipSync(Buffer.alloc(40_000_000)) },
      "tarn.test/deep": { body: `${"<div>".repeat(10_000)}Eight rockets fell on the depot.` },
      "tarn.test/to-inner": { status: 302, headers: { location: "http://10.0.0.1/" } },
    });
    const urls = ["missing", "bomb", "to-inner", "deep", "a"].map((path) => `http://tarn.test/${path}`);
    const { codes, refs } = await added(site, [...urls, "http://unknown.example/", "ftp://tarn.test/x"]);
    expect(codes).toEqual([
      "fetch/status",
      "fetch/ratio-too-high",
      "fetch/private-address",
      "fetch/name-unknown",
      "fetch/scheme-refused",
    ]);
    expect(refs).toEqual(["http://tarn.test/a", "http://tarn.test/deep"]);
  });

  it("is never requested where none was named", async () => {
    const site = await webSite({});
    site.environment.openFetcher = async () => {
      throw new Error("opened");
    };
    const path = join(scratch, "quiet.txt");
    writeFileSync(path, "Three rockets fell, see http://tarn.test/a for more.");
    expect((await added(site, [path])).added).toBe(1);
  });
});

describe("a list of addresses", () => {
  const list = (name: string, text: string): string => {
    writeFileSync(join(scratch, name), text);
    return join(scratch, name);
  };

  it("is fetched where it is named as one; each address once, whatever else stands in it is a problem", async () => {
    const site = await webSite({ "tarn.test/a": { body: "<p>A</p>" }, "tarn.test/b": { body: "<p>B</p>" } });
    const path = list(
      "l.txt",
      "\ufeff# mine\r\nhttp://tarn.test/a\r\n\nhttp://tarn.test/b\nnothing\nhttp://tarn.test/a#x\n",
    );
    const { refs, codes, problems, asked } = await added(site, [], { lists: [path] });
    expect(refs).toEqual(["http://tarn.test/a", "http://tarn.test/b"]);
    expect(codes).toEqual(["input/not-an-address"]);
    expect(problems[0]!.input).toBe(`${path}#5`);
    expect(asked).toEqual(["tarn.test/a", "tarn.test/b"]);
  });

  it("may come from standard input", async () => {
    const site = await webSite({ "tarn.test/a": { body: "<p>A</p>" } }, "http://tarn.test/a\n");
    expect((await added(site, [], { lists: ["-"] })).refs).toEqual(["http://tarn.test/a"]);
  });

  it("named as a report is recognised, and nothing is requested", async () => {
    const site = await webSite({});
    const path = list("links.txt", "http://tarn.test/a\nhttps://tarn.test/b\n");
    const { codes, problems, asked } = await added(site, [path]);
    expect([codes, asked]).toEqual([["input/address-list"], []]);
    expect(problems[0]!.detail).toEqual({ addresses: 2 });
  });

  it("is recognised with a few other lines, and a report with links below it is read", async () => {
    const site = await webSite({});
    const links = "http://tarn.test/a\nhttp://tarn.test/b\nhttp://tarn.test/c\n";
    const mixed = await added(site, [list("mixed.txt", `${links}to read on Monday\n`)]);
    expect([mixed.codes, mixed.refs]).toEqual([["input/address-list"], []]);
    const prose = "Rockets hit the depot near Kelm on Monday, and nobody was hurt, the army said. ".repeat(2);
    const report = await added(site, [list("report.txt", `${prose}\n${links}`)]);
    expect([report.codes, report.refs.length]).toEqual([[], 1]);
    const few = await added(site, [list("few.txt", `Rockets hit Kelm.\nhttp://tarn.test/a\n`)]);
    expect([few.codes, few.refs.length]).toEqual([[], 2]);
  });

  it("that is empty or missing is a problem", async () => {
    const site = await webSite({});
    const lists = [list("none.txt", "# nothing\n"), join(scratch, "gone.txt")];
    expect((await added(site, [], { lists })).codes).toEqual(["input/no-addresses", "input/missing"]);
  });
});

describe("a feed", () => {
  const WHOLE = "<p>Three rockets fell on the depot on Monday, the police said.</p>";

  it("gives its entries that hold a whole report, and says what it left", async () => {
    const site = await webSite({
      "tarn.test/feed": rss([
        { path: "/1", content: WHOLE, date: "Fri, 02 May 2031 08:00:00 +0300" },
        { path: "/2", teaser: "More on our site" },
      ]),
    });
    const { refs, codes, problems, asked, captures } = await added(site, ["http://tarn.test/feed"]);
    expect([refs, codes, asked]).toEqual([["http://tarn.test/1"], ["feed/teasers-only"], ["tarn.test/feed"]]);
    expect(problems[0]!.detail).toEqual({ entries: 1, of: 2 });
    const bytes = await site.environment.store.bytesOf(captures[0]!.id);
    const page = bytes.ok ? new TextDecoder().decode(bytes.value) : "";
    expect(page).toContain(WHOLE);
    expect(page).toContain('<meta property="article:published_time" content="2031-05-02T08:00:00+03:00">');
    expect(page).toContain('<link rel="canonical" href="http://tarn.test/1">');
    expect(captures[0]).toMatchObject({ form: "html", url: "http://tarn.test/feed" });
  });

  it("with --follow has the page of each entry fetched, once for each version that it tells of", async () => {
    const site = await webSite({
      "tarn.test/feed": rss([
        { path: "/1", date: "Fri, 02 May 2031 08:00:00 GMT", content: WHOLE },
        { path: "/2", date: "Fri, 02 May 2031 09:00:00 GMT" },
      ]),
      "tarn.test/1": { body: "<p>One.</p>" },
      "tarn.test/2": { body: "<p>Two.</p>" },
    });
    const follow = { follow: true };
    const first = await added(site, ["http://tarn.test/feed"], follow);
    expect(first.refs).toEqual(["http://tarn.test/1", "http://tarn.test/2"]);
    expect((await added(site, ["http://tarn.test/feed"], follow)).asked).toEqual(["tarn.test/feed (known)"]);
    site.pages["tarn.test/feed"] = rss([
      { path: "/3", date: "Fri, 02 May 2031 11:00:00 GMT" },
      { path: "/1", date: "Fri, 02 May 2031 08:00:00 GMT" },
      { path: "/2", date: "Fri, 02 May 2031 10:30:00 GMT" },
    ]);
    site.pages["tarn.test/3"] = { body: "<p>Three.</p>" };
    const next = await added(site, ["http://tarn.test/feed"], follow);
    expect(next.asked).toEqual(["tarn.test/feed (known)", "tarn.test/3", "tarn.test/2 (known)"]);
    expect([next.added, next.present]).toEqual([1, 2]);
  });

  it("is asked for whole again where pages are wanted that were not before", async () => {
    const site = await webSite({
      "tarn.test/feed": rss([{ path: "/1", content: WHOLE }]),
      "tarn.test/1": { body: "<p>One.</p>" },
    });
    await added(site, ["http://tarn.test/feed"]);
    const { asked } = await added(site, ["http://tarn.test/feed"], { follow: true });
    expect(asked).toEqual(["tarn.test/feed", "tarn.test/1"]);
  });

  it("whose entry cannot be had for now is asked for whole again, and one that is gone is not asked for again", async () => {
    const site = await webSite({
      "tarn.test/feed": rss([{ path: "/busy" }, { path: "/gone" }]),
      "tarn.test/busy": { status: 500 },
    });
    const follow = { follow: true };
    expect((await added(site, ["http://tarn.test/feed"], follow)).codes).toEqual([
      "fetch/status",
      "fetch/status",
    ]);
    site.pages["tarn.test/busy"] = { body: "<p>At last.</p>" };
    const next = await added(site, ["http://tarn.test/feed"], follow);
    expect([next.codes, next.asked]).toEqual([[], ["tarn.test/feed", "tarn.test/busy"]]);
    expect((await added(site, ["http://tarn.test/feed"], follow)).asked).toEqual(["tarn.test/feed (known)"]);
  });

  it("from a file requests nothing by itself", async () => {
    const site = await webSite({ "tarn.test/2": { body: "<p>Two.</p>" } });
    const path = join(scratch, "saved-feed");
    writeFileSync(path, rss([{ path: "/1", content: WHOLE }, { path: "/2" }]).body!);
    const { refs, codes, asked } = await added(site, [path]);
    expect([refs, codes, asked]).toEqual([["http://tarn.test/1"], ["feed/teasers-only"], []]);
    expect((await added(site, [path], { follow: true })).asked).toEqual(["tarn.test/1", "tarn.test/2"]);
  });

  it.each([
    [
      "cut off",
      rss([{ path: "/1" }])
        .body!.toString()
        .slice(0, 250),
      "feed/unreadable",
    ],
    ["of an unknown kind", "<rss><nothing/></rss>", "feed/unknown-format"],
    ["without entries", rss([]).body!.toString(), "feed/empty"],
    [
      "whose entries lead nowhere",
      '<?xml version="1.0"?><rss version="2.0"><channel><title>T</title><item><title>x</title></item></channel></rss>',
      "feed/entry-without-address",
    ],
  ])("%s is a problem", async (_name, body, code) => {
    const site = await webSite({ "tarn.test/feed": { type: "text/xml", body } });
    expect((await added(site, ["http://tarn.test/feed"])).codes).toEqual([code]);
  });
});
