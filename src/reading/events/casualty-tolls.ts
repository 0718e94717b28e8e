// Numbers of dead and hurt that stand with no people beside them: "the death toll rose to 31", and "no casualties".
// Knowledge: knowledge/events/casualties (toll, reaches, zero, unknown, caused).
import type { CasualtyWord, EventKnowledge } from "../../knowledge/events.js";
import type { Count } from "../../model/count.js";
import type { Annotated, Found } from "./annotate.js";
import { OF_WOUNDS, PART } from "./claim-draft.js";

/** Where "no casualties", "without injuries", "did not cause any casualties" begins; null where it says that nobody knows. */
export function zeroBefore(
  annotated: Annotated,
  knowledge: EventKnowledge,
  word: Found<CasualtyWord>,
): number | null {
  if (!word.value.forms.has("noun") && !word.value.forms.has("passive")) return null;
  if (knowledge.unknown.has(annotated.tokens[word.to]?.lower ?? "")) return null;
  let caused = false;
  for (let i = word.from - 1; i >= Math.max(0, word.from - 8); i--) {
    const { text, lower } = annotated.tokens[i]!;
    if (/^[.;:!?]$/u.test(text) || knowledge.unknown.has(lower)) return null;
    if (knowledge.caused.has(lower)) caused = true;
    if (knowledge.zero.has(lower) || (caused && knowledge.negation.has(lower))) return i;
  }
  return null;
}

export interface Toll {
  readonly attribute: "killed" | "injured";
  readonly count: Count;
  readonly from: number;
  readonly to: number;
}

export function tolls(
  annotated: Annotated,
  knowledge: EventKnowledge,
): (Toll & { readonly headTo: number })[] {
  const lower = (i: number) => annotated.tokens[i]?.lower;
  const found: (Toll & { readonly headTo: number })[] = [];
  for (let i = 0; i < annotated.tokens.length; i++) {
    const head = knowledge.toll.longestAt(lower, i);
    if (head === null) continue;
    const from = i + head.words.length;
    for (const quantity of annotated.quantities) {
      if (
        quantity.from < from ||
        quantity.from - from > 20 ||
        quantity.value.unit !== null ||
        quantity.value.article
      )
        continue;
      let reached = false;
      for (let k = quantity.from - 1; k >= from - 1 && k >= quantity.from - 3; k--) {
        const phrase = k >= from ? knowledge.reaches.longestAt(lower, k) : null;
        if (phrase !== null && k + phrase.words.length === quantity.from) reached = true;
      }
      if (!reached) continue;
      found.push({
        attribute: head.value,
        count: quantity.value.count,
        from: i,
        headTo: from,
        to: quantity.to,
      });
      break;
    }
    i = from - 1;
  }
  return found;
}

/** "15 of the wounded", "dozens of injured": a share of those hurt, or all of them, with no noun for people. */
export function sharesOf(
  annotated: Annotated,
  knowledge: EventKnowledge,
  text: string,
): (Toll & { readonly who: string | null; readonly rule: string })[] {
  return annotated.casualties.flatMap((word, index) => {
    const [attribute] = word.value.attributes;
    const after = annotated.tokens[word.to];
    if (attribute === undefined || !word.value.forms.has("passive")) return [];
    if (after !== undefined && (["NOUN", "PROPN", "ADJ"].includes(after.tag) || after.fine === "RP"))
      return [];
    let i = word.from - 1;
    const some = knowledge.definite.has(annotated.tokens[i]?.lower ?? "");
    if (some) i--;
    const quantity = annotated.quantities.find(
      (q) => q.value.unit === null && !q.value.article && (q.to === i || q.to === i + 1),
    );
    if (quantity === undefined || !knowledge.roles.of.has(annotated.tokens[i]?.lower ?? "")) return [];
    // "of the wounded" are some of them, "of wounded" all
    const who = some ? text.slice(annotated.tokens[i + 1]!.start, annotated.tokens[word.to - 1]!.end) : null;
    const { count } = quantity.value;
    const death =
      attribute === "injured" ? laterDeath(annotated, word, annotated.casualties[index + 1]) : null;
    return death === null
      ? [{ attribute, count, who, from: quantity.from, to: word.to, rule: PART }]
      : [{ attribute: "killed", count, who, from: quantity.from, to: death.to, rule: OF_WOUNDS }];
  });
}

/** Words between the hurt and what became of them; a deed or a number between has other people. */
const FAR_DEATH = 8;
const OTHERS = new Set(["CCONJ", "SCONJ", "VERB", "NUM"]);

/** "three of the wounded later died": the word for dying whose subject the hurt are. */
export function laterDeath(
  { tokens }: Annotated,
  hurt: Found<unknown>,
  next: Found<CasualtyWord> | undefined,
): Found<CasualtyWord> | null {
  if (next === undefined || next.from < hurt.to || next.from - hurt.to > FAR_DEATH) return null;
  if (!next.value.attributes.includes("killed") || !next.value.forms.has("intransitive")) return null;
  const between = tokens.slice(hurt.to, next.from);
  const ends = between.some(({ text, tag }) => /^[.;:!?]$/u.test(text) || OTHERS.has(tag));
  return ends ? null : next;
}
