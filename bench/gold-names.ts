// How many of the gold data's event places, sources and perpetrators the two name rooms find somewhere in the document.
// In: ../shared/gold and its texts. Out: shares, and with --misses what was missed. Skipped where ../shared is absent.
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { knowledgeFolder } from "../src/adapters/files/knowledge-files.js";
import { parseActorKnowledge } from "../src/knowledge/actors.js";
import { parsePlaceKnowledge } from "../src/knowledge/places.js";
import { parseSentenceKnowledge } from "../src/knowledge/sentences.js";
import { findActors } from "../src/reading/actors/find-actors.js";
import { findToponyms } from "../src/reading/places/find-toponyms.js";
import { splitSentences } from "../src/reading/sentences/split-sentences.js";

const SHARED = fileURLToPath(new URL("../../shared/", import.meta.url));
if (!existsSync(`${SHARED}gold`)) {
  console.log("skipped: ../shared/gold is not there");
  process.exit(0);
}
const misses = process.argv.includes("--misses");
const layers = [knowledgeFolder(fileURLToPath(new URL("../knowledge", import.meta.url)))];
const places = parsePlaceKnowledge(layers);
const actors = parseActorKnowledge(layers);
const sentencesOf = parseSentenceKnowledge(layers);

type Alternative<T> = T | { readonly anyOf: readonly T[] };
interface GoldClaim {
  readonly attribute: string;
  readonly value: Alternative<string | null>;
  readonly sources?: readonly { readonly name: string; readonly kind: string }[];
}
interface Gold {
  readonly ref: string;
  readonly published: Alternative<string | null>;
  readonly events: readonly {
    readonly place: {
      readonly name: Alternative<string>;
      readonly lat?: number;
      readonly lon?: number;
      readonly precision: string;
    } | null;
    readonly claims: readonly GoldClaim[];
  }[];
}
const alternatives = <T>(v: Alternative<T>): readonly T[] =>
  v !== null && typeof v === "object" && "anyOf" in (v as object)
    ? (v as { anyOf: readonly T[] }).anyOf
    : [v as T];

const texts = new Map<string, { text: string; title: string | null }>();
for (const line of readFileSync(`${SHARED}data/fakes/articles-dev.ndjson`, "utf8").split("\n")) {
  if (line === "") continue;
  const { id, title, text } = JSON.parse(line) as { id: string; title: string; text: string };
  texts.set(id, {
    text: text.includes(title) ? text : `${title}\n\n${text}`,
    title: text.includes(title) ? null : title,
  });
}
for (const file of readdirSync(`${SHARED}seeds`))
  texts.set(file.replace(/\.txt$/, ""), {
    text: readFileSync(`${SHARED}seeds/${file}`, "utf8"),
    title: null,
  });

// As ../shared/eval/score.mjs compares names.
const STOP = new Set(
  "the a an of in on at to and or for by from with al el ul as its their his her some several were was is are been had has have that this those these near outside inside city town district area province governorate".split(
    " ",
  ),
);
const ALIASES = JSON.parse(readFileSync(`${SHARED}eval/aliases.json`, "utf8")) as Record<string, string[]>;
const ALIAS = new Map(
  Object.entries(ALIASES).flatMap(([head, names]) => names.map((n) => [n, head] as const)),
);
const flat = (s: string): string =>
  s
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[’'`.]/g, "")
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
function nameTokens(s: string): string[] {
  let f = ` ${flat(s)} `;
  for (const [name, head] of ALIAS) f = f.replaceAll(` ${name} `, ` ${head} `);
  return [
    ...new Set(
      f
        .trim()
        .split(" ")
        .map((t) => t.replace(/^al(?=\w{4})/, "").replace(/s$/, ""))
        .filter((t) => t !== "" && !STOP.has(t)),
    ),
  ];
}
function sameName(gold: string, predicted: string): boolean {
  const g = nameTokens(gold);
  const p = nameTokens(predicted);
  if (g.length === 0 || p.length === 0) return flat(gold) === flat(predicted);
  return g.filter((t) => p.includes(t)).length / Math.min(g.length, p.length) >= 0.5;
}
const REACH: Record<string, number> = { site: 15, city: 20, district: 50, province: 120, country: 600 };
function km(a: { lat: number; lon: number }, b: { lat: number; lon: number }): number {
  const r = Math.PI / 180;
  return 6371 * Math.hypot((b.lon - a.lon) * r * Math.cos(((a.lat + b.lat) / 2) * r), (b.lat - a.lat) * r);
}

const n = {
  places: 0,
  placesFound: 0,
  sources: 0,
  sourcesFound: 0,
  kinds: 0,
  perpetrators: 0,
  perpetratorsFound: 0,
  documents: 0,
};
let toponyms = 0;
let resolved = 0;
for (const folder of ["seeds", "fakes"]) {
  for (const file of readdirSync(`${SHARED}gold/${folder}`).filter((f) => f.endsWith(".json"))) {
    const gold = JSON.parse(readFileSync(`${SHARED}gold/${folder}/${file}`, "utf8")) as Gold;
    const key = gold.ref
      .split("/")
      .pop()!
      .replace(/\.txt$/, "");
    const document = texts.get(key);
    if (document === undefined) continue;
    n.documents++;
    const { text, title } = document;
    const sentences = splitSentences(text, title ? { start: 0, end: title.length } : null, sentencesOf);
    const found = findToponyms(text, sentences, {}, places);
    const published = alternatives(gold.published)[0] ?? null;
    const mentions = findActors(text, sentences, published, actors);
    for (const s of [...found, ...mentions])
      if (text.slice(s.start, s.end) !== s.quote) throw new Error(`${key}: span ${s.quote}`);
    toponyms += found.filter((t) => !t.adjectival).length;
    resolved += found.filter((t) => !t.adjectival && t.place !== null).length;
    for (const event of gold.events) {
      const { place } = event;
      if (place?.lat !== undefined && place.lon !== undefined) {
        n.places++;
        const at = { lat: place.lat, lon: place.lon };
        if (found.some((t) => t.place !== null && km(at, t.place) <= REACH[place.precision]!))
          n.placesFound++;
        else if (misses) {
          const said = found.map((t) => `${t.quote}${t.adjectival ? "*" : ""}=${t.place?.id ?? "?"}`);
          console.log(
            `place ${key} ${alternatives(place.name).join(" | ")} (${place.lat}, ${place.lon} ${place.precision}): ${[...new Set(said)].join("; ")}`,
          );
        }
      }
      for (const claim of event.claims) {
        for (const source of claim.sources ?? []) {
          n.sources++;
          const same = mentions.filter(
            (m) => sameName(source.name, m.name) || sameName(source.name, m.quote),
          );
          if (same.length > 0) n.sourcesFound++;
          else if (misses) console.log(`source ${key} ${source.kind} ${source.name}`);
          if (same.some((m) => m.sourceKind === source.kind)) n.kinds++;
          else if (same.length > 0 && misses)
            console.log(
              `kind ${key} ${source.name}: ${source.kind}, got ${[...new Set(same.map((m) => `${m.sourceKind} ${m.name}`))].join(", ")}`,
            );
        }
        if (claim.attribute === "perpetrator") {
          const names = alternatives(claim.value).filter((v): v is string => v !== null);
          if (names.length === 0) continue;
          n.perpetrators++;
          if (mentions.some((m) => names.some((v) => sameName(v, m.name) || sameName(v, m.quote))))
            n.perpetratorsFound++;
          else if (misses) console.log(`perpetrator ${key} ${names.join(" | ")}`);
        }
      }
    }
  }
}
const share = (a: number, b: number): string => `${((100 * a) / b).toFixed(1)} % (${a} of ${b})`;
console.log(
  `documents ${n.documents}; toponyms that locate ${toponyms}, resolved ${share(resolved, toponyms)}`,
);
console.log(`event places within reach of some toponym ${share(n.placesFound, n.places)}`);
console.log(
  `sources found ${share(n.sourcesFound, n.sources)}, of the same kind ${share(n.kinds, n.sources)}`,
);
console.log(`perpetrators found ${share(n.perpetratorsFound, n.perpetrators)}`);
