// Small words that tell whether a happening was told before: articles ("a car bomb"), one more ("another raid", "two more civilians"). In: a mention, or a sentence and the trigger of a stretch. Knowledge: knowledge/events/context.
// Leaves alone: definite nouns (mention-cuts.ts) and what the words decide (mention-fit.ts).
import type { EventKnowledge } from "../../knowledge/events.js";
import type { PhraseIndex } from "../../knowledge/phrases.js";
import type { Annotated } from "./annotate.js";
import { datelineEnd } from "./dateline.js";
import { isDefinite } from "./mention-cuts.js";
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
    if (knowledge.also.has(annotated.tokens[i]!.lower) && addsDeed(triggers, i + 1)) return true;
    if (!knowledge.more.has(annotated.tokens[i]!.lower)) continue;
    if (knowledge.pointing.has(annotated.tokens[i - 1]?.lower ?? "")) continue;
    for (let at = i + 1; at <= i + 1 + MODIFIERS && at < to; at++) {
      if (triggers.some((t) => t.from === at && !t.verbal)) return true;
      if (knowledge.placeNouns.has(annotated.tokens[at]!.lower)) return true;
      if (!WITHIN_PHRASE.has(annotated.tokens[at]!.tag)) break;
    }
  }
  return false;
}

/** "also shelled a village", but not "also wounded two": one more target is one more attack. */
function addsDeed(triggers: readonly Trigger[], at: number): boolean {
  return triggers.some(
    ({ from, verbal, happening }) =>
      from === at &&
      verbal &&
      happening !== null &&
      happening.object === "target" &&
      happening.needs === null,
  );
}

/** Words before such a phrase: "Just two days earlier, …". */
const LEAD = 3;

/** "In a separate incident, …", "Two days earlier, …" before a deed that is told with no word that points back. */
export function opensAnother(
  annotated: Annotated,
  triggers: readonly Trigger[],
  knowledge: EventKnowledge,
): boolean {
  const start = datelineEnd(annotated);
  for (let at = start; at <= start + LEAD; at++) {
    if (!opensAt(annotated, knowledge.context.opening, at)) continue;
    if (triggers.some(isTold)) return true;
  }
  return triggers.some(
    ({ from, verbal }) => !verbal && opensAt(annotated, knowledge.context.separate, from - 2),
  );

  function isTold({ from, happening, weapon, verbal }: Trigger): boolean {
    return (
      (happening !== null || weapon?.as === "strike") && (verbal || !isDefinite(annotated, from, knowledge))
    );
  }
}

/** "In Taiz, two people died": a preposition of place and a name before the clause. */
export function setsScene(annotated: Annotated, knowledge: EventKnowledge): boolean {
  const { tokens } = annotated;
  const at = datelineEnd(annotated);
  if (!knowledge.roles.where.has(tokens[at]?.lower ?? "")) return false;
  const name = tokens.findIndex(({ tag }, i) => i > at && tag === "PROPN");
  return (
    name > at &&
    name - at <= LEAD + 1 &&
    !annotated.times.some((t) => t.from <= name && name < t.to) &&
    tokens
      .slice(at + 1, name)
      .every(({ tag }) => WITHIN_PHRASE.has(tag) || tag === "DET" || tag === "ADP" || tag === "PART")
  );
}

/** A phrase of the list begins at this token. */
export function opensAt({ tokens }: Annotated, phrases: PhraseIndex<string>, at: number): boolean {
  return phrases.longestAt((i) => tokens[i]?.lower, at) !== null;
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

/** "Air raids hit a depot": told without article or number. */
export function isBareSubject({ tokens }: Annotated, triggers: readonly Trigger[], main: Trigger): boolean {
  if (!main.verbal) return false;
  return triggers.some(({ verbal, from, to }) => {
    const { fine, relation, head } = tokens[to - 1]!;
    if (verbal || fine !== "NNS" || !relation.startsWith("nsubj") || head < main.from || head >= main.to)
      return false;
    let at = from - 1;
    while (at >= 0 && ["ADJ", "NOUN", "PROPN"].includes(tokens[at]!.tag) && tokens[at]!.fine !== "NNP$") at--;
    return at < 0 || !["DET", "NUM", "PRON", "PART"].includes(tokens[at]!.tag);
  });
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

/** "Tags Ukraine drones Odesa": a run of key words before the sentence that they are glued to. */
export function inKeyWords({ tokens }: Annotated, at: number, knowledge: EventKnowledge): boolean {
  return (
    knowledge.keyWords.has(tokens[0]?.lower ?? "") &&
    tokens.slice(1, at + 1).every(({ tag }) => !["DET", "AUX", "ADP", "PRON", "SCONJ"].includes(tag))
  );
}

/** The word belongs to the name of a body of the tables, and says nothing by itself: "the Coast Times". */
export function isInName({ actors }: Annotated, at: number): boolean {
  return actors.some((a) => a.value.id !== null && a.from <= at && at < a.to);
}
