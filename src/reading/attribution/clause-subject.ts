// The subject of a reporting verb as the sentence's tree has it: for subjects that the words alone do not tell ("people
// briefed on the talks said", "a witness who was wounded in the raid told reporters"). In: a sentence's view, the tokens of a
// cue, the phrase that the words tell. Out: that phrase, or the tree's subject where it can speak. Leaves alone: relative
// pronouns, subjects behind the cue. Relations are those of Universal Dependencies.
import type { CueHit } from "./cue-hits.js";
import type { SentenceView } from "./sentence-view.js";
import { isCapital, isIn, isQuoteMark, isSign, isVerb, isWord, phraseAt } from "./sentence-view.js";
import { headsIn } from "./phrase-heads.js";
import { stretch } from "./clause-stretch.js";
import type { SourcePhrase } from "./source-name.js";
import { anaphoric, named } from "./source-name.js";

interface Subject {
  readonly from: number;
  /** Exclusive. */
  readonly to: number;
  readonly head: number;
}

const STEPS = 4;
/** Longer subjects are clauses that the tree took for one. */
const LONGEST = 30;

/** The phrase that the words tell; the tree's subject where they tell none, or one that only describes it. */
export function bySubject(
  view: SentenceView,
  hit: CueHit,
  told: SourcePhrase | null,
  lowest: number,
): SourcePhrase | null {
  const subject = subjectOf(view, hit, lowest);
  if (subject === null) return told ?? byParticiple(view, hit, lowest);
  if (told !== null && !describes(view, subject, told)) return told;
  return speaks(view, subject) ? phraseOf(view, subject) : told;
}

/** "Officials involved in the talks said": the noun for speakers before a participle that a tree may take for the verb. */
function byParticiple(view: SentenceView, hit: CueHit, lowest: number): SourcePhrase | null {
  let at = hit.from - 1;
  while (at > lowest && !isVerb(view, at)) {
    if (!isWord(view, at) || isIn(view, at, "connectors", "complementizers", "relatives")) return null;
    at--;
  }
  if (at <= lowest || hit.from - at > LONGEST || !isIn(view, at + 1, "prepositions", "agents")) return null;
  const before = stretch(view, at, lowest);
  const head = headsIn(view, before.from, at).at(-1);
  if (!before.initial || head === undefined || head.to !== at || isIn(view, before.from, "nobodies"))
    return null;
  if (view.tokens[at]!.lower.endsWith(view.knowledge.verbEnding) === false) return null;
  return named(view, before.from, hit.from, head.from, true, true);
}

/** "say experts on the region": the subject that begins right behind the cue, where it can speak. */
export function subjectBehind(view: SentenceView, hit: CueHit): SourcePhrase | null {
  const { tokens, dependents } = view.parsed;
  const head = dependents[hit.verb]!.find((d) => d >= hit.to && tokens[d]!.relation === "nsubj");
  if (head === undefined) return null;
  const subject = extentOf(view, head);
  return subject.from === hit.to && subject.to - subject.from <= LONGEST && speaks(view, subject)
    ? { ...phraseOf(view, subject), initial: false }
    : null;
}

function phraseOf(view: SentenceView, { from, to, head }: Subject): SourcePhrase {
  if (to === from + 1 && isIn(view, head, "pronouns"))
    return anaphoric(view, from, to, view.tokens[from]!.lower, true);
  return named(view, from, to, head, true, true);
}

/** The told phrase stands in a clause that describes the subject's head: "the army units | backed by the air force". */
function describes(view: SentenceView, { from, to, head }: Subject, told: SourcePhrase): boolean {
  if (told.from <= head && head < told.to) return false;
  if (told.from < from || told.to > to) return false;
  if (isSign(view, told.from - 1, ",") || isIn(view, told.from - 1, "coordinators")) return false;
  for (let at = head; at < told.from; at++) if (isQuoteMark(view, at)) return false;
  let at = told.to - 1;
  let below = false;
  for (let step = 0; step < LONGEST && at !== head && at >= 0; step++) {
    const { relation, head: up } = view.parsed.tokens[at]!;
    if (DESCRIBING.has(relation)) below = true;
    at = up;
  }
  return below && at === head;
}

const DESCRIBING: ReadonlySet<string> = new Set(["acl", "acl:relcl"]);

/** Somebody by name or by a noun for speakers; with attitudes whoever stands there. */
function speaks(view: SentenceView, { from, head }: Subject): boolean {
  const { tag } = view.parsed.tokens[head]!;
  if (isIn(view, head, "relatives", "nobodies", "things", "times") || isIn(view, from, "nobodies"))
    return false;
  if (tag === "PRON")
    return (
      view.knowledge.anaphors.has(view.tokens[head]!.lower) ||
      (view.knowledge.attitudes && isIn(view, head, "pronouns", "determiners"))
    );
  if (view.mentionOf[head] !== -1) return true;
  for (let at = Math.max(from, head - 2); at <= head; at++) {
    const speaker = phraseAt(view, at, view.knowledge.speakers);
    if (speaker !== null && speaker.to > head) return true;
  }
  return tag === "PROPN"
    ? isCapital(view, head)
    : view.knowledge.attitudes && (tag === "NOUN" || tag === "NUM");
}

/** The subject left of the cue, its own or that of the verb it is coordinated with; null where the tree tells none there. */
function subjectOf(view: SentenceView, hit: CueHit, lowest: number): Subject | null {
  const { tokens, dependents } = view.parsed;
  let at = hit.verb;
  while (at < hit.to && tokens[at]!.tag !== "VERB") at++;
  if (at === hit.to) return null;
  for (let step = 0; step < STEPS; step++) {
    const { relation, head } = tokens[at]!;
    const own = dependents[at]!.find((d) => tokens[d]!.relation === "nsubj");
    if (own !== undefined) return around(view, own, hit, lowest);
    if (head < 0 || (relation !== "conj" && relation !== "xcomp") || !isPredicate(tokens[head]!.tag))
      return null;
    at = head;
  }
  return null;
}

function isPredicate(tag: string): boolean {
  return tag === "VERB" || tag === "AUX";
}

function around(view: SentenceView, own: number, hit: CueHit, lowest: number): Subject | null {
  const { from, to, head } = extentOf(view, own);
  if (to > hit.from || from < lowest || to - from > LONGEST) return null;
  // What stands in a quotation before the cue is no subject of it; "Ilan Desh, citing “the sea,” said" is.
  let marks = 0;
  for (let at = head; at < hit.from; at++) if (isQuoteMark(view, at) && !isSign(view, at, "'’")) marks++;
  return marks % 2 === 0 ? { from, to, head } : null;
}

function extentOf(view: SentenceView, head: number): Subject {
  const { dependents } = view.parsed;
  let from = head;
  let to = head;
  for (let at = dependents[from]![0]; at !== undefined && at < from; at = dependents[from]![0]) from = at;
  for (let at = dependents[to]!.at(-1); at !== undefined && at > to; at = dependents[to]!.at(-1)) to = at;
  to++;
  while (from < head && !isWord(view, from)) from++;
  while (to > head + 1 && !isWord(view, to - 1) && !isSign(view, to - 1, ")")) to--;
  // "the state news agency SANA": a name right behind belongs to it.
  const behind = view.mentionOf[to] ?? -1;
  if (behind !== -1 && !view.mentions[behind]!.mention.person) to = view.mentions[behind]!.to;
  return { from, to, head };
}
