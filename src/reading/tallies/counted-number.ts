// What a number of a sentence counts: happenings ("604 breaches", "shelled 31 times", "the fourth such attack") or people to whom
// something was done ("killed 58 villagers", "58 people have been killed", "the toll stands at 58", "including 9 children").
// Comes in: one sentence. Goes out: numbers with what they count, in text order. Knowledge: knowledge/tallies.
// Leaves alone: whether it is a tally at all (coverage.ts).
import type { Counted, TallyKnowledge } from "../../knowledge/tallies.js";
import type { Count } from "../../model/count.js";
import { exactly } from "../../model/count.js";
import type { Quantity } from "../../model/quantity.js";
import type { ParsedToken } from "../../model/syntax.js";
import type { Ground } from "./ground.js";

export interface CountedNumber {
  readonly counted: Counted;
  readonly count: Count;
  /** "event": it counts happenings; "people": people or things to which something was done. */
  readonly of: "event" | "people";
  /** The words of number and what it counts. */
  readonly from: number;
  readonly to: number;
  /** The noun counted, where it is not the happening itself: range of tokens. */
  readonly noun: { readonly from: number; readonly to: number } | null;
  /** An ordinal, or a number of times: told of the whole by its very words. */
  readonly repeated: boolean;
}

/** How far the counted noun may stand from its number, and the words for what was done from them, in tokens. */
const NOUN_GAP = 5;
const FOLLOW_GAP = 28;
const HEAD_GAP = 14;
const LEAD_LENGTH = 5;

export function countedNumbers(ground: Ground, knowledge: TallyKnowledge): CountedNumber[] {
  const found: CountedNumber[] = [];
  let previous: { readonly number: CountedNumber; readonly quantity: Quantity } | null = null;
  for (const quantity of ground.quantities) {
    const number: CountedNumber | null =
      timesNumber(ground, quantity, knowledge) ??
      eventNumber(ground, quantity, knowledge) ??
      headNumber(ground, quantity, knowledge) ??
      leadNumber(ground, quantity, knowledge) ??
      (previous !== null && isPart(ground, previous.number, quantity, knowledge)
        ? peopleNumber(ground, quantity, previous.number.counted, quantity.first, quantity.head)
        : followNumber(ground, quantity, knowledge));
    if (number !== null) found.push(number);
    previous = number === null || number.of === "event" ? null : { number, quantity };
  }
  return [...found, ...ordinalNumbers(ground, knowledge)].sort((a, b) => a.from - b.from);
}

function lowerOf({ tokens }: Ground): (index: number) => string | undefined {
  return (i) => tokens[i]?.lower;
}

/** "shelled at least 31 times". */
function timesNumber(
  ground: Ground,
  quantity: Quantity,
  { times, attacked }: TallyKnowledge,
): CountedNumber | null {
  const lower = lowerOf(ground);
  const phrase = times.longestAt(lower, quantity.head);
  if (phrase === null) return null;
  for (let i = quantity.first - 1; i >= Math.max(0, quantity.first - HEAD_GAP); i--)
    if (attacked.longestAt(lower, i) !== null)
      return {
        counted: phrase.value,
        count: quantity.count,
        of: "event",
        from: i,
        to: quantity.head + phrase.words.length,
        noun: null,
        repeated: true,
      };
  return null;
}

/** "604 breaches", "dozens of Marsan air strikes". */
function eventNumber(ground: Ground, quantity: Quantity, { nouns }: TallyKnowledge): CountedNumber | null {
  const lower = lowerOf(ground);
  for (let i = quantity.head; i < Math.min(ground.tokens.length, quantity.head + NOUN_GAP); i++) {
    const token = ground.tokens[i]!;
    const phrase = nouns.longestAt(lower, i);
    if (phrase !== null && !isVerbal(token)) {
      const to = i + phrase.words.length;
      return {
        counted: phrase.value,
        count: quantity.count,
        of: isPeople(phrase.value) ? "people" : "event",
        from: quantity.first,
        to,
        noun: null,
        repeated: false,
      };
    }
    if (!isModifier(token)) return null;
  }
  return null;
}

/** Whether a noun counts people as such ("deaths") and no happenings. */
function isPeople({ id }: Counted): boolean {
  return PEOPLE.has(id);
}
const PEOPLE: ReadonlySet<string> = new Set(["killed", "injured", "killed-and-injured", "displaced"]);

/** "the death toll … at 310000", "brought to 62 the number killed". */
function headNumber(
  ground: Ground,
  quantity: Quantity,
  { heads, reaches, articles }: TallyKnowledge,
): CountedNumber | null {
  const lower = lowerOf(ground);
  const after = heads.longestAt(
    lower,
    articles.has(lower(quantity.head) ?? "") ? quantity.head + 1 : quantity.head,
  );
  if (after !== null)
    return peopleNumber(
      ground,
      quantity,
      after.value,
      quantity.first,
      quantity.head + after.words.length + 1,
    );
  if (!reaches.has(lower(quantity.first - 1) ?? "")) return null;
  for (let i = quantity.first - 1; i >= Math.max(0, quantity.first - HEAD_GAP); i--) {
    const phrase = heads.longestAt(lower, i);
    if (phrase !== null) return peopleNumber(ground, quantity, phrase.value, i, quantity.head);
  }
  return null;
}

/** "killed 58 villagers". */
function leadNumber(ground: Ground, quantity: Quantity, { leads }: TallyKnowledge): CountedNumber | null {
  const lower = lowerOf(ground);
  const before = ground.tokens[quantity.first - 1];
  const end =
    before !== undefined && (before.tag === "DET" || before.tag === "ADV")
      ? quantity.first - 1
      : quantity.first;
  for (let length = Math.min(LEAD_LENGTH, end); length > 0; length--) {
    const phrase = leads.allAt(lower, end - length).find(({ words }) => words.length === length);
    if (phrase === undefined) continue;
    if (isPassive(ground, end - 1)) return null;
    return peopleNumber(ground, quantity, phrase.value, end - length, quantity.head);
  }
  return null;
}

/** "58 people have been killed". */
function followNumber(
  ground: Ground,
  quantity: Quantity,
  { follows, does, relatives, ofPeople, parts }: TallyKnowledge,
): CountedNumber | null {
  const lower = lowerOf(ground);
  const starts = new Set(ground.quantities.filter((other) => other !== quantity).map((other) => other.first));
  for (let i = quantity.head; i < Math.min(ground.tokens.length, quantity.head + FOLLOW_GAP); i++) {
    const word = lower(i)!;
    if (word === ";" || word === ":" || (relatives.has(word) && !ofPeople.has(word))) return null;
    if (starts.has(i) && parts.longestAt(lower, i - 1) === null && lower(i - 1) !== ",") return null;
    const done = does.longestAt(lower, i);
    if (done !== null)
      return peopleNumber(ground, quantity, done.value, quantity.first, i + done.words.length);
    const phrase = follows.longestAt(lower, i);
    if (phrase !== null && !isActive(ground, i + phrase.words.length - 1))
      return peopleNumber(ground, quantity, phrase.value, quantity.first, i + phrase.words.length);
  }
  return null;
}

/** "including 11 women nine children and one rescue worker": only the people before and words that join stand between. */
function isPart(
  ground: Ground,
  before: CountedNumber,
  quantity: Quantity,
  { parts }: TallyKnowledge,
): boolean {
  const lower = lowerOf(ground);
  const from = before.noun?.to ?? before.to;
  if (quantity.first < from || quantity.first - from > NOUN_GAP) return false;
  for (let i = from; i < quantity.first;) {
    const joined = parts.longestAt(lower, i);
    if (
      joined === null &&
      lower(i) !== "," &&
      lower(i) !== "-" &&
      !isModifier(ground.tokens[i]!) &&
      ground.tokens[i]!.tag !== "ADP"
    )
      return false;
    i += joined?.words.length ?? 1;
  }
  return true;
}

function peopleNumber(
  ground: Ground,
  quantity: Quantity,
  counted: Counted,
  from: number,
  to: number,
): CountedNumber {
  const noun = nounAfter(ground.tokens, quantity.head);
  return {
    counted,
    count: quantity.count,
    of: "people",
    from: Math.min(from, quantity.first),
    to: Math.max(to, noun?.to ?? 0),
    noun,
    repeated: false,
  };
}

/** "the fourth such attack", "for the second time". */
function ordinalNumbers(ground: Ground, { ordinals, such, nouns }: TallyKnowledge): CountedNumber[] {
  const lower = lowerOf(ground);
  const found: CountedNumber[] = [];
  for (let i = 0; i < ground.tokens.length; i++) {
    const nth = ordinals.get(lower(i)!);
    if (nth === undefined) continue;
    let at = i + 1;
    while (such.has(lower(at) ?? "") || (at - i < NOUN_GAP && ground.tokens[at]?.tag === "ADJ")) at++;
    const noun = nouns.longestAt(lower, at);
    if (noun !== null && !isPeople(noun.value))
      found.push({
        counted: noun.value,
        count: exactly(nth),
        of: "event",
        from: i,
        to: at + noun.words.length,
        noun: null,
        repeated: true,
      });
  }
  return found;
}

/** The noun phrase that begins at a token: modifiers and a run of nouns. */
function nounAfter(tokens: readonly ParsedToken[], at: number): CountedNumber["noun"] {
  let to = at;
  let noun = at;
  while (to < tokens.length && to - at < NOUN_GAP && isModifier(tokens[to]!)) {
    to++;
    if (tokens[to - 1]!.tag === "NOUN" || tokens[to - 1]!.tag === "PROPN") noun = to;
    else if (noun > at) break;
  }
  return noun > at ? { from: at, to: noun } : null;
}

function isModifier({ tag, text }: ParsedToken): boolean {
  return tag === "NOUN" || tag === "PROPN" || tag === "ADJ" || text === "-";
}

function isVerbal({ tag, fine }: ParsedToken): boolean {
  return tag === "VERB" || tag === "AUX" || fine === "VBD" || fine === "VBZ";
}

/** A verb that has an object of its own: "12 militants killed 3 soldiers". */
function isActive({ parsed }: Ground, at: number): boolean {
  const { tokens, dependents } = parsed;
  const below = dependents[at]!.map((d) => tokens[d]!.relation);
  return below.includes("obj") && !below.includes("aux:pass");
}

function isPassive({ parsed }: Ground, at: number): boolean {
  return parsed.dependents[at]!.some((d) => parsed.tokens[d]!.relation === "aux:pass");
}
