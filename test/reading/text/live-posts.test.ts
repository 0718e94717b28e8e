// Pages of many dated posts: found by schema.org in JSON-LD, in microdata, or declared with articles; and pages that are none.
import { describe, expect, it } from "vitest";
import { knowledge } from "./reading.js";
import { liveBlog } from "../../../src/reading/text/live-posts.js";

const POSTS = [
  {
    id: "p3",
    at: "2021-07-05T12:30:00+03:00",
    head: "Hangar on fire",
    body: "A hangar in the north of the base burns, residents say.",
  },
  {
    id: "p2",
    at: "2021-07-05T11:10:00+03:00",
    head: "Army speaks",
    body: "The army says that three rockets fell near Kelm.",
  },
  {
    id: "p1",
    at: "2021-07-05T10:00:00+03:00",
    head: "Sirens",
    body: "Sirens are heard over Kelm.\nNobody knows why.",
  },
];

const json = (posts = POSTS): string =>
  `<html lang="en"><head><meta property="og:site_name" content="Valley Post"><link rel="canonical" href="https://valleypost.example/live/1"><script type="application/ld+json">${JSON.stringify(
    {
      "@type": "LiveBlogPosting",
      headline: "Rockets on Kelm, as it happens",
      liveBlogUpdate: posts.map(({ id, at, head, body }) => ({
        "@type": "BlogPosting",
        url: `https://valleypost.example/live/1#${id}`,
        headline: head,
        datePublished: at,
        articleBody: body,
      })),
    },
  )}</script></head><body><p>Live</p></body></html>`;
const article = (attributes: string, { id, at, head, body }: (typeof POSTS)[number]): string =>
  `<article id="${id}" ${attributes}><h3>${head}</h3><time datetime="${at}">today</time>${body
    .split("\n")
    .map((p) => `<p>${p}</p>`)
    .join("")}</article>`;
const micro = `<body><div itemscope itemtype="https://schema.org/LiveBlogPosting">${POSTS.map((p) =>
  article('itemprop="liveBlogUpdate" itemscope', p),
).join("")}</div></body>`;
const declared = `<body itemtype="http://schema.org/LiveBlogPosting">${POSTS.map((p) => article("", p)).join("")}</body>`;

describe("a live blog", () => {
  it.each([
    ["JSON-LD", json()],
    ["microdata", micro],
    ["articles of a page that declares it", declared],
  ])("gives its posts from %s", (_, html) => {
    const blog = liveBlog(html, null, knowledge)!;
    expect(
      blog.posts.map(({ id, title, published, paragraphs }) => ({ id, title, published, paragraphs })),
    ).toEqual(
      POSTS.map(({ id, at, head, body }) => ({
        id,
        title: head,
        published: at,
        paragraphs: body.split("\n"),
      })),
    );
  });
  it("says whose it is", () => {
    expect(liveBlog(json(), null, knowledge)).toMatchObject({
      title: "Rockets on Kelm, as it happens",
      outlet: "Valley Post",
      language: "en",
      url: "https://valleypost.example/live/1",
    });
  });
  it.each([
    ["fewer than three posts", json(POSTS.slice(1))],
    ["posts without a time", micro.replaceAll("<time", "<b").replaceAll("</time>", "</b>")],
    ["a report", "<article><h1>LiveBlogPosting explained</h1><p>What it is.</p></article>"],
  ])("is not %s", (_, html) => {
    expect(liveBlog(html, null, knowledge)).toBeNull();
  });
});

/** A page that declares nothing: its posts as sections, the words beside them, comments of readers. */
const plain = (names: string, extra = "", address: string | null = null) => {
  const post = (i: number) =>
    `<section class="${names}" id="u${i}"><time datetime="2021-07-05T1${i}:00:00+03:00">1${i}:00</time><h3>Report ${i}</h3>` +
    `<p>The army says that ${i} rockets fell on the fields near Kelm, and that nobody was hurt by them.</p></section>`;
  const html = `<html><head><title>Kelm</title></head><body><main><h1>Rockets on Kelm</h1><div>${[6, 5, 4, 3, 2].map(post).join("")}</div></main>${extra}</body></html>`;
  return liveBlog(html, address, knowledge);
};

describe("a live blog that declares nothing", () => {
  it.each([
    ["the names of its posts", plain("live-update")],
    ["one of several names", plain("c-box js-liveblog-entry")],
    ["its address", plain("box", "", "https://valleypost.example/live/kelm")],
    ["a part of its address", plain("box", "", "https://valleypost.example/kelm-rockets-live-updates/")],
  ])("is told by %s", (_, blog) => {
    expect(blog?.posts.map(({ id, title, published }) => [id, title, published])[0]).toEqual([
      "u6",
      "Report 6",
      "2021-07-05T16:00:00+03:00",
    ]);
    expect(blog?.posts).toHaveLength(5);
    expect(blog?.posts[4]?.paragraphs).toEqual([
      "The army says that 2 rockets fell on the fields near Kelm, and that nobody was hurt by them.",
    ]);
  });
  const long = `<article>${"<p>The army says that rockets fell on the fields near Kelm, and that nobody was hurt.</p>".repeat(20)}</article>`;
  it.each([
    ["a page of like elements without such a name", plain("box")],
    ["an address in which people live", plain("box", "", "https://valleypost.example/where-they-live")],
    ["what readers wrote", plain("comment live-update")],
    ["a report with updates below it", plain("live-update", long)],
  ])("is not %s", (_, blog) => {
    expect(blog).toBeNull();
  });
  it("is not a list of reports with times", () => {
    const teaser = (i: number) =>
      `<li class="live-feed-item"><a href="/r${i}">Rockets fall on the fields near Kelm, and nobody is hurt</a><time datetime="2021-07-05T1${i}:00:00Z"></time></li>`;
    const html = `<body><ul class="live-feed">${[1, 2, 3, 4, 5, 6].map(teaser).join("")}</ul></body>`;
    expect(liveBlog(html, "https://valleypost.example/live", knowledge)).toBeNull();
  });
});
