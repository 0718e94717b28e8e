// Posts of somebody else embedded in a report: the words of the post on the lines before a signature "— Name (@account) date".
// The words are a quotation of their author; the signature stays in the text, so that the author has words to be cited by.
// In: lines; out: which lines (or which part of one) are whose. Leaves alone: what the post says.
import type { EmbeddedPost } from "../../model/document.js";
import { quoted } from "../../base/span.js";
import type { TextKnowledge } from "../../knowledge/text.js";
import { writtenDates } from "./dates.js";
import type { DateContext } from "./dates.js";
import type { Assembled, Line } from "./line.js";

const SIGNATURE =
  /(?:^|\s)[—–-]{1,3}\s?(?<author>[^—()@\n]{1,80}?)\s?\((?<account>@[\p{L}\p{N}_.]{1,40})\)(?<rest>[^\n]{0,60})$/u;

/** More posts than a report embeds. */
const MOST = 500;

export function embeddedPosts(
  lines: readonly Line[],
  assembled: Assembled,
  context: DateContext,
  knowledge: TextKnowledge,
): readonly EmbeddedPost[] {
  let found = 0;
  return lines.flatMap((one, index) => {
    if (found === MOST || !one.text.includes("@")) return [];
    const window = one.text.slice(-260);
    const signature = SIGNATURE.exec(window);
    if (signature === null) return [];
    const from = one.text.length - window.length + signature.index;
    const span = postSpan(lines, assembled, index, one.text.slice(0, from).trimEnd().length);
    if (span === null || span.end <= span.start) return [];
    found++;
    const { author, account, rest } = signature.groups!;
    return [
      {
        ...quoted(assembled.text, span),
        author: author!.trim(),
        account: account!,
        posted: writtenDates(rest!, context, knowledge)[0]?.day ?? null,
      },
    ];
  });
}

/** What stands before the signature on its own line, else the lines of the same embed, else the one line before. */
function postSpan(
  lines: readonly Line[],
  { starts }: Assembled,
  index: number,
  before: number,
): { readonly start: number; readonly end: number } | null {
  const { embed } = lines[index]!;
  let first = index;
  while (embed !== null && first > 0 && lines[first - 1]!.embed === embed) first--;
  if (before > 0) return { start: starts[first]!, end: starts[index]! + before };
  if (first === index) first = index - 1;
  if (first < 0) return null;
  return { start: starts[first]!, end: starts[index - 1]! + lines[index - 1]!.text.length };
}
