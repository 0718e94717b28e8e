// The pieces of text of a PDF's pages, in the order of the file, put together to paragraphs. In: pieces with their places. Out: plain
// text, a blank line between paragraphs, and the running lines that were left out. Lines of a paragraph are joined, words that were
// broken at line ends made whole; a paragraph goes on over a page or a column. Leaves alone: what the words say.
import type { Dropped } from "../../model/document.js";

export interface PdfPiece {
  readonly text: string;
  /** True where the line ends after it. */
  readonly last: boolean;
  readonly x: number;
  /** From the bottom of the page. */
  readonly y: number;
  readonly height: number;
}

interface PdfLine {
  readonly text: string;
  readonly y: number;
  readonly height: number;
  readonly page: number;
}

/** A gap so much wider than the usual one of a page begins a paragraph; so does a letter size that differs so much. */
const WIDE_GAP = 1.35;
const OTHER_SIZE = 1.15;
/** A line that stands first or last on so many pages, numbers aside, is a running one. */
const RUNNING_PAGES = 3;

export function pdfText(pages: readonly (readonly PdfPiece[])[]): {
  readonly text: string;
  readonly dropped: readonly Dropped[];
} {
  const lined = pages.map((pieces, page) => linesOf(pieces, page));
  const { kept, dropped } = withoutRunning(lined);
  const words = wordsOf(kept.flat());
  const paragraphs: string[] = [];
  let before: PdfLine | null = null;
  for (const lines of kept) {
    const gap = usualGap(lines);
    for (const line of lines) {
      const goesOn: boolean = before !== null && continues(before, line, gap);
      if (goesOn) paragraphs.push(joined(paragraphs.pop()!, line.text, words));
      else paragraphs.push(line.text);
      before = line;
    }
  }
  return { text: paragraphs.join("\n\n"), dropped };
}

function linesOf(pieces: readonly PdfPiece[], page: number): readonly PdfLine[] {
  const lines: PdfLine[] = [];
  let parts: PdfPiece[] = [];
  const end = (): void => {
    const text = parts
      .map((piece) => piece.text)
      .join("")
      .replace(/\s+/gu, " ")
      .trim();
    const { y = 0 } = parts.find((piece) => piece.text.trim() !== "") ?? {};
    const height = Math.max(0, ...parts.map((piece) => piece.height));
    if (text !== "") lines.push({ text, y, height, page });
    parts = [];
  };
  for (const piece of pieces) {
    const first = parts.find(({ text }) => text.trim() !== "");
    const moved =
      first !== undefined && Math.abs(first.y - piece.y) > Math.max(first.height, piece.height) * 0.7;
    if (moved && piece.text.trim() !== "") end();
    parts.push(piece);
    if (piece.last) end();
  }
  end();
  return lines;
}

/** Heads and feet of pages: what stands there again and again, and numbers of pages. */
function withoutRunning(pages: readonly (readonly PdfLine[])[]): {
  readonly kept: readonly (readonly PdfLine[])[];
  readonly dropped: readonly Dropped[];
} {
  const times = new Map<string, number>();
  const edges = pages.map((lines) => new Set([...lines.slice(0, 2), ...lines.slice(-2)]));
  for (const edge of edges)
    for (const key of new Set([...edge].map(keyOf))) times.set(key, (times.get(key) ?? 0) + 1);
  const dropped = new Map<string, Dropped>();
  const kept = pages.map((lines, page) =>
    lines.filter((line) => {
      const running =
        edges[page]!.has(line) &&
        ((times.get(keyOf(line)) ?? 0) >= RUNNING_PAGES ||
          (lines.length > 2 &&
            (line === lines[0] || line === lines.at(-1)) &&
            /^\W*\p{Nd}{1,4}\W*$/u.test(line.text)));
      if (running) dropped.set(keyOf(line), { reason: "running-line", text: line.text });
      return !running;
    }),
  );
  return { kept, dropped: [...dropped.values()] };
}

function keyOf({ text }: PdfLine): string {
  return text.replace(/\p{Nd}+/gu, "0");
}

/** The gap that most lines of a page have below them; infinite where there are none. */
function usualGap(lines: readonly PdfLine[]): number {
  const gaps = lines
    .slice(1)
    .map((line, i) => lines[i]!.y - line.y)
    .filter((gap) => gap > 0)
    .sort((a, b) => a - b);
  return gaps[Math.floor((gaps.length - 1) / 2)] ?? Infinity;
}

function continues(before: PdfLine, line: PdfLine, usual: number): boolean {
  const ratio = Math.max(before.height, line.height) / Math.max(1, Math.min(before.height, line.height));
  if (ratio > OTHER_SIZE) return false;
  const gap = before.y - line.y;
  // A new page or column: a sentence that is not at its end goes on.
  if (before.page !== line.page || gap <= 0)
    return /[\p{L}\p{Nd},;\u00ad-]$/u.test(before.text) && /^\p{Ll}/u.test(line.text);
  // A single gap of a page tells nothing; the size of the letters does.
  return gap <= Math.min(usual * WIDE_GAP, Math.max(before.height, line.height) * 2);
}

function wordsOf(lines: readonly PdfLine[]): ReadonlySet<string> {
  const words = new Set<string>();
  for (const { text } of lines)
    for (const word of text.match(/[\p{L}\p{M}\p{Nd}-]+/gu) ?? []) words.add(word.toLowerCase());
  return words;
}

/**
 * A word broken at the end of a line is made whole where the document writes it so elsewhere, or, where nothing tells, where its
 * beginning is in small letters: names before a hyphen mostly keep it.
 */
function joined(before: string, after: string, words: ReadonlySet<string>): string {
  if (before.endsWith("\u00ad")) return before.slice(0, -1) + after;
  const start = /[\p{L}\p{M}]{2,40}-$/u.exec(before.slice(-42))?.[0];
  const end = /^\p{Ll}[\p{L}\p{M}]{0,40}/u.exec(after)?.[0];
  if (start === undefined || end === undefined)
    return /[\p{L}\p{Nd}]-$/u.test(before) ? before + after : `${before} ${after}`;
  const whole = `${start.slice(0, -1)}${end}`.toLowerCase();
  const hyphened = `${start}${end}`.toLowerCase();
  const broken = words.has(whole) || (!words.has(hyphened) && /^\p{Ll}/u.test(start));
  return (broken ? before.slice(0, -1) : before) + after;
}
