// What holds for any input: no throw, spans are the text's own words, the same bytes give the same document, time is linear.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Capture } from "../../../src/model/document.js";
import { bytesOf, reading } from "./reading.js";

const FORMS: readonly Capture["form"][] = ["text", "html", "ndjson-row", "csv-row"];
const form = fc.constantFrom(...FORMS);

/** Pieces that reports are made of, in any order. */
const piece = fc.constantFrom(
  "Rockets hit the Northern Base",
  "October 3, 2019 - 17:6",
  "Posted on 5 July 2016 by Nora Vint",
  "03-07-2015",
  "Updated: 6 May 2020 10:00",
  "Three rockets hit the base near Kelm on Monday, the army said, and two were hurt.",
  "Sirens over Kelm. pic.twitter.com/x",
  "— Nora Vint (@noravint) July 5, 2021",
  "Text https://t.co/x — A B (@ab) May 3, 2020",
  "Leave a Comment",
  "3 + 6 =",
  "via Valley Post https://vp.example/x",
  "-KELM WIRE",
  "According to Kelm Wire, it was",
  "<p>",
  "</p><br>",
  "<blockquote class='twitter-tweet'>",
  "<script>",
  "\u202e",
  "e\u0301",
  "😀",
  "\n",
  "\n\n",
  " ",
);
const report = fc.array(piece, { maxLength: 40 }).map((pieces) => pieces.join(" "));

function check(result: ReturnType<typeof reading>): void {
  if (!result.ok) return;
  const { document } = result.value;
  for (const span of [
    ...document.posts,
    ...(document.publishedQuote === null ? [] : [document.publishedQuote]),
  ]) {
    expect(document.text.slice(span.start, span.end)).toBe(span.quote);
    expect(span.end).toBeGreaterThan(span.start);
  }
  expect(document.text.trim()).not.toBe("");
  expect(document.text).toBe(document.text.normalize("NFC"));
  if (document.title !== null) expect(document.text.startsWith(`${document.title}\n\n`)).toBe(true);
  if (document.published === null) expect(document.publishedBasis).toBeNull();
  expect(document.publishedBasis === "text").toBe(document.publishedQuote !== null);
}

describe("any bytes", () => {
  it("give a document or a problem", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), form, (bytes, one) => {
        check(reading(one, bytes, { columns: ["text", "title", "published"] }));
      }),
      { numRuns: 400 },
    );
  });
  it("that are reports give spans of their text, and the same twice", () => {
    fc.assert(
      fc.property(report, fc.constantFrom<Capture["form"]>("text", "html"), (text, one) => {
        const first = reading(one, text);
        check(first);
        expect(reading(one, text)).toEqual(first);
      }),
      { numRuns: 300 },
    );
  });
  it("with a title of signs that do not print, and a post without words, hold together", () => {
    check(reading("ndjson-row", { title: "\u202e", text: "— Nora Vint (@noravint) July 5, 2021" }));
  });
  it("that are rows do too", () => {
    fc.assert(
      fc.property(report, fc.option(piece), fc.option(piece), (text, title, published) => {
        check(
          reading("ndjson-row", {
            text,
            title,
            published,
            outlet: "vpost",
            url: "https://x.example/2021/07/06/a",
          }),
        );
      }),
      { numRuns: 200 },
    );
  });
});

describe("large texts", () => {
  const sentence =
    "On Monday 4 July 2016 three rockets hit the base near the town, the army said, and two men were hurt. ";
  it.each([
    ["one line", sentence],
    ["lines", `${sentence}\n`],
    ["short lines", "ab\n"],
    ["dates", "5 July 2016 "],
    ["signs", "((("],
    ["headings", "Related News Topic Tags "],
  ])(
    "come to an end: %s",
    (_, unit) => check(reading("text", bytesOf(unit.repeat(1_000_000 / unit.length)))),
    30_000,
  );
});
