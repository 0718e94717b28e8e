// Every example in knowledge/comparison runs by name, and no level can be taken away unnoticed.
import { describe, expect, it } from "vitest";
import { parseComparisonKnowledge, type EventSketch } from "../../src/knowledge/comparison.js";
import { NO_ACTORS } from "../../src/model/actor-lookup.js";
import type { EventType } from "../../src/model/event.js";
import { ageFinder } from "../../src/linking/ages.js";
import { levelOf } from "../../src/linking/compare.js";
import { eventCoder } from "../../src/linking/coded-events.js";
import { eventProfile } from "../../src/linking/event-profile.js";
import { faceOf } from "../../src/linking/face.js";
import { featureSources } from "../../src/linking/features.js";
import { isNoTotal, noTotalBy, supersededBy } from "../../src/linking/no-total.js";
import { isDescription } from "../../src/linking/state-bodies.js";
import { groupOf } from "../../src/linking/position.js";
import { relate, type Told } from "../../src/linking/relation.js";
import { statistics } from "../../src/linking/statistics.js";
import { termWeights } from "../../src/linking/term-weights.js";
import { knowledgeBase } from "../knowledge-base.js";
import { eventOf, recordOf } from "./event-sketch.js";

const knowledge = parseComparisonKnowledge(knowledgeBase);
/** What an example says, in whatever place, on whatever day. */
const saidIn = ({ text, quote }: EventSketch) => text ?? quote ?? "";
// Each text once: an example that stands under several levels does not make its words common.
const sketches = [
  ...new Map(
    knowledge.comparisons.flatMap((c) =>
      c.levels.flatMap((l) => [...l.examples, ...l.not].flat().map((s) => [saidIn(s), s] as const)),
    ),
  ).values(),
];

/** The other piece of news of a bulletin. */
const OTHER: EventSketch = { focus: "main", place: ["Elsewhere", -40, -120, "city"] };

/** The features of two sketched events, weighed among the words of all examples. */
function featuresOf([a, b]: readonly [EventSketch, EventSketch]) {
  const events = eventCoder(NO_ACTORS, knowledge.values.ages);
  const counted = statistics();
  const record = (sketch: EventSketch, id: string) =>
    recordOf(sketch.document ?? id, [eventOf(sketch), ...(sketch.bulletin ? [eventOf(OTHER, "e2")] : [])], {
      ...(sketch.published === undefined ? {} : { published: sketch.published }),
      ...(sketch.outlet === undefined ? {} : { outlet: sketch.outlet }),
      ...(sketch.text === undefined ? {} : { text: sketch.text }),
    });
  const add = (sketch: EventSketch, id: string) => {
    const [number] = events.add(record(sketch, id));
    const document = events.documents[number!]!;
    counted.add(`${id} ${number}`, () => events.termsOf(document));
    return number!;
  };
  const own = new Set([saidIn(a), saidIn(b)]);
  if (a.fewReports !== true && b.fewReports !== true)
    sketches.filter((sketch) => !own.has(saidIn(sketch))).forEach((sketch, i) => add(sketch, `s${i}`));
  const pair =
    a.document !== undefined && a.document === b.document
      ? (events.add(recordOf(a.document, [eventOf(a), eventOf(b, "e2")])) as [number, number])
      : ([add(a, "a"), add(b, "b")] as const);
  counted.changes();
  return { pair, sources: featureSources(events, termWeights(events, counted), knowledge) };
}

describe.each(knowledge.comparisons)("comparison $id", (comparison) => {
  const found = (sketches: readonly [EventSketch, EventSketch], levels = comparison.levels) => {
    const { pair, sources } = featuresOf(sketches);
    return levelOf({ ...comparison, levels }, sources, ...pair)?.id;
  };
  describe.each(comparison.levels)("level $id", (level) => {
    it.each(level.examples)("holds for %j and %j", (a, b) => {
      expect(found([a, b])).toBe(level.id);
      expect(found([b, a])).toBe(level.id);
    });
    it.each(level.not)("does not hold for %j and %j", (a, b) => {
      expect(found([a, b])).not.toBe(level.id);
    });
    it("is missed when it is taken away", () => {
      const rest = comparison.levels.filter((other) => other !== level);
      expect(level.examples.some((pair) => found(pair, rest) !== level.id)).toBe(true);
    });
  });
});

describe("relations of values", () => {
  it.each(knowledge.values.examples)("$attribute: $a and $b are $relation by $rule", (example) => {
    const [first, second] = example.stances ?? ["asserted", "asserted"];
    const { attribute, type } = example;
    const a = { attribute, type, value: example.a, stance: first } as Told;
    const b = { attribute, type, value: example.b, stance: second } as Told;
    const expected = { kind: example.relation, rule: example.rule };
    expect(relate(a, b, { values: knowledge.values, actors: NO_ACTORS })).toEqual(expected);
    expect(relate(b, a, { values: knowledge.values, actors: NO_ACTORS })).toEqual(expected);
  });

  it("has two examples for each rule", () => {
    const counts = new Map<string, number>();
    for (const { rule } of knowledge.values.examples) counts.set(rule, (counts.get(rule) ?? 0) + 1);
    expect([...counts].filter(([, n]) => n < 2)).toEqual([]);
  });
});

describe.each(knowledge.values.ages)("ages: $id", (rule) => {
  it.each(Object.entries(rule.examples))("%s tells %j", (text, ages) => {
    expect(ageFinder([rule])(text)).toEqual(ages);
    expect(ageFinder([])(text)).toEqual([]);
  });
  it.each(rule.not)("none in: %s", (text) => expect(ageFinder([rule])(text)).toEqual([]));
});
it("ages: a number between commas behind a word is one", () => {
  expect(ageFinder([])("Tomas Verin, 41, and Ada Lorn, 8, of Oberin 7, 9")).toEqual([8, 41]);
});

describe.each(knowledge.values.superseded)("figures told as earlier ones: $id", (rule) => {
  const found = (sentence: string, rules = [rule]) => {
    const [before, , after] = sentence.split(/[[\]]/u);
    return supersededBy({ before: before!, after: after! }, { superseded: rules });
  };
  it.each(rule.examples)("%s", (sentence) => {
    expect(found(sentence)).toBe(rule.id);
    expect(found(sentence, [])).toBeNull();
  });
  it.each(rule.not)("not: %s", (sentence) => expect(found(sentence)).toBeNull());
});

describe("figures that are no total", () => {
  const { noTotals, singular, uncounted } = knowledge.values;
  /** The words of the figure stand in brackets where their sentence says something around them. */
  const noTotal = (attribute: string, sentence: string, rules = noTotals) => {
    const [before, quote, after] = sentence.includes("[") ? sentence.split(/[[\]]/u) : ["", sentence, ""];
    return noTotalBy(attribute, quote!, { noTotals: rules }, { before: before!, after: after! });
  };
  describe.each(noTotals)("$id", (rule) => {
    it.each(rule.examples)("by the words: %s", (quote) => {
      for (const attribute of rule.attributes) expect(noTotal(attribute, quote)).toBe(rule.id);
    });
    it.each(rule.not)("not by the words: %s", (quote) => {
      for (const attribute of rule.attributes) expect(noTotal(attribute, quote, [rule])).toBeNull();
    });
    it("are missed when it is taken away", () => {
      const rest = noTotals.filter((other) => other !== rule);
      expect(rule.examples.some((quote) => noTotal(rule.attributes[0]!, quote, rest) !== rule.id)).toBe(true);
    });
  });
  it("are single persons who are told of and not counted", () => {
    const told = (quote: string): Told => ({
      attribute: "killed",
      value: { count: { min: 1, max: 1 }, who: null },
      stance: "asserted",
      quote,
    });
    const noTotal = (quote: string) =>
      isNoTotal(told(quote), { min: 1, max: 1 }, { noTotals, singular, uncounted });
    expect(noTotal("a boy was killed")).toBe(true);
    expect(noTotal("the heavy death toll")).toBe(true);
    expect(noTotal("one person was killed")).toBe(false);
    expect(noTotal("1 killed")).toBe(false);
  });
});

describe("units of what is counted", () => {
  const { values } = knowledge;
  const unit = (quote: string, units = values.units) =>
    groupOf({ attribute: "munitions", value: { min: 2 }, quote }, { ...values, units });
  describe.each(values.units)("$id", (rule) => {
    it.each(rule.examples)("are counted in: %s", (quote) => {
      expect(unit(quote)).toBe(rule.id);
      expect(unit(quote, [])).toBe("all");
    });
    it.each(rule.not)("not in: %s", (quote) => {
      expect(unit(quote, [rule])).toBe("all");
    });
  });
});

describe("descriptions of bodies", () => {
  const { descriptions } = knowledge.values;
  describe.each(descriptions)("$id", (rule) => {
    it.each(rule.examples)("names nobody: %s", (name) => {
      expect(isDescription(name, knowledge.values)).toBe(true);
    });
    it.each(rule.not)("names somebody: %s", (name) => {
      expect(isDescription(name, knowledge.values)).toBe(false);
    });
    it("is missed when it is taken away", () => {
      const rest = { descriptions: descriptions.filter((other) => other !== rule) };
      expect(rule.examples.some((name) => !isDescription(name, rest))).toBe(true);
    });
  });
});

describe("titles", () => {
  it.each(knowledge.titles.examples)("$title", ({ type, weapon, place, title }) => {
    const event = eventOf({
      type: type as EventType,
      ...(weapon === null ? {} : { weapon }),
      ...(place === null ? {} : { place: [place, 1, 1, "city"] }),
    });
    const profile = eventProfile(recordOf("a", [event]), event);
    expect(faceOf([profile], knowledge.titles).title).toBe(title);
  });
});
