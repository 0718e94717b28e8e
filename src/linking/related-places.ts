// How two places stand to each other: same, near, inside, namesake, apart or unknown, with the kilometres beyond what both
// precisions allow. In: two places as resolved. Knowledge: the measures of knowledge/comparison/levels.yaml. Symmetric.
import { kilometresBetween } from "../base/geodesy.js";
import type { ComparisonMeasures } from "../knowledge/comparison.js";
import { PRECISIONS, type Place, type Precision } from "../model/place.js";

export interface RelatedPlaces {
  readonly relation: "unknown" | "same" | "near" | "inside" | "namesake" | "apart";
  readonly coarser: Precision | null;
  /** NaN where one is unknown. */
  readonly beyond: number;
}

const UNKNOWN: RelatedPlaces = { relation: "unknown", coarser: null, beyond: NaN };

export function relatePlaces(
  a: Place | null,
  b: Place | null,
  measures: Pick<ComparisonMeasures, "reach" | "near" | "spot">,
): RelatedPlaces {
  if (a === null || b === null) return UNKNOWN;
  const found = relateKnown(a, b, measures);
  return found.relation === "apart" && (namesDivision(a, b) || namesDivision(b, a))
    ? { ...found, relation: "namesake" }
    : found;
}

/** A town that gives its name to the division it lies in, where the other place lies too: the division may be meant. */
function namesDivision(town: Place, other: Place): boolean {
  return (
    town.precision === "city" &&
    town.admin1 != null &&
    town.name === town.admin1 &&
    other.admin1 === town.admin1 &&
    other.country === town.country
  );
}

function relateKnown(
  a: Place,
  b: Place,
  { reach, near, spot }: Pick<ComparisonMeasures, "reach" | "near" | "spot">,
): RelatedPlaces {
  const [fine, coarse] = PRECISIONS.indexOf(a.precision) <= PRECISIONS.indexOf(b.precision) ? [a, b] : [b, a];
  const km = a === b ? 0 : kilometresBetween(a, b);
  const coarser = coarse.precision;
  const beyond = Math.max(0, km - reach[coarser]);
  const sameRow = a.id !== undefined && a.id === b.id;
  if (coarser === "site" || coarser === "city")
    return { relation: sameRow || beyond === 0 ? "same" : km <= near ? "near" : "apart", coarser, beyond };
  if (coarser === "district" && fine.precision === coarse.precision && (sameRow || km <= spot))
    return { relation: "same", coarser, beyond };
  const division = fine.admin1 != null && coarser === "province" && fine.admin1 === coarse.name;
  const home =
    coarser === "country" && typeof fine.country === "string" && typeof coarse.country === "string";
  const inside = home ? fine.country === coarse.country || km <= near : beyond === 0 || division || sameRow;
  return { relation: inside ? "inside" : "apart", coarser, beyond };
}
