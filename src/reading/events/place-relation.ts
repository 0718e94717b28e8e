// How two places told for happenings stand to each other, by their precision: the same, one within the other, apart, or unknown.
import { kilometresBetween } from "../../base/geodesy.js";
import type { Place, Precision } from "../../model/place.js";

/** "perhaps": one may hold the other, if a name is meant for the province and not for its town. */
export type PlaceRelation = "same" | "within" | "perhaps" | "apart" | "unknown";

/** How far a place of this precision may reach from its point, in kilometres. */
const REACH: Readonly<Record<Precision, number>> = {
  site: 8,
  city: 15,
  district: 25,
  province: 120,
  country: 900,
};
const COARSE: ReadonlySet<Precision> = new Set(["province", "country"]);

export function placeRelation(a: Place | null, b: Place | null): PlaceRelation {
  if (a === null || b === null) return "unknown";
  if ((a.id !== undefined && a.id === b.id) || a.name === b.name) return "same";
  if (isNamesakeOf(a, b) || isNamesakeOf(b, a))
    return kilometresBetween(a, b) <= REACH.city ? "within" : "perhaps";
  const coarse = COARSE.has(a.precision) || COARSE.has(b.precision);
  if (a.precision === "country" || b.precision === "country") {
    if (a.country !== undefined && a.country === b.country) return "within";
  } else if (coarse && a.admin1 !== undefined && a.admin1 !== null && a.country === b.country) {
    if (a.admin1 === b.admin1 || a.name === b.admin1 || b.name === a.admin1) return "within";
  }
  const distance = kilometresBetween(a, b);
  if (coarse) return distance <= Math.max(REACH[a.precision], REACH[b.precision]) ? "within" : "apart";
  if (distance <= 5) return "same";
  return distance <= Math.max(REACH[a.precision], REACH[b.precision]) ? "within" : "apart";
}

/** "Idlib" alone may be the town or its province: it holds what the gazetteer puts in that province. */
export function isNamesakeOf(town: Place, inside: Place): boolean {
  return (
    town.precision === "city" &&
    town.admin1 !== undefined &&
    town.admin1 !== null &&
    town.name === town.admin1 &&
    inside.admin1 === town.admin1 &&
    inside.name !== town.name
  );
}

const RANK: Readonly<Record<Precision, number>> = { site: 0, city: 1, district: 1, province: 2, country: 3 };

/** Negative where a is the more precise. */
export function byPrecision(a: Place, b: Place): number {
  return RANK[a.precision] - RANK[b.precision];
}
