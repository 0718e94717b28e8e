// The prose of the repository holds: links lead somewhere, the README's commands exist, decisions are numbered without gaps and
// short, versions agree.
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { describe, expect, it } from "vitest";
import { VERB_HELP } from "../../src/cli/verb-help.js";
import { commandWords } from "./doc-commands.js";
import { anchors, fences, PAGES, pageText, prose, root } from "./markdown.js";

const manifest = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as {
  version: string;
  engines: { node: string };
  scripts: Record<string, string>;
};

describe("links", () => {
  it.each(PAGES)("of %s lead somewhere", (page) => {
    const broken: string[] = [];
    for (const [, target] of prose(pageText(page)).matchAll(/\]\(([^)\s]+)\)/gu)) {
      if (/^[a-z]+:/u.test(target!)) continue;
      const [path, anchor] = target!.split("#");
      const file = path === "" ? page : relative(root, join(root, dirname(page), path!));
      if (!existsSync(join(root, file))) broken.push(target!);
      else if (anchor !== undefined && !anchors(pageText(file)).has(anchor)) broken.push(target!);
    }
    expect(broken).toEqual([]);
  });
});

describe("README.md", () => {
  const text = pageText("README.md");
  const commands = fences(text).map(({ body }) => body);

  it("shows the two commands, each in a block of its own, and package.json has them", () => {
    expect(commands).toContain("npm ci && npm start\n");
    expect(commands).toContain("npm ci && npm test\n");
    expect(manifest.scripts).toMatchObject({
      start: "node bin/hearsay.mjs start",
      test: "node scripts/test.mjs",
    });
  });

  it("names the version of Node.js that package.json asks for", () => {
    expect(manifest.engines.node).toBe(">=20.19");
    expect(text).toContain("20.19 or later");
  });

  it("shows every verb", () => {
    const shown = new Set(
      commands.flatMap((body) => [...body.matchAll(/^\$ npx hearsay (\S+)/gmu)].map(([, verb]) => verb)),
    );
    const verbs = Object.keys(VERB_HELP).filter((verb) => verb !== "hearsay" && verb !== "start");
    expect([...shown].sort()).toEqual(verbs.sort());
  });
});

describe("commands in the pages", () => {
  const shown = PAGES.flatMap((page) =>
    fences(pageText(page)).flatMap(({ body }) =>
      body.split("\n").flatMap((line) => line.replace(/^\$ /u, "").split(" && ")),
    ),
  );

  it("name verbs that exist", () => {
    for (const command of shown.filter((line) => line.startsWith("npx hearsay ")))
      expect(Object.keys(VERB_HELP), command).toContain(commandWords(command)[2]);
  });

  it("name scripts and files that exist", () => {
    const inProse = PAGES.flatMap((page) =>
      [...prose(pageText(page)).matchAll(/`((?:npm|npx) [^`]+)`/gu)].map(([, c]) => c!),
    );
    for (const command of [...shown, ...inProse]) {
      const [tool, first, second] = commandWords(command).filter((word) => !/^-\w$/u.test(word));
      if (tool === "npm" && first === "run") expect(manifest.scripts, command).toHaveProperty([second!]);
      if (tool === "npx" && first === "tsx") expect(existsSync(join(root, second!)), command).toBe(true);
    }
  });
});

describe("decision records", () => {
  const names = readdirSync(join(root, "docs/decisions")).sort();

  it("are numbered without gaps", () => {
    expect(names.map((name) => name.slice(0, 5))).toEqual(
      names.map((_, i) => `${String(i + 1).padStart(4, "0")}-`),
    );
  });

  it.each(names)("%s is of the form", (name) => {
    const text = pageText(`docs/decisions/${name}`);
    expect(text).toMatch(new RegExp(`^# ${Number(name.slice(0, 4))}\\. \\S`, "u"));
    expect(text.match(/^## .+$/gmu)).toEqual(["## Context", "## Decision", "## Consequences"]);
    expect(text.trimEnd().split("\n").length).toBeLessThanOrEqual(40);
  });
});

describe("CHANGELOG.md", () => {
  it("begins with what is not released, then the version of package.json", () => {
    const versions = [...pageText("CHANGELOG.md").matchAll(/^## \[([^\]]+)\]/gmu)].map(
      ([, version]) => version,
    );
    expect(versions.slice(0, 2)).toEqual(["Unreleased", manifest.version]);
  });
});
