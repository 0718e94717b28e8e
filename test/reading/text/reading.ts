// One report read with the knowledge that ships and the made-up outlets.
import { parseTextKnowledge } from "../../../src/knowledge/text.js";
import type { Capture } from "../../../src/model/document.js";
import { readText } from "../../../src/reading/text/read-text.js";
import type { TextReading } from "../../../src/reading/text/read-text.js";
import { knowledgeBase } from "../../knowledge-base.js";
import { outletTable } from "./outlet-table.js";

export const knowledge = parseTextKnowledge(knowledgeBase);

export function capture(form: Capture["form"], more: Partial<Capture> = {}): Capture {
  return { id: "sha256:0", ref: "reports/one", form, columns: null, url: null, capturedAt: null, ...more };
}

export function bytesOf(content: string | object): Uint8Array {
  return new TextEncoder().encode(typeof content === "string" ? content : JSON.stringify(content));
}

export function reading(
  form: Capture["form"],
  content: string | object | Uint8Array,
  more: Partial<Capture> = {},
): ReturnType<typeof readText> {
  const bytes = content instanceof Uint8Array ? content : bytesOf(content);
  return readText(capture(form, more), bytes, knowledge, outletTable);
}

/** The reading, which must have succeeded. */
export function read(...input: Parameters<typeof reading>): TextReading {
  const result = reading(...input);
  if (!result.ok) throw new Error(`problem ${result.problem.code}`);
  return result.value;
}
