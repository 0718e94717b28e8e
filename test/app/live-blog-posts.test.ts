// A page of many dated posts becomes a capture a post; what brought the page stands beside the first; other captures pass.
import { describe, expect, it } from "vitest";
import { livePosts, rememberSplit, repeatedPosts } from "../../src/app/live-blog-posts.js";
import type { SplitPages } from "../../src/app/live-blog-posts.js";
import type { HttpExchange } from "../../src/model/http-exchange.js";
import type { CapturedDocument } from "../../src/ports/capture-source.js";
import { liveBlogFinder } from "../../src/pipeline/live-blog.js";
import { knowledgeBase } from "../knowledge-base.js";
import { bytesOf } from "../made.js";

const finder = async () => liveBlogFinder(knowledgeBase);

const updates = [12, 11, 10].map((hour) => ({
  datePublished: `2021-07-05T${hour}:00:00+03:00`,
  headline: `Report of ${hour}`,
  url: `https://valleypost.example/live#u${hour}`,
  articleBody: `The army says that ${hour} rockets fell near Kelm.`,
}));
const html = `<script type="application/ld+json">${JSON.stringify({ "@type": "LiveBlogPosting", liveBlogUpdate: updates })}</script>`;
const given = (text: string, exchange: HttpExchange | null = null): CapturedDocument => ({
  capture: {
    id: "sha256:0",
    ref: "saved/live.html",
    form: "html",
    columns: null,
    url: "https://valleypost.example/live",
    capturedAt: null,
  },
  bytes: bytesOf(text),
  exchange,
});

describe("captures of a live blog", () => {
  it("are its posts", async () => {
    const posts = await livePosts(given(html), finder);
    expect(posts.map(({ capture }) => capture.ref)).toEqual([
      "saved/live.html#u12",
      "saved/live.html#u11",
      "saved/live.html#u10",
    ]);
    expect(new Set(posts.map(({ capture }) => capture.id)).size).toBe(3);
    const page = new TextDecoder().decode(posts[0]!.bytes);
    expect(page).toContain('content="2021-07-05T12:00:00+03:00"');
    expect(page).toContain('href="https://valleypost.example/live#u12"');
    expect(await livePosts(given(html), finder)).toEqual(posts);
  });
  it("keep the page that was received beside the first", async () => {
    const exchange = { url: "https://valleypost.example/live", body: null } as unknown as HttpExchange;
    const posts = await livePosts(given(html, exchange), finder);
    expect(posts.map((post) => post.exchange?.body)).toEqual([bytesOf(html), undefined, undefined]);
  });
  it("leave a report as it is", async () => {
    const report = given("<p>Three rockets fell near Kelm. LiveBlogPosting is a word.</p>");
    expect(await livePosts(report, finder)).toEqual([report]);
  });
  it("are seen once more with the page", async () => {
    const page = given(html);
    const posts = await livePosts(page, finder);
    const split: SplitPages = new Map();
    rememberSplit(split, page.capture.id, posts);
    const capture = {
      ...page.capture,
      ref: "https://valleypost.example/live",
      capturedAt: "2031-05-03T10:00:00Z",
    };
    const repeat = { kind: "repeat", capture, bytes: null, exchange: null } as const;
    expect([...repeatedPosts(repeat, split)].map((one) => one.capture)).toEqual(
      posts.map((post) => ({
        ...post.capture,
        ref: post.capture.ref.replace("saved/live.html", "https://valleypost.example/live"),
        capturedAt: "2031-05-03T10:00:00Z",
      })),
    );
    const other = { ...repeat, capture: { ...capture, id: "sha256:1" } };
    expect([...repeatedPosts(other, split)]).toEqual([other]);
  });
});
