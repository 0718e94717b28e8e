// The posts of a captured page that is a live blog, for whoever makes captures of them before the stages run.
import { decodedText } from "../reading/text/decoded-text.js";
import { liveBlog } from "../reading/text/live-posts.js";
import type { LiveBlog } from "../reading/text/live-posts.js";

export type { LiveBlog, LivePost } from "../reading/text/live-posts.js";

/** Null where the bytes are no page of many dated posts. */
export function liveBlogIn(bytes: Uint8Array, ref: string, charset?: string): LiveBlog | null {
  const decoded = decodedText(bytes, true, ref, charset);
  return decoded.ok ? liveBlog(decoded.value.text) : null;
}
