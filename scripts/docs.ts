// Writes what commands print into the pages that show them (README.md, docs/). Look at the difference before committing it.
//   npm run docs
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { withOutput } from "../test/docs/doc-commands.js";
import { PAGES, pageText, root } from "../test/docs/markdown.js";

for (const page of PAGES) {
  const text = pageText(page);
  if (!/^<!-- (?:run|record):/mu.test(text)) continue;
  const folder = mkdtempSync(join(tmpdir(), "hearsay-docs-"));
  try {
    const written = await withOutput(text, folder);
    if (written !== text) writeFileSync(join(root, page), written);
    console.log(`${page}: ${written === text ? "as it was" : "written anew"}`);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
