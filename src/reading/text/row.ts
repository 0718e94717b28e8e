// One row of a table as its columns: an NDJSON line is one JSON object, a CSV record (RFC 4180) is read with the header of its
// file. Columns id, url, outlet, title, published and text, however capitalised, all but text optional; others are left alone.
import { parse } from "csv-parse/sync";
import type { Capture } from "../../model/document.js";
import type { Result } from "../../base/result.js";
import { failed, ok } from "../../base/result.js";

export interface Row {
  readonly text: string;
  readonly title: string | null;
  readonly outlet: string | null;
  readonly url: string | null;
  readonly published: string | null;
}

/** Problems: text/row-unreadable, text/column-missing. */
export function readRow(capture: Capture, content: string): Result<Row> {
  const cells = capture.form === "csv-row" ? csvCells(capture, content) : jsonCells(content);
  if (cells === null) return failed("text/row-unreadable", capture.ref, { form: capture.form });
  const text = cells.get("text");
  if (text === undefined) return failed("text/column-missing", capture.ref, { column: "text" });
  const cell = (name: string): string | null => {
    const value = cells.get(name)?.trim() ?? "";
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

function jsonCells(content: string): ReadonlyMap<string, string> | null {
  let value: unknown;
  try {
    value = JSON.parse(content);
  } catch {
    return null;
  }
  if (value === null || typeof value !== "object" || Array.isArray(value)) return null;
  return new Map(
    Object.entries(value).flatMap(([key, cell]): [string, string][] =>
      typeof cell === "string"
        ? [[column(key), cell]]
        : typeof cell === "number"
          ? [[column(key), String(cell)]]
          : [],
    ),
  );
}

function csvCells(capture: Capture, content: string): ReadonlyMap<string, string> | null {
  if (capture.columns === null) return null;
  let records: string[][];
  try {
    records = parse(content, { relax_column_count: true, skip_empty_lines: true, to: 2 });
  } catch {
    return null;
  }
  const record = records[0];
  if (record === undefined || records.length > 1) return null;
  return new Map(
    capture.columns.flatMap((name, index): [string, string][] => {
      const cell = record[index];
      return cell === undefined ? [] : [[column(name), cell]];
    }),
  );
}

function column(name: string): string {
  return name
    .replace(/^\ufeff/u, "")
    .trim()
    .toLowerCase();
}
