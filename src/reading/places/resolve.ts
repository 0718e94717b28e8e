// Resolution: the gazetteer's candidates of one name, ranked by what the sentence and the document say of their region,
// by spelling, population and table; the first is taken where it is good enough and clear of others far away.
// In: the rows of a name and the evidence. Out: ranked places, and the choice or an abstention with its reason.
import { kilometresBetween } from "../../base/geodesy.js";
import type { Precision } from "../../model/place.js";
import type { PlaceKnowledge, PlaceRow } from "../../knowledge/places.js";

export interface Evidence {
  /** Weight of each country in the document, 0 to 1. */
  readonly countries: ReadonlyMap<string, number>;
  /** Countries named in a sentence where the name stands. */
  readonly near: ReadonlySet<string>;
  /** "SY Idlib": provinces named in a sentence where the name stands, and in the document. */
  readonly provincesNear: ReadonlySet<string>;
  readonly provinces: ReadonlySet<string>;
  /** The first region that follows the name directly: "Alexandria, Virginia". */
  readonly follows: string | null;
  /** What a noun beside it says. */
  readonly precision: Precision | null;
  readonly basis: "name" | "variant" | "demonym" | "unknown";
  /** The folded words. */
  readonly key: string;
}

export interface Choice {
  readonly ranked: readonly { readonly row: PlaceRow; readonly score: number }[];
  readonly chosen: PlaceRow | null;
  /** Why, in a few words. */
  readonly note: string;
}

/** Candidates nearer than this are one place in two tables. */
const SAME_KM = 25;
/** A town of more people needs no other evidence. Our judgement: such a town is meant when nothing else is said. */
const WELL_KNOWN = 150_000;
const CANDIDATES = 5;

export function resolve(rows: readonly number[], evidence: Evidence, knowledge: PlaceKnowledge): Choice {
  const ranked = rows
    .map((index) => ({ row: knowledge.rows[index]!, score: score(knowledge.rows[index]!, evidence), index }))
    .sort((a, b) => b.score - a.score || a.index - b.index);
  const best = ranked[0];
  if (best === undefined) return { ranked: [], chosen: null, note: "not in the gazetteer" };
  const shown = ranked.slice(0, CANDIDATES);
  const rival = ranked.find(
    (c) => c !== best && kilometresBetween(c.row, best.row) > SAME_KM && c.row.precision !== "country",
  );
  const supported = support(best.row, evidence);
  if (best.row.precision === "country") return { ranked: shown, chosen: best.row, note: "country" };
  if (!supported && !wellKnown(best.row))
    return { ranked: shown, chosen: null, note: "nothing in the text tells that this place is meant" };
  if (rival !== undefined && best.score - rival.score < 0.4 && best.row.country !== rival.row.country)
    return {
      ranked: shown,
      chosen: null,
      note: `several places of this name: ${best.row.id}, ${rival.row.id}`,
    };
  return {
    ranked: shown,
    chosen: best.row,
    note: supported ? "fits the region that the text names" : "well known",
  };
}

function wellKnown(row: PlaceRow): boolean {
  return (
    row.kind === "capital" ||
    (row.population ?? 0) >= WELL_KNOWN ||
    row.precision === "province" ||
    row.source === "sites"
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

function score(row: PlaceRow, e: Evidence): number {
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
  if (e.follows !== null && (e.follows === region || e.follows === row.country)) s += 4;
  s += Math.min(3.5, Math.log10((row.population ?? 0) + 1) * 0.5);
  if (row.kind === "capital") s += 0.5;
  if (row.precision === "country") s += 6;
  if (row.source === "sites") s += 2.2;
  else if (row.source === "dr5hn-odbl") s -= 0.4;
  if (e.precision === "province") s += row.precision === "province" ? 5 : 0;
  else if (row.precision === "province")
    s += row.country === "US" || row.country === "IN" || row.country === "CA" ? 2 : 0.5;
  if (e.precision === "city" && row.precision === "city") s += 1.5;
  if (e.precision === "district" && row.precision === "district") s += 1;
  if (e.precision === "site" && row.precision === "site") s += 1.5;
  return s;
}
