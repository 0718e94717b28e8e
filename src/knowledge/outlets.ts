// knowledge/outlets/*.tsv: outlets by domain and by the names under which they are credited; owners, families (outlets of one
// publisher) and which are agencies whose copy others print. No outlet has a score.
import { fold } from "../base/fold.js";
import type { KnowledgeLayers } from "./layers.js";
import { textsUnder } from "./layers.js";
import { tableRows } from "./table.js";

export interface OutletRow {
  readonly domain: string;
  readonly name: string;
  readonly otherNames: readonly string[];
  readonly kind: string;
  readonly country: string | null;
  readonly owner: string | null;
  /** Shared by outlets of one publisher; null where it stands alone. */
  readonly family: string | null;
  readonly affiliation: string;
  /** Others republish its copy. */
  readonly agency: boolean;
}

export interface OutletKnowledge {
  readonly rows: readonly OutletRow[];
  readonly byDomain: ReadonlyMap<string, OutletRow>;
  /** Folded name, the article left out: rows in the order of the tables. */
  readonly byName: ReadonlyMap<string, readonly OutletRow[]>;
}

const COLUMNS = [
  "domain",
  "name",
  "other_names",
  "kind",
  "country",
  "owner",
  "family",
  "affiliation",
  "agency",
  "languages",
  "source",
];

/** Throws on a table that is not of the form: the knowledge that ships is checked by tests. */
export function parseOutletKnowledge(layers: KnowledgeLayers): OutletKnowledge {
  const rows: OutletRow[] = [];
  for (const { path, text } of textsUnder(layers, "outlets/", ".tsv")) {
    for (const [domain, name, other, kind, country, owner, family, affiliation, agency] of tableRows(
      path,
      text,
      COLUMNS,
    ) as string[][]) {
      rows.push({
        domain: domain!,
        name: name!,
        otherNames: other === "" ? [] : other!.split("|"),
        kind: kind!,
        country: country || null,
        owner: owner || null,
        family: family || null,
        affiliation: affiliation!,
        agency: agency === "yes",
      });
    }
  }
  const byName = new Map<string, OutletRow[]>();
  for (const row of rows) {
    for (const name of new Set([row.name, ...row.otherNames].map(fold))) {
      const known = byName.get(name);
      if (known === undefined) byName.set(name, [row]);
      else if (!known.includes(row)) known.push(row);
    }
  }
  return { rows, byDomain: new Map(rows.map((row) => [row.domain, row])), byName };
}
