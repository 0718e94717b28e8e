// One figure and origins in words.
import { describe, expect, test } from "vitest";
import { figureWords, hiddenWords } from "../../src/web/parts/words/figure-words.js";
import { basisWords, originSummary } from "../../src/web/parts/words/origin-words.js";

describe("one figure", () => {
  test.each([
    [{ rule: "lowest", low: null, best: 12, high: null }, "12"],
    [{ rule: "low-best-high", low: 7, best: 8, high: 9 }, "low 7, best 8, high 9"],
    [{ rule: "low-best-high", low: 7, best: 8, high: null }, "low 7, best 8, no upper end"],
    [{ rule: "latest", low: 9, best: null, high: 13 }, "9 to 13"],
  ] as const)("%j is “%s”", (figure, words) => expect(figureWords(figure)).toBe(words));
  test("what it hides", () => {
    expect(hiddenWords({ hidden: [12, 15], origins: 3 })).toBe("hides 12, 15; of 3 origins");
    expect(hiddenWords({ hidden: [], origins: 1 })).toBe("hides nothing; of 1 origin");
  });
});

describe("an origin", () => {
  const article = (outlet: string, ...chain: string[]) => ({
    document: outlet,
    outlet,
    title: "",
    published: null,
    chain: [...chain, outlet],
  });
  test("of one official, told by three outlets", () =>
    expect(
      originSummary({
        kind: "government",
        articles: [
          article("Tarn Post", "Ann Lowe"),
          article("Tarn Post", "Ann Lowe"),
          article("Gazette", "Ann Lowe"),
          article("Vale Radio", "Ann Lowe", "Sarrel Wire"),
        ],
      }),
    ).toBe("4 articles, 3 outlets, 1 official"));
  test("in its own voice names nobody", () =>
    expect(originSummary({ kind: "outlet", articles: [article("Tarn Post")] })).toBe("1 article, 1 outlet"));
  test.each(["first-source", "named-source", "repeats-source", "agency-credit", "own-voice", "unspecified"])(
    "%s has words of its own",
    (code) => expect(basisWords(code)).toMatch(/^[A-Z].*\.$/u),
  );
  test("a rule without words shows its code", () => expect(basisWords("other-rule")).toBe("other rule"));
});
