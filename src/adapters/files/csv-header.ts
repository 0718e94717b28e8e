// The first line of a CSV file: what separates its cells, told from the names of the columns. In: the head of a file. Out: one of the
// usual separators. The one under which the column of the text has its name counts, else the one that makes the most columns.
import { parse } from "csv-parse/sync";
import type { RowNames } from "../../model/row-layout.js";
import { SEPARATORS, columnName, nameOf } from "../../model/row-layout.js";

export function separatorOf(head: Uint8Array, names: RowNames | undefined): string {
  const line = firstLine(head);
  const byNumber = SEPARATORS.map((separator) => ({ separator, columns: csvCells(line, separator) }));
  const text = columnName(nameOf("text", names));
  const named = byNumber.find(({ columns }) => columns.length > 1 && columns.map(columnName).includes(text));
  if (named !== undefined) return named.separator;
  return byNumber.reduce((most, one) => (one.columns.length > most.columns.length ? one : most)).separator;
}

/** True where a file whose name does not tell begins like a CSV whose column of the text is known. */
export function namesText(head: Uint8Array, names: RowNames | undefined): boolean {
  const columns = csvCells(firstLine(head), separatorOf(head, names)).map(columnName);
  return columns.length > 1 && columns.includes(columnName(nameOf("text", names)));
}

function firstLine(head: Uint8Array): string {
  const start = new TextDecoder("utf-8").decode(head).trimStart();
  return start.slice(0, start.search(/[\r\n]|$/u));
}

/** The cells of one CSV row; quotes inside an unquoted cell are kept as they stand. */
export function csvCells(row: string, delimiter: string): string[] {
  try {
    const rows = parse(row, { delimiter, relax_quotes: true, relax_column_count: true }) as string[][];
    return rows[0] ?? [];
  } catch {
    return [];
  }
}
