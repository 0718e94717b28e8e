// Which values of a facet are shown: the chosen ones always, then the most frequent, filtered by what was typed.
import type { FacetValue } from "../../../contract/views.js";

export interface Choices {
  readonly shown: readonly FacetValue[];
  /** How many more there are than are shown. */
  readonly more: number;
}

/** In the order they came in (the server counts and orders them). A chosen value that counts nothing any more stays, with 0. */
export function choicesOf(
  values: readonly FacetValue[],
  chosen: readonly string[],
  wanted: string,
  most: number,
): Choices {
  const missing = chosen
    .filter((value) => !values.some((v) => v.value === value))
    .map((value) => ({ value, label: value, count: 0 }));
  const needle = wanted.trim().toLowerCase();
  const matching = [...values, ...missing].filter(
    (v) => needle === "" || chosen.includes(v.value) || v.label.toLowerCase().includes(needle),
  );
  const shown = matching.filter((v, index) => index < most || chosen.includes(v.value));
  return { shown, more: matching.length - shown.length };
}
