// How two places stand to each other: same, near, inside, apart or unknown, with the kilometres beyond what both precisions
// allow. In: two places as resolved. Knowledge: the measures of knowledge/comparison/levels.yaml. Symmetric.
import { kilometresBetween } from "../base/geodesy.js";
import type { ComparisonMeasures } from "../knowledge/comparison.js";
import { PRECISIONS, type Place, type Precision } from "../model/place.js";

export interface RelatedPlaces {
  readonly relation: "unknown" | "same" | "near" | "inside" | "apart";
  readonly coarser: Precision | null;
  /** NaN where one is unknown. */
  readonly beyond: number;
}

const UNKNOWN: RelatedPlaces = { relation: "unknown", coarser: null, beyond: NaN };

export function relatePlaces(
  a: Place | null,
  b: Place | null,
  { reach, near, spot }: Pick<ComparisonMeasures, "reach" | "near" | "spot">,
): RelatedPlaces {
  if (a === null || b === null) return UNKNOWN;
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
