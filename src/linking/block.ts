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
const DAYS_AROUND = 2;
/** An event is reported in the days after it: a dateless one is sought this far before its report. */
const REPORTED_WITHIN = 30;
/** From this many days on a date is loose. */
const LOOSE = 11;
const MONTHS_AT_MOST = 14;
/** Days before 1970 have negative numbers, keys have none. */
const ERA = 900_000;

/** What a key is about; the kinds of events: dated and placed (0), dated (1), placed (2), neither (3). */
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
  term: 9,
};
const TAGS = 16;
/** Squares of half a degree: further apart than to the next but one, two towns are two places. */
const ACROSS = 720;
const SQUARES = ACROSS * 360;

export interface BlockIndex {
  add(event: number): void;
  remove(event: number): void;
  /** All other events in a block with this one, once each, in no particular order; good until the next call. */
  near(event: number): Int32Array;
  /** Events whose blocks changed since the last call because one of their blocks grew too large, or is so no longer. */
  shaken(): number[];
}

interface Keys {
  readonly held: readonly number[];
  readonly asked: readonly number[];
}

export function blockIndex(events: CodedEvents, statistics: Statistics): BlockIndex {
  const blocks = new Map<number, number[]>();
  /** Rare terms that each event was put under: its keys must be the same when it is taken out. */
  const termsOf: (readonly number[])[] = [];
  let stamps = new Int32Array(1024);
  let stamp = 0;
  let found = new Int32Array(1024);
  let unsettled = new Set<number>();

  const limitOf = (key: number): number =>
    key % TAGS === TAG.month ? LARGEST_MONTH : key % TAGS === TAG.term ? LARGEST_TERM : Infinity;
  const put = (key: number, event: number): void => {
    const block = blocks.get(key);
    if (block === undefined) blocks.set(key, [event]);
    else {
      block.push(event);
      if (block.length === limitOf(key) + 1) unsettled.add(key);
    }
  };
  const take = (key: number, event: number): void => {
    const block = blocks.get(key);
    const at = block === undefined ? -1 : block.indexOf(event);
    if (at < 0) return;
    block!.splice(at, 1);
    if (block!.length === limitOf(key)) unsettled.add(key);
    if (block!.length === 0) blocks.delete(key);
  };
  const monthOpen = (month: number): boolean =>
    (blocks.get(TAG.month + TAGS * month)?.length ?? 0) <= LARGEST_MONTH;

  return {
    add(event) {
      const terms = rareTerms(event, events, statistics);
      termsOf[event] = terms;
      for (const key of timeKeys(event, events).held) put(key, event);
      for (const term of terms) put(TAG.term + TAGS * term, event);
    },
    remove(event) {
      for (const key of timeKeys(event, events).held) take(key, event);
      for (const term of termsOf[event] ?? []) take(TAG.term + TAGS * term, event);
      termsOf[event] = [];
    },
    near(event) {
      let count = 0;
      if (stamps.length < events.size) {
        const larger = new Int32Array(events.size * 2);
        larger.set(stamps);
        stamps = larger;
      }
      stamps[event] = ++stamp;
      const tell = (key: number) => {
        const block = blocks.get(key);
        if (block === undefined) return;
        if (count + block.length > found.length) {
          const larger = new Int32Array(2 * (count + block.length));
          larger.set(found);
          found = larger;
        }
        for (let i = 0; i < block.length; i++) {
          const other = block[i]!;
          if (stamps[other] === stamp) continue;
          stamps[other] = stamp;
          found[count++] = other;
        }
      };
      for (const key of timeKeys(event, events).asked) {
        const tag = key % TAGS;
        const month = tag === TAG.month || tag === TAG.month1 || tag === TAG.month2 || tag === TAG.month3;
        if (month && !monthOpen((key - tag) / TAGS)) continue;
        tell(key);
      }
      for (const term of termsOf[event] ?? []) {
        const key = TAG.term + TAGS * term;
        if ((blocks.get(key)?.length ?? 0) <= LARGEST_TERM) tell(key);
      }
      return found.subarray(0, count);
    },
    shaken() {
      const all = new Set<number>();
      for (const key of unsettled) {
        for (const event of blocks.get(key) ?? []) all.add(event);
        if (key % TAGS !== TAG.month) continue;
        const month = (key - TAG.month) / TAGS;
        for (const tag of [TAG.month1, TAG.month2, TAG.month3])
          for (const event of blocks.get(tag + TAGS * month) ?? []) all.add(event);
      }
      unsettled = new Set();
      return [...all];
    },
  };
}

/** Keys that an event is found under, and keys that it looks under. */
function timeKeys(event: number, events: CodedEvents): Keys {
  const held: number[] = [];
  const asked: number[] = [];
  const code = events.placeOf[event]!;
  const place = code === NONE ? null : events.places[code]!;
  const placed = place !== null && PRECISIONS.indexOf(place.precision) <= 2;
  const dated = events.earliest[event] !== NONE;
  const published = events.publishedFirst[events.documents[event]!]!;
  if (!dated && published === NONE) return { held, asked };
  const first = ERA + (dated ? events.earliest[event]! : published - REPORTED_WITHIN);
  const last =
    ERA + (dated ? events.latest[event]! : events.publishedLast[events.documents[event]!]! + DAYS_AROUND);
  const square = placed ? squareOf(place.lat, place.lon) : 0;
  const around = placed ? squaresAround(place.lat, place.lon) : [];
  const key = (tag: number, time: number, at = 0) => tag + TAGS * (placed ? time * SQUARES + at : time);
  const plain = (tag: number, time: number) => tag + TAGS * time;
  const months = monthsOf(first, last);
  for (const month of months) held.push(plain(TAG.month, month));
  if (dated && last - first + 1 < LOOSE) {
    for (let day = first; day <= last; day++) {
      if (placed) held.push(key(TAG.daySquare, day, square), plain(TAG.day0, day));
      else held.push(plain(TAG.day1, day));
    }
    for (let day = first - DAYS_AROUND; day <= last + DAYS_AROUND; day++) {
      if (placed) for (const at of around) asked.push(key(TAG.daySquare, day, at));
      else asked.push(plain(TAG.day0, day));
      asked.push(plain(TAG.day1, day));
    }
    for (const month of months) {
      if (placed) {
        held.push(key(TAG.square0, month, square));
        for (const at of around) asked.push(key(TAG.square2, month, at));
      } else {
        held.push(plain(TAG.month1, month));
        asked.push(plain(TAG.month2, month));
      }
      asked.push(plain(TAG.month3, month));
    }
    return { held, asked };
  }
  for (const month of months) {
    if (placed) {
      held.push(key(TAG.square2, month, square), plain(TAG.month2, month));
      for (const at of around) asked.push(key(TAG.square0, month, at), key(TAG.square2, month, at));
      asked.push(plain(TAG.month1, month), plain(TAG.month3, month));
    } else {
      held.push(plain(TAG.month3, month));
      asked.push(plain(TAG.month, month));
    }
  }
  return { held, asked };
}

/** Numbers of 30-day stretches; at most a year and what overlaps it. */
function monthsOf(earliest: number, latest: number): number[] {
  const first = Math.floor(earliest / 30);
  const last = Math.min(Math.floor(latest / 30), first + MONTHS_AT_MOST - 1);
  return Array.from({ length: last - first + 1 }, (_, i) => first + i);
}

function squareOf(lat: number, lon: number): number {
  return Math.floor(2 * (lat + 90)) * ACROSS + (Math.floor(2 * (lon + 180)) % ACROSS);
}

function squaresAround(lat: number, lon: number): number[] {
  const square = squareOf(lat, lon);
  const x = square % ACROSS;
  return [-1, 0, 1].flatMap((dy) =>
    [-1, 0, 1].map((dx) => square - x + dy * ACROSS + ((x + dx + ACROSS) % ACROSS)),
  );
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
