// Rows of a benchmark: one JSON object a line, plain or gzip, each with an id and a text of its own.
import { readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";

export interface Row {
  readonly id: string;
  readonly text: string;
  readonly title?: string | null;
  readonly domain?: string | null;
  readonly published?: string | null;
  readonly dct?: string | null;
  /** The path of a page, relative to the input, and its address. */
  readonly html?: string;
  readonly url?: string | null;
}

/** Loads what it needs for this input, and gives back what turns one row into the scorer's text for it, without the last line end. */
export type Verb = (input?: string) => (row: Row) => string;

export function rowsOf(path: string): Row[] {
  const bytes = readFileSync(path);
  const plain = bytes[0] === 0x1f && bytes[1] === 0x8b ? gunzipSync(bytes) : bytes;
  return plain
    .toString("utf8")
    .split("\n")
    .filter((line) => line.trim() !== "")
    .map((line) => JSON.parse(line) as Row);
}
