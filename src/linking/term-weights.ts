// What events and reports have in common in words, weighed by how rare the words are: cosines and shares over sorted codes.
// In: coded events, statistics. Out: numbers between 0 and 1, or NaN where one side has no word that tells anything. Squares
// are whole numbers, so sums do not depend on order. Lengths of vectors are kept until the statistics change.
import { SECTION, type CodedEvents } from "./coded-events.js";
import type { Statistics } from "./statistics.js";

export interface TermWeights {
  /** Cosine over presence of terms (Salton 1975). */
  cosine(a: number, b: number, section: number): number;
  reportCosine(a: number, b: number): number;
  /** How many of the rarest terms would weigh as much as those that both have. */
  shared(a: number, b: number, section: number): number;
  /** Share of the shorter name's weight that the other has too. */
  overlap(a: number, b: number, section: number): number;
  /** Forgets lengths: of all events, or of these events and reports. */
  forget(events: Iterable<number> | null): void;
}

export function termWeights(events: CodedEvents, { weight, most }: Statistics): TermWeights {
  const lengths: number[][] = [[], []];
  const reportLengths: number[] = [];

  const squares = (from: number, to: number): number => {
    let sum = 0;
    for (let i = from; i < to; i++) {
      const w = weight(events.pool[i]!);
      sum += w * w;
    }
    return sum;
  };
  const lengthOf = (event: number, section: number): number => {
    const known = lengths[section]!;
    while (known.length <= event) known.push(-1);
    if (known[event]! < 0) known[event] = squares(events.begin(event, section), events.end(event, section));
    return known[event]!;
  };
  const reportLength = (document: number): number => {
    while (reportLengths.length <= document) reportLengths.push(-1);
    if (reportLengths[document]! < 0)
      reportLengths[document] = squares(events.reportBegin(document), events.reportEnd(document));
    return reportLengths[document]!;
  };
  /** Sum over the terms that two sorted stretches have in common. */
  const dot = (i: number, iEnd: number, j: number, jEnd: number, power: 1 | 2): number => {
    const pool = events.pool;
    if (i === iEnd || j === jEnd) return 0;
    let sum = 0;
    let x = pool[i]!;
    let y = pool[j]!;
    for (;;) {
      if (x < y) {
        if (++i === iEnd) return sum;
        x = pool[i]!;
      } else if (y < x) {
        if (++j === jEnd) return sum;
        y = pool[j]!;
      } else {
        const w = weight(x);
        sum += power === 2 ? w * w : w;
        if (++i === iEnd || ++j === jEnd) return sum;
        x = pool[i]!;
        y = pool[j]!;
      }
    }
  };
  const between = (a: number, b: number, section: number, power: 1 | 2): number =>
    dot(
      events.begin(a, section),
      events.end(a, section),
      events.begin(b, section),
      events.end(b, section),
      power,
    );
  const plain = (event: number, section: number): number => {
    let sum = 0;
    for (let i = events.begin(event, section); i < events.end(event, section); i++)
      sum += weight(events.pool[i]!);
    return sum;
  };
  return {
    cosine(a, b, section) {
      const scale = lengthOf(a, section) * lengthOf(b, section);
      return scale === 0 ? NaN : between(a, b, section, 2) / Math.sqrt(scale);
    },
    reportCosine(a, b) {
      const scale = reportLength(a) * reportLength(b);
      if (scale === 0) return NaN;
      const sum = dot(
        events.reportBegin(a),
        events.reportEnd(a),
        events.reportBegin(b),
        events.reportEnd(b),
        2,
      );
      return sum / Math.sqrt(scale);
    },
    shared(a, b, section) {
      if (
        events.begin(a, section) === events.end(a, section) ||
        events.begin(b, section) === events.end(b, section)
      )
        return NaN;
      return between(a, b, section, 1) / most();
    },
    overlap(a, b, section) {
      const [i, iEnd] = [events.begin(a, section), events.end(a, section)];
      const [j, jEnd] = [events.begin(b, section), events.end(b, section)];
      if (i === iEnd || j === jEnd) return NaN;
      const least = Math.min(plain(a, section), plain(b, section));
      if (least > 0) return between(a, b, section, 1) / least;
      for (let k = i; k < iEnd; k++)
        for (let l = j; l < jEnd; l++) if (events.pool[k] === events.pool[l]) return 1;
      return 0;
    },
    forget(these) {
      if (these === null) {
        for (const known of lengths) known.length = 0;
        reportLengths.length = 0;
        return;
      }
      for (const event of these) {
        for (const section of [SECTION.words, SECTION.names])
          if (event < lengths[section]!.length) lengths[section]![event] = -1;
        const document = events.documents[event]!;
        if (document < reportLengths.length) reportLengths[document] = -1;
      }
    },
  };
}
