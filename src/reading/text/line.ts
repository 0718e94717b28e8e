// Line: one block of the clean text while it is being read. Rooms of this stage take lines and give lines; the text is put
// together from them once, and only then do offsets exist. A mark says which characters of a line are a date of publication.
import type { Span } from "../../base/span.js";

export interface Line {
  readonly text: string;
  /** True where an empty line stands before it (a new paragraph). */
  readonly gap: boolean;
  /** Lines of one embedded post share a number; null for the report's own. */
  readonly embed: number | null;
  /** The date of publication within this line. */
  readonly mark: Span | null;
}

export function line(text: string, gap: boolean, embed: number | null = null): Line {
  return { text, gap, embed, mark: null };
}

export interface Assembled {
  readonly text: string;
  /** Offset of each line in the text. */
  readonly starts: readonly number[];
}

/** Lines joined by "\n", an empty line before each with a gap. `assemble([a, b with gap])` gives "a\n\nb". */
export function assemble(lines: readonly Line[]): Assembled {
  const starts: number[] = [];
  const parts: string[] = [];
  let length = 0;
  lines.forEach(({ text, gap }, index) => {
    const joint = index === 0 ? "" : gap ? "\n\n" : "\n";
    starts.push(length + joint.length);
    parts.push(joint, text);
    length += joint.length + text.length;
  });
  return { text: parts.join(""), starts };
}
