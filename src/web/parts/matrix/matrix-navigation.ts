// Where the arrow keys lead in the matrix (WAI-ARIA grid pattern): a position of row and column, column 0 being the row's header
// and row 0 the header of the columns. Movement stops at the edges; nothing wraps, so that people keep their bearings.

export interface Position {
  readonly row: number;
  readonly column: number;
}

/** The next position for a key, null for keys that do not move. `rows` and `columns` include the headers. */
export function moved(
  from: Position,
  key: string,
  control: boolean,
  rows: number,
  columns: number,
): Position | null {
  const lastRow = rows - 1;
  const lastColumn = columns - 1;
  switch (key) {
    case "ArrowUp":
      return { row: Math.max(0, from.row - 1), column: from.column };
    case "ArrowDown":
      return { row: Math.min(lastRow, from.row + 1), column: from.column };
    case "ArrowLeft":
      return { row: from.row, column: Math.max(0, from.column - 1) };
    case "ArrowRight":
      return { row: from.row, column: Math.min(lastColumn, from.column + 1) };
    case "Home":
      return control ? { row: 0, column: 0 } : { row: from.row, column: 0 };
    case "End":
      return control ? { row: lastRow, column: lastColumn } : { row: from.row, column: lastColumn };
    case "PageUp":
      return { row: Math.min(from.row, 1), column: from.column };
    case "PageDown":
      return { row: lastRow, column: from.column };
    default:
      return null;
  }
}

/** Keeps a position inside a matrix that has become smaller. */
export function clamped(position: Position, rows: number, columns: number): Position {
  return {
    row: Math.max(0, Math.min(position.row, rows - 1)),
    column: Math.max(0, Math.min(position.column, columns - 1)),
  };
}
