// Builds knowledge/casing/words.en.tsv: words that English writes in lower case inside a sentence, for texts that came in capitals
// only. Counted in the training parts of Universal Dependencies EWT and GUM, lower case against capitals; only single words are
// kept, no text. Run: npx tsx scripts/build-letter-case.ts
import { readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { DATA, writeTable } from "./tables.js";

const lower = new Map<string, number>();
const upper = new Map<string, number>();
for (const file of ["ewt-train", "gum-train"]) {
  const text = gunzipSync(readFileSync(`${DATA}ud_english/${file}.conllu.gz`)).toString("utf8");
  for (const line of text.split("\n")) {
    const [id, form] = line.split("\t");
    if (form === undefined || !/^[1-9]\d*$/u.test(id!) || !/^\p{L}{2,}$/u.test(form)) continue;
    const capital = /^\p{Lu}/u.test(form);
    // The first word of a sentence tells nothing by its capital.
    if (capital && id === "1") continue;
    const counts = capital ? upper : lower;
    counts.set(form.toLowerCase(), (counts.get(form.toLowerCase()) ?? 0) + 1);
  }
}
writeTable(
  "casing/words.en.tsv",
  ["word", "source"],
  [...lower]
    .filter(([word, n]) => 2 * n > (upper.get(word) ?? 0))
    .map(([word]) => ({ word, source: "universal-dependencies" })),
);
