// How a figure was revised: for an attribute whose value is a number, one line an origin over the dates of publication.
// A figure is its lower and upper bound as told; a day with two figures keeps the later claim. Undated articles have no place here.
import type { AttributeRow, OriginColumn } from "../../../contract/views.js";
import { dayNumber } from "../timeline/day-number.js";

export interface Step {
  readonly day: number;
  readonly low: number;
  readonly high: number;
  readonly label: string;
}

export interface RevisionLine {
  readonly origin: string;
  readonly name: string;
  readonly steps: readonly Step[];
}

/** Lines with at least one dated figure; empty unless some figure stands on two or more days, because then nothing was revised. */
export function revisionLines(row: AttributeRow, origins: readonly OriginColumn[]): RevisionLine[] {
  const lines: RevisionLine[] = [];
  for (const origin of origins) {
    const steps = new Map<number, Step>();
    for (const cell of row.cells[origin.id] ?? []) {
      const bounds = boundsOf(cell.value);
      if (bounds === null || cell.stance === "denied" || cell.stance === "open") continue;
      for (const claim of cell.claims) {
        const day = claim.published === null ? null : dayNumber(claim.published.slice(0, 10));
        if (day !== null) steps.set(day, { day, ...bounds, label: cell.label });
      }
    }
    if (steps.size > 0)
      lines.push({
        origin: origin.id,
        name: origin.name,
        steps: [...steps.values()].sort((a, b) => a.day - b.day),
      });
  }
  const days = new Set(lines.flatMap((line) => line.steps.map((step) => step.day)));
  const figures = new Set(lines.flatMap((line) => line.steps.map((step) => `${step.low} ${step.high}`)));
  return days.size >= 2 && figures.size >= 2 ? lines : [];
}

/** The numbers of a Count, or of the count in a casualty value; null for any other value. */
export function boundsOf(value: unknown): { readonly low: number; readonly high: number } | null {
  if (typeof value !== "object" || value === null) return null;
  if ("count" in value) return boundsOf(value.count);
  const min = "min" in value && typeof value.min === "number" ? value.min : null;
  const max = "max" in value && typeof value.max === "number" ? value.max : null;
  if (min === null && max === null) return null;
  return { low: min ?? max ?? 0, high: max ?? min ?? 0 };
}
