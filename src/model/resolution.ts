// ResolvedFigure: one figure where a table or another format wants one, by a named rule that a person chose, with what it hides.
// Rules after the codebooks of ACLED (lowest reported), UCDP GED (low, best, high) and GTD (the majority's, else the lowest).

export const RESOLUTIONS = ["lowest", "low-best-high", "majority", "latest"] as const;
export type ResolutionRule = (typeof RESOLUTIONS)[number];

export interface ResolvedFigure {
  readonly rule: ResolutionRule;
  /** Null where the rule gives no such figure. */
  readonly low: number | null;
  readonly best: number | null;
  /** Null also where somebody sets no upper end ("at least 40"). */
  readonly high: number | null;
  /** Origins whose figures were weighed. */
  readonly origins: number;
  /** Figures that somebody gives and that the answer does not show, smallest first. */
  readonly hidden: readonly number[];
}
