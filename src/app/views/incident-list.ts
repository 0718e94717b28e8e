// A query over the index: the page of rows, all marks, and facets that count what would match if that facet alone were free.
// One pass over all incidents, whatever the query. Knows nothing of HTTP.
import { fold } from "../../base/fold.js";
import { byCodeUnits } from "../../base/order.js";
import { ATTRIBUTE_WORDS } from "../../contract/attribute-words.js";
import type { IncidentQuery } from "../../contract/query.js";
import type { FacetValue, IncidentListView, IncidentRow } from "../../contract/views.js";
import { STATUSES } from "../../model/incident.js";
import { dayRange } from "../../model/day-range.js";
import { FACETS, type Facet, type IncidentIndex, type IndexedIncident } from "./incident-index.js";

const PAGE = 100;
const LARGEST_PAGE = 1000;
/** Values shown of one facet; the rest are found by searching. */
const FACET_VALUES = 200;

export function listIncidents(
  query: IncidentQuery,
  index: IncidentIndex,
  countries: ReadonlyMap<string, string> = new Map(),
): IncidentListView {
  const test = otherTests(query);
  const chosen = new Map<Facet, ReadonlySet<string>>();
  for (const facet of FACETS) {
    const values = query[facet];
    if (values !== undefined && values.length > 0)
      chosen.set(facet, new Set<string>(facet === "country" ? values.map(countryCode) : values));
  }
  const counts = new Map<Facet, Map<string, number>>(FACETS.map((facet) => [facet, new Map()]));
  const rows: IncidentRow[] = [];
  for (const entry of index.entries) {
    if (!test(entry)) continue;
    // Facets that this incident fails: none, and it matches; exactly one, and it counts where that one is free.
    let failed: Facet | null = null;
    let fails = 0;
    for (const [facet, wanted] of chosen)
      if (!entry.facets[facet].some((value) => wanted.has(value))) {
        failed = facet;
        if (++fails > 1) break;
      }
    if (fails > 1) continue;
    if (fails === 0) rows.push(entry.row);
    for (const facet of FACETS)
      if (fails === 0 || facet === failed) {
        const count = counts.get(facet)!;
        for (const value of entry.facets[facet]) count.set(value, (count.get(value) ?? 0) + 1);
      }
  }
  rows.sort(order(query.sort ?? "-date"));
  const offset = query.offset ?? 0;
  const limit = Math.min(query.limit ?? PAGE, LARGEST_PAGE);
  return {
    total: index.entries.length,
    matching: rows.length,
    incidents: rows.slice(offset, offset + limit),
    facets: facetsOf((facet) => facetValues(facet, counts.get(facet)!, chosen.get(facet), countries)),
    marks: rows.map(({ id, title, type, earliest, latest, place, disputed, main }) => ({
      id,
      title,
      type,
      earliest,
      latest,
      place,
      disputed,
      main,
    })),
  };
}

/** Everything but facets: words, days, box, focus. */
function otherTests(query: IncidentQuery): (entry: IndexedIncident) => boolean {
  const words = fold(query.q ?? "")
    .split(" ")
    .filter((word) => word !== "");
  const from = dayRange(query.from ?? null)?.earliest ?? null;
  const to = dayRange(query.to ?? null)?.latest ?? null;
  return (entry) =>
    words.every((word) => entry.words.includes(word)) &&
    (from === null || (entry.latest !== null && entry.latest >= from)) &&
    (to === null || (entry.earliest !== null && entry.earliest <= to)) &&
    (query.focus !== "main" || entry.row.main) &&
    (query.bbox === undefined || inBox(entry, query.bbox));
}

function inBox(
  { row: { place } }: IndexedIncident,
  [west, south, east, north]: readonly [number, number, number, number],
): boolean {
  if (place === null || place.lat < south || place.lat > north) return false;
  // A box over the 180th meridian has its west east of its east.
  return west <= east ? place.lon >= west && place.lon <= east : place.lon >= west || place.lon <= east;
}

function order(sort: NonNullable<IncidentQuery["sort"]>): (a: IncidentRow, b: IncidentRow) => number {
  // What has no date stands last, whichever way dates run.
  const date = (direction: 1 | -1) => (a: IncidentRow, b: IncidentRow) =>
    a.earliest === null || b.earliest === null
      ? Number(a.earliest === null) - Number(b.earliest === null)
      : direction * byCodeUnits(a.earliest, b.earliest);
  const newest = date(-1);
  const ties = (a: IncidentRow, b: IncidentRow) => newest(a, b) || byCodeUnits(a.id, b.id);
  switch (sort) {
    case "date":
      return (a, b) => date(1)(a, b) || byCodeUnits(a.id, b.id);
    case "-date":
      return ties;
    case "disputes":
      return (a, b) => b.disputed.length - a.disputed.length || ties(a, b);
    case "articles":
      return (a, b) => b.articles - a.articles || ties(a, b);
  }
}

function facetsOf(values: (facet: Facet) => readonly FacetValue[]): IncidentListView["facets"] {
  return {
    country: values("country"),
    place: values("place"),
    type: values("type"),
    weapon: values("weapon"),
    outlet: values("outlet"),
    origin: values("origin"),
    status: values("status"),
    disputed: values("disputed"),
  };
}

function facetValues(
  facet: Facet,
  counts: ReadonlyMap<string, number>,
  chosen: ReadonlySet<string> | undefined,
  countries: ReadonlyMap<string, string>,
): FacetValue[] {
  // A chosen value stays in sight when nothing matches it.
  const all = new Map(counts);
  for (const value of chosen ?? []) if (!all.has(value)) all.set(value, 0);
  const values = [...all].map(([value, count]) => ({
    value,
    label: facetLabel(facet, value, countries),
    count,
  }));
  if (facet === "status")
    return values.sort((a, b) => STATUSES.indexOf(a.value as never) - STATUSES.indexOf(b.value as never));
  return values.sort((a, b) => b.count - a.count || byCodeUnits(a.value, b.value)).slice(0, FACET_VALUES);
}

function facetLabel(facet: Facet, value: string, countries: ReadonlyMap<string, string>): string {
  if (facet === "country") return countries.get(value) ?? COUNTRY_NAMES.of(value) ?? value;
  if (facet === "weapon") return value.replaceAll("_", " ");
  if (facet === "disputed") return ATTRIBUTE_WORDS[value as keyof typeof ATTRIBUTE_WORDS] ?? value;
  return value;
}

const COUNTRY_NAMES = {
  names: new Intl.DisplayNames(["en"], { type: "region", fallback: "code" }),
  of(code: string): string | undefined {
    return /^[A-Z]{2}$/u.test(code) ? this.names.of(code) : code;
  },
};

/** A country by its code, or by its English name: the code. Names that ICU does not know stay as they are. */
function countryCode(text: string): string {
  if (/^[A-Za-z]{2}$/u.test(text)) return text.toUpperCase();
  const wanted = fold(text);
  for (let a = 65; a <= 90; a++)
    for (let b = 65; b <= 90; b++) {
      const code = String.fromCharCode(a, b);
      const name = COUNTRY_NAMES.of(code);
      if (name !== undefined && name !== code && fold(name) === wanted) return code;
    }
  return text;
}
