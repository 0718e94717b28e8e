// Resolution: the gazetteer's candidates of one name, ranked by what the sentence and the document say of their region, by
// nearness to the document's other places, by population and table; the first is taken where it is good enough and clear of
// others far away. In: the rows of a name and the evidence. Out: ranked places, and the choice or an abstention with its reason.
// Knowledge: knowledge/place-ranking/.
import { kilometresBetween } from "../../base/geodesy.js";
import { byCodeUnits } from "../../base/order.js";
import type { Precision } from "../../model/place.js";
import type { PlaceRanking } from "../../knowledge/place-ranking.js";
import type { PlaceRow } from "../../knowledge/places.js";
import type { FollowingRegion } from "./regions-named.js";

export interface Evidence {
  /** Weight of each country in the document, 0 to 1. */
  readonly countries: ReadonlyMap<string, number>;
  /** Countries named in a sentence where the name stands. */
  readonly near: ReadonlySet<string>;
  /** "SY Idlib": provinces named in a sentence where the name stands, and in the document. */
  readonly provincesNear: ReadonlySet<string>;
  readonly provinces: ReadonlySet<string>;
  /** The first region that follows the name directly: "Alexandria, Virginia". */
  readonly follows: FollowingRegion | null;
  /** Places of other names in the document that are certain, and below provinces. */
  readonly neighbours: readonly PlaceRow[];
  /** What a noun beside it says. */
  readonly precision: Precision | null;
  /** A preposition of place, a noun or a direction stands beside it, and no table was left out when its places were looked up. */
  readonly located: boolean;
}

export interface Choice {
  readonly ranked: readonly { readonly row: PlaceRow; readonly score: number }[];
  readonly chosen: PlaceRow | null;
  /** Why none was chosen, in a few words. What spoke for a choice is no matter of the record: it depends on who else is named. */
  readonly note: string | null;
}

/** Candidates nearer than this are one place in two tables. */
const SAME_KM = 25;
/** Neighbours within a day's errands, and within a region. */
const CLOSE_KM = 60;
const REGION_KM = 160;
/** A candidate that leads by less than this is not clear of one in another country. */
const CLEAR = 0.4;
const CANDIDATES = 5;

export function resolve(rows: readonly PlaceRow[], evidence: Evidence, ranking: PlaceRanking): Choice {
  const ranked = rows
    .map((row) => ({ row, score: score(row, evidence, ranking) }))
    .sort((a, b) => b.score - a.score || byCodeUnits(a.row.id, b.row.id));
  const best = ranked[0];
  if (best === undefined) return { ranked: [], chosen: null, note: "not in the gazetteer" };
  const shown = ranked.slice(0, CANDIDATES);
  const rival = ranked.find(
    (c) => c !== best && kilometresBetween(c.row, best.row) > SAME_KM && c.row.precision !== "country",
  );
  if (best.row.precision === "country") return { ranked: shown, chosen: best.row, note: null };
  if (isElsewhere(best.row, evidence.follows))
    return { ranked: shown, chosen: null, note: `the text puts it in ${evidence.follows!.region}` };
  const byName =
    wellKnown(best.row, ranking) || (evidence.located && ranked.every(({ row }) => isOf(row, best.row)));
  if (!byName && !support(best.row, evidence))
    return { ranked: shown, chosen: null, note: "nothing in the text tells that this place is meant" };
  if (
    rival !== undefined &&
    best.score - rival.score < CLEAR &&
    best.row.country !== rival.row.country &&
    // an adjective of place beside it or a region after it decides
    !(evidence.near.size === 1 && evidence.near.has(best.row.country ?? ""))
  )
    return {
      ranked: shown,
      chosen: null,
      note: `several places of this name: ${best.row.id}, ${rival.row.id}`,
    };
  return {
    ranked: shown,
    chosen: best.row,
    note: null,
  };
}

/** The same place in another table, or the province around it. */
function isOf(row: PlaceRow, place: PlaceRow): boolean {
  return (
    (row.precision === "province" && row.country === place.country) ||
    kilometresBetween(row, place) <= SAME_KM
  );
}

function isElsewhere({ precision, country, admin1 }: PlaceRow, follows: FollowingRegion | null): boolean {
  return (
    follows?.binding === true &&
    precision !== "province" &&
    admin1 !== null &&
    follows.region !== `${country} ${admin1}`
  );
}

function wellKnown(row: PlaceRow, ranking: PlaceRanking): boolean {
  return (
    row.kind === "capital" ||
    (row.population ?? 0) >= ranking.wellKnown ||
    row.precision === "province" ||
    ranking.selfEvident.has(row.source)
  );
}

function support(row: PlaceRow, e: Evidence): boolean {
  if (row.country === null) return true;
  return (
    e.near.has(row.country) ||
    (e.countries.get(row.country) ?? 0) > 0.15 ||
    e.provinces.has(`${row.country} ${row.admin1}`)
  );
}

function score(row: PlaceRow, e: Evidence, ranking: PlaceRanking): number {
  const region = `${row.country} ${row.admin1}`;
  let s = 0;
  if (row.country !== null) {
    s += 3 * (e.countries.get(row.country) ?? 0);
    if (e.near.has(row.country)) s += 1.5;
  }
  if (row.admin1 !== null && row.precision !== "province") {
    if (e.provincesNear.has(region)) s += 1.5;
    else if (e.provinces.has(region)) s += 0.6;
  }
  if (e.follows !== null && (e.follows.region === region || e.follows.region === row.country)) s += 4;
  if (row.precision !== "country" && row.precision !== "province") s += nearness(row, e.neighbours);
  s += Math.min(3.5, Math.log10((row.population ?? 0) + 1) * 0.5);
  if (row.kind === "capital") s += 0.5;
  if (row.precision === "country") s += 6;
  s += ranking.sources.get(row.source) ?? 0;
  if (e.precision === "province") s += row.precision === "province" ? 5 : 0;
  else if (row.precision === "province")
    s += (row.country === null ? undefined : ranking.provinces.get(row.country)) ?? ranking.province;
  if (e.precision === "city" && row.precision === "city") s += 1.5;
  if (e.precision === "district" && row.precision === "district") s += 1;
  if (e.precision === "site" && row.precision === "site") s += 1.5;
  return s;
}

/** How many of the document's other places are near: one says something, three are as good as a region's name. */
function nearness(row: PlaceRow, neighbours: readonly PlaceRow[]): number {
  let points = 0;
  for (const neighbour of neighbours) {
    if (neighbour.country !== row.country && neighbour.country !== null) continue;
    const km = kilometresBetween(row, neighbour);
    points += km <= CLOSE_KM ? 0.8 : km <= REGION_KM ? 0.3 : 0;
    if (points >= 2) return 2;
  }
  return points;
}
