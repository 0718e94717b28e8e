// What the record holds under a tally's own rule, in words: how many, why one nearly falls in, what is not known, what was not tested.
// No verdict anywhere: the record holds what reports told.
import type { TallyCriterion, TallyLineView } from "../../../contract/views.js";
import { groupDigits, plural } from "./labels.js";

type Record = NonNullable<TallyLineView["record"]>;

/** `recordWords({ within: […8], near: […2], undecided: […1] })` is "8 recorded, 2 near misses, 1 undecided". */
export function recordWords(record: Pick<Record, "within" | "near" | "undecided">): string {
  return [withinWords(record), ...restWords(record)].join(", ");
}

export function withinWords({ within }: Pick<Record, "within">): string {
  return within.length === 0 ? "none recorded" : `${groupDigits(within.length)} recorded`;
}

/** What nearly falls in, and what cannot be said. */
export function restWords({ near, undecided }: Pick<Record, "near" | "undecided">): readonly string[] {
  return [
    ...(near.length === 0 ? [] : [plural(near.length, "near miss", "near misses")]),
    ...(undecided.length === 0 ? [] : [`${groupDigits(undecided.length)} undecided`]),
  ];
}

/** `nearWords({ fails: "period", days: 2 })` is "2 days outside the period". */
export function nearWords({ fails, days }: Pick<Record["near"][number], "fails" | "days">): string {
  if (fails === "period" && days !== null) return `${plural(days, "day")} outside the period`;
  return NEAR[fails];
}

const NEAR: Readonly<{ [criterion in TallyCriterion]: string }> = {
  period: "outside the period",
  place: "another place",
  kind: "another kind of event or weapon",
  perpetrator: "another perpetrator",
};

export const UNKNOWN_WORDS: Readonly<{ [criterion in TallyCriterion]: string }> = {
  period: "its date is not known well enough",
  place: "its place is not known well enough",
  kind: "its weapon is not told",
  perpetrator: "its perpetrator is not told",
};

export const UNTESTED_WORDS: Readonly<{ [criterion in TallyCriterion | "target"]: string }> = {
  period: "the period",
  place: "the place",
  kind: "the kind",
  perpetrator: "the perpetrator",
  target: "against whom",
};
