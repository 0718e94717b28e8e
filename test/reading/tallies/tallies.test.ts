import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseTallyKnowledge } from "../../../src/knowledge/tallies.js";
import type { Tally } from "../../../src/model/tally.js";
import { findTallies } from "../../../src/reading/tallies/find-tallies.js";
import { knowledgeBase } from "../../knowledge-base.js";
import { knowledge, layersOf, voiceIn } from "../sample-layers.js";

function talliesOf(text: string, tallies = knowledge.tallies): Tally[] {
  const layers = layersOf(text);
  return findTallies(layers, voiceIn(layers), { tallies });
}
const bounds = ({ count: { min, max } }: Tally): object => ({
  ...(min === undefined ? {} : { min }),
  ...(max === undefined ? {} : { max }),
});

describe("rules of knowledge/tallies", () => {
  const cases = knowledge.tallies.rules.flatMap((rule) =>
    rule.examples.map((example) => [rule.id, example.text, example] as const),
  );
  it.each(cases)("%s reads: %s", (id, text, example) => {
    const found = talliesOf(text).filter((tally) => tally.derivation!.some((step) => step.rule === id));
    expect(found.map((tally) => ({ what: tally.what, count: bounds(tally) }))).toContainEqual({
      what: example.what,
      count: example.count,
    });
  });

  const counters = knowledge.tallies.rules.flatMap((rule) =>
    rule.counterexamples.map((text) => [rule.id, text] as const),
  );
  it.each(counters)("%s reads no tally in: %s", (_id, text) => {
    expect(talliesOf(text)).toEqual([]);
  });

  it.each(knowledge.tallies.rules.map((rule) => rule.id))("%s is needed by its examples", (id) => {
    const without = parseTallyKnowledge(knowledgeBase, id);
    const rule = knowledge.tallies.rules.find((other) => other.id === id)!;
    expect(
      rule.examples.some(
        (example) =>
          !talliesOf(example.text, without).some(
            (tally) =>
              tally.what === example.what && JSON.stringify(bounds(tally)) === JSON.stringify(example.count),
          ),
      ),
    ).toBe(true);
  });
});

describe("tallies", () => {
  it.each([
    [
      "Over 350 people have been killed in Harasta since a truce collapsed on June 19.",
      "2021-06-19/2021-07-06",
    ],
    ["Some 35 ambushes have hit lorries since the start of the year.", "2021/2021-07-06"],
    ["There were 135 attacks on clinics in 2015.", "2015"],
    ["Seven days of air strikes left 75 civilians dead.", null],
    ["The conflict has killed more than 95,000 people.", null],
  ])("tells the period of: %s", (text, period) => {
    expect(talliesOf(text).map((tally) => tally.period)).toEqual([period]);
  });

  it("tells place, perpetrator and target where the sentence does", () => {
    const [tally] = talliesOf("Monitors counted 29 assaults on bakeries in Aleppo by Islamic State in May.");
    expect(tally).toMatchObject({ place: "Aleppo", perpetrator: "Islamic State", target: "bakeries" });
  });

  it("carries a stretch over to what has been counted in the next sentence", () => {
    const text = "Since Friday shelling has killed 37 villagers. At least 90 people have been injured.";
    expect(talliesOf(text).map((tally) => [tally.what, tally.period])).toEqual([
      ["killed", "2021-07-02/2021-07-06"],
      ["injured", "2021-07-02/2021-07-06"],
    ]);
  });

  it("takes the casualties of one happening for none", () => {
    expect(talliesOf("A car bomb killed 27 people in the town last month.")).toEqual([]);
    expect(talliesOf("It was the deadliest blast in almost a year, killing 27 people.")).toEqual([]);
  });

  it("credits who states it", () => {
    const [tally] = talliesOf("The ministry said that 604 breaches had been counted since February 27.");
    expect(tally!.sources.length).toBe(1);
  });

  it("quotes what stands in the text, on anything", () => {
    const words = fc.constantFrom(
      "since",
      "Thursday",
      "killed",
      "12",
      "people",
      "attacks",
      "dozens",
      "of",
      "in",
      "two days",
      "the war",
      "and",
      "including",
      ".",
      ",",
      "second",
      "times",
      "attacked",
      "\n\n",
      "wounded",
      "have been",
    );
    fc.assert(
      fc.property(fc.array(words, { maxLength: 40 }), (list) => {
        const text = list.join(" ");
        for (const tally of talliesOf(text)) expect(text.slice(tally.start, tally.end)).toBe(tally.quote);
      }),
      { numRuns: 100 },
    );
  });
});
