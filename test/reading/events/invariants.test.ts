// What holds for every text, however hostile: values show their words, ids count up in text order, nothing throws, and reading
// twice gives the same bytes. Texts are made of the knowledge's own words, joined at random; then the bundled samples.
import { fileURLToPath } from "node:url";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fileCaptures } from "../../../src/adapters/files/capture-files.js";
import { expandPhrase } from "../../../src/knowledge/phrases.js";
import type { DocumentRecord } from "../../../src/model/record.js";
import { readDocument } from "../../../src/pipeline/read-document.js";
import { STAMP } from "../../made.js";
import { readReport, shipped } from "./read-sentence.js";

const { weaponRules, happeningRules } = shipped.events;
const spell = (phrases: readonly string[]): string[] =>
  phrases.flatMap((phrase) => expandPhrase(phrase).map((words) => words.join(" ")));
const weapon = fc.constantFrom(...spell(weaponRules.flatMap(({ phrases }) => phrases)));
const happening = fc.constantFrom(...spell(happeningRules.flatMap(({ noun, verb }) => [...noun, ...verb])));
const example = fc.constantFrom(
  ...[...weaponRules, ...happeningRules, ...shipped.claimRules].flatMap((rule) => [
    ...rule.examples,
    ...rule.counterexamples,
  ]),
);
const small = fc.constantFrom(
  ..."the a an of in on by to from near at and or but that who which after before no not said killed wounded were was had will may including among them they it another Monday Thursday 2031 3 eight dozens several 1,200 people soldiers children villagers Homs Basra Kirkuk army rebels Reuters Taliban denied claimed responsibility damage base".split(
    " ",
  ),
);
const mark = fc.constantFrom(
  ".",
  ",",
  ";",
  ":",
  "!",
  "?",
  "…",
  '"',
  "“",
  "”",
  "'",
  "’",
  "(",
  ")",
  "[",
  "-",
  "–",
  "—",
  "\n",
  "\n\n",
  "\t",
  "\u00a0",
  "\u200b",
  "\u202e",
  "\ufeff",
  "\ud800",
  "😀",
  "قُتل",
  "é",
  "<b>",
  "&amp;",
  "\\",
  "*",
  "|",
  "~",
  "$",
  "0x",
  "%",
);
const text = fc
  .array(fc.oneof({ weight: 4, arbitrary: small }, weapon, happening, example, mark), {
    minLength: 1,
    maxLength: 60,
  })
  .map((parts) => parts.join(" "));

function check({ document, events, tallies, framing }: DocumentRecord): void {
  const quoted = [...events, ...events.flatMap(({ claims }) => claims), ...tallies, ...framing];
  for (const { start, end, quote } of quoted) {
    expect(document.text.slice(start, end)).toBe(quote);
    expect(end).toBeGreaterThan(start);
  }
  expect(events.map(({ id }) => id)).toEqual(events.map((_, i) => `e${i + 1}`));
  events.forEach((event, i) => expect(event.start).toBeGreaterThanOrEqual(events[i - 1]?.start ?? 0));
  for (const { claims } of events)
    for (const claim of claims) {
      expect(claim.value).toBeDefined();
      if (claim.attribute !== "killed" && claim.attribute !== "injured") continue;
      const { min, max } = claim.value.count;
      expect(min ?? max).toBeGreaterThanOrEqual(0);
      expect(max ?? Infinity).toBeGreaterThanOrEqual(min ?? 0);
    }
}

describe("events of any text", () => {
  it("show their words, count up, and are the same when read again", () =>
    fc.assert(
      fc.property(text, fc.option(text, { nil: undefined }), (body, title) => {
        const report = { text: `${body} .`, ...(title === undefined ? {} : { title }) };
        const record = readReport(report);
        check(record);
        expect(JSON.stringify(readReport(report))).toBe(JSON.stringify(record));
      }),
      { numRuns: 150, seed: 2031 },
    ));
});

describe("events of the samples", () => {
  it("show their words and count up", async () => {
    const folder = fileURLToPath(new URL("../../../samples/reports", import.meta.url));
    let read = 0;
    for await (const item of fileCaptures(async function* () {}).documents([folder], null)) {
      if (item.kind !== "document") continue;
      const record = readDocument(item.capture, item.bytes, shipped, STAMP);
      if (!record.ok) continue;
      check(record.value);
      read++;
    }
    expect(read).toBeGreaterThan(20);
  });
});
