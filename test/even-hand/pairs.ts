// Short reports with two sides, and the same with the sides exchanged: whoever acts, suffers or speaks, the record must exchange
// the names and differ in nothing else. Names are of the shipped tables, paired by kind.
import type { DocumentRecord } from "../../src/model/record.js";

/** The states behind the adjectives: a nation's strikes are the state's. */
export const STATES: Readonly<Record<string, string>> = {
  Russian: "Russia",
  Ukrainian: "Ukraine",
  Israeli: "Israel",
  Syrian: "Syria",
  American: "United States",
  Iranian: "Iran",
  Turkish: "Turkey",
  Iraqi: "Iraq",
  Indian: "India",
  Pakistani: "Pakistan",
  Saudi: "Saudi Arabia",
  Yemeni: "Yemen",
  Ethiopian: "Ethiopia",
  Eritrean: "Eritrea",
  Sudanese: "Sudan",
  Libyan: "Libya",
};

/** Names of one kind that stand in pairs. */
export const PAIRS: Readonly<Record<string, readonly (readonly [string, string])[]>> = {
  nation: [
    ["Russian", "Ukrainian"],
    ["Israeli", "Syrian"],
    ["American", "Iranian"],
    ["Turkish", "Iraqi"],
    ["Indian", "Pakistani"],
    ["Saudi", "Yemeni"],
    ["Ethiopian", "Eritrean"],
    ["Sudanese", "Libyan"],
  ],
  group: [
    ["Hezbollah", "Hamas"],
    ["the Taliban", "the Houthis"],
    ["the Islamic State", "the Taliban"],
    ["al-Shabaab", "Hezbollah"],
  ],
  town: [
    ["Homs", "Hama"],
    ["Aleppo", "Idlib"],
    ["Mosul", "Basra"],
    ["Lviv", "Odesa"],
    ["Tikrit", "Samarra"],
  ],
  agency: [
    ["Reuters", "TASS"],
    ["Al Jazeera", "Sky News"],
    ["the BBC", "the AFP"],
  ],
};

/** Reports with the two names of a kind in the places of {A} and {B}. */
export const REPORTS: Readonly<Record<string, readonly string[]>> = {
  nation: [
    "{A} warplanes bombed a bakery in Kirkuk on Thursday, killing nine people. {B} forces shelled a school in Basra on Wednesday.",
    "{A} troops killed three {B} soldiers in Kirkuk on Thursday.",
    "{A} air strikes hit a {B} convoy near Kirkuk on Thursday, the {B} army said.",
    "The {A} army said that {B} forces had fired rockets at a hospital in Basra on Thursday.",
    "The {A} defence ministry denied that its jets had struck a market in Basra on Thursday. A {B} official blamed the {A} army.",
    "A {A} drone was shot down over Basra on Thursday by {B} air defences.",
    "At least 14 {A} civilians were killed by {B} shelling in Kirkuk on Thursday.",
  ],
  group: [
    "{A} fired rockets at a base near Kirkuk on Thursday, wounding two soldiers. {B} denied responsibility.",
    "{A} attacked a post held by {B} near Kirkuk on Thursday, killing eleven people.",
    "The governor blamed {A} for the bombing in Kirkuk on Thursday. {B} claimed responsibility.",
    "{A} said that {B} had shelled a school in Kirkuk on Thursday.",
    "Three members of {A} were killed in clashes with {B} near Kirkuk on Thursday.",
    "{A} fighters attacked a convoy near Kirkuk on Thursday, killing four people. {B} fighters shelled a school.",
    "A raid on a post of {A} in Kirkuk on Thursday killed nine people, {B} said.",
  ],
  town: [
    "A car bomb killed nine people in {A} on Thursday. On Wednesday gunmen killed four policemen in {B}.",
    "Shelling of {A} killed three people on Thursday, a doctor in {B} said.",
    "Rockets fired from {A} hit a school in {B} on Thursday.",
    "A raid on a market in {A} wounded six people on Thursday. Meanwhile, a drone hit a depot near {B}.",
  ],
  agency: [
    "A bomb killed nine people in Kirkuk on Thursday, {A} reported. {B} put the toll at eleven.",
    'A guard told {A}: "Two rockets landed in the yard." According to {B}, eight rockets hit the base near Kirkuk on Thursday.',
  ],
};

const capital = (name: string): string => name[0]!.toUpperCase() + name.slice(1);

export function filled(report: string, a: string, b: string): string {
  return capital(report.replaceAll("{A}", a).replaceAll("{B}", b)).replace(
    /([.:] "?)(\p{Ll})/gu,
    (_, gap, letter) => gap + (letter as string).toUpperCase(),
  );
}

/** What a record tells, without offsets, coordinates and derivations; names by `rename`. */
export function told(record: DocumentRecord, rename: (text: string) => string): unknown {
  const name = (text: string | null): string | null => (text === null ? null : rename(text));
  return {
    events: record.events.map(({ type, focus, date, place, quote, claims }) => ({
      type,
      focus,
      date,
      place: place === null ? null : [name(place.name), place.precision],
      quote: name(quote),
      claims: claims.map(({ attribute, value, stance, sources, quote: words }) => ({
        attribute,
        value: JSON.parse(rename(JSON.stringify(value))) as unknown,
        stance,
        sources: sources.map((source) => `${rename(source.name)} ${source.kind}`),
        quote: name(words),
      })),
    })),
    tallies: record.tallies.map(({ what, count, quote }) => [what, count, name(quote)]),
    framing: record.framing.map(({ quote, tone }) => [name(quote), tone]),
  };
}

/** Exchanges two names, and those of their states, wherever they stand; the same names written in one way. */
export function exchange(a: string, b: string): (text: string) => string {
  return renamed(a, b, true);
}

export function unchanged(a: string, b: string): (text: string) => string {
  return renamed(a, b, false);
}

function renamed(a: string, b: string, swap: boolean): (text: string) => string {
  const bare = (name: string): string => name.replace(/^the /u, "");
  const pairs = [[bare(a), bare(b)] as const, [STATES[a], STATES[b]] as const].filter(
    (pair): pair is readonly [string, string] => pair[0] !== undefined && pair[1] !== undefined,
  );
  const to = new Map(
    pairs.flatMap(([one, other]) => [
      [one.toLowerCase(), swap ? other : one],
      [other.toLowerCase(), swap ? one : other],
    ]),
  );
  // the longer first: "Saudi Arabia" before "Saudi"
  const names = [...to.keys()].sort((x, y) => y.length - x.length || (x < y ? -1 : 1));
  const any = new RegExp(names.map((name) => `\\b${name}\\b`).join("|"), "giu");
  return (text) => text.replace(any, (found) => to.get(found.toLowerCase())!);
}
