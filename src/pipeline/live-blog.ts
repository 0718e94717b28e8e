// The posts of a captured page that is a live blog, for whoever makes captures of them before the stages run.
import type { KnowledgeLayers } from "../knowledge/layers.js";
import { parsePageKnowledge } from "../knowledge/page-text.js";
import { decodedText } from "../reading/text/decoded-text.js";
import { liveBlog } from "../reading/text/live-posts.js";
import type { LiveBlog } from "../reading/text/live-posts.js";

export type { LiveBlog, LivePost } from "../reading/text/live-posts.js";

/** A page as it was captured. */
export interface CapturedPage {
  readonly bytes: Uint8Array;
  readonly ref: string;
  readonly url: string | null;
  readonly charset: string | undefined;
}

/** Null where the page is none of many dated posts. */
export type FindLiveBlog = (page: CapturedPage) => LiveBlog | null;

export function liveBlogFinder(layers: KnowledgeLayers): FindLiveBlog {
  const knowledge = parsePageKnowledge(layers);
  return ({ bytes, ref, url, charset }) => {
    const decoded = decodedText(bytes, true, ref, charset);
    return decoded.ok ? liveBlog(decoded.value.text, url, knowledge) : null;
  };
}
