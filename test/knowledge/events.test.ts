// knowledge/events: one named test for each example and counter-example of a rule; without its rule an example is read in another
// way; no phrase stands in two entries, so the order of rules says nothing (but for claims.en.yaml, whose order is precedence).
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { expandPhrase } from "../../src/knowledge/phrases.js";
import type { Count } from "../../src/model/count.js";
import type { EventReadingKnowledge } from "../../src/reading/events/find-events.js";
import { knowing, readSentence, shipped, without } from "../reading/events/read-sentence.js";

interface Rule {
  readonly id: string;
  readonly examples: readonly string[];
  readonly counterexamples: readonly string[];
}
const PATHS = {
  weapons: "events/weapons.en.yaml",
  happenings: "events/happenings.en.yaml",
  casualties: "events/casualties.en.yaml",
  claims: "events/claims.en.yaml",
  people: "events/people.en.yaml",
} as const;
const read = (path: string): Record<string, unknown> =>
  parse(readFileSync(fileURLToPath(new URL(`../../knowledge/${path}`, import.meta.url)), "utf8")) as Record<
    string,
    unknown
  >;
const rulesOf = <T extends Rule = Rule>(path: string, list: string): T[] => read(path)[list] as T[];

/** What a rule reads in a sentence, in words that do not name the rule: compared with and without it. */
type Reading = (sentence: string, knowledge: EventReadingKnowledge) => string[];

function testRules(
  name: string,
  list: string,
  rules: readonly Rule[],
  path: string,
  fires: (rule: Rule, sentence: string) => void,
  silent: (rule: Rule, sentence: string) => void,
  reading: (rule: Rule) => Reading,
): void {
  describe(name, () => {
    for (const rule of rules) {
      describe(rule.id, () => {
        for (const example of rule.examples) it(`reads: ${example}`, () => fires(rule, example));
        for (const example of rule.counterexamples) it(`leaves: ${example}`, () => silent(rule, example));
        it("is needed for an example", () => {
          const less = without(path, list, rule.id);
          const told = rule.examples.filter((example) => {
            const lost = new Set(reading(rule)(example, less));
            return reading(rule)(example, shipped).some((one) => !lost.has(one));
          });
          expect(told).not.toEqual([]);
        });
      });
    }
    it("has each id once", () => {
      const ids = rules.map((rule) => rule.id);
      expect(ids.filter((id, i) => ids.indexOf(id) !== i)).toEqual([]);
    });
  });
}

/** Phrases that stand in two entries: the one that comes first would win. */
function twice(entries: readonly { readonly id: string; readonly phrases: readonly string[] }[]): string[] {
  const seen = new Map<string, string>();
  return entries.flatMap(({ id, phrases }) =>
    phrases.flatMap(expandPhrase).flatMap((words) => {
      const spelling = words.join(" ");
      const before = seen.get(spelling);
      seen.set(spelling, id);
      return before === undefined || before === id ? [] : [`${spelling}: ${before}, ${id}`];
    }),
  );
}

const DEFENCE = "defence";
const weaponsIn: Reading = (sentence, knowledge) =>
  readSentence(sentence, knowledge).annotated.flatMap(({ weapons }) =>
    weapons.map(({ from, to, value }) =>
      [from, to, value.weapon, value.type, value.as, value.generic].join(" "),
    ),
  );
const weaponIds = (sentence: string): string[] =>
  readSentence(sentence).annotated.flatMap(({ weapons }) => weapons.map(({ value }) => value.id));
const weapons = rulesOf<Rule & { as: string; phrases: string[] }>(PATHS.weapons, "weapons");

testRules(
  "weapons",
  "weapons",
  weapons.filter((rule) => rule.as !== DEFENCE),
  PATHS.weapons,
  (rule, sentence) => expect(weaponIds(sentence)).toContain(rule.id),
  (rule, sentence) => expect(weaponIds(sentence)).not.toContain(rule.id),
  () => weaponsIn,
);

describe("weapons", () => {
  it("have no phrase twice", () => expect(twice(weapons)).toEqual([]));
  for (const rule of weapons.filter((one) => one.as === DEFENCE)) {
    for (const example of rule.examples) {
      it(`${rule.id} reads no weapon: ${example}`, () => expect(weaponIds(example)).toEqual([]));
      it(`${rule.id} is needed: ${example}`, () =>
        expect(weaponsIn(example, without(PATHS.weapons, "weapons", rule.id))).not.toEqual([]));
    }
    for (const example of rule.counterexamples)
      it(`${rule.id} leaves a weapon: ${example}`, () => expect(weaponIds(example)).not.toEqual([]));
  }
});

interface HappeningRule extends Rule {
  readonly family: string;
  readonly needs?: string;
  readonly noun: string[];
  readonly verb: string[];
}
const happenings = rulesOf<HappeningRule>(PATHS.happenings, "happenings");
const happeningsIn: Reading = (sentence, knowledge) =>
  readSentence(sentence, knowledge).annotated.flatMap((one) =>
    [...one.nouns, ...one.verbs].map(({ from, to, value }) =>
      [from, to, value.family, value.type, value.fallback, value.agent, value.object].join(" "),
    ),
  );
const happeningIds = (sentence: string): string[] =>
  readSentence(sentence).annotated.flatMap((one) =>
    [...one.nouns, ...one.verbs].map(({ value }) => value.id),
  );

/** The rules of the words by which a sentence tells of a happening. */
const toldBy = (sentence: string): string[] =>
  readSentence(sentence).mentions.flatMap(({ triggers }) =>
    triggers.flatMap(({ happening }) => (happening === null ? [] : [happening.id])),
  );

testRules(
  "happenings",
  "happenings",
  happenings.filter((rule) => rule.family !== "none"),
  PATHS.happenings,
  (rule, sentence) => expect(happeningIds(sentence)).toContain(rule.id),
  (rule, sentence) =>
    // a word that tells an attack only beside other words is found, and tells nothing
    expect(
      (rule as HappeningRule).needs === undefined ? happeningIds(sentence) : toldBy(sentence),
    ).not.toContain(rule.id),
  () => happeningsIn,
);

describe("happenings", () => {
  it("have no noun twice", () =>
    expect(twice(happenings.map(({ id, noun }) => ({ id, phrases: noun })))).toEqual([]));
  it("have no verb twice", () =>
    expect(twice(happenings.map(({ id, verb }) => ({ id, phrases: verb })))).toEqual([]));
  for (const rule of happenings.filter((one) => one.family === "none")) {
    for (const example of rule.examples) {
      it(`${rule.id} reads none: ${example}`, () => expect(happeningIds(example)).toEqual([]));
      it(`${rule.id} is needed: ${example}`, () =>
        expect(happeningsIn(example, without(PATHS.happenings, "happenings", rule.id))).not.toEqual([]));
    }
    for (const example of rule.counterexamples)
      it(`${rule.id} leaves one: ${example}`, () => expect(happeningIds(example)).not.toEqual([]));
  }
});

interface ClaimRule extends Rule {
  readonly attribute: string;
  readonly value: unknown;
  readonly patterns: readonly string[];
  readonly default?: unknown;
  readonly stance?: string;
}
const claimRules = rulesOf<ClaimRule>(PATHS.claims, "rules");
const claimsIn: Reading = (sentence, knowledge) =>
  readSentence(sentence, knowledge).patterns.map(({ attribute, value, stance }) =>
    JSON.stringify([attribute, value, stance ?? null]),
  );
const claimsBy = (rule: Rule, sentence: string) =>
  readSentence(sentence).patterns.filter((claim) => claim.step.rule === rule.id);

testRules(
  "claims",
  "rules",
  claimRules,
  PATHS.claims,
  (rule, sentence) => {
    const claims = claimsBy(rule, sentence);
    const { attribute, value, stance } = rule as ClaimRule;
    expect(claims).not.toEqual([]);
    for (const claim of claims) {
      expect([claim.attribute, claim.stance]).toEqual([attribute, stance]);
      if (value === "$actor") expect(claim.value).toEqual(expect.stringMatching(/./u));
      else if (value === "$count") expect((claim.value as Count).min).toBeGreaterThan(0);
      else if (value !== null && typeof value === "object")
        expect(claim.value).toMatchObject({ act: (value as { act: string }).act });
      else expect(claim.value).toEqual(value);
    }
  },
  (rule, sentence) => expect(claimsBy(rule, sentence)).toEqual([]),
  () => claimsIn,
);

interface CasualtyRule extends Rule {
  readonly attribute: "killed" | "injured";
}
const predicates = rulesOf<CasualtyRule>(PATHS.casualties, "predicates");
const casualtiesIn: Reading = (sentence, knowledge) =>
  readSentence(sentence, knowledge).casualties.map(({ attribute, value }) =>
    JSON.stringify([attribute, value]),
  );
/** A sentence of an example tells one number: that of the people. */
const onlyNumber = (sentence: string): Count => {
  const numbers = readSentence(sentence).annotated.flatMap((one) => one.quantities);
  expect(numbers).toHaveLength(1);
  return numbers[0]!.value.count;
};

testRules(
  "casualties",
  "predicates",
  predicates,
  PATHS.casualties,
  (rule, sentence) =>
    expect(
      readSentence(sentence).casualties.map(({ attribute, value }) => [
        attribute,
        (value as { count: Count }).count,
      ]),
    ).toEqual([[(rule as CasualtyRule).attribute, onlyNumber(sentence)]]),
  (_, sentence) => expect(readSentence(sentence).casualties).toEqual([]),
  () => casualtiesIn,
);

describe("people", () => {
  const { examples, counterexamples } = shipped.events.peopleExamples;
  const people = (sentence: string, knowledge: EventReadingKnowledge = shipped) =>
    readSentence(sentence, knowledge).groups.flatMap(({ who }) => (who === null ? [] : [who]));
  for (const { text, who } of examples) it(`reads: ${text}`, () => expect(people(text)).toEqual(who));
  for (const { text } of counterexamples)
    it(`leaves: ${text}`, () => expect(readSentence(text).groups.filter((group) => !group.bare)).toEqual([]));
  for (const { id } of rulesOf(PATHS.people, "kinds"))
    it(`kind ${id} is needed for an example`, () => {
      const less = without(PATHS.people, "kinds", id);
      expect(examples.filter(({ text, who }) => people(text, less).join() !== who.join())).not.toEqual([]);
    });
});

describe("the order of rules", () => {
  const sentences = [...weapons, ...happenings, ...claimRules, ...predicates].flatMap((rule) => [
    ...rule.examples,
    ...rule.counterexamples,
  ]);
  const turned = (list: string) => (file: Record<string, unknown>) => ({
    ...file,
    [list]: (file[list] as unknown[]).toReversed(),
  });
  for (const [path, list] of [
    [PATHS.weapons, "weapons"],
    [PATHS.happenings, "happenings"],
    [PATHS.casualties, "predicates"],
    [PATHS.people, "kinds"],
  ] as const)
    it(`says nothing in ${path}`, () => {
      const other = knowing(path, turned(list));
      for (const sentence of sentences)
        for (const reading of [weaponsIn, happeningsIn, casualtiesIn, claimsIn])
          expect([sentence, reading(sentence, other)]).toEqual([sentence, reading(sentence, shipped)]);
    });
});

describe("claims", () => {
  it("have an example for each pattern", () => {
    const idle = claimRules.flatMap((rule) =>
      rule.patterns.flatMap((pattern) => {
        const only = knowing(PATHS.claims, () => ({
          language: "en",
          rules: [{ ...rule, patterns: [pattern] }],
        }));
        const tried = rule.examples.some((example) => claimsIn(example, only).length > 0);
        return tried ? [] : [`${rule.id}: ${pattern}`];
      }),
    );
    expect(idle).toEqual([]);
  });

  // Where two rules for one attribute overlap, the order decides; an example shows it.
  for (const [earlier, later] of [
    ["damage/none", "damage/some"],
    ["damage/extensive", "damage/some"],
    ["damage/extensive", "damage/destroyed"],
    ["responsibility/unclaimed", "responsibility/claimed"],
  ] as const)
    it(`read ${earlier} before ${later}`, () => {
      const [first, second] = [earlier, later].map((id) => claimRules.find((rule) => rule.id === id)!);
      const only = (...rules: ClaimRule[]) => knowing(PATHS.claims, () => ({ language: "en", rules }));
      const [inOrder, turned] = [only(first!, second!), only(second!, first!)];
      const told = first!.examples.filter(
        (example) => claimsIn(example, inOrder).join() !== claimsIn(example, turned).join(),
      );
      expect(told).not.toEqual([]);
    });
});
