// knowledge/towns/*.tsv: small towns of the world, too many to load. In: tables sorted by their first column, the folded name.
// Out: a table that is read when it is first asked, and searched line by line (binary search), each name once.
// Leaves alone: whether a word of a text means such a town; most of these names are also words and persons (reading/places).
import type { Precision } from "../model/place.js";
import type { KnowledgeLayers, KnowledgeText } from "./layers.js";
import { textsUnder } from "./layers.js";
import type { PlaceRow } from "./place-row.js";

export const TOWN_COLUMNS = [
  "key",
  "name",
  "country",
  "admin1",
  "lat",
  "lon",
  "precision",
  "population",
  "geonames",
];

export interface TownTable {
  /** The towns of a folded name. */
  named(key: string): readonly PlaceRow[];
  /** Some name begins with these words and goes on. */
  goesOn(start: string): boolean;
}

const NONE: readonly PlaceRow[] = [];

export function parseTowns(layers: KnowledgeLayers): TownTable {
  let tables: readonly KnowledgeText[] | null = null;
  const texts = (): readonly KnowledgeText[] =>
    (tables ??= textsUnder(layers, "towns/", ".tsv").map(checked));
  const names = new Map<string, readonly PlaceRow[]>();
  const starts = new Map<string, boolean>();
  return {
    named: (key) => {
      let rows = names.get(key);
      if (rows === undefined) names.set(key, (rows = texts().flatMap((table) => rowsOf(table, key))));
      return rows;
    },
    goesOn: (start) => {
      let known = starts.get(start);
      if (known === undefined) {
        known = texts().some(({ text }) => text.startsWith(`${start} `, lineFrom(text, `${start} `)));
        starts.set(start, known);
      }
      return known;
    },
  };
}

function checked(table: KnowledgeText): KnowledgeText {
  const header = table.text.slice(0, table.text.indexOf("\n")).replace(/\r$/, "");
  if (header !== TOWN_COLUMNS.join("\t"))
    throw new Error(`${table.path}: columns ${header}; expected ${TOWN_COLUMNS.join(", ")}`);
  return table;
}

/** Where the first line begins that is not before `start` in order of code units; the header is no line. */
function lineFrom(text: string, start: string): number {
  let low = text.indexOf("\n") + 1;
  let high = text.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const line = text.lastIndexOf("\n", middle - 1) + 1;
    const from = Math.max(line, low);
    const end = text.indexOf("\n", from);
    const next = end < 0 ? text.length : end + 1;
    if (text.slice(from, Math.min(next, from + start.length)) < start) low = next;
    else high = from;
  }
  return low;
}

function rowsOf({ path, text }: KnowledgeText, key: string): readonly PlaceRow[] {
  const start = `${key}\t`;
  let at = lineFrom(text, start);
  if (!text.startsWith(start, at)) return NONE;
  const rows: PlaceRow[] = [];
  while (text.startsWith(start, at)) {
    const end = text.indexOf("\n", at);
    rows.push(townRow(path, text.slice(at, end < 0 ? text.length : end).replace(/\r$/, "")));
    at = end < 0 ? text.length : end + 1;
  }
  return rows;
}

function townRow(path: string, line: string): PlaceRow {
  const [key, name, country, admin1, lat, lon, precision, population, geonames] = line.split("\t");
  if (geonames === undefined || !(Math.abs(Number(lat)) <= 90) || !(Math.abs(Number(lon)) <= 180))
    throw new Error(`${path}: ${line}`);
  return {
    id: `geonames-${geonames}`,
    name: name === "" ? titled(key!) : name!,
    kind: "town",
    country: country!,
    admin1: admin1 === "" ? null : admin1!,
    lat: Number(lat),
    lon: Number(lon),
    precision: (precision === "" ? "city" : precision) as Precision,
    aliases: [],
    population: population === "" ? null : Number(population),
    source: "geonames",
  };
}

/** The name that a key tells: "mt pleasant" is Mt Pleasant. */
export function titled(key: string): string {
  return key.replace(/(?<=^| )\p{L}/gu, (letter) => letter.toUpperCase());
}
