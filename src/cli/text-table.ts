// A table of text that fits the terminal: columns as wide as their cells where there is room, else the widest are narrowed
// and their cells wrapped or cut. Widths count code points; wide scripts may stand out by a little.

export interface Column {
  readonly head: string;
  /** "wrap": over several lines; "cut": with … at the end. Default "cut". */
  readonly overflow?: "wrap" | "cut";
  readonly align?: "left" | "right";
}

const GAP = "  ";

/** Lines without a line break at the end; the second is the rule under the head. */
export function tableLines(
  columns: readonly Column[],
  rows: readonly (readonly string[])[],
  width: number,
): string[] {
  const widths = fitted(columns, rows, width);
  const line = (cells: readonly string[]): string[] => {
    const wrapped = cells.map((cell, i) => cellLines(cell, widths[i]!, columns[i]!.overflow ?? "cut"));
    const height = Math.max(1, ...wrapped.map((lines) => lines.length));
    return Array.from({ length: height }, (_, row) =>
      wrapped
        .map((lines, i) => padded(lines[row] ?? "", widths[i]!, columns[i]!.align ?? "left"))
        .join(GAP)
        .trimEnd(),
    );
  };
  return [
    ...line(columns.map(({ head }) => head)),
    widths.map((w) => "─".repeat(w)).join(GAP),
    ...rows.flatMap((row) => line(row)),
  ];
}

/** Each column at its natural width; while the table is too wide, the widest column gives up one character. */
function fitted(columns: readonly Column[], rows: readonly (readonly string[])[], width: number): number[] {
  const widths = columns.map(({ head }, i) =>
    Math.max(
      1,
      ...[head, ...rows.map((row) => row[i] ?? "")].flatMap((cell) => cell.split("\n")).map(length),
    ),
  );
  const room = Math.max(width - GAP.length * (columns.length - 1), columns.length * 3);
  let total = widths.reduce((sum, w) => sum + w, 0);
  while (total > room) {
    const widest = widths.indexOf(Math.max(...widths));
    widths[widest]!--;
    total--;
  }
  return widths;
}

function cellLines(cell: string, width: number, overflow: "wrap" | "cut"): string[] {
  return cell.split("\n").flatMap((line) => (overflow === "cut" ? [cut(line, width)] : wrap(line, width)));
}

/** `cut("Ain al-Asad", 6)` is "Ain a…". */
function cut(text: string, width: number): string {
  return length(text) <= width ? text : `${[...text].slice(0, width - 1).join("")}…`;
}

/** Breaks at spaces; a word longer than a line is broken where the line ends. */
export function wrap(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = "";
  for (let word of text.split(" ")) {
    if (line !== "" && length(line) + 1 + length(word) <= width) {
      line += ` ${word}`;
      continue;
    }
    if (line !== "") lines.push(line);
    while (length(word) > width) {
      lines.push([...word].slice(0, width).join(""));
      word = [...word].slice(width).join("");
    }
    line = word;
  }
  return line === "" && lines.length > 0 ? lines : [...lines, line];
}

function padded(text: string, width: number, align: "left" | "right"): string {
  const space = " ".repeat(Math.max(0, width - length(text)));
  return align === "right" ? space + text : text + space;
}

function length(text: string): number {
  return [...text].length;
}
