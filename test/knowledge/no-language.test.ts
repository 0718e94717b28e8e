// The code knows no word of any language (CONTRIBUTING.md): the sources that read and link are parsed, and what they compare with
// words of a text may be no English function word, no verb of reporting, no ending of a word. Codes (kinds, rules, tags) are
// compared with other values than words of a text, and are not looked at.
import { readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import ts from "typescript";
import { expect, it } from "vitest";

const SRC = fileURLToPath(new URL("../../src", import.meta.url));
const ROOMS = ["reading", "linking", "pipeline", "model", "base"];

/** Frequent English words that tell a reader how a sentence is built; single small letters are endings, capitals codes. */
const ENGLISH: ReadonlySet<string> = new Set(
  `a an the and or but nor if of in on at by for from to with without into over under near between among against about after
  before since until during through per as than that this these those which who whom whose what when where why how he she it they
  we you i him her them us me his its their our your my is are was were be been being am has have had having do does did will
  would shall should can could may might must not no none never nobody one two three four five six seven eight nine ten dozen
  hundred thousand million first second third last next former monday tuesday wednesday thursday friday saturday sunday january
  february march april june july august september october november december today yesterday tomorrow tonight said say says told
  tell tells reported according claimed denied added mr mrs dr gen col killed wounded injured attacked hit struck fired bombed
  there here also only very more most some any both each other another same such then now ago al s t d ed ing ly`.split(
    /\s+/u,
  ),
);

/** What stands in the code with a reason. */
const ALLOWED: Readonly<Record<string, string>> = {
  "reading/sentences/tokenize.ts s": "what a token is; all later stages take its sign for a possessive",
  "reading/events/named-victims.ts killed": "an attribute of claims",
  "reading/text/page-parts.ts none": "a style of pages that shows nothing",
};

/** Expressions that hold words of a text. */
const OF_TEXT = /(?:^|[.\s(!])(?:lower|folded|lemma|text|quote|word|said|ending)(?:\b|\()|\blower\w*\(/u;
const TESTS_WORDS: ReadonlySet<string> = new Set([
  "endsWith",
  "startsWith",
  "includes",
  "indexOf",
  "lastIndexOf",
]);

function sources(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    return entry.isDirectory() ? sources(path) : path.endsWith(".ts") ? [path] : [];
  });
}

/** Words in what a piece of code compares with a text: strings beside `===` and in tests of a string, every regular expression. */
function wordsCompared(name: string, code: string): string[] {
  const found: string[] = [];
  const add = (text: string): void => {
    for (const [word] of text.matchAll(/\p{L}+/gu))
      if (ENGLISH.has(word.length === 1 ? word : word.toLowerCase())) found.push(word);
  };
  const visit = (node: ts.Node): void => {
    if (ts.isRegularExpressionLiteral(node)) add(lettersOf(node.text));
    else if (ts.isStringLiteralLike(node)) {
      const { parent } = node;
      const beside = ts.isBinaryExpression(parent)
        ? parent.left === node
          ? parent.right
          : parent.left
        : null;
      const tested =
        ts.isCallExpression(parent) &&
        ts.isPropertyAccessExpression(parent.expression) &&
        TESTS_WORDS.has(parent.expression.name.text) &&
        OF_TEXT.test(parent.expression.expression.getText());
      if (tested || (beside !== null && OF_TEXT.test(beside.getText()))) add(node.text);
    }
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(name, code, ts.ScriptTarget.Latest, true));
  return found;
}

/** A regular expression without its classes, groups' names and flags: the letters that it matches by themselves. */
function lettersOf(pattern: string): string {
  return pattern
    .slice(1, pattern.lastIndexOf("/"))
    .replace(/\\[pP]\{[^}]*\}|\\u\{[^}]*\}|\(\?<[A-Za-z]\w*>|\\[a-zA-Z]/gu, " ")
    .replace(/\[[^\]]*\]/gu, "’");
}

it("compares no text with words of a language", () => {
  const found = ROOMS.flatMap((room) => sources(join(SRC, room))).flatMap((path) => {
    const name = relative(SRC, path);
    return wordsCompared(name, readFileSync(path, "utf8")).map((word) => `${name} ${word}`);
  });
  expect([...new Set(found)].filter((one) => !(one in ALLOWED))).toEqual([]);
  expect(Object.keys(ALLOWED).filter((one) => !found.includes(one))).toEqual([]);
});

it.each([
  ['if (token.lower === "the") count();', ["the"]],
  ['const owns = word.endsWith("s");', ["s"]],
  ["const saying = /^(?:said|told)$/u;", ["said", "told"]],
  ['if (kind === "before") count();', []],
  ['const rule = "noun-of";', []],
])("%s", (code, words) => {
  expect(wordsCompared("made.ts", code)).toEqual(words);
});
