// Names before the parser: a sentence has one tree, whoever stands in it, and every token of the text has its place there.
import { expect, it } from "vitest";
import { layersOf } from "./sample-layers.js";

const treeOf = (sentence: string): string[] =>
  layersOf(sentence).parsed[0]!.tokens.map(({ tag, relation, head }) => `${tag} ${relation} ${head}`);

it.each([
  [
    "Hezbollah denies a role in the blast in Homs.",
    "Jaish al-Islam denies a role in the blast in Khan Younis.",
  ],
  ["The PKK fired rockets at Mosul.", "Al-Shabaab fired rockets at Deir ez-Zor."],
  ["Russian jets struck a convoy.", "Peruvian jets struck a convoy."],
  ["Army spokesman Nils Haugen said so.", "Army spokesman Ola Berg said so."],
])("parses %s as %s", (one, other) => {
  expect(treeOf(one)).toEqual(treeOf(other));
});

const shown = (sentence: string): string[] =>
  layersOf(sentence).parsed[0]!.tokens.map(
    ({ text, tag, head, relation }) => `${text} ${tag} ${head} ${relation}`,
  );

it("makes one word of a name, without its article", () => {
  const tree = shown("The Wagner Group denied it.");
  expect(tree.slice(0, 2)).toEqual(["Wagner Group PROPN 1 nsubj", "denied VERB -1 root"]);
  expect(layersOf("The Wagner Group denied it.").sentences[0]!.tokens).toHaveLength(tree.length);
});

it("keeps the article where it is a noun's, or parts the name from one", () => {
  expect(shown("The Wagner Group fighters denied it.").slice(0, 2)).toEqual([
    "The DET 1 det",
    "Wagner Group PROPN 2 compound",
  ]);
  expect(shown("Shells hit a child the Wagner Group said.").slice(4, 6)).toEqual([
    "the DET 5 det",
    expect.stringMatching(/^Wagner Group PROPN/u),
  ]);
});

it("leaves descriptions as they are", () => {
  const { tokens } = layersOf("Syrian army jets denied it.").parsed[0]!;
  expect(tokens.map(({ lemma }) => lemma).slice(0, 3)).toEqual(["syrian", "army", "jet"]);
});
