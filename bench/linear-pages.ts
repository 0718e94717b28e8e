// Pages that nobody writes but somebody may send, of any length, for bench/linear.ts: names begin with "html".

const times = (piece: string, bytes: number): string => piece.repeat(Math.ceil(bytes / piece.length));
const WORDS =
  "<p>Three rockets hit the depot near Kelm on Monday, the army said, and two soldiers were hurt.</p>";
const page = (body: string, head = ""): string =>
  `<html><head>${head}</head><body>${body}${WORDS}</body></html>`;
/** So deep again and again: each tower is closed before the next. */
const towers = (tag: string, depth: number, bytes: number): string =>
  times(`${`<${tag}>`.repeat(depth)}text${`</${tag}>`.repeat(depth)}`, bytes);

export const HOSTILE_PAGES: Readonly<Record<string, (bytes: number) => string | Uint8Array>> = {
  "html 10,000 deep": (bytes) => page(towers("div", 10_000, bytes)),
  "html 200 deep": (bytes) => page(towers("div", 200, bytes)),
  "html 200 deep inline": (bytes) => page(towers("b", 200, bytes)),
  "html tables in tables": (bytes) => page(times("<table><tr><td>", bytes)),
  "html empty tags": (bytes) => page(times("<br>", bytes)),
  "html empty paragraphs": (bytes) => page(times("<p></p>", bytes)),
  "html closing tags": (bytes) => page(times("</div>", bytes)),
  "html long paragraphs": (bytes) =>
    page(times(`<p>${"Rockets fell on the depot. ".repeat(400)}</p>`, bytes)),
  "html links": (bytes) => page(times('<a href="/a">rockets</a> ', bytes)),
  "html list": (bytes) => page(`<ul>${times("<li>rockets at the depot", bytes)}</ul>`),
  "html attributes": (bytes) => page(`<div ${times('a="b" ', bytes)}>text</div>`),
  "html other attributes": (bytes) => page(times('<i class="date meta share-bar" id="x">5 May</i>', bytes)),
  "html long attribute": (bytes) => page(`<div class="${times("date share ", bytes)}">text</div>`),
  "html unclosed attribute": (bytes) => page(`<div class="${times("date ", bytes)}`),
  "html comments": (bytes) => page(times("<!-- -->", bytes)),
  "html unclosed comment": (bytes) => page(times("<!-- ", bytes)),
  "html entities": (bytes) => page(times("&amp;&#39;&nbsp;&notanentity", bytes)),
  "html ampersands": (bytes) => page(times("&", bytes)),
  "html NULs": (bytes) => page(times("rockets\u0000 ", bytes)),
  "html metas": (bytes) => page("", times('<meta name="date" content="2031-05-02">', bytes)),
  "html dates": (bytes) => page(times("<time>5 May 2031</time>", bytes)),
  "html title": (bytes) => page("", `<title>${times("Rockets - ", bytes)}</title>`),
  "html unclosed script": (bytes) => page(`<script>${times('"datePublished": "', bytes)}`),
  "html JSON-LD deep": (bytes) =>
    page("", `<script type="application/ld+json">${times("[", bytes)}</script>`),
  "html JSON-LD many": (bytes) =>
    page("", times('<script type="application/ld+json">{"@type":"NewsArticle"}</script>', bytes)),
  "html live posts": (bytes) =>
    page(
      "",
      `<script type="application/ld+json">{"@type":"LiveBlogPosting","liveBlogUpdate":[${times('{"datePublished":"2031-05-02T10:00:00Z","articleBody":"Rockets fell."},', Math.min(bytes, 1_900_000))}{}]}</script>`,
    ),
  "html broken UTF-8": (bytes) => {
    const content = new TextEncoder().encode(page(times("Rockets \u00e9\u00e8 fell. ", bytes)));
    for (let at = 200; at < content.length - 200; at += 7) content[at] = 0xff;
    return content;
  },
  "html UTF-16 cut": (bytes) => {
    const content = Buffer.from(`\ufeff${page(times("<p>Rockets fell.</p>", bytes / 2))}`, "utf16le");
    return content.subarray(0, content.length - 1);
  },
};
