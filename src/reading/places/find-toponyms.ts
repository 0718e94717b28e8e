// Toponyms of a document: recognised (exact spellings, then variants, then names known only by the noun beside them), judged
// by their surroundings, resolved against each other. One sense of a name in a document. After Leidner 2007 and the
// usual minimality heuristics. Knowledge: knowledge/places/, demonyms/, spelling/. Leaves alone: which event is there.
import type { ActorMention } from "../../model/actor-mention.js";
import type { Place } from "../../model/place.js";
import type { Sentence } from "../../model/sentence.js";
import type { Toponym } from "../../model/toponym.js";
import type { PlaceKnowledge } from "../../knowledge/places.js";
import { placeOf } from "../../knowledge/places.js";
import type { Match } from "./recognise.js";
import { recogniseNames } from "./recognise.js";
import { bodiesOf, bodyOver, insideBody } from "./inside-body.js";
import type { Found, Line } from "./found.js";
import { countryWeights } from "./regions-named.js";
import { resolveAll } from "./resolve-all.js";
import type { Choice } from "./resolve.js";
import { surroundings } from "./surroundings.js";
import { recalled } from "./recall.js";
import { recogniseTowns } from "./towns.js";
import { recogniseUnknown, withNamedNouns } from "./unknown.js";
import { recogniseVariants } from "./variants.js";
import type { Word } from "../../model/word.js";
import { letterCase, wordsOf } from "../../model/word.js";

export interface ToponymContext {
  /** Country of the outlet or of the collection, where something tells; it weighs less than any name in the text. */
  readonly country?: string | null;
  /** Who the text names, in text order: a word inside the name of a body or a person is no place by itself. */
  readonly actors?: readonly ActorMention[];
}

/** Share of what the text names from which it speaks of a country. Our judgement. */
const STRONG = 0.1;

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
    withNamedNouns(words, letters, recogniseNames(words, letters, knowledge, text), knowledge),
  );
  let found: Found[] = [];
  const bodies = bodiesOf(sentences, context.actors ?? []);
  const inBody = bodies.map((names) => (word: Word) => bodyOver(word, names) !== null);
  const partsOfNames = new Set<string>();
  const collect = (line: number, matches: readonly Match[], all: readonly Match[]): void => {
    const { words, letters } = lines[line]!;
    for (const match of matches) {
      const around =
        insideBody(match, bodies[line]!) ??
        surroundings(words, match, all, letters, knowledge, text, inBody[line]!);
      if (around.rejected === null) found.push({ match, sentence: line, around });
      else if (around.partOfName) partsOfNames.add(match.key);
    }
  };
  names.forEach((matches, line) => collect(line, matches, matches));
  found = withoutSurnames(found, partsOfNames);

  const countries = countryWeights(found, context.country ?? null);
  const strong = new Set([...countries].filter(([, weight]) => weight > STRONG).map(([country]) => country));
  const evident = (words: readonly Word[], match: Match, located: boolean, noun: boolean, all: Match[]) =>
    (located && !(words[match.from]!.first && !noun)) || besideName(words, match, all, knowledge);
  const memory = new Map<string, string>();
  const accepted = new Map<string, Match>();
  lines.forEach(({ words, letters }, line) => {
    if (letters !== "cased") return;
    const good: Match[] = [];
    const towns = recogniseTowns(words, letters, names[line]!, strong, knowledge, text);
    const variants = recogniseVariants(words, [...names[line]!, ...towns], strong, knowledge, memory);
    const all = [...names[line]!, ...towns, ...variants];
    for (const match of [...towns, ...variants]) {
      const others = all.filter((m) => m === match || m.to < match.from || m.from > match.to);
      const around =
        insideBody(match, bodies[line]!) ??
        surroundings(words, match, others, letters, knowledge, text, inBody[line]!);
      if (around.rejected !== null) continue;
      const known = [...names[line]!, ...good].filter((m) => m.to < match.from || m.from > match.to);
      if (evident(words, match, around.located, around.precision !== null, known)) good.push(match);
    }
    const unknown = recogniseUnknown(words, [...names[line]!, ...good], knowledge);
    for (const match of [...good, ...unknown]) accepted.set(match.key, match);
  });
  // A name met with evidence once is the same name elsewhere in the document.
  if (accepted.size > 0)
    found = recalled(lines, found, accepted, inBody, knowledge, text).filter(
      ({ match, sentence, around }) =>
        around.adjectival !== null || insideBody(match, bodies[sentence]!) === null,
    );
  found.sort((a, b) => a.match.start - b.match.start || b.match.end - a.match.end);
  const choices = resolveAll(lines, found, countries, knowledge);
  return found.map((f, i) => toponym(text, f, choices[i]!));
}

/** A word that is part of a person's name once is that person elsewhere too, unless it stands where a place would. */
function withoutSurnames(found: readonly Found[], partsOfNames: ReadonlySet<string>): Found[] {
  return found.filter(
    ({ match, around }) => around.located || around.adjectival !== null || !partsOfNames.has(match.key),
  );
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

function toponym(text: string, { match, around }: Found, choice: Choice): Toponym {
  const place: Place | null = choice.chosen === null ? null : placeOf(choice.chosen);
  const rule =
    around.adjectival ??
    (match.basis === "name"
      ? "gazetteer/name"
      : match.basis === "variant" || match.basis === "town"
        ? `gazetteer/${match.basis}`
        : match.basis);
  const start = around.start ?? match.start;
  return {
    start,
    end: match.end,
    quote: text.slice(start, match.end),
    candidates: choice.ranked.map(({ row }) => placeOf(row)),
    place,
    relation: around.relation,
    adjectival: around.adjectival !== null,
    derivation: {
      stage: "place",
      rule,
      span: { start, end: match.end },
      note: place === null ? `abstained: ${choice.note}` : place.id!,
    },
  };
}
