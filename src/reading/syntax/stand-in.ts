// Names before the parser: each name that a table knows is one word to it, the same word for every name of its kind, so that a
// sentence is parsed alike whoever stands in it. Comes in: a sentence's tokens with its actors and places. Goes out: which
// tokens what word stands for, and the tokens as the parser sees them. The words: knowledge/syntax/en.yaml.
import type { StandInWords } from "../../knowledge/syntax.js";
import type { Span } from "../../base/span.js";
import type { ActorMention } from "../../model/actor-mention.js";
import type { Token } from "../../model/sentence.js";
import type { Toponym } from "../../model/toponym.js";

/** Tokens `from` to `to`, the last one included, in which `text` stands for the characters `start` to `end`. */
export interface StandIn extends Span {
  readonly from: number;
  readonly to: number;
  readonly text: string;
  /** The first token is the article that the name has: "the" of "the Netherlands". */
  readonly article: boolean;
}

/** Tokens as the parser sees them, and what stands in the text for each of these: a token of it, or a whole name as one. */
export interface Standing {
  readonly tokens: readonly Token[];
  readonly own: readonly Token[];
  /** The articles of names, by the index of the name. */
  readonly articles: ReadonlyMap<number, Token>;
}

const NO_ARTICLES: ReadonlyMap<number, Token> = new Map();

/** Names of bodies, persons and places in text order; of two that overlap the first and longest. */
export function standInsFor(
  tokens: readonly Token[],
  actors: readonly ActorMention[],
  toponyms: readonly Toponym[],
  words: StandInWords,
  articles: ReadonlySet<string>,
): StandIn[] {
  const names = [
    ...actors.flatMap((actor) => {
      const name = nameIn(actor);
      return name === null ? [] : [named(name, actor.person ? words.person : words.body, !actor.person)];
    }),
    ...toponyms.map((toponym) =>
      named(toponym, standsFor(toponym, words), toponym.derivation.rule !== DEMONYM),
    ),
  ].sort((a, b) => a.start - b.start || b.end - a.end);
  const found: StandIn[] = [];
  let t = 0;
  let end = -1;
  for (const name of names) {
    if (name.start < end || !CAPITAL.test(name.quote)) continue;
    while (t < tokens.length && tokens[t]!.end <= name.start) t++;
    let to = t;
    while (to + 1 < tokens.length && tokens[to + 1]!.start < name.end) to++;
    if (t >= tokens.length) break;
    const article =
      name.articled && t > 0 && tokens[t - 1]!.start >= end && articles.has(tokens[t - 1]!.lower);
    const { start, word: text } = name;
    found.push({ from: article ? t - 1 : t, to, start, end: name.end, text, article });
    end = Math.max(name.end, tokens[to]!.end);
  }
  return found;
}

/** The rule of places by which the adjective of a nation is known. */
const DEMONYM = "demonym";
const CAPITAL = /^\p{Lu}/u;
/** Every word of it begins with a capital but small ones inside: "Syrian army" describes, "Syrian Democratic Forces" names. */
const ALL_CAPITAL = /^\p{Lu}[^\s-]*(?:[ -](?:\p{Lu}[^\s-]*|\p{Ll}{1,3}))*$/u;

/** A body's name as it stands, a person's without the title before it; null for what only describes. */
function nameIn(actor: ActorMention): (Span & { readonly quote: string }) | null {
  const { id, person, loaded, basis, name, quote, end } = actor;
  if (loaded || !(person || (id !== null && basis !== "description"))) return null;
  if (ALL_CAPITAL.test(quote)) return actor;
  return person && quote.endsWith(name) && ALL_CAPITAL.test(name)
    ? { start: end - name.length, end, quote: name }
    : null;
}

function named({ start, end, quote }: Span & { readonly quote: string }, word: string, articled: boolean) {
  return { start, end, quote, word, articled };
}

function standsFor({ derivation, quote }: Toponym, words: StandInWords): string {
  if (derivation.rule !== DEMONYM) return words.place;
  return quote.endsWith(words.people.ending) ? words.people.word : words.nation;
}

/** The tokens `first` to `end` (exclusive) with the stand-ins that lie among them. */
export function standing(
  tokens: readonly Token[],
  standIns: readonly StandIn[],
  first: number,
  end: number,
): Standing {
  const plain = first === 0 && end === tokens.length ? tokens : tokens.slice(first, end);
  const inside = standIns.filter(({ from, to }) => from >= first && to < end);
  if (inside.length === 0) return { tokens: plain, own: plain, articles: NO_ARTICLES };
  const seen: Token[] = [];
  const own: Token[] = [];
  const articles = new Map<number, Token>();
  let i = first;
  for (const { from, to, start, end: stop, text, article } of inside) {
    for (; i < from; i++) {
      seen.push(tokens[i]!);
      own.push(tokens[i]!);
    }
    if (article) articles.set(own.length, tokens[i++]!);
    const [head, tail] = [tokens[i]!, tokens[to]!];
    const shown =
      head.text.slice(0, Math.max(0, start - head.start)) +
      text +
      tail.text.slice(tail.text.length - Math.max(0, tail.end - stop));
    seen.push({ start: head.start, end: tail.end, text: shown, lower: shown.toLowerCase() });
    own.push(joined(tokens, i, to));
    i = to + 1;
  }
  for (; i < end; i++) {
    seen.push(tokens[i]!);
    own.push(tokens[i]!);
  }
  return { tokens: seen, own, articles };
}

/** The tokens `from` to `to` as one; what white space stands between them is one blank. */
function joined(tokens: readonly Token[], from: number, to: number): Token {
  if (from === to) return tokens[from]!;
  let [text, lower] = ["", ""];
  for (let i = from; i <= to; i++) {
    const gap = i > from && tokens[i - 1]!.end < tokens[i]!.start ? " " : "";
    text += gap + tokens[i]!.text;
    lower += gap + tokens[i]!.lower;
  }
  return { start: tokens[from]!.start, end: tokens[to]!.end, text, lower };
}
