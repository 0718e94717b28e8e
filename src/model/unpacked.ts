// What a container of one report (a message of a channel, a mail, a PDF) holds once it is opened: the report as a page or as plain
// text, and what the container says of it. The captured bytes stay those of the container. Leaves alone: what the words say.
import type { Problem } from "../base/result.js";
import type { Dropped } from "./document.js";

export interface Unpacked {
  /** "page": the content is HTML. */
  readonly kind: "page" | "text";
  readonly content: string;
  readonly title: string | null;
  readonly byline: string | null;
  readonly outlet: string | null;
  /** Of the outlet; null where it has none of its own. */
  readonly domain: string | null;
  readonly url: string | null;
  readonly language: string | null;
  /** As the container writes it. */
  readonly published: string | null;
  /** Whose text this is a copy of, where the container says so. */
  readonly origins: readonly string[];
  /** What of the container was left out of the content. */
  readonly dropped: readonly Dropped[];
  readonly warnings: readonly Problem[];
}

export const NOTHING_SAID: Omit<Unpacked, "kind" | "content"> = {
  title: null,
  byline: null,
  outlet: null,
  domain: null,
  url: null,
  language: null,
  published: null,
  origins: [],
  dropped: [],
  warnings: [],
};
