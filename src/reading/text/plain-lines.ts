// Plain text to lines: a line break ends a block, an empty line a paragraph; paragraphs that were wrapped by hand at a fixed
// width (mail, wire copy, RFC 3676's fixed format) are joined again with a space. Leaves alone: what the lines say.
import { line } from "./line.js";
import type { Line } from "./line.js";

/** Widths between which wrapped lines end, and how much shorter than the widest a wrapped line may be (one long word). */
const NARROW = 50;
const WIDE = 105;
const SLACK = 22;

/** `plainLines("a\nb\n\nc")` gives a, b, and c with a gap before it. */
export function plainLines(text: string): readonly Line[] {
  const paragraphs: string[][] = [[]];
  for (const raw of text.split("\n")) {
    const words = raw.trim();
    if (words !== "") paragraphs.at(-1)!.push(words);
    else if (paragraphs.at(-1)!.length > 0) paragraphs.push([]);
  }
  const joined = paragraphs.map(unwrapped);
  const wrapped = paragraphs.filter((paragraph, i) => joined[i]!.length < paragraph.length).flat();
  const width = wrapped.reduce((most, words) => Math.max(most, words.length), 0);
  return joined.flatMap((blocks, index) =>
    (width > 0 ? pairJoined(blocks, width) : blocks).map((words, at) => line(words, at === 0 && index > 0)),
  );
}

/** Where other paragraphs were wrapped, one of two lines was too if the first is as wide and ends inside a sentence. */
function pairJoined(blocks: readonly string[], width: number): readonly string[] {
  const [first, second] = blocks;
  if (blocks.length !== 2 || first!.length < width - SLACK || first!.length > width) return blocks;
  return /[\p{L}\p{N},;–-]$/u.test(first!) ? [`${first!} ${second!}`] : blocks;
}

/** Runs of at least three lines of about one width, of which some end inside a sentence, are one paragraph. */
function unwrapped(paragraph: readonly string[]): readonly string[] {
  if (paragraph.length < 3) return paragraph;
  const body = paragraph.slice(0, -1);
  const widest = body.reduce((most, words) => Math.max(most, words.length), 0);
  if (widest > WIDE || widest < NARROW) return paragraph;
  const full = body.filter((words) => words.length >= widest - SLACK).length;
  const inside = body.filter((words) => /[\p{L}\p{N},;–-]$/u.test(words)).length;
  if (full < body.length * 0.8 || inside < body.length * 0.5) return paragraph;
  const joined: string[] = [];
  let open = false;
  for (const words of paragraph) {
    if (open) joined[joined.length - 1] += ` ${words}`;
    else joined.push(words);
    open = words.length >= widest - SLACK || !/[.!?:"”’)]$/u.test(words);
  }
  return joined;
}
