// Builds knowledge/actors/*.tsv and knowledge/outlets/outlets.tsv from the lists under ../shared/data that may ship (NOTICE
// has the credits). Run: npx tsx scripts/build-actors.ts. The tables are kept in the repository; this is how they came to be.
import { fold } from "../src/base/fold.js";
import { aliasList, readTable, slug, uniqueIds, writeTable } from "./tables.js";
import type { Row } from "./tables.js";

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
] as const;

/** What a body of this kind is when it speaks (kinds of the record format). */
const SOURCE_KIND: Readonly<Record<string, string>> = {
  state: "government",
  ministry: "government",
  "state body": "government",
  "local authority": "government",
  "intelligence service": "government",
  "political body": "government",
  "armed forces": "military",
  coalition: "military",
  "armed group": "armed_group",
  umbrella: "armed_group",
  "front name": "armed_group",
  police: "police",
  monitor: "monitor",
  "rescue service": "monitor",
  "aid body": "monitor",
  "UN body": "monitor",
  "international body": "monitor",
  "health body": "medical",
  "media body": "media",
  "think tank": "analyst",
  company: "unspecified",
  official: "unspecified",
};
/** Bodies whose kind alone would mislead. */
const OWN_KIND: Readonly<Record<string, string>> = {
  pentagon: "military",
  "syrian-mod": "military",
  "russian-mod": "military",
  "ukrainian-mod": "military",
  "turkish-mod": "military",
  "uk-mod": "military",
  "iraqi-ministry-of-defence": "military",
  "security-media-cell": "military",
  "russian-reconciliation-center": "military",
  "iraqi-health-ministry": "medical",
  "syrian-health-ministry": "medical",
  "gaza-health-ministry": "medical",
  "palestinian-health-ministry": "medical",
  "lebanese-health-ministry": "medical",
  nato: "military",
  eu: "government",
  "african-union": "government",
  "arab-league": "government",
  gcc: "government",
  ispr: "military",
  ukmto: "military",
  ambrey: "analyst",
  "hashd-commission": "military",
  cmf: "military",
  "syrian-national-coalition": "opposition",
  "syrian-national-council": "opposition",
  hnc: "opposition",
  "ncc-syria": "opposition",
  "syrian-interim-government": "opposition",
  "syrian-salvation-government": "opposition",
  "kurdish-national-council": "opposition",
  mek: "opposition",
  nug: "opposition",
  "local-coordination-committees": "monitor",
  "free-syrian-army": "opposition",
  "partner-forces": "armed_group",
  "syrian-rebels": "opposition",
  settlers: "armed_group",
  "unnamed-activists": "opposition",
  "unnamed-monitor": "monitor",
  "unnamed-witness": "witness",
  "unnamed-medical": "medical",
  "unnamed-rescuers": "monitor",
  "unnamed-military-source": "military",
  "unnamed-security-source": "anonymous",
  "unnamed-police-source": "police",
  "unnamed-official": "government",
  "unnamed-local-source": "anonymous",
  "unnamed-media": "media",
  "unnamed-analyst": "analyst",
  "unnamed-armed-member": "armed_group",
  "footage-source": "footage",
  "aid-agencies": "monitor",
  "unidentified-aircraft": "unspecified",
  "russian-or-syrian": "military",
  "opponents-of-assad": "opposition",
  "western-states": "government",
  "pro-government-fighters": "armed_group",
  "state-forces-in-context": "military",
  "state-aircraft-in-context": "military",
  "government-in-context": "government",
  "armed-opposition-in-context": "armed_group",
  "iran-aligned-groups": "armed_group",
  "kurdish-forces": "armed_group",
};

const list = readTable("actors/actors.tsv");
const kindOf = new Map(
  list.map((row) => [row.id!, OWN_KIND[row.id!] ?? SOURCE_KIND[row.kind!] ?? "unspecified"]),
);
/** Roles told of nobody in particular are found by knowledge/actors/descriptions, not by the table. */
const DESCRIBED = /^unnamed-|^footage-source$|^aid-agencies$|^unidentified-aircraft$/;
const known = new Set<string>();
const rows = list.map((row): Row => {
  const body = row.speaks_for!.split("|")[0]!.split(/[:@]/)[0]!;
  const aliases = DESCRIBED.test(row.id!) ? [] : row.aliases!.split("|");
  for (const name of [row.name!, ...aliases]) known.add(fold(name));
  return {
    id: row.id!,
    name: row.name!,
    kind: row.kind!,
    source_kind:
      row.kind === "official" && body !== "" ? (kindOf.get(body) ?? "unspecified") : kindOf.get(row.id!)!,
    country: row.country!,
    aliases: aliasList(row.name!, aliases),
    member_of: row.member_of!,
    speaks_for: row.speaks_for!,
    not: row.not!,
    loaded_names: row.loaded_names!,
    active: row.active!,
    source: "own",
  };
});
writeTable("actors/actors.tsv", COLUMNS, rows);

const unique = uniqueIds();
const world = readTable("actors/ucdp-actors.tsv").flatMap((row): Row[] => {
  // 1 is UCDP's code for formally organised groups; governments and communal groups are left out.
  if (row.Org !== "1" || row.NameData!.startsWith("Government of")) return [];
  const names = [row.NameData!, row.NameOrig!, row.NameOrigFullEng!, row.NameOrigFull!].filter(
    (n) => n !== "" && n !== "n/a" && !n.includes("("),
  );
  const fresh = names.filter((n) => !known.has(fold(n)) && fold(n).length > 2 && /\p{Lu}/u.test(n));
  if (fresh.length === 0 || names.some((n) => known.has(fold(n)))) return [];
  for (const n of fresh) known.add(fold(n));
  return [
    {
      id: unique(`ucdp-${slug(row.NameData!)}`),
      name: fresh[0]!,
      kind: "armed group",
      source_kind: "armed_group",
      country: "",
      aliases: aliasList(fresh[0]!, fresh),
      member_of: "",
      speaks_for: "",
      not: "",
      loaded_names: "",
      active: "",
      source: "ucdp",
    },
  ];
});
writeTable("actors/ucdp-actors.tsv", COLUMNS, world);

writeTable(
  "outlets/outlets.tsv",
  [
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
  ],
  readTable("actors/outlets.tsv").map((row) => ({ ...row, source: "own" })),
);
