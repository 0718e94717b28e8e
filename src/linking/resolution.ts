// One figure where a format or a table wants one: named rules that a person chooses, each with what it hides. In: the compared
// figures of killed or injured, and when each document was published. Out: low, best and high, and how many figures stand behind.
// Rules after the codebooks of ACLED (lowest reported), UCDP GED (low, best, high) and GTD (the majority's, else the lowest).
// Of each origin the latest report counts, and in it the largest figure: parts are no totals. Hearsay itself prefers none.
import { byCodeUnits } from "../base/order.js";
import type { Casualties } from "../model/claim.js";
import type { ClaimRef, Incident } from "../model/incident.js";
import type { ResolutionRule, ResolvedFigure } from "../model/resolution.js";

interface Position {
  readonly low: number;
  readonly high: number | null;
  readonly published: string;
}

/** Null where nobody asserts a figure. */
export function resolveFigure(
  incident: Pick<Incident, "attributes" | "origins">,
  attribute: "killed" | "injured",
  rule: ResolutionRule,
  publishedOf: (document: string) => string | null,
): ResolvedFigure | null {
  const told = (incident.attributes[attribute]?.values ?? []).filter(({ stance }) => stance === "asserted");
  const positions = positionsOf(incident, attribute, publishedOf);
  if (positions.length === 0) return null;
  const lows = positions.map(({ low }) => low).sort((a, b) => a - b);
  const least = lows[0]!;
  const shown = answers(rule, positions, lows, least);
  const all = [...new Set(told.map(({ value }) => bound(value)))].sort((a, b) => a - b);
  const said = [shown.low, shown.best, shown.high];
  return { rule, ...shown, origins: positions.length, hidden: all.filter((n) => !said.includes(n)) };
}

function answers(
  rule: ResolutionRule,
  positions: readonly Position[],
  lows: readonly number[],
  least: number,
): Pick<ResolvedFigure, "low" | "best" | "high"> {
  switch (rule) {
    case "lowest":
      return { low: null, best: least, high: null };
    case "low-best-high":
      return { low: least, best: mostTold(lows), high: highest(positions) };
    case "majority": {
      const most = mostTold(lows);
      const votes = lows.filter((n) => n === most).length;
      return { low: null, best: votes * 2 > lows.length ? most : least, high: null };
    }
    case "latest": {
      const last = positions
        .map(({ published }) => published)
        .sort(byCodeUnits)
        .at(-1)!;
      const newest = positions.filter(({ published }) => published === last);
      const figures = [...new Set(newest.map(({ low }) => low))].sort((a, b) => a - b);
      return figures.length === 1
        ? { low: null, best: figures[0]!, high: null }
        : { low: figures[0]!, best: null, high: figures.at(-1)! };
    }
  }
}

/** The figure that most origins give, of equals the lowest. */
function mostTold(sorted: readonly number[]): number {
  let [best, votes] = [sorted[0]!, 0];
  for (const n of new Set(sorted)) {
    const own = sorted.filter((m) => m === n).length;
    if (own > votes) [best, votes] = [n, own];
  }
  return best;
}

function highest(positions: readonly Position[]): number | null {
  return positions.reduce<number | null>(
    (high, one) => (high === null || one.high === null ? null : Math.max(high, one.high)),
    0,
  );
}

/** Of each origin: in the latest report that gives figures, the largest; dates compare as EDTF text, undated first. */
function positionsOf(
  { attributes, origins }: Pick<Incident, "attributes" | "origins">,
  attribute: "killed" | "injured",
  publishedOf: (document: string) => string | null,
): Position[] {
  const told = new Map(
    (attributes[attribute]?.values ?? []).flatMap(({ value, stance, claims }) =>
      stance === "asserted" ? claims.map((ref) => [keyOf(ref), value] as const) : [],
    ),
  );
  // Groups of people ("two children") are parts wherever somebody counts everybody.
  const whole = [...told.values()].some((value) => whoOf(value) === null);
  return origins.flatMap(({ claims }) => {
    const own = claims.flatMap((ref): Position[] => {
      const value = told.get(keyOf(ref));
      return value === undefined || (whole && whoOf(value) !== null)
        ? []
        : [{ low: bound(value), high: upper(value), published: publishedOf(ref.document) ?? "" }];
    });
    const [first, ...rest] = own;
    if (first === undefined) return [];
    return [rest.reduce((best, one) => (isAbove(one, best) ? one : best), first)];
  });
}

function isAbove(a: Position, b: Position): boolean {
  const order = byCodeUnits(a.published, b.published);
  return order > 0 || (order === 0 && a.low > b.low);
}

function keyOf({ document, event, claim }: ClaimRef): string {
  return `${document}#${event}#${claim}`;
}

function whoOf(value: unknown): string | null {
  return (value as Casualties).who;
}

function bound(value: unknown): number {
  const { count } = value as Casualties;
  return count.min ?? count.max ?? 0;
}

function upper(value: unknown): number | null {
  return (value as Casualties).count.max ?? null;
}
