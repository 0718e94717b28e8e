// A claim's value in few neutral words, where the server does not say them already (the document page). Exhaustive by attribute.
import type { Attribute, Claim } from "../../../model/claim.js";
import { codeWords, countWords } from "./labels.js";
import { edtfShort, edtfWords } from "./edtf-words.js";

/** `claimWords({ attribute: "munitions", value: { min: 3, max: 3 }, … })` is "3". */
export function claimWords(claim: Claim): string {
  switch (claim.attribute) {
    case "occurrence":
      return "it happened";
    case "date":
      return edtfWords(claim.value);
    case "time":
    case "place":
    case "target":
      return claim.value;
    case "perpetrator":
      return claim.value ?? "not known";
    case "weapon":
      return codeWords(claim.value);
    case "munitions":
    case "intercepted":
      return countWords(claim.value);
    case "responsibility":
      if (claim.value.act === "unclaimed") return "nobody claimed it";
      return `${claim.value.actor ?? "somebody not named"} ${claim.value.act} it`;
    case "killed":
    case "injured": {
      const { count, who } = claim.value;
      const number = count.min === 0 && count.max === 0 ? "none" : countWords(count);
      return who === null ? number : `${number} (${who})`;
    }
    case "damage":
      return claim.value === "assessing" ? "being assessed" : claim.value;
    case "impact":
      return claim.value;
  }
}

/** The server's label of a value as it is shown: dates come as EDTF, all else in words already. */
export function valueLabel(attribute: Attribute, label: string): string {
  return attribute === "date" ? edtfShort(label) : label;
}
