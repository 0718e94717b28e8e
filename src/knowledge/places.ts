// knowledge/places/*.tsv, knowledge/demonyms/*.tsv: the gazetteer, indexed by folded names and by consonant skeletons.
// In: tables with the columns id, name, kind, country, admin1, lat, lon, precision, aliases, population, source (packs add
// more of them). Out: PlaceKnowledge, built once. Leaves alone: which of several places of a name is meant (reading/places).
import { fold } from "../base/fold.js";
import type { Place, Precision } from "../model/place.js";
import { PRECISIONS } from "../model/place.js";
import type { FunctionWords } from "./function-words.js";
import { parseFunctionWords } from "./function-words.js";
import type { KnowledgeLayers } from "./layers.js";
import { textsUnder } from "./layers.js";
import type { SpellingKnowledge } from "./spelling.js";
import { parseSpellingKnowledge, spokenWords } from "./spelling.js";
import type { PlacePatterns } from "./place-patterns.js";
import { parsePlacePatterns } from "./place-patterns.js";
import type { PlaceRow } from "./place-row.js";
import type { PlaceRanking } from "./place-ranking.js";
import { parsePlaceRanking } from "./place-ranking.js";
import { tableRows } from "./table.js";
import type { TownTable } from "./towns.js";
import { parseTowns } from "./towns.js";
import type { WordTrie } from "./word-trie.js";
import { nodeOf, wordTrie } from "./word-trie.js";

export type { PlaceRow } from "./place-row.js";

export interface SpokenEntry {
  readonly phonetic: string;
  readonly row: PlaceRow;
}

export interface PlaceKnowledge {
  readonly rows: readonly PlaceRow[];
  /** Folded names and aliases as a tree of words. */
  readonly trie: WordTrie<PlaceRow[]>;
  /** Small towns that the tree does not hold. */
  readonly towns: TownTable;
  /** Skeleton: names with it, in a country whose names are transliterated; built when a country is first asked for. */
  bySkeleton(country: string): ReadonlyMap<string, readonly SpokenEntry[]>;
  readonly byId: ReadonlyMap<string, PlaceRow>;
  /** "SY Idlib": the row of the province; a country's row under its code. */
  readonly regions: ReadonlyMap<string, PlaceRow>;
  /** Adjectives and names of peoples, folded: country, or null for peoples of no single country. */
  readonly demonyms: ReadonlyMap<string, string | null>;
  readonly spelling: SpellingKnowledge;
  readonly patterns: PlacePatterns;
  readonly ranking: PlaceRanking;
  readonly small: FunctionWords;
  /** Folded names, and words that sound like one, that are everyday words in lower case. */
  readonly ordinary: ReadonlySet<string>;
}

export const PLACE_COLUMNS = [
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
    for (const cells of tableRows(path, text, PLACE_COLUMNS)) rows.push(placeRow(path, cells));
  }
  const patterns = parsePlacePatterns(layers);
  const trie = wordTrie<PlaceRow[]>();
  const byId = new Map<string, PlaceRow>();
  const regions = new Map<string, PlaceRow>();
  const ofCountry = new Map<string, PlaceRow[]>();
  for (const row of rows) {
    byId.set(row.id, row);
    if (row.country !== null && row.kind !== "country") {
      const known = ofCountry.get(row.country);
      if (known === undefined) ofCountry.set(row.country, [row]);
      else known.push(row);
    }
    if (row.kind === "province" && row.country !== null) regions.set(`${row.country} ${row.name}`, row);
    // a region within a country ("Mesopotamia") does not stand for it
    if (
      row.precision === "country" &&
      row.country !== null &&
      (row.kind === "country" || !regions.has(row.country))
    )
      regions.set(row.country, row);
    const add = (name: string): void => {
      const folded = fold(name);
      if (folded === "") return;
      const words = folded.split(" ");
      if (words.length > 1) words[0] = patterns.shortForms.get(words[0]!) ?? words[0]!;
      const node = nodeOf(trie, words);
      if (node.value === null) node.value = [row];
      else if (node.value[node.value.length - 1] !== row) node.value.push(row);
    };
    add(row.name);
    for (const alias of row.aliases) add(alias);
  }
  const demonyms = new Map<string, string | null>();
  for (const { path, text } of textsUnder(layers, "demonyms/", ".tsv")) {
    for (const [form, country] of tableRows(path, text, ["form", "country", "source"]))
      demonyms.set(fold(form!), country === "" ? null : country!);
  }
  const ordinary = new Set(patterns.words.ordinary.keys());
  for (const { path, text } of textsUnder(layers, "ordinary/", ".tsv"))
    for (const [word] of tableRows(path, text, ["word", "source"]))
      if (!patterns.words.abbreviation.has(word!)) ordinary.add(word!);
  return {
    rows,
    trie,
    towns: parseTowns(layers),
    bySkeleton: skeletons(ofCountry, spelling),
    byId,
    regions,
    demonyms,
    spelling,
    patterns,
    ranking: parsePlaceRanking(layers),
    ordinary,
    small: parseFunctionWords(layers),
  };
}

/** Indexes of skeletons by country, each built once. */
function skeletons(
  ofCountry: ReadonlyMap<string, readonly PlaceRow[]>,
  spelling: SpellingKnowledge,
): PlaceKnowledge["bySkeleton"] {
  const built = new Map<string, Map<string, SpokenEntry[]>>();
  return (country) => {
    const known = built.get(country);
    if (known !== undefined) return known;
    const index = new Map<string, SpokenEntry[]>();
    built.set(country, index);
    if (!spelling.countries.has(country)) return index;
    const memory = new Map<string, string>();
    for (const row of ofCountry.get(country) ?? []) {
      for (const name of [row.name, ...row.aliases]) {
        if (name.charCodeAt(0) > 0x24f) continue;
        const form = spokenWords(fold(name).split(" "), spelling, memory);
        if (form === null) continue;
        const entries = index.get(form.skeleton);
        const entry = { phonetic: form.phonetic, row };
        if (entries === undefined) index.set(form.skeleton, [entry]);
        else entries.push(entry);
      }
    }
    return index;
  };
}

function placeRow(path: string, cells: readonly string[]): PlaceRow {
  const [id, name, kind, country, admin1, lat, lon, precision, aliases, population, source] =
    cells as string[];
  if (!PRECISIONS.includes(precision as Precision)) throw new Error(`${path}: ${id}: precision ${precision}`);
  if (!isDegrees(lat!, 90)) throw new Error(`${path}: ${id}: lat ${lat}`);
  if (!isDegrees(lon!, 180)) throw new Error(`${path}: ${id}: lon ${lon}`);
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

/** Rows of a folded name. */
export function rowsNamed(name: string, knowledge: Pick<PlaceKnowledge, "trie">): readonly PlaceRow[] {
  let node: WordTrie<PlaceRow[]> | undefined = knowledge.trie;
  for (const word of name.split(" ")) node = node?.next.get(word);
  return node?.value ?? [];
}

function isDegrees(cell: string, most: number): boolean {
  return cell.trim() !== "" && Math.abs(Number(cell)) <= most;
}

/** The row as the record shows it. */
export function placeOf(row: PlaceRow): Place {
  const { name, lat, lon, precision, id, country, admin1 } = row;
  return { name, lat, lon, precision, id, country, admin1 };
}
