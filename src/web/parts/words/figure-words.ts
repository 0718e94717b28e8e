// One figure by a named rule, in words, with what it hides. The rules are those of others' codebooks; none is preferred here.
import type { ResolvedView } from "../../../contract/views.js";
import { groupDigits, plural } from "./labels.js";

export const RULE_WORDS: Readonly<Record<ResolvedView["rule"], string>> = {
  lowest: "lowest reported (as ACLED)",
  "low-best-high": "low, best, high (as UCDP GED)",
  majority: "majority, else lowest (as GTD)",
  latest: "latest of each origin",
};

export const RULES = Object.keys(RULE_WORDS) as readonly ResolvedView["rule"][];

/** `figureWords({ rule: "low-best-high", low: 7, best: 8, high: null })` is "low 7, best 8, no upper end". */
export function figureWords({
  rule,
  low,
  best,
  high,
}: Pick<ResolvedView, "rule" | "low" | "best" | "high">): string {
  const number = (n: number | null): string => (n === null ? "not told" : groupDigits(n));
  if (rule === "low-best-high")
    return `low ${number(low)}, best ${number(best)}, ${high === null ? "no upper end" : `high ${groupDigits(high)}`}`;
  if (best !== null) return groupDigits(best);
  return `${number(low)} to ${number(high)}`;
}

/** `hiddenWords({ hidden: [12, 15], origins: 3 })` is "hides 12, 15; of 3 origins". */
export function hiddenWords({ hidden, origins }: Pick<ResolvedView, "hidden" | "origins">): string {
  const what = hidden.length === 0 ? "hides nothing" : `hides ${hidden.map(groupDigits).join(", ")}`;
  return `${what}; of ${plural(origins, "origin")}`;
}
