// The layers of knowledge, what ships and the packs that the user names, and the stamp that readings made with them carry.
import { createHash } from "node:crypto";
import { existsSync, statSync } from "node:fs";
import { join } from "node:path";
import { knowledgeFolder, readParsedYaml } from "../adapters/files/knowledge-files.js";
import type { Result } from "../base/result.js";
import { failed, ok } from "../base/result.js";
import type { KnowledgeLayers } from "../knowledge/layers.js";
import type { EngineStamp } from "../model/record.js";
import { knowledgeHash } from "../pipeline/knowledge-hash.js";
import { packageRoot, readingVersion } from "./package-root.js";

/** The layers of knowledge: what ships, then the packs. Fails where a pack is no folder. */
export function knowledgeLayers(packs: readonly string[]): Result<KnowledgeLayers> {
  for (const pack of packs) {
    if (!existsSync(pack) || !statSync(pack).isDirectory()) return failed("knowledge/missing", pack);
  }
  const base = knowledgeFolder(
    join(packageRoot, "knowledge"),
    readParsedYaml(join(packageRoot, "dist", "knowledge.json")),
  );
  return ok([base, ...packs.map((pack) => knowledgeFolder(pack))]);
}

/** A mistake in a pack is the user's to mend and a problem; one in what ships is a bug and throws. */
export function withPacks<T>(packs: readonly string[], make: (layers: KnowledgeLayers) => T): Result<T> {
  const layers = knowledgeLayers(packs);
  if (!layers.ok) return layers;
  try {
    return ok(make(layers.value));
  } catch (error) {
    if (packs.length === 0) throw error;
    // Where what ships has the mistake, this throws: then it is none of the user's.
    make(layers.value.slice(0, 1));
    return failed("knowledge/invalid", packs.join(", "), { message: mistakeIn(error) });
  }
}

/** The first mistake in few words: where it stands in the file, as zod tells it, or what the parser said. */
function mistakeIn(error: unknown): string {
  const { issues, message } = error as {
    issues?: readonly { path: readonly unknown[]; message: string }[];
    message?: string;
  };
  const [issue] = issues ?? [];
  const told = issue === undefined ? String(message ?? error) : `${issue.path.join(".")}: ${issue.message}`;
  return told.replace(/\s+/gu, " ").slice(0, 300);
}

/** What marks readings as made by this program with this knowledge; any change of either has documents read again. */
export function stampOf(layers: KnowledgeLayers): EngineStamp {
  return { engine: "rules", version: readingVersion, knowledge: knowledgeHash(layers, sha256) };
}

/** The machine's own SHA-256, fifty times as fast as the portable one on megabytes of tables. */
function sha256(content: Uint8Array | string): string {
  return createHash("sha256").update(content).digest("hex");
}
