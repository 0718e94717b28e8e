// How two places told for happenings stand to each other, by their precision: the same, one within the other, apart, or unknown.
import { kilometresBetween } from "../../base/geodesy.js";
import type { Place, Precision } from "../../model/place.js";

export type PlaceRelation = "same" | "within" | "apart" | "unknown";

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

const RANK: Readonly<Record<Precision, number>> = { site: 0, city: 1, district: 1, province: 2, country: 3 };

/** Negative where a is the more precise. */
export function byPrecision(a: Place, b: Place): number {
  return RANK[a.precision] - RANK[b.precision];
}
