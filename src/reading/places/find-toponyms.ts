// Toponyms of a document: recognised (exact spellings, then variants, then names known only by the noun beside them), judged
// by their surroundings, resolved against each other. One sense of a name in a document. After Leidner 2007 and the
// usual minimality heuristics. Knowledge: knowledge/places/, demonyms/, spelling/. Leaves alone: which event is there.
import type { Place } from "../../model/place.js";
import type { Sentence } from "../../model/sentence.js";
import type { Toponym } from "../../model/toponym.js";
import type { PlaceKnowledge } from "../../knowledge/places.js";
import { placeOf } from "../../knowledge/places.js";
import type { Match } from "./recognise.js";
import { recogniseNames } from "./recognise.js";
import type { Choice } from "./resolve.js";
import { resolve } from "./resolve.js";
import type { Surroundings } from "./surroundings.js";
import { surroundings } from "./surroundings.js";
import { recogniseUnknown, withNamedNouns } from "./unknown.js";
import { recogniseVariants } from "./variants.js";
import type { LetterCase, Word } from "../../model/word.js";
import { letterCase, wordsOf } from "../../model/word.js";

export interface ToponymContext {
  /** Country of the outlet or of the collection, where something tells; it weighs less than any name in the text. */
  readonly country?: string | null;
}

interface Found {
  readonly match: Match;
  readonly sentence: number;
  readonly around: Surroundings;
}

interface Line {
  readonly sentence: Sentence;
  readonly words: readonly Word[];
  readonly letters: LetterCase;
}

/**
 * Every place name of the text, in order. `place` is null where it abstains: several places of the name and nothing that
 * tells them apart, a small place that the text puts in no region, or a name that the gazetteer lacks.
 */
export function findToponyms(
  text: string,
  sentences: readonly Sentence[],
  context: ToponymContext,
  knowledge: PlaceKnowledge,
): Toponym[] {
  const lines = sentences.map((sentence): Line => {
    const words = wordsOf(sentence);
    return { sentence, words, letters: letterCase(sentence, words) };
  });
  const names = lines.map(({ words, letters }) =>
    withNamedNouns(words, letters, recogniseNames(words, letters, knowledge), knowledge),
  );
  const found: Found[] = [];
  const partsOfNames = new Set<string>();
  const collect = (line: number, matches: readonly Match[], all: readonly Match[]): void => {
    const { words, letters } = lines[line]!;
    for (const match of matches) {
      const around = surroundings(words, match, all, letters, knowledge, text);
      if (around.rejected === null) found.push({ match, sentence: line, around });
      else if (around.partOfName) partsOfNames.add(match.key);
    }
  };
  names.forEach((matches, line) => collect(line, matches, matches));
  dropSurnames(found, partsOfNames);

  const countries = countryWeights(found, context, knowledge);
  const strong = new Set([...countries].filter(([, weight]) => weight > 0.1).map(([country]) => country));
  const memory = new Map<string, string>();
  const beforeVariants = found.length;
  lines.forEach(({ words, letters }, line) => {
    if (letters !== "cased") return;
    const variants = recogniseVariants(words, names[line]!, strong, knowledge, memory);
    const all = [...names[line]!, ...variants];
    const good: Match[] = [];
    for (const match of variants) {
      const around = surroundings(words, match, all, letters, knowledge, text);
      if (around.rejected !== null) continue;
      const evident = around.located && !(words[match.from]!.first && around.precision === null);
      if (evident || besideName(words, match, [...names[line]!, ...good], knowledge)) good.push(match);
    }
    const unknown = recogniseUnknown(words, [...names[line]!, ...good], knowledge);
    collect(line, [...good, ...unknown], [...names[line]!, ...good, ...unknown]);
  });
  // A variant met with evidence once is the same name elsewhere in the document.
  const accepted = new Map(found.slice(beforeVariants).map((f) => [f.match.key, f.match]));
  if (accepted.size > 0) recallVariants(lines, found, accepted, knowledge, text);
  found.sort((a, b) => a.match.start - b.match.start || b.match.end - a.match.end);
  return resolveAll(text, lines, found, countries, knowledge);
}

/** A word that is part of a person's name once is that person elsewhere too, unless it stands where a place would. */
function dropSurnames(found: Found[], partsOfNames: ReadonlySet<string>): void {
  if (partsOfNames.size === 0) return;
  const kept = found.filter(
    ({ match, around }) => around.located || around.adjectival !== null || !partsOfNames.has(match.key),
  );
  found.splice(0, found.length, ...kept);
}

/** "Aleppo, Sarakeb and Idlib": in a list with a name that is known. */
function besideName(
  words: readonly Word[],
  match: Match,
  names: readonly Match[],
  knowledge: PlaceKnowledge,
): boolean {
  const gap = (a: number, b: number): boolean =>
    b - a === 1 || (b - a === 2 && knowledge.small.conjunctions.has(words[a + 1]!.folded));
  return names.some((m) => m.basis !== "demonym" && (gap(m.to, match.from) || gap(match.to, m.from)));
}

function recallVariants(
  lines: readonly Line[],
  found: Found[],
  accepted: ReadonlyMap<string, Match>,
  knowledge: PlaceKnowledge,
  text: string,
): void {
  const taken = new Map<number, Match[]>();
  for (const f of found) pushTo(taken, f.sentence, f.match);
  const first = new Map<string, Match[]>();
  for (const [key, match] of accepted) {
    const word = key.split(" ")[0]!;
    pushTo(first, word, match);
  }
  lines.forEach(({ words, letters }, line) => {
    for (let i = 0; i < words.length; i++) {
      for (const known of first.get(words[i]!.folded) ?? []) {
        const n = known.to - known.from;
        const last = words[i + n];
        if (last === undefined || (letters !== "capitals" && !last.capital)) continue;
        if (
          words
            .slice(i, i + n + 1)
            .map((w) => w.folded)
            .join(" ") !== known.key
        )
          continue;
        if ((taken.get(line) ?? []).some((m) => m.from <= i + n && i <= m.to)) continue;
        const match = { ...known, from: i, to: i + n, start: words[i]!.start, end: last.end };
        const around = surroundings(words, match, taken.get(line) ?? [], letters, knowledge, text);
        if (around.rejected === null) found.push({ match, sentence: line, around });
        break;
      }
    }
  });
}

/** How much of what the document names lies in each country, 0 to 1. */
function countryWeights(
  found: readonly Found[],
  context: ToponymContext,
  knowledge: PlaceKnowledge,
): Map<string, number> {
  const weights = new Map<string, number>();
  const add = (country: string | null, weight: number): void => {
    if (country !== null) weights.set(country, (weights.get(country) ?? 0) + weight);
  };
  for (const { match, around } of found) {
    if (match.basis === "demonym") {
      for (const r of match.rows) add(knowledge.rows[r]!.country, 1);
      continue;
    }
    const rows = match.rows.map((r) => knowledge.rows[r]!);
    if (rows.some((r) => r.precision === "country")) {
      for (const r of rows) if (r.precision === "country") add(r.country, around.adjectival === null ? 3 : 1);
    } else {
      const own = new Set(rows.map((r) => r.country));
      const big = rows.some((r) => (r.population ?? 0) > 500_000 || r.source === "sites");
      if (own.size === 1) add(rows[0]!.country, around.adjectival === null ? (big ? 1.5 : 0.7) : 0.5);
    }
  }
  if (context.country) add(context.country, 0.5);
  let sum = 0;
  for (const weight of weights.values()) sum += weight;
  return new Map([...weights].map(([country, weight]) => [country, weight / sum]));
}

function resolveAll(
  text: string,
  lines: readonly Line[],
  found: readonly Found[],
  countries: ReadonlyMap<string, number>,
  knowledge: PlaceKnowledge,
): Toponym[] {
  const regionsOf = (f: Found): { country: string | null; province: string | null } => {
    const rows = f.match.rows.map((r) => knowledge.rows[r]!);
    const country = rows.find((r) => r.precision === "country");
    if (country !== undefined) return { country: country.country, province: null };
    let best: (typeof rows)[number] | undefined;
    for (const row of rows) {
      if (row.country === null || row.admin1 === null) continue;
      if (best === undefined || (countries.get(row.country) ?? 0) > (countries.get(best.country!) ?? 0))
        best = row;
    }
    return best === undefined
      ? { country: null, province: null }
      : { country: best.country, province: `${best.country} ${best.admin1}` };
  };
  const regions = found.map(regionsOf);
  const nearCountries = lines.map(() => new Set<string>());
  const nearProvinces = lines.map(() => new Set<string>());
  const allProvinces = new Set<string>();
  found.forEach((f, i) => {
    const { country, province } = regions[i]!;
    const isRegion = f.match.rows.some((r) => ["country", "province"].includes(knowledge.rows[r]!.precision));
    if (country !== null && isRegion) nearCountries[f.sentence]!.add(country);
    if (province !== null && isRegion) {
      nearProvinces[f.sentence]!.add(province);
      allProvinces.add(province);
    }
  });
  const groups = new Map<string, number[]>();
  found.forEach((f, i) => {
    const group = `${f.match.key} ${f.around.precision === "province" ? "province" : ""}`;
    pushTo(groups, group, i);
  });
  const choices = new Map<number, Choice>();
  for (const members of groups.values()) {
    const rows = [...new Set(members.flatMap((i) => found[i]!.match.rows))];
    const near = new Set(members.flatMap((i) => [...nearCountries[found[i]!.sentence]!]));
    const provincesNear = new Set(members.flatMap((i) => [...nearProvinces[found[i]!.sentence]!]));
    const first = found[members[0]!]!;
    const precision = members.map((i) => found[i]!.around.precision).find((p) => p !== null) ?? null;
    const follows =
      members.map((i) => followingRegion(i, found, lines, knowledge)).find((r) => r !== null) ?? null;
    const choice = resolve(
      rows,
      {
        countries,
        near,
        provincesNear,
        provinces: allProvinces,
        follows,
        precision,
        basis: first.match.basis,
        key: first.match.key,
      },
      knowledge,
    );
    for (const i of members) choices.set(i, choice);
  }
  return found.map((f, i) => toponym(text, f, choices.get(i)!));
}

function pushTo<K, V>(lists: Map<K, V[]>, key: K, value: V): void {
  const known = lists.get(key);
  if (known === undefined) lists.set(key, [value]);
  else known.push(value);
}

/** "Alexandria, Virginia" or "Saraqib in Idlib province": the region right after. */
function followingRegion(
  i: number,
  found: readonly Found[],
  lines: readonly Line[],
  knowledge: PlaceKnowledge,
): string | null {
  const f = found[i]!;
  const next = found[i + 1];
  if (next === undefined || next.sentence !== f.sentence || next.match.from - f.match.to > 3) return null;
  const between = lines[f.sentence]!.words.slice(f.match.to + 1, next.match.from);
  if (
    between.length > 0 &&
    !between.every(
      (w) =>
        knowledge.patterns.words.direction.has(w.folded) ||
        knowledge.small.links.has(w.folded) ||
        knowledge.small.articles.has(w.folded),
    )
  )
    return null;
  for (const r of next.match.rows) {
    const row = knowledge.rows[r]!;
    if (row.precision === "country") return row.country;
    if (row.precision === "province") return `${row.country} ${row.admin1}`;
  }
  return null;
}

function toponym(text: string, { match, around }: Found, choice: Choice): Toponym {
  const place: Place | null = choice.chosen === null ? null : placeOf(choice.chosen);
  const rule =
    around.adjectival ??
    (match.basis === "name"
      ? "gazetteer/name"
      : match.basis === "variant"
        ? "gazetteer/variant"
        : match.basis);
  return {
    start: match.start,
    end: match.end,
    quote: text.slice(match.start, match.end),
    candidates: choice.ranked.map(({ row }) => placeOf(row)),
    place,
    relation: around.relation,
    adjectival: around.adjectival !== null,
    derivation: {
      stage: "place",
      rule,
      span: { start: match.start, end: match.end },
      note: place === null ? `abstained: ${choice.note}` : `${place.id}: ${choice.note}`,
    },
  };
}
