// Names before the parser: a sentence has one tree, whoever stands in it, and every token of the text has its place there.
import { expect, it } from "vitest";
import { layersOf } from "./sample-layers.js";

/** Tag and relation of each token that is no part of a name, and of the last word of each name. */
const treeOf = (sentence: string): string[] =>
  layersOf(sentence)
    .parsed[0]!.tokens.filter(
      ({ relation }, i, all) => !(relation === "compound" && all[i + 1]?.tag === "PROPN"),
    )
    .filter(({ relation, lower }) => !(relation === "det" && lower === "the"))
    .map(({ tag, relation }) => `${tag} ${relation}`);

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

it("keeps the words of a name, under its last one", () => {
  const { tokens } = layersOf("The Wagner Group denied it.").parsed[0]!;
  expect(
    tokens.map(({ text, tag, head, relation }) => `${text} ${tag} ${head} ${relation}`).slice(0, 4),
  ).toEqual(["The DET 2 det", "Wagner PROPN 2 compound", "Group PROPN 3 nsubj", "denied VERB -1 root"]);
});

it("leaves descriptions as they are", () => {
  const { tokens } = layersOf("Syrian army jets denied it.").parsed[0]!;
  expect(tokens.map(({ lemma }) => lemma).slice(0, 3)).toEqual(["syrian", "army", "jet"]);
});
