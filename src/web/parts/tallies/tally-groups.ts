// Tallies of the same thing together: what is counted; within that, what agrees in place, target or perpetrator over periods that
// meet, so that two claimants stand side by side. Largest groups first. In doubt two lines are not of the same thing.
import { fold } from "../../../base/fold.js";
import type { TallyLineView } from "../../../contract/views.js";
import { dayGap, dayRange } from "../../../model/day-range.js";

export interface TallyThing {
  readonly lines: readonly TallyLineView[];
  /** Who states a number of it, each once, in the order of the lines. */
  readonly claimants: readonly string[];
}

export interface TallyGroup {
  readonly title: string;
  readonly things: readonly TallyThing[];
}

export function tallyKey(line: TallyLineView): string {
  return `${line.document} ${line.start} ${line.end} ${line.what}`;
}

/** The origin of the chain; the outlet where it speaks in its own voice. */
export function claimantOf(line: TallyLineView): string {
  return line.sources[0]?.name ?? line.outlet;
}

/** Groups by what is counted, things within; lines by the beginning of the period, then by publication; unknown last. */
export function tallyGroups(lines: readonly TallyLineView[]): TallyGroup[] {
  const groups = new Map<string, TallyLineView[]>();
  for (const line of lines) {
    const title = line.what.trim().toLowerCase();
    const kept = groups.get(title);
    if (kept === undefined) groups.set(title, [line]);
    else kept.push(line);
  }
  const key = (line: TallyLineView): string =>
    `${line.place ?? "\uffff"} ${line.period ?? "9999"} ${line.published ?? "9999"}`;
  return [...groups]
    .map(([title, kept]) => ({
      title,
      things: thingsOf([...kept].sort((a, b) => (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0))),
    }))
    .sort((a, b) => size(b) - size(a) || (a.title < b.title ? -1 : 1));
}

function size({ things }: TallyGroup): number {
  return things.reduce((sum, { lines }) => sum + lines.length, 0);
}

/** A line joins the first thing all of whose lines are of the same. */
function thingsOf(lines: readonly TallyLineView[]): TallyThing[] {
  const things: TallyLineView[][] = [];
  for (const line of lines) {
    const home = things.find((own) => own.every((other) => sameThing(other, line)));
    if (home === undefined) things.push([line]);
    else home.push(line);
  }
  return things.map((own) => ({ lines: own, claimants: [...new Set(own.map(claimantOf))] }));
}

/** They agree on a place, a target or a perpetrator, differ in none of them, and their periods can meet. */
export function sameThing(a: TallyLineView, b: TallyLineView): boolean {
  const told = [
    [a.place, b.place],
    [a.target, b.target],
    [a.perpetrator, b.perpetrator],
  ].flatMap(([x, y]) => (typeof x === "string" && typeof y === "string" ? [fold(x) === fold(y)] : []));
  return told.length > 0 && told.every((same) => same) && periodsMeet(a, b);
}

function periodsMeet(a: TallyLineView, b: TallyLineView): boolean {
  if (a.period === null || b.period === null) return a.period === b.period;
  const [x, y] = [closed(a), closed(b)];
  return x === null || y === null ? a.period === b.period : dayGap(x, y) === 0;
}

/** An open end is the day of publication: nobody counts what is to come. */
function closed({ period, published }: TallyLineView): ReturnType<typeof dayRange> {
  return (
    dayRange(period) ??
    (period === null || published === null ? null : dayRange(period.replace(/\.\.$|(?<=\/)$/u, published)))
  );
}
