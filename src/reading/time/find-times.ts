// From sentences to time expressions in text order: recognised by the grammar of knowledge/time, resolved against the date
// of publication and the expression before (TIMEX3's ideas; values in EDTF). Longest phrase from the left wins.
// Abstains (date null, meaning kept) where the reference is unknown or too coarse. Leaves alone: which event an
// expression belongs to; distances from events are resolved later with `resolveAgainst`.
import type { NumeralTable } from "../../base/numeral.js";
import type { Captures, PhraseGrammar, Starts } from "../../base/phrase-grammar.js";
import { PhraseMatcher, compileGrammar, startsOf, startsWith } from "../../base/phrase-grammar.js";
import type { Span } from "../../base/span.js";
import type { Sentence } from "../../model/sentence.js";
import type { TimeExpression } from "../../model/time-expression.js";
import type { TimeMeaning, TimeSignal } from "../../model/time-meaning.js";
import type { TimeKnowledge, TimeRule } from "../../knowledge/time.js";
import { buildMeaning } from "./build-meaning.js";
import type { Stretch } from "./calendar-stretch.js";
import { edtfOf, isoEnd, stretchOfEdtf, timexOf } from "./calendar-stretch.js";
import { resolveMeaning } from "./resolve-meaning.js";
import { lexicalReader, startsOfLexical } from "./time-shapes.js";
import type { Captured } from "./time-shapes.js";
import { timeWords } from "./time-words.js";
import type { TimeWord } from "./time-words.js";
import { clockOf, timexValue } from "./timex-value.js";

/** The time knowledge made ready once: patterns compiled, first words known. */
export interface TimeReader {
  readonly knowledge: TimeKnowledge;
  readonly numerals: NumeralTable;
  readonly grammar: PhraseGrammar<TimeRule>;
  /** What each category of the grammar can begin with. */
  readonly starts: ReadonlyMap<string, Starts>;
  /** Every word that helps to name a happening. */
  readonly happeningWords: ReadonlySet<string>;
}

export function prepareTimes(knowledge: TimeKnowledge, numerals: NumeralTable): TimeReader {
  const grammar = compileGrammar(knowledge.rules);
  const starts = startsOf(grammar, (category) => startsOfLexical(category, knowledge, numerals));
  const happeningWords = new Set(knowledge.happenings.flatMap((happening) => happening.words.flat()));
  return { knowledge, numerals, grammar, starts, happeningWords };
}

/** `published` is EDTF (a day resolves most; a month, year or interval less) or null. */
export function findTimes(
  text: string,
  sentences: readonly Sentence[],
  published: string | null,
  reader: TimeReader,
): TimeExpression[] {
  const found: TimeExpression[] = [];
  const reference = stretchOfEdtf(published);
  const begins = reader.starts.get("time");
  let earlier: Stretch | null = null;
  for (const sentence of sentences) {
    let year: number | null = null;
    const words = timeWords(sentence);
    if (!words.some((word) => startsWith(begins, word.lower))) continue;
    const lowers = words.map((word) => word.lower);
    const matcher = new PhraseMatcher<TimeRule, Captured>(
      reader.grammar,
      reader.starts,
      lowers,
      lexicalReader(words, lowers, reader.knowledge, reader.numerals),
      buildMeaning,
    );
    for (let at = 0; at < words.length;) {
      const match = startsWith(begins, lowers[at]!) ? matcher.best("time", at) : null;
      if (!match) {
        at++;
        continue;
      }
      at = Math.max(match.to, at + 1);
      if (match.rule.meaning === null) continue;
      const meaning = buildMeaning(match);
      const { expression, resolved } = expressionOf(
        text,
        { start: words[match.from]!.start, end: words[match.to - 1]!.end },
        meaning,
        match.rule.id,
        reader,
        {
          published: reference,
          earlier,
          year,
          tense: tenseAt(words, match.from, match.to, reader.knowledge),
          signal: signalBefore(lowers, match.from, reader.knowledge),
          after: meaning.from === "event" ? anchorWords(words, match.to) : null,
        },
      );
      const ends = meaning.begin && meaning.end ? endsOf(match.captures, words, resolved) : null;
      found.push(ends === null ? expression : { ...expression, ends });
      year = expression.meaning?.year ?? year;
      if (resolved !== null && becomesReference(expression)) earlier = resolved;
    }
  }
  return found;
}

/** The two ends of a range where the words name them one after the other. */
function endsOf(
  captures: Captures<Captured>,
  words: readonly TimeWord[],
  resolved: Stretch | null,
): TimeExpression["ends"] | null {
  if (resolved?.begin === undefined || resolved.end === undefined) return null;
  const [last, first] = [captures, captures?.rest ?? null];
  if (last === null || first === null || first.rest !== null || first.to > last.from) return null;
  const end = ({ from, to }: { readonly from: number; readonly to: number }, stretch: Stretch) => ({
    start: words[from]!.start,
    end: words[to - 1]!.end,
    timex: timexOf(stretch),
  });
  return [end(first, resolved.begin), end(last, resolved.end)];
}

/**
 * An expression counted from an event ("five days after the assassination"), resolved when the event's date is known;
 * the same expression where the anchor does not tell. `resolveAgainst(fiveDaysAfter, "2020-01-03").date` is "2020-01-08".
 */
export function resolveAgainst(
  expression: TimeExpression,
  anchorDate: string | null,
  reader: TimeReader,
): TimeExpression {
  const event = stretchOfEdtf(anchorDate);
  const { meaning } = expression;
  if (!event || !meaning || (meaning.from !== "event" && meaning.from !== "earlier")) return expression;
  const stretch = resolveMeaning(meaning, { published: null, earlier: event, event, tense: null });
  if (!stretch) return expression;
  return {
    ...expression,
    anchor: "event",
    date: edtfOf(stretch),
    timex: timexValue(meaning, stretch, null, reader.knowledge),
  };
}

/** What later expressions are counted from: not a stretch up to now, nor a year that something is only compared with. */
function becomesReference({ locatesEvents, meaning }: TimeExpression): boolean {
  if (!meaning || meaning.stretch || (!locatesEvents && meaning.unit !== "quarter")) return false;
  return !meaning.ago && !(meaning.unit === "year" && meaning.from === "earlier");
}

interface Surroundings {
  readonly published: Stretch | null;
  readonly earlier: Stretch | null;
  /** The last year named before in the same sentence. */
  readonly year: number | null;
  readonly tense: "future" | "past" | null;
  readonly signal: TimeSignal | null;
  readonly after: Span | null;
}

function expressionOf(
  text: string,
  span: Span,
  read: TimeMeaning,
  rule: string,
  reader: TimeReader,
  { published, earlier, year, tense, signal, after }: Surroundings,
): { readonly expression: TimeExpression; readonly resolved: Stretch | null } {
  // "a day after" counts from an event only where words follow that can name it.
  const counted: TimeMeaning = read.from === "event" && !after ? { ...read, from: "earlier" } : read;
  const meaning = inNamedYear(counted, year);
  const { knowledge } = reader;
  const resolved = resolveMeaning(meaning, { published, earlier, event: null, tense });
  const overDays = Boolean(meaning.set || meaning.reference || meaning.duration || meaning.anniversary);
  const type = typeOf(meaning);
  const tooWide = resolved?.grain === "decade" || resolved?.grain === "century";
  // "the quarter" is a part of a town where something happens there, and of a business year elsewhere
  const locates =
    meaning.unit !== "quarter" && !overDays && !tooWide && (resolved !== null || meaning.amount !== null);
  const date = overDays || !resolved ? null : edtfOf(resolved);
  const expression: TimeExpression = {
    ...span,
    quote: text.slice(span.start, span.end),
    type,
    date: date !== null && signal === "since" ? sinceDate(date, published) : date,
    timeOfDay: timeOfDay(meaning, knowledge),
    timex: timexValue(meaning, resolved, type === "time" ? (earlier ?? published) : null, knowledge),
    anchor: anchorOf(meaning),
    locatesEvents: locates,
    meaning,
    signal,
    anchorWords: meaning.from === "event" ? after : null,
    derivation: { stage: "time", rule, span, ...(date === null ? {} : { note: date }) },
  };
  return { expression, resolved: overDays ? null : resolved };
}

/** "During 2020 they fought, most of all after the January raid": a month takes the year named before it in its sentence. */
function inNamedYear(meaning: TimeMeaning, year: number | null): TimeMeaning {
  const open = meaning.month !== undefined && meaning.year === undefined;
  return open && year !== null && !meaning.which && !meaning.within ? { ...meaning, year } : meaning;
}

function typeOf(meaning: TimeMeaning): TimeExpression["type"] {
  if (meaning.set) return "set";
  if (meaning.duration || meaning.stretch) return "duration";
  return meaning.part !== undefined || meaning.hour !== undefined ? "time" : "date";
}

/** "since Friday" lasts until publication, or is open where that is unknown or itself a stretch of no one unit. */
function sinceDate(date: string, published: Stretch | null): string {
  const from = date.split("/")[0]!;
  if (!published || published.grain === "interval") return `${from}/..`;
  const to = isoEnd(published);
  return from === to ? from : `${from}/${to}`;
}

function anchorOf(meaning: TimeMeaning): TimeExpression["anchor"] {
  if (meaning.from === "event") return "event";
  if (meaning.from === "earlier" || meaning.which === "previous" || meaning.which === "following")
    return "earlier-expression";
  const whole = (m: TimeMeaning): boolean =>
    m.year !== undefined || m.decade !== undefined || m.century !== undefined;
  return whole(meaning) || (meaning.end !== undefined && whole(meaning.end)) ? "none" : "publication";
}

function timeOfDay(meaning: TimeMeaning, knowledge: TimeKnowledge): string | null {
  const clock = clockOf(meaning);
  if (clock !== null) return clock;
  if (meaning.part !== undefined) {
    const part = knowledge.parts.get(meaning.part)?.timeOfDay ?? null;
    return part === "morning" && meaning.phase === "early" ? "early morning" : part;
  }
  const aDay =
    meaning.weekday !== undefined ||
    meaning.day !== undefined ||
    (meaning.unit === "day" && meaning.from !== undefined);
  if (!aDay || meaning.stretch) return null;
  return meaning.phase === "early" ? "early morning" : meaning.phase === "late" ? "night" : null;
}

const LOOK_BACK = 12;
const LOOK_AHEAD = 7;

/** The nearest cue of tense before the expression decides, then the nearest after it. */
function tenseAt(
  words: readonly TimeWord[],
  from: number,
  to: number,
  { future, past }: TimeKnowledge,
): "future" | "past" | null {
  for (let i = from - 1; i >= Math.max(0, from - LOOK_BACK); i--) {
    if (isCue(words, i, future)) return "future";
    if (isCue(words, i, past)) return "past";
  }
  for (let i = to; i < Math.min(words.length, to + LOOK_AHEAD); i++) {
    if (isCue(words, i, future)) return "future";
    if (isCue(words, i, past)) return "past";
  }
  return null;
}

function isCue(words: readonly TimeWord[], i: number, cues: ReadonlySet<string>): boolean {
  const [one, next] = [words[i]!.lower, words[i + 1]];
  return cues.has(one) || (next !== undefined && cues.has(`${one} ${next.lower}`));
}

function signalBefore(
  lowers: readonly string[],
  from: number,
  { signals, signalArticles }: TimeKnowledge,
): TimeSignal | null {
  const to = signalArticles.has(lowers[from - 1] ?? "") ? from - 1 : from;
  return signals.get(lowers[to - 1] ?? "") ?? signals.get(lowers.slice(to - 2, to).join(" ")) ?? null;
}

const MOST_ANCHOR_WORDS = 12;

/** The words that follow up to the next mark of punctuation. */
function anchorWords(words: readonly TimeWord[], from: number): Span | null {
  let to = from;
  while (to < words.length && to < from + MOST_ANCHOR_WORDS && /^[\p{L}\p{N}'’-]/u.test(words[to]!.lower))
    to++;
  return to > from ? { start: words[from]!.start, end: words[to - 1]!.end } : null;
}
