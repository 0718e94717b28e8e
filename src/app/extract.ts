// Use case "extract": paths in, records out, one for each document in the order given; no collection is touched.
import type { Problem, Result } from "../base/result.js";
import { ok } from "../base/result.js";
import type { DocumentRecord } from "../model/record.js";
import type { CapturedDocument, CaptureItem } from "../ports/capture-source.js";
import type { Environment, KnowledgePacks } from "./environment.js";
import { tellOutcome } from "./read-into-store.js";

export interface ExtractOptions {
  readonly knowledge: KnowledgePacks;
  readonly capturedAt: string | null;
  readonly onProblem: (problem: Problem, kind: "problem" | "warning") => void;
}

/** Fails only where the reader cannot start (a knowledge pack with mistakes); documents that fail go to `onProblem`. */
export async function extract(
  environment: Environment,
  paths: readonly string[],
  options: ExtractOptions,
): Promise<Result<AsyncGenerator<DocumentRecord>>> {
  const reader = await environment.openReader(options.knowledge);
  if (!reader.ok) return reader;
  const source = await environment.openCaptureSource();
  const documents = capturesOnly(source.documents(paths, options.capturedAt), options.onProblem);
  async function* records(): AsyncGenerator<DocumentRecord> {
    if (!reader.ok) return;
    try {
      for await (const outcome of reader.value.readAll(documents)) {
        tellOutcome(outcome, options.onProblem);
        if (outcome.result.ok) yield outcome.result.value;
      }
    } finally {
      await reader.value.close();
    }
  }
  return ok(records());
}

/** The documents of a capture; what was no document is told to `onProblem`. */
export async function* capturesOnly(
  items: AsyncIterable<CaptureItem>,
  onProblem: ExtractOptions["onProblem"],
): AsyncGenerator<CapturedDocument> {
  for await (const item of items) {
    if (item.kind === "document") yield item;
    else if (item.kind !== "repeat") onProblem(item.problem, item.kind);
  }
}
