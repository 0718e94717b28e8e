// What the workbench says for the record's values: dates, counts, plurals.
import { describe, expect, test } from "vitest";
import { claimWords } from "../../src/web/parts/words/claim-words.js";
import { edtfShort, edtfWords } from "../../src/web/parts/words/edtf-words.js";
import { countWords, groupDigits, plural } from "../../src/web/parts/words/labels.js";

describe("EDTF in words", () => {
  test.each([
    ["2021-07-05", "5 July 2021"],
    ["2022-01", "January 2022"],
    ["2019", "2019"],
    ["2021-07-09?", "9 July 2021 (uncertain)"],
    ["2021-07~", "about July 2021"],
    ["2021%", "about 2021 (uncertain)"],
    ["2023-03-14/2023-05-09", "14 March to 9 May 2023"],
    ["2021-07-05/2021-07-06", "5 to 6 July 2021"],
    ["2021-12-31/2022-01-01", "31 December 2021 to 1 January 2022"],
    ["2021-07-05/2021-07-05", "5 July 2021"],
    ["2021-10/..", "since October 2021"],
    ["../2021-10-01", "until 1 October 2021"],
    ["../..", "at any time"],
    ["2019/2021", "2019 to 2021"],
    ["2021-07-05?/2021-07-06", "5 July 2021 (uncertain) to 6 July 2021"],
    ["201X", "2010s"],
    ["2021-22", "summer 2021"],
    ["2021-07-XX", "July 2021"],
  ])("%s is “%s”", (edtf, words) => expect(edtfWords(edtf)).toBe(words));

  test.each(["", "soon", "2021-13-01", "2021-07-05/2021-08/x", "5 July"])("leaves “%s” as it is", (text) =>
    expect(edtfWords(text)).toBe(text === "" ? "" : text),
  );
  test("short months", () => expect(edtfShort("2021-09-05/2021-10-06")).toBe("5 Sep to 6 Oct 2021"));
});

describe("counts in words", () => {
  test.each([
    [{ min: 3, max: 3 }, "3"],
    [{ min: 3 }, "at least 3"],
    [{ max: 3 }, "up to 3"],
    [{ min: 3, max: 3, approx: true as const }, "about 3"],
    [{ min: 24, approx: true as const }, "about 24 or more"],
    [{ min: 3, max: 5 }, "3 to 5"],
    [{}, "a number not told"],
  ])("%j is “%s”", (count, words) => expect(countWords(count)).toBe(words));

  test("digits are grouped without a locale", () => expect(groupDigits(1234567)).toBe("1\u202f234\u202f567"));
  test("plurals", () =>
    expect([plural(1, "article"), plural(2, "article")]).toEqual(["1 article", "2 articles"]));
});

describe("claims in words", () => {
  const said = { stance: "asserted" as const, sources: [], quote: "", start: 0, end: 0 };
  test("nobody killed is “none”", () =>
    expect(
      claimWords({ ...said, attribute: "killed", value: { count: { min: 0, max: 0 }, who: null } }),
    ).toBe("none"));
  test("who was killed stands with the number", () =>
    expect(
      claimWords({ ...said, attribute: "killed", value: { count: { min: 2, max: 2 }, who: "guards" } }),
    ).toBe("2 (guards)"));
  test("a weapon's code reads as words", () =>
    expect(claimWords({ ...said, attribute: "weapon", value: "car_bomb" })).toBe("car bomb"));
  test("nobody claimed it", () =>
    expect(
      claimWords({ ...said, attribute: "responsibility", value: { actor: null, act: "unclaimed" } }),
    ).toBe("nobody claimed it"));
});
