// Rows that name a page beside them: the page's bytes (also .gz), read to a document as a capture of its address would be.
import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { gunzipSync } from "node:zlib";
import { knowledgeFolder } from "../../src/adapters/files/knowledge-files.js";
import { parseOutletKnowledge } from "../../src/knowledge/outlets.js";
import { parseTextKnowledge } from "../../src/knowledge/text.js";
import type { Document } from "../../src/model/document.js";
import { outletLookup } from "../../src/pipeline/outlet-lookup.js";
import { readText } from "../../src/reading/text/read-text.js";
import type { Row } from "./rows.js";

/** Reads the page of a row of this input; null where it holds no words. */
export function pageReader(input = "rows.ndjson"): (row: Row) => Document | null {
  const layers = [knowledgeFolder(fileURLToPath(new URL("../../knowledge", import.meta.url)))];
  const knowledge = parseTextKnowledge(layers);
  const outlets = outletLookup(parseOutletKnowledge(layers));
  return (row) => {
    if (row.html === undefined) throw new Error(`row ${row.id} has no "html", the path of its page`);
    const bytes = pageBytes(join(dirname(input), row.html));
    const capture = {
      id: "sha256:",
      ref: row.url ?? row.html,
      url: row.url ?? null,
      form: "html",
      columns: null,
      capturedAt: null,
    } as const;
    const result = readText(capture, bytes, knowledge, outlets, true);
    return result.ok ? result.value.document : null;
  };
}

export function pageBytes(path: string): Uint8Array {
  const bytes = readFileSync(path);
  return bytes[0] === 0x1f && bytes[1] === 0x8b ? gunzipSync(bytes) : bytes;
}

/** The clean text without the title that it begins with. */
export function bodyOf({ title, text }: Document): string {
  return title !== null && text.startsWith(title) ? text.slice(title.length).trimStart() : text;
}
