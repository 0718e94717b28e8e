// The noun phrase that names a source left of a cue ("the Observatory said").
// A mention of an actor or a noun for a speaker is its head; without commas the nearest head before the cue counts, with a
// clause's whole subject the first. Knowledge: knowledge/attribution/ (speakers, words). Leaves alone: whom "it" means.
import type { SentenceView } from "./sentence-view.js";
import {
  afterTime,
  isAbbreviating,
  isAdverb,
  isCapital,
  isIn,
  isNumber,
  isQuoteMark,
  isSign,
  isVerb,
  isWord,
} from "./sentence-view.js";
import type { SourcePhrase } from "./source-name.js";
import { named, anaphoric, kindOf } from "./source-name.js";
import type { Head } from "./phrase-heads.js";
import { headsIn, nearest, everyToken } from "./phrase-heads.js";
import { fromHead, isThing } from "./phrase-of-head.js";
import { stretch, startsClause, openingBracket } from "./clause-stretch.js";

/** Words of a subject whose noun is unknown: where it opens the sentence with an article it may be longer. */
const UNKNOWN = 8;
const DESCRIPTION = 20;

/** The phrase that ends right before token `end`; tokens before `lowest` belong to something else. */
export function phraseBefore(
  view: SentenceView,
  end: number,
  lowest: number,
  postposed = false,
): SourcePhrase | null {
  const bare = backOverAsides(view, end, lowest);
  if (bare <= lowest) return null;
  const last = bare - 1;
  if (isIn(view, last, "relatives")) {
    const before = isSign(view, last - 1, ",") ? last - 1 : last;
    const antecedent = phraseBefore(view, before, lowest);
    return antecedent === null || antecedent.anaphor !== null
      ? null
      : { ...antecedent, initial: false, subject: antecedent };
  }
  if (isIn(view, last, "pronouns") && view.mentionOf[last] === -1)
    return anaphoric(view, last, bare, view.tokens[last]!.lower, startsClause(view, last, lowest));
  if (isAside(view, last)) return beforeAsides(view, last, lowest);
  const title = titleBefore(view, last, lowest);
  if (title !== null) {
    const owner = beforeAsides(view, title, lowest);
    return owner === null ? null : { ...owner, to: bare };
  }
  const { from, initial, opensSentence } = stretch(view, bare, lowest);
  const heads = headsIn(view, from, bare);
  const near = nearest(view, outsideRelative(view, heads, from, bare), bare);
  // What was said must stand before a source at the sentence's end, so that such a source is not the whole of it.
  const whole = initial && opensSentence && !(postposed && near !== undefined && near !== heads[0]);
  const head = whole && !(postposed && from === 0 && near !== undefined) ? heads[0] : near;
  // "A toll from the raid on the rebel stronghold reported nine dead": things speak for nobody in them
  if (head !== undefined && whole && behindPreposition(view, from, head.from) && isThing(view, from, bare))
    return null;
  if (head !== undefined) {
    const phrase = fromHead(view, head, heads, from, bare, whole && !(postposed && from === 0));
    if (isIn(view, phrase.from, "nobodies")) return null;
    // "east of Damascus said the mayor": what stands after a preposition speaks only where nobody else does.
    const strong = initial || !isIn(view, phrase.from - 1, "prepositions");
    const named = whole && isSign(view, from - 1, ",") ? beforeApposition(view, from, bare, lowest) : null;
    return named ?? ofAntecedent(view, { ...phrase, initial, strong }, lowest);
  }
  if (isIn(view, from, "nobodies")) return null;
  if (from >= bare) return null;
  const surname = view.surnames.has(view.tokens[last]!.lower) && isCapital(view, last);
  if (surname && !initial) return named(view, last, bare, last, initial, true);
  if (isCapital(view, last)) {
    let start = last;
    while (start > from && (isCapital(view, start - 1) || isAbbreviating(view, start - 1))) start--;
    if (afterTime(view, start) >= bare) return null;
    const after = isIn(view, start - 1, "prepositions");
    const apart = isQuoteMark(view, from - 1);
    if (initial && bare - from <= 8) return named(view, from, bare, from, initial, apart);
    return after ? null : named(view, start, bare, start, initial, isQuoteMark(view, start - 1));
  }
  if (isThing(view, from, bare) || view.parsed.tokens[from]!.fine === BARE_VERB) return null;
  const longest = from === lowest && isIn(view, from, "determiners") ? DESCRIPTION : UNKNOWN;
  return initial && bare - from <= longest && isWord(view, last) && !isNumber(view, last)
    ? named(view, from, bare, from, initial, false)
    : null;
}

/** "destroy the town's declared arms": a verb, no subject (Penn Treebank). */
const BARE_VERB = "VB";

function behindPreposition(view: SentenceView, from: number, at: number): boolean {
  let k = at - 1;
  while (k > from && isIn(view, k, "determiners")) k--;
  return k >= from && isIn(view, k, "prepositions");
}

/** "the monitor, which has sources on the ground, said": without those who only stand in a relative clause, unless there are no others. */
function outsideRelative(
  view: SentenceView,
  heads: readonly Head[],
  from: number,
  end: number,
): readonly Head[] {
  let relative = from;
  // "officials installed by Kovia" too
  const opens = (at: number) =>
    isIn(view, at, "relatives") || (view.parsed.tokens[at]!.fine === "VBN" && isIn(view, at + 1, "agents"));
  while (relative < end && !opens(relative)) relative++;
  let verb = relative;
  while (verb < end && !isVerb(view, verb)) verb++;
  const outside = heads.filter((head) => head.to <= relative);
  return outside.at(-1)?.to === relative && verb < end ? outside : heads;
}

function backOverAsides(view: SentenceView, end: number, lowest: number): number {
  let at = end;
  for (;;) {
    const before = at;
    while (at > lowest && isAdverb(view, at - 1)) at--;
    if (at > lowest && isSign(view, at - 1, ")]")) at = openingBracket(view, at - 1, lowest) ?? at;
    for (let k = Math.max(lowest, at - 6); k < at; k++) {
      if (
        view.mentionOf[k] === -1 &&
        afterTime(view, k) === at &&
        (isWord(view, k - 1) || isSign(view, k - 1, ","))
      ) {
        at = k;
        break;
      }
    }
    if (at === before) return at;
  }
}

/** "Ostra Radio, a station in the north said": the name before a description that no comma closes. */
function beforeApposition(
  view: SentenceView,
  from: number,
  end: number,
  lowest: number,
): SourcePhrase | null {
  if (!isIn(view, from, "articles")) return null;
  const name = phraseBefore(view, from - 1, lowest);
  return name !== null && name.mention !== null && name.initial && name.from === lowest
    ? { ...name, to: end }
    : null;
}

/** "X, whose fighters said": the fighters of X. */
function ofAntecedent(view: SentenceView, phrase: SourcePhrase, lowest: number): SourcePhrase {
  const { from, source } = phrase;
  if (!isIn(view, from, "relative_owners") || from <= lowest) return phrase;
  const subject = phraseBefore(view, isSign(view, from - 1, ",") ? from - 1 : from, lowest);
  if (subject === null || !subject.strong || subject.mention === null) return phrase;
  const kind = subject.source.kind === "unspecified" ? source.kind : subject.source.kind;
  return { ...phrase, subject, source: { name: `${subject.source.name} ${source.name}`, kind } };
}

/** "Ilan Desh, host of | “Good Night,” said": where a title in quotation marks begins that a description ends with. */
function titleBefore(view: SentenceView, last: number, lowest: number): number | null {
  if (!isQuoteMark(view, last)) return null;
  let close = last;
  while (isQuoteMark(view, close - 1) || isSign(view, close - 1, ",")) close--;
  let open = close - 1;
  while (open > lowest && close - open < 8 && !isQuoteMark(view, open)) open--;
  while (isQuoteMark(view, open - 1)) open--;
  const before =
    isIn(view, open - 1, "prepositions") || /^['’]\p{L}$/u.test(view.tokens[open - 1]?.text ?? "");
  return open > lowest && isQuoteMark(view, open) && before ? open : null;
}

function isAside(view: SentenceView, at: number): boolean {
  return isSign(view, at, ",—–") || (isSign(view, at, "-") && isSign(view, at - 1, "-"));
}

/**
 * "Ilan Desh, 56, who runs the port, said": the name before the commas, up to six of them. A name that itself stands behind a
 * comma ("a baker from Ostra, | Kovia, in 2012, said") gives way to one that opens the clause.
 */
function beforeAsides(view: SentenceView, last: number, lowest: number): SourcePhrase | null {
  let commas = 0;
  let nearest: SourcePhrase | null = null;
  for (let at = last - 1; at > lowest && last - at < 40 && commas < 6; at--) {
    if (isQuoteMark(view, at) && !isSign(view, at, "'’")) return nearest;
    if (!isAside(view, at)) continue;
    commas++;
    let end = at;
    while (end > lowest && isSign(view, end - 1, "-,")) end--;
    if (end <= lowest || isNumber(view, end - 1)) continue;
    const phrase = phraseBefore(view, end, lowest);
    if (phrase === null || !phrase.initial) continue;
    const described = explained(view, phrase, at + 1, last);
    const sure = phrase.strong || isCapital(view, end - 1);
    // "The divers, who had come by boat, said": whoever opens the sentence.
    const found: SourcePhrase | null =
      described ??
      (sure || (nearest === null && opens(view, phrase, lowest)) ? { ...phrase, to: last } : null);
    if (found === null) continue;
    const within = isIn(view, phrase.from - 1, "connectors") && !isIn(view, phrase.from - 1, "breaks");
    if (!isAside(view, phrase.from - 1) && !within) return found;
    nearest ??= found;
  }
  return nearest;
}

/** A noun phrase with an article at the very beginning: the sentence's subject, whatever its noun. */
function opens(view: SentenceView, phrase: SourcePhrase, lowest: number): boolean {
  let at = phrase.from;
  while (at > lowest && isQuoteMark(view, at - 1)) at--;
  return at === lowest && (lowest === 0 || at < phrase.from) && isIn(view, phrase.from, "determiners");
}

/** "its spokesman, Ilan Desh,": the name. "Ilan Desh, a spokesman for the army,": the kind. Null where the aside tells neither. */
export function explained(
  view: SentenceView,
  phrase: SourcePhrase,
  from: number,
  to: number,
): SourcePhrase | null {
  const isName = phrase.mention?.person === true || isCapital(view, phrase.to - 1);
  if (!isName || phrase.anaphor !== null || phrase.owner !== null) {
    const name = nameIn(view, from, to);
    if (
      name !== null &&
      (phrase.sort === "person" || phrase.owner !== null || name.mention?.person === true)
    ) {
      const kind = name.source.kind === "unspecified" ? phrase.source.kind : name.source.kind;
      return {
        ...phrase,
        to,
        source: { name: name.source.name, kind },
        sort: "person",
        mention: name.mention,
        anaphor: null,
        owner: kind === "unspecified" ? phrase.owner : null,
        words: [...phrase.words, ...name.words],
        strong: true,
      };
    }
    // "Their employer, the land office,": the noun that tells more.
    const told = isIn(view, from, "articles") && !phrase.strong ? phraseBefore(view, to, from) : null;
    if (told !== null && told.strong && told.from === from)
      return { ...told, from: phrase.from, to, initial: phrase.initial };
    return null;
  }
  if (phrase.source.kind !== "unspecified" || isIn(view, from, "relatives")) return null;
  const kind = kindOf(view, from, to, to);
  if (kind === "unspecified") return null;
  let role = from;
  while (role < to && !isIn(view, role, "prepositions") && !isSign(view, role, ",")) role++;
  const words = [...phrase.words, ...view.tokens.slice(from, role).map(({ lower }) => lower)];
  return { ...phrase, to, source: { name: phrase.source.name, kind }, words, strong: true };
}

/** The name that an aside consists of: a person found before, or capitals alone. */
function nameIn(view: SentenceView, from: number, to: number): SourcePhrase | null {
  let end = to;
  while (end > from && (isSign(view, end - 1, ",") || isNumber(view, end - 1))) end--;
  if (end <= from || end - from > 8) return null;
  const covered = view.mentionOf[end - 1]!;
  if (covered !== -1) {
    const { mention, from: start } = view.mentions[covered]!;
    if (!mention.person || start > from) return null;
    return named(view, start, end, start, true, true);
  }
  if (end - from < 2) return null;
  const capitals = everyToken(
    from,
    end,
    (k) => (isCapital(view, k) && !isIn(view, k, "times")) || isAbbreviating(view, k),
  );
  return capitals ? named(view, from, end, from, true, true) : null;
}
