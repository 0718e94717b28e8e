// Reads rows as the program reads documents: the record of each, with the knowledge that ships, for verbs that need whole records.
import { fileURLToPath } from "node:url";
import { knowledgeFolder } from "../../src/adapters/files/knowledge-files.js";
import { sha256Hex } from "../../src/base/hash.js";
import type { DocumentRecord } from "../../src/model/record.js";
import { parseReadingKnowledge, type ReadingKnowledge } from "../../src/pipeline/knowledge.js";
import { readDocument } from "../../src/pipeline/read-document.js";
import { withLetterCase } from "../../src/reading/casing/letter-case.js";
import type { Row } from "./rows.js";

const STAMP = { engine: "rules", version: "0", knowledge: "" };

let parsed: ReadingKnowledge | null = null;
function knowledgeThatShips(): ReadingKnowledge {
  parsed ??= parseReadingKnowledge([
    knowledgeFolder(fileURLToPath(new URL("../../knowledge", import.meta.url))),
  ]);
  return parsed;
}

/** A text in the letters of print, as reading sees it. */
export function withLetterCaseOf(text: string): string {
  return withLetterCase(text, knowledgeThatShips());
}

/** The record of a row: its text, and its title and date of publication where it has them. Null where it cannot be read. */
export function rowReader(): (row: Row) => DocumentRecord | null {
  const knowledge = knowledgeThatShips();
  return ({ id, text, title, published, url }) => {
    const bytes = new TextEncoder().encode(
      JSON.stringify({
        id,
        text,
        ...(title ? { title } : {}),
        ...(published ? { published } : {}),
        ...(url ? { url } : {}),
      }),
    );
    const capture = {
      id: `sha256:${sha256Hex(id)}`,
      ref: id,
      form: "ndjson-row",
      columns: null,
      url: null,
      capturedAt: null,
    } as const;
    const read = readDocument(capture, bytes, knowledge, STAMP);
    return read.ok ? read.value : null;
  };
}

/** ISO 3166 code of the country of a place by its id; null where there is none. */
export function countryOf(id: string | null): string | null {
  const { rows } = knowledgeThatShips().places;
  if (countries.size === 0) for (const row of rows) countries.set(row.id, row.country);
  return id === null ? null : (countries.get(id) ?? null);
}
const countries = new Map<string, string | null>();
