// Blocking: which pairs of events are worth comparing. An index over events by keys: day and square of the map for what is
// dated and placed to the day; day, or month and square, for what is told loosely; month where neither is told; and the rarest
// words and names, which find recollections without date or place. In: coded events. Out: for an event all others that it is
// worth comparing with; the relation is symmetric, and the same in whatever order events came.
import { byCodeUnits } from "../base/order.js";
import { PRECISIONS } from "../model/place.js";
import { NONE, SECTION, type CodedEvents } from "./coded-events.js";
import { fnv } from "./near-duplicates.js";
import type { Statistics } from "./statistics.js";

/** A month that holds more events than this tells too little; the rare words of its events carry them. */
const LARGEST_MONTH = 400;
const RARE_TERMS = 64;
/** A term that is among the rarest of more events than this is not rare. */
const LARGEST_TERM = 60;
/** Above any stamp. */
const PASSED = 0x7fffffff;
const DAYS_AROUND = 2;
/** An event is reported in the days after it: a dateless one is sought this far before its report. */
const REPORTED_WITHIN = 30;
/** From this many days on a date is loose. */
const LOOSE = 11;
const MONTHS_AT_MOST = 14;
/** Days before 1970 have negative numbers, keys have none. */
const ERA = 900_000;

/** What a key of time is about, and of time and square; the kinds of events: dated and placed (0), dated (1), placed (2), neither (3). */
const TAG = {
  daySquare: 0,
  day0: 1,
  day1: 2,
  square0: 3,
  square2: 4,
  month1: 5,
  month2: 6,
  month3: 7,
  month: 8,
};
const TAGS = 16;
/** Squares of half a degree: further apart than to the next but one, two towns are two places. */
const ACROSS = 720;

export interface BlockIndex {
  add(event: number): void;
  remove(event: number): void;
  /** All other events in a block with this one, once each, in no particular order; good until the next call. */
  near(event: number): Int32Array;
  /** As `near` for one after the other, each pair once: without events that came before, but for those that are no more. */
  pairs(order: Int32Array, tell: (event: number, others: Int32Array) => void): void;
  /** Events of blocks that since the last call grew too large, and of those that are so no longer. */
  shaken(): { readonly closed: Iterable<number>; readonly opened: Iterable<number> };
}

export function blockIndex(events: CodedEvents, statistics: Statistics): BlockIndex {
  /** By tag and time, then by square of the map; 0 where the tag has none. */
  const byTime = new Map<number, Map<number, number[]>>();
  const byTerm: (number[] | undefined)[] = [];
  /** Rare terms that each event was put under: its keys must be the same when it is taken out. */
  const termsOf: (readonly number[])[] = [];
  /** Keys that an event is found under, and keys that it looks under: time, square, time, square … */
  const held: number[] = [];
  const asked: number[] = [];
  let stamps = new Int32Array(1024);
  let stamp = 0;
  let found = new Int32Array(1024);
  let count = 0;
  const unsettled = { months: new Set<number>(), terms: new Set<number>() };

  const putTime = (time: number, square: number, event: number): void => {
    let squares = byTime.get(time);
    if (squares === undefined) byTime.set(time, (squares = new Map()));
    const block = squares.get(square);
    if (block === undefined) squares.set(square, [event]);
    else if (block.push(event) === LARGEST_MONTH + 1 && time % TAGS === TAG.month) unsettled.months.add(time);
  };
  const takeTime = (time: number, square: number, event: number): void => {
    const squares = byTime.get(time);
    const block = squares?.get(square);
    if (block === undefined || !without(block, event)) return;
    if (block.length === LARGEST_MONTH && time % TAGS === TAG.month) unsettled.months.add(time);
    if (block.length > 0) return;
    squares!.delete(square);
    if (squares!.size === 0) byTime.delete(time);
  };
  const putTerm = (term: number, event: number): void => {
    while (byTerm.length <= term) byTerm.push(undefined);
    const block = byTerm[term];
    if (block === undefined) byTerm[term] = [event];
    else if (block.push(event) === LARGEST_TERM + 1) unsettled.terms.add(term);
  };
  const takeTerm = (term: number, event: number): void => {
    const block = byTerm[term];
    if (block === undefined || !without(block, event)) return;
    if (block.length === LARGEST_TERM) unsettled.terms.add(term);
    if (block.length === 0) byTerm[term] = undefined;
  };
  const monthOpen = (month: number): boolean =>
    (byTime.get(TAG.month + TAGS * month)?.get(0)?.length ?? 0) <= LARGEST_MONTH;
  const tell = (block: readonly number[]): void => {
    if (count + block.length > found.length) {
      const larger = new Int32Array(2 * (count + block.length));
      larger.set(found);
      found = larger;
    }
    for (let i = 0; i < block.length; i++) {
      const other = block[i]!;
      if (stamps[other]! >= stamp) continue;
      stamps[other] = stamp;
      found[count++] = other;
    }
  };
  const near = (event: number): Int32Array => {
    count = 0;
    if (stamps.length < events.size) {
      const larger = new Int32Array(events.size * 2);
      larger.set(stamps);
      stamps = larger;
    }
    stamps[event] = ++stamp;
    timeKeys(event, events, held, asked);
    let squares: Map<number, number[]> | undefined;
    for (let i = 0; i < asked.length; i += 2) {
      const time = asked[i]!;
      if (i === 0 || time !== asked[i - 2]) {
        const tag = time % TAGS;
        const month = tag === TAG.month || tag === TAG.month1 || tag === TAG.month2 || tag === TAG.month3;
        squares = month && !monthOpen((time - tag) / TAGS) ? undefined : byTime.get(time);
      }
      const block = squares?.get(asked[i + 1]!);
      if (block !== undefined) tell(block);
    }
    for (const term of termsOf[event] ?? []) {
      const block = byTerm[term];
      if (block !== undefined && block.length <= LARGEST_TERM) tell(block);
    }
    return found.subarray(0, count);
  };

  return {
    add(event) {
      const terms = rareTerms(event, events, statistics);
      termsOf[event] = terms;
      timeKeys(event, events, held, asked);
      for (let i = 0; i < held.length; i += 2) putTime(held[i]!, held[i + 1]!, event);
      for (const term of terms) putTerm(term, event);
    },
    remove(event) {
      timeKeys(event, events, held, asked);
      for (let i = 0; i < held.length; i += 2) takeTime(held[i]!, held[i + 1]!, event);
      for (const term of termsOf[event] ?? []) takeTerm(term, event);
      termsOf[event] = [];
    },
    near,
    pairs(order, tell) {
      for (const event of order) {
        if (events.alive[event] === true) tell(event, near(event));
        stamps[event] = PASSED;
      }
      for (const event of order) stamps[event] = 0;
    },
    shaken() {
      const [closed, opened] = [new Set<number>(), new Set<number>()];
      const tell = (block: readonly number[] | undefined, to: Set<number>) =>
        block?.forEach((event) => to.add(event));
      for (const term of unsettled.terms)
        tell(byTerm[term], (byTerm[term]?.length ?? 0) > LARGEST_TERM ? closed : opened);
      for (const time of unsettled.months)
        for (const tag of [TAG.month, TAG.month1, TAG.month2, TAG.month3])
          tell(
            byTime.get(time - TAG.month + tag)?.get(0),
            monthOpen((time - TAG.month) / TAGS) ? opened : closed,
          );
      unsettled.months.clear();
      unsettled.terms.clear();
      return { closed, opened };
    },
  };
}

/** Takes an event out; false where it is not there. */
function without(block: number[], event: number): boolean {
  const at = block.indexOf(event);
  if (at >= 0) block.splice(at, 1);
  return at >= 0;
}

function timeKeys(event: number, events: CodedEvents, held: number[], asked: number[]): void {
  held.length = asked.length = 0;
  const code = events.placeOf[event]!;
  const place = code === NONE ? null : events.places[code]!;
  const placed = place !== null && PRECISIONS.indexOf(place.precision) <= 2;
  const dated = events.earliest[event] !== NONE;
  const published = events.publishedFirst[events.documents[event]!]!;
  if (!dated && published === NONE) return;
  const first = ERA + (dated ? events.earliest[event]! : published - REPORTED_WITHIN);
  const last =
    ERA + (dated ? events.latest[event]! : events.publishedLast[events.documents[event]!]! + DAYS_AROUND);
  const square = placed ? squareOf(place.lat, place.lon) : 0;
  // At most a year and what overlaps it.
  const month = Math.floor(first / 30);
  const lastMonth = Math.min(Math.floor(last / 30), month + MONTHS_AT_MOST - 1);
  const loose = !dated || last - first + 1 >= LOOSE;
  if (!loose) {
    for (let day = first; day <= last; day++) {
      if (!placed) put(held, TAG.day1, day, 0);
      else {
        put(held, TAG.daySquare, day, square);
        put(held, TAG.day0, day, 0);
      }
    }
    for (let day = first - DAYS_AROUND; day <= last + DAYS_AROUND; day++) {
      if (placed) putAround(asked, TAG.daySquare, day, square);
      else put(asked, TAG.day0, day, 0);
      put(asked, TAG.day1, day, 0);
    }
  }
  for (let at = month; at <= lastMonth; at++) {
    put(held, TAG.month, at, 0);
    if (!loose && placed) {
      put(held, TAG.square0, at, square);
      putAround(asked, TAG.square2, at, square);
      put(asked, TAG.month3, at, 0);
    } else if (!loose) {
      put(held, TAG.month1, at, 0);
      put(asked, TAG.month2, at, 0);
      put(asked, TAG.month3, at, 0);
    } else if (placed) {
      put(held, TAG.square2, at, square);
      put(held, TAG.month2, at, 0);
      putAround(asked, TAG.square0, at, square);
      putAround(asked, TAG.square2, at, square);
      put(asked, TAG.month1, at, 0);
      put(asked, TAG.month3, at, 0);
    } else {
      put(held, TAG.month3, at, 0);
      put(asked, TAG.month, at, 0);
    }
  }
}

function put(keys: number[], tag: number, time: number, square: number): void {
  keys.push(tag + TAGS * time, square);
}

/** With the squares around it. */
function putAround(keys: number[], tag: number, time: number, square: number): void {
  const x = square % ACROSS;
  for (let dy = -ACROSS; dy <= ACROSS; dy += ACROSS)
    for (let dx = -1; dx <= 1; dx++)
      keys.push(tag + TAGS * time, square - x + dy + ((x + dx + ACROSS) % ACROSS));
}

function squareOf(lat: number, lon: number): number {
  return Math.floor(2 * (lat + 90)) * ACROSS + (Math.floor(2 * (lon + 180)) % ACROSS);
}

/** The rarest words of the event and names of its report; ties by hash, so that two reports choose alike. */
function rareTerms(event: number, events: CodedEvents, { weight, most }: Statistics): number[] {
  const least = most() / 2;
  const rare: number[] = [];
  for (const section of [SECTION.words, SECTION.names])
    for (let i = events.begins[section]![event]!; i < events.ends[section]![event]!; i++) {
      const term = events.pool[i]!;
      if (weight(term) >= least) rare.push(term);
    }
  if (rare.length <= RARE_TERMS) return rare;
  return rare
    .map((term) => {
      const text = events.term(term);
      return { term, weight: weight(term), hash: fnv(text), text };
    })
    .sort((a, b) => b.weight - a.weight || a.hash - b.hash || byCodeUnits(a.text, b.text))
    .slice(0, RARE_TERMS)
    .map(({ term }) => term);
}
