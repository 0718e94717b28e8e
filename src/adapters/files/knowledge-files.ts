// Knowledge from a folder on disk: the tree under `root`, listed once, files read when asked for. What their YAML says may have
// been written down when the program was built (scripts/build.mjs); it counts for a file whose bytes are the same still.
import { createHash } from "node:crypto";
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { join, relative, sep } from "node:path";
import { byCodeUnits } from "../../base/order.js";
import type { KnowledgeFiles } from "../../ports/knowledge-files.js";

/** Path under the root: the SHA-256 of the file, in hexadecimal, and what its YAML says. */
export type ParsedYaml = Readonly<Record<string, { readonly sha256: string; readonly value: unknown }>>;

export function knowledgeFolder(root: string, parsedYaml: ParsedYaml = {}): KnowledgeFiles {
  const paths = existsSync(root)
    ? readdirSync(root, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => relative(root, join(entry.parentPath, entry.name)).split(sep).join("/"))
        .sort(byCodeUnits)
    : [];
  const known = new Set(paths);
  return {
    list: (prefix) => paths.filter((path) => path.startsWith(prefix)),
    text: (path) => (known.has(path) ? readFileSync(join(root, path), "utf8") : null),
    bytes: (path) => (known.has(path) ? readFileSync(join(root, path)) : null),
    parsed: (path) => {
      const parsed = parsedYaml[path];
      if (parsed === undefined || !known.has(path)) return undefined;
      const sha256 = createHash("sha256")
        .update(readFileSync(join(root, path)))
        .digest("hex");
      return sha256 === parsed.sha256 ? parsed.value : undefined;
    },
  };
}

/** What scripts/build.mjs wrote down; nothing where the program is not built. */
export function readParsedYaml(path: string): ParsedYaml {
  return existsSync(path) ? (JSON.parse(readFileSync(path, "utf8")) as ParsedYaml) : {};
}
