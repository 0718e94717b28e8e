import { describe, expect, it } from "vitest";
import { LIMITS, pageTree } from "../../../src/reading/text/html-tree.js";
import { tagsStripped } from "../../../src/reading/text/html-markup.js";
import { read } from "./reading.js";

const PARAGRAPHS = [
  "Three rockets hit the Northern Base near Kelm on Monday, the army said, and two soldiers were slightly hurt.",
  "Residents of the town, who asked not to be named, said that eight rockets had been fired and that a hangar burned for hours.",
  "Nobody has claimed the attack, the third in a month, and the army said that the damage was still being assessed.",
];

function page(head: string, body: string): string {
  return `<!doctype html><html lang="en"><head>${head}</head><body><nav><a href="/">Home</a> <a href="/w">World</a></nav><article>${body}</article><aside><p>A year of rockets in pictures</p></aside><footer>© 2021 Valley Post</footer><script>alert("x")</script></body></html>`;
}
const ARTICLE = `<h1>Rockets hit the Northern Base</h1>${PARAGRAPHS.map((p) => `<p>${p}</p>`).join("")}`;

describe("a page", () => {
  it("gives the report as paragraphs, and remembers the rest", () => {
    const { document } = read(
      "html",
      page("<title>Rockets hit the Northern Base | Valley Post</title>", ARTICLE),
    );
    expect(document.title).toBe("Rockets hit the Northern Base");
    expect(document.text).toBe(["Rockets hit the Northern Base", ...PARAGRAPHS].join("\n\n"));
    expect(document.dropped).toContainEqual({ reason: "nav", text: "Home World" });
    expect(document.dropped).toContainEqual({ reason: "aside", text: "A year of rockets in pictures" });
    expect(JSON.stringify(document)).not.toContain("alert");
  });

  it("reads JSON-LD", () => {
    const data = {
      "@graph": [
        { "@type": "Organization", name: "Elsewhere" },
        {
          "@type": "NewsArticle",
          headline: "Rockets hit the Northern Base",
          datePublished: "2021-07-05T23:15:00+03:00",
          author: [{ name: "Nora Vint" }, { name: "A. Amsel" }],
          publisher: { name: "Valley Post" },
        },
      ],
    };
    const head = `<script type="application/ld+json">${JSON.stringify(data)}</script><link rel="canonical" href="https://valleypost.example/x">`;
    expect(read("html", page(head, ARTICLE)).document).toMatchObject({
      title: "Rockets hit the Northern Base",
      byline: "Nora Vint, A. Amsel",
      outlet: { name: "Valley Post", domain: "valleypost.example" },
      published: "2021-07-05",
      publishedBasis: "metadata",
      publishedQuote: null,
      url: "https://valleypost.example/x",
    });
  });

  it("reads meta elements, marked dates and lone datelines", () => {
    const day = (head: string, body = ARTICLE): string | null =>
      read("html", page(head, body)).document.published;
    expect(day('<meta property="article:published_time" content="2021-07-05T10:00:00Z">')).toBe("2021-07-05");
    expect(day("", `<time datetime="2021-07-05">yesterday</time>${ARTICLE}`)).toBe("2021-07-05");
    expect(day("", `<div class="post-date">5 July 2021</div>${ARTICLE}`)).toBe("2021-07-05");
    expect(day("", `<div>Published: 5 July 2021</div>${ARTICLE}`)).toBe("2021-07-05");
    expect(day("")).toBeNull();
  });

  it("takes the address's day where the page tells the time in UTC", () => {
    const head =
      '<meta property="article:published_time" content="2021-07-06T01:00:00Z"><link rel="canonical" href="https://valleypost.example/2021/07/05/x">';
    expect(read("html", page(head, ARTICLE)).document).toMatchObject({
      published: "2021-07-05",
      publishedBasis: "url",
    });
  });

  it("keeps an embedded post as a quotation", () => {
    const post =
      '<blockquote class="twitter-tweet"><p>Sirens again over Kelm, eight of them. <a href="https://t.co/x">pic.twitter.com/x</a></p>&mdash; Nora Vint (@noravint) <a href="https://twitter.com/noravint/1">July 5, 2021</a></blockquote>';
    const { document } = read("html", page("", ARTICLE + post + `<p>${PARAGRAPHS[1]} Again.</p>`));
    expect(document.posts).toHaveLength(1);
    expect(document.posts[0]).toMatchObject({
      quote: "Sirens again over Kelm, eight of them. pic.twitter.com/x",
      author: "Nora Vint",
      account: "@noravint",
      posted: "2021-07-05",
    });
  });

  it("keeps line breaks and items of a list apart", () => {
    const body = `${ARTICLE}<p>Hurt:<br>two soldiers<br>one driver</p><ul><li>A hangar burned down in the north of the base.</li><li>Two trucks burned as well, said the army.</li></ul>`;
    const { document } = read("html", page("", body));
    expect(document.text).toContain("Hurt:\ntwo soldiers\none driver");
    expect(document.text).toContain("north of the base.\nTwo trucks");
  });

  it("reads a fragment, broken markup and a page without a report", () => {
    expect(read("html", "<p>Three rockets <b>hit</p> the base").document.text).toContain("Three rockets hit");
    expect(read("html", "Three rockets hit the base").document.text).toBe("Three rockets hit the base");
  });

  it("takes the declared encoding", () => {
    const html = `<meta charset="windows-1251"><p>${PARAGRAPHS[0]} Attack: \u0001</p>`;
    const bytes = Uint8Array.from([...html].map((c) => (c === "\u0001" ? 0xc0 : c.charCodeAt(0))));
    expect(read("html", bytes).document.text).toContain("Attack: А");
  });
});

describe("pages that no tree is built of", () => {
  const codes = (html: string): string[] => read("html", html).warnings.map(({ code }) => code);
  const words = `<p>${PARAGRAPHS.join(" ")}</p>`;
  it("are too deep", () => {
    const html = "<div>".repeat(10_000) + words + "</div>".repeat(10_000);
    expect(codes(html)).toEqual(["text/html-too-deep"]);
    expect(read("html", html).document.text).toBe(PARAGRAPHS.join(" "));
  });
  it("are too large", () => {
    expect(codes("<br>".repeat(210_000) + words)).toEqual(["text/html-too-large"]);
    expect(pageTree("a".repeat(LIMITS.characters + 1), new Set())).toMatchObject({ limit: "characters" });
    expect(codes("<".repeat(400_000) + words)).toEqual([]);
    expect(codes(`<!doctype x [<!entity a "&b;&b;">]>${"&a;".repeat(60_000)}${words}`)).toEqual([]);
  });
  it("are stripped of tags, comments and scripts", () => {
    expect(tagsStripped("<p>a<b>b</b></p>c")).toBe("\n\nab\n\nc");
    expect(tagsStripped("a<!-- <p> -->b<script>if (a<b) x()</script>c &amp; d &#8217; 1 < 2").trim()).toBe(
      "abc & d ’ 1 < 2",
    );
  });
});

describe("what stands beside the report", () => {
  const more = (extra: string, head = ""): { text: string; reasons: readonly string[] } => {
    const { document } = read("html", page(head, ARTICLE.replace("</h1>", `</h1>${extra}`)));
    return { text: document.text, reasons: document.dropped.map(({ reason }) => reason) };
  };
  const clean = ["Rockets hit the Northern Base", ...PARAGRAPHS].join("\n\n");

  it.each([
    [
      "related",
      '<div class="c-relatedStories"><p>A year of rockets in the north, told in pictures and maps.</p></div>',
    ],
    [
      "newsletter",
      '<div class="newsletter-box"><p>News of the valley each morning, free of charge.</p></div>',
    ],
    ["comments", '<div id="comments"><p>I heard it too, said somebody on the road.</p></div>'],
    ["caption", '<figure><img src="a.jpg"><figcaption>Smoke over the base on Monday.</figcaption></figure>'],
    ["credit", '<div class="byline">Nora Vint</div>'],
    ["links", '<p><a href="/x">A year of rockets in the north, told in pictures</a></p>'],
    ["hidden", '<div style="display: none"><p>Words for machines, not for readers of the page.</p></div>'],
  ])("is dropped as %s", (reason, extra) => {
    const { text, reasons } = more(extra);
    expect(text).toBe(clean);
    expect(reasons).toContain(reason);
  });

  it("ends with the section that its heading announces", () => {
    const section =
      "<h2>Related articles</h2><p>A year of rockets.</p><p>Who fires them?</p><h2>What is known</h2>";
    const { text } = more(`${section}<p>${PARAGRAPHS[0]} So far.</p>`);
    expect(text).not.toContain("A year of rockets");
    expect(text).toContain("What is known");
  });

  it("is not what most of the page's words stand in, whatever its name", () => {
    const { document } = read(
      "html",
      `<body><div class="sidebar related">${PARAGRAPHS.map((p) => `<p>${p}</p>`).join("")}</div><p>Home</p></body>`,
    );
    expect(document.text).toContain(PARAGRAPHS[1]);
  });

  it("is another report within the report's own", () => {
    const { text, reasons } = more(`<article><p>${PARAGRAPHS[0]} A year ago, that is.</p></article>`);
    expect(text).toBe(clean);
    expect(reasons).toContain("other-report");
  });

  it("is not the embedded post in a box that is named like it", () => {
    const post =
      '<div class="social-media-embed"><blockquote class="twitter-tweet"><p>Sirens again over Kelm.</p>&mdash; Nora Vint (@noravint) <a href="https://t.example/1">July 5, 2021</a></blockquote></div>';
    expect(more(post).text).toContain("Sirens again over Kelm.");
  });
});

describe("the day of publication of a page", () => {
  const day = (head: string, body = ARTICLE, html = ""): string | null =>
    read("html", page(head, body) + html).document.published;
  const headed = (extra: string): string => ARTICLE.replace("</h1>", `</h1>${extra}`);
  it("is that of the report, not of what stands beside it", () => {
    const related =
      '<div class="related-stories"><time datetime="2019-01-02">2 January 2019</time><p>A year of rockets</p></div>';
    expect(day("", related + headed("<p>5. Juli 2021, 10:15 Uhr</p>"))).toBe("2021-07-05");
  });
  it("is read in many spellings near the headline", () => {
    for (const words of [
      "05.07.21",
      "2021年07月05日",
      "5 липня 2021",
      "5 lipca 2021 r.",
      "Datum: 5. Juli 2021",
      "Kelm, 5 July 2021",
    ])
      expect([words, day("", headed(`<div>${words}</div>`))]).toEqual([words, "2021-07-05"]);
  });
  it("is that of a time element's words where its attribute cannot be read", () => {
    expect(day("", headed('<time datetime="05-07-2021 10:29">5 July 2021 10:29</time>'))).toBe("2021-07-05");
  });
  it("is the day shown where the page states the next or the last one in UTC", () => {
    const utc = (time: string): string => `<meta property="article:published_time" content="${time}">`;
    expect(day(utc("2021-07-04T22:04:00Z"), headed("<time>5 July 2021 00:04</time>"))).toBe("2021-07-05");
    expect(day(utc("2021-07-06T03:00:00Z"), headed("<time>July 5, 2021 11 pm</time>"))).toBe("2021-07-05");
    expect(day(utc("2021-07-05T10:00:00Z"), headed("<time>6 July 2021 09:00</time>"))).toBe("2021-07-05");
    expect(day(utc("2021-07-05T10:00:00+03:00"), headed("<time>6 July 2021 09:00</time>"))).toBe(
      "2021-07-05",
    );
  });
  it("is what scripts state where nothing is shown", () => {
    expect(day("", ARTICLE, '<script>var page = {"publishDate": "2021-07-05T10:00"}</script>')).toBe(
      "2021-07-05",
    );
  });
  it("is not that of an embedded post or of a comment", () => {
    const post =
      '<blockquote class="instagram-media"><p>Sirens</p><time datetime="2018-03-12">Mar 12, 2018</time></blockquote>';
    expect(day("", headed(post))).toBeNull();
    expect(
      day(
        "",
        `${ARTICLE}<div id="comments"><time datetime="2021-07-09">9 July 2021</time><p>Awful.</p></div>`,
      ),
    ).toBeNull();
  });
});

it("takes a title of a million separators for no more than its beginning", () => {
  const { document } = read("html", page(`<title>${"Rockets - ".repeat(100_000)}</title>`, ARTICLE));
  expect(document.title!.length).toBeLessThanOrEqual(1000);
  expect(document.text).toContain(PARAGRAPHS[2]);
});
