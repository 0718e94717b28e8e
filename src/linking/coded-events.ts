// Events as numbers: what comparing reads of each, in flat arrays, so that a million stay in memory and a pair is compared
// without allocating. In: records. Out: columns by the event's number, terms as sorted codes in one pool. Codes and numbers
// depend on the order of arrival, so nothing may be ordered by them. Leaves alone: weights of terms, any judgement on two.
import type { ActorLookup } from "../model/actor-lookup.js";
import { WEAPONS, type Claim } from "../model/claim.js";
import type { Count } from "../model/count.js";
import { dayRange } from "../model/day-range.js";
import { EVENT_TYPES, type Event } from "../model/event.js";
import type { Place } from "../model/place.js";
import type { DocumentRecord } from "../model/record.js";
import { eventKey } from "./event-profile.js";
import { ageFinder, type AgeWords } from "./ages.js";
import { isFullName, namesOf, reportWords } from "./report-words.js";
import { eventText, wordsOf } from "./words.js";

/** No day, no place, no number. */
export const NONE = -0x40000000;

/** Sections of an event's part of the pool, in this order. */
export const SECTION = {
  words: 0,
  names: 1,
  perpetrator: 2,
  target: 3,
  killed: 4,
  injured: 5,
  ages: 6,
} as const;
const SECTIONS = 7;
/**
 * What an event has: the focus of its report; its report to itself, being all that it tells as news (then the report's words are
 * the event's); sections that are not empty; a report that tells it as news in the days after it.
 */
export const HAS = {
  focus: 1,
  sole: 2,
  words: 4,
  names: 8,
  perpetrator: 16,
  target: 32,
  fresh: 64,
  ages: 128,
} as const;
export const HAS_ALL = 256;
/** Days that a happening is news for. */
const NEWS_FOR = 3;
const NOTHING = new Int32Array(0);
/** What every pair is asked for first stands together, a line of memory for each event: at `ROW` times its number, these places on. */
export const ROW = 16;
export const AT = {
  place: 0,
  /** Code of type and weapons; code of the dead and the injured as they are counted. */
  kinds: 1,
  figures: 2,
  has: 3,
  earliest: 4,
  latest: 5,
  publishedFirst: 6,
  publishedLast: 7,
  document: 8,
  outlet: 9,
  words: 10,
  wordsEnd: 11,
  names: 12,
  namesEnd: 13,
  report: 14,
  reportEnd: 15,
} as const;

const FIELDS = Object.keys(AT) as (keyof typeof AT)[];

export interface CodedEvents {
  readonly size: number;
  readonly keys: readonly string[];
  readonly documents: readonly number[];
  /** False once the event's document was taken out. */
  readonly alive: readonly boolean[];
  /** Code of the place, NONE where unknown; `places` by that code. */
  readonly placeOf: readonly number[];
  readonly places: readonly Place[];
  readonly earliest: readonly number[];
  readonly latest: readonly number[];
  readonly type: readonly number[];
  /** One bit a weapon. */
  readonly weapons: readonly number[];
  /** By ROW and AT. */
  readonly rows: Int32Array;
  /** Bits of HAS. */
  readonly has: readonly number[];
  /** By document; an outlet is a term. */
  readonly outlets: readonly number[];
  readonly publishedFirst: readonly number[];
  readonly publishedLast: readonly number[];
  /** Where a section of an event begins and ends in the pool. Counts stand there as pairs, least and most. */
  readonly pool: Int32Array;
  readonly begins: readonly (readonly number[])[];
  readonly ends: readonly (readonly number[])[];
  /** Words of the whole report. */
  readonly reportBegins: readonly number[];
  readonly reportEnds: readonly number[];
  term(code: number): string;
  /** By code, 1 for a name of two parts. */
  readonly fullNames: readonly number[];
}

export interface EventCoder extends CodedEvents {
  /** Numbers of the record's events. */
  add(record: DocumentRecord): number[];
  /** Numbers of the events taken out. */
  remove(document: string): number[];
  documentOf(id: string): number | undefined;
  /** Distinct words and names of a document. */
  termsOf(document: number): Int32Array;
}

export function eventCoder(actors: ActorLookup, ageWords: AgeWords): EventCoder {
  const codes = new Map<string, number>();
  const terms: string[] = [];
  const fullNames: number[] = [];
  const placeCodes = new Map<string, number>();
  const places: Place[] = [];
  const documentCodes = new Map<string, number>();
  const eventsOf: number[][] = [];
  const keys: string[] = [];
  const documents: number[] = [];
  const alive: boolean[] = [];
  const placeOf: number[] = [];
  const earliest: number[] = [];
  const latest: number[] = [];
  const type: number[] = [];
  const weapons: number[] = [];
  const rows = intPool();
  const kindCodes = new Map<string, number>();
  const figureCodes = new Map<string, number>();
  const has: number[] = [];
  const publishedFirst: number[] = [];
  const publishedLast: number[] = [];
  const outlets: number[] = [];
  const begins: number[][] = Array.from({ length: SECTIONS }, () => []);
  const ends: number[][] = Array.from({ length: SECTIONS }, () => []);
  const reportBegins: number[] = [];
  const reportEnds: number[] = [];
  const nameEnds: number[] = [];
  const pool = intPool();
  const agesIn = ageFinder(ageWords);

  const code = (term: string): number => {
    let known = codes.get(term);
    if (known === undefined) {
      codes.set(term, (known = terms.length));
      terms.push(term);
      fullNames.push(isFullName(term) ? 1 : 0);
    }
    return known;
  };
  const coded = (all: Iterable<string>): Int32Array => {
    const found: number[] = [];
    for (const term of all) found.push(code(term));
    const sorted = Int32Array.from(found).sort();
    let count = 0;
    for (const term of sorted) if (count === 0 || term !== sorted[count - 1]) sorted[count++] = term;
    return sorted.subarray(0, count);
  };
  const placeCode = (place: Place | null): number => {
    if (place === null) return NONE;
    const key = [
      place.id,
      place.name,
      place.lat,
      place.lon,
      place.precision,
      place.country,
      place.admin1,
    ].join("|");
    let known = placeCodes.get(key);
    if (known === undefined) {
      placeCodes.set(key, (known = places.length));
      places.push(place);
    }
    return known;
  };
  const names = (told: readonly Claim[], attribute: "perpetrator" | "target"): Int32Array =>
    coded(
      told.flatMap((claim) =>
        claim.attribute === attribute && claim.value !== null ? nameMarks(claim.value, actors) : [],
      ),
    );

  function put(
    event: Event,
    { document: { id, text: report } }: DocumentRecord,
    reportWordsOf: readonly string[],
    document: number,
    alone: boolean,
  ): number {
    const number = keys.length;
    const told = event.claims.filter((claim) => claim.stance !== "denied" && claim.stance !== "open");
    const days = dayRange(event.date);
    const text = eventText(event);
    const words = wordsOf(text);
    keys.push(eventKey(id, event.id));
    documents.push(document);
    alive.push(true);
    placeOf.push(placeCode(event.place));
    earliest.push(days?.earliest ?? NONE);
    latest.push(days?.latest ?? NONE);
    type.push(EVENT_TYPES.indexOf(event.type));
    let bits = 0;
    for (const claim of told) if (claim.attribute === "weapon") bits |= 1 << WEAPONS.indexOf(claim.value);
    weapons.push(bits);
    const parts = [
      coded(words),
      alone ? NOTHING : coded(namesOf(text)),
      names(told, "perpetrator"),
      names(told, "target"),
      counts(told, "killed"),
      counts(told, "injured"),
      Int32Array.from(alone ? agesIn(report, reportWordsOf) : agesIn(text, words)),
    ];
    const kinds = numberIn(kindCodes, `${type[number]} ${bits}`);
    const figures = numberIn(
      figureCodes,
      `${parts[SECTION.killed]!.join(" ")}/${parts[SECTION.injured]!.join(" ")}`,
    );
    let from = pool.put(parts);
    parts.forEach((part, section) => {
      begins[section]!.push(from);
      ends[section]!.push((from += part.length));
    });
    if (alone) {
      begins[SECTION.names]![number] = reportEnds[document]!;
      ends[SECTION.names]![number] = nameEnds[document]!;
    }
    const present = (section: keyof typeof SECTION & keyof typeof HAS) =>
      begins[SECTION[section]]![number] === ends[SECTION[section]]![number] ? 0 : HAS[section];
    const published = publishedFirst[document]!;
    const fresh = published !== NONE && days !== null && published - days.latest <= NEWS_FOR;
    has.push(
      (event.focus === "main" ? HAS.focus | (fresh ? HAS.fresh : 0) : 0) |
        (alone ? HAS.sole : 0) |
        present("words") |
        present("names") |
        present("perpetrator") |
        present("target") |
        present("ages"),
    );
    const row = rows.room(ROW);
    const at: Readonly<Record<keyof typeof AT, number>> = {
      place: placeOf[number]!,
      kinds,
      figures,
      has: has[number]!,
      earliest: earliest[number]!,
      latest: latest[number]!,
      publishedFirst: published,
      publishedLast: publishedLast[document]!,
      document,
      outlet: outlets[document]!,
      words: begins[SECTION.words]![number]!,
      wordsEnd: ends[SECTION.words]![number]!,
      names: begins[SECTION.names]![number]!,
      namesEnd: ends[SECTION.names]![number]!,
      report: reportBegins[document]!,
      reportEnd: reportEnds[document]!,
    };
    for (const field of FIELDS) rows.ints[row + AT[field]] = at[field];
    return number;
  }

  return {
    get size() {
      return keys.length;
    },
    keys,
    documents,
    alive,
    placeOf,
    places,
    earliest,
    latest,
    type,
    weapons,
    get rows() {
      return rows.ints;
    },
    has,
    outlets,
    publishedFirst,
    publishedLast,
    get pool() {
      return pool.ints;
    },
    begins,
    ends,
    reportBegins,
    reportEnds,
    documentOf: (id) => documentCodes.get(id),
    termsOf(document) {
      return pool.ints.slice(reportBegins[document]!, nameEnds[document]!);
    },
    term: (one) => terms[one]!,
    fullNames,
    add(record) {
      const { document, events } = record;
      const number = reportBegins.length;
      documentCodes.set(document.id, number);
      const published = dayRange(document.published);
      publishedFirst.push(published?.earliest ?? NONE);
      publishedLast.push(published?.latest ?? NONE);
      const outlet = document.outlet === null ? null : (document.outlet.domain ?? document.outlet.name);
      outlets.push(outlet === null ? NONE : code(outlet));
      const report = reportWords(document.text, document.title);
      const parts = [coded(report.words), coded(report.names)];
      const from = pool.put(parts);
      reportBegins.push(from);
      reportEnds.push(from + parts[0]!.length);
      nameEnds.push(from + parts[0]!.length + parts[1]!.length);
      const news = events.filter((event) => event.focus === "main");
      const alone = news.length === 1 ? news[0]! : null;
      const own = events.map((event) => put(event, record, report.all, number, event === alone));
      eventsOf.push(own);
      return own;
    },
    remove(document) {
      const number = documentCodes.get(document);
      if (number === undefined) return [];
      documentCodes.delete(document);
      for (const event of eventsOf[number]!) alive[event] = false;
      return eventsOf[number]!;
    },
  };
}

/** A number for each value, the next for one that is new. */
function numberIn(codes: Map<string, number>, value: string): number {
  const known = codes.get(value) ?? codes.size;
  codes.set(value, known);
  return known;
}

function nameMarks(name: string, actors: ActorLookup): string[] {
  const id = actors.actorIdOf(name);
  return id === null ? wordsOf(name) : [`@${id}`, ...actors.memberOf(id).map((body) => `@${body}`)];
}

/** Least, most and whether it is about; NONE where there is no such end. */
function counts(claims: readonly Claim[], attribute: "killed" | "injured"): Int32Array {
  const found = claims.flatMap((claim) => (claim.attribute === attribute ? [claim.value.count] : []));
  return Int32Array.from(
    found.flatMap((count: Count) => [whole(count.min), whole(count.max), count.approx === true ? 1 : 0]),
  );
}

function whole(end: number | undefined): number {
  return end === undefined ? NONE : Math.min(Math.round(end), 0x3fffffff);
}

/** One growing array of whole numbers. */
interface IntPool {
  readonly ints: Int32Array;
  /** Makes room for so many more; gives back where it begins. */
  room(length: number): number;
  /** Puts them one behind the other; gives back where the first begins. */
  put(parts: readonly Int32Array[]): number;
}

function intPool(): IntPool {
  let used = 0;
  const pool = {
    ints: new Int32Array(1 << 16),
    room(length: number) {
      if (used + length > pool.ints.length) {
        const larger = new Int32Array(Math.max(pool.ints.length * 2, used + length));
        larger.set(pool.ints.subarray(0, used));
        pool.ints = larger;
      }
      used += length;
      return used - length;
    },
    put(parts: readonly Int32Array[]) {
      const start = pool.room(parts.reduce((sum, part) => sum + part.length, 0));
      let at = start;
      for (const part of parts) {
        pool.ints.set(part, at);
        at += part.length;
      }
      return start;
    },
  };
  return pool;
}
