// knowledge/comparison/*.yaml: how two events are compared, and when two values of an attribute can both be true.
// levels.yaml follows splink's comparison levels: named levels in order, the first that holds gives its match weight
// (log2 of a Bayes factor). values.yaml holds families, tolerances and scopes for comparing values. Code knows no word.
import { z } from "zod";
import type { KnowledgeLayers } from "./layers.js";
import { yamlUnder } from "./layers.js";

const Scalar = z.union([z.string(), z.number(), z.boolean(), z.null()]);
const Condition = z.union([
  Scalar,
  z.array(Scalar),
  z.strictObject({ atLeast: z.number().optional(), atMost: z.number().optional() }),
]);

/** An event in few words, for examples: what is not told is unknown. */
const Sketch = z.strictObject({
  document: z.string().optional(),
  published: z.string().optional(),
  date: z.string().optional(),
  type: z.string().optional(),
  focus: z.enum(["main", "background"]).optional(),
  /** Its report tells another piece of news beside it. */
  bulletin: z.boolean().optional(),
  /** Name, latitude, longitude, precision; then, where known, gazetteer id and first-level division. */
  place: z
    .union([
      z.tuple([z.string(), z.number(), z.number(), z.string()]),
      z.tuple([z.string(), z.number(), z.number(), z.string(), z.string()]),
      z.tuple([z.string(), z.number(), z.number(), z.string(), z.string(), z.string()]),
    ])
    .optional(),
  quote: z.string().optional(),
  outlet: z.string().optional(),
  /** Stands in a collection of few reports, of which nothing is known to be rare. */
  fewReports: z.boolean().optional(),
  /** The whole report; where absent, the quote. */
  text: z.string().optional(),
  weapon: z.string().optional(),
  /** A number, or in a list of its own at least that number. */
  killed: z.union([z.number(), z.tuple([z.number()])]).optional(),
  injured: z.union([z.number(), z.tuple([z.number()])]).optional(),
  perpetrator: z.string().optional(),
  target: z.string().optional(),
});
export type EventSketch = z.infer<typeof Sketch>;
const Pair = z.tuple([Sketch, Sketch]);

const Level = z.strictObject({
  id: z.string(),
  when: z.record(z.string(), Condition),
  weight: z.number(),
  /** The two are never one incident, whatever else speaks for it. */
  separates: z.boolean().default(false),
  examples: z.array(Pair).min(2),
  not: z.array(Pair).min(1),
});
/** Kilometres and shares that decide which relation two places or two figures have. */
const Measures = z.strictObject({
  reach: z.strictObject({
    site: z.number(),
    city: z.number(),
    district: z.number(),
    province: z.number(),
    country: z.number(),
  }),
  near: z.number(),
  spot: z.number(),
  figures: z.strictObject({ close: z.number(), revised: z.number() }),
  copies: z.strictObject({ resemblance: z.number(), containment: z.number(), words: z.number() }),
});
const LevelsFile = z.strictObject({
  prior: z.number().optional(),
  measures: Measures.optional(),
  comparisons: z.array(z.strictObject({ id: z.string(), levels: z.array(Level).min(1) })),
  families: z
    .strictObject({
      type: z.array(z.array(z.string())),
      /** As above, but seldom: most reports of the one name what makes it that. */
      seldom: z.array(z.array(z.string())).default([]),
      rare: z.array(z.string()),
      open: z.array(z.string()),
    })
    .optional(),
});

const WordRule = z.strictObject({
  id: z.string(),
  words: z.array(z.string()),
  examples: z.array(z.string()).min(2),
  not: z.array(z.string()).min(1),
});
const Values = z.strictObject({
  tolerance: z
    .strictObject({
      approximate: z.number(),
      vague: z.number(),
      minutes: z.number(),
      kilometres: z.number(),
      days: z.number(),
      war: z.number(),
      oneReport: z.number(),
      evidence: z.number(),
    })
    .optional(),
  partsOfDay: z.record(z.string(), z.tuple([z.number(), z.number()])).default({}),
  weapons: z.array(z.array(z.string())).default([]),
  /** Weapons that one assault uses beside each other, so that accounts which name one each contradict nobody. */
  together: z.array(z.array(z.string())).default([]),
  damage: z.array(z.array(z.string())).default([]),
  impact: z.array(z.array(z.string())).default([]),
  people: z
    .array(
      z.strictObject({
        id: z.string(),
        relation: z.enum(["whole", "part", "side", "condition", "apart"]),
        words: z.array(z.string()),
      }),
    )
    .default([]),
  /** Units of what is fired or flown, by the words of a count, other than the single munition; only figures of one unit compare. */
  units: z.array(WordRule).default([]),
  /** Words beside a figure by which it is no total: it is some of them, comes on top, or was counted over more than this. */
  noTotals: z
    .array(
      z.strictObject({
        id: z.string(),
        attributes: z.array(z.string()).min(1),
        words: z.array(z.string()).min(1),
        unless: z.array(z.string()).default([]),
        /** The last of the figure's own words; * stands for any one word, here as below. */
        ends: z.array(z.string()).default([]),
        /** Shortly before the figure's words in their sentence, and right behind them; * stands for any one word. */
        before: z.array(z.string()).default([]),
        after: z.array(z.string()).default([]),
        /** The figure's words in brackets, where something stands around them. */
        examples: z.array(z.string()).min(2),
        not: z.array(z.string()).min(1),
      }),
    )
    .default([]),
  /** Words by which a report tells a figure as an earlier one, before it in its sentence and right behind it; * is any one word. */
  superseded: z
    .array(
      z.strictObject({
        id: z.string(),
        before: z.array(z.string()).default([]),
        after: z.array(z.string()).default([]),
        examples: z.array(z.string()).min(2),
        not: z.array(z.string()).min(1),
      }),
    )
    .default([]),
  /** What stands around the age of a person, # for the number; a text in each example, with the ages it tells. */
  ages: z
    .array(
      z.strictObject({
        id: z.string(),
        phrases: z.array(z.string()).min(1),
        examples: z.record(z.string(), z.array(z.number())),
        not: z.array(z.string()).min(1),
      }),
    )
    .default([]),
  /** Words that count to one; without them a single person is one who is told of. */
  singular: z.array(z.string()).default([]),
  /** Types of event in which both parties are named as attacking. */
  twoSided: z.array(z.string()).default([]),
  /** Weapons (types, where no weapon is named) whose singular names the kind of attack and counts nothing: "an air strike". */
  uncounted: z.array(z.string()).default([]),
  /** Words by which a described perpetrator is of one side and not of another. */
  sides: z.array(z.strictObject({ id: z.string(), words: z.array(z.string()) })).default([]),
  sidesApart: z.array(z.tuple([z.string(), z.string()])).default([]),
  /** Alliances and the states whose acts are told as theirs, by ids of knowledge/actors. */
  alliances: z
    .array(z.strictObject({ bodies: z.array(z.string()).min(1), of: z.array(z.string()).min(1) }))
    .default([]),
  /** Words that only say what kind of body of a state speaks, and in what form; a name of nothing else names nobody. */
  descriptions: z.array(WordRule).default([]),
  /** Kinds of target that exclude each other when two accounts name them for one attack. */
  targets: z.array(z.strictObject({ id: z.string(), words: z.array(z.string()) })).default([]),
  targetsApart: z.array(z.tuple([z.string(), z.string()])).default([]),
  /** Words by which a number shot down is told to be all that were fired. */
  allOfThem: z.array(z.string()).default([]),
  /** Types of event that happen in one spot, and kinds of site of which they hit one. */
  oneSpot: z.array(z.string()).default([]),
  sites: z.array(z.strictObject({ id: z.string(), words: z.array(z.string()) })).default([]),
  examples: z.array(
    z.strictObject({
      rule: z.string(),
      attribute: z.string(),
      a: z.unknown(),
      b: z.unknown(),
      stances: z.tuple([z.string(), z.string()]).optional(),
      /** Of both events. */
      type: z.string().optional(),
      relation: z.string(),
    }),
  ),
});

const Sample = z.strictObject({ type: z.string(), weapon: z.string().optional() });
const CountedFile = z.strictObject({
  nearDays: z.number().int().nonnegative().optional(),
  counted: z.array(
    z.strictObject({
      what: z.string(),
      types: z.array(z.string()).default([]),
      weapons: z.array(z.string()).default([]),
      not: z.array(z.string()).default([]),
      examples: z.array(Sample).min(2),
      not_examples: z.array(Sample).min(1),
    }),
  ),
});
export type CountedKind = z.infer<typeof CountedFile>["counted"][number];

const Titles = z.strictObject({
  language: z.string(),
  pattern: z.string(),
  byType: z.record(z.string(), z.string()),
  byWeapon: z.record(z.string(), z.record(z.string(), z.string())),
  examples: z.array(
    z.strictObject({
      type: z.string(),
      weapon: z.string().nullable(),
      place: z.string().nullable(),
      title: z.string(),
    }),
  ),
});
export type TitleKnowledge = z.infer<typeof Titles>;

export type LevelCondition = z.infer<typeof Condition>;
export type ComparisonLevel = z.infer<typeof Level>;
export interface Comparison {
  readonly id: string;
  readonly levels: readonly ComparisonLevel[];
}
export type ValueKnowledge = Required<Omit<z.infer<typeof Values>, "tolerance">> & {
  readonly tolerance: NonNullable<z.infer<typeof Values>["tolerance"]>;
  readonly measures: ComparisonMeasures;
};
export type ComparisonMeasures = z.infer<typeof Measures>;
export interface ComparisonKnowledge {
  /** log2 odds that two events which meet in a block are one incident, before anything is compared. */
  readonly prior: number;
  readonly comparisons: readonly Comparison[];
  readonly typeFamilies: readonly (readonly string[])[];
  readonly seldomFamilies: readonly (readonly string[])[];
  /** Types that happen seldom. */
  readonly rareTypes: ReadonlySet<string>;
  /** Types that say too little to speak against any other. */
  readonly openTypes: ReadonlySet<string>;
  readonly values: ValueKnowledge;
  /** What the nouns of tallies count; a pack's kind of the same name replaces the base's. */
  readonly counted: readonly CountedKind[];
  readonly nearDays: number;
  readonly titles: TitleKnowledge;
}

/** Throws on a file that is not of the form; a pack's comparison of the same id replaces the base's. */
export function parseComparisonKnowledge(layers: KnowledgeLayers): ComparisonKnowledge {
  const level = yamlUnder(layers, "comparison/levels").map(({ value }) => LevelsFile.parse(value));
  const value = yamlUnder(layers, "comparison/values").map(({ value }) => Values.parse(value));
  const counted = yamlUnder(layers, "comparison/counted").map(({ value }) => CountedFile.parse(value));
  const titles = yamlUnder(layers, "comparison/titles").map(({ value }) => Titles.parse(value));
  const comparisons = new Map<string, Comparison>();
  for (const file of level) for (const one of file.comparisons) comparisons.set(one.id, one);
  const last = <T>(values: readonly (T | undefined)[], what: string): T => {
    const found = values.findLast((v) => v !== undefined);
    if (found === undefined) throw new Error(`knowledge/comparison tells no ${what}`);
    return found;
  };
  return {
    prior: last(
      level.map((f) => f.prior),
      "prior",
    ),
    comparisons: [...comparisons.values()],
    typeFamilies: level.flatMap((f) => f.families?.type ?? []),
    seldomFamilies: level.flatMap((f) => f.families?.seldom ?? []),
    rareTypes: new Set(level.flatMap((f) => f.families?.rare ?? [])),
    openTypes: new Set(level.flatMap((f) => f.families?.open ?? [])),
    values: {
      tolerance: last(
        value.map((f) => f.tolerance),
        "tolerance",
      ),
      measures: last(
        level.map((f) => f.measures),
        "measures",
      ),
      partsOfDay: Object.assign({}, ...value.map((f) => f.partsOfDay)),
      weapons: value.flatMap((f) => f.weapons),
      together: value.flatMap((f) => f.together),
      damage: value.flatMap((f) => f.damage),
      impact: value.flatMap((f) => f.impact),
      people: value.flatMap((f) => f.people),
      units: value.flatMap((f) => f.units),
      noTotals: value.flatMap((f) => f.noTotals),
      superseded: value.flatMap((f) => f.superseded),
      ages: value.flatMap((f) => f.ages),
      singular: value.flatMap((f) => f.singular),
      twoSided: value.flatMap((f) => f.twoSided),
      uncounted: value.flatMap((f) => f.uncounted),
      sides: value.flatMap((f) => f.sides),
      sidesApart: value.flatMap((f) => f.sidesApart),
      alliances: value.flatMap((f) => f.alliances),
      descriptions: value.flatMap((f) => f.descriptions),
      targets: value.flatMap((f) => f.targets),
      targetsApart: value.flatMap((f) => f.targetsApart),
      allOfThem: value.flatMap((f) => f.allOfThem),
      oneSpot: value.flatMap((f) => f.oneSpot),
      sites: value.flatMap((f) => f.sites),
      examples: value.flatMap((f) => f.examples),
    },
    counted: [...new Map(counted.flatMap((f) => f.counted).map((kind) => [kind.what, kind])).values()],
    nearDays: last(
      counted.map((f) => f.nearDays),
      "near days",
    ),
    titles: last(titles, "titles"),
  };
}
