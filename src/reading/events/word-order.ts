// Phrases by the order of words, for texts whose trees go wrong: headlines, texts that lost their commas, nouns with long tails.
// Comes in: an annotated sentence and a token. Goes out: the head of the noun phrase there, or what a noun's tail names ("by X",
// "on Y"). Knowledge: knowledge/events/roles. Leaves alone: whether that can act or be attacked (roles.ts).
import type { EventKnowledge } from "../../knowledge/events.js";
import type { Annotated } from "./annotate.js";

export interface Phrase {
  readonly from: number;
  readonly head: number;
  readonly to: number;
}

const INSIDE = new Set(["DET", "ADJ", "NUM", "PRON"]);
const LONGEST_PHRASE = 12;
const LONGEST_TAIL = 26;

/** The noun phrase that begins here: modifiers, nouns, the names that earlier stages found; none where no noun comes. */
export function phraseAt(annotated: Annotated, from: number): Phrase | null {
  const { tokens } = annotated;
  let head: number | null = null;
  let i = from;
  while (i < tokens.length && i - from < LONGEST_PHRASE) {
    const { tag, fine, text } = tokens[i]!;
    const name = annotated.actors.find((a) => a.from === i);
    if (head !== null && annotated.verbs.some((v) => v.from === i)) break;
    if (head !== null && annotated.times.some((t) => t.from === i)) break;
    if (name !== undefined) {
      head = name.to - 1;
      i = name.to;
      continue;
    }
    if (tag === "NOUN" || tag === "PROPN") head = i;
    else if (head !== null && ["DET", "PRON", "NUM"].includes(tag)) break;
    else if (
      !INSIDE.has(tag) &&
      !(tag === "ADV" && head === null) &&
      !(fine === "VBN" && opensNoun(annotated, i)) &&
      !/^[-'’"“”]/u.test(text)
    )
      break;
    i++;
  }
  return head === null ? null : { from, head, to: head + 1 };
}

/** "foreign-sponsored militants": a participle right before a noun. */
function opensNoun(annotated: Annotated, at: number): boolean {
  const next = annotated.tokens[at + 1];
  return next !== undefined && ["NOUN", "PROPN", "ADJ"].includes(next.tag);
}

export interface Tail {
  readonly agents: readonly number[];
  readonly aims: readonly number[];
}

/**
 * What follows a noun for a deed, phrase after phrase: "the attack late on Monday by rebels on a mill", "strikes allegedly carried
 * out by jets", "shells fired by rebels at a school". Ends at a verb of its own, a mark, or "and".
 */
export function tailOf(annotated: Annotated, at: number, attack: boolean, knowledge: EventKnowledge): Tail {
  const { tokens } = annotated;
  const { agent, target, of } = knowledge.roles;
  const agents: number[] = [];
  const aims: number[] = [];
  let described = false;
  let i = at;
  while (i < tokens.length && i - at < LONGEST_TAIL) {
    const { tag, fine, lower, text } = tokens[i]!;
    const time = annotated.times.find((t) => t.from === i || t.from === i + 1);
    if (time !== undefined && (time.from === i || tag === "ADP")) {
      i = time.to;
      continue;
    }
    if (agent.has(lower) || target.has(lower) || of.has(lower)) {
      const phrase = phraseAt(annotated, i + 1);
      if (phrase === null) {
        if (target.has(lower)) break;
        i++;
        continue;
      }
      if (agent.has(lower)) {
        if (agents.length === 0 && !described) agents.push(phrase.head);
      } else if (target.has(lower) || (attack && agents.length === 0 && i === at)) aims.push(phrase.head);
      i = phrase.to;
      continue;
    }
    if (tag === "ADP" || knowledge.roles.where.has(lower)) {
      i = phraseAt(annotated, i + 1)?.to ?? i + 1;
      continue;
    }
    const carried =
      fine === "VBN" && (knowledge.roles.carriers.has(lower) || annotated.verbs.some((v) => v.from === i));
    const follows = tokens[i + 1];
    if (carried && follows !== undefined && ["ADP", "PART", "ADV"].includes(follows.tag)) {
      i++;
      continue;
    }
    // "a village held by rebels": whoever holds it did nothing here
    const reduced = fine === "VBN" && follows !== undefined && ["ADP", "PART"].includes(follows.tag);
    if (reduced) described = true;
    const passes =
      tag === "ADV" ||
      reduced ||
      (["PRON", "DET"].includes(tag) && fine === "WDT") ||
      (tag === "AUX" && i > at) ||
      /^[()"“”]/u.test(text);
    if (!passes) break;
    i++;
  }
  return { agents, aims };
}
