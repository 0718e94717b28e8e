// Features of a pair of events, by comparison: small flat facts that the levels of knowledge/comparison/levels.yaml test, as
// numbers in slots (a word such as "same" has a number, NaN is null), so that a pair costs no memory. Symmetric: of (a, b)
// as of (b, a). Distances are great-circle kilometres. Sums are over whole numbers: no order of adding shows.
import type { ComparisonKnowledge } from "../knowledge/comparison.js";
import { WEAPONS } from "../model/claim.js";
import { EVENT_TYPES } from "../model/event.js";
import { PRECISIONS } from "../model/place.js";
import { AT, HAS, HAS_ALL, NONE, ROW, SECTION, type CodedEvents } from "./coded-events.js";
import type { FeatureSource, Mark } from "./feature-source.js";
import { relatePlaces } from "./related-places.js";
import type { TermWeights } from "./term-weights.js";
import { dateSource, publishedSource, timingMark } from "./timing.js";

/** Words that features can have as values. */
const VALUES = [
  "unknown",
  "same",
  "near",
  "inside",
  "namesake",
  "apart",
  "kin",
  "seldom",
  "open",
  "far",
  "meets",
  "revised",
  "close",
  ...PRECISIONS,
] as const;
type Value = (typeof VALUES)[number];
const numbers = new Map<string, number>(VALUES.map((value, i) => [value, i]));

/** The number of a word that a condition names; undefined where no feature can have it. */
export function valueNumber(word: string): number | undefined {
  return numbers.get(word);
}

const is = (value: Value): number => numbers.get(value)!;
const [UNKNOWN, SAME, APART, KIN, SELDOM, OPEN] = (
  ["unknown", "same", "apart", "kin", "seldom", "open"] as const
).map(is) as [number, number, number, number, number, number];
/** Closest last: of several pairs of figures the closest speaks. */
const FIGURES = (["unknown", "far", "meets", "revised", "close", "same"] as const).map(is);

export function featureSources(
  events: CodedEvents,
  weights: TermWeights,
  knowledge: ComparisonKnowledge,
): ReadonlyMap<string, FeatureSource> {
  const place = placeSource(events, knowledge);
  const types = typeRelations(knowledge);
  const kinOfWeapon = WEAPONS.map((weapon) =>
    WEAPONS.reduce(
      (bits, other, i) =>
        knowledge.values.weapons.some((family) => family.includes(weapon) && family.includes(other))
          ? bits | (1 << i)
          : bits,
      0,
    ),
  );
  const figures = (section: number): FeatureSource => figureSource(events, section, knowledge);
  const { documents, has } = events;
  const sole = (a: number, b: number) => (has[a]! & has[b]! & HAS.sole) !== 0;
  const sameOutlet = (a: number, b: number): boolean => {
    const { rows } = events;
    const outlet = rows[a * ROW + AT.outlet]!;
    return outlet !== NONE && outlet === rows[b * ROW + AT.outlet];
  };
  const presence: Mark = {
    size: 2 * HAS_ALL,
    of(a, b) {
      const { rows } = events;
      return (rows[a * ROW + AT.has]! & rows[b * ROW + AT.has]!) + (sameOutlet(a, b) ? HAS_ALL : 0);
    },
  };
  const known = {
    whole: (at: number) => ({ whole: (at & HAS.sole) === 0 ? 0 : 1 }),
    sameOutlet: (at: number) => ({ sameOutlet: at < HAS_ALL ? 0 : 1 }),
  };
  const overlap = (section: number, bit: number): FeatureSource => ({
    names: ["overlap"],
    needs: { presence, bit },
    fill: (a, b, out) => (out[0] = weights.overlap(a, b, section)),
  });
  const timing = timingMark(events);
  const all: Record<string, FeatureSource> = {
    document: {
      names: ["sameDocument"],
      fill: (a, b, out) => (out[0] = documents[a] === documents[b] ? 1 : 0),
      mark: {
        size: 2,
        of(a, b) {
          const { rows } = events;
          return rows[a * ROW + AT.document] === rows[b * ROW + AT.document] ? 1 : 0;
        },
      },
    },
    place,
    date: dateSource(events, timing),
    published: publishedSource(events, timing),
    type: {
      names: ["relation", "rare", "open"],
      code: AT.kinds,
      fill: (a, b, out) => {
        const pair = types[events.type[a]! * EVENT_TYPES.length + events.type[b]!]!;
        out[0] = pair.relation;
        out[1] = pair.rare;
        out[2] = pair.open;
      },
    },
    weapon: {
      names: ["relation"],
      code: AT.kinds,
      fill: (a, b, out) => {
        const [x, y] = [events.weapons[a]!, events.weapons[b]!];
        if (x === 0 || y === 0) out[0] = UNKNOWN;
        else if ((x & y) !== 0) out[0] = SAME;
        else out[0] = kinOfWeapon.some((bits, i) => (x & (1 << i)) !== 0 && (bits & y) !== 0) ? KIN : APART;
      },
    },
    killed: figures(SECTION.killed),
    injured: figures(SECTION.injured),
    perpetrator: overlap(SECTION.perpetrator, HAS.perpetrator),
    target: overlap(SECTION.target, HAS.target),
    names: {
      names: ["shared", "cosine", "whole", "full"],
      needs: { presence, bit: HAS.names, known: known.whole },
      atMost: (event) => weights.own(event, SECTION.names),
      fill: (a, b, out) => {
        out[0] = weights.shared(a, b, SECTION.names);
        out[1] = out[0] === 0 ? 0 : weights.cosine(a, b, SECTION.names);
        // Of other events only the words that tell them were looked at.
        out[2] = sole(a, b) ? 1 : 0;
        out[3] = out[0] >= A_NAME ? weights.sharedFullNames(a, b) : Math.min(out[0], 0);
      },
    },
    ages: {
      names: ["common"],
      needs: { presence, bit: HAS.ages },
      fill: (a, b, out) => (out[0] = agesInCommon(events, a, b)),
    },
    words: {
      names: ["cosine", "whole"],
      needs: { presence, bit: HAS.words, known: known.whole },
      fill: (a, b, out) => {
        out[0] = weights.cosine(a, b, SECTION.words);
        out[1] = sole(a, b) ? 1 : 0;
      },
    },
    report: {
      names: ["cosine", "sameOutlet", "rare"],
      needs: { presence, bit: HAS.sole, known: known.sameOutlet },
      fill: (a, b, out) => {
        out[0] = sole(a, b) ? weights.reportCosine(documents[a]!, documents[b]!) : NaN;
        out[1] = sameOutlet(a, b) ? 1 : 0;
        out[2] = out[0] >= UNLIKE ? weights.rareInCommon(documents[a]!, documents[b]!) : 0;
      },
    },
  };
  return new Map(Object.entries(all));
}

/** Names in common below which there is none of two parts among them that tells anything. */
const A_NAME = 0.5;
/** Cosine of two reports below which they have no rare word in common that tells anything. */
const UNLIKE = 0.03;

/** NaN where one tells none. */
function agesInCommon({ pool, begins, ends }: CodedEvents, a: number, b: number): number {
  const [i, iEnd] = [begins[SECTION.ages]![a]!, ends[SECTION.ages]![a]!];
  const [j, jEnd] = [begins[SECTION.ages]![b]!, ends[SECTION.ages]![b]!];
  if (i === iEnd || j === jEnd) return NaN;
  let count = 0;
  for (let x = i; x < iEnd; x++) for (let y = j; y < jEnd; y++) if (pool[x] === pool[y]) count++;
  return count;
}

function placeSource({ placeOf, places }: CodedEvents, { values }: ComparisonKnowledge): FeatureSource {
  return {
    names: ["relation", "coarser", "beyond"],
    code: AT.place,
    fill(a, b, out) {
      const x = placeOf[a]!;
      const y = placeOf[b]!;
      const { relation, coarser, beyond } = relatePlaces(
        x === NONE ? null : places[x]!,
        y === NONE ? null : places[y]!,
        values.measures,
      );
      out[0] = is(relation);
      out[1] = coarser === null ? NaN : is(coarser);
      out[2] = beyond;
    },
  };
}

function typeRelations(knowledge: ComparisonKnowledge): { relation: number; rare: number; open: number }[] {
  return EVENT_TYPES.flatMap((a) =>
    EVENT_TYPES.map((b) => {
      const inOneOf = (families: readonly (readonly string[])[]) =>
        families.some((family) => family.includes(a) && family.includes(b));
      const open = knowledge.openTypes.has(a) || knowledge.openTypes.has(b);
      return {
        relation:
          a === b
            ? SAME
            : inOneOf(knowledge.typeFamilies)
              ? KIN
              : inOneOf(knowledge.seldomFamilies)
                ? SELDOM
                : open
                  ? OPEN
                  : APART,
        rare: a === b && knowledge.rareTypes.has(a) ? 1 : 0,
        open: open ? 1 : 0,
      };
    }),
  );
}

/** The closest pair of figures speaks: reports give totals and parts, and revise. */
function figureSource(events: CodedEvents, section: number, knowledge: ComparisonKnowledge): FeatureSource {
  const { close, revised } = knowledge.values.measures.figures;
  const slack = knowledge.values.tolerance.approximate;
  return {
    names: ["relation", "figure"],
    code: AT.figures,
    fill(a, b, out) {
      const { pool } = events;
      let [best, figure] = [0, NaN];
      const [from, to] = [events.begins[section]![b]!, events.ends[section]![b]!];
      for (let i = events.begins[section]![a]!, end = events.ends[section]![a]!; i < end; i += 3)
        for (let j = from; j < to; j += 3) {
          const x = pool[i] !== NONE ? pool[i]! : pool[i + 1]!;
          const y = pool[j] !== NONE ? pool[j]! : pool[j + 1]!;
          if (x === NONE || y === NONE) continue;
          const [low, high] = [Math.min(x, y), Math.max(x, y)];
          let rank: number;
          if (low === high) rank = 5;
          else if (low >= high * close) rank = 4;
          else if (meets(pool, i, j, slack)) rank = 2;
          else rank = low >= high * revised && low > 0 ? 3 : 1;
          if (rank > best || (rank === best && high > figure)) [best, figure] = [rank, high];
        }
      out[0] = FIGURES[best]!;
      out[1] = figure;
    },
  };
}

/** Whether what two counts allow has a number in common: "at least 3" has no upper end, "about" reaches beyond both ends. */
function meets(pool: Int32Array, i: number, j: number, tolerance: number): boolean {
  return (
    lowEnd(pool, i, tolerance) <= highEnd(pool, j, tolerance) &&
    lowEnd(pool, j, tolerance) <= highEnd(pool, i, tolerance)
  );
}

function lowEnd(pool: Int32Array, at: number, tolerance: number): number {
  return pool[at] === NONE ? 0 : pool[at]! * (pool[at + 2] === 1 ? 1 - tolerance : 1);
}

function highEnd(pool: Int32Array, at: number, tolerance: number): number {
  return pool[at + 1] === NONE ? Infinity : pool[at + 1]! * (pool[at + 2] === 1 ? 1 + tolerance : 1);
}
