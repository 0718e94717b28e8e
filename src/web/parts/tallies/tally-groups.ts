// Tallies of the same thing together: what is counted, and where or against whom as far as told. Largest groups first.
import type { TallyListView } from "../../../contract/views.js";

type Line = TallyListView["tallies"][number];

export interface TallyGroup {
  readonly title: string;
  readonly lines: readonly Line[];
}

export function tallyKey(line: Line): string {
  return `${line.document} ${line.start} ${line.end} ${line.what}`;
}

/** Groups by what is counted; within one, by the beginning of the period, then by publication; unknown last. */
export function tallyGroups(lines: readonly Line[]): TallyGroup[] {
  const groups = new Map<string, Line[]>();
  for (const line of lines) {
    const title = line.what.trim().toLowerCase();
    const kept = groups.get(title);
    if (kept === undefined) groups.set(title, [line]);
    else kept.push(line);
  }
  const key = (line: Line): string =>
    `${line.place ?? "\uffff"} ${line.period ?? "9999"} ${line.published ?? "9999"}`;
  return [...groups]
    .map(([title, kept]) => ({
      title,
      lines: [...kept].sort((a, b) => (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0)),
    }))
    .sort((a, b) => b.lines.length - a.lines.length || (a.title < b.title ? -1 : 1));
}
