// Layers of knowledge: the base that ships with the program, then packs of the same layout (a region of one's own).
// Tables are parsed from texts; this floor never sees a path of the machine.

/** Structurally the port src/ports/knowledge-files.ts; floors of one height do not import each other. */
export interface KnowledgeSource {
  list(prefix: string): readonly string[];
  text(path: string): string | null;
  bytes(path: string): Uint8Array | null;
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
