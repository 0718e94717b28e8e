// One sentence made ready for reading who says what: its tokens with the classes that the knowledge gives them, and the actor
// mentions as token ranges. Classes come from word lists and endings, not from a parse: news texts often lack commas.
// Knowledge: knowledge/attribution/ (words). Leaves alone: what any of it means.
import type { AttributionKnowledge, PhraseTable, WordClass } from "../../knowledge/attribution.js";
import type { ActorMention } from "../../model/actor-mention.js";
import type { Sentence, Token } from "../../model/sentence.js";
import type { ParsedSentence } from "../../model/syntax.js";

export interface MentionRange {
  readonly mention: ActorMention;
  readonly from: number;
  /** Exclusive. */
  readonly to: number;
}

export interface SentenceView {
  /** The document's text, which the tokens are of. */
  readonly text: string;
  readonly sentence: Sentence;
  readonly tokens: readonly Token[];
  /** The same tokens with tags and heads. */
  readonly parsed: ParsedSentence;
  readonly knowledge: AttributionKnowledge;
  /** In text order; where two overlap the longer one only. */
  readonly mentions: readonly MentionRange[];
  /** Index of the mention that covers a token, or -1. */
  readonly mentionOf: Int32Array;
  /** True for a headline that gives every word a capital: "Army Says Rebels Fled". */
  readonly titled: boolean;
  /** Last names of persons who spoke before, in lower case. */
  readonly surnames: ReadonlySet<string>;
}

export function viewSentence(
  text: string,
  sentence: Sentence,
  parsed: ParsedSentence,
  mentions: readonly ActorMention[],
  knowledge: AttributionKnowledge,
  surnames: ReadonlySet<string>,
): SentenceView {
  const { tokens } = sentence;
  const mentionOf = new Int32Array(tokens.length).fill(-1);
  const ranges: MentionRange[] = [];
  let from = 0;
  for (const mention of mentions) {
    while (from < tokens.length && tokens[from]!.end <= mention.start) from++;
    let to = from;
    while (to < tokens.length && tokens[to]!.start < mention.end) to++;
    if (to === from || mentionOf[from] !== -1) continue;
    // "Britain-based" is no mention of Britain; "Syrias" and "Syria's" are one of Syria.
    if (tokens[from]!.start < mention.start || tokens[to - 1]!.end > mention.end + 2) continue;
    // "official statements": an adjective, not somebody.
    const adjective = mention.basis === "description" && parsed.tokens[to - 1]!.tag === "ADJ";
    if (adjective && to - from === 1 && parsed.tokens[to]?.tag === "NOUN") continue;
    mentionOf.fill(ranges.length, from, to);
    ranges.push({ mention, from, to });
  }
  return {
    text,
    sentence,
    tokens,
    parsed,
    knowledge,
    mentions: ranges,
    mentionOf,
    surnames,
    titled: isTitled(tokens),
  };
}

/** Words of more than three letters: so many, and all but one of five with a capital. */
const LEAST_TITLED = 4;

function isTitled(tokens: readonly Token[]): boolean {
  let [words, capitals] = [0, 0];
  for (const { text } of tokens) {
    if (text.length <= 3) continue;
    const code = text.charCodeAt(0);
    if (isSmall(code)) words++;
    else if (isLarge(code) && isSmall(text.charCodeAt(1))) {
      words++;
      capitals++;
    }
  }
  return capitals >= LEAST_TITLED && capitals * 5 >= words * 4;
}

export function isIn(view: SentenceView, at: number, ...classes: readonly WordClass[]): boolean {
  const lower = view.tokens[at]?.lower;
  if (lower === undefined) return false;
  const { words } = view.knowledge;
  for (const name of classes) if (words[name].has(lower)) return true;
  return false;
}

export function isWord(view: SentenceView, at: number): boolean {
  const text = view.tokens[at]?.text;
  if (text === undefined) return false;
  const code = text.charCodeAt(0);
  return code < 128 ? isSmall(code) || isLarge(code) || isFigure(code) : /^[\p{L}\p{N}]/u.test(text);
}

function isSmall(code: number): boolean {
  return code >= 97 && code <= 122;
}
function isLarge(code: number): boolean {
  return code >= 65 && code <= 90;
}
function isFigure(code: number): boolean {
  return code >= 48 && code <= 57;
}

export function isSign(view: SentenceView, at: number, signs: string): boolean {
  const text = view.tokens[at]?.text;
  return text !== undefined && text.length === 1 && signs.includes(text);
}

export function isQuoteMark(view: SentenceView, at: number): boolean {
  return isSign(view, at, "\"“”„«»‘'’") || view.tokens[at]?.text === "`";
}

export function isTerminal(view: SentenceView, at: number): boolean {
  return at >= view.tokens.length || (isSign(view, at, ".!?…") && !isAbbreviating(view, at));
}

/** A full stop after a title or an initial, with a name behind it: "Gen. Desh", "Ilan K. Desh". */
export function isAbbreviating(view: SentenceView, at: number): boolean {
  const before = view.tokens[at - 1];
  if (before === undefined || view.tokens[at]?.text !== "." || view.tokens[at]!.start !== before.end)
    return false;
  return (
    isCapital(view, at - 1) &&
    (/^\p{Lu}$/u.test(before.text) || isIn(view, at - 1, "titles")) &&
    at + 1 < view.tokens.length
  );
}

export function isCapital(view: SentenceView, at: number): boolean {
  const text = view.tokens[at]?.text;
  if (text === undefined) return false;
  const code = text.charCodeAt(0);
  if (code >= 128) return /^\p{Lu}/u.test(text);
  if (isLarge(code)) return true;
  // "al-Nur": a name with a small article
  const dash = text.indexOf("-");
  return (
    dash > 0 && view.knowledge.words.particles.has(text.slice(0, dash)) && /^-\p{Lu}/u.test(text.slice(dash))
  );
}

export function isNumber(view: SentenceView, at: number): boolean {
  const text = view.tokens[at]?.text;
  if (text === undefined) return false;
  const code = text.charCodeAt(0);
  return code < 128 ? isFigure(code) : /^\p{N}/u.test(text);
}

export function isAdverb(view: SentenceView, at: number): boolean {
  const { words, adverbEnding } = view.knowledge;
  const lower = view.tokens[at]?.lower ?? "";
  if (words.adverbs.has(lower)) return true;
  return (
    lower.length > 4 && lower.endsWith(adverbEnding) && !words.not_adverbs.has(lower) && !isCapital(view, at)
  );
}

/** A word that makes a clause of what it stands in: an auxiliary, a listed form, or one with the past ending. */
export function isVerb(view: SentenceView, at: number): boolean {
  const { words, verbEnding } = view.knowledge;
  const token = view.tokens[at];
  if (token === undefined || view.mentionOf[at] !== -1) return false;
  if (words.auxiliaries.has(token.lower)) return true;
  if (isCapital(view, at) && at > 0) return false;
  if (at > 0 && isIn(view, at - 1, "articles") && !isIn(view, at - 1, "demonstratives")) return false;
  if (words.verbs.has(token.lower)) return true;
  return (
    token.lower.length > 4 &&
    token.lower.endsWith(verbEnding) &&
    !token.lower.includes("-") &&
    !words.not_verbs.has(token.lower)
  );
}

export function isParticiple(view: SentenceView, at: number): boolean {
  const lower = view.tokens[at]?.lower ?? "";
  return lower.length > 5 && lower.endsWith(view.knowledge.participleEnding) && !isCapital(view, at);
}

/** The longest phrase of the table that begins at a token. */
export function phraseAt<T>(
  view: SentenceView,
  at: number,
  table: PhraseTable<T>,
): { readonly value: T; readonly to: number } | null {
  const token = view.tokens[at];
  const entries = token === undefined ? undefined : table.get(token.lower);
  if (entries === undefined) return null;
  for (const { words, value } of entries) {
    if (standsAt(view, at, words, 0)) return { value, to: at + words.length };
  }
  return null;
}

/** A phrase of the table, with articles and describing words let pass after its first word: "in a brief statement". */
export function looseAt<T>(
  view: SentenceView,
  at: number,
  table: PhraseTable<T>,
): { readonly value: T; readonly to: number } | null {
  const token = view.tokens[at];
  const entries = token === undefined ? undefined : table.get(token.lower);
  if (entries === undefined) return null;
  for (const { words, value } of entries) {
    let k = at + 1;
    if (words.length > 1) {
      const limit = at + 5;
      while (k < limit && view.tokens[k]?.lower !== words[1] && isDescribing(view, k)) k++;
    }
    if (standsAt(view, k, words, 1)) return { value, to: k + words.length - 1 };
  }
  return null;
}

/** Whether the words from the given one on stand at a token and behind it. */
function standsAt(view: SentenceView, at: number, words: readonly string[], from: number): boolean {
  for (let i = from; i < words.length; i++) if (view.tokens[at + i - from]?.lower !== words[i]) return false;
  return true;
}

function isDescribing(view: SentenceView, at: number): boolean {
  return isIn(view, at, "determiners", "premodifiers", "times") || isCapital(view, at);
}

/** Index after the words of time that begin here ("on Sunday", "late Monday"); the same index where none do. */
export function afterTime(view: SentenceView, from: number): number {
  let at = from;
  let solid = from;
  while (at < view.tokens.length && at < from + 8) {
    if (isIn(view, at, "times")) solid = ++at;
    else if (isNumber(view, at) && at > from && isIn(view, at - 1, "times")) solid = ++at;
    else if (isIn(view, at, "time_modifiers") || isIn(view, at, "time_prepositions")) at++;
    else break;
  }
  if (solid > from && /^['’]\p{L}$/u.test(view.tokens[solid]?.text ?? "")) return from;
  return solid;
}
