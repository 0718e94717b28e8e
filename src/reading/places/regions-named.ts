// The countries and provinces that a document speaks of, and the region that stands right after a name ("Alexandria, Virginia").
// In: the names found. Out: weights of countries, and a region's key: "SY" of a country, "SY Idlib" of a province.
// Leaves alone: which of several places is meant (resolve.ts).
import type { PlaceKnowledge, PlaceRow } from "../../knowledge/places.js";
import type { Found, Line } from "./found.js";

/** How much of what the document names lies in each country, 0 to 1. `own` is the country of the outlet or collection. */
export function countryWeights(found: readonly Found[], own: string | null): Map<string, number> {
  const weights = new Map<string, number>();
  const add = (country: string | null, weight: number): void => {
    if (country !== null) weights.set(country, (weights.get(country) ?? 0) + weight);
  };
  for (const { match, around } of found) {
    const { rows } = match;
    const named = around.adjectival === null;
    if (match.basis === "demonym") {
      for (const row of rows) add(row.country, 1);
    } else if (rows.some((row) => row.precision === "country")) {
      for (const row of rows) if (row.precision === "country") add(row.country, named ? 3 : 1);
    } else if (new Set(rows.map((row) => row.country)).size === 1) {
      add(rows[0]!.country, named ? 1 : 0.5);
    }
  }
  if (own !== null) add(own, 0.5);
  let sum = 0;
  for (const weight of weights.values()) sum += weight;
  return new Map([...weights].map(([country, weight]) => [country, weight / sum]));
}

/** How well known a province is counts this much less than what the text says of its country. */
const UNSAID = 100;

export interface Region {
  readonly country: string | null;
  /** "SY Idlib" */
  readonly province: string | null;
}

/** The region that a name is, or that its likeliest place lies in. */
export function regionOf(
  { match }: Found,
  countries: ReadonlyMap<string, number>,
  { ranking }: PlaceKnowledge,
): Region {
  const weight = (row: PlaceRow): number =>
    (countries.get(row.country!) ?? 0) +
    (row.precision === "province" ? (ranking.provinces.get(row.country!) ?? ranking.province) / UNSAID : 0);
  const country = match.rows.find((row) => row.precision === "country");
  if (country !== undefined) return { country: country.country, province: null };
  let best: PlaceRow | undefined;
  for (const row of match.rows) {
    if (row.country === null || row.admin1 === null) continue;
    if (best === undefined || weight(row) > weight(best)) best = row;
  }
  return best === undefined
    ? { country: null, province: null }
    : { country: best.country, province: `${best.country} ${best.admin1}` };
}

export interface FollowingRegion {
  readonly region: string;
  /** "in Idlib province": a place of the name elsewhere is not meant. */
  readonly binding: boolean;
}

/** "Alexandria, Virginia" or "Saraqib in Idlib province": the region right after. */
export function followingRegion(
  f: Found,
  next: Found | undefined,
  lines: readonly Line[],
  knowledge: PlaceKnowledge,
): FollowingRegion | null {
  if (next === undefined || next.sentence !== f.sentence || next.match.from - f.match.to > 3) return null;
  const between = lines[f.sentence]!.words.slice(f.match.to + 1, next.match.from);
  const passes = between.every(
    ({ folded }) =>
      knowledge.patterns.words.direction.has(folded) ||
      knowledge.small.links.has(folded) ||
      knowledge.small.articles.has(folded),
  );
  if (!passes) return null;
  const linked = between.some(({ folded }) => knowledge.small.links.has(folded));
  const binding = linked && next.around.precision === "province";
  for (const row of next.match.rows) {
    if (row.precision === "country" && !binding) return { region: row.country!, binding };
    if (row.precision === "province") return { region: `${row.country} ${row.admin1}`, binding };
  }
  return null;
}
