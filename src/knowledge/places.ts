// knowledge/places/*.tsv, knowledge/demonyms/*.tsv: the gazetteer, indexed by folded names and by consonant skeletons.
// In: tables with the columns id, name, kind, country, admin1, lat, lon, precision, aliases, population, source (packs add
// more of them). Out: PlaceKnowledge, built once. Leaves alone: which of several places of a name is meant (reading/places).
import { fold } from "../base/fold.js";
import type { Place, Precision } from "../model/place.js";
import { PRECISIONS } from "../model/place.js";
import type { KnowledgeLayers } from "./layers.js";
import { textsUnder } from "./layers.js";
import type { SpellingKnowledge } from "./spelling.js";
import { parseSpellingKnowledge, spokenWords } from "./spelling.js";
import type { PlacePatterns } from "./place-patterns.js";
import { parsePlacePatterns } from "./place-patterns.js";
import { tableRows } from "./table.js";

export interface PlaceRow {
  readonly id: string;
  readonly name: string;
  readonly kind: string;
  /** ISO 3166-1 alpha-2; null at sea and for regions of several countries. */
  readonly country: string | null;
  readonly admin1: string | null;
  readonly lat: number;
  readonly lon: number;
  readonly precision: Precision;
  readonly aliases: readonly string[];
  readonly population: number | null;
  readonly source: string;
}

export interface SpokenEntry {
  readonly phonetic: string;
  readonly row: number;
}

export interface PlaceKnowledge {
  readonly rows: readonly PlaceRow[];
  /** Folded name or alias: indexes of rows. */
  readonly byName: ReadonlyMap<string, readonly number[]>;
  /** First word of a folded name: words of the longest name that begins so. */
  readonly longest: ReadonlyMap<string, number>;
  /** Skeleton: names with it, of the countries whose names are transliterated. */
  readonly bySkeleton: ReadonlyMap<string, readonly SpokenEntry[]>;
  readonly byId: ReadonlyMap<string, number>;
  /** "SY Idlib": the row of the province; a country's row under its code. */
  readonly regions: ReadonlyMap<string, number>;
  /** Adjectives and names of peoples, folded: country, or null for peoples of no single country. */
  readonly demonyms: ReadonlyMap<string, string | null>;
  readonly spelling: SpellingKnowledge;
  readonly patterns: PlacePatterns;
  /** Folded names, and words that sound like one, that are everyday words in lower case. */
  readonly ordinary: ReadonlySet<string>;
}

const COLUMNS = [
  "id",
  "name",
  "kind",
  "country",
  "admin1",
  "lat",
  "lon",
  "precision",
  "aliases",
  "population",
  "source",
];

/** Throws on a table that is not of the form: the knowledge that ships is checked by tests. */
export function parsePlaceKnowledge(layers: KnowledgeLayers): PlaceKnowledge {
  const spelling = parseSpellingKnowledge(layers);
  const rows: PlaceRow[] = [];
  for (const { path, text } of textsUnder(layers, "places/", ".tsv")) {
    for (const cells of tableRows(path, text, COLUMNS)) rows.push(placeRow(path, cells));
  }
  const byName = new Map<string, number[]>();
  const longest = new Map<string, number>();
  const bySkeleton = new Map<string, SpokenEntry[]>();
  const byId = new Map<string, number>();
  const regions = new Map<string, number>();
  const memory = new Map<string, string>();
  rows.forEach((row, index) => {
    byId.set(row.id, index);
    if (row.kind === "province" && row.country !== null) regions.set(`${row.country} ${row.name}`, index);
    if (row.precision === "country" && row.country !== null) regions.set(row.country, index);
    const spoken = row.country !== null && spelling.countries.has(row.country) && row.kind !== "country";
    const add = (name: string): void => {
      const folded = fold(name);
      if (folded === "") return;
      const known = byName.get(folded);
      if (known === undefined) byName.set(folded, [index]);
      else if (known[known.length - 1] === index) return;
      else known.push(index);
      const words = folded.split(" ");
      if (words.length > (longest.get(words[0]!) ?? 0)) longest.set(words[0]!, words.length);
      if (!spoken || folded.charCodeAt(0) > 127) return;
      const form = spokenWords(words, spelling, memory);
      if (form === null) return;
      const entries = bySkeleton.get(form.skeleton);
      const entry = { phonetic: form.phonetic, row: index };
      if (entries === undefined) bySkeleton.set(form.skeleton, [entry]);
      else entries.push(entry);
    };
    add(row.name);
    for (const alias of row.aliases) add(alias);
  });
  const demonyms = new Map<string, string | null>();
  for (const { path, text } of textsUnder(layers, "demonyms/", ".tsv")) {
    for (const [form, country] of tableRows(path, text, ["form", "country", "source"]))
      demonyms.set(fold(form!), country === "" ? null : country!);
  }
  const patterns = parsePlacePatterns(layers);
  const ordinary = new Set(patterns.words.ordinary.keys());
  for (const { path, text } of textsUnder(layers, "ordinary/", ".tsv"))
    for (const [word] of tableRows(path, text, ["word", "source"])) ordinary.add(word!);
  return { rows, byName, longest, bySkeleton, byId, regions, demonyms, spelling, patterns, ordinary };
}

function placeRow(path: string, cells: readonly string[]): PlaceRow {
  const [id, name, kind, country, admin1, lat, lon, precision, aliases, population, source] =
    cells as string[];
  if (!PRECISIONS.includes(precision as Precision)) throw new Error(`${path}: ${id}: precision ${precision}`);
  return {
    id: id!,
    name: name!,
    kind: kind!,
    country: country === "" ? null : country!,
    admin1: admin1 === "" ? null : admin1!,
    lat: Number(lat),
    lon: Number(lon),
    precision: precision as Precision,
    aliases: aliases === "" ? [] : aliases!.split("|"),
    population: population === "" ? null : Number(population),
    source: source!,
  };
}

/** The row as the record shows it. */
export function placeOf(row: PlaceRow): Place {
  const { name, lat, lon, precision, id, country, admin1 } = row;
  return { name, lat, lon, precision, id, country, admin1 };
}
