// The markdown of the repository as tests look at it: its files, fenced blocks, links and headings.
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

export const root = fileURLToPath(new URL("../..", import.meta.url));

/** Paths from the root: the pages at the top, docs/ and samples/. */
export const PAGES: readonly string[] = [
  ...readdirSync(root).filter((name) => name.endsWith(".md")),
  ...["docs", "samples"].flatMap((folder) =>
    existsSync(join(root, folder))
      ? readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
          .filter((path) => path.endsWith(".md"))
          .map((path) => `${folder}/${path}`)
      : [],
  ),
].sort();

export function pageText(page: string): string {
  return readFileSync(join(root, page), "utf8");
}

export interface Fence {
  /** What stands behind the opening fence: "console", "tsv". */
  readonly language: string;
  readonly body: string;
  /** The last line of text before it that is not empty. */
  readonly before: string;
  /** Where the body stands in the page. */
  readonly start: number;
}

export function fences(text: string): Fence[] {
  const found: Fence[] = [];
  for (const match of text.matchAll(/^(`{3,})([^\n`]*)\n([\s\S]*?)^\1\s*$/gmu)) {
    const lines = text.slice(0, match.index).split("\n");
    found.push({
      language: match[2]!.trim(),
      body: match[3]!,
      before: lines.findLast((line) => line.trim() !== "") ?? "",
      start: match.index + match[1]!.length + match[2]!.length + 1,
    });
  }
  return found;
}

/** A page without its fenced blocks. */
export function prose(text: string): string {
  return text.replace(/^(`{3,})[^\n`]*\n[\s\S]*?^\1\s*$/gmu, "");
}

/** As GitHub makes them: lower case, punctuation gone, spaces to hyphens. */
export function anchors(text: string): Set<string> {
  return new Set(
    [...prose(text).matchAll(/^#{1,6} (.+)$/gmu)].map(([, heading]) =>
      heading!
        .toLowerCase()
        .replace(/[^\p{L}\p{N}\s_-]/gu, "")
        .trim()
        .replaceAll(" ", "-"),
    ),
  );
}
