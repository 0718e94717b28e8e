// What a phrase that names a source is called, of which kind and sort it is: a person's name after what they are, a mention's
// own name, the body behind "the army's statement", or the words without their article. Whether it takes up somebody named
// before ("the source"). Knowledge: knowledge/attribution/ (speakers, words). Leaves alone: where the phrase begins and ends.
import type { ActorMention } from "../../model/actor-mention.js";
import type { Source, SourceKind } from "../../model/source.js";
import type { SentenceView } from "./sentence-view.js";
import { isCapital, isIn, isParticiple, isSign, isVerb, isWord, phraseAt } from "./sentence-view.js";
import { headsIn, leftEdge, everyToken, wordsOf } from "./phrase-heads.js";
import { authorOf, calledBehind, mentionAt, ownedBy, selfNamed } from "./phrase-owners.js";

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
  /** "its" of "its spokesman", "group" of "the group's director": the body that the speaker belongs to, named before. */
  readonly owner: Owner | null;
  /** Whom the relative clause is about that it speaks in: "X, whose fighters said", "X, who said"; null elsewhere. */
  readonly subject: SourcePhrase | null;
  /** Lower-case words of it, by which a later "the source" finds it. */
  readonly words: readonly string[];
  /** True where the phrase is the whole subject from the beginning of its clause. */
  readonly initial: boolean;
  readonly strong: boolean;
  /** True where its head, or the name after it, stands right at the cue. */
  readonly adjacent: boolean;
}

export interface Owner {
  /** The pronoun, or the noun that takes a body up. */
  readonly word: string;
  /** What the speaker is of it: "spokesman". */
  readonly role: string;
}

/** Name, kind and sort of the phrase over these tokens whose head begins at `head`. */
export function named(
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
    owner: Owner | null = null,
  ): SourcePhrase => ({
    from,
    to,
    source: { name, kind },
    sort,
    mention,
    anaphor,
    owner,
    subject: null,
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
  // "director of the service Ilan Desh": the name behind what they are
  if (
    behind?.mention?.person === true &&
    all.length === 2 &&
    behind.to === to &&
    behind.from > coreEnd + 1 &&
    lastHead?.mention === null &&
    isPersonWord(view, lastHead.to - 1) &&
    !isIn(view, behind.from - 1, "prepositions", "determiners") &&
    everyToken(coreEnd, behind.from, (k) => isWord(view, k))
  )
    return result(behind.mention.name, kind, "person", behind.mention, null);
  const mention = lastHead?.mention ?? null;
  // "official statements issued by X", "a baker named Ilan"
  const carried = authorOf(view, coreEnd, to);
  if (carried !== null)
    return result(carried.name, carried.sourceKind, sortOfMention(view, carried), carried, null);
  const called = calledBehind(view, coreEnd, to);
  if (called !== null) return result(called, kind, "person", null, null);
  const front = heads.at(-2);
  if (mention !== null && mention.id === null && !mention.person && lastHead!.to === coreEnd) {
    const plain = mention.sourceKind;
    const beside = front?.to === lastHead!.from && front.mention?.person === false ? front.mention : null;
    if (beside?.basis === "outlet" && plain === beside.sourceKind)
      return result(beside.name, beside.sourceKind, "body", beside, null);
    if (beside?.basis === "actor")
      return result(
        wordsOf(view, front!.from, coreEnd),
        ofBody(plain, beside),
        sortOfMention(view, mention),
        beside,
        null,
      );
    const of = isIn(view, coreEnd, "genitives") ? mentionAt(view, coreEnd + 1, to) : null;
    const owned = ownedBy(view, coreStart, coreEnd);
    const body = of ?? owned?.mention ?? null;
    const role = owned?.role ?? lowered(mention.name);
    if (body !== null && body.id !== null && !body.person)
      return result(`${body.name} ${role}`, ofBody(plain, body), sortOfMention(view, mention), null, null);
    if (owned !== null && owned.word !== null)
      return result(mention.name, plain, sortOfMention(view, mention), null, null, {
        word: owned.word,
        role: owned.role,
      });
  }
  if (mention !== null && lastHead!.to === coreEnd)
    return result(
      mention.name,
      mention.sourceKind,
      sortOfMention(view, mention),
      mention,
      anaphorOf(view, from, coreEnd, mention),
    );
  // "The army's statement": the army.
  const last = coreEnd - 1;
  const ownerFrom = afterArticles(view, coreStart, coreEnd);
  if (last > ownerFrom && isIn(view, last, "documents")) {
    const of = headsIn(view, ownerFrom, last).findLast((h) => h.mention !== null)?.mention ?? null;
    if (of !== null) return result(of.name, of.sourceKind, "body", of, null);
    const owner = wordsOf(view, ownerFrom, last);
    const ending = view.knowledge.possessiveEnding;
    const name = owner.endsWith(ending)
      ? owner.slice(0, owner.length - ending.length).replace(/['’]$/u, "")
      : owner;
    if (isCapital(view, last - 1)) return result(name, kind, "body", null, null);
  }
  const self = selfNamed(view, coreEnd, to);
  if (self !== null) return result(self.name, self.sourceKind, "body", self, null);
  const author = authorOf(view, last, to);
  if (author !== null)
    return result(author.name, author.sourceKind, sortOfMention(view, author), author, null);
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
  const owned = ownedBy(view, coreStart, coreEnd);
  if (owned?.mention != null && person)
    return result(`${owned.mention.name} ${owned.role}`, ofBody(kind, owned.mention), "person", within, null);
  // "Ilan Desh head of the port": the name before what they are; "a mission spokesman": the mission by its name.
  const first = heads[0];
  if (person && first?.mention?.person === true && first.to < coreEnd)
    return result(
      first.mention.name,
      kind === "unspecified" ? first.mention.sourceKind : kind,
      "person",
      first.mention,
      null,
    );
  if (person && within !== null && within.id !== null && first?.mention === within && first.to < coreEnd)
    return result(
      `${within.name} ${wordsOf(view, first.to, coreEnd)}`,
      ofBody(kind, within),
      "person",
      within,
      null,
    );
  const owner = owned === null || owned.word === null ? null : { word: owned.word, role: owned.role };
  const name = wordsOf(view, nameStart, wide);
  const plural = (view.tokens[coreEnd - 1]?.lower ?? "").endsWith(view.knowledge.presentEnding) && !person;
  const anaphor = owned === null ? anaphorOf(view, from, coreEnd, null) : documentOf(view, owner, coreEnd);
  return result(
    name,
    kind,
    person
      ? "person"
      : plural
        ? "plural"
        : // An unknown noun is a baker more often than a body.
          heads.length === 0
          ? "person"
          : "body",
    within,
    anaphor,
    anaphor === null ? owner : null,
  );
}

/** "its statement": the words of the body, which is taken up itself. */
function documentOf(view: SentenceView, owner: Owner | null, end: number): string | null {
  return owner !== null && isIn(view, end - 1, "documents") ? view.tokens[end - 1]!.lower : null;
}

function lowered(name: string): string {
  return name.slice(0, 1).toLowerCase() + name.slice(1);
}

/** Who speaks for a body is of its kind: the military spokesman of an armed group. */
function ofBody(kind: SourceKind, { sourceKind }: ActorMention): SourceKind {
  return sourceKind === "unspecified" ? kind : sourceKind;
}

export function anaphoric(
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
    owner: null,
    subject: null,
    words: [word],
    initial,
    strong: true,
    adjacent: true,
  };
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
          isIn(view, at, "reducers")));
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

export function kindOf(view: SentenceView, from: number, coreEnd: number, to: number): SourceKind {
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
  const heads = headsIn(view, from, to);
  // A word inside a body's own name is no modifier: "a spokesman for the Northern Army" of rebels.
  const inName = (k: number): boolean =>
    heads.some((h) => h.from <= k && k < h.to && h.mention !== null && h.mention.id !== null);
  for (let k = from; k < to; k++) {
    const modifier = view.knowledge.modifiers.get(view.tokens[k]!.lower);
    if (modifier !== undefined && !inName(k)) return modifier;
  }
  const mention = heads.find((h) => h.mention !== null && h.mention.sourceKind !== "unspecified")?.mention;
  return kind === "unspecified" && mention ? mention.sourceKind : kind;
}

export function isPersonWord(view: SentenceView, at: number): boolean {
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
  if (!isIn(view, from, "articles") || isIn(view, from, "indefinites")) return null;
  // "the Britain-based group" still; no other capital.
  if (!everyToken(from + 1, to, (at) => !isCapital(view, at) || view.tokens[at]!.text.includes("-")))
    return null;
  const last = view.tokens[to - 1]!.lower;
  const rule = view.knowledge.anaphors.get(last);
  return rule !== undefined && !(rule.bare && to - from > 2) ? last : null;
}
