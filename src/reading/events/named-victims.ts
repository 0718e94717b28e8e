// Persons killed or hurt by name. Comes in: an annotated sentence with actor mentions. Goes out: how many are named, and the words.
// Leaves alone: people without a name (people-groups.ts).
import type { CasualtyWord, EventKnowledge } from "../../knowledge/events.js";
import type { ActorMention } from "../../model/actor-mention.js";
import type { Annotated, Found } from "./annotate.js";
import { isPassive } from "./casualty-groups.js";
import type { TokenRange } from "./noun-phrase.js";

export interface NamedVictims {
  readonly attribute: "killed" | "injured";
  /** "named" of those killed on purpose; "by-name" of others: "was hurt in a blast", "died in the explosion". */
  readonly rule: "named" | "by-name";
  readonly names: number;
  readonly who: string;
  readonly from: number;
  readonly to: number;
}

/** "the assassination of Karim Dahl, a judge, and Ilan Resh", "X and Y were shot dead": persons by name, as many as are named. */
export function namedVictims(annotated: Annotated, knowledge: EventKnowledge, text: string): NamedVictims[] {
  const { tokens } = annotated;
  return annotated.casualties.flatMap((word) => {
    if (word.value.attributes.length > 1) return [];
    const attribute = word.value.attributes[0]!;
    const owner = ownerOf(annotated, word);
    if (owner !== null)
      return [
        {
          attribute,
          rule: "named",
          names: 1,
          who: text.slice(tokens[owner.from]!.start, tokens[owner.to - 1]!.end),
          from: owner.from,
          to: word.to,
        },
      ];
    const passive = isPassive(annotated, knowledge, word.from);
    const died = !passive && word.value.forms.has("intransitive") && tellsOfDeed(annotated);
    const [from, to] =
      passive || died
        ? [clauseEdge(annotated, word.from - 1, -1) + 1, word.from]
        : [word.to, clauseEdge(annotated, word.to, 1)];
    const next = tokens[word.to];
    const opens =
      passive ||
      died ||
      (word.value.forms.has("active") && /^\p{Ll}/u.test(tokens[word.from]!.text)) ||
      (word.value.forms.has("active") && tokens[word.from]!.tag === "VERB") ||
      (next !== undefined && knowledge.casualtyLink.has(next.lower));
    if (!opens) return [];
    const known: readonly TokenRange[] = annotated.actors.filter(
      (a) => a.from >= from && a.to <= to && isPerson(a.value) && !speaks(annotated, a),
    );
    const sole = known.length === 0 ? nameBeside(annotated, word, passive || died) : null;
    const persons = sole === null ? known : [sole];
    if (persons.length === 0 || away(annotated, word, persons, passive || died)) return [];
    const [first, last] = [persons[0]!, persons.at(-1)!];
    const who = text.slice(tokens[first.from]!.start, tokens[last.to - 1]!.end);
    return [
      {
        attribute,
        rule: !died && word.value.attributes.includes("killed") ? "named" : "by-name",
        names: persons.length,
        who,
        from: Math.min(word.from, first.from),
        to: Math.max(word.to, last.to),
      },
    ];
  });
}

/** Somebody who dies need not be killed: an attack or a weapon must be told beside it. */
function tellsOfDeed({ nouns, weapons }: Annotated): boolean {
  return nouns.length > 0 || weapons.length > 0;
}

/** "Senator Ola Berg's murder", "the murder": a name with "'s" right before a noun for killing. */
function ownerOf(annotated: Annotated, word: Found<CasualtyWord>): TokenRange | null {
  const { tokens, parsed, toponyms, actors } = annotated;
  if (!word.value.forms.has("noun") || tokens[word.from]!.tag !== "NOUN") return null;
  let at = word.from - 1;
  while (at > 0 && tokens[at]!.tag === "ADJ") at--;
  if (tokens[at]?.fine !== "POS") return null;
  const person = actors.find((a) => a.to === at && a.value.person);
  if (person !== undefined) return { from: person.from, to: at };
  let from = at;
  while (from > 0 && tokens[from - 1]!.tag === "PROPN" && /^\p{Lu}/u.test(tokens[from - 1]!.text)) from--;
  const other =
    toponyms.some((t) => t.from < at && from < t.to) || actors.some((a) => a.from < at && from < a.to);
  return at - from < 2 || other || parsed.tokens[at - 1]!.tag !== "PROPN" ? null : { from, to: at };
}

/** "Ola Berg was murdered", "the murder of Ola Berg": a name of two words that no place and no body bears. */
function nameBeside(annotated: Annotated, word: TokenRange, passive: boolean): TokenRange | null {
  const { tokens, toponyms, actors } = annotated;
  const isName = (i: number) => tokens[i]?.tag === "PROPN" && /^\p{Lu}\p{Ll}/u.test(tokens[i]!.text);
  let from = word.to + 1;
  let to = from;
  if (passive) {
    to = word.from;
    while (to > 0 && ["AUX", "ADV"].includes(tokens[to - 1]!.tag)) to--;
    from = to;
    while (from > 0 && isName(from - 1)) from--;
  } else {
    if (tokens[word.from]!.tag !== "NOUN") return null;
    while (isName(to)) to++;
  }
  const other =
    toponyms.some((t) => t.from < to && from < t.to) || actors.some((a) => a.from < to && from < a.to);
  return to - from < 2 || to - from > 5 || other ? null : { from, to };
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
