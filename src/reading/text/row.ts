// One row of a table as its columns: an NDJSON line is one JSON object, a CSV record (RFC 4180) is read with the header of its
// file. Columns id, url, outlet, title, published and text, however capitalised, or what the layout of the capture calls them; all but
// text optional, others left alone.
import { parse } from "csv-parse/sync";
import type { Capture } from "../../model/document.js";
import type { Result } from "../../base/result.js";
import { failed, ok } from "../../base/result.js";
import type { RowField } from "../../model/row-layout.js";
import { columnName, nameOf, valueAt } from "../../model/row-layout.js";

export interface Row {
  readonly text: string;
  readonly title: string | null;
  readonly outlet: string | null;
  readonly url: string | null;
  readonly published: string | null;
}

/** What stands under the name of a column; null where there is no such column. */
type Cells = (name: string) => string | null;

/** Problems: text/row-unreadable, text/column-missing. */
export function readRow(capture: Capture, content: string): Result<Row> {
  const cells = capture.form === "csv-row" ? csvCells(capture, content) : jsonCells(content);
  if (cells === null) return failed("text/row-unreadable", capture.ref, { form: capture.form });
  const named = (field: RowField): string => nameOf(field, capture.layout?.names);
  const text = cells(named("text"));
  if (text === null) return failed("text/column-missing", capture.ref, { column: named("text") });
  const cell = (field: RowField): string | null => {
    const value = cells(named(field))?.trim() ?? "";
    return value === "" ? null : value;
  };
  return ok({
    text,
    title: cell("title"),
    outlet: cell("outlet"),
    url: cell("url"),
    published: cell("published"),
  });
}

function jsonCells(content: string): Cells | null {
  let row: unknown;
  try {
    row = JSON.parse(content);
  } catch {
    return null;
  }
  if (row === null || typeof row !== "object" || Array.isArray(row)) return null;
  return (name) => {
    const value = valueAt(row as Readonly<Record<string, unknown>>, name);
    return typeof value === "string" ? value : typeof value === "number" ? String(value) : null;
  };
}

function csvCells(capture: Capture, content: string): Cells | null {
  if (capture.columns === null) return null;
  const delimiter = capture.layout?.separator ?? ",";
  let records: string[][];
  try {
    records = parse(content, {
      delimiter,
      relax_quotes: true,
      relax_column_count: true,
      skip_empty_lines: true,
      to: 2,
    });
  } catch {
    return null;
  }
  const record = records[0];
  if (record === undefined || records.length > 1) return null;
  const columns = capture.columns.map(columnName);
  return (name) => record[columns.indexOf(columnName(name))] ?? null;
}
