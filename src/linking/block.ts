// Blocking: which pairs of events are worth comparing. In: profiles in order of key. Out: pairs of indexes, each once.
// Keys: day and square of the map for what is dated and placed to the day; month and square for what is told loosely; the
// day alone where the place is unknown or wide; and rare words, which find recollections without date or place.
import type { EventProfile } from "./event-profile.js";
import { dayCount } from "../model/day-range.js";
import type { Rarity } from "./words.js";

/** A key held by more events than this tells too little; the other keys of its events carry them. */
const LARGEST_BLOCK = 400;
const RARE_WORDS = 8;
/** A word of more events than this is not rare. */
const RARE_AT_MOST = 60;
const DAYS_AROUND = 2;

/** `[i, j]` with i < j, in order, each once. */
export function* candidatePairs(
  profiles: readonly EventProfile[],
  rarity: Rarity,
): Generator<readonly [number, number]> {
  const held = new Map<string, number[]>();
  const asked = new Map<string, number[]>();
  const put = (map: Map<string, number[]>, key: string, i: number) => {
    const list = map.get(key);
    if (list === undefined) map.set(key, [i]);
    else list.push(i);
  };
  const keysOf = profiles.map((profile) => {
    const words = rareWords(profile, rarity);
    const keys = blockKeys(profile);
    return { held: [...new Set(keys.held), ...words], asked: [...new Set(keys.asked), ...words] };
  });
  keysOf.forEach((keys, i) => {
    for (const key of keys.held) put(held, key, i);
    for (const key of keys.asked) put(asked, key, i);
  });
  for (let i = 0; i < profiles.length; i++) {
    const found = new Set<number>();
    const collect = (keys: readonly string[], mine: Map<string, number[]>, theirs: Map<string, number[]>) => {
      for (const key of keys) {
        const others = theirs.get(key);
        if (others === undefined || others.length * mine.get(key)!.length > LARGEST_BLOCK * LARGEST_BLOCK)
          continue;
        for (const j of others) if (j > i) found.add(j);
      }
    };
    collect(keysOf[i]!.asked, asked, held);
    collect(keysOf[i]!.held, held, asked);
    for (const j of [...found].sort((x, y) => x - y))
      if (profiles[i]!.ref.document !== profiles[j]!.ref.document) yield [i, j];
  }
}

/** Keys that an event is found under, and keys that it looks under. */
function blockKeys({ days, event, published }: EventProfile): { held: string[]; asked: string[] } {
  const place = event.place;
  const exact = place !== null && place.precision !== "country" && place.precision !== "province";
  const square = exact ? `${Math.floor(place.lat)}:${Math.floor(place.lon)}` : "";
  const around = exact ? squaresAround(place.lat, place.lon) : [];
  // A report tells mostly of the days before it: a dateless event looks there.
  const range =
    days ?? (published === null ? null : { earliest: published.latest - 3, latest: published.latest });
  const held: string[] = [];
  const asked: string[] = [];
  if (range === null) return { held, asked };
  if (dayCount(range) <= 10) {
    for (let day = range.earliest; day <= range.latest; day++) {
      held.push(`d${day}`);
      if (exact) held.push(`d${day}/${square}`);
    }
    for (let day = range.earliest - DAYS_AROUND; day <= range.latest + DAYS_AROUND; day++) {
      if (exact) asked.push(...around.map((s) => `d${day}/${s}`));
      else asked.push(`d${day}`);
    }
  }
  const loose = days === null || dayCount(range) > 10;
  for (const month of monthsOf(range)) {
    held.push(`m${month}`);
    if (exact) held.push(`m${month}/${square}`);
    if (loose) asked.push(...(exact ? around.map((s) => `m${month}/${s}`) : [`m${month}`]));
  }
  return { held, asked };
}

/** Numbers of 30-day stretches; at most 14, a year and what overlaps it. */
function monthsOf(range: { earliest: number; latest: number }): number[] {
  const first = Math.floor(range.earliest / 30);
  const last = Math.min(Math.floor(range.latest / 30), first + 13);
  return Array.from({ length: last - first + 1 }, (_, i) => first + i);
}

function squaresAround(lat: number, lon: number): string[] {
  const [y, x] = [Math.floor(lat), Math.floor(lon)];
  return [-1, 0, 1].flatMap((dy) => [-1, 0, 1].map((dx) => `${y + dy}:${wrap(x + dx)}`));
}

function wrap(x: number): number {
  return x < -180 ? x + 360 : x > 179 ? x - 360 : x;
}

function rareWords(profile: EventProfile, rarity: Rarity): string[] {
  return [...profile.words.weights]
    .filter(([word]) => rarity.frequency(word) >= 2 && rarity.frequency(word) <= RARE_AT_MOST)
    .sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))
    .slice(0, RARE_WORDS)
    .map(([word]) => `w${word}`);
}
