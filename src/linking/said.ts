// Said: what an origin says of an attribute, as comparing holds it. In: a claim with where it stands, and what it tells. Out: plain
// data. Leaves alone: whether two of them can both be true (relation.ts), and which figures are no ground (figure-grounds.ts).
import type { Attribute } from "../model/claim.js";
import type { DayRange } from "../model/day-range.js";
import type { PlacedClaim } from "./placed-claim.js";
import type { Told } from "./relation.js";

export interface Said {
  readonly origin: number;
  readonly placed: PlacedClaim;
  /** Index into the values. */
  readonly value: number;
  readonly told: Told;
  readonly published: DayRange | null;
}

export const FIGURES: ReadonlySet<Attribute> = new Set<Attribute>([
  "killed",
  "injured",
  "munitions",
  "intercepted",
]);

export function oneReport(a: Said, b: Said): boolean {
  return a.placed.ref.document === b.placed.ref.document;
}
