// The places of figures in BENCHMARKS.md: each block of a command has its markers, and writing it leaves the rest as it is.
import { describe, expect, it } from "vitest";
import { withFigures } from "../../bench/figures-block.js";
import { pageText } from "./markdown.js";

describe("BENCHMARKS.md", () => {
  it.each(["evaluate", "bench"])("has a place for the figures of %s", (name) => {
    const text = pageText("BENCHMARKS.md");
    const once = withFigures(text, name, "a 1\nb 2");
    expect(once).toContain("```text\na 1\nb 2\n```");
    expect(withFigures(once, name, "a 1\nb 2")).toBe(once);
    expect(once.replace(/<!-- figures[\s\S]*?<!-- \/figures/gu, "")).toBe(
      text.replace(/<!-- figures[\s\S]*?<!-- \/figures/gu, ""),
    );
  });

  it("refuses figures that have no place", () => {
    expect(() => withFigures("# Nothing", "bench", "1")).toThrow("no place for the figures of bench");
  });
});
