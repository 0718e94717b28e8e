import { describe, expect, it } from "vitest";
import { placeNounsOf } from "../../../src/knowledge/events.js";
import { knowledge } from "../sample-layers.js";
import { readDocument } from "../../../src/pipeline/read-document.js";
import type { Event } from "../../../src/model/event.js";
import { bytesOf, madeCapture, STAMP } from "../../made.js";

const { placeNounRules } = knowledge.events;

function eventsOf(text: string, by = knowledge): readonly Event[] {
  const row = JSON.stringify({ text, published: "2031-05-02" });
  const read = readDocument(madeCapture(row, "made", { form: "ndjson-row" }), bytesOf(row), by, STAMP);
  if (!read.ok) throw new Error(read.problem.code);
  return read.value.events;
}

function placeOfLast(text: string, by = knowledge): string | null {
  return eventsOf(text, by).at(-1)?.place?.name ?? null;
}

describe.each(placeNounRules)("places named elsewhere: $id", (rule) => {
  it.each([...rule.examples, ...rule.counterexamples])("$text", ({ text, place }) => {
    expect(placeOfLast(text)).toBe(place);
  });
  it("is needed", () => {
    const placeNouns = placeNounsOf(placeNounRules.filter((other) => other !== rule));
    const poorer = { ...knowledge, events: { ...knowledge.events, placeNouns } };
    expect(rule.examples.every(({ text, place }) => placeOfLast(text, poorer) === place)).toBe(false);
  });
});

describe("places named elsewhere", () => {
  it("say where they were read", () => {
    const text =
      "Shelling of a town in Syria killed 31 people on Friday. Fires burned in the town of Jayrud.";
    const step = eventsOf(text)[0]!.derivation!.find(({ stage }) => stage === "place")!;
    expect([step.rule, text.slice(step.span!.start, step.span!.end)]).toEqual(["named-later", "Jayrud"]);
  });
  it("take up what stands before “there”", () => {
    expect(
      placeOfLast("Jets flew over Manbij in Syria. On Friday a suicide attack there killed six people."),
    ).toBe("Manbij");
  });
  it("leave out where somebody spoke", () => {
    expect(placeOfLast("Hospitals in Syria were hit on Friday, an envoy told reporters in Geneva.")).toBe(
      "Syria",
    );
  });
});
