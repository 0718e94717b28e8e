// The engine that this program reads with: the knowledge that ships and the packs that the user names, and from them the
// stamp and the function that reads one document. Used by the main thread and by each reading worker.
import { createHash } from "node:crypto";
import { existsSync, statSync } from "node:fs";
import { join } from "node:path";
import { knowledgeFolder } from "../adapters/files/knowledge-files.js";
import type { Result } from "../base/result.js";
import { failed, ok } from "../base/result.js";
import type { KnowledgeLayers } from "../knowledge/layers.js";
import type { Attribution } from "../model/attribution.js";
import type { Document } from "../model/document.js";
import type { EngineStamp } from "../model/record.js";
import { knowledgeHash, parseReadingKnowledge } from "../pipeline/knowledge.js";
import { readDocument, readLayers } from "../pipeline/read-document.js";
import type { ReadCapture } from "../ports/document-reader.js";
import { packageRoot, readingVersion } from "./package-root.js";

export interface ReadingEngine {
  readonly stamp: EngineStamp;
  readonly read: ReadCapture;
}

/** The layers of knowledge: what ships, then the packs. Fails where a pack is no folder. */
export function knowledgeLayers(packs: readonly string[]): Result<KnowledgeLayers> {
  for (const pack of packs) {
    if (!existsSync(pack) || !statSync(pack).isDirectory()) return failed("knowledge/missing", pack);
  }
  return ok([join(packageRoot, "knowledge"), ...packs].map(knowledgeFolder));
}

/** A mistake in a pack is the user's to mend and a problem; one in what ships is a bug and throws. */
export function withPacks<T>(packs: readonly string[], make: (layers: KnowledgeLayers) => T): Result<T> {
  const layers = knowledgeLayers(packs);
  if (!layers.ok) return layers;
  try {
    return ok(make(layers.value));
  } catch (error) {
    if (packs.length === 0) throw error;
    const message =
      error instanceof Error ? error.message.replace(/\s+/gu, " ").slice(0, 300) : String(error);
    return failed("knowledge/invalid", packs.join(", "), { message });
  }
}

/** A worker is told the stamp that the main thread has worked out already. */
export function createReading(packs: readonly string[], known?: EngineStamp): Result<ReadingEngine> {
  return withPacks(packs, (layers) => {
    const stamp = known ?? stampOf(layers);
    const knowledge = parseReadingKnowledge(layers);
    return { stamp, read: (capture, bytes) => readDocument(capture, bytes, knowledge, stamp) };
  });
}

export function attributionsOf(document: Document, packs: readonly string[]): Result<readonly Attribution[]> {
  return withPacks(
    packs,
    (layers) => readLayers(document, parseReadingKnowledge(layers)).layers.attributions,
  );
}

/** What marks readings as made by this program with this knowledge; any change of either has documents read again. */
export function stampOf(layers: KnowledgeLayers): EngineStamp {
  return { engine: "rules", version: readingVersion, knowledge: knowledgeHash(layers, sha256) };
}

/** The machine's own SHA-256, fifty times as fast as the portable one on megabytes of tables. */
function sha256(content: Uint8Array | string): string {
  return createHash("sha256").update(content).digest("hex");
}
