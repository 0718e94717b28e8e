// Features of a pair of events, by comparison: small flat facts that the levels of knowledge/comparison/levels.yaml test, as
// numbers in slots (a word such as "same" has a number, NaN is null), so that a pair costs no memory. Symmetric: of (a, b)
// as of (b, a). Distances are great-circle kilometres. Sums are over whole numbers: no order of adding shows.
import type { ComparisonKnowledge } from "../knowledge/comparison.js";
import { WEAPONS } from "../model/claim.js";
import { EVENT_TYPES } from "../model/event.js";
import { PRECISIONS } from "../model/place.js";
import { NONE, SECTION, type CodedEvents } from "./coded-events.js";
import { relatePlaces } from "./related-places.js";
import type { TermWeights } from "./term-weights.js";

export type Slots = Float64Array;

export interface FeatureSource {
  /** Names of the features, in the order of their slots. */
  readonly names: readonly string[];
  fill(a: number, b: number, out: Slots): void;
}

/** Words that features can have as values. */
const VALUES = [
  "unknown",
  "same",
  "near",
  "inside",
  "namesake",
  "apart",
  "kin",
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
const [UNKNOWN, SAME, APART, KIN, OPEN] = (["unknown", "same", "apart", "kin", "open"] as const).map(is) as [
  number,
  number,
  number,
  number,
  number,
];
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
  const overlap = (section: number): FeatureSource => ({
    names: ["overlap"],
    fill: (a, b, out) => (out[0] = weights.overlap(a, b, section)),
  });
  const all: Record<string, FeatureSource> = {
    document: {
      names: ["sameDocument"],
      fill: (a, b, out) => (out[0] = events.documents[a] === events.documents[b] ? 1 : 0),
    },
    place,
    date: dateSource(events),
    published: {
      names: ["gap", "news"],
      fill: (a, b, out) => {
        const [x, y] = [events.documents[a]!, events.documents[b]!];
        const known = events.publishedFirst[x] !== NONE && events.publishedFirst[y] !== NONE;
        out[1] = events.sole[a] === true && events.sole[b] === true ? 1 : 0;
        // Where both events have a date, that speaks.
        out[0] =
          !known || (events.earliest[a] !== NONE && events.earliest[b] !== NONE)
            ? NaN
            : Math.max(
                0,
                events.publishedFirst[y]! - events.publishedLast[x]!,
                events.publishedFirst[x]! - events.publishedLast[y]!,
              );
      },
    },
    type: {
      names: ["relation", "rare", "open"],
      fill: (a, b, out) => {
        const pair = types[events.type[a]! * EVENT_TYPES.length + events.type[b]!]!;
        out[0] = pair.relation;
        out[1] = pair.rare;
        out[2] = pair.open;
      },
    },
    weapon: {
      names: ["relation"],
      fill: (a, b, out) => {
        const [x, y] = [events.weapons[a]!, events.weapons[b]!];
        if (x === 0 || y === 0) out[0] = UNKNOWN;
        else if ((x & y) !== 0) out[0] = SAME;
        else out[0] = kinOfWeapon.some((bits, i) => (x & (1 << i)) !== 0 && (bits & y) !== 0) ? KIN : APART;
      },
    },
    killed: figures(SECTION.killed),
    injured: figures(SECTION.injured),
    perpetrator: overlap(SECTION.perpetrator),
    target: overlap(SECTION.target),
    names: {
      names: ["shared", "cosine", "whole"],
      fill: (a, b, out) => {
        out[0] = weights.shared(a, b, SECTION.names);
        out[1] = weights.cosine(a, b, SECTION.names);
        // Of other events only the words that tell them were looked at.
        out[2] = events.sole[a] === true && events.sole[b] === true ? 1 : 0;
      },
    },
    words: { names: ["cosine"], fill: (a, b, out) => (out[0] = weights.cosine(a, b, SECTION.words)) },
    report: {
      names: ["cosine", "sameOutlet"],
      fill: (a, b, out) => {
        const [x, y] = [events.documents[a]!, events.documents[b]!];
        const sole = events.sole[a] === true && events.sole[b] === true;
        out[0] = sole ? weights.reportCosine(x, y) : NaN;
        out[1] = events.outlets[x] !== NONE && events.outlets[x] === events.outlets[y] ? 1 : 0;
      },
    },
  };
  return new Map(Object.entries(all));
}

function placeSource({ placeOf, places }: CodedEvents, { values }: ComparisonKnowledge): FeatureSource {
  return {
    names: ["relation", "coarser", "beyond"],
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

/** Days that a happening is news for. */
const NEWS_FOR = 3;

function dateSource(events: CodedEvents): FeatureSource {
  const { earliest, latest, documents, publishedFirst, publishedLast, main, sole } = events;
  /** Told as news in the days after it. */
  const isNews = (event: number): boolean => {
    const first = publishedFirst[documents[event]!]!;
    return main[event] === true && first !== NONE && first - latest[event]! <= NEWS_FOR;
  };
  /** Days between two reports of several pieces of news, of which each tells its event as news and gives it no day. */
  const bulletinGap = (a: number, b: number): number => {
    const [x, y] = [documents[a]!, documents[b]!];
    const known = publishedFirst[x] !== NONE && publishedFirst[y] !== NONE;
    const news = main[a] === true && main[b] === true && !(sole[a] === true && sole[b] === true);
    if (!known || !news) return NaN;
    return Math.max(0, publishedFirst[y]! - publishedLast[x]!, publishedFirst[x]! - publishedLast[y]!);
  };
  return {
    names: ["gap", "longest", "ahead", "unfocused", "bulletins", "news"],
    fill(a, b, out) {
      out.fill(NaN, 0, 6);
      const [x, y] = [earliest[a] !== NONE, earliest[b] !== NONE];
      if (x && y) {
        out[0] = Math.max(0, earliest[b]! - latest[a]!, earliest[a]! - latest[b]!);
        out[1] = Math.max(latest[a]! - earliest[a]!, latest[b]! - earliest[b]!) + 1;
        out[5] = isNews(a) && isNews(b) ? 1 : 0;
        return;
      }
      if (!x && !y) {
        out[4] = bulletinGap(a, b);
        return;
      }
      const [dated, dateless] = x ? [a, b] : [b, a];
      const first = publishedFirst[documents[dateless]!]!;
      const last = publishedLast[documents[dateless]!]!;
      if (first === NONE) return;
      // How many days the dated event lies after the other report was published; negative before.
      out[2] = latest[dated]! < first ? latest[dated]! - first : Math.max(0, earliest[dated]! - last);
      out[3] = main[dateless] === true ? 0 : 1;
    },
  };
}

function typeRelations(knowledge: ComparisonKnowledge): { relation: number; rare: number; open: number }[] {
  return EVENT_TYPES.flatMap((a) =>
    EVENT_TYPES.map((b) => {
      const kin = knowledge.typeFamilies.some((family) => family.includes(a) && family.includes(b));
      const open = knowledge.openTypes.has(a) || knowledge.openTypes.has(b);
      return {
        relation: a === b ? SAME : kin ? KIN : open ? OPEN : APART,
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
  const low = (at: number) => (pool[at] === NONE ? 0 : pool[at]! * (pool[at + 2] === 1 ? 1 - tolerance : 1));
  const high = (at: number) =>
    pool[at + 1] === NONE ? Infinity : pool[at + 1]! * (pool[at + 2] === 1 ? 1 + tolerance : 1);
  return low(i) <= high(j) && low(j) <= high(i);
}
