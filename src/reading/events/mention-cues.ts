// Small words that tell whether a happening was told before: articles ("a car bomb"), one more ("another raid", "two more civilians"). In: a mention, or a sentence and the trigger of a stretch. Knowledge: knowledge/events/context.
// Leaves alone: definite nouns (mention-cuts.ts) and what the words decide (mention-fit.ts).
import type { EventKnowledge } from "../../knowledge/events.js";
import type { Annotated } from "./annotate.js";
import type { HappeningMention, Trigger } from "./mention.js";

/** Words between "another" and its noun: "another large car bomb". */
const MODIFIERS = 3;
const WITHIN_PHRASE: ReadonlySet<string> = new Set(["ADJ", "NOUN", "PROPN", "NUM", "VERB"]);

/** "another attack", "new air strikes", "another village": the word stands in the phrase of a happening or of a place; or words of another place or time do. */
export function tellsAnother(
  annotated: Annotated,
  triggers: readonly Trigger[],
  from: number,
  to: number,
  knowledge: EventKnowledge,
): boolean {
  const lower = (i: number) => annotated.tokens[i]?.lower;
  for (let i = from; i < to; i++) {
    if (knowledge.context.elsewhere.longestAt(lower, i) !== null) return true;
    if (!knowledge.more.has(annotated.tokens[i]!.lower)) continue;
    for (let at = i + 1; at <= i + 1 + MODIFIERS && at < to; at++) {
      if (triggers.some((t) => t.from === at && !t.verbal)) return true;
      if (knowledge.placeNouns.has(annotated.tokens[at]!.lower)) return true;
      if (!WITHIN_PHRASE.has(annotated.tokens[at]!.tag)) break;
    }
  }
  return false;
}

/** "Another seven people were killed in …", "17 other civilians were injured": others than those counted so far. */
export function tellsMoreVictims(
  { annotated, from, to, drafts }: HappeningMention,
  knowledge: EventKnowledge,
): boolean {
  const { tokens } = annotated;
  for (let i = from; i < to; i++) {
    if (!knowledge.more.has(tokens[i]!.lower)) continue;
    if (tokens[i - 1]?.tag !== "NUM" && tokens[i + 1]?.tag !== "NUM") continue;
    for (let head = i + 1; head <= i + MODIFIERS && head < to; head++) {
      const { tag, relation, head: verb } = tokens[head]!;
      if (tag !== "NOUN" || !relation.startsWith("nsubj")) continue;
      if (drafts.some((draft) => draft.from <= verb && verb < draft.to)) return true;
    }
  }
  return false;
}

/** "a car bomb", "one raid". */
export function isIndefinite(
  { annotated, triggers }: Pick<HappeningMention, "annotated" | "triggers">,
  knowledge: EventKnowledge,
): boolean {
  return triggers.some((trigger) => {
    for (let i = trigger.from - 1; i >= Math.max(0, trigger.from - 1 - MODIFIERS); i--) {
      const token = annotated.tokens[i]!;
      if (knowledge.indefinite.has(token.lower)) return true;
      if (!WITHIN_PHRASE.has(token.tag)) return false;
    }
    return false;
  });
}

/** The word belongs to the name of a body of the tables, and says nothing by itself: "the Coast Times". */
export function isInName({ actors }: Annotated, at: number): boolean {
  return actors.some((a) => a.value.id !== null && a.from <= at && at < a.to);
}
