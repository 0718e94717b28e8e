// The files of a knowledge base, as a port: what stands under knowledge/ (or in a pack of the same layout), without saying where.
// Tables are parsed from these; this floor never sees a path of the machine.

export interface KnowledgeFiles {
  /** Paths relative to the root, with "/", in code-unit order: "places/sites.tsv". */
  list(prefix: string): readonly string[];
  text(path: string): string | null;
  bytes(path: string): Uint8Array | null;
  /** What the YAML of a file says, where that was worked out before and the file is the same still; else undefined. */
  parsed?(path: string): unknown;
}
