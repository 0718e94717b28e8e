// From clean text to quotations in text order: “curly”, "straight", ‘single’, 'straight single', «angled», ``backticks'' and
// ''two straight singles''.
// A quotation ends at its closing mark, or unclosed at the end of its paragraph (it goes on where the next one opens), or
// where another one opens before it was closed. Apostrophes are no marks: single marks count only where a word begins or ends.
// One pass, linear. Leaves alone: who speaks (src/reading/attribution).
import { overlaps } from "../../base/span.js";
import type { Quotation } from "../../model/quotation.js";
import type { Sentence } from "../../model/sentence.js";

const MARK = /[“”„«»"‘’']|``/gu;
const PARTIAL_WORDS = 4;
const SINGLE_REACH = 600;

interface Mark {
  readonly at: number;
  readonly length: number;
  readonly family: "double" | "straight" | "angled" | "backtick" | "single";
  readonly can: "open" | "close" | "both";
}
interface Open {
  readonly mark: Mark;
  readonly start: number;
}

/** `findQuotations('“We left,” he said.', sentences)` gives one span, over the words between the marks. */
export function findQuotations(text: string, sentences: readonly Sentence[]): Quotation[] {
  const found: { start: number; end: number; unclosed: boolean }[] = [];
  const stack: Open[] = [];
  let paragraphEnd = lineEnd(text, 0);
  const close = (end: number, unclosed: boolean): void => {
    const open = stack.pop()!;
    if (end > open.start) found.push({ start: open.start, end, unclosed });
  };
  for (const mark of marksIn(text)) {
    if (mark.at > paragraphEnd) {
      while (stack.length > 0) close(trimmedEnd(text, stack.at(-1)!.start, paragraphEnd), true);
      paragraphEnd = lineEnd(text, mark.at);
    }
    const top = stack.at(-1);
    if (top !== undefined && closes(mark, top.mark)) {
      close(mark.at, false);
    } else if (mark.can !== "close") {
      while (stack.length > 0 && (stack.length > 2 || stack.some((o) => o.mark.family === mark.family)))
        close(trimmedEnd(text, stack.at(-1)!.start, mark.at), stack.at(-1)!.mark.family !== "single");
      stack.push({ mark, start: mark.at + mark.length });
    } else if (stack.length > 1 && closes(mark, stack[0]!.mark)) {
      while (stack.length > 1) stack.pop();
      close(mark.at, false);
    }
  }
  while (stack.length > 0) {
    const single = stack.at(-1)!.mark.family === "single";
    if (single) stack.pop();
    else close(trimmedEnd(text, stack.at(-1)!.start, Math.min(paragraphEnd, text.length)), true);
  }
  found.sort((a, b) => a.start - b.start || b.end - a.end);
  return withPartial(text, found, sentences);
}

function* marksIn(text: string): Generator<Mark> {
  const later = lastClosingSingles(text);
  for (const match of text.matchAll(MARK)) {
    const at = match.index;
    const sign = match[0];
    const before = at === 0 ? " " : text[at - 1]!;
    const after = text[at + sign.length] ?? " ";
    const opens = /[\s([{—–\-/“‘"]/u.test(before) && !/\s/u.test(after);
    const ends = !/\s/u.test(before) && !/[\p{L}\p{N}]/u.test(after);
    if (sign === "„") yield { at, length: 1, family: "double", can: "open" };
    // The mark that opens in English closes in German, and by mistake elsewhere.
    else if (sign === "“") yield { at, length: 1, family: "double", can: ends && !opens ? "close" : "open" };
    else if (sign === "”") yield { at, length: 1, family: "double", can: "close" };
    else if (sign === "«") yield { at, length: 1, family: "angled", can: "open" };
    else if (sign === "»") yield { at, length: 1, family: "angled", can: "close" };
    else if (sign === "``") yield { at, length: 2, family: "backtick", can: "open" };
    else if (sign === '"')
      yield {
        at,
        length: 1,
        family: "straight",
        can: opens && !ends ? "open" : ends && !opens ? "close" : "both",
      };
    else if (sign === "'" && before === "'") continue;
    else if (text.startsWith("''", at)) {
      const pairOpens = /[\s([{—–\-/]/u.test(before) && /[\p{L}\p{N}$('‘“]/u.test(text[at + 2] ?? " ");
      yield { at, length: 2, family: "backtick", can: pairOpens ? "open" : "close" };
    } else if (sign === "‘" || (sign === "'" && opens && /\p{L}/u.test(after))) {
      const end = later(at);
      if (end !== null) yield { at, length: 1, family: "single", can: "open" };
    } else if (ends && !pluralPossessive(text, at, later))
      yield { at, length: 1, family: "single", can: "close" };
  }
}

function closes(mark: Mark, open: Mark): boolean {
  return mark.can !== "open" && mark.family === open.family;
}

/** "the rebels’ base": a mark after s with a word after it, while a better closing mark still comes in the same stretch. */
function pluralPossessive(text: string, at: number, later: (at: number) => number | null): boolean {
  return (
    /[sz]/u.test(text[at - 1] ?? "") && /^ \p{Ll}/u.test(text.slice(at + 1, at + 3)) && later(at) !== null
  );
}

/** For an offset: the next single mark that ends a word, within reach, in the same paragraph and before another one opens. */
function lastClosingSingles(text: string): (at: number) => number | null {
  const ends = [...text.matchAll(/[’'](?![\p{L}\p{N}])/gu)]
    .map((m) => m.index)
    .filter((at) => at > 0 && !/\s/u.test(text[at - 1]!));
  let next = 0;
  return (at) => {
    while (next < ends.length && ends[next]! <= at) next++;
    const end = ends[next];
    if (end === undefined || end - at > SINGLE_REACH) return null;
    return /[\n‘]/u.test(text.slice(at + 1, end)) ? null : end;
  };
}

function lineEnd(text: string, from: number): number {
  const end = text.indexOf("\n", from);
  return end === -1 ? text.length : end;
}

function trimmedEnd(text: string, start: number, end: number): number {
  let at = end;
  while (at > start && /\s/u.test(text[at - 1]!)) at--;
  return at;
}

function withPartial(
  text: string,
  found: readonly { start: number; end: number; unclosed: boolean }[],
  sentences: readonly Sentence[],
): Quotation[] {
  let at = 0;
  return found.map((span) => {
    while (at < sentences.length && sentences[at]!.end <= span.start) at++;
    const sentence = sentences[at];
    const inside = sentence !== undefined && overlaps(sentence, span) && span.end <= sentence.end + 1;
    const words = text.slice(span.start, Math.min(span.end, span.start + 200)).split(/\s+/u).length;
    const last = text[span.end - 1] ?? "";
    const lead =
      sentence === undefined
        ? ""
        : text.slice(Math.max(sentence.start, span.start - 5), span.start).replace(/["“„«‘'`]+$/u, "");
    const runsOn = /[\p{L}\p{N}]\s*$/u.test(lead) && /^\p{Ll}/u.test(text.slice(span.start, span.start + 2));
    const partial =
      !span.unclosed && inside && (runsOn || (words <= PARTIAL_WORDS && !/[.,!?…]/u.test(last)));
    return { ...span, partial };
  });
}
