// Figures of the syntax room on the dev parts of Universal Dependencies EWT and GUM, in our tokens: as the texts stand, without
// commas and apostrophes, as headlines, and in capitals; beside it the tagger of wink-nlp on the tokens that both make, and
// speeds in tokens per second of processor time. Usage: npx tsx bench/syntax.ts [DATA]
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import model from "wink-eng-lite-web-model";
import winkNLP from "wink-nlp";
import { knowledgeFolder } from "../src/adapters/files/knowledge-files.js";
import { parseSyntaxModel } from "../src/knowledge/syntax.js";
import { parseSentence } from "../src/reading/syntax/parse-sentence.js";
import { readConllu, type UdSentence } from "../scripts/syntax-training/conllu.js";
import { convert, type Edit, type Tree } from "../scripts/syntax-training/conversion.js";
import { asHeadline, inCapitals, inTitleCase, withoutCommas } from "../scripts/syntax-training/edits.js";
import { evaluate } from "../scripts/syntax-training/evaluation.js";

const data = process.argv[2] ?? "../shared/data/ud_english";
if (!existsSync(data)) {
  console.log(`skipped: no ${data}`);
} else {
  run();
}

function run(): void {
  const syntax = parseSyntaxModel([knowledgeFolder("knowledge")]);
  const edits: Record<string, (s: UdSentence) => Edit> = {
    "as it stands": (s) => s,
    "no commas, apostrophes": withoutCommas,
    headlines: (s) => inTitleCase(s, asHeadline(s, s), true),
    "upper case": inCapitals,
  };
  for (const name of ["ewt-dev", "gum-dev"]) {
    const sentences = readConllu(gunzipSync(readFileSync(join(data, `${name}.conllu.gz`))).toString("utf8"));
    for (const [how, edit] of Object.entries(edits)) {
      const trees = sentences
        .map((s) => ({ text: edit(s).text, tree: convert(s.words, edit(s)) }))
        .filter((pair): pair is { text: string; tree: Tree } => pair.tree !== null);
      const figures = evaluate(
        trees.map(({ tree }) => tree),
        syntax,
      );
      console.log(`${name}, ${how}: ${JSON.stringify(figures)}`);
      console.log(
        `${name}, ${how}: ${JSON.stringify(againstWink(trees, (tree) => parseSentence(tree.tokens, syntax)))}`,
      );
    }
  }
}

function againstWink(
  trees: readonly { text: string; tree: Tree }[],
  parse: (tree: Tree) => ReturnType<typeof parseSentence>,
): Record<string, number> {
  const nlp = winkNLP(model, ["sbd", "pos"]);
  const its = nlp.its;
  let shared = 0;
  let all = 0;
  let ours = 0;
  let theirs = 0;
  const began = process.cpuUsage().user;
  const tagged = trees.map(({ text }) => {
    const tokens = nlp.readDoc(text).tokens();
    return {
      words: tokens.out() as string[],
      spaces: tokens.out(its.precedingSpaces) as string[],
      tags: tokens.out(its.pos) as string[],
    };
  });
  const between = process.cpuUsage().user;
  const parsed = trees.map(({ tree }) => parse(tree));
  const ended = process.cpuUsage().user;
  trees.forEach(({ tree }, t) => {
    const { words, spaces, tags } = tagged[t]!;
    const tagAt = new Map<string, string>();
    let offset = 0;
    words.forEach((word, w) => {
      offset += spaces[w]!.length;
      tagAt.set(`${offset}-${offset + word.length}`, tags[w]!);
      offset += word.length;
    });
    tree.tokens.forEach((token, i) => {
      all++;
      const tag = tagAt.get(`${token.start}-${token.end}`);
      if (tag === undefined) return;
      shared++;
      const gold = tree.tags[i]!.split("/")[0];
      if (parsed[t]!.tokens[i]!.tag === gold) ours++;
      if (tag === gold) theirs++;
    });
  });
  const share = (count: number): number => Math.round((10000 * count) / shared) / 100;
  return {
    sharedTokens: shared,
    oursUpos: share(ours),
    winkUpos: share(theirs),
    oursTokensPerSecond: Math.round((all / (ended - between)) * 1e6),
    winkTokensPerSecond: Math.round((all / (between - began)) * 1e6),
  };
}
