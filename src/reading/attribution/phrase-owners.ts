// Whose words a source phrase carries: "its spokesman", "the group's director", "a statement issued by X", "a group calling
// itself X", "a baker named X". In: a sentence's view and where the phrase stands. Out: the owner, the mention or the name; null
// where nobody is told. Knowledge: knowledge/attribution/ (owners, issuers, self_names, namers).
import type { ActorMention } from "../../model/actor-mention.js";
import { wordsOf } from "./phrase-heads.js";
import type { SentenceView } from "./sentence-view.js";
import { isCapital, isIn, isWord, phraseAt } from "./sentence-view.js";

/** "its spokesman", "the group's director", "the army's spokesman": whose, and what. Null where nobody's. */
export function ownedBy(
  view: SentenceView,
  from: number,
  to: number,
): { readonly word: string | null; readonly mention: ActorMention | null; readonly role: string } | null {
  if (isIn(view, from, "owners") && to > from + 1)
    return { word: view.tokens[from]!.lower, mention: null, role: wordsOf(view, from + 1, to) };
  // "…, a spokesman said": of the body that the sentence is about.
  if (isIn(view, from, "indefinites") && to === from + 2 && isIn(view, from + 1, "spokespeople"))
    return { word: view.tokens[from]!.lower, mention: null, role: wordsOf(view, from + 1, to) };
  const group = bodyBehind(view, to);
  if (group !== null && isIn(view, from, "articles"))
    return { word: group, mention: null, role: wordsOf(view, from + 1, to) };
  for (let at = to - 2; at > from; at--) {
    if (!isPossessiveSign(view, at)) continue;
    const covered = view.mentionOf[at - 1]!;
    const role = wordsOf(view, at + 1, to);
    if (covered !== -1) return { word: null, mention: view.mentions[covered]!.mention, role };
    const known = view.knowledge.anaphors.has(view.tokens[at - 1]!.lower) && isIn(view, from, "articles");
    return { word: known ? view.tokens[at - 1]!.lower : null, mention: null, role };
  }
  return null;
}

/** "the head | of the Ostra-based group": the noun that takes a body up; null where another name stands there. */
function bodyBehind(view: SentenceView, at: number): string | null {
  if (!isIn(view, at, "genitives") || !isIn(view, at + 1, "articles") || isIn(view, at + 1, "indefinites"))
    return null;
  let noun = at + 2;
  while (
    isWord(view, noun) &&
    /-|^\p{Ll}/u.test(view.tokens[noun]!.text) &&
    !view.knowledge.anaphors.has(view.tokens[noun]!.lower)
  )
    noun++;
  const word = view.tokens[noun]?.lower;
  return word !== undefined &&
    noun < at + 5 &&
    view.mentionOf[noun] === -1 &&
    view.knowledge.anaphors.has(word)
    ? word
    : null;
}

/** "a baker named Ilan Desh": the name; null where none follows. */
export function calledBehind(view: SentenceView, at: number, limit: number): string | null {
  if (!isIn(view, at, "namers")) return null;
  let end = at + 1;
  while (end < limit && isCapital(view, end)) end++;
  return end > at + 1 ? wordsOf(view, at + 1, end) : null;
}

function isPossessiveSign(view: SentenceView, at: number): boolean {
  return /^['’]\p{L}?$/u.test(view.tokens[at]?.text ?? "");
}

/** "a statement in the name of X", "the message attributed to X": whose words a document carries; null where nobody's. */
export function authorOf(view: SentenceView, at: number, limit: number): ActorMention | null {
  if (!isIn(view, at, "documents")) return null;
  const issued = phraseAt(view, at + 1, view.knowledge.issuers);
  return issued === null ? null : mentionAt(view, issued.to, limit);
}

/** "a group calling itself X": X. */
export function selfNamed(view: SentenceView, at: number, limit: number): ActorMention | null {
  const tie = phraseAt(view, at, view.knowledge.selfNames);
  return tie === null ? null : mentionAt(view, tie.to, limit);
}

export function mentionAt(view: SentenceView, at: number, limit: number): ActorMention | null {
  let from = at;
  while (from < limit && isIn(view, from, "determiners")) from++;
  const covered = from < limit ? view.mentionOf[from]! : -1;
  return covered === -1 ? null : view.mentions[covered]!.mention;
}
