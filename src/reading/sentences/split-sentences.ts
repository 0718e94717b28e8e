// From clean text to sentences with tokens. A line break always ends a sentence (the text room has joined wrapped lines);
// within a line a sentence ends at . ! ? … with any closing marks, unless the full stop belongs to an abbreviation.
// Knowledge: knowledge/sentences/. Leaves alone: clauses and quotations.
import type { Span } from "../../base/span.js";
import type { Sentence } from "../../model/sentence.js";
import type { SentenceKnowledge } from "../../knowledge/sentences.js";
import { tokenize } from "./tokenize.js";

/** Longer stretches without an end are cut at a space: no later stage meets a sentence of a megabyte. */
const LONGEST = 2000;
/** Looks back, so that a run of full stops is tried once and not at each of them. */
const END = /(?<![.!?…])[.!?…]+["'”’)\]]*(?=\s)/gu;
const LAST_WORD = /(?:^|[\s("“‘'[])([\p{L}\p{M}.'-]+)$/u;

/** `title` is where the document's title stands in the text, null where it does not. */
export function splitSentences(text: string, title: Span | null, knowledge: SentenceKnowledge): Sentence[] {
  const sentences: Sentence[] = [];
  let paragraph = 0;
  let lineStart = 0;
  for (const line of text.split("\n")) {
    if (line.trim() === "") {
      paragraph++;
    } else {
      const ends = withTitle(sentenceEnds(line, knowledge), lineStart, line.length, title);
      let from = 0;
      for (const to of ends) {
        const lead = /^\s*/u.exec(line.slice(from, to))![0].length;
        const body = line.slice(from + lead, to).trimEnd();
        if (body !== "") {
          const start = lineStart + from + lead;
          const end = start + body.length;
          const role =
            title !== null && start >= title.start && end <= title.end + 1
              ? "title"
              : ends.length === 1 && !/[.!?…"”’)\]:;,]$/u.test(body) && body.length < 120
                ? "heading"
                : "body";
          sentences.push({
            index: sentences.length,
            start,
            end,
            role,
            paragraph,
            tokens: tokenize(body, start),
          });
        }
        from = to;
      }
      paragraph++;
    }
    lineStart += line.length + 1;
  }
  return sentences;
}

/** The title is a sentence of its own wherever it stands, also at the head of a line of text. */
function withTitle(ends: readonly number[], lineStart: number, length: number, title: Span | null): number[] {
  const edges = title === null ? [] : [title.start - lineStart, title.end - lineStart];
  const inside = edges.filter((edge) => edge > 0 && edge < length);
  const kept = ends.filter((end) => !inside.some((edge) => Math.abs(edge - end) <= 1));
  return [...kept, ...inside, length].sort((a, b) => a - b);
}

/** Offsets within the line just after each sentence but the last. */
function sentenceEnds(line: string, knowledge: SentenceKnowledge): number[] {
  const ends: number[] = [];
  for (const match of line.matchAll(END)) {
    const end = match.index + match[0].length;
    const next = /^\s+["'“‘([]*(\S+)/u.exec(line.slice(end, end + 60))?.[1];
    if (next === undefined) continue;
    if (/^\p{Ll}/u.test(next)) continue;
    if (
      match[0] === "." &&
      !endsHere(line.slice(Math.max(0, match.index - 30), match.index), next, knowledge)
    )
      continue;
    ends.push(end);
  }
  return cutLong(line, ends);
}

function cutLong(line: string, ends: readonly number[]): number[] {
  if (line.length <= LONGEST) return [...ends];
  const cut: number[] = [];
  let from = 0;
  for (const to of [...ends, line.length]) {
    while (to - from > LONGEST) {
      const space = line.slice(from, from + LONGEST + 1).lastIndexOf(" ");
      from += space > 0 ? space : LONGEST;
      cut.push(from);
    }
    if (to < line.length) cut.push(to);
    from = to;
  }
  return cut;
}

function endsHere(before: string, next: string, knowledge: SentenceKnowledge): boolean {
  const word = LAST_WORD.exec(before)?.[1]?.toLowerCase();
  if (word === undefined) return true;
  if (knowledge.titles.has(word)) return false;
  const acronym = /^(?:\p{L}\.)*\p{L}$/u.test(word);
  if (knowledge.open.has(word) || (acronym && word.includes("."))) {
    return knowledge.openers.has(next.toLowerCase().replace(/[^\p{L}].*$/u, ""));
  }
  return !acronym || knowledge.letters.has(word);
}
