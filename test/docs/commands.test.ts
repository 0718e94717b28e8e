// Every command that a page shows with its output prints that output. Where a change of the program is meant to change it,
// `npm run docs` writes the pages anew, and the difference is there to be looked at.
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { scratchFolder } from "../scratch.js";
import { withOutput } from "./doc-commands.js";
import { PAGES, pageText } from "./markdown.js";

const pages = PAGES.filter((page) => /^<!-- (?:run|record):/mu.test(pageText(page)));

describe("commands shown with their output", () => {
  const folder = scratchFolder();
  it.each(pages)(
    "%s",
    async (page) => {
      const text = pageText(page);
      const own = join(folder, page.replaceAll("/", "-"));
      mkdirSync(own);
      expect(await withOutput(text, own), "npm run docs mends it").toBe(text);
    },
    120_000,
  );
});
