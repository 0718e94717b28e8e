// The names of attributes in neutral words, for rows, facets and sentences: one place for server and browser.
import type { Attribute } from "../model/claim.js";

export const ATTRIBUTE_WORDS: Readonly<Record<Attribute, string>> = {
  occurrence: "whether it happened",
  date: "date",
  time: "time of day",
  place: "place",
  weapon: "weapon",
  munitions: "munitions",
  perpetrator: "perpetrator",
  responsibility: "responsibility",
  target: "target",
  killed: "killed",
  injured: "injured",
  damage: "damage",
  impact: "impact",
  intercepted: "intercepted",
};
