// One choice for each name of a document, by all that its sentences and the document say of regions and neighbours: names that
// stand for one place only are certain and help the others. One sense of a name in a document (Leidner 2007), but a province and
// a town of one name stay apart where the text tells them apart.
import type { PlaceKnowledge, PlaceRow } from "../../knowledge/places.js";
import type { Found, Line } from "./found.js";
import { pushTo } from "./found.js";
import { followingRegion, regionOf, type FollowingRegion } from "./regions-named.js";
import type { Choice } from "./resolve.js";
import { resolve } from "./resolve.js";

/** More neighbours than these say nothing more. */
const NEIGHBOURS = 16;

/** The choice for each of `found`, in its order. */
export function resolveAll(
  lines: readonly Line[],
  found: readonly Found[],
  countries: ReadonlyMap<string, number>,
  knowledge: PlaceKnowledge,
): Choice[] {
  const regions = found.map((f) => regionOf(f, countries, knowledge));
  const isRegion = found.map(({ match }) =>
    match.rows.some((row) => row.precision === "country" || row.precision === "province"),
  );
  const groupOf = found.map((f) => `${f.match.key} ${f.around.precision === "province" ? "province" : ""}`);
  // Which names speak of a region, in each sentence and in the document.
  const bySentence = new Map<number, { readonly countries: Named; readonly provinces: Named }>();
  const byProvince: Named = new Map();
  found.forEach((f, i) => {
    if (!isRegion[i]) return;
    const { country, province } = regions[i]!;
    let named = bySentence.get(f.sentence);
    if (named === undefined)
      bySentence.set(f.sentence, (named = { countries: new Map(), provinces: new Map() }));
    note(named.countries, country, groupOf[i]!);
    note(named.provinces, province, groupOf[i]!);
    note(byProvince, province, groupOf[i]!);
  });
  const provinces = new Set(
    regions.flatMap(({ province }, i) => (isRegion[i] && province ? [province] : [])),
  );
  const follows = found.map((f, i) => followingRegion(f, found[i + 1], lines, knowledge));
  const certain = certainPlaces(found, follows, provinces);
  const groups = new Map<string, number[]>();
  found.forEach((_, i) => pushTo(groups, groupOf[i]!, i));
  const choices: Choice[] = [];
  for (const [group, members] of groups) {
    const rows = rowsOf(members.map((i) => found[i]!.match.rows));
    const { key } = found[members[0]!]!.match;
    // a name is no evidence for itself
    const around = [...new Set(members.map((i) => found[i]!.sentence))].flatMap(
      (sentence) => bySentence.get(sentence) ?? [],
    );
    const own = regions[members[0]!]!.province;
    const others = new Set(provinces);
    if (own !== null && !byOthers(byProvince.get(own), group)) others.delete(own);
    const choice = resolve(
      rows,
      {
        countries,
        near: new Set(around.flatMap((named) => namedByOthers(named.countries, group))),
        provincesNear: new Set(around.flatMap((named) => namedByOthers(named.provinces, group))),
        provinces: others,
        follows: members.map((i) => follows[i]!).find((region) => region !== null) ?? null,
        neighbours:
          rows.length > 1 ? [...certain].filter(([name]) => name !== key).map(([, row]) => row) : [],
        precision: members.map((i) => found[i]!.around.precision).find((p) => p !== null) ?? null,
        located: members.some((i) => found[i]!.around.located && found[i]!.match.basis === "name"),
      },
      knowledge.ranking,
    );
    for (const i of members) choices[i] = choice;
  }
  return choices;
}

/** Regions with the names that speak of them; two are enough to tell whether others than one's own do. */
type Named = Map<string, string[]>;

function note(named: Named, region: string | null, group: string): void {
  if (region === null) return;
  const groups = named.get(region);
  if (groups === undefined) named.set(region, [group]);
  else if (groups.length < 2 && groups[0] !== group) groups.push(group);
}

function byOthers(groups: readonly string[] | undefined, own: string): boolean {
  return groups !== undefined && (groups.length > 1 || groups[0] !== own);
}

function namedByOthers(named: Named, own: string): string[] {
  return [...named].flatMap(([region, groups]) => (byOthers(groups, own) ? [region] : []));
}

/** Each row once; most members of a group have the same list. */
function rowsOf(lists: readonly (readonly PlaceRow[])[]): PlaceRow[] {
  return [...new Set([...new Set(lists)].flat())];
}

/** Names of a single place below provinces, or made single by the region after them. */
function certainPlaces(
  found: readonly Found[],
  follows: readonly (FollowingRegion | null)[],
  provinces: ReadonlySet<string>,
): Map<string, PlaceRow> {
  const certain = new Map<string, PlaceRow>();
  found.forEach(({ match }, i) => {
    if (certain.size >= NEIGHBOURS || certain.has(match.key) || match.basis === "demonym") return;
    const local = match.rows.filter((row) => row.precision !== "country" && row.precision !== "province");
    const region = follows[i]?.region;
    const fit = region == null ? local : local.filter((row) => isIn(row, region));
    const only = fit.length === 1 ? fit[0]! : undefined;
    const told = region != null || only === undefined || provinces.has(`${only.country} ${only.admin1}`);
    if (only !== undefined && (told || local.length === match.rows.length)) certain.set(match.key, only);
  });
  return certain;
}

function isIn(row: PlaceRow, region: string): boolean {
  return row.country === region || `${row.country} ${row.admin1}` === region;
}
