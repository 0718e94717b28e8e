// Place names inside the names of bodies and persons that the tables of actors know: "Jihad" in "Islamic Jihad", "Hama" in
// "Hamas". In: a match and the actors of its sentence. Out: what that says of it, as surroundings.ts says it; null where
// it stands by itself. Leaves alone: names that are a place's as well ("Kabul said"), and bodies that no table knows.
import type { ActorMention } from "../../model/actor-mention.js";
import type { Span } from "../../base/span.js";
import { covers } from "../../base/span.js";
import type { Match } from "./recognise.js";
import type { Surroundings } from "./surroundings.js";

/** For each sentence, its actors that bear a name of the tables. */
export function bodiesOf(sentences: readonly Span[], actors: readonly ActorMention[]): ActorMention[][] {
  let next = 0;
  return sentences.map((sentence) => {
    const inside: ActorMention[] = [];
    for (; next < actors.length && actors[next]!.start < sentence.end; next++)
      if (actors[next]!.id !== null) inside.push(actors[next]!);
    return inside;
  });
}

/** In a body of the same country, or of none, it locates nothing but tells of its country; else it is no place. */
export function insideBody(match: Match, bodies: readonly ActorMention[]): Surroundings | null {
  if (match.basis === "demonym") return null;
  const body = bodyOver(match, bodies);
  if (body === null) return null;
  // a small town of a body's name, or one of a like spelling, is not what is meant
  const whole = body.start === match.start && body.end === match.end;
  if (whole && match.basis === "name") return null;
  const around = { precision: null, relation: null, located: false };
  const rule = body.derivation.rule;
  const cutShort = body.start === match.start && body.end - match.end === 1;
  const kindred = match.rows.some((row) => body.country === null || row.country === body.country);
  return kindred && !cutShort && !whole
    ? { ...around, rejected: null, adjectival: rule }
    : { ...around, rejected: rule, adjectival: null };
}

/** The body whose name the words are in. Actors do not overlap and stand in text order. */
export function bodyOver(match: Span, bodies: readonly ActorMention[]): ActorMention | null {
  let low = 0;
  let high = bodies.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (bodies[middle]!.end < match.end) low = middle + 1;
    else high = middle;
  }
  const body = bodies[low];
  return body !== undefined && covers(body, match) ? body : null;
}
