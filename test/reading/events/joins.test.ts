// Every reason of knowledge/events/joins.yaml speaks where its examples say, and is silent in its counter-examples: the last mention
// of a text against the first.
import { describe, expect, it } from "vitest";
import { dayRange } from "../../../src/model/day-range.js";
import { begin } from "../../../src/reading/events/assemble-events.js";
import { fitOf, reasonsOf } from "../../../src/reading/events/mention-fit.js";
import { traitsOf } from "../../../src/reading/events/mention-traits.js";
import { mentionsIn, shipped, type ReportText } from "./read-sentence.js";

const knowledge = shipped.events;
/** The day of the reports that read-sentence.ts makes. */
const PUBLISHED = "2031-05-02";

function reasonsIn(report: string | ReportText): readonly string[] {
  const mentions = mentionsIn(report);
  const [first, last] = [mentions[0], mentions.at(-1)];
  if (first === undefined || last === undefined || first === last) return [];
  const told = { ...begin(first, traitsOf(first, knowledge)), today: dayRange(PUBLISHED) };
  return reasonsOf(told, last, traitsOf(last, knowledge));
}

describe("joins", () => {
  for (const { id, examples, counterexamples } of knowledge.joinRules) {
    for (const example of examples)
      it(`${id}: ${JSON.stringify(example)}`, () => expect(reasonsIn(example)).toContain(id));
    for (const example of counterexamples)
      it(`not ${id}: ${JSON.stringify(example)}`, () => expect(reasonsIn(example)).not.toContain(id));
  }
  it("the weights of the reasons are added", () => {
    const [first, last] = mentionsIn(
      "A bomb went off in Kirkuk on Thursday. A blast on Monday wounded nine people.",
    );
    const fit = fitOf(
      begin(first!, traitsOf(first!, knowledge)),
      last!,
      traitsOf(last!, knowledge),
      knowledge,
    );
    const weight = (id: string) => knowledge.joinRules.find((rule) => rule.id === id)!.weight;
    expect(fit.score).toBeCloseTo(fit.reasons.split(", ").reduce((sum, id) => sum + weight(id), 0));
    expect(fit.reasons).toContain("otherDay");
  });
});
