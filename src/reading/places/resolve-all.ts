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
  const inSentence = new Map<number, number[]>();
  found.forEach((f, i) => {
    if (isRegion[i]) pushTo(inSentence, f.sentence, i);
  });
  const provinces = new Set(
    regions.flatMap(({ province }, i) => (isRegion[i] && province ? [province] : [])),
  );
  const follows = found.map((f, i) => followingRegion(f, found[i + 1], lines, knowledge));
  const certain = certainPlaces(found, follows, provinces);
  const groups = new Map<string, number[]>();
  found.forEach((f, i) =>
    pushTo(groups, `${f.match.key} ${f.around.precision === "province" ? "province" : ""}`, i),
  );
  const choices: Choice[] = [];
  for (const members of groups.values()) {
    const rows = [...new Set(members.flatMap((i) => found[i]!.match.rows))];
    const { key } = found[members[0]!]!.match;
    // a name is no evidence for itself
    const beside = members
      .flatMap((i) => inSentence.get(found[i]!.sentence) ?? [])
      .filter((i) => !members.includes(i))
      .map((i) => regions[i]!);
    const own = regions[members[0]!]!.province;
    const others = new Set(provinces);
    if (own !== null && !regions.some((r, i) => r.province === own && isRegion[i] && !members.includes(i)))
      others.delete(own);
    const choice = resolve(
      rows,
      {
        countries,
        near: new Set(beside.flatMap(({ country }) => country ?? [])),
        provincesNear: new Set(beside.flatMap(({ province }) => province ?? [])),
        provinces: others,
        follows: members.map((i) => follows[i]!).find((region) => region !== null) ?? null,
        neighbours:
          rows.length > 1 ? [...certain].filter(([name]) => name !== key).map(([, row]) => row) : [],
        precision: members.map((i) => found[i]!.around.precision).find((p) => p !== null) ?? null,
      },
      knowledge.ranking,
    );
    for (const i of members) choices[i] = choice;
  }
  return choices;
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
