// The rows of an NDJSON or CSV file as captures. A row is known by its own id, else by file#line. Columns of a CSV, and
// keys of a JSON row: id, url, outlet, title, published, text, all but text optional; others are passed over.
// A row that is no row is a problem in its place. Leaves alone: everything a row says but its id.
import { createHash } from "node:crypto";
import { parse } from "csv-parse/sync";
import type { Problem } from "../../base/result.js";
import type { Capture } from "../../model/document.js";
import type { CaptureItem } from "../../ports/capture-source.js";
import { startsUtf16 } from "./recognise-form.js";
import { splitRows } from "./split-rows.js";

const KNOWN_COLUMNS = new Set(["id", "url", "outlet", "title", "published", "text"]);

export async function* ndjsonDocuments(
  chunks: AsyncIterable<Uint8Array>,
  path: string,
  capturedAt: string | null,
  limit: number,
): AsyncGenerator<CaptureItem> {
  let rows = 0;
  for await (const row of splitRows(chunks, { quotes: false, limit })) {
    const place = `${path}#${row.line}`;
    if (row.bytes === null) {
      rows++;
      yield problem("input/too-large", place, { size: row.size, limit });
      continue;
    }
    if (row.line === 1 && startsUtf16(row.bytes)) return yield problem("input/utf-16-rows", path);
    const bytes = row.line === 1 ? withoutMark(row.bytes) : row.bytes;
    const text = decode(bytes);
    if (text.trim() === "") continue;
    rows++;
    const value = jsonObject(text);
    if (value === null) yield problem("ndjson/not-an-object", place);
    else {
      yield document(bytes, "ndjson-row", idOf(value["id"]) ?? place, null, capturedAt);
    }
  }
  if (rows === 0) yield problem("input/empty", path);
}

export async function* csvDocuments(
  chunks: AsyncIterable<Uint8Array>,
  path: string,
  capturedAt: string | null,
  limit: number,
): AsyncGenerator<CaptureItem> {
  let columns: readonly string[] | null = null;
  let rows = 0;
  for await (const row of splitRows(chunks, { quotes: true, limit })) {
    const place = `${path}#${row.line}`;
    if (row.bytes === null) {
      rows++;
      yield problem("input/too-large", place, { size: row.size, limit });
      continue;
    }
    if (row.line === 1 && startsUtf16(row.bytes)) return yield problem("input/utf-16-rows", path);
    if (row.unclosed) {
      rows++;
      yield problem("csv/unclosed-quote", place);
      continue;
    }
    const bytes = columns === null ? withoutMark(row.bytes) : row.bytes;
    const cells = csvCells(decode(bytes));
    if (cells.every((cell) => cell.trim() === "")) continue;
    if (columns === null) {
      columns = cells.map((cell) => cell.trim().toLowerCase());
      const found = columns.join(", ");
      if (!columns.includes("text")) return yield problem("csv/no-text-column", path, { found });
      const ignored = columns.filter((column) => column !== "" && !KNOWN_COLUMNS.has(column));
      if (ignored.length > 0) {
        const detail = { ignored: ignored.join(", ") };
        yield { kind: "warning", problem: { code: "csv/columns-ignored", input: path, detail } };
      }
      continue;
    }
    rows++;
    const id = columns.indexOf("id");
    yield document(bytes, "csv-row", (id < 0 ? null : idOf(cells[id])) ?? place, columns, capturedAt);
  }
  if (rows === 0) yield problem("input/empty", path);
}

/** The cells of one CSV row; quotes inside an unquoted cell are kept as they stand. */
function csvCells(row: string): string[] {
  const rows = parse(row, { relax_quotes: true, relax_column_count: true }) as string[][];
  return rows[0] ?? [];
}

function document(
  bytes: Uint8Array,
  form: Capture["form"],
  ref: string,
  columns: readonly string[] | null,
  capturedAt: string | null,
): CaptureItem {
  const id = `sha256:${createHash("sha256").update(bytes).digest("hex")}`;
  const capture: Capture = { id, ref, form, columns, url: null, capturedAt };
  return { kind: "document", capture, bytes, exchange: null };
}

function jsonObject(text: string): Readonly<Record<string, unknown>> | null {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "object" && value !== null && !Array.isArray(value)
      ? (value as Record<string, unknown>)
      : null;
  } catch {
    return null;
  }
}

function idOf(value: unknown): string | null {
  if (typeof value === "number") return String(value);
  return typeof value === "string" && value.trim() !== "" ? value.trim() : null;
}

/** Without a UTF-8 byte order mark, which belongs to the file and not to its first row. */
function withoutMark(bytes: Uint8Array): Uint8Array {
  return bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? bytes.subarray(3) : bytes;
}

function decode(bytes: Uint8Array): string {
  return new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes);
}

function problem(code: string, input: string, detail: Problem["detail"] = {}): CaptureItem {
  return { kind: "problem", problem: { code, input, detail } };
}
