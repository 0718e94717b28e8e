// Two ways to the weight of a pair: level by level, as links are explained, and the quick one that linking takes.
import { expect, it } from "vitest";
import { parseComparisonKnowledge } from "../../src/knowledge/comparison.js";
import { TOLD_APART } from "../../src/linking/cluster.js";
import { eventCoder } from "../../src/linking/coded-events.js";
import { comparer } from "../../src/linking/compare.js";
import { featureSources } from "../../src/linking/features.js";
import { statistics } from "../../src/linking/statistics.js";
import { termWeights } from "../../src/linking/term-weights.js";
import { NO_ACTORS } from "../../src/model/actor-lookup.js";
import type { DocumentRecord } from "../../src/model/record.js";
import { knowledgeBase } from "../knowledge-base.js";
import { eventOf } from "./event-sketch.js";
import { generator, syntheticRecords } from "./synthetic-records.js";

const NAMES = ["Tomas Verin", "Saint Hild School", "Nora Quill", "Corbin Street", "Ada Lorn", "Bert Moss"];

/** With names in some texts, and parties of which some are named. */
function named(record: DocumentRecord, pick: (below: number) => number): DocumentRecord {
  const some = () => NAMES.filter(() => pick(3) === 0);
  const events = record.events.map((event) => {
    const { claims } = eventOf(
      pick(2) === 0 ? { perpetrator: NAMES[pick(6)]! } : { target: NAMES[pick(6)]! },
    );
    return {
      ...event,
      quote: `${event.quote} near ${some().join(" and ")}`,
      claims: [...event.claims, ...claims],
    };
  });
  const text = [...events.map(({ quote }) => quote), ...some()].join(". ");
  return { ...record, events, document: { ...record.document, text } };
}

it("gives the sum of the levels, and less than the floor for what is below it", () => {
  const knowledge = parseComparisonKnowledge(knowledgeBase);
  let above = 0;
  for (let seed = 1; seed <= 3; seed++) {
    const pick = generator(seed);
    const counted = statistics();
    const events = eventCoder(NO_ACTORS, knowledge.values.ages);
    const weights = termWeights(events, counted);
    const { compare, thousandths } = comparer(knowledge, featureSources(events, weights, knowledge), events);
    for (const record of syntheticRecords(60, seed, 12, 4).records) {
      events.add(named(record, pick));
      const document = events.documentOf(record.document.id)!;
      counted.add(record.document.id, () => events.termsOf(document));
    }
    counted.changes();
    for (let a = 0; a < events.size; a++)
      for (let b = 0; b < a; b++) {
        const { total, separate } = compare(a, b);
        const expected = separate ? TOLD_APART : Math.round(total * 1000);
        const found = thousandths(a, b, 1);
        expect(thousandths(a, b)).toBe(expected);
        expect(Math.max(found, 0)).toBe(Math.max(expected, 0));
        if (found > 0) above++;
      }
  }
  expect(above).toBeGreaterThan(100);
});
