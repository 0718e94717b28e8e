// Where a target could stand, and what stands there without being one: people counted, those accused, the verb itself.
// Comes in: an annotated sentence and a head token. Knowledge: knowledge/events/roles. Leaves alone: who acts (roles.ts).
import type { EventKnowledge } from "../../knowledge/events.js";
import type { Annotated } from "./annotate.js";
import type { TokenRange } from "./noun-phrase.js";
import { isThing } from "./role-words.js";

/** "blew himself up": told by a verb, not by a noun. */
export function isVerbal(annotated: Annotated, from: number): boolean {
  return annotated.tokens[from]!.tag === "VERB" || annotated.tokens[from]!.fine.startsWith("VB");
}

/** "blamed the attack on X". */
export function isBlamed(annotated: Annotated, from: number, knowledge: EventKnowledge): boolean {
  return annotated.tokens
    .slice(Math.max(0, from - 4), from)
    .some((token) => knowledge.roles.blaming.has(token.lower));
}

/** "a raid on the old market": the head of the noun phrase right after a preposition of aim, whatever the tree says. */
export function targetAfter(
  annotated: Annotated,
  at: number,
  beside: boolean,
  knowledge: EventKnowledge,
): number | null {
  const { tokens } = annotated;
  const front = beside ? knowledge.front.longestAt((i) => tokens[i]?.lower, at) : null;
  const to = front === null ? at : at + front.words.length - 1;
  const preposition = tokens[to]?.lower ?? "";
  if (
    front === null &&
    !knowledge.roles.target.has(preposition) &&
    !(beside && knowledge.roles.beside.has(preposition))
  )
    return null;
  let head: number | null = null;
  for (let i = to + 1; i < tokens.length && i - to < 9; i++) {
    const { tag, fine } = tokens[i]!;
    if (tag === "NOUN" || tag === "PROPN") head = i;
    else if (
      !["DET", "ADJ", "NUM", "PRON"].includes(tag) &&
      fine !== "VBN" &&
      !/^[-'’]/u.test(tokens[i]!.text)
    )
      break;
  }
  const only = front !== null || !knowledge.roles.target.has(preposition);
  if (head !== null && only && !(isThing(annotated, head) && !isDistrict(annotated, to, head, knowledge)))
    return null;
  return head;
}

/** "in the Salt quarter": a part of a town, where it happened. */
function isDistrict(annotated: Annotated, from: number, to: number, knowledge: EventKnowledge): boolean {
  return annotated.tokens.slice(from, to + 1).some(({ lower }) => knowledge.districts.has(lower));
}

/** "the attack that they blame on X": X is no aim. */
export function isAccused(annotated: Annotated, head: number, knowledge: EventKnowledge): boolean {
  const mark = annotated.parsed.dependents[head]!.find(
    (d) => d < head && annotated.parsed.tokens[d]!.relation === "case",
  );
  return mark !== undefined && knowledge.roles.blaming.has(annotated.tokens[mark - 1]?.lower ?? "");
}

/** "killing nine villagers": people hurt are counted, not attacked; "at least 9" is no aim. */
export function isCounted(annotated: Annotated, head: number): boolean {
  const mark = annotated.parsed.dependents[head]!.find(
    (d) => d < head && annotated.parsed.tokens[d]!.relation === "case",
  );
  const atLeast = annotated.quantities.some(
    (q) =>
      q.to <= head &&
      head - q.to < 4 &&
      (q.from === mark || annotated.tokens[q.from]!.tag === "ADP") &&
      // "around 20 rebels attacked a clinic"
      !annotated.tokens.slice(q.to, head).some((token) => token.tag === "VERB"),
  );
  if (atLeast && annotated.casualties.length > 0) return true;
  return isHurt(annotated, head);
}

/** "killing nine villagers": those whom the verb before them hurt. */
export function isHurt(annotated: Annotated, head: number): boolean {
  return annotated.casualties.some(
    (word) =>
      word.from <= head &&
      head - word.to < 6 &&
      // "rebels burned four trucks": what can only be suffered
      (word.value.forms.size > 1 || !word.value.forms.has("passive")) &&
      !annotated.tokens
        .slice(word.to, head)
        .some((token) => ["ADP", "VERB", "PUNCT", "SCONJ"].includes(token.tag) || token.fine === "WDT"),
  );
}

/** "targeted children": the verb that the tree takes for a participle is none of the words for what was attacked. */
export function afterVerb(annotated: Annotated, range: TokenRange, head: number): TokenRange {
  const verb = annotated.verbs.findLast((v) => v.from >= range.from && v.to <= head);
  return verb === undefined ? range : { from: Math.min(verb.to, head), to: range.to };
}

/** "a rocket destroyed a mill": what it destroyed was hit; whoever else destroys a thing may not attack it. */
export function isArms(annotated: Annotated, head: number): boolean {
  return annotated.weapons.some((w) => w.from <= head && head < w.to);
}

/** "the attack at dawn on Monday against a mill": past what tells when and where. */
export function targetAgainst(annotated: Annotated, from: number, knowledge: EventKnowledge): number | null {
  for (let i = from; i < annotated.tokens.length && i - from < 14; i++) {
    const { tag, lower } = annotated.tokens[i]!;
    if (tag === "VERB" || tag === "SCONJ" || /^[.;:!?]$/u.test(lower)) return null;
    if (knowledge.roles.against.has(lower)) return targetAfter(annotated, i, false, knowledge);
    const known = [...annotated.times, ...annotated.toponyms].some(
      (found) => found.from <= i && i < found.to,
    );
    if ((tag === "NOUN" || tag === "CCONJ") && !known) return null;
  }
  return null;
}

/** "at about 2 pm": a head that is, or is followed by, a time. */
export function isOfTime(annotated: Annotated, head: number): boolean {
  return annotated.times.some(
    (t) =>
      t.from <= head + 2 &&
      head < t.to &&
      (t.from <= head ||
        (t.value.timeOfDay !== null &&
          /^\p{Ll}+$/u.test(annotated.tokens[head]!.text) &&
          annotated.tokens.slice(head + 1, t.from).every((token) => token.tag === "PUNCT"))),
  );
}
