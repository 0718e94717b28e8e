// Labels of compared values in few neutral words, and of why two values cannot both be true. English.
import { ATTRIBUTE_WORDS } from "../../contract/attribute-words.js";
import { countText, valueText } from "../../contract/value-text.js";
import type { Attribute, Casualties } from "../../model/claim.js";
import type { Count } from "../../model/count.js";
import type { ComparedAttribute, CrossConflict, Incident } from "../../model/incident.js";
import type { Stance } from "../../model/source.js";

/** `labelOfValue("killed", { count: { min: 15 }, who: null })` is "at least 15"; an open figure is "not known". */
export function labelOfValue(attribute: Attribute, value: unknown, stance: Stance = "asserted"): string {
  if (stance === "open" && isEmptyCount(attribute, value)) return "not known";
  if (attribute === "responsibility" && (value as { act: string }).act === "unclaimed")
    return "nobody claimed it";
  return valueText(attribute, value);
}

function isEmptyCount(attribute: Attribute, value: unknown): boolean {
  const count =
    attribute === "killed" || attribute === "injured"
      ? (value as Casualties).count
      : attribute === "munitions" || attribute === "intercepted"
        ? (value as Count)
        : null;
  return count !== null && (count.min ?? 0) === 0 && count.max === undefined;
}

/** A sentence for a conflict: "3 and 8 cannot both be true". */
export function whyOf(
  attribute: Attribute,
  compared: ComparedAttribute,
  conflict: ComparedAttribute["conflicts"][number],
): string {
  const [a, b] = conflict.between.map((i) => compared.values[i]!);
  const text = (v: typeof a) => labelOfValue(attribute, v!.value, v!.stance);
  switch (conflict.rule) {
    case "denied-and-asserted": {
      const denied = a!.stance === "denied" ? a : b;
      return attribute === "occurrence"
        ? "one account says that it happened, another that it did not"
        : `${text(denied)}: stated by one account, denied by another`;
    }
    case "part-exceeds-whole":
      return `${text(a)} and ${text(b)}: the part is more than the whole allows`;
    case "responsibility-differs":
      return `${text(a)} and ${text(b)} cannot both be true at one time`;
    default:
      return `${text(a)} and ${text(b)} cannot both be true`;
  }
}

/** A sentence for two values of two attributes: "intercepted 3 and impact inside cannot both be true". */
export function whyAcross(
  attribute: Attribute,
  attributes: Incident["attributes"],
  { value, other, otherValue }: CrossConflict,
): string {
  const text = (of: Attribute, index: number) => {
    const told = attributes[of]!.values[index]!;
    return `${ATTRIBUTE_WORDS[of]}: ${labelOfValue(of, told.value, told.stance)}`;
  };
  return `${text(attribute, value)}, and ${text(other, otherValue)}, cannot both be true`;
}

/** The figures of killed or injured in few words: "13 or 14", "none"; null where nobody gives one. */
export function figureText(compared: ComparedAttribute | undefined): string | null {
  if (compared === undefined) return null;
  const told = compared.values.filter((v) => v.stance === "asserted" || v.stance === "unverified");
  if (told.length === 0) return null;
  const disputed = [...new Set(compared.conflicts.flatMap((c) => [...c.between]))].map(
    (i) => compared.values[i]!,
  );
  const counts = (disputed.length > 0 ? disputed : largest(told)).map((v) => (v.value as Casualties).count);
  const texts = counts
    .sort((a, b) => bound(a) - bound(b))
    .map((count) => (count.max === 0 ? "none" : countText(count)));
  const distinct = [...new Set(texts)];
  return distinct.length <= 3
    ? distinct.join(" or ")
    : `${distinct[0]!} to ${distinct[distinct.length - 1]!}`;
}

/** Where figures agree, the largest is the total and the others its parts. */
function largest<T extends { readonly value: unknown }>(values: readonly T[]): T[] {
  const most = Math.max(...values.map((v) => bound((v.value as Casualties).count)));
  return values.filter((v) => bound((v.value as Casualties).count) === most).slice(0, 1);
}

function bound(count: Count): number {
  return count.min ?? count.max ?? 0;
}
