// How much of the article a passage shows: the quote in its paragraph, and the paragraph after it when the quote ends one.
// The server cuts the context at a number of characters; a cut word is left out and an ellipsis says so.
import type { ClaimView } from "../../../contract/views.js";

export interface PassageText {
  readonly before: string;
  readonly quote: string;
  readonly after: string;
}

/** `start` is where the quote begins in the document: it tells whether the context begins at the document's beginning. */
export function passageOf(context: ClaimView["context"], start: number): PassageText {
  const { text, quoteStart, quoteEnd } = context;
  return {
    before: trimmedBefore(text.slice(0, quoteStart), start > quoteStart),
    quote: text.slice(quoteStart, quoteEnd),
    after: trimmedAfter(text.slice(quoteEnd)),
  };
}

function trimmedBefore(before: string, cut: boolean): string {
  const paragraph = before.lastIndexOf("\n");
  if (paragraph !== -1) return before.slice(paragraph + 1);
  if (!cut) return before;
  const space = before.indexOf(" ");
  return space === -1 ? before : `… ${before.slice(space + 1)}`;
}

function trimmedAfter(after: string): string {
  const paragraph = after.indexOf("\n");
  if (paragraph !== -1) return after.slice(0, paragraph);
  if (/(?:^|[.!?…]["'”’)\]]*)\s*$/u.test(after.slice(-8))) return after.trimEnd();
  const space = after.lastIndexOf(" ");
  return space === -1 ? after : `${after.slice(0, space)} …`;
}
