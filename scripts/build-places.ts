// Builds knowledge/places/*.tsv and knowledge/demonyms/*.tsv from the lists under ../shared/data that may ship (NOTICE has
// the credits). Run: npx tsx scripts/build-places.ts, then scripts/build-towns.ts. The tables are kept in the repository; this is how they came to be.
import { fold } from "../src/base/fold.js";
import { knowledgeFolder } from "../src/adapters/files/knowledge-files.js";
import { kilometresBetween } from "../src/base/geodesy.js";
import { parseSpellingKnowledge, spoken } from "../src/knowledge/spelling.js";
import {
  CITY_NAMES,
  COUNTRY_NAMES,
  REGIONS,
  STATE_ABBREVIATIONS,
  COUNTRY_POINTS,
  DEMONYMS,
  NAMES_OF_NEIGHBOURS,
  NAMES_OF_TOWNS,
  NO_PROVINCES,
  PEOPLES,
  PROVINCES,
} from "./place-names.js";
import { cities, type City } from "./geonames-cities.js";
import { aliasList, KNOWLEDGE, plainLetters, readTable, slug, uniqueIds, writeTable } from "./tables.js";
import { PLACE_COLUMNS } from "../src/knowledge/places.js";
import type { Row } from "./tables.js";

const spelling = parseSpellingKnowledge([knowledgeFolder(KNOWLEDGE)]);
const unique = uniqueIds();
/** Natural Earth gives no code, or none of ISO's, to some: Kosovo has the customary one, de facto states their territory's. */
const UNCODED: Readonly<Record<string, string>> = {
  Kosovo: "XK",
  Somaliland: "SO",
  "Northern Cyprus": "CY",
  "N. Cyprus": "CY",
};
const iso2 = (row: Row): string => (/^[A-Z]{2}$/.test(row.iso2!) ? row.iso2! : (UNCODED[row.country!] ?? ""));

// ---------- countries ----------
const ISO: Readonly<Record<string, string>> = { France: "FR", Norway: "NO", "N. Cyprus": "CY" };
const countries = readTable("gazetteer/ne-countries.tsv").flatMap((row): Row[] => {
  const iso = row.iso2 || ISO[row.name!] || "";
  if (iso === "" || row.name === "N. Cyprus") return [];
  const own = COUNTRY_NAMES[iso] ?? [];
  const name = own[0] ?? row.long_name!;
  const [lat, lon] = COUNTRY_POINTS[iso] ?? [(+row.south! + +row.north!) / 2, (+row.west! + +row.east!) / 2];
  const names = [...own, row.name!, row.long_name!, row.formal_name!].filter(
    (n) => !/\.$|\. /.test(n) || own.includes(n),
  );
  return [
    {
      id: `country-${iso.toLowerCase()}`,
      name,
      kind: "country",
      country: iso,
      admin1: "",
      lat: lat.toFixed(2),
      lon: lon.toFixed(2),
      precision: "country",
      aliases: aliasList(name, names),
      population: "",
      source: "natural-earth",
    },
  ];
});
writeTable("places/countries.tsv", PLACE_COLUMNS, countries);
writeTable(
  "demonyms/demonyms.tsv",
  ["form", "country", "source"],
  [
    ...Object.entries(DEMONYMS).flatMap(([country, forms]) =>
      forms.split("|").map((form) => ({ form, country, source: "own" })),
    ),
    ...PEOPLES.filter((form) => !Object.values(DEMONYMS).some((f) => f.split("|").includes(form))).map(
      (form) => ({ form, country: "", source: "own" }),
    ),
  ],
);

// ---------- provinces ----------
const key = (country: string, name: string): string => {
  const s = spoken(name.replace(/\(.*\)/, ""), spelling);
  return `${country} ${spelling.countries.has(country) && s !== null ? s.phonetic : fold(name)}`;
};
const SUFFIX = / (?:Province|Governorate|Region|Oblast|State|District)$/u;
const provinceOf = new Map<string, string>();
const geonames = new Map<string, string[]>();
for (const row of readTable("gazetteer/geonames-admin1.tsv")) {
  const country = row.code!.slice(0, 2);
  const k = key(country, row.name!.replace(SUFFIX, ""));
  geonames.set(k, [...(geonames.get(k) ?? []), row.name!]);
}
/** Short names of provinces that are common words alone; they only tie the tables together. */
const DIRECTIONS = /^(?:North|South|East|West|Central|Northern|Southern|Eastern|Western)$/;
const provinces: Row[] = [];
const taken = new Set<string>();
const addProvince = (
  country: string,
  names: readonly string[],
  lat: string,
  lon: string,
  source: string,
): void => {
  const name = names[0]!;
  const id = unique(`province-${country.toLowerCase()}-${slug(name)}`);
  provinces.push({
    id,
    name,
    kind: "province",
    country,
    admin1: name,
    lat,
    lon,
    precision: "province",
    aliases: aliasList(
      name,
      names.filter((n) => !DIRECTIONS.test(n)),
    ),
    population: "",
    source,
  });
  for (const n of names) {
    provinceOf.set(key(country, n), name);
    provinceOf.set(`${country} ${fold(n)}`, name);
  }
};
const neProvinces = readTable("gazetteer/ne-admin1.tsv")
  .map((row): Row => ({ ...row, iso2: iso2(row) }))
  .filter((row) => row.name !== "" && !NO_PROVINCES.test(row.name!));
for (const { country, source, names } of PROVINCES) {
  if (typeof source === "string") {
    const row = neProvinces.find(
      (r) => r.iso2 === country && r.name!.replace(/`/g, "") === source.replace(/`/g, ""),
    );
    if (row === undefined) throw new Error(`no province ${country} ${source}`);
    taken.add(`${country} ${row.name}`);
    addProvince(
      country,
      [...names, source.replace(/ \(.*/, "").replace(/[`]/g, "")],
      row.lat!,
      row.lon!,
      "natural-earth",
    );
    provinceOf.set(`${country} ${fold(source)}`, names[0]!);
  } else addProvince(country, names, String(source[0]), String(source[1]), "own");
}
for (const row of neProvinces) {
  if (row.iso2 === "" || taken.has(`${row.iso2} ${row.name}`)) continue;
  const name = row
    .name!.replace(/`/g, "")
    .replace(/ \(.*\)/, "")
    .trim();
  if (/[?\d]|\bMunicipality\b/.test(name)) continue;
  if (
    provinceOf.has(key(row.iso2!, name)) &&
    provinces.some((p) => p.country === row.iso2 && p.name === name)
  )
    continue;
  addProvince(
    row.iso2!,
    [
      name,
      ...(geonames.get(key(row.iso2!, name)) ?? []),
      ...(row.iso2 === "US" ? (STATE_ABBREVIATIONS[name]?.split("|") ?? []) : []),
    ],
    row.lat!,
    row.lon!,
    "natural-earth",
  );
}
/** The one English name of a province, however a table spells it. */
const admin1 = (country: string, name: string): string =>
  provinceOf.get(`${country} ${fold(name)}`) ??
  provinceOf.get(key(country, name)) ??
  name.replace(/`/g, "").replace(/ \(.*\)/, "");

// ---------- points of provinces ----------
// Natural Earth's point of a province may lie on an island of it: where it is far from the middle of its towns, that is taken.
const FAR_KM = 75;
const ENOUGH_TOWNS = 10;
/** Half way between the outermost, leaving out one in thirty at either end. */
const middle = (values: readonly number[]): number => {
  const sorted = [...values].sort((a, b) => a - b);
  const left = Math.floor(sorted.length / 30);
  return (sorted[left]! + sorted[sorted.length - 1 - left]!) / 2;
};
const townsIn = new Map<string, City[]>();
const codes = new Map(
  readTable("gazetteer/geonames-admin1.tsv").map((row) => [row.code!, row.name!.replace(SUFFIX, "")]),
);
for (const city of cities) {
  const name = codes.get(`${city.country}.${city.adminCode}`);
  if (name === undefined) continue;
  const province = `${city.country} ${admin1(city.country, name)}`;
  townsIn.set(province, [...(townsIn.get(province) ?? []), city]);
}
provinces.forEach((province, i) => {
  const towns = townsIn.get(`${province.country} ${province.name}`) ?? [];
  if (towns.length < ENOUGH_TOWNS || province.source === "own") return;
  const lat = middle(towns.map((town) => town.loc.coordinates[1]));
  const lon = middle(towns.map((town) => town.loc.coordinates[0]));
  if (kilometresBetween({ lat, lon }, { lat: +province.lat!, lon: +province.lon! }) <= FAR_KM) return;
  provinces[i] = { ...province, lat: lat.toFixed(2), lon: lon.toFixed(2), source: "geonames" };
});

// ---------- named sites ----------
const SITE_PRECISION: Readonly<Record<string, string>> = {
  site: "site",
  neighbourhood: "district",
  district: "district",
};
const WIDE = new Set(["sea", "strait", "river", "area"]);
const sites = readTable("gazetteer/sites.tsv").map((row): Row => {
  const country = row.country!.split(";")[0]!;
  const bare = row.name!.replace(/ \(.*\)$/u, "");
  const towns = NAMES_OF_TOWNS[row.id!] ?? [];
  const aliases = row.aliases!.split("|").filter((alias) => !towns.includes(alias));
  return {
    id: unique(row.id!),
    name: row.name!,
    kind: row.kind!,
    country: WIDE.has(row.kind!) && row.country!.includes(";") ? "" : country,
    admin1: admin1(country, row.admin1!),
    lat: row.lat!,
    lon: row.lon!,
    precision: SITE_PRECISION[row.precision!] ?? (row.kind === "town" ? "city" : "district"),
    aliases: aliasList(row.name!, [bare, ...aliases]),
    population: "",
    source: "sites",
  };
});
writeTable("places/sites.tsv", PLACE_COLUMNS, sites);

// ---------- Syria, as UCDP's coders named it ----------
const SETTLEMENT =
  /^(.*?) (town|village|villge|villae|city|suburb|area|locality|neighbourhood|neighborhood|district|farms?)$/iu;
const PRECISION_OF: Readonly<Record<string, string>> = {
  town: "city",
  village: "city",
  villge: "city",
  villae: "city",
  city: "city",
  suburb: "district",
  area: "district",
  locality: "city",
  neighbourhood: "district",
  neighborhood: "district",
  district: "district",
  farm: "site",
  farms: "site",
};
const ucdp = readTable("ucdp_syria/places-syria.tsv").flatMap((row): Row[] => {
  const match = SETTLEMENT.exec(row.place!);
  const noun = match?.[2]?.toLowerCase() ?? "";
  const name = match?.[1] ?? row.place!;
  if (/governorate|subdistrict|^syria$|border|province$/iu.test(row.place!) || name.length < 3) return [];
  const adm = admin1("SY", row.adm_1!.replace(/ Governorate$/, ""));
  const [first, ...others] = name.split(/\s*\/\s*/);
  return [
    {
      id: unique(`ucdp-sy-${slug(row.place!)}`),
      name: first!,
      kind: noun.startsWith("vill") ? "village" : noun || "site",
      country: "SY",
      admin1: adm,
      lat: (+row.lat!).toFixed(4),
      lon: (+row.lon!).toFixed(4),
      precision:
        PRECISION_OF[noun] ?? (/Ghouta|desert|plain|mountain|island/iu.test(name) ? "district" : "site"),
      aliases: aliasList(first!, others),
      population: "",
      source: "ucdp",
    },
  ];
});
writeTable("places/ucdp-syria.tsv", PLACE_COLUMNS, ucdp);

// ---------- populated places of the world ----------
const provinceNames = new Map(
  provinces.map(
    (p) => [`${p.country} ${p.name}`, [p.name!, ...p.aliases!.split("|").filter((n) => n !== "")]] as const,
  ),
);
/** The names of the province of which this is the town of that name. */
const sharedNames = (country: string, province: string, names: readonly string[]): readonly string[] => {
  const shared = provinceNames.get(`${country} ${province}`) ?? [];
  const forms = new Set(names.map((n) => key(country, n)));
  return spelling.countries.has(country) && shared.some((n) => forms.has(key(country, n)))
    ? shared.filter((n) => !n.endsWith(" province"))
    : [];
};
const populated = readTable("gazetteer/ne-populated-places.tsv").map((row): Row => {
  const country = iso2(row);
  const province = admin1(country, row.admin1!);
  const neighbours = NAMES_OF_NEIGHBOURS[`${country} ${row.ascii!}`] ?? [];
  const names = [
    row.name!,
    row.ascii!,
    ...row.other_names!.split("|").filter((n) => n !== "" && !/\d$/.test(n) && !neighbours.includes(n)),
  ];
  const shared = sharedNames(country, province, names);
  const own = CITY_NAMES[`${country} ${row.ascii!}`] ?? [];
  const name = own[0] ?? shared[0] ?? row.name!;
  return {
    id: unique(`city-${country.toLowerCase()}-${slug(row.ascii!) || "x"}`),
    name,
    kind:
      row.kind === "Admin-0 capital"
        ? "capital"
        : row.kind === "Admin-1 capital"
          ? "province capital"
          : "town",
    country,
    admin1: province,
    lat: row.lat!,
    lon: row.lon!,
    precision: "city",
    aliases: aliasList(name, [...names, ...shared, ...own]),
    population: row.population!,
    source: "natural-earth",
  };
});
writeTable("places/populated-places.tsv", PLACE_COLUMNS, populated);

// ---------- airports ----------
const inCountry = new Map<string, [number, number, string, string][]>();
for (const row of populated) {
  const cell = `${Math.round(+row.lat!)} ${Math.round(+row.lon!)}`;
  inCountry.set(cell, [...(inCountry.get(cell) ?? []), [+row.lat!, +row.lon!, row.country!, row.admin1!]]);
}
const airports = readTable("gazetteer/ne-airports.tsv").flatMap((row): Row[] => {
  if (row.name === "") return [];
  let best: [number, string, string] = [Infinity, "", ""];
  for (const dy of [-1, 0, 1])
    for (const dx of [-1, 0, 1])
      for (const [lat, lon, c, a] of inCountry.get(
        `${Math.round(+row.lat!) + dy} ${Math.round(+row.lon!) + dx}`,
      ) ?? []) {
        const d = (lat - +row.lat!) ** 2 + (lon - +row.lon!) ** 2;
        if (d < best[0]) best = [d, c, a];
      }
  const base = row.name!.replace(/ Int'?l$/u, "").replace(/ (Airport|Air Base|AB|AFB)$/u, "");
  const international = /Int'?l$/u.test(row.name!);
  const name = `${base} ${international ? "International " : ""}Airport`;
  return [
    {
      id: unique(`airport-${(row.iata || row.icao || slug(row.name!)).toLowerCase()}`),
      name,
      kind: "airport",
      country: best[1],
      admin1: best[2],
      lat: row.lat!,
      lon: row.lon!,
      precision: "site",
      aliases: aliasList(name, [
        `${base} Airport`,
        ...(/military/.test(row.type!) ? [`${base} Air Base`, `${base} airbase`] : []),
      ]),
      population: "",
      source: "natural-earth",
    },
  ];
});
writeTable("places/airports.tsv", PLACE_COLUMNS, airports);

// ---------- towns under the Open Database License: a table of its own, never mixed with the others ----------
const STATE = new Map<string, string>();
const odbl = readTable("gazetteer/cities-odbl.tsv").map((row): Row => {
  const near = provinces.filter((p) => p.country === row.iso2);
  const k = `${row.iso2} ${row.state_code}`;
  if (row.type === "adm1" && !STATE.has(k)) {
    let best: [number, string] = [Infinity, ""];
    for (const p of near) {
      const d = (+p.lat! - +row.lat!) ** 2 + (+p.lon! - +row.lon!) ** 2;
      if (d < best[0]) best = [d, p.name!];
    }
    STATE.set(k, provinceOf.get(key(row.iso2!, row.name!)) ?? best[1]);
  }
  const district = ["section", "district", "county"].includes(row.type!);
  return {
    id: unique(`odbl-${row.iso2!.toLowerCase()}-${slug(row.name!) || "x"}`),
    name: plainLetters(row.name!),
    kind: district ? "district" : "town",
    country: row.iso2!,
    admin1: k,
    lat: row.lat!,
    lon: row.lon!,
    precision: district ? "district" : "city",
    aliases: aliasList(
      plainLetters(row.name!),
      /^[\p{Script=Latin}\s'’ʼ.-]*$/u.test(row.native!) ? [] : [row.native!],
    ),
    population: row.population!,
    source: "dr5hn-odbl",
  };
});
writeTable(
  "places/cities-odbl.tsv",
  PLACE_COLUMNS,
  odbl.map((row) => ({ ...row, admin1: STATE.get(row.admin1!) ?? "" })),
);
writeTable("places/provinces.tsv", PLACE_COLUMNS, provinces);

// ---------- regions that are no country's province ----------
writeTable(
  "places/regions.tsv",
  PLACE_COLUMNS,
  REGIONS.map(([name, country, lat, lon, precision, ...aliases]): Row => ({
    id: unique(`region-${slug(name)}`),
    name,
    kind: "region",
    country,
    admin1: "",
    lat: String(lat),
    lon: String(lon),
    precision,
    aliases: aliasList(name, aliases),
    population: "",
    source: "own",
  })),
);
