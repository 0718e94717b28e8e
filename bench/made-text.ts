// Made-up report text of any length, without chance: sentences of our own with numbers, days and places put in by a seeded
// generator. For measuring how time grows with length; no two paragraphs are alike, so that nothing can be remembered.
import { generator } from "../test/linking/synthetic-records.js";

const TOWNS = [
  "Aleppo",
  "Hama",
  "Mosul",
  "Basra",
  "Homs",
  "Idlib",
  "Kirkuk",
  "Ramadi",
  "Deir ez-Zor",
  "Tikrit",
];
const DAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];
const SPEAKERS = [
  "the provincial police",
  "a hospital official",
  "residents",
  "the army",
  "two security sources",
];
const MONTHS = ["January", "March", "April", "June", "August", "October", "December"];

export function madeText(bytes: number, seed = 1): string {
  const pick = generator(seed);
  const one = <T>(items: readonly T[]): T => items[pick(items.length)]!;
  const sentences: readonly (() => string)[] = [
    () => `${2 + pick(20)} rockets hit a depot near ${one(TOWNS)} on ${one(DAYS)}, ${one(SPEAKERS)} said.`,
    () => `${1 + pick(9)} people were killed and ${10 + pick(60)} wounded, according to ${one(SPEAKERS)}.`,
    () => `“We heard at least ${2 + pick(5)} blasts before dawn,” a shopkeeper in ${one(TOWNS)} said.`,
    () =>
      `A car bomb went off outside a market in ${one(TOWNS)} on ${1 + pick(28)} ${one(MONTHS)} 201${pick(8)}.`,
    () =>
      `No group claimed the attack, and it was not clear whether the ${20 + pick(50)}-year-old driver survived.`,
    () =>
      `The council of ${one(TOWNS)} met for ${2 + pick(6)} hours and put off its decision on the price of bread.`,
    () => `Gunmen abducted ${1 + pick(6)} engineers on the road between ${one(TOWNS)} and ${one(TOWNS)}.`,
    () => `${one(SPEAKERS)} denied that a drone had been shot down over ${one(TOWNS)} last ${one(DAYS)}.`,
  ];
  const parts: string[] = [];
  for (let size = 0; size < bytes;) {
    const paragraph = Array.from({ length: 3 + pick(4) }, () => one(sentences)()).join(" ");
    parts.push(paragraph);
    size += paragraph.length + 2;
  }
  return `${parts.join("\n\n")}\n`;
}
