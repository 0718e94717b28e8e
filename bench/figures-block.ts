// The blocks of figures in BENCHMARKS.md: what a command printed stands between its two markers, and only that command
// writes there (`--write`). Text around the markers is never touched.
import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const BENCHMARKS = fileURLToPath(new URL("../BENCHMARKS.md", import.meta.url));

export function writeFigures(name: string, figures: string): void {
  const text = readFileSync(BENCHMARKS, "utf8");
  writeFileSync(BENCHMARKS, withFigures(text, name, figures));
}

/** Throws where the markers are missing: a figure with no place would be lost. */
export function withFigures(text: string, name: string, figures: string): string {
  const [open, close] = [`<!-- figures: ${name} -->`, `<!-- /figures: ${name} -->`];
  const [from, to] = [text.indexOf(open), text.indexOf(close)];
  if (from < 0 || to < from) throw new Error(`BENCHMARKS.md has no place for the figures of ${name}`);
  return `${text.slice(0, from + open.length)}\n\n\`\`\`text\n${figures.trim()}\n\`\`\`\n\n${text.slice(to)}`;
}
