// What events and reports have in common in words, weighed by how rare the words are: cosines and shares over sorted codes.
// In: coded events, statistics. Out: numbers between 0 and 1, or NaN where one side has no word that tells anything. Squares
// are whole numbers, so sums do not depend on order. Lengths of vectors are kept until the statistics change.
import { AT, ROW, SECTION, type CodedEvents } from "./coded-events.js";
import type { Statistics } from "./statistics.js";
import { termMarks } from "./term-marks.js";

export interface TermWeights {
  /** Cosine over presence of terms (Salton 1975). */
  cosine(a: number, b: number, section: number): number;
  reportCosine(a: number, b: number): number;
  /** How many of the rarest terms would weigh as much as those that both have. */
  shared(a: number, b: number, section: number): number;
  /** How many of the rarest terms would weigh as much as its own: it shares no more with any other. */
  own(event: number, section: number): number;
  /** As `shared`, of names of two parts alone that few reports have. */
  sharedFullNames(a: number, b: number): number;
  /** How many words of two reports hardly any other report has; NaN in a collection too small to tell. */
  rareInCommon(a: number, b: number): number;
  /** Share of the shorter name's weight that the other has too. */
  overlap(a: number, b: number, section: number): number;
  /** The event that the next pairs all have as their first: what it says is looked up instead of searched for. */
  focus(event: number): void;
  /** Forgets lengths: of all events, or of these events and reports. */
  forget(events: Iterable<number> | null): void;
}

/** Shares of what a term of a single report weighs: a word that hardly any report has, a name that few have. */
const RARE = 0.83;
const FEW = 0.6;
/** Where words that weigh this much would count as rare, nothing is known to be so. */
const TELLING = 9;

export function termWeights(events: CodedEvents, { weight, most }: Statistics): TermWeights {
  const lengths: number[][] = [[], []];
  /** By section and event, as far as they were asked for. */
  const sums: number[][] = [[], [], [], []];
  const reportLengths: number[] = [];

  /** Weights of the terms that the event in focus has in its words, its names, its report. */
  const marks = [termMarks(), termMarks(), termMarks()] as const;
  let focused = -1;
  let focusedReport = -1;
  const markEvent = (event: number): void => {
    const document = events.documents[event]!;
    const mark = (which: 0 | 1 | 2, from: number, to: number) =>
      marks[which].set(events.pool, from, to, weight);
    mark(0, events.begins[SECTION.words]![event]!, events.ends[SECTION.words]![event]!);
    mark(1, events.begins[SECTION.names]![event]!, events.ends[SECTION.names]![event]!);
    mark(2, events.reportBegins[document]!, events.reportEnds[document]!);
  };

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
    if (known[event]! < 0)
      known[event] = squares(events.begins[section]![event]!, events.ends[section]![event]!);
    return known[event]!;
  };
  const reportLength = (document: number): number => {
    while (reportLengths.length <= document) reportLengths.push(-1);
    if (reportLengths[document]! < 0)
      reportLengths[document] = squares(events.reportBegins[document]!, events.reportEnds[document]!);
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
  const eachCommon = (i: number, iEnd: number, j: number, jEnd: number, tell: (term: number) => void) => {
    const pool = events.pool;
    while (i < iEnd && j < jEnd) {
      const [x, y] = [pool[i]!, pool[j]!];
      if (x === y) tell(x);
      if (x <= y) i++;
      if (y <= x) j++;
    }
  };
  const between = (a: number, b: number, section: number, power: 1 | 2): number => {
    if (section <= SECTION.names && (a === focused || b === focused)) {
      const from = (a === focused ? b : a) * ROW + (section === SECTION.words ? AT.words : AT.names);
      const { rows, pool } = events;
      return marks[section as 0 | 1].sum(pool, rows[from]!, rows[from + 1]!, power);
    }
    return dot(
      events.begins[section]![a]!,
      events.ends[section]![a]!,
      events.begins[section]![b]!,
      events.ends[section]![b]!,
      power,
    );
  };
  const plain = (event: number, section: number): number => {
    const known = sums[section]!;
    while (known.length <= event) known.push(-1);
    if (known[event]! >= 0) return known[event]!;
    let sum = 0;
    for (let i = events.begins[section]![event]!; i < events.ends[section]![event]!; i++)
      sum += weight(events.pool[i]!);
    return (known[event] = sum);
  };
  return {
    cosine(a, b, section) {
      const scale = lengthOf(a, section) * lengthOf(b, section);
      return scale === 0 ? NaN : between(a, b, section, 2) / Math.sqrt(scale);
    },
    reportCosine(a, b) {
      const scale = reportLength(a) * reportLength(b);
      if (scale === 0) return NaN;
      if (a === focusedReport || b === focusedReport) {
        const other = a === focusedReport ? b : a;
        const sum = marks[2].sum(events.pool, events.reportBegins[other]!, events.reportEnds[other]!, 2);
        return sum / Math.sqrt(scale);
      }
      const sum = dot(
        events.reportBegins[a]!,
        events.reportEnds[a]!,
        events.reportBegins[b]!,
        events.reportEnds[b]!,
        2,
      );
      return sum / Math.sqrt(scale);
    },
    shared(a, b, section) {
      if (
        events.begins[section]![a]! === events.ends[section]![a]! ||
        events.begins[section]![b]! === events.ends[section]![b]!
      )
        return NaN;
      return between(a, b, section, 1) / most();
    },
    own: (event, section) => plain(event, section) / most(),
    sharedFullNames(a, b) {
      const [i, iEnd] = [events.begins[SECTION.names]![a]!, events.ends[SECTION.names]![a]!];
      const [j, jEnd] = [events.begins[SECTION.names]![b]!, events.ends[SECTION.names]![b]!];
      if (i === iEnd || j === jEnd) return NaN;
      const least = most() * FEW;
      let sum = 0;
      eachCommon(i, iEnd, j, jEnd, (term) => {
        if (events.fullNames[term] === 1 && weight(term) >= least) sum += weight(term);
      });
      return sum / most();
    },
    rareInCommon(a, b) {
      const least = most() * RARE;
      if (least < TELLING) return NaN;
      if (a === focusedReport || b === focusedReport) {
        const other = a === focusedReport ? b : a;
        return marks[2].count(events.pool, events.reportBegins[other]!, events.reportEnds[other]!, least);
      }
      let count = 0;
      eachCommon(
        events.reportBegins[a]!,
        events.reportEnds[a]!,
        events.reportBegins[b]!,
        events.reportEnds[b]!,
        (term) => {
          if (weight(term) >= least) count++;
        },
      );
      return count;
    },
    overlap(a, b, section) {
      const [i, iEnd] = [events.begins[section]![a]!, events.ends[section]![a]!];
      const [j, jEnd] = [events.begins[section]![b]!, events.ends[section]![b]!];
      if (i === iEnd || j === jEnd) return NaN;
      const least = Math.min(plain(a, section), plain(b, section));
      if (least > 0) return between(a, b, section, 1) / least;
      for (let k = i; k < iEnd; k++)
        for (let l = j; l < jEnd; l++) if (events.pool[k] === events.pool[l]) return 1;
      return 0;
    },
    focus(event) {
      for (const known of marks) known.clear();
      focused = event;
      focusedReport = event < 0 ? -1 : events.documents[event]!;
      if (event >= 0) markEvent(event);
    },
    forget(these) {
      this.focus(-1);
      if (these === null) {
        for (const known of [...lengths, ...sums]) known.length = 0;
        reportLengths.length = 0;
        return;
      }
      for (const event of these) {
        for (const known of [...lengths, ...sums]) if (event < known.length) known[event] = -1;
        const document = events.documents[event]!;
        if (document < reportLengths.length) reportLengths[document] = -1;
      }
    },
  };
}
