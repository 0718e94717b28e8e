// The house style as far as a machine can see it: headers, lengths, names, exports, and that some test reads every file of
// knowledge. Floors and cycles are .dependency-cruiser.mjs's.
import { readFileSync, readdirSync } from "node:fs";
import { basename, join } from "node:path";
import { describe, expect, it } from "vitest";
import { root } from "./markdown.js";

const sources = readdirSync(join(root, "src"), { recursive: true, encoding: "utf8" })
  .filter((path) => /\.tsx?$/u.test(path) && !path.endsWith(".d.ts"))
  .sort()
  .map((path) => ({ path, text: readFileSync(join(root, "src", path), "utf8") }));

/** What a header says where a file is longer than the house likes. */
const REASON = /longer than 400 lines because/iu;
const MOST_LINES = 400;
const FORBIDDEN = new Set([
  "utils",
  "util",
  "helpers",
  "helper",
  "common",
  "misc",
  "manager",
  "process",
  "handle",
]);

describe("every file of src", () => {
  it("begins with a comment that says what it is", () => {
    expect(sources.filter(({ text }) => !text.startsWith("//")).map(({ path }) => path)).toEqual([]);
  });

  it("has at most 400 lines, or says why not in its header", () => {
    const long = sources.filter(({ text }) => {
      const header = /^(?:\/\/.*\n)+/u.exec(text)?.[0] ?? "";
      return text.split("\n").length > MOST_LINES && !REASON.test(header.replace(/\n\/\/ /gu, " "));
    });
    expect(long.map(({ path }) => path)).toEqual([]);
  });

  it("has a name in kebab case that says something", () => {
    const wrong = sources.filter(({ path }) => {
      const name = basename(path).replace(/\.tsx?$/u, "");
      return !/^[a-z0-9]+(?:-[a-z0-9]+)*$/u.test(name) || FORBIDDEN.has(name.split("-").at(-1)!);
    });
    expect(wrong.filter(({ path }) => !path.includes("/migrations/")).map(({ path }) => path)).toEqual([]);
  });

  it("exports by name", () => {
    expect(sources.filter(({ text }) => /^export default /mu.test(text)).map(({ path }) => path)).toEqual([]);
  });
});

describe("every folder of knowledge", () => {
  const tests = readdirSync(join(root, "test"), { recursive: true, encoding: "utf8" })
    .filter((path) => /\.tsx?$/u.test(path) && !path.startsWith("docs"))
    .map((path) => readFileSync(join(root, "test", path), "utf8"))
    .join("\n");
  const parsers = sources
    .filter(({ path }) => path.startsWith("knowledge/"))
    .map(({ text }) => ({
      exported: [...text.matchAll(/^export function (parse\w+)/gmu)].map(([, name]) => name!),
      imported: [...text.matchAll(/\bparse\w+/gu)].map(([name]) => name),
      prefixes: [...text.matchAll(/["`](\w[\w-]*)\/[\w$.{}/-]*["`]/gu)].map(([, folder]) => folder!),
    }));
  const rules = readdirSync(join(root, "knowledge"), { recursive: true, encoding: "utf8" }).filter((path) =>
    path.endsWith(".yaml"),
  );

  /** Called in a test, or by a parser that is. */
  const called = (name: string): boolean =>
    new RegExp(`\\b${name}\\(`, "u").test(tests) ||
    parsers.some(
      ({ exported, imported }) =>
        !exported.includes(name) && imported.includes(name) && exported.some(called),
    );

  it.each([...new Set(rules.map((path) => path.split("/")[0]!))])("%s is parsed by a test", (folder) => {
    const names = parsers
      .filter(({ prefixes }) => prefixes.includes(folder))
      .flatMap(({ exported }) => exported);
    expect(names.length, `src/knowledge parses ${folder}/`).toBeGreaterThan(0);
    expect(names.some(called), names.join(", ")).toBe(true);
  });
});
