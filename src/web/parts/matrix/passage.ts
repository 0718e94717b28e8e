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

/** Characters to either side: enough for a sentence or two, so that several passages stand in one view. */
const ROOM = 200;

function trimmedBefore(before: string, cut: boolean): string {
  const line = before.slice(before.lastIndexOf("\n") + 1);
  const whole = line.length < before.length || !cut;
  if (whole && line.length <= ROOM) return line;
  const near = line.slice(-ROOM);
  const sentence = /[.!?]["'”’)\]]*\s+(?=["'“‘(]?\p{Lu})/u.exec(near);
  if (sentence !== null) return near.slice(sentence.index + sentence[0].length);
  const space = near.indexOf(" ");
  return space === -1 ? near : `… ${near.slice(space + 1)}`;
}

function trimmedAfter(after: string): string {
  const line = after.split("\n", 1)[0] ?? "";
  const ends = /(?:^|[.!?…]["'”’)\]]*)\s*$/u;
  if (line.length <= ROOM && (line.length < after.length || ends.test(line.slice(-8)))) return line.trimEnd();
  const near = line.slice(0, ROOM);
  let end = -1;
  for (const match of near.matchAll(/[.!?]["'”’)\]]*(?=\s)/gu)) end = match.index + match[0].length;
  if (end !== -1) return near.slice(0, end);
  const space = near.lastIndexOf(" ");
  return space === -1 ? near : `${near.slice(0, space)} …`;
}
