// The rows of an NDJSON or CSV file as captures. A row is known by its own id, else by file#line. Columns of a CSV, and
// keys of a JSON row: id, url, outlet, title, published, text, or what the user's mapping calls them; all but text optional, others
// passed over. What separates the cells of a CSV is told from its first line (csv-header.ts). A row that is no row is a problem in its
// place. Leaves alone: everything a row says but its id.
import { createHash } from "node:crypto";
import type { Problem } from "../../base/result.js";
import type { Capture } from "../../model/document.js";
import type { RowField, RowLayout, RowNames } from "../../model/row-layout.js";
import { ROW_FIELDS, columnName, nameOf, valueAt } from "../../model/row-layout.js";
import type { CaptureItem } from "../../ports/capture-source.js";
import { csvCells, separatorOf } from "./csv-header.js";
import { startsUtf16 } from "./recognise-form.js";
import { splitRows } from "./split-rows.js";

/** How a table is read. */
export interface TableReading {
  readonly capturedAt: string | null;
  /** Largest row in bytes. */
  readonly limit: number;
  readonly names: RowNames | undefined;
}

/** So many rows tell which column may hold the text, where none is called so. */
const SAMPLE_ROWS = 20;
/** So many names are told of those that there are. */
const NAMES_TOLD = 30;

export async function* ndjsonDocuments(
  chunks: AsyncIterable<Uint8Array>,
  path: string,
  { capturedAt, limit, names }: TableReading,
): AsyncGenerator<CaptureItem> {
  let rows = 0;
  let first: readonly string[] = [];
  const missing = new Set(Object.keys(names ?? {}) as RowField[]);
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
    if (value === null) {
      yield problem("ndjson/not-an-object", place);
      continue;
    }
    if (first.length === 0) first = Object.keys(value);
    for (const field of missing)
      if (valueAt(value, nameOf(field, names)) !== undefined) missing.delete(field);
    const id = idOf(valueAt(value, nameOf("id", names)));
    const layout = names === undefined ? undefined : { names };
    yield document(bytes, "ndjson-row", id ?? place, null, layout, capturedAt);
  }
  if (rows === 0) yield problem("input/empty", path);
  else if (first.length > 0)
    for (const field of missing) yield unknownColumn(path, nameOf(field, names), field, first);
}

/** `head` is the beginning of the same bytes. */
export async function* csvDocuments(
  chunks: AsyncIterable<Uint8Array>,
  path: string,
  head: Uint8Array,
  { capturedAt, limit, names }: TableReading,
): AsyncGenerator<CaptureItem> {
  const separator = separatorOf(head, names);
  const layout: RowLayout | undefined =
    separator === "," && names === undefined
      ? undefined
      : { ...(separator === "," ? {} : { separator }), ...(names === undefined ? {} : { names }) };
  let columns: readonly string[] | null = null;
  /** How long the cells of each column are together, where none is called text. */
  let lengths: number[] | null = null;
  let rows = 0;
  for await (const row of splitRows(chunks, { quotes: true, limit, separator })) {
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
    const cells = csvCells(decode(bytes), separator);
    if (cells.every((cell) => cell.trim() === "")) continue;
    if (columns === null) {
      columns = cells.map(columnName);
      const absent = (Object.keys(names ?? {}) as RowField[]).filter(
        (field) => !columns!.includes(columnName(nameOf(field, names))),
      );
      for (const field of absent) yield unknownColumn(path, nameOf(field, names), field, columns);
      if (absent.includes("text")) return;
      if (!columns.includes(columnName(nameOf("text", names)))) lengths = columns.map(() => 0);
      const ignored = ignoredOf(columns, names);
      if (lengths === null && ignored.length > 0) {
        const detail = { ignored: ignored.join(", ") };
        yield { kind: "warning", problem: { code: "csv/columns-ignored", input: path, detail } };
      }
      continue;
    }
    rows++;
    if (lengths !== null) {
      lengths = lengths.map((length, i) => length + (cells[i]?.length ?? 0));
      if (rows === SAMPLE_ROWS) break;
      continue;
    }
    const id = columns.indexOf(columnName(nameOf("id", names)));
    yield document(bytes, "csv-row", (id < 0 ? null : idOf(cells[id])) ?? place, columns, layout, capturedAt);
  }
  if (lengths !== null && columns !== null) {
    const longest = columns[lengths.indexOf(Math.max(...lengths))] ?? "";
    yield problem("csv/no-text-column", path, { found: listed(columns), longest });
  } else if (rows === 0) yield problem("input/empty", path);
}

function ignoredOf(columns: readonly string[], names: RowNames | undefined): readonly string[] {
  const known = new Set(ROW_FIELDS.map((field) => columnName(nameOf(field, names))));
  return columns.filter((column) => column !== "" && !known.has(column));
}

function unknownColumn(path: string, column: string, field: string, found: readonly string[]): CaptureItem {
  return problem("input/column-unknown", path, { column, field, found: listed(found) });
}

function listed(columns: readonly string[]): string {
  const told = columns.slice(0, NAMES_TOLD).map((column) => column.slice(0, 80));
  return told.join(", ") + (columns.length > NAMES_TOLD ? ", …" : "");
}

function document(
  bytes: Uint8Array,
  form: Capture["form"],
  ref: string,
  columns: readonly string[] | null,
  layout: RowLayout | undefined,
  capturedAt: string | null,
): CaptureItem {
  const id = `sha256:${createHash("sha256").update(bytes).digest("hex")}`;
  const usual: Capture = { id, ref, form, columns, url: null, capturedAt };
  const capture = layout === undefined ? usual : { ...usual, layout };
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
