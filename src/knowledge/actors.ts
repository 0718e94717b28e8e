// knowledge/actors/*.tsv: bodies and persons with aliases, memberships, offices and loaded names, indexed by folded names,
// together with the outlets and the describing phrases. Packs add tables of the same columns.
// Leaves alone: which of two rows of one alias is meant at a date (reading/actors).
import { fold } from "../base/fold.js";
import type { SourceKind } from "../model/source.js";
import { SOURCE_KINDS } from "../model/source.js";
import type { ActorPatterns } from "./actor-patterns.js";
import { parseActorPatterns } from "./actor-patterns.js";
import type { FunctionWords } from "./function-words.js";
import { parseFunctionWords } from "./function-words.js";
import type { KnowledgeLayers } from "./layers.js";
import { textsUnder } from "./layers.js";
import type { OutletKnowledge, OutletRow } from "./outlets.js";
import { parseOutletKnowledge } from "./outlets.js";
import { tableRows } from "./table.js";
import type { WordTrie } from "./word-trie.js";
import { nodeOf, wordTrie } from "./word-trie.js";

/** A membership or an office, with its dates as far as they are known. */
export interface Belonging {
  readonly id: string;
  readonly office: string | null;
  /** ISO, any precision; null where open. */
  readonly from: string | null;
  readonly to: string | null;
}

export interface ActorRow {
  readonly id: string;
  /** The table's name. */
  readonly name: string;
  readonly kind: string;
  readonly sourceKind: SourceKind;
  readonly country: string | null;
  readonly aliases: readonly string[];
  readonly memberOf: readonly Belonging[];
  readonly speaksFor: readonly Belonging[];
  readonly not: readonly string[];
  readonly loadedNames: readonly string[];
  readonly from: string | null;
  readonly to: string | null;
}

export interface NamedActor {
  /** Null for an outlet, and for a loaded name that stands on several rows. */
  readonly row: ActorRow | null;
  readonly outlet: OutletRow | null;
  readonly loaded: boolean;
  readonly sourceKind: SourceKind;
  /** As the table spells it: capitals count in short names. */
  readonly spelling: string;
  /** What of its letters must be as the table has them: all ("SDF"), a capital somewhere ("Kataib"), or nothing. */
  readonly letters: "all" | "capital" | "any";
  /** The name of a state that is its territory's or its capital's name too: it acts only in some places. */
  readonly territory: "country" | "capital" | null;
}

export interface ActorKnowledge {
  readonly rows: readonly ActorRow[];
  readonly byId: ReadonlyMap<string, ActorRow>;
  /** Folded name without a leading article: what bears it. */
  readonly byName: ReadonlyMap<string, readonly NamedActor[]>;
  /** The same names as a tree of words; its values are the keys of byName. */
  readonly trie: WordTrie<string>;
  readonly outlets: OutletKnowledge;
  readonly patterns: ActorPatterns;
  readonly small: FunctionWords;
  /** Country adjectives and names, folded: ISO 3166 alpha-2, null for peoples of no single country. */
  readonly nations: ReadonlyMap<string, string | null>;
  /** ISO 3166 alpha-2: row of its state. */
  readonly states: ReadonlyMap<string, ActorRow>;
}

const COLUMNS = [
  "id",
  "name",
  "kind",
  "source_kind",
  "country",
  "aliases",
  "member_of",
  "speaks_for",
  "not",
  "loaded_names",
  "active",
  "source",
];
const list = (cell: string): string[] => (cell === "" ? [] : cell.split("|"));

/** Throws on a table that is not of the form: the knowledge that ships is checked by tests. */
export function parseActorKnowledge(layers: KnowledgeLayers): ActorKnowledge {
  const rows: ActorRow[] = [];
  for (const { path, text } of textsUnder(layers, "actors/", ".tsv"))
    for (const cells of tableRows(path, text, COLUMNS)) rows.push(actorRow(path, cells));
  const outlets = parseOutletKnowledge(layers);
  const nations = new Map<string, string | null>();
  const countries: ActorRow[] = [];
  for (const { path, text } of textsUnder(layers, "demonyms/", ".tsv"))
    for (const [form, country] of tableRows(path, text, ["form", "country", "source"]))
      nations.set(fold(form!), country || null);
  for (const { path, text } of textsUnder(layers, "places/countries", ".tsv")) {
    for (const line of text.split("\n").slice(1)) {
      const [id, name, , country, , , , , aliases] = line.split("\t");
      if (id === "" || country === undefined) continue;
      for (const alias of [name!, ...list(aliases ?? "")]) nations.set(fold(alias), country);
      countries.push(stateOf(id!, name!, list(aliases ?? ""), country));
    }
    void path;
  }
  rows.push(...unnamedStates(countries, rows));
  const byName = new Map<string, NamedActor[]>();
  const trie = wordTrie<string>();
  const add = (spelling: string, who: Pick<NamedActor, "row" | "outlet" | "loaded">): void => {
    const key = actorKey(spelling);
    if (key === "") return;
    const known = byName.get(key);
    const other = who.loaded ? (known?.findIndex((k) => k.loaded && k.row !== who.row) ?? -1) : -1;
    if (other >= 0) {
      // A loaded name of several identifies none of them.
      known![other] = { ...known![other]!, row: null };
      return;
    }
    const entry: NamedActor = {
      ...who,
      sourceKind: who.row?.sourceKind ?? "media",
      spelling,
      letters: lettersOf(spelling),
      territory: territoryOf(who.row, key, nations),
    };
    const same = known?.some(
      (k) =>
        k.row === entry.row &&
        k.outlet === entry.outlet &&
        k.loaded === entry.loaded &&
        k.spelling === spelling,
    );
    if (known === undefined) byName.set(key, [entry]);
    else if (same !== true) known.push(entry);
    nodeOf(trie, key.split(" ")).value = key;
  };
  for (const row of rows) {
    for (const name of [bareName(row.name), ...row.aliases]) add(name, { row, outlet: null, loaded: false });
    for (const name of row.loadedNames) add(name, { row, outlet: null, loaded: true });
  }
  for (const outlet of outlets.rows)
    for (const name of [outlet.name, ...outlet.otherNames]) add(name, { row: null, outlet, loaded: false });
  const states = new Map<string, ActorRow>();
  for (const row of rows)
    if (row.kind === "state" && row.country !== null && !states.has(row.country))
      states.set(row.country, row);
  return {
    rows,
    byId: new Map(rows.map((r) => [r.id, r])),
    byName,
    trie,
    outlets,
    patterns: parseActorPatterns(layers),
    small: parseFunctionWords(layers),
    nations,
    states,
  };
}

/** A country as one who acts: "Peru denied it". */
function stateOf(id: string, name: string, aliases: readonly string[], country: string): ActorRow {
  const nothing = { memberOf: [], speaksFor: [], not: [], loadedNames: [], from: null, to: null };
  return { id, name, kind: "state", sourceKind: "government", country, aliases, ...nothing };
}

/** Countries of whose name no row of the tables speaks: every state can act, whether or not somebody wrote a row for it. */
function unnamedStates(countries: readonly ActorRow[], rows: readonly ActorRow[]): ActorRow[] {
  const named = new Set(rows.flatMap((row) => [bareName(row.name), ...row.aliases].map(actorKey)));
  return countries.filter(({ name }) => !named.has(actorKey(name)));
}

function lettersOf(spelling: string): NamedActor["letters"] {
  if (spelling.length <= 4 && spelling === spelling.toUpperCase()) return "all";
  return /\p{Lu}/u.test(spelling) ? "capital" : "any";
}

function territoryOf(
  row: ActorRow | null,
  key: string,
  nations: ReadonlyMap<string, string | null>,
): NamedActor["territory"] {
  if (row === null || row.kind !== "state") return null;
  if (nations.has(key)) return "country";
  return key.includes(" ") ? null : "capital";
}

/** The key under which a name is looked up: folded, without a leading English article. */
export function actorKey(name: string): string {
  const key = fold(name);
  return key.startsWith("the ") ? key.slice(4) : key;
}

/** A name without the remark in brackets that tells two rows apart. */
export function bareName(name: string): string {
  return name.replace(/ \([^()]*\)$/u, "");
}

function actorRow(path: string, cells: readonly string[]): ActorRow {
  const [id, name, kind, source, country, aliases, memberOf, speaksFor, not, loaded, active] = cells as [
    string,
    ...string[],
  ];
  if (!SOURCE_KINDS.includes(source as SourceKind)) throw new Error(`${path}: ${id}: source kind ${source}`);
  const [from, to] = interval(active!);
  return {
    id: id!,
    name: name!,
    kind: kind!,
    sourceKind: source as SourceKind,
    country: country || null,
    aliases: list(aliases!),
    memberOf: list(memberOf!).map(belonging),
    speaksFor: list(speaksFor!).map(belonging),
    not: list(not!),
    loadedNames: list(loaded!),
    from,
    to,
  };
}

/** "hts:leader@2017-01..", "al-qaeda@2013-04..2016-07". */
function belonging(cell: string): Belonging {
  const [who, dates = ""] = cell.split("@");
  const [id, office] = who!.split(":");
  const [from, to] = interval(dates);
  return { id: id!, office: office ?? null, from, to };
}

function interval(dates: string): [string | null, string | null] {
  const [from, to] = dates.split("..");
  return [from || null, to || null];
}
