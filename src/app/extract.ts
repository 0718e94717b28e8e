// Use case "extract": paths in, records out, one for each document in the order given; no collection is touched.
import type { Problem, Result } from "../base/result.js";
import { ok } from "../base/result.js";
import type { DocumentRecord } from "../model/record.js";
import type { CapturedDocument } from "../ports/capture-source.js";
import type { Environment, KnowledgePacks } from "./environment.js";
import type { GatheredItem } from "./gather.js";
import { gather } from "./gather.js";
import { tellOutcome } from "./read-into-store.js";
import type { WebOptions } from "./web-options.js";
import { gatherMeans, gatherRequest } from "./web-options.js";

export interface ExtractOptions extends Partial<WebOptions> {
  readonly knowledge: KnowledgePacks;
  readonly capturedAt: string | null;
  readonly onProblem: (problem: Problem, kind: "problem" | "warning") => void;
  readonly signal?: AbortSignal;
}

/** Fails only where the reader cannot start (a knowledge pack with mistakes); documents that fail go to `onProblem`. */
export async function extract(
  environment: Environment,
  paths: readonly string[],
  options: ExtractOptions,
): Promise<Result<AsyncGenerator<DocumentRecord>>> {
  const reader = await environment.openReader(options.knowledge);
  if (!reader.ok) return reader;
  // Nothing is remembered here, so every address is asked for anew.
  const means = await gatherMeans(environment, options.knowledge, options, async () => null);
  const documents = capturesOnly(gather(gatherRequest(paths, options), means), options.onProblem);
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
  items: AsyncIterable<GatheredItem>,
  onProblem: ExtractOptions["onProblem"],
): AsyncGenerator<CapturedDocument> {
  for await (const item of items) {
    if (item.kind === "document") yield item;
    else if (item.kind === "problem" || item.kind === "warning") onProblem(item.problem, item.kind);
  }
}
