// Pages of many dated posts: found by schema.org in JSON-LD, in microdata, or declared with articles; and pages that are none.
import { describe, expect, it } from "vitest";
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
    const blog = liveBlog(html)!;
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
    expect(liveBlog(json())).toMatchObject({
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
    expect(liveBlog(html)).toBeNull();
  });
});
