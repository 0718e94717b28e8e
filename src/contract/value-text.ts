// Values of claims in few neutral words, for terminal, tables and browser: "at least 3", "none", "claimed by nobody".
import type { Casualties, Claim, Responsibility } from "../model/claim.js";
import type { Count } from "../model/count.js";
import type { Source } from "../model/source.js";

/** `countText({ min: 3, approx: true })` is "about 3 or more". */
export function countText(count: Count): string {
  const about = count.approx === true ? "about " : "";
  if (count.min !== undefined && count.min === count.max) return `${about}${count.min}`;
  if (count.min !== undefined && count.max !== undefined) return `${about}${count.min} to ${count.max}`;
  if (count.min !== undefined) return about === "" ? `at least ${count.min}` : `about ${count.min} or more`;
  if (count.max !== undefined) return `${about}up to ${count.max}`;
  return "a number";
}

export function valueText(attribute: string, value: unknown): string {
  switch (attribute) {
    case "occurrence":
      return "it happened";
    case "killed":
    case "injured": {
      const { count, who } = value as Casualties;
      const number = count.max === 0 ? "none" : countText(count);
      return who === null ? number : `${number} (${who})`;
    }
    case "munitions":
    case "intercepted":
      return (value as Count).max === 0 ? "none" : countText(value as Count);
    case "responsibility": {
      const { actor, act } = value as Responsibility;
      return act === "unclaimed" ? "claimed by nobody" : `${act} by ${actor ?? "somebody not named"}`;
    }
    case "damage":
      return value === "assessing" ? "being assessed" : String(value);
    default:
      return value === null ? "unknown" : String(value).replaceAll("_", " ");
  }
}

/** A claim's value with its stance, where it is not plainly asserted: "8, unverified". */
export function claimText(claim: Pick<Claim, "attribute" | "value" | "stance">): string {
  const value = valueText(claim.attribute, claim.value);
  return claim.stance === "asserted"
    ? value
    : claim.stance === "open"
      ? `${value} (open)`
      : `${value}, ${claim.stance}`;
}

/** "a security source → al-Sumaria", from the origin to the nearest; the outlet's own voice where there is none. */
export function chainText(sources: readonly Source[], own = "the report itself"): string {
  return sources.length === 0 ? own : sources.map(({ name }) => name).join(" → ");
}
