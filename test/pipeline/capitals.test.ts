// A report in capitals only is read like any other, and its record quotes it as it stands.
import { expect, test } from "vitest";
import { sha256Hex } from "../../src/base/hash.js";
import { parseReadingKnowledge } from "../../src/pipeline/knowledge.js";
import { readDocument } from "../../src/pipeline/read-document.js";
import { knowledgeBase } from "../knowledge-base.js";

const TEXT =
  "MOSUL, 4 JUN 93 (NORTE) -- [TEXT] THE POLICE SAID THAT GUNMEN KILLED TWO TEACHERS IN MOSUL ON WEDNESDAY.";

test("a report in capitals", () => {
  const capture = {
    id: `sha256:${sha256Hex(TEXT)}`,
    ref: "wire.txt",
    form: "text",
    columns: null,
    url: null,
    capturedAt: null,
  } as const;
  const stamp = { engine: "rules", version: "0", knowledge: "" };
  const read = readDocument(
    capture,
    new TextEncoder().encode(TEXT),
    parseReadingKnowledge(knowledgeBase),
    stamp,
  );
  if (!read.ok) throw new Error(read.problem.code);
  const { document, events } = read.value;
  expect(document).toMatchObject({ published: "1993-06-04", language: "en" });
  expect(document.text.slice(0, 34)).toBe("MOSUL, 4 JUN 93 (NORTE) -- [TEXT]\n");
  expect(events).toHaveLength(1);
  expect(events[0]).toMatchObject({ type: "Attack", date: "1993-06-02", place: { name: "Mosul" } });
  expect(events[0]!.claims.find(({ attribute }) => attribute === "killed")).toMatchObject({
    value: { count: { min: 2, max: 2 }, who: "teachers" },
    quote: "KILLED TWO TEACHERS",
  });
  for (const { start, end, quote } of events.flatMap((event) => [event, ...event.claims]))
    expect(document.text.slice(start, end)).toBe(quote);
});
