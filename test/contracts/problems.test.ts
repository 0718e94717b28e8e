// Every code that the program can give has words for people, a line in docs/problems.md, and a test that provokes it.
import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { PROBLEM_WORDINGS, renderProblem } from "../../src/contract/problem-text.js";

const root = fileURLToPath(new URL("../..", import.meta.url));
const GROUPS =
  "input|fetch|feed|watch|archive|evidence|timestamp|text|ndjson|csv|telegram|mail|pdf|collection|knowledge|id|query|decision|serve|bug";
const MEDIA_TYPES = new Set([
  "text/plain",
  "text/html",
  "text/css",
  "text/csv",
  "text/javascript",
  "text/tab-separated-values",
]);

/** Codes that stand in quotes, or, in tests, anywhere in them. */
function codesIn(folder: string, skip: (path: string) => boolean = () => false): Set<string> {
  const codes = new Set<string>();
  for (const path of readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })) {
    if (!/\.(?:ts|tsx)$/u.test(path) || skip(path)) continue;
    const text = readFileSync(join(root, folder, path), "utf8");
    for (const [, code] of text.matchAll(
      new RegExp(`["'\`[${folder === "test" ? " " : ""}]((?:${GROUPS})/[a-z0-9-]+)["'\`\\]]`, "gu"),
    )) {
      if (!MEDIA_TYPES.has(code!)) codes.add(code!);
    }
  }
  return codes;
}

/** Codes that no test provokes, each with its reason. */
const UNPROVOKED: Readonly<Record<string, string>> = {
  "text/html-unreadable": "a guard against failures of the HTML parser; no page is known that makes it fail",
};

const used = codesIn("src", (path) => path.endsWith("problem-text.ts"));
const listed = [
  ...readFileSync(join(root, "docs/problems.md"), "utf8").matchAll(/^- `([a-z0-9-]+\/[a-z0-9-]+)`: \S/gmu),
];

describe("every problem", () => {
  it("that the source gives has words, and the other way round", () => {
    expect(Object.keys(PROBLEM_WORDINGS).sort()).toEqual([...used].sort());
  });

  it("has a line in docs/problems.md", () => {
    expect(listed.map(([, code]) => code).sort()).toEqual([...used].sort());
  });

  it("is provoked by a test", () => {
    const provoked = codesIn("test", (path) => path.endsWith("problems.test.ts"));
    expect([...used].filter((code) => !provoked.has(code))).toEqual(Object.keys(UNPROVOKED));
  });

  it.each(Object.keys(PROBLEM_WORDINGS))("%s names its input and says what to do", (code) => {
    const { what, todo } = renderProblem({ code, input: "reports/a.txt", detail: {} });
    expect(what).toMatch(/^reports\/a\.txt: \S.*[^.]$/u);
    expect(todo).toMatch(/^\S.*\S$/u);
  });

  it("without words of its own is shown with its code and facts", () => {
    expect(renderProblem({ code: "a/b", input: null, detail: { size: 3 } })).toEqual({
      what: "(no input): a/b, size 3",
      todo: "See docs/problems.md.",
    });
  });
});
