// Builds knowledge/ordinary/words.en.tsv: names of the gazetteer, and spellings near one, that are everyday English words
// when they stand in lower case ("reading", "of", "media"). Counted in the training parts of Universal Dependencies EWT
// and GUM, lower case against capitals; only single words are kept, no text. Run: npx tsx scripts/build-ordinary-words.ts
import { readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { fold } from "../src/base/fold.js";
import { knowledgeFolder } from "../src/adapters/files/knowledge-files.js";
import { parsePlaceKnowledge, rowsNamed } from "../src/knowledge/places.js";
import { spokenWords } from "../src/knowledge/spelling.js";
import { DATA, KNOWLEDGE, writeTable } from "./tables.js";

const places = parsePlaceKnowledge([knowledgeFolder(KNOWLEDGE)]);
const lower = new Map<string, number>();
const upper = new Map<string, number>();
for (const file of ["ewt-train", "gum-train", "ewt-dev", "gum-dev"]) {
  for (const line of gunzipSync(readFileSync(`${DATA}ud_english/${file}.conllu.gz`))
    .toString("utf8")
    .split("\n")) {
    const [id, form] = line.split("\t");
    if (form === undefined || !/^[1-9]\d*$/.test(id!) || !/^\p{L}[\p{L}'’]*$/u.test(form)) continue;
    const counts = id !== "1" && /^\p{Lu}/u.test(form) ? upper : lower;
    const word = fold(form);
    // The first word of a sentence tells nothing by its capital.
    if (id !== "1" || !/^\p{Lu}/u.test(form)) counts.set(word, (counts.get(word) ?? 0) + 1);
  }
}
const LARGE = 300_000;
const kept: { word: string; source: string }[] = [];
for (const [word, n] of lower) {
  if (word.length < 2 || n < 2 * (upper.get(word) ?? 0)) continue;
  const rows = rowsNamed(word, places);
  const large = rows.some((r) => r.precision === "country" || (r.population ?? 0) >= LARGE);
  const form = spokenWords([word], places.spelling);
  const near =
    form !== null && [...places.spelling.countries].some((c) => places.bySkeleton(c).has(form.skeleton));
  const singular = word.endsWith("s") && rowsNamed(word.slice(0, -1), places).length > 0;
  if ((rows.length > 0 && !large) || near || singular) kept.push({ word, source: "universal-dependencies" });
}
writeTable("ordinary/words.en.tsv", ["word", "source"], kept);
