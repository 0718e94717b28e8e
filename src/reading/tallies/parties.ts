// Where, by whom and against whom a tally is told: the place named nearest, the actor behind "by" or before the verb, the people
// counted or what the attacks were on. Comes in: a sentence and one of its numbers. Null where the sentence does not tell.
// Leaves alone: what other sentences say.
import type { TallyKnowledge } from "../../knowledge/tallies.js";
import type { Place } from "../../model/place.js";
import type { Source } from "../../model/source.js";
import type { CountedNumber } from "./counted-number.js";
import type { Ground } from "./ground.js";

export interface Parties {
  readonly place: string | null;
  readonly area?: Place;
  readonly perpetrator: string | null;
  readonly target: string | null;
}

/** Words between "by" and the actor, or between an actor and the number. */
const GAP = 4;
const TARGET_LENGTH = 6;
/** A place that no preposition ties to the number must stand as near as this. */
const NEAR = 8;

export function partiesOf(
  ground: Ground,
  number: CountedNumber,
  sources: readonly Source[],
  knowledge: TallyKnowledge,
  text: string,
): Parties {
  return {
    ...placeOf(ground, number, knowledge),
    perpetrator: perpetratorOf(ground, sources, knowledge),
    target: targetOf(ground, number, knowledge, text),
  };
}

function placeOf(
  { tokens, toponyms }: Ground,
  number: CountedNumber,
  { at }: TallyKnowledge,
): Pick<Parties, "place" | "area"> {
  let best: Pick<Parties, "place" | "area"> = { place: null };
  let nearest = Infinity;
  for (const { from, to, value } of toponyms) {
    if (value.adjectival) continue;
    const located = at.has(tokens[from - 1]?.lower ?? "") || at.has(tokens[from - 2]?.lower ?? "");
    const gap = Math.max(0, from - number.to, number.from - to) + (located ? 0 : tokens.length);
    if (!located && gap > tokens.length + NEAR) continue;
    if (gap >= nearest) continue;
    nearest = gap;
    best = value.place === null ? { place: value.quote } : { place: value.place.name, area: value.place };
  }
  return best;
}

function perpetratorOf(
  { tokens, actors }: Ground,
  sources: readonly Source[],
  { by }: TallyKnowledge,
): string | null {
  for (const { from, value } of actors) {
    if (sources.some((source) => source.name.includes(value.name) || value.name.includes(source.name)))
      continue;
    for (let i = from - 1; i >= Math.max(0, from - GAP); i--) if (by.has(tokens[i]!.lower)) return value.name;
  }
  return null;
}

function targetOf(
  { tokens }: Ground,
  number: CountedNumber,
  { generic, against }: TallyKnowledge,
  text: string,
): string | null {
  const slice = (from: number, to: number): string => text.slice(tokens[from]!.start, tokens[to - 1]!.end);
  if (number.of === "people") {
    if (number.noun === null || generic.has(tokens[number.noun.to - 1]!.lower)) return null;
    return slice(number.noun.from, number.noun.to);
  }
  if (!against.has(tokens[number.to]?.lower ?? "")) return null;
  let to = number.to + 1;
  let noun = to;
  while (
    to < tokens.length &&
    to - number.to <= TARGET_LENGTH &&
    ["NOUN", "PROPN", "ADJ", "DET", "CCONJ"].includes(tokens[to]!.tag)
  ) {
    to++;
    if (tokens[to - 1]!.tag === "NOUN" || tokens[to - 1]!.tag === "PROPN") noun = to;
  }
  const from = tokens[number.to + 1]?.tag === "DET" ? number.to + 2 : number.to + 1;
  return noun > from ? slice(from, noun) : null;
}
