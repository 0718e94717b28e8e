// The place of a happening that is told by a noun only. "Shelling of a rebel-held town killed 31. The bombardment struck the town of
// X": named later by a noun of the same kind. "Hundreds fled X. The alliance seized silos overlooking the city": named before.
// In: a happening and the sentences of the document. Out: the place and the words that name it; null where no noun refers or no
// name fits what is told already. Knowledge: knowledge/events/place-nouns.*.yaml. Leaves alone: a happening without such a noun.
import type { EventKnowledge, PlaceNoun } from "../../knowledge/events.js";
import type { DerivationStep } from "../../model/derivation.js";
import type { Place } from "../../model/place.js";
import type { Toponym } from "../../model/toponym.js";
import type { Annotated, Found } from "./annotate.js";
import { spanOf } from "./annotate.js";
import { isDateline } from "./dateline.js";
import type { Happening } from "./assemble-events.js";
import { isMisplaced } from "./mention-anchors.js";
import type { HappeningMention } from "./mention.js";
import { isNamesakeOf, placeRelation } from "./place-relation.js";

export interface CarriedPlace {
  readonly place: Place;
  readonly step: DerivationStep;
}

/** Sentences after which a name is no longer that of the noun, later and before. */
const LATER = 5;
const BEFORE = 6;
/** Words between an article and its noun: "a rebel-held Syrian town". */
const MODIFIERS = 5;

export function carriedPlace(
  happening: Happening,
  sentences: readonly Annotated[],
  knowledge: EventKnowledge,
): CarriedPlace | null {
  const told = happening.place;
  if (told !== null && (told.precision === "site" || told.precision === "district")) return null;
  const references = happening.mentions.flatMap((mention) =>
    nounsIn(mention, knowledge).map((noun) => ({ ...noun, index: mention.annotated.sentence.index })),
  );
  for (const { kind, definite, from, index } of references) {
    // "a village" of "Idlib": the province is meant; "the city" is the town told already
    const found =
      definite && told?.precision !== "city"
        ? before(sentences, index, from, kind, told, knowledge)
        : definite
          ? null
          : later(sentences, index, kind, told, knowledge);
    if (found !== null) return found;
  }
  if (told !== null) return null;
  for (const { kind, from, index } of references) {
    const found = kind.inside ? before(sentences, index, from, kind, told, knowledge) : null;
    if (found !== null) return found;
  }
  return written(happening, sentences);
}

/** "BASRA, 3 Jan 2024 --" on a line of its own: where the sentence below was written, and what it tells of where no other place is. */
function written({ mentions }: Happening, sentences: readonly Annotated[]): CarriedPlace | null {
  for (const { annotated, places } of mentions) {
    const above = sentences[annotated.sentence.index - 1];
    if (places.length > 0 || above === undefined || !isDateline(above)) continue;
    const found = above.toponyms.find(({ value }) => value.place !== null && !value.adjectival);
    if (found !== undefined) return answer(above, found, "dateline");
  }
  return null;
}

interface Reference {
  readonly kind: PlaceNoun;
  readonly definite: boolean;
  readonly from: number;
}

/** Nouns of places in a mention that are not named there: "a town", "the same square", "rebel-held village" in a headline. */
function nounsIn(mention: HappeningMention, knowledge: EventKnowledge): Reference[] {
  const { annotated, from, to } = mention;
  const { tokens } = annotated;
  const found: Reference[] = [];
  for (let i = from; i < to; i++) {
    if (isThere(tokens, i, knowledge)) {
      found.push({ kind: knowledge.anyPlace, definite: true, from: i });
      continue;
    }
    const kind = knowledge.placeNouns.get(tokens[i]!.lower);
    if (kind === undefined || isNamed(annotated, i, kind, knowledge)) continue;
    let at = i - 1;
    while (
      at > Math.max(-1, i - 1 - MODIFIERS) &&
      ["ADJ", "NOUN", "PROPN", "PUNCT", "VERB"].includes(tokens[at]!.tag)
    )
      at--;
    const article = tokens[at];
    const definite = article !== undefined && knowledge.definite.has(article.lower);
    if (definite && tokens[at + 1] !== undefined && i - at > 3) continue;
    found.push({ kind, definite, from: i });
  }
  return found;
}

/** "an attack there", but not "there were two attacks". */
function isThere(tokens: Annotated["tokens"], i: number, knowledge: EventKnowledge): boolean {
  const before = tokens[i - 1];
  return (
    knowledge.thereWords.has(tokens[i]!.lower) &&
    before !== undefined &&
    ["NOUN", "PROPN", "VERB", "NUM"].includes(before.tag) &&
    tokens[i + 1]?.tag !== "AUX"
  );
}

/** A name stands in the noun's phrase: "the town of X", "X airbase". */
function isNamed(annotated: Annotated, noun: number, kind: PlaceNoun, knowledge: EventKnowledge): boolean {
  const { toponyms, tokens } = annotated;
  return toponyms.some(
    (found) =>
      !found.value.adjectival &&
      // "the neighbourhood of X" that no gazetteer has: the town that it is a part of is told elsewhere
      !(kind.inside && isUnknown(annotated, found, knowledge)) &&
      isBesideNoun(found, noun),
  );
  function isBesideNoun({ from, to }: Found<Toponym>, at: number): boolean {
    return (from <= at && at <= to) || (from === at + 2 && knowledge.roles.of.has(tokens[at + 1]!.lower));
  }
}

function isUnknown(annotated: Annotated, found: Found<Toponym>, knowledge: EventKnowledge): boolean {
  return found.value.place === null || isMisplaced(annotated, found, knowledge);
}

function later(
  sentences: readonly Annotated[],
  index: number,
  kind: PlaceNoun,
  told: Place | null,
  knowledge: EventKnowledge,
): CarriedPlace | null {
  for (const annotated of sentences.slice(index + 1, index + 1 + LATER))
    for (const found of annotated.toponyms) {
      if (found.value.adjectival || nounOf(annotated, found, knowledge) !== kind) continue;
      // the village that is named first, though no gazetteer has it: none named after it is meant
      if (isUnknown(annotated, found, knowledge)) return null;
      if (fits(found.value, kind, told)) return answer(annotated, found, "named-later");
    }
  return null;
}

function before(
  sentences: readonly Annotated[],
  index: number,
  noun: number,
  kind: PlaceNoun,
  told: Place | null,
  knowledge: EventKnowledge,
): CarriedPlace | null {
  for (let i = index; i >= Math.max(0, index - BEFORE); i--) {
    const annotated = sentences[i]!;
    for (const found of [...annotated.toponyms].reverse()) {
      if (i === index && found.to > noun) continue;
      if (!fits(found.value, kind, told) || isMisplaced(annotated, found, knowledge)) continue;
      const own = nounOf(annotated, found, knowledge);
      if (own === kind || kind.inside || (own === null && found.value.relation === null))
        return answer(annotated, found, "named-before");
    }
  }
  return null;
}

/** The kind of the noun beside a name: "the town of X", "X village", "Shayrat Airfield". */
function nounOf(
  { tokens }: Annotated,
  { from, to, value }: Found<Toponym>,
  knowledge: EventKnowledge,
): PlaceNoun | null {
  const words = [...value.quote.toLowerCase().split(/\s+/u), tokens[to]?.lower ?? ""];
  const inside = words.findLast((word) => knowledge.placeNouns.has(word));
  if (inside !== undefined) return knowledge.placeNouns.get(inside)!;
  const of = tokens[from - 1];
  const noun = tokens[from - 2];
  if (of === undefined || noun === undefined || !knowledge.roles.of.has(of.lower)) return null;
  return knowledge.placeNouns.get(noun.lower) ?? null;
}

function fits({ place, adjectival }: Toponym, kind: PlaceNoun, told: Place | null): boolean {
  return (
    place !== null &&
    !adjectival &&
    kind.precisions.has(place.precision) &&
    placeRelation(told, place) !== "apart" &&
    (told?.precision !== "city" || place.precision === "site" || isNamesakeOf(told, place))
  );
}

function answer(annotated: Annotated, { from, to, value }: Found<Toponym>, rule: string): CarriedPlace {
  return {
    place: value.place!,
    step: {
      stage: "place",
      rule,
      span: spanOf(annotated, from, to),
      note: value.place!.id ?? value.place!.name,
    },
  };
}
