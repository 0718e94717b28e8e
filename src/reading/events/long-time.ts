// What is told of a long time or a whole war is a number, no event: "since the war began", "so far this year". In: the triggers of a
// stretch. Out: whether such words are said of them. Knowledge: knowledge/events/context, long. Leaves alone: numbers (tallies).
import type { EventKnowledge } from "../../knowledge/events.js";
import type { Annotated } from "./annotate.js";
import type { Trigger } from "./mention.js";
import { datelineEnd } from "./dateline.js";
import { isIndefinite, isInName } from "./mention-cues.js";
import { opensWith } from "./mention-cuts.js";

/** "since the war began", "so far this year": said of the happening itself, which has no day or month of its own. */
export function isOfLongTime(
  annotated: Annotated,
  triggers: readonly Trigger[],
  from: number,
  to: number,
  knowledge: EventKnowledge,
): boolean {
  const lower = (i: number) => annotated.tokens[i]?.lower;
  // the day of the dateline is that of the report
  const written = datelineEnd(annotated);
  const times = annotated.times.filter((t) => t.from >= Math.max(from, written) && t.from < to);
  const datedUpTo = (at: number) =>
    times.some(
      ({ from: first, value }) =>
        first <= at &&
        value.locatesEvents &&
        (value.signal ?? null) === null &&
        /^\d{4}-\d{2}(-\d{2})?[?~]?$/u.test(value.date ?? ""),
    );
  if (countsSince(annotated, triggers, to, knowledge)) return true;
  for (let i = from; i < to; i++) {
    const long = knowledge.context.long.longestAt(lower, i) ?? inCompound(annotated, i, knowledge);
    if (
      long === null ||
      isMultiple(annotated, i + long.words.length) ||
      isInName(annotated, i) ||
      datedUpTo(i)
    )
      continue;
    if (isShort(annotated, i + long.words.length, knowledge) || isRank(annotated, i, knowledge)) continue;
    // "since rebels seized the east": the clause that it opens is told
    const opens = knowledge.context.separating.longestAt(lower, i) !== null;
    const sinceWhen = times.some((t) => t.from > i && t.from <= i + 2);
    if (
      opens &&
      !sinceWhen &&
      triggers.every((t) => t.from > i) &&
      triggers.some((t) => opensWith(annotated, i, t))
    )
      continue;
    // "a bombing last year": one, and when
    const year = times.some((t) => t.from <= i && i < t.to && t.value.locatesEvents);
    if (year && (isIndefinite({ annotated, triggers }, knowledge) || triggers.some(isControl))) continue;
    if (!standsApart(annotated, triggers, i, knowledge)) return true;
  }
  return false;
}

/** "in the 30-month war", "a five-year conflict": the unit is the end of a compound. */
function inCompound({ tokens }: Annotated, at: number, { context }: EventKnowledge) {
  const hyphen = tokens[at]!.lower.lastIndexOf("-");
  if (hyphen <= 0) return null;
  return context.long.longestAt(
    (i) => (i === at ? tokens[i]!.lower.slice(hyphen + 1) : tokens[i]?.lower),
    at,
  );
}

/** "three times bigger": how much, and not how often. */
function isMultiple({ tokens }: Annotated, at: number): boolean {
  return ["JJR", "RBR"].includes(tokens[at]?.fine ?? "");
}

/** "101 fighters have been killed" before "since the army launched its offensive": a number over that time. */
function countsSince(
  { tokens, casualties }: Annotated,
  triggers: readonly Trigger[],
  at: number,
  knowledge: EventKnowledge,
): boolean {
  if (at >= tokens.length || knowledge.context.long.longestAt((i) => tokens[i]?.lower, at) === null)
    return false;
  const [first] = triggers;
  return (
    triggers.length === 1 &&
    casualties.some((word) => word.from === first!.from) &&
    tokens
      .slice(Math.max(0, first!.from - PERFECT), first!.from)
      .some(({ lower }) => knowledge.have.has(lower))
  );
}

/** "have already been" */
const PERFECT = 3;

/** Words after the phrase in which a unit of hours or days stands: "in the past 24 hours". */
const UNIT = 3;
/** Words between a rank and its time: "the deadliest raid on the besieged town this year". */
const RANKED = 12;

/** What was done in the past 24 hours is told as done; people killed in them are a number over a time. */
function isShort({ tokens, casualties }: Annotated, at: number, { short }: EventKnowledge): boolean {
  return casualties.length === 0 && tokens.slice(at, at + UNIT).some(({ lower }) => short.has(lower));
}

/** "one of the deadliest raids this year", "the third such attack since May": one, by its place among many. */
function isRank({ tokens }: Annotated, at: number, { ranking }: EventKnowledge): boolean {
  for (let i = at - 1; i >= Math.max(0, at - RANKED); i--) {
    const { tag, fine, lower } = tokens[i]!;
    if (fine === "JJS" || ranking.has(lower)) return true;
    if (tag === "VERB" || (tag === "PUNCT" && tokens[i]!.text !== "-")) return false;
  }
  return false;
}

function isControl({ happening, verbal }: Trigger): boolean {
  return verbal && happening?.family === "control";
}

const RELATIVE: ReadonlySet<string> = new Set(["WDT", "WP"]);
/** "which has been held by rebels since" */
const CLAUSE = 16;

/** "in a city that has been divided since 2012": the phrase belongs to a clause that tells no happening. */
function standsApart(
  annotated: Annotated,
  triggers: readonly Trigger[],
  at: number,
  knowledge: EventKnowledge,
): boolean {
  const { tokens } = annotated;
  // "that has been divided since": the same, where the tree has lost it
  for (let i = at - 1; i >= Math.max(0, at - CLAUSE) && !triggers.some((t) => t.from <= i && i < t.to); i--)
    if (RELATIVE.has(tokens[i]!.fine) && knowledge.have.has(tokens[i + 1]!.lower)) return true;
  for (let i = at, steps = 0; i >= 0 && steps < 8; i = tokens[i]!.head, steps++) {
    if (triggers.some((t) => t.from <= i && i < t.to)) return false;
    if (tokens[i]!.relation === "acl:relcl") return true;
  }
  return false;
}
