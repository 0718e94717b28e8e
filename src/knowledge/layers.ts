// Layers of knowledge: the base that ships with the program, then packs of the same layout (a region of one's own).
// Tables are parsed from texts; this floor never sees a path of the machine.

import { parse } from "yaml";

/** Structurally the port src/ports/knowledge-files.ts; floors of one height do not import each other. */
export interface KnowledgeSource {
  list(prefix: string): readonly string[];
  text(path: string): string | null;
  bytes(path: string): Uint8Array | null;
  /** What the YAML of a file says, where that was worked out before and the file is the same still; else undefined. */
  parsed?(path: string): unknown;
}

/** The base first, then packs: a pack's file is read beside the base's file of that path, not instead of it. */
export type KnowledgeLayers = readonly KnowledgeSource[];

export interface KnowledgeText {
  readonly path: string;
  readonly text: string;
}

/** Every file under a prefix with this ending, over all layers, base first. */
export function textsUnder(
  layers: KnowledgeLayers,
  prefix: string,
  ending: string,
): readonly KnowledgeText[] {
  return layers.flatMap((layer) =>
    layer
      .list(prefix)
      .filter((path) => path.endsWith(ending))
      .map((path) => ({ path, text: layer.text(path) ?? "" })),
  );
}

export interface KnowledgeValue {
  readonly path: string;
  readonly value: unknown;
}

/** What every YAML file under a prefix with this ending says, over all layers, base first; not checked yet. */
export function yamlUnder(
  layers: KnowledgeLayers,
  prefix: string,
  ending = ".yaml",
): readonly KnowledgeValue[] {
  return layers.flatMap((layer) =>
    layer
      .list(prefix)
      .filter((path) => path.endsWith(ending))
      .map((path) => ({ path, value: layer.parsed?.(path) ?? parse(layer.text(path) ?? "") })),
  );
}
