// Phrases by the order of words, for texts whose trees go wrong: headlines, texts that lost their commas, nouns with long tails.
// Comes in: an annotated sentence and a token. Goes out: the head of the noun phrase there, or what a noun's tail names ("by X",
// "on Y"). Knowledge: knowledge/events/roles. Leaves alone: whether that can act or be attacked (roles.ts).
import type { EventKnowledge } from "../../knowledge/events.js";
import type { Annotated } from "./annotate.js";
import { acts } from "./role-words.js";

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
        if (agents.length === 0 && !described) {
          agents.push(phrase.head);
          const joined = tokens[phrase.to]?.tag === "CCONJ" ? phraseAt(annotated, phrase.to + 1) : null;
          if (joined !== null && acts(annotated, knowledge, joined.head)) {
            agents.push(joined.head);
            i = joined.to;
            continue;
          }
        }
      } else if (target.has(lower) || (attack && agents.length === 0 && i === at)) aims.push(phrase.head);
      i = phrase.to;
      continue;
    }
    const doer = agents.length === 0 ? carrierClause(annotated, i, knowledge) : null;
    if (doer !== null) {
      agents.push(doer.head);
      i = doer.to;
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

/** "the massacre that rebels carried out": who does the verb that only carries the noun before. */
function carrierClause(
  annotated: Annotated,
  at: number,
  knowledge: EventKnowledge,
): { readonly head: number; readonly to: number } | null {
  const { tokens } = annotated;
  const from = ["WDT", "WP"].includes(tokens[at]!.fine) || tokens[at]!.relation === "mark" ? at + 1 : at;
  const phrase = phraseAt(annotated, from);
  if (phrase === null) return null;
  let i = phrase.to;
  while (i < tokens.length && ["AUX", "ADV"].includes(tokens[i]!.tag) && !knowledge.be.has(tokens[i]!.lower))
    i++;
  const verb = tokens[i];
  return verb !== undefined && knowledge.roles.carriers.has(verb.lower)
    ? { head: phrase.head, to: i + 1 }
    : null;
}

/** "targeted on Wednesday morning a mill": the thing after an active verb, past adverbs and times; none after "by". */
export function objectAfter(annotated: Annotated, at: number, knowledge: EventKnowledge): number | null {
  const { tokens } = annotated;
  let i = at;
  while (i < tokens.length && i - at < LONGEST_PHRASE) {
    const { tag, lower } = tokens[i]!;
    const time = annotated.times.find((t) => t.from === i || t.from === i + 1);
    if (knowledge.roles.agent.has(lower)) return null;
    if (time !== undefined && (time.from === i || tag === "ADP")) i = time.to;
    else if (tag === "ADV") i++;
    else break;
  }
  if (tokens[i]?.tag === "PRON" && !tokens[i]!.fine.endsWith("$")) return null;
  // "at least ten towers": a number with its hedge opens the phrase
  const counted = annotated.quantities.find((q) => q.from === i && !q.value.article);
  const phrase = phraseAt(annotated, counted?.to ?? i);
  if (phrase === null) return null;
  return knowledge.roles.agent.has(tokens[phrase.to]?.lower ?? "") ? null : phrase.head;
}

const LONGEST_SUBJECT = 26;

/** "four clinics and a bank in the old city were hit": the first thing of the clause before a verb that no preposition governs. */
export function subjectBefore(annotated: Annotated, verb: number): number | null {
  const { tokens } = annotated;
  let end = verb;
  while (end > 0 && ["AUX", "ADV", "PART"].includes(tokens[end - 1]!.tag)) end--;
  // "have fought and seized": its subject stands with another verb
  if (tokens[end - 1]?.tag === "CCONJ") return null;
  let from = end;
  while (from > 0 && end - from < LONGEST_SUBJECT) {
    const { tag, fine, text } = tokens[from - 1]!;
    if (tag === "PUNCT" && !/^["“”()[\]-]$/u.test(text)) break;
    const reduced = fine === "VBN" && (opensNoun(annotated, from - 1) || tokens[from]!.tag === "ADP");
    if (tag === "SCONJ" || tag === "AUX" || (tag === "VERB" && !reduced)) break;
    from--;
  }
  for (let i = from; i < end; i++) {
    const { tag } = tokens[i]!;
    const time = annotated.times.find((t) => t.from <= i && i < t.to);
    if (time !== undefined) {
      i = time.to - 1;
      continue;
    }
    if (tag === "ADP") {
      const phrase = phraseAt(annotated, i + 1);
      const of = tokens[i - 1]?.tag === "NUM" && tokens[i]!.lower;
      if (of && phrase !== null) return phrase.head;
      if (phrase !== null) i = phrase.to - 1;
      continue;
    }
    const phrase = phraseAt(annotated, i);
    if (phrase !== null && phrase.to <= end) return phrase.head;
  }
  return null;
}
