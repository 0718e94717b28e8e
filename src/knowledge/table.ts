// Tab-separated tables: UTF-8, one header line, no quoting. Columns are named and checked; unknown ones are an error.

/** The cells of each row in the order of `columns`. Throws where the header is another or a row has too many cells. */
export function tableRows(path: string, text: string, columns: readonly string[]): string[][] {
  const lines = text.split("\n");
  const header = lines[0]!.replace(/\r$/, "").split("\t");
  if (header.length !== columns.length || columns.some((column, i) => header[i] !== column))
    throw new Error(`${path}: columns ${header.join(", ")}; expected ${columns.join(", ")}`);
  const rows: string[][] = [];
  for (let i = 1; i < lines.length; i++) {
    const line = lines[i]!;
    if (line === "" || line.startsWith("#")) continue;
    const cells = (line.endsWith("\r") ? line.slice(0, -1) : line).split("\t");
    if (cells.length > columns.length) throw new Error(`${path}: line ${i + 1} has ${cells.length} cells`);
    while (cells.length < columns.length) cells.push("");
    rows.push(cells);
  }
  return rows;
}
