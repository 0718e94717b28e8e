// Main or background: what the document reports as news, or what it recalls. News is told at the head of a text and dated near its
// publication; what is dated well before, or told only after words that look back, is background.
import type { DerivationStep } from "../../model/derivation.js";
import { dayRange } from "../../model/day-range.js";
import type { Event } from "../../model/event.js";
import type { ReadingLayers } from "../../model/reading-layers.js";
import { spanOf } from "./annotate.js";
import type { Happening } from "./assemble-events.js";

/** Days before publication up to which a happening is still news by its date alone. */
const RECENT_DAYS = 4;
/** Sentences at the head of a text that tell its news (title and lead). */
const HEAD = 3;

export function focusOf(happening: Happening, layers: ReadingLayers): { readonly focus: Event["focus"]; readonly step: DerivationStep } {
  const first = happening.mentions[0]!;
  const at = first.annotated.sentence.index;
  const span = spanOf(first.annotated, first.from, first.to);
  const answer = (focus: Event["focus"], rule: string) => ({ focus, step: { stage: "focus", rule, span } });
  const [date, published] = [dayRange(happening.date), dayRange(layers.published)];
  if (date !== null && published !== null && published.earliest - date.latest > RECENT_DAYS) return answer("background", "long-before");
  if (at < HEAD && first.from === 0) return answer("main", "head");
  if (first.from > 0) return answer("background", "looked-back-on");
  if (happening.mentions.every((mention) => mention.earlier)) return answer("background", "told-as-earlier");
  return answer("main", "news");
}
