// Use case "try": a sentence or a few, read as if they were a report, for whoever writes a rule. The text becomes a row with
// its date of publication, and goes the way of every document.
import { sha256Hex } from "../base/hash.js";
import type { Result } from "../base/result.js";
import { failed, ok } from "../base/result.js";
import type { Attribution } from "../model/attribution.js";
import type { DocumentRecord } from "../model/record.js";
import type { Environment, KnowledgePacks } from "./environment.js";

export interface TriedSentence {
  readonly record: DocumentRecord;
  readonly attributions: readonly Attribution[];
}

export async function trySentence(
  environment: Environment,
  text: string,
  published: string | null,
  knowledge: KnowledgePacks,
): Promise<Result<TriedSentence>> {
  if (text.trim() === "") return failed("input/empty", "the text");
  const reader = await environment.openReader(knowledge);
  if (!reader.ok) return reader;
  const bytes = new TextEncoder().encode(JSON.stringify(published === null ? { text } : { published, text }));
  const capture = {
    id: `sha256:${sha256Hex(bytes)}`,
    ref: "the text",
    form: "ndjson-row" as const,
    columns: null,
    url: null,
    capturedAt: null,
  };
  async function* one(): AsyncGenerator<{ capture: typeof capture; bytes: Uint8Array }> {
    yield { capture, bytes };
  }
  try {
    for await (const { result } of reader.value.readAll(one())) {
      if (!result.ok) return result;
      const attributions = await environment.attributionsOf(result.value.document, knowledge);
      if (!attributions.ok) return attributions;
      return ok({ record: result.value, attributions: attributions.value });
    }
    throw new Error("a reader gives one outcome for each document");
  } finally {
    await reader.value.close();
  }
}
