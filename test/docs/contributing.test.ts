// The examples of CONTRIBUTING.md: the files that it shows are written as they stand, its commands are run as they stand, and
// print the lines shown below them with the pack, and not without it.
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import { scratchFolder } from "../scratch.js";
import { commandWords, runHearsay } from "./doc-commands.js";
import { fences, pageText } from "./markdown.js";

const folder = scratchFolder();
const blocks = fences(pageText("CONTRIBUTING.md"));

for (const { before, body } of blocks) {
  const path = /^`([^`]+)`$/u.exec(before)?.[1];
  if (path === undefined) continue;
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), body);
}

const commands = blocks
  .filter(({ language }) => language === "console")
  .map(({ body }) => {
    const [command, ...lines] = body.trimEnd().split("\n");
    return { args: commandWords(command!.slice("$ npx hearsay ".length)), lines };
  });

describe("CONTRIBUTING.md", () => {
  it("has an example for each kind of addition", () => {
    expect(commands).toHaveLength(5);
    expect(commands.every(({ lines }) => lines.length > 0)).toBe(true);
  });

  it.each(commands)("$args", async ({ args, lines }) => {
    const withPack = await runHearsay(args, folder);
    expect(withPack).toMatchObject({ exit: 0, stderr: "" });
    for (const line of lines) expect(withPack.stdout.split("\n")).toContain(line);
    const at = args.indexOf("--knowledge");
    const without = await runHearsay(args.toSpliced(at, 2), folder);
    for (const line of lines) expect(without.stdout.split("\n")).not.toContain(line);
  });
});
