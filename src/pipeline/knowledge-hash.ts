// A name for everything that was known: apart from the tables themselves, so that asking whether a collection is up to date
// does not load the engine.
import { sha256Hex } from "../base/hash.js";
import type { KnowledgeLayers } from "../knowledge/layers.js";

/**
 * Which knowledge a reading was made with: the hash of every file's path and bytes, over all layers. `sha256` may be a faster
 * one of the machine's own: it is the same function.
 */
export function knowledgeHash(
  layers: KnowledgeLayers,
  sha256: (content: Uint8Array | string) => string = sha256Hex,
): string {
  const parts = layers.flatMap((layer, depth) =>
    layer.list("").map((path) => `${depth} ${path} ${sha256(layer.bytes(path) ?? new Uint8Array())}`),
  );
  return sha256(parts.join("\n"));
}
