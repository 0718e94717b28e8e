// Heads of noun phrases that can speak: mentions of actors and nouns for speakers; which of them stands nearest to a cue, and
// how far left its describing words reach. Knowledge: knowledge/attribution/ (speakers, premodifiers).
// Leaves alone: what the phrase is called (source-name.ts).
import type { ActorMention } from "../../model/actor-mention.js";
import type { SentenceView } from "./sentence-view.js";
import {
  isAbbreviating,
  isCapital,
  isIn,
  isParticiple,
  isSign,
  isVerb,
  isWord,
  phraseAt,
} from "./sentence-view.js";

export interface Head {
  readonly from: number;
  readonly to: number;
  readonly mention: ActorMention | null;
}

export function headsIn(view: SentenceView, from: number, to: number): Head[] {
  const heads: Head[] = [];
  let at = from;
  while (at < to) {
    const covered = view.mentionOf[at]!;
    if (covered !== -1) {
      const range = view.mentions[covered]!;
      heads.push({ from: Math.max(from, range.from), to: Math.min(to, range.to), mention: range.mention });
      at = range.to;
      continue;
    }
    const speaker = phraseAt(view, at, view.knowledge.speakers);
    if (speaker !== null && speaker.to <= to && !ownsName(view, at, speaker.to)) {
      heads.push({ from: at, to: speaker.to, mention: null });
      at = speaker.to;
    } else at++;
  }
  return heads;
}

/** "the People’s Defence Force": a noun with a capital within a name. */
function ownsName(view: SentenceView, from: number, to: number): boolean {
  const possessive = /^['’]\p{L}$/u.test(view.tokens[to]?.text ?? "");
  return from > 0 && possessive && isCapital(view, from) && isCapital(view, to + 1);
}

export function nearest(view: SentenceView, heads: readonly Head[], end: number): Head | undefined {
  const head = heads.at(-1);
  if (head === undefined) return undefined;
  if (head.to === end) return head;
  const names = everyToken(head.to, end, (k) => isCapital(view, k) || isSign(view, k, ".'’-"));
  if (names) return head;
  const tail =
    isIn(view, head.to, "prepositions", "relatives") || isParticiple(view, head.to) || isWord(view, head.to);
  return tail && end - head.to <= 12 ? head : undefined;
}

export function leftEdge(view: SentenceView, head: number, lowest: number): number {
  let from = head;
  while (from > lowest) {
    const k = from - 1;
    if (view.mentionOf[k] !== -1) from = Math.max(lowest, view.mentions[view.mentionOf[k]!]!.from);
    else if (isIn(view, k, "premodifiers") || (isCapital(view, k) && !isIn(view, k, "times"))) from--;
    else if (/^['’]\p{L}$/u.test(view.tokens[k]!.text) || (isSign(view, k, "-") && isWord(view, k - 1)))
      from--;
    else if (isAbbreviating(view, k) || phraseAt(view, k, view.knowledge.speakers)?.to === from) from--;
    else break;
  }
  if (from > lowest && isIn(view, from - 1, "determiners")) from--;
  else if (
    from - 1 > lowest &&
    isWord(view, from - 1) &&
    isIn(view, from - 2, "articles") &&
    /-|^\p{Ll}/u.test(view.tokens[from - 1]!.text) &&
    !isIn(view, from - 1, "prepositions") &&
    !isVerb(view, from - 1)
  )
    from -= 2;
  return from;
}

export function everyToken(from: number, to: number, test: (at: number) => boolean): boolean {
  for (let at = from; at < to; at++) if (!test(at)) return false;
  return true;
}

/** The words as they stand, without a closing sign or possessive. */
export function wordsOf(view: SentenceView, from: number, to: number): string {
  let last = to - 1;
  while (last > from && /^(?:['’]\p{L}?|[,;:.])$/u.test(view.tokens[last]!.text)) last--;
  const [first, end] = [view.tokens[from], view.tokens[last]];
  return first === undefined || end === undefined
    ? ""
    : view.text.slice(first.start, end.end).replace(/\s+/gu, " ");
}
