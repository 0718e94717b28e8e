// Knowledge from a folder on disk: the tree under `root`, listed once, files read when asked for.
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { join, relative, sep } from "node:path";
import { byCodeUnits } from "../../base/order.js";
import type { KnowledgeFiles } from "../../ports/knowledge-files.js";

export function knowledgeFolder(root: string): KnowledgeFiles {
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
  };
}
