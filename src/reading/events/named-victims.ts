// Persons killed by name. Comes in: an annotated sentence with actor mentions. Goes out: how many are named, and the words.
// Leaves alone: people without a name (people-groups.ts).
import type { EventKnowledge } from "../../knowledge/events.js";
import type { ActorMention } from "../../model/actor-mention.js";
import type { Annotated } from "./annotate.js";
import { isPassive } from "./casualty-groups.js";
import type { TokenRange } from "./noun-phrase.js";

export interface NamedVictims {
  readonly names: number;
  readonly who: string;
  readonly from: number;
  readonly to: number;
}

/** "the assassination of Karim Dahl, a judge, and Ilan Resh", "X and Y were shot dead": persons by name, as many as are named. */
export function namedVictims(annotated: Annotated, knowledge: EventKnowledge, text: string): NamedVictims[] {
  const { tokens } = annotated;
  return annotated.casualties.flatMap((word) => {
    if (!word.value.attributes.includes("killed") || word.value.attributes.length > 1) return [];
    const passive = isPassive(annotated, knowledge, word.from);
    const [from, to] = passive
      ? [clauseEdge(annotated, word.from - 1, -1) + 1, word.from]
      : [word.to, clauseEdge(annotated, word.to, 1)];
    const next = tokens[word.to];
    const opens =
      passive ||
      (word.value.forms.has("active") && /^\p{Ll}/u.test(tokens[word.from]!.text)) ||
      (word.value.forms.has("active") && tokens[word.from]!.tag === "VERB") ||
      (next !== undefined && knowledge.casualtyLink.has(next.lower));
    if (!opens) return [];
    const persons = annotated.actors.filter(
      (a) => a.from >= from && a.to <= to && isPerson(a.value) && !speaks(annotated, a),
    );
    if (persons.length === 0 || away(annotated, word, persons, passive)) return [];
    const [first, last] = [persons[0]!, persons.at(-1)!];
    const who = text.slice(first.value.start, last.value.end);
    return [
      { names: persons.length, who, from: Math.min(word.from, first.from), to: Math.max(word.to, last.to) },
    ];
  });
}

/** Words of a source: "... were killed, Judge Arno Vell said". */
function speaks(annotated: Annotated, person: TokenRange): boolean {
  return annotated.speech.some((s) => s.from < person.to && person.from < s.to);
}

/** Another number or another word for people hurt stands between: somebody else was killed. */
function away(
  annotated: Annotated,
  word: TokenRange,
  persons: readonly TokenRange[],
  passive: boolean,
): boolean {
  const [from, to] = passive ? [persons.at(-1)!.to, word.from] : [word.to, persons[0]!.from];
  const between = (found: TokenRange) => found.from >= from && found.to <= to;
  return (
    annotated.casualties.some(between) || annotated.quantities.some((q) => !q.value.article && between(q))
  );
}

/** From a token on, in this direction, up to a finite verb, a full stop or a quotation mark; 40 words at most. */
function clauseEdge(annotated: Annotated, at: number, direction: 1 | -1): number {
  let i = at;
  for (let steps = 0; steps < 40 && i >= 0 && i < annotated.tokens.length; steps++, i += direction) {
    const token = annotated.tokens[i]!;
    if (/^[;:!?"“”]$/u.test(token.text)) break;
    if (token.tag === "VERB" && ["VBD", "VBZ", "VBP"].includes(token.fine)) break;
  }
  return i;
}

/** A person by name, whether of the table or by title: two words in capitals, speaking for or belonging to a body. */
function isPerson(actor: ActorMention): boolean {
  return actor.person;
}
