// The noun phrase that names a source: left of a cue ("the Observatory said") or right of it ("according to residents").
// A mention of an actor or a noun for a speaker is its head; without commas the nearest head before the cue counts, with a
// clause's whole subject the first. Knowledge: knowledge/attribution/ (speakers, words). Leaves alone: whom "it" means.
import type { ActorMention } from "../../model/actor-mention.js";
import type { Source, SourceKind } from "../../model/source.js";
import type { SentenceView } from "./sentence-view.js";
import {
  afterTime,
  isAbbreviating,
  isAdverb,
  isCapital,
  isIn,
  isNumber,
  isParticiple,
  isQuoteMark,
  isSign,
  isTerminal,
  isVerb,
  isWord,
  phraseAt,
} from "./sentence-view.js";

const REACH = 30;

export type Sort = "person" | "body" | "plural";

export interface SourcePhrase {
  readonly from: number;
  /** Exclusive. */
  readonly to: number;
  readonly source: Source;
  readonly sort: Sort;
  readonly mention: ActorMention | null;
  /** Word that takes up an earlier speaker ("it", "the source"); null where the phrase names one itself. */
  readonly anaphor: string | null;
  /** Lower-case words of it, by which a later "the source" finds it. */
  readonly words: readonly string[];
  /** True where the phrase is the whole subject from the beginning of its clause. */
  readonly initial: boolean;
  readonly strong: boolean;
  /** True where its head, or the name after it, stands right at the cue. */
  readonly adjacent: boolean;
}

interface Head {
  readonly from: number;
  readonly to: number;
  readonly mention: ActorMention | null;
}

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
    return antecedent === null || antecedent.anaphor !== null ? null : { ...antecedent, initial: false };
  }
  if (isIn(view, last, "pronouns") && view.mentionOf[last] === -1)
    return anaphoric(view, last, bare, view.tokens[last]!.lower, startsClause(view, last, lowest));
  if (isAside(view, last)) return beforeAsides(view, last, lowest);
  const { from, initial, opensSentence } = stretch(view, bare, lowest);
  const heads = headsIn(view, from, bare);
  const near = nearest(view, heads, bare);
  // What was said must stand before a source at the sentence's end, so that such a source is not the whole of it.
  const whole = initial && opensSentence && !(postposed && near !== undefined && near !== heads[0]);
  const head = whole && !(postposed && from === 0 && near !== undefined) ? heads[0] : near;
  if (head !== undefined) {
    const phrase = fromHead(view, head, heads, from, bare, whole && !(postposed && from === 0));
    if (isIn(view, phrase.from, "nobodies")) return null;
    // "east of Damascus said the mayor": what stands after a preposition speaks only where nobody else does.
    const strong = initial || !isIn(view, phrase.from - 1, "prepositions");
    const named = whole && isSign(view, from - 1, ",") ? beforeApposition(view, from, bare, lowest) : null;
    return named ?? { ...phrase, initial, strong };
  }
  if (isIn(view, from, "nobodies")) return null;
  if (from >= bare) return null;
  const surname = view.surnames.has(view.tokens[last]!.lower) && isCapital(view, last);
  if (surname && !initial) return named(view, last, bare, last, initial, true);
  if (isCapital(view, last)) {
    let start = last;
    while (start > from && (isCapital(view, start - 1) || isAbbreviating(view, start - 1))) start--;
    const after = isIn(view, start - 1, "prepositions");
    const apart = isQuoteMark(view, from - 1);
    if (initial && bare - from <= 8) return named(view, from, bare, from, initial, apart);
    return after ? null : named(view, start, bare, start, initial, isQuoteMark(view, start - 1));
  }
  return initial && bare - from <= 8 && isWord(view, last) && !isNumber(view, last)
    ? named(view, from, bare, from, initial, false)
    : null;
}

/** The phrase that begins at token `from`; null where no noun phrase of a speaker can begin there. */
export function phraseAfter(view: SentenceView, from: number, limit: number): SourcePhrase | null {
  if (isIn(view, from, "pronouns") && view.mentionOf[from] === -1)
    return anaphoric(view, from, from + 1, view.tokens[from]!.lower, false);
  let at = from;
  let headEnd = -1;
  while (at < limit && at < from + 14) {
    const covered = view.mentionOf[at]!;
    if (covered !== -1) {
      if (
        headEnd === at &&
        view.mentionOf[at - 1] === -1 &&
        !isIn(view, at - 1, "person_words", "premodifiers")
      )
        break;
      at = view.mentions[covered]!.to;
      headEnd = at;
      continue;
    }
    const speaker = phraseAt(view, at, view.knowledge.speakers);
    if (speaker !== null) {
      at = speaker.to;
      headEnd = at;
      continue;
    }
    if (isSign(view, at, "'’") || /^['’]s$/u.test(view.tokens[at]!.text)) {
      at++;
      continue;
    }
    if (isAbbreviating(view, at)) {
      if (headEnd === at) headEnd++;
      at++;
      continue;
    }
    if (!isWord(view, at) || (isVerb(view, at) && !isIn(view, at, "premodifiers"))) break;
    if (headEnd !== -1) {
      if (isIn(view, at, "prepositions") && prepositionalTail(view, at, limit) > at) {
        at = prepositionalTail(view, at, limit);
        headEnd = at;
        continue;
      }
      if (isIn(view, at, "articles")) {
        const noun = apposition(view, at, limit);
        if (noun > at) {
          at = noun;
          headEnd = noun;
          continue;
        }
      }
      if (isCapital(view, at) && afterTime(view, at) === at) {
        headEnd = ++at;
        continue;
      }
      break;
    }
    if (isIn(view, at, "connectors", "complementizers", "relatives")) break;
    if (isIn(view, at, "prepositions") && at === from) break;
    at++;
  }
  if (headEnd === -1) {
    let end = from;
    if (isIn(view, end, "determiners")) end++;
    while (end < limit && (isCapital(view, end) || isAbbreviating(view, end))) end++;
    if (end === from || (isIn(view, from, "determiners") && end === from + 1)) return null;
    return named(view, from, end, from, false, false);
  }
  const heads = headsIn(view, from, headEnd);
  const head = heads[0];
  return head === undefined ? null : fromHead(view, head, heads, from, headEnd, true);
}

/** Any noun phrase that begins here, up to a comma, a verb or a word that joins: for cues that need no speaker's noun. */
export function anyPhraseAfter(view: SentenceView, from: number): SourcePhrase | null {
  let at = from;
  while (at < view.tokens.length && at < from + 20) {
    if (isSign(view, at, ",;:()—–") || isQuoteMark(view, at) || isTerminal(view, at)) break;
    if (isIn(view, at, "connectors", "complementizers", "relatives") || (isVerb(view, at) && at > from))
      break;
    at++;
  }
  if (at === from || !isWord(view, at - 1)) return null;
  return named(view, from, at, from, false, false);
}

/** Index after "a monitoring group opposed to …" that describes a name before it; the same index where it is no such thing. */
function apposition(view: SentenceView, from: number, limit: number): number {
  let at = from + 1;
  while (
    at < from + 5 &&
    (isIn(view, at, "premodifiers") || isCapital(view, at) || /-/u.test(view.tokens[at]?.text ?? ""))
  )
    at++;
  let speaker = phraseAt(view, at, view.knowledge.speakers);
  if (speaker === null && isIn(view, at - 1, "premodifiers"))
    speaker = phraseAt(view, at - 1, view.knowledge.speakers);
  if (speaker === null) return from;
  let end = speaker.to;
  const participle = !isTerminal(view, end) && /(?:ed|ing)$/u.test(view.tokens[end]?.lower ?? "");
  if (isTerminal(view, end)) return end;
  if (!participle)
    return isIn(view, end, "prepositions") && prepositionalTail(view, end, limit) > end
      ? prepositionalTail(view, end, limit)
      : from;
  while (end < limit && isWord(view, end) && !isIn(view, end, "connectors")) end++;
  return end;
}

/** Index after "of the northern province" that begins at a preposition; the same index where it is no such tail. */
function prepositionalTail(view: SentenceView, at: number, limit: number): number {
  if (!isIn(view, at, "prepositions")) return at;
  let end = at + 1;
  while (end < limit && isIn(view, end, "determiners")) end++;
  const from = end;
  if (afterTime(view, at) > at) return at;
  while (end < limit && end < from + 6 && isCapital(view, end)) end++;
  if (end === from && end < limit && isWord(view, end) && !isVerb(view, end)) {
    while (
      end < limit &&
      end < from + 3 &&
      isWord(view, end) &&
      !isVerb(view, end) &&
      !isIn(view, end, "prepositions", "connectors")
    )
      end++;
  }
  return end > from ? end : at;
}

function backOverAsides(view: SentenceView, end: number, lowest: number): number {
  let at = end;
  for (;;) {
    const before = at;
    while (at > lowest && isAdverb(view, at - 1)) at--;
    if (at > lowest && isSign(view, at - 1, ")]")) at = openingBracket(view, at - 1, lowest) ?? at;
    for (let k = Math.max(lowest, at - 6); k < at; k++) {
      if (view.mentionOf[k] === -1 && afterTime(view, k) === at && isWord(view, k - 1)) {
        at = k;
        break;
      }
    }
    if (at === before) return at;
  }
}

/** Between two words without a space: "al-Nur" in pieces. */
function isHyphen(view: SentenceView, at: number): boolean {
  return isSign(view, at, "-") && view.tokens[at]!.start === view.tokens[at - 1]?.end && isWord(view, at - 1);
}

function openingBracket(view: SentenceView, close: number, lowest: number): number | null {
  for (let at = close - 1; at >= lowest && close - at < 14; at--) if (isSign(view, at, "([")) return at;
  return null;
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

function isAside(view: SentenceView, at: number): boolean {
  return isSign(view, at, ",—–") || (isSign(view, at, "-") && isSign(view, at - 1, "-"));
}

/** "Ilan Desh, 56, who runs the port, said": the name before the commas, up to four of them. */
function beforeAsides(view: SentenceView, last: number, lowest: number): SourcePhrase | null {
  let commas = 0;
  for (let at = last - 1; at > lowest && last - at < 40 && commas < 4; at--) {
    if (isQuoteMark(view, at) && !isSign(view, at, "'’")) return null;
    if (!isAside(view, at)) continue;
    commas++;
    let end = at;
    while (end > lowest && isSign(view, end - 1, "-,")) end--;
    if (end <= lowest || isNumber(view, end - 1)) continue;
    const phrase = phraseBefore(view, end, lowest);
    if (phrase !== null && (phrase.strong || isCapital(view, end - 1)) && phrase.initial)
      return { ...phrase, to: last };
  }
  return null;
}

interface Stretch {
  readonly from: number;
  /** True where it is a clause's whole beginning, so that its words before the cue are the subject. */
  readonly initial: boolean;
  /** True where it begins the sentence, or follows a comma or a quotation, rather than "and" or "while". */
  readonly opensSentence: boolean;
}

function stretch(view: SentenceView, end: number, lowest: number): Stretch {
  let at = end;
  let joined = false;
  while (at > lowest && end - at < REACH) {
    const k = at - 1;
    if (view.mentionOf[k] !== -1) {
      at = Math.max(lowest, view.mentions[view.mentionOf[k]!]!.from);
      continue;
    }
    if (isSign(view, k, ")]")) {
      const open = openingBracket(view, k, lowest);
      if (open === null) break;
      at = open;
      continue;
    }
    if (isSign(view, k, ",;:—–-/([") || isQuoteMark(view, k)) {
      if (!isHyphen(view, k)) break;
    } else if (isSign(view, k, "!?…") || (isSign(view, k, ".") && !isAbbreviating(view, k))) break;
    else if (isIn(view, k, "relatives") && opensRelative(view, k)) {
      at = k;
      continue;
    } else if (isIn(view, k, "connectors", "complementizers", "relatives")) {
      joined = isIn(view, k, "coordinators", "connectors");
      break;
    } else if (isVerb(view, k)) {
      const opener = relativeOpener(view, k, lowest);
      if (opener === null) return { from: at, initial: false, opensSentence: false };
      at = opener;
      continue;
    }
    at--;
  }
  let from = at;
  if (end - at >= REACH) return { from, initial: false, opensSentence: false };
  while (from < end && (isAdverb(view, from) || isIn(view, from, "breaks"))) from++;
  const timed = afterTime(view, from);
  if (timed > from && timed < end) from = isSign(view, timed, ",") ? timed + 1 : timed;
  return { from, initial: !isIn(view, from, "prepositions"), opensSentence: !joined };
}

/** "which relies on witnesses": the relative pronoun is the subject, as the verb right after it shows. */
function opensRelative(view: SentenceView, at: number): boolean {
  const next = at + 1;
  if (
    view.mentionOf[next] !== -1 ||
    isCapital(view, next) ||
    isIn(view, next, "determiners", "pronouns", "premodifiers")
  )
    return false;
  if (phraseAt(view, next, view.knowledge.speakers) !== null && !/s$/u.test(view.tokens[next]?.lower ?? ""))
    return false;
  return isVerb(view, next) || view.tokens[next]?.lower.endsWith(view.knowledge.presentEnding) === true;
}

/** "a witness who was wounded in the head": where the relative pronoun of this verb stands, right before it. */
function relativeOpener(view: SentenceView, verb: number, lowest: number): number | null {
  for (let at = verb - 1; at >= lowest && verb - at <= 2; at--) {
    if (isIn(view, at, "relatives")) return at;
    if (!isAdverb(view, at) && !isVerb(view, at)) return null;
  }
  return null;
}

function headsIn(view: SentenceView, from: number, to: number): Head[] {
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
    if (speaker !== null && speaker.to <= to) {
      heads.push({ from: at, to: speaker.to, mention: null });
      at = speaker.to;
    } else at++;
  }
  return heads;
}

function nearest(view: SentenceView, heads: readonly Head[], end: number): Head | undefined {
  const head = heads.at(-1);
  if (head === undefined) return undefined;
  if (head.to === end) return head;
  const names = everyToken(head.to, end, (k) => isCapital(view, k) || isSign(view, k, ".'’-"));
  if (names) return head;
  const tail =
    isIn(view, head.to, "prepositions", "relatives") || isParticiple(view, head.to) || isWord(view, head.to);
  return tail && end - head.to <= 12 ? head : undefined;
}

function fromHead(
  view: SentenceView,
  first: Head,
  heads: readonly Head[],
  lowest: number,
  end: number,
  initial: boolean,
): SourcePhrase {
  let head = first;
  let from = leftEdge(view, head.from, lowest);
  // "Ilan Desh the group's head": the name before the description.
  const before = view.mentionOf[from - 1];
  if (
    !initial &&
    head.mention === null &&
    before !== undefined &&
    before !== -1 &&
    from - 1 >= lowest &&
    isIn(view, from, "articles") &&
    isPersonWord(view, head.to - 1)
  ) {
    const range = view.mentions[before]!;
    head = { from: range.from, to: range.to, mention: range.mention };
    from = leftEdge(view, head.from, lowest);
  }
  // "a source in the northern province": the head noun stands before a preposition.
  for (let guard = 0; guard < 3 && !initial; guard++) {
    const outer = heads.findLast(
      (h) => h.to < from && everyToken(h.to, from, (k) => isIn(view, k, "prepositions", "determiners")),
    );
    if (outer === undefined || !isIn(view, outer.to, "prepositions")) break;
    head = outer;
    from = leftEdge(view, head.from, lowest);
  }
  if (initial) from = lowest;
  else if (head.mention !== null && isIn(view, from - 1, "prepositions")) from = head.from;
  return named(view, from, end, head.from, initial, true);
}

function leftEdge(view: SentenceView, head: number, lowest: number): number {
  let from = head;
  while (from > lowest) {
    const k = from - 1;
    if (view.mentionOf[k] !== -1) from = Math.max(lowest, view.mentions[view.mentionOf[k]!]!.from);
    else if (isIn(view, k, "premodifiers") || (isCapital(view, k) && !isIn(view, k, "times"))) from--;
    else if (/^['’]s$/u.test(view.tokens[k]!.text) || (isSign(view, k, "-") && isWord(view, k - 1))) from--;
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

/** Name, kind and sort of the phrase over these tokens whose head begins at `head`. */
function named(
  view: SentenceView,
  from: number,
  to: number,
  head: number,
  initial: boolean,
  strong: boolean,
): SourcePhrase {
  const coreEnd = coreOf(view, head, to);
  const coreStart = Math.max(from, Math.min(head, leftEdge(view, head, from)));
  const heads = headsIn(view, coreStart, coreEnd);
  const lastHead = heads.at(-1);
  const words = view.tokens.slice(from, to).map((t) => t.lower);
  const result = (
    name: string,
    kind: SourceKind,
    sort: Sort,
    mention: ActorMention | null,
    anaphor: string | null,
  ): SourcePhrase => ({
    from,
    to,
    source: { name, kind },
    sort,
    mention,
    anaphor,
    words,
    initial,
    strong,
    adjacent: coreEnd === to,
  });
  const kind = kindOf(view, coreStart, coreEnd, to);
  // A person's name after what they are: "Governor Ilan Desh".
  const tailFrom = lastHead === undefined ? coreStart : lastHead.to;
  if (
    lastHead !== undefined &&
    tailFrom < coreEnd &&
    everyToken(tailFrom, coreEnd, (k) => isCapital(view, k) || isSign(view, k, ".'’-"))
  )
    return result(wordsOf(view, tailFrom, coreEnd), kind, "person", null, null);
  const all = headsIn(view, coreStart, to);
  const behind = all.at(-1);
  if (
    behind?.mention &&
    all.length > 1 &&
    behind.to === to &&
    all.at(-2)!.to === behind.from &&
    behind.from >= coreEnd
  )
    return result(behind.mention.name, behind.mention.sourceKind, "person", behind.mention, null);
  const mention = lastHead?.mention ?? null;
  if (mention !== null && lastHead!.to === coreEnd)
    return result(
      mention.name,
      mention.sourceKind,
      sortOfMention(view, mention),
      mention,
      anaphorOf(view, from, coreEnd, mention),
    );
  // "The army's statement": the army.
  const owner = coreEnd - 1;
  const ownerFrom = afterArticles(view, coreStart, coreEnd);
  if (owner > ownerFrom && isIn(view, owner, "documents")) {
    const of = headsIn(view, ownerFrom, owner).findLast((h) => h.mention !== null)?.mention ?? null;
    if (of !== null) return result(of.name, of.sourceKind, "body", of, null);
    const name = wordsOf(view, ownerFrom, owner).replace(/['’]?s$/u, "");
    if (isCapital(view, owner - 1)) return result(name, kind, "body", null, null);
  }
  const person = lastHead !== undefined && isPersonWord(view, lastHead.to - 1);
  const within =
    (
      heads.find((h) => h.mention !== null && h.mention.id !== null) ??
      heads.findLast((h) => h.mention !== null)
    )?.mention ?? null;
  if (within !== null && !person)
    return result(within.name, within.sourceKind, sortOfMention(view, within), within, null);
  const nameStart = afterArticles(view, coreStart, coreEnd);
  const wide =
    to - nameStart <= 9 && (isIn(view, coreEnd, "prepositions") || coreEnd === to)
      ? prepositionalEnd(view, coreEnd, to)
      : coreEnd;
  const name = wordsOf(view, nameStart, wide);
  const plural = /s$/u.test(view.tokens[coreEnd - 1]?.lower ?? "") && !person;
  const anaphor = anaphorOf(view, from, coreEnd, null);
  return result(
    name,
    kind,
    person
      ? "person"
      : plural
        ? "plural"
        : heads.length === 0 && isCapital(view, coreEnd - 1)
          ? "person"
          : "body",
    within,
    anaphor,
  );
}

function prepositionalEnd(view: SentenceView, from: number, to: number): number {
  let at = from;
  while (
    at < to &&
    isWord(view, at) &&
    !isIn(view, at, "relatives") &&
    !isVerb(view, at) &&
    !isParticiple(view, at)
  )
    at++;
  return at;
}

/** Where the noun phrase proper ends: before a preposition, a comma, a relative pronoun. */
function coreOf(view: SentenceView, head: number, to: number): number {
  let at = head;
  while (at < to) {
    const covered = view.mentionOf[at]!;
    if (covered !== -1) {
      at = Math.min(to, view.mentions[covered]!.to);
      continue;
    }
    const speaker = phraseAt(view, at, view.knowledge.speakers);
    if (speaker !== null && speaker.to <= to) {
      at = speaker.to;
      continue;
    }
    const stops =
      isSign(view, at, ',;:()—–"“”') ||
      isIn(view, at, "prepositions", "relatives", "connectors") ||
      (at > head && isIn(view, at, "determiners")) ||
      (at > head &&
        (isVerb(view, at) ||
          (isParticiple(view, at) && !isIn(view, at, "premodifiers")) ||
          view.tokens[at]!.lower === "based" ||
          view.tokens[at]!.lower === "named"));
    if (stops) break;
    at++;
  }
  return Math.max(at, Math.min(to, head + 1));
}

function afterArticles(view: SentenceView, from: number, to: number): number {
  let at = from;
  while (at < to - 1 && isIn(view, at, "articles")) at++;
  return at;
}

function wordsOf(view: SentenceView, from: number, to: number): string {
  const tokens = view.tokens.slice(from, to);
  while (tokens.length > 1 && /^(?:['’]s?|[,;:.])$/u.test(tokens.at(-1)!.text)) tokens.pop();
  let words = "";
  tokens.forEach((token, i) => {
    const gap = i > 0 && tokens[i - 1]!.end < token.start ? " " : "";
    words += gap + token.text;
  });
  return words;
}

function kindOf(view: SentenceView, from: number, coreEnd: number, to: number): SourceKind {
  let kind: SourceKind = "unspecified";
  let general = true;
  let at = from;
  // The first noun that tells a kind: a "rebel commander" speaks for rebels.
  while (at < coreEnd && general) {
    const speaker = phraseAt(view, at, view.knowledge.speakers);
    if (speaker !== null && speaker.to <= coreEnd) {
      const weak = speaker.value.kind === "unspecified" || speaker.value.kind === "anonymous";
      if (!weak || kind === "unspecified") kind = speaker.value.kind;
      if (!weak) general = false;
      at = speaker.to;
    } else at++;
  }
  if (!general) return kind;
  for (let k = from; k < to; k++) {
    const modifier = view.knowledge.modifiers.get(view.tokens[k]!.lower);
    if (modifier !== undefined) return modifier;
  }
  const mention = headsIn(view, from, to).find(
    (h) => h.mention !== null && h.mention.sourceKind !== "unspecified",
  )?.mention;
  return kind === "unspecified" && mention ? mention.sourceKind : kind;
}

function isPersonWord(view: SentenceView, at: number): boolean {
  return isIn(view, at, "person_words");
}

function sortOfMention(view: SentenceView, mention: ActorMention): Sort {
  if (mention.person) return "person";
  if (mention.basis !== "description") return "body";
  const last = mention.quote.toLowerCase().split(" ").at(-1)!;
  if (view.knowledge.words.person_words.has(last)) return "person";
  return last.endsWith(view.knowledge.presentEnding) ? "plural" : "body";
}

/** "the source", "the group": an article and a noun that takes up an earlier speaker. */
function anaphorOf(
  view: SentenceView,
  from: number,
  to: number,
  mention: ActorMention | null,
): string | null {
  if (mention !== null && mention.id !== null) return null;
  if (to - from > 5) return null;
  if (!isIn(view, from, "articles") || /^an?$/u.test(view.tokens[from]!.lower)) return null;
  if (!everyToken(from + 1, to, (at) => !isCapital(view, at))) return null;
  const last = view.tokens[to - 1]!.lower;
  return view.knowledge.anaphors.has(last) ? last : null;
}

function anaphoric(
  view: SentenceView,
  from: number,
  to: number,
  word: string,
  initial: boolean,
): SourcePhrase {
  return {
    from,
    to,
    source: { name: view.tokens[from]!.text, kind: "unspecified" },
    sort: "person",
    mention: null,
    anaphor: word,
    words: [word],
    initial,
    strong: true,
    adjacent: true,
  };
}

function startsClause(view: SentenceView, at: number, lowest: number): boolean {
  return stretch(view, at + 1, lowest).initial;
}

function everyToken(from: number, to: number, test: (at: number) => boolean): boolean {
  for (let at = from; at < to; at++) if (!test(at)) return false;
  return true;
}
