// A claimed number of events set against the record under its own rule: which recorded incidents fall in its period, place and
// kind, which are near misses and why, and of which it cannot be said. In: a tally, the day it was published, the incidents.
// Out: ids with reasons, and what of the tally could not be tested. Never a verdict: the record holds what reports told, and
// reports do not tell all. Knowledge: knowledge/comparison/counted.yaml and the measures of levels.yaml.
import { dayGap, dayRange, type DayRange } from "../model/day-range.js";
import type { Incident } from "../model/incident.js";
import type { Tally } from "../model/tally.js";
import type { CountedKind, ComparisonMeasures } from "../knowledge/comparison.js";
import { relatePlaces } from "./related-places.js";
import { wordsOf } from "./words.js";

export interface TallyMeasures {
  readonly counted: readonly CountedKind[];
  /** Days outside the period up to which an incident is a near miss. */
  readonly nearDays: number;
  readonly places: Pick<ComparisonMeasures, "reach" | "near" | "spot">;
}

export const CRITERIA = ["period", "place", "kind", "perpetrator"] as const;
export type Criterion = (typeof CRITERIA)[number];

export interface TallyRecord {
  /** Ids of incidents that meet every criterion, by day. */
  readonly within: readonly string[];
  /** Incidents that fail one criterion by little: a day or two outside the period, another weapon, another named actor. */
  readonly near: readonly {
    readonly incident: string;
    readonly fails: Criterion;
    readonly days: number | null;
  }[];
  /** Incidents that may belong to it: what is unknown of them decides. */
  readonly undecided: readonly { readonly incident: string; readonly unknown: Criterion }[];
  /** What the tally states that the record was not tested for. */
  readonly untested: readonly (Criterion | "target")[];
}

type Verdict = "yes" | "no" | "unknown" | { readonly days: number };

/** Null where the record cannot be asked: what is counted is no kind of incident, or the tally has neither period nor place. */
export function againstRecord(
  tally: Tally,
  published: string | null,
  incidents: readonly Incident[],
  measures: TallyMeasures,
): TallyRecord | null {
  const kind = measures.counted.find(({ what }) => what === tally.what);
  if (kind === undefined || (tally.period === null && tally.place === null)) return null;
  const period = periodOf(tally.period, published);
  const placed = tally.place !== null && tally.area !== undefined;
  const untested = [
    ...(tally.period !== null && period === null ? (["period"] as const) : []),
    ...(tally.place !== null && !placed ? (["place"] as const) : []),
    ...(tally.target !== null && tally.target !== tally.place ? (["target"] as const) : []),
  ];
  if (period === null && !placed) return null;
  const found: {
    within: string[];
    near: TallyRecord["near"][number][];
    undecided: TallyRecord["undecided"][number][];
  } = { within: [], near: [], undecided: [] };
  for (const incident of inOrder(incidents)) {
    const verdicts: [Criterion, Verdict][] = [
      ["period", period === null ? "yes" : periodVerdict(dayRange(incident.date), period, measures.nearDays)],
      ["place", placed ? placeVerdict(tally, incident, measures) : "yes"],
      ["kind", kindVerdict(kind, incident)],
      ["perpetrator", perpetratorVerdict(tally.perpetrator, incident)],
    ];
    const failing = verdicts.filter(([, verdict]) => verdict === "no" || typeof verdict === "object");
    const [unknown] = verdicts.find(([, verdict]) => verdict === "unknown") ?? [];
    const [fails, verdict] = failing[0] ?? [];
    if (fails === undefined)
      if (unknown === undefined) found.within.push(incident.id);
      else found.undecided.push({ incident: incident.id, unknown });
    else if (failing.length === 1 && unknown === undefined) {
      if (typeof verdict === "object") found.near.push({ incident: incident.id, fails, days: verdict.days });
      else if (fails === "kind" || fails === "perpetrator")
        found.near.push({ incident: incident.id, fails, days: null });
    }
  }
  return { ...found, untested };
}

function inOrder(incidents: readonly Incident[]): readonly Incident[] {
  const key = ({ date, id }: Incident): string => `${date ?? "~"} ${id}`;
  return [...incidents].sort((a, b) => (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0));
}

/** An open end is the day of publication: nobody counts what is to come. */
function periodOf(period: string | null, published: string | null): DayRange | null {
  if (period === null) return null;
  const [from, to] = period.split("/");
  const closed = to === ".." || to === "" ? (published === null ? null : `${from}/${published}`) : period;
  return dayRange(closed);
}

function periodVerdict(days: DayRange | null, period: DayRange, near: number): Verdict {
  if (days === null) return "unknown";
  const gap = dayGap(days, period);
  if (gap > 0) return gap <= near ? { days: gap } : "no";
  return days.earliest >= period.earliest && days.latest <= period.latest ? "yes" : "unknown";
}

function placeVerdict({ area }: Tally, { place }: Incident, { places }: TallyMeasures): Verdict {
  const { relation } = relatePlaces(area ?? null, place, places);
  if (relation === "unknown") return "unknown";
  if (relation === "apart" || relation === "near") return "no";
  // A province's attacks are not a country's told of no place within it.
  return area!.precision !== "country" && place!.precision === "country" ? "unknown" : "yes";
}

function kindVerdict({ types, weapons, not }: CountedKind, { type, attributes }: Incident): Verdict {
  const told = (attributes.weapon?.values ?? [])
    .filter(({ stance }) => stance === "asserted")
    .map(({ value }) => value as string);
  if (told.some((weapon) => weapons.includes(weapon))) return "yes";
  if (told.length > 0 && told.every((weapon) => not.includes(weapon))) return "no";
  return types.includes(type) ? "yes" : "no";
}

/** Nobody named in the record: it cannot be said. */
function perpetratorVerdict(perpetrator: string | null, { attributes }: Incident): Verdict {
  if (perpetrator === null) return "yes";
  const wanted = wordsOf(perpetrator);
  const named = [
    ...(attributes.perpetrator?.values ?? []).map(({ value }) => value),
    ...(attributes.responsibility?.values ?? []).map(
      ({ value }) => (value as { actor: string | null }).actor,
    ),
  ].filter((value): value is string => typeof value === "string");
  if (named.length === 0) return "unknown";
  const meets = named.some((name) => {
    const words = wordsOf(name);
    return wanted.every((word) => words.includes(word)) || words.every((word) => wanted.includes(word));
  });
  return meets ? "yes" : "no";
}
