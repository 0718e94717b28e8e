// The places named in a stretch of a sentence, without those that stand for who acts or speaks. In: an annotated sentence and the
// stretch. Out: toponyms in the text's order. Knowledge: knowledge/events (roles, where_words). Leaves alone: which of them the
// happening is set at (mention-anchors.ts).
import type { EventKnowledge } from "../../knowledge/events.js";
import type { Toponym } from "../../model/toponym.js";
import type { Annotated, Found } from "./annotate.js";

/** "Washington's policy": the name of a place where it stands for those who act. */
function actsThere(annotated: Annotated, place: Found<Toponym>, knowledge: EventKnowledge): boolean {
  // "near the town of Mayadeen": there it is no outlet
  if (place.value.place?.precision === "site" || place.value.relation !== null) return false;
  // of "al-Sheikh Mansur" the name of a person may be a part
  if (!annotated.actors.some(({ value }) => value.start <= place.value.start && value.end >= place.value.end))
    return false;
  for (let i = place.from - 1; i >= Math.max(0, place.from - 4); i--) {
    if (knowledge.roles.where.has(annotated.tokens[i]!.lower)) return false;
    if (!["DET", "ADJ", "NOUN", "PROPN"].includes(annotated.tokens[i]!.tag)) break;
  }
  return true;
}

/** The places named in a stretch; of one that "where" opens without naming any, those named before it. */
export function placesOf(
  annotated: Annotated,
  from: number,
  to: number,
  knowledge: EventKnowledge,
): Found<Toponym>[] {
  const locate = annotated.toponyms.filter(
    (t) =>
      !t.value.adjectival &&
      !annotated.speech.some((s) => s.from <= t.from && t.to <= s.to) &&
      !actsThere(annotated, t, knowledge),
  );
  const inside = locate.filter((t) => t.from >= from && t.from < to);
  if (inside.length > 0 || !knowledge.whereWords.has(annotated.tokens[from]!.lower)) return inside;
  return locate.filter((t) => t.from < from);
}
