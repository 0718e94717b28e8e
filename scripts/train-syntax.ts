// Trains knowledge/syntax/en.model from Universal Dependencies English EWT and GUM, train parts only, and prints the figures
// on the dev parts. Usage: npx tsx scripts/train-syntax.ts [--data ../shared/data/ud_english] [--out knowledge/syntax]
// Deterministic: the same data give the same bytes. Takes about seven minutes of processor time.
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { gunzipSync } from "node:zlib";
import { sha256Hex } from "../src/base/hash.js";
import { wordShapes } from "../src/reading/syntax/word-shape.js";
import { readConllu } from "./syntax-training/conllu.js";
import { convert, type Tree } from "./syntax-training/conversion.js";
import { anyEdit, random, withAcronyms, withoutCommas } from "./syntax-training/edits.js";
import { evaluate } from "./syntax-training/evaluation.js";
import {
  example,
  frequent,
  learnLemmatizer,
  learnParser,
  learnTagger,
  modelOf,
  parseExample,
  withUnknownWords,
  writeModel,
  type Example,
} from "./syntax-training/learning.js";
import { marginsOf } from "./syntax-training/margins.js";

const { values } = parseArgs({
  options: {
    data: { type: "string", default: "../shared/data/ud_english" },
    out: { type: "string", default: "knowledge/syntax" },
    rounds: { type: "string", default: "6" },
    least: { type: "string", default: "8" },
    dropout: { type: "string", default: "0.25" },
    unknown: { type: "string", default: "0.05" },
    taggerDropout: { type: "string", default: "0.2" },
    every: { type: "string", default: "1" },
    differing: { type: "string", default: "0.001" },
  },
});
const FOLDS = 3;
const VARIANTS = 4;
const began = performance.now();
const log = (line: string): void =>
  console.error(`${((performance.now() - began) / 1000).toFixed(0)} s  ${line}`);

const read = (name: string): ReturnType<typeof readConllu> =>
  readConllu(gunzipSync(readFileSync(join(values.data, `${name}.conllu.gz`))).toString("utf8"));
const sentences = [...read("ewt-train"), ...read("gum-train")].filter(
  (_, i) => i % Number(values.every) === 0,
);

const chance = random(20240607);
const plain: (Example | null)[] = sentences.map((s) => made(convert(s.words, s)));
const edited = Array.from({ length: VARIANTS }, () =>
  sentences.map((s) => {
    const edit = anyEdit(s, chance);
    const tree = edit.text.trim() === "" ? null : convert(s.words, edit);
    const plainly = tree !== null && wordShapes(tree.tokens).writing === 0;
    const copy = made(plainly ? withAcronyms(tree, 0.04, chance) : tree);
    return copy === null ? null : withUnknownWords(copy, Number(values.unknown), chance);
  }),
);
log(`${sentences.length} sentences, ${plain.filter((e) => e === null).length} left out`);

function made(tree: Tree | null): Example | null {
  return tree === null || tree.tokens.length === 0 ? null : example(tree);
}

/** Round r: every sentence as it stands, and one edited copy of it. */
function roundsOf<T>(
  count: number,
  first: readonly (T | null)[],
  others: readonly (readonly (T | null)[])[],
  use: (i: number) => boolean,
): T[][] {
  return Array.from({ length: count }, (_, r) =>
    [first, others[r % others.length]!].flatMap((set) =>
      set.filter((item, i): item is T => item !== null && use(i)),
    ),
  );
}

const tagClasses = frequent(
  [plain, edited[0]!].flatMap((set) => set.flatMap((e) => e?.tree.tags ?? [])),
  25,
).slice(0, 200);
const tagger = learnTagger(
  roundsOf(6, plain, edited, () => true),
  tagClasses,
  1,
  3,
  Number(values.taggerDropout),
);
log(`tagger: ${tagger.classes.length} classes, ${tagger.features} features, ${tagger.bytes.length} bytes`);
const lemmatizer = learnLemmatizer(
  roundsOf(4, plain, edited, () => true),
  2,
);
log(
  `lemmatizer: ${lemmatizer.classes.length} classes, ${lemmatizer.features} features, ${lemmatizer.bytes.length} bytes`,
);

const lemmas = modelOf({ lemmatizer }).lemmatizer;
const plainTagged = plain.map(() => null) as (ReturnType<typeof parseExample> | null)[];
const editedTagged = edited.map((set) => set.map(() => null)) as (typeof plainTagged)[];
for (let fold = 0; fold < FOLDS; fold++) {
  const held = (i: number): boolean => i % FOLDS === fold;
  const other = modelOf({
    tagger: learnTagger(
      roundsOf(2, plain, edited, (i) => !held(i)),
      tagClasses,
      3 + fold,
      2,
      Number(values.taggerDropout),
    ),
  }).tagger;
  [plain, ...edited].forEach((set, s) =>
    set.forEach((e, i) => {
      if (e !== null && held(i))
        (s === 0 ? plainTagged : editedTagged[s - 1]!)[i] = parseExample(e, other, lemmas);
    }),
  );
}
log("tags for the parser's training");
const parser = learnParser(
  roundsOf(Number(values.rounds), plainTagged, editedTagged, () => true),
  9,
  3,
  24,
  Number(values.least),
  Number(values.dropout),
  log,
);
log(
  `parser: ${parser.classes.length} classes, ${parser.features} features, ${parser.weights} weights, ${parser.bytes.length} bytes`,
);

const dev = ["ewt-dev", "gum-dev"].map((name) => {
  const dev = read(name);
  const trees = (edit: (s: (typeof dev)[number]) => Tree | null): Tree[] =>
    dev.map(edit).filter((tree): tree is Tree => tree !== null && tree.tokens.length > 0);
  return {
    name,
    plain: trees((s) => convert(s.words, s)),
    bare: trees((s) => convert(s.words, withoutCommas(s))),
  };
});
const whole = modelOf({ tagger, lemmatizer, parser });
const margins = marginsOf(
  dev.flatMap(({ plain, bare }) => [...plain, ...bare]),
  whole,
  Number(values.differing),
);
log(`margins: ${JSON.stringify(margins)}`);
const parts = {
  tagger: { ...tagger, margins: margins.tagger },
  lemmatizer,
  parser: { ...parser, margins: margins.parser },
};
const bytes = writeModel("en", parts);
writeFileSync(join(values.out, "en.model"), bytes);
writeFileSync(join(values.out, "en.model.sha256"), `${sha256Hex(bytes)}  en.model\n`);
const model = modelOf(parts);
for (const { name, plain, bare } of dev) {
  log(`${name} as it stands: ${JSON.stringify(evaluate(plain, model))}`);
  log(`${name} no commas: ${JSON.stringify(evaluate(bare, model))}`);
}
