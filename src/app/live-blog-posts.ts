// A captured page of many dated posts becomes one capture a post, in the page's order: a page of its own with the post's words, time
// and headline, under the page's address with the post's id. What brought the page stands beside the first of them. All other
// captures pass as they are; a page seen once more is each of its posts once more. Leaves alone: how posts are found (reading/text/live-posts.ts).
import { sha256Hex } from "../base/hash.js";
import { entryPage } from "../exchange/feed-entry-page.js";
import type { FindLiveBlog, LiveBlog, LivePost } from "../pipeline/live-blog.js";
import type { Capture } from "../model/document.js";
import type { CapturedDocument, CapturedRepeat } from "../ports/capture-source.js";

/** Only pages that say so (schema.org), or that hold many times, are looked into. */
const MARK = new TextEncoder().encode("LiveBlogPosting");
const TIME = new TextEncoder().encode("<time");
const MANY_TIMES = 5;

/** `finder` is opened with the first page that is looked into. */
export async function livePosts(
  given: CapturedDocument,
  finder: () => Promise<FindLiveBlog>,
): Promise<readonly CapturedDocument[]> {
  const { capture, bytes, exchange } = given;
  if (capture.form !== "html" || !(holds(bytes, MARK) || holds(bytes, TIME, MANY_TIMES))) return [given];
  const { ref, url, charset } = capture;
  const blog = (await finder())({ bytes, ref, url, charset });
  if (blog === null) return [given];
  const from = blog.url ?? capture.url;
  return blog.posts.map((post, index) => {
    const page = postPage(blog, post, from);
    return {
      capture: {
        ...capture,
        id: `sha256:${sha256Hex(page)}`,
        ref: `${capture.ref.replace(/#.*$/su, "")}#${post.id}`,
        charset: "utf-8",
      },
      bytes: page,
      exchange: index === 0 && exchange !== null ? { ...exchange, body: exchange.body ?? bytes } : null,
    };
  });
}

/** The captures of the posts of pages that were taken apart, by the page's own id. */
export type SplitPages = Map<string, readonly Capture[]>;

/** More pages than a day of live blogs has; beyond, the oldest are forgotten. */
const MOST_SPLIT = 10_000;

export function rememberSplit(split: SplitPages, page: string, posts: readonly CapturedDocument[]): void {
  split.set(
    page,
    posts.map(({ capture }) => capture),
  );
  const [oldest] = split.keys();
  if (split.size > MOST_SPLIT && oldest !== undefined) split.delete(oldest);
}

/**
 * A page seen once more: each of its posts, where it was taken apart into posts, at the address and time of this sighting. The answer
 * itself is not kept with them: it repeats the page, whose bytes are those of no post.
 */
export function* repeatedPosts(
  repeat: { readonly kind: "repeat" } & CapturedRepeat,
  split: SplitPages,
): Generator<{ readonly kind: "repeat" } & CapturedRepeat> {
  const posts = split.get(repeat.capture.id);
  if (posts === undefined) {
    yield repeat;
    return;
  }
  const { ref, url, capturedAt } = repeat.capture;
  for (const post of posts) {
    const place = `${ref.replace(/#.*$/su, "")}${/#.*$/su.exec(post.ref)?.[0] ?? ""}`;
    const capture = { ...post, ref: place, url, capturedAt };
    yield { kind: "repeat", capture, bytes: null, exchange: null };
  }
}

function postPage(blog: LiveBlog, post: LivePost, from: string | null): Uint8Array {
  return entryPage(
    { title: blog.outlet, language: blog.language },
    {
      id: post.id,
      url: null,
      title: post.title ?? blog.title,
      content: { kind: "text", text: post.paragraphs.join("\n\n") },
      published: post.published,
      updated: post.updated,
      byline: null,
    },
    from === null ? null : `${from.replace(/#.*$/su, "")}#${post.id}`,
  );
}

function holds(bytes: Uint8Array, mark: Uint8Array, least = 1): boolean {
  let found = 0;
  for (let at = bytes.indexOf(mark[0]!); at !== -1; at = bytes.indexOf(mark[0]!, at + 1)) {
    let length = 1;
    while (length < mark.length && bytes[at + length] === mark[length]) length++;
    if (length === mark.length && ++found >= least) return true;
  }
  return false;
}
