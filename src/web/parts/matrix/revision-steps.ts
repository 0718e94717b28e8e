// How a figure was revised: for an attribute whose value is a number, one line for each origin and each group of people counted
// ("civilians" and "children" are two figures, not a revision), over the dates of publication. A figure is its lower and upper
// bound as told; of two figures of one line on one day the later claim is kept. Undated articles have no place here.
import type { AttributeRow, OriginColumn } from "../../../contract/views.js";
import { dayNumber } from "../timeline/day-number.js";

export interface Step {
  readonly day: number;
  readonly low: number;
  readonly high: number;
  readonly label: string;
}

export interface RevisionLine {
  /** Identifies the line: the origin and the group counted. */
  readonly origin: string;
  readonly name: string;
  readonly steps: readonly Step[];
}

/** Lines of the groups in which some origin gave different figures on different days; empty where nothing was revised. */
export function revisionLines(row: AttributeRow, origins: readonly OriginColumn[]): RevisionLine[] {
  const lines = new Map<string, { origin: OriginColumn; who: string | null; steps: Map<number, Step> }>();
  for (const origin of origins)
    for (const cell of row.cells[origin.id] ?? []) {
      const bounds = boundsOf(cell.value);
      if (bounds === null || cell.stance === "denied" || cell.stance === "open") continue;
      const who = whoOf(cell.value);
      const key = `${origin.id} ${who ?? ""}`;
      const line = lines.get(key) ?? { origin, who, steps: new Map<number, Step>() };
      for (const claim of cell.claims) {
        const day = claim.published === null ? null : dayNumber(claim.published.slice(0, 10));
        if (day !== null) line.steps.set(day, { day, ...bounds, label: cell.label });
      }
      if (line.steps.size > 0) lines.set(key, line);
    }
  const revised = new Set<string | null>();
  for (const { who, steps } of lines.values())
    if (new Set([...steps.values()].map((step) => `${step.low} ${step.high}`)).size > 1) revised.add(who);
  return [...lines]
    .filter(([, line]) => revised.has(line.who))
    .map(([key, { origin, steps }]) => ({
      origin: key,
      name: origin.name,
      steps: [...steps.values()].sort((a, b) => a.day - b.day),
    }));
}

function whoOf(value: unknown): string | null {
  return typeof value === "object" && value !== null && "who" in value && typeof value.who === "string"
    ? value.who
    : null;
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
