// The words that report in one sentence, in text order: cue rules matched on tokens, with the auxiliaries before them, and
// without those that report nothing here ("declined to say", "was told", "claimed the lives of").
// Knowledge: knowledge/attribution/ (cues, words). Leaves alone: who says what.
import type { CueForm } from "../../knowledge/attribution.js";
import type { SentenceView } from "./sentence-view.js";
import { isAdverb, isIn, isQuoteMark, isSign, isVerb, isWord, phraseAt } from "./sentence-view.js";

export interface CueHit {
  readonly cue: CueForm;
  /** With its auxiliaries and adverbs: "has also said". */
  readonly from: number;
  readonly to: number;
  /** The reporting words themselves. */
  readonly verb: number;
  /** "was told", "was quoted as saying": the subject is not who speaks. */
  readonly passive: boolean;
}

export function cueHits(view: SentenceView): CueHit[] {
  const hits: CueHit[] = [];
  let at = 0;
  while (at < view.tokens.length) {
    const match = view.mentionOf[at] === -1 ? phraseAt(view, at, view.knowledge.cues) : null;
    const hit = match === null ? null : hitAt(view, at, match.value, match.to);
    if (hit !== null) hits.push(hit);
    at = hit === null ? at + 1 : hit.to;
  }
  return hits;
}

function hitAt(view: SentenceView, verb: number, cue: CueForm, to: number): CueHit | null {
  if (cue.notBefore.some((words) => words.every((word, i) => view.tokens[to + i]?.lower === word)))
    return null;
  // "Sheikh Said": a capital within a sentence makes a name of it, but in headlines that give every word one.
  if (
    !(view.titled && isHeadlineVerb(view, verb, cue)) &&
    cue.frame !== "preposition" &&
    verb > 0 &&
    /^\p{Lu}\p{Ll}/u.test(view.tokens[verb]!.text) &&
    isWord(view, verb - 1)
  )
    return null;
  let from = verb;
  let passive = false;
  let auxiliary = false;
  while (from > 0) {
    const k = from - 1;
    if (view.mentionOf[k] !== -1) break;
    if (isIn(view, k, "negations")) {
      if (!view.knowledge.attitudes) return null;
      from = k;
      continue;
    }
    if (isIn(view, k, "auxiliaries")) {
      auxiliary = true;
      if (isIn(view, k, "copulas")) passive = true;
      from = k;
    } else if (isAdverb(view, k) && !isQuoteMark(view, k)) from = k;
    else break;
  }
  // Adverbs alone belong to whatever stands before: "on Monday also said" is kept, "fully," is not.
  while (from < verb && isSign(view, from, ",")) from++;
  if (cue.frame === "preposition" || cue.frame === "cite")
    return { cue, from: verb, to, verb, passive: false };
  if (isIn(view, from - 1, "blockers")) return null;
  if (cue.form === "adjective") return passive ? { cue, from, to, verb, passive: false } : null;
  const { relation, fine } = view.parsed.tokens[verb]!;
  if (cue.form === "noun") {
    // "his home state", "the council report": a noun that the words before it describe.
    if (!view.titled && NOUNS.has(fine)) return null;
    const before = from - 1;
    const subject = isWholeMention(view, before) && !isVerb(view, to) && isWord(view, to);
    const blocked =
      isIn(view, before, "determiners", "prepositions", "premodifiers", "auxiliaries") &&
      !isIn(view, before, "pronouns") &&
      !subject;
    if (before < 0 || blocked) return null;
  }
  // "The alleged raid": an article right before makes an adjective of it.
  if (cue.form === "verb" && isIn(view, verb - 1, "determiners") && view.mentionOf[verb - 1] === -1)
    return null;
  // "a witness named Ahmad", "an allegation rejected by the army": a participle that describes the noun before it.
  if ((cue.form === "verb" || cue.form === "noun") && !auxiliary && describesNoun(view, verb)) {
    if (!isIn(view, to, "agents")) return null;
    passive = true;
  }
  // "the promised bridge": it describes the noun behind it.
  if (cue.frame === "attitude" && cue.form === "verb" && relation === "amod" && !auxiliary) return null;
  if (cue.form === "participle" && auxiliary) {
    // "is warning", "has been saying": a finite verb after all.
    if (!passive || cue.frame === "quote")
      return cue.frame === "quote" ? { cue, from, to, verb, passive: false } : null;
    return { cue: { ...cue, form: "verb" }, from, to, verb, passive: false };
  }
  return { cue, from, to, verb, passive };
}

/** "Army Says", "Police Say": in the present, right behind somebody. */
function isHeadlineVerb(view: SentenceView, verb: number, cue: CueForm): boolean {
  if (cue.frame === "attitude" || view.tokens[verb]!.lower.endsWith(view.knowledge.verbEnding.slice(-1)))
    return false;
  if (PRESENT.has(view.parsed.tokens[verb]!.fine) || view.mentionOf[verb - 1] !== -1) return true;
  return phraseAt(view, verb - 1, view.knowledge.speakers)?.to === verb;
}

/** Tags of nouns that are not plural (Penn Treebank); an "s" at the end is as often a verb's. */
const NOUNS: ReadonlySet<string> = new Set(["NN", "NNP"]);

/** Tags of verbs in the present (Penn Treebank). */
const PRESENT: ReadonlySet<string> = new Set(["VBZ", "VBP"]);

function describesNoun(view: SentenceView, at: number): boolean {
  const { fine, relation, head } = view.parsed.tokens[at]!;
  if (fine !== "VBN" || relation !== "acl" || head > at || isQuoteMark(view, at - 1)) return false;
  return view.parsed.tokens[head]!.relation.startsWith("nsubj");
}

/** "Police believe": an actor by the word alone, where an adjective could stand ("police reports"). */
function isWholeMention(view: SentenceView, at: number): boolean {
  const covered = view.mentionOf[at] ?? -1;
  return covered !== -1 && view.mentions[covered]!.to === at + 1;
}
