// One small whole input of every form that the program takes, before mutation breaks it. All made up.
import { createHash } from "node:crypto";
import { gzipSync } from "node:zlib";
import { zipSync } from "fflate";
import type { RowNames } from "../../src/model/row-layout.js";
import { madePdf } from "./made-pdf.js";

export interface WholeInput {
  readonly form: string;
  /** As a server would name it: an address, and the type that it states. */
  readonly url: string;
  readonly mediaType: string | null;
  readonly bytes: Buffer;
  /** What the user says that a table calls its columns. */
  readonly names?: RowNames;
  /** True where only a file can hold it. */
  readonly fileOnly: boolean;
}

const REPORT =
  "Three rockets hit the depot near Mosul late on Friday, the provincial police said. At least two people were " +
  'wounded. "We heard five blasts," a resident told the Tarn Courier. The army denied that its base was hit.';
const OLDER =
  "TARN, 4 April 2024 (Kelm Wire) - A drone struck a fuel store in Kirkuk province on Thursday night, killing " +
  "one guard and injuring 3 others, according to a security source. No group claimed responsibility; 76 attacks since October.";
/** Fewer words, where it is the container that is broken: most of the time of a trial goes into reading. */
const BRIEF = 'Two rockets hit a depot near Mosul late on Friday, "at dusk", police said.';
const LATER = "TARN, 4 April 2024 (Kelm Wire) - A drone killed one guard in Kirkuk, an official said. ";
const ARABIC =
  "\u0642\u0627\u0644 \u0645\u0635\u062f\u0631 \u0623\u0645\u0646\u064a \u0625\u0646 \u062b\u0644\u0627\u062b\u0629 \u0635\u0648\u0627\u0631\u064a\u062e \u0633\u0642\u0637\u062a \u0642\u0631\u0628 \u0627\u0644\u0642\u0627\u0639\u062f\u0629";

const page = (first: string, second: string): string =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Depot hit | Tarn Courier</title>` +
  `<meta property="article:published_time" content="2024-04-05T08:00:00+03:00"><script type="application/ld+json">` +
  `{"@type":"NewsArticle","headline":"Depot hit","datePublished":"2024-04-05","author":{"name":"Ada Merrow"}}</script></head>` +
  `<body><nav><a href="/">Home</a></nav><article><h1>Depot hit</h1><p>${first}</p><p>${second}</p>` +
  `<blockquote class="twitter-tweet"><p>Sirens</p>&mdash; A B (@ab) May 3, 2020</blockquote></article><footer>Share</footer></body></html>`;
const BRIEF_PAGE = page(BRIEF, LATER);
const ROWS = [
  JSON.stringify({ id: "r1", url: "https://tarn.test/1", title: "Depot hit", text: BRIEF }),
  JSON.stringify({ id: 2, published: "2024-04-05", outlet: "Kelm Wire", text: LATER }),
].join("\n");
const TABLE = `id,url,published,text\nc1,https://tarn.test/1,2024-04-05,"${BRIEF.replaceAll('"', '""')}"\nc2,,5 April,${LATER.replaceAll(",", ";")}\n`;
const MAPPED_ROWS = [
  JSON.stringify({
    guid: "m1",
    content: { headline: "Depot hit", body: BRIEF },
    link: "https://tarn.test/1",
  }),
  JSON.stringify({ guid: 7, content: { body: [LATER], headline: null }, meta: { date: "5 April 2024" } }),
].join("\n");
const MAPPED_TABLE = `guid;date;headline;body;link\nm1;2024-04-05;Depot hit;"${BRIEF.replaceAll('"', '""')}";https://tarn.test/1\nm2;;;${LATER.replaceAll(";", ",")};\n`;
const LIVE =
  `<!doctype html><html><head><title>Live | Tarn Courier</title></head><body itemscope itemtype="https://schema.org/LiveBlogPosting">` +
  [BRIEF, LATER, "A third siren sounded."]
    .map(
      (text, hour) =>
        `<article id="p${hour}" itemprop="liveBlogUpdate" itemscope itemtype="https://schema.org/BlogPosting">` +
        `<time itemprop="datePublished" datetime="2024-04-05T0${hour + 1}:00:00Z">now</time><h2>Post</h2><p>${text}</p></article>`,
    )
    .join("") +
  "</body></html>";
const RSS =
  `<?xml version="1.0" encoding="utf-8"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>` +
  `<title>Tarn Courier</title><link>https://tarn.test/</link><item><title>Depot &amp; hit</title><link>https://tarn.test/1</link>` +
  `<pubDate>Fri, 05 Apr 2024 08:00:00 +0300</pubDate><content:encoded><![CDATA[<p>${BRIEF}</p>]]></content:encoded></item>` +
  `<item><title>Two</title><link>/2</link><description>teaser</description></item></channel></rss>`;
const ATOM =
  `<feed xmlns="http://www.w3.org/2005/Atom"><title>Tarn</title><entry><title>One</title><id>urn:1</id><link href="/1"/>` +
  `<updated>2024-04-05T08:00:00Z</updated><content type="html">&lt;p&gt;${LATER}&lt;/p&gt;</content></entry></feed>`;
const RDF =
  `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"><channel rdf:about="/">` +
  `<title>Tarn</title></channel><item rdf:about="/1"><title>One</title><link>https://tarn.test/1</link><description>${LATER.repeat(8)}</description></item></rdf:RDF>`;
const JSON_FEED = JSON.stringify({
  version: "https://jsonfeed.org/version/1.1",
  title: "Tarn",
  items: [
    {
      id: "1",
      url: "https://tarn.test/1",
      content_text: BRIEF,
      date_published: "2024-04-05T08:00:00+03:00",
    },
    { id: "2", content_html: `<p>${LATER}</p>` },
  ],
});

function warcRecord(type: string, uri: string, block: string): string {
  return (
    `WARC/1.1\r\nWARC-Type: ${type}\r\nWARC-Target-URI: ${uri}\r\nWARC-Date: 2024-04-05T08:00:00Z\r\n` +
    `WARC-Record-ID: <urn:uuid:00000000-0000-4000-8000-00000000000${type.length}>\r\n` +
    `Content-Type: application/http;msgtype=${type}\r\nContent-Length: ${Buffer.byteLength(block)}\r\n\r\n${block}\r\n\r\n`
  );
}

const RESPONSE = `HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: ${Buffer.byteLength(BRIEF_PAGE)}\r\n\r\n${BRIEF_PAGE}`;
const WARC = warcRecord("response", "https://tarn.test/1", RESPONSE);

const PDF = madePdf([["Depot hit", "", ...BRIEF.match(/.{1,60}(?: |$)/gu)!], [LATER]]);
const PDF_WARC = warcRecord(
  "response",
  "https://tarn.test/statement.pdf",
  `HTTP/1.1 200 OK\r\nContent-Type: application/pdf\r\nTransfer-Encoding: chunked\r\n\r\n${PDF.length.toString(16)}\r\n${PDF.toString("latin1")}\r\n0\r\n\r\n`,
);
/** Stored, so that what is changed is changed within, and packed. */
const wacz = (level: 0 | 6): Buffer => {
  const archive = level === 0 ? Buffer.from(WARC) : gzipSync(WARC);
  const path = level === 0 ? "archive/data.warc" : "archive/data.warc.gz";
  const hash = `sha256:${createHash("sha256").update(archive).digest("hex")}`;
  const about = JSON.stringify({ profile: "data-package", resources: [{ name: "data", path, hash }] });
  const entries = { [path]: archive, "datapackage.json": Buffer.from(about) };
  return Buffer.from(zipSync(entries, { level, mtime: "2024-04-05T08:00:00" }));
};

const TELEGRAM = JSON.stringify({
  name: "Tarn Channel",
  type: "public_channel",
  id: 1700000001,
  messages: [
    { id: 1, type: "service", action: "create_channel", text: "" },
    {
      id: 2,
      type: "message",
      date: "2024-04-05T08:00:00",
      date_unixtime: "1712293200",
      edited_unixtime: "1712296800",
      from: "Tarn Channel",
      forwarded_from: "Kelm Wire",
      text: ["Update: ", { type: "bold", text: BRIEF }, "\n\n", LATER],
    },
    { id: 3, type: "message", date: "2024-04-06T08:00:00", text: LATER },
  ],
});
const CHATS = `{"about":"made up","chats":{"about":"made up","list":[${TELEGRAM},${TELEGRAM.replaceAll("000001", "000002")}]}}`;

const MAIL =
  "Message-ID: <1@tarn.test>\r\nFrom: =?utf-8?q?Tarn_Courier?= <news@tarn.test>\r\nTo: a@b.test\r\n" +
  "Subject: Depot hit\r\nDate: Fri, 05 Apr 2024 08:00:00 +0300\r\nMIME-Version: 1.0\r\n" +
  'Content-Type: multipart/mixed; boundary="m"\r\n\r\n--m\r\nContent-Type: multipart/alternative; boundary="a"\r\n\r\n' +
  `--a\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n${BRIEF}=\r\n more\r\n` +
  `--a\r\nContent-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\n${Buffer.from(BRIEF_PAGE).toString("base64")}\r\n--a--\r\n` +
  "--m\r\nContent-Type: message/rfc822\r\n\r\nFrom: c@d.test\r\nSubject: inner\r\n\r\nInner words.\r\n" +
  "--m\r\nContent-Type: application/octet-stream\r\nContent-Disposition: attachment; filename=a.bin\r\n\r\nxyz\r\n--m--\r\n";
const MBOX =
  `From a@b.test Fri Apr  5 08:00:00 2024\n${MAIL.replaceAll("\r\n", "\n")}\nFrom c@d.test Sat Apr  6 08:00:00 2024\n` +
  `From: c@d.test\nSubject: Two\nDate: Sat, 6 Apr 2024 08:00:00 +0000\n\n>From here on.\n${LATER}\n`;

const input = (
  form: string,
  name: string,
  mediaType: string | null,
  content: string | Buffer,
  only: { readonly names?: RowNames; readonly fileOnly?: true } = {},
): WholeInput => ({
  form,
  url: `https://fuzz.test/${name}`,
  mediaType,
  bytes: typeof content === "string" ? Buffer.from(content) : content,
  fileOnly: false,
  ...only,
});

export const WHOLE_INPUTS: readonly WholeInput[] = [
  input(
    "text",
    "a.txt",
    "text/plain",
    `Depot hit\n\nFriday, 5 April 2024\n\n${REPORT}\n\n${OLDER}\n\nLeave a Comment`,
  ),
  input("text, UTF-16", "b.txt", null, Buffer.from(`\ufeff${LATER}`, "utf16le")),
  input("text, Arabic", "c.txt", null, `${ARABIC}\n\n${BRIEF}`),
  input("html", "a.html", "text/html", page(REPORT, OLDER)),
  input(
    "html, Latin-1",
    "b.html",
    "text/html",
    Buffer.from(`<html><body><p>Caf\u00e9. ${BRIEF}</p>`, "latin1"),
  ),
  input("html, live", "live.html", "text/html", LIVE),
  input("ndjson", "a.ndjson", "application/x-ndjson", ROWS),
  input("csv", "a.csv", "text/csv", TABLE),
  input("ndjson, mapped", "b.ndjson", "application/x-ndjson", MAPPED_ROWS, {
    names: {
      id: "guid",
      text: "content.body",
      title: "content.headline",
      published: "meta.date",
      url: "link",
    },
  }),
  input("csv, mapped", "b.csv", "text/csv", MAPPED_TABLE, {
    names: { id: "guid", text: "body", title: "headline", published: "date", url: "link" },
  }),
  input("rss", "feed.xml", "application/rss+xml", RSS),
  input("atom", "atom.xml", "application/atom+xml", ATOM),
  input("rdf", "rdf.xml", "application/rdf+xml", RDF),
  input("json feed", "feed.json", "application/feed+json", JSON_FEED),
  input("addresses", "list.txt", "text/plain", "https://tarn.test/1\n# a note\nhttps://tarn.test/2\n"),
  input("telegram", "result.json", "application/json", TELEGRAM),
  input("telegram, all", "all.json", "application/json", CHATS),
  input("eml", "a.eml", "message/rfc822", MAIL),
  input("mbox", "a.mbox", "application/mbox", MBOX),
  input("pdf", "a.pdf", "application/pdf", PDF),
  input("pdf, packed", "b.pdf", "application/pdf", madePdf([["Depot hit", BRIEF]], { packed: true })),
  input("warc", "a.warc", "application/warc", WARC),
  input("warc.gz", "a.warc.gz", "application/warc", Buffer.concat([gzipSync(WARC), gzipSync(WARC)])),
  input("warc of pdf", "b.warc", "application/warc", Buffer.from(PDF_WARC, "latin1")),
  input("wacz, stored", "a.wacz", null, wacz(0), { fileOnly: true }),
  input("wacz", "b.wacz", null, wacz(6), { fileOnly: true }),
];
