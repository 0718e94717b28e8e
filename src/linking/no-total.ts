// Figures that are no total: "another five", "three of them", "44 over the weekend", a wounded man. Such a figure counts some of
// the people of an incident, or those of more than one, and stands against nobody's total. In: a claim of a figure with its words.
// Knowledge: noTotals, singular and uncounted in knowledge/comparison/values.yaml. Leaves alone: what the figure is a part of.
import type { ValueKnowledge } from "../knowledge/comparison.js";
import type { Count } from "../model/count.js";
import type { Told } from "./relation.js";
import { wordsOf } from "./words.js";

export type NoTotalKnowledge = Pick<ValueKnowledge, "noTotals" | "singular" | "uncounted">;

export function isNoTotal(told: Told, count: Count, values: NoTotalKnowledge): boolean {
  return (
    (told.quote !== undefined && noTotalBy(told.attribute, told.quote, values, told) !== null) ||
    isMention(told, count, values) ||
    isUncounted(told, count, values)
  );
}

/** What stands before and behind a figure's words in their sentence. */
export interface Around {
  readonly before?: string;
  readonly after?: string;
}

/** The first rule by which the words make a figure of this attribute no total; null where none does. */
export function noTotalBy(
  attribute: string,
  quote: string,
  { noTotals }: Pick<NoTotalKnowledge, "noTotals">,
  { before = "", after = "" }: Around = {},
): string | null {
  const told = wordsOf(quote);
  const words = ` ${told.join(" ")} `;
  const [ahead, behind] = [wordsOf(before).slice(-SHORTLY), wordsOf(after)];
  for (const { id, attributes, words: own, unless, ends, before: introduced, after: followed } of noTotals) {
    if (!attributes.includes(attribute)) continue;
    const rest = unless.reduce((text, phrase) => text.replaceAll(` ${phrase} `, " · "), words);
    if (own.some((word) => rest.includes(` ${word} `))) return id;
    if (ends.some((phrase) => standsAt(told, told.length - phrase.split(" ").length, phrase))) return id;
    if (introduced.some((phrase) => ahead.some((_, at) => standsAt(ahead, at, phrase)))) return id;
    if (followed.some((phrase) => standsAt(behind, 0, phrase))) return id;
  }
  return null;
}

/** The rule by which its sentence tells a figure as an earlier one; null where none does. */
export function supersededBy(
  { before = "", after = "" }: Around,
  { superseded }: Pick<ValueKnowledge, "superseded">,
): string | null {
  const [ahead, behind] = [wordsOf(before), wordsOf(after)];
  for (const rule of superseded)
    if (
      rule.before.some((phrase) => ahead.some((_, at) => standsAt(ahead, at, phrase))) ||
      rule.after.some((phrase) => standsAt(behind, 0, phrase))
    )
      return rule.id;
  return null;
}

/** Words before the figure's own that still are about it. */
const SHORTLY = 5;

function standsAt(words: readonly string[], at: number, phrase: string): boolean {
  const first = words[at];
  // Most phrases end here, before they are cut into words.
  if (first === undefined || !(phrase.startsWith(first) || phrase.startsWith("*"))) return false;
  return phrase
    .split(" ")
    .every((word, i) => (word === "*" ? at + i < words.length : words[at + i] === word));
}

/** "A man was killed": one of whom the report tells, without counting. */
function isMention({ attribute, quote }: Told, count: Count, { singular }: NoTotalKnowledge): boolean {
  if ((attribute !== "killed" && attribute !== "injured") || quote === undefined || quote === "")
    return false;
  if (count.min !== 1 || count.max !== 1) return false;
  return !wordsOf(quote).some((word) => singular.includes(word));
}

/** "An air strike": the singular names the kind of attack. */
function isUncounted(told: Told, count: Count, { uncounted }: NoTotalKnowledge): boolean {
  return (
    told.attribute === "munitions" &&
    count.max === 1 &&
    (told.weapons === undefined || told.weapons.size === 0
      ? told.type !== undefined && uncounted.includes(told.type)
      : uncounted.some((weapon) => told.weapons!.has(weapon)))
  );
}
