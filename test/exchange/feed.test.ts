import { describe, expect, it } from "vitest";
import { entryPage } from "../../src/exchange/feed-entry-page.js";
import { feedDate } from "../../src/exchange/feed-date.js";
import type { Feed } from "../../src/exchange/feed.js";
import { readFeed } from "../../src/exchange/feed.js";
import { xmlFault } from "../../src/exchange/xml-shape.js";

function feed(text: string | Uint8Array, charset: string | null = null): Feed {
  const read = readFeed(typeof text === "string" ? new TextEncoder().encode(text) : text, charset, "f");
  if (!read.ok) throw new Error(read.problem.code);
  return read.value;
}

const WHOLE = "<p>Three rockets fell on the depot.</p>";

describe("a feed is read from", () => {
  it("RSS", () => {
    const read =
      feed(`<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"
      xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>Tarn Courier</title><language>en-gb</language>
      <item><title>A &amp; B</title><link>https://tarn.test/1</link><guid isPermaLink="false">n1</guid><dc:creator>Ada Merrow</dc:creator>
      <pubDate>Fri, 02 May 2031 08:00:00 +0300</pubDate><description>teaser</description>
      <content:encoded><![CDATA[${WHOLE}]]></content:encoded></item>
      <item><guid>https://tarn.test/2</guid><description>${"Smoke over the depot. ".repeat(40)}</description></item></channel></rss>`);
    expect([read.title, read.language]).toEqual(["Tarn Courier", "en-gb"]);
    expect(read.entries[0]).toEqual({
      id: "n1",
      url: "https://tarn.test/1",
      title: "A & B",
      byline: "Ada Merrow",
      published: "2031-05-02T08:00:00+03:00",
      updated: null,
      content: { kind: "html", text: WHOLE },
    });
    expect(read.entries[1]).toMatchObject({
      url: "https://tarn.test/2",
      published: null,
      content: { kind: "html" },
    });
  });

  it("RDF", () => {
    const read =
      feed(`<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"
      xmlns:dc="http://purl.org/dc/elements/1.1/"><channel rdf:about="https://tarn.test/"><title>Tarn</title></channel>
      <item rdf:about="https://tarn.test/1"><title>One</title><link>https://tarn.test/1</link><dc:date>2031-05-02T08:00:00Z</dc:date></item></rdf:RDF>`);
    expect(read.entries).toMatchObject([
      { url: "https://tarn.test/1", published: "2031-05-02T08:00:00Z", content: null },
    ]);
  });

  it("Atom", () => {
    const read = feed(`<feed xmlns="http://www.w3.org/2005/Atom"><title>Tarn</title>
      <entry><title>One</title><id>urn:1</id><link rel="self" href="/x"/><link href="/1"/><published>2031-05-02T08:00:00Z</published>
      <updated>2031-05-03T08:00:00Z</updated><content type="html">&lt;p&gt;Smoke.&lt;/p&gt;</content></entry>
      <entry><title>Two</title><id>urn:2</id><updated>2031-05-04T08:00:00Z</updated><content type="text">Plain &lt; words</content></entry></feed>`);
    expect(read.entries).toMatchObject([
      {
        id: "urn:1",
        url: "/1",
        updated: "2031-05-03T08:00:00Z",
        content: { kind: "html", text: "<p>Smoke.</p>" },
      },
      {
        id: "urn:2",
        url: null,
        published: "2031-05-04T08:00:00Z",
        content: { kind: "text", text: "Plain < words" },
      },
    ]);
  });

  it("JSON Feed", () => {
    const read = feed(
      JSON.stringify({
        version: "https://jsonfeed.org/version/1.1",
        title: "Tarn",
        items: [
          {
            id: "1",
            url: "https://tarn.test/1",
            content_html: WHOLE,
            date_published: "2031-05-02T08:00:00+03:00",
          },
          { id: "2", content_text: "Plain.\n\nWords." },
          { id: "3", url: "https://tarn.test/3", summary: "teaser" },
        ],
      }),
    );
    expect(read.entries.map(({ content }) => content)).toEqual([
      { kind: "html", text: WHOLE },
      { kind: "text", text: "Plain.\n\nWords." },
      null,
    ]);
  });

  it("bytes in the encoding that the server or the declaration names", () => {
    const latin = (head: string): Uint8Array =>
      Buffer.from(
        `${head}<rss version="2.0"><channel><title>Caf\u00e9</title><item><title>x</title></item></channel></rss>`,
        "latin1",
      );
    expect(feed(latin('<?xml version="1.0" encoding="iso-8859-1"?>')).title).toBe("Café");
    expect(feed(latin(""), "iso-8859-1").title).toBe("Café");
    expect(feed(latin(""), "no-such").title).toBe("Caf\ufffd");
  });
});

describe("a hostile feed is a problem, and takes no longer for it", () => {
  const head = '<rss version="2.0"><channel><title>';
  const laughs = Array.from({ length: 9 }, (_, i) => `<!ENTITY a${i + 1} "${`&a${i};`.repeat(10)}">`).join(
    "",
  );
  it.each([
    ["tags that never close", head + "<".repeat(400_000), "a tag is never closed"],
    ["a section that never closes", `${head}<![CDATA[ x`, "<![CDATA[ is never closed"],
    ["a comment that never closes", `${head}<!-- x`, "<!-- is never closed"],
    ["a declaration that never closes", "<!DOCTYPE rss [", "a declaration is never closed"],
    ["elements within each other", head + "<a>".repeat(10_000), "more than 500 elements within each other"],
    [
      "entities without end",
      `<!DOCTYPE rss [${"<!ENTITY a 'b'>".repeat(200)}]>${head}x</title></channel></rss>`,
      "too many entities",
    ],
  ])("%s", (_name, text, message) => {
    expect(readFeed(new TextEncoder().encode(text), null, "f")).toMatchObject({
      problem: { code: "feed/unreadable", detail: { message } },
    });
  });

  it("and entities of entities are not unfolded", () => {
    const text = `<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY a0 "lol">${laughs}]>${head}&a9;</title><item><link>http://tarn.test/1</link></item></channel></rss>`;
    expect(feed(text).title!.length).toBeLessThan(1000);
  });
});

describe("the shape of XML", () => {
  it.each([
    ["<a b='>' c=\"<\"><b/></a>"],
    ["<?xml version='1.0'?><!-- < --><!DOCTYPE a [<!ENTITY b '>'>]><a><![CDATA[ <<< ]]></a>"],
    ["words alone"],
  ])("%s has it", (text) => expect(xmlFault(text)).toBeNull());
});

describe("dates of feeds", () => {
  it.each([
    ["Tue, 06 Jul 2021 01:00:00 +0300", "2021-07-06T01:00:00+03:00"],
    ["6 Jul 2021 10:00 GMT", "2021-07-06T10:00:00Z"],
    ["Tue, 6 July 2021 10:00:00 EDT", "2021-07-06T10:00:00-04:00"],
    ["06 Jul 2021", "2021-07-06"],
    ["2021-07-06", "2021-07-06"],
    ["2021-07-06T10:00:00.123+0300", "2021-07-06T10:00:00+03:00"],
    ["2021-07-06 10:00", "2021-07-06T10:00:00"],
    ["Tue, 32 Jul 2021 01:00:00 GMT", null],
    ["06 Floréal 2021", null],
    ["soon", null],
    [undefined, null],
    [12, null],
  ])("%s is %s", (given, date) => expect(feedDate(given)).toBe(date));
});

describe("the page of an entry", () => {
  it("says in their places what the feed says, and nothing of it is markup", () => {
    const page = new TextDecoder().decode(
      entryPage(
        { title: 'The "Courier"', language: "en" },
        {
          id: "1",
          url: "/1",
          title: "<script>alert(1)</script>",
          byline: "A & B",
          published: "2031-05-02",
          updated: null,
          content: { kind: "text", text: "One < two.\nStill.\n\nNext." },
        },
        "https://tarn.test/1?a=1&b=2",
      ),
    );
    expect(page).toContain('<html lang="en">');
    expect(page).toContain("<title>&lt;script&gt;alert(1)&lt;/script&gt;</title>");
    expect(page).toContain('href="https://tarn.test/1?a=1&amp;b=2"');
    expect(page).toContain('content="The &quot;Courier&quot;"');
    expect(page).toContain("<p>One &lt; two.<br>Still.</p>\n<p>Next.</p>");
  });
});
