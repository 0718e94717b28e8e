// Where and when a mention sets its happening: the one place and the one time of its stretch that belong to it.
// A place after a preposition of place and near a trigger is preferred, then the more precise; "fired from X" locates nothing.
import { dayRange } from "../../model/day-range.js";
import type { EventKnowledge } from "../../knowledge/events.js";
import type { TimeExpression } from "../../model/time-expression.js";
import type { Toponym } from "../../model/toponym.js";
import type { Annotated, Found } from "./annotate.js";
import { tellsLaterDeaths } from "./claim-draft.js";
import { datelineEnd } from "./dateline.js";
import type { HappeningMention } from "./mention.js";
import type { TokenRange } from "./noun-phrase.js";
import { byPrecision } from "./place-relation.js";

const DAY = "2021-07-05".length;
/** "told N in an interview in his X office" */
const SPOKEN_REACH = 8;

/** The time that the happening is set at; a time at which somebody spoke of it is none ("a monitor said on Sunday"). */
export function timeOf(mention: HappeningMention): Found<TimeExpression> | null {
  const own = mention.times.filter(
    (time) => !ofSpeech(mention, time) && !isBound(time.value) && !isOfCustom(mention, time),
  );
  const dated = own.filter((time) => time.value.date !== null);
  // "on Monday, the first day of Ramadan": the day, not the month
  const days = dated.filter((time) => time.value.date!.length === DAY);
  return nearest(mention, days.length > 0 ? days : dated.length > 0 ? dated : own);
}

/** "the footage that they made public on Sunday": a clause of its own between the day and every word for a happening. */
export function isOfOtherClause({ annotated, triggers }: HappeningMention, at: number): boolean {
  const { tokens, parsed } = annotated;
  for (let i = at, steps = 0; i >= 0 && steps < 8; i = tokens[i]!.head, steps++) {
    if (triggers.some((t) => t.from <= i && i < t.to)) return false;
    const { relation } = tokens[i]!;
    const first = i;
    const marked = parsed.dependents[i]!.some((d) => d < first && tokens[d]!.relation === "mark");
    if (relation === "acl:relcl" || (relation === "acl" && marked)) return true;
  }
  return false;
}

/** "the meal with which people break their fast during Ramadan": a stretch that a clause about something else tells. */
function isOfCustom(mention: HappeningMention, { from, to, value }: Found<TimeExpression>): boolean {
  const range = dayRange(value.date);
  if (range === null || range.latest - range.earliest <= FORTNIGHT) return false;
  const { annotated, triggers } = mention;
  const before = Math.max(0, ...triggers.filter((t) => t.to <= from).map((t) => t.to));
  const words = annotated.tokens.slice(before, from);
  const relative = words.findIndex(({ fine }) => fine === "WDT" || fine === "WP");
  const told = relative >= 0 && words.slice(relative).some(({ fine }) => fine === "VBP" || fine === "VBZ");
  return told || isOfOtherClause(mention, to - 1);
}

const FORTNIGHT = 14;

/** "ahead of the feast", "until Friday", "after 30 April": a time that the happening was not at. */
function isBound({ signal, timeOfDay }: TimeExpression): boolean {
  const bounds = signal === "before" || signal === "until" || signal === "after" || signal === "by";
  // "before dawn on Friday": on that day
  return bounds && timeOfDay === null;
}

/** The day on which a source told it, where it is a single day. */
export function toldOn(mention: HappeningMention): string | null {
  const time = mention.times.find(
    (found) => found.value.date !== null && found.value.date.length === 10 && ofSpeech(mention, found),
  );
  return time?.value.date ?? null;
}

/** Right after a word of saying, or between who says it and that word. */
function ofSpeech(mention: HappeningMention, time: Found<TimeExpression>): boolean {
  const { tokens, speech } = mention.annotated;
  if (mention.spoken.includes(time)) return true;
  const gap = (from: number, to: number) =>
    tokens.slice(from, to).every((token) => token.tag === "ADP" || token.tag === "PUNCT");
  return speech.some(
    (s) =>
      s.to <= time.from && ((time.from - s.to <= 2 && gap(s.to, time.from)) || isToldThen(mention, s, time)),
  );
}

/** "On Monday the ministry condemned the raid": the day stands before a verb of speaking, or right after it, and hangs on it. */
export function ofComment(
  { tokens }: Annotated,
  triggers: readonly TokenRange[],
  time: TokenRange,
  { comments }: EventKnowledge,
): boolean {
  let at = time.to - 1;
  for (let steps = 0; steps < 5 && at >= 0 && tokens[at]!.tag !== "VERB"; steps++) {
    if (triggers.some((t) => t.from <= at && at < t.to)) return false;
    at = tokens[at]!.head;
  }
  const verb = tokens[at];
  if (verb?.tag !== "VERB" || !comments.has(verb.lemma) || verb.fine === "VBN") return false;
  return at > time.from || time.from - at <= 2;
}

/** "told reporters at the gate on Saturday": nothing done between, and the day hangs on the word of saying. */
function isToldThen(
  { annotated: { tokens }, triggers }: HappeningMention,
  cue: TokenRange,
  time: TokenRange,
): boolean {
  if (triggers.some((t) => t.from >= cue.from && t.to <= time.from)) return false;
  if (time.from - cue.to > SPOKEN_REACH || tokens[time.from - 1]!.tag !== "ADP") return false;
  if (tokens.slice(cue.to, time.from).some(({ tag }) => tag === "VERB" || tag === "AUX" || tag === "SCONJ"))
    return false;
  let at = time.from;
  for (let steps = 0; steps < SPOKEN_REACH && at >= cue.to; steps++) at = tokens[at]!.head;
  return at >= cue.from && at < cue.to && tokens[at]!.tag === "VERB";
}

export function partOfDayOf(mention: HappeningMention): Found<TimeExpression> | null {
  if (mention.weapons.length === 0 && tellsLaterDeaths(mention.drafts)) return null;
  return nearest(
    mention,
    mention.times.filter((time) => time.value.timeOfDay !== null),
  );
}

export function placeOf(mention: HappeningMention, knowledge: EventKnowledge): Found<Toponym> | null {
  const written = datelineEnd(mention.annotated);
  const told = mention.places.filter((found) => found.from >= written);
  const named =
    told.length > 0 ? told : mention.places.filter((place) => !isReportedFrom(mention, place, written));
  const resolved = named.filter(
    (found) =>
      found.value.place !== null &&
      (!isOrigin(mention, found, knowledge) || isDescribedByDeed(mention, found)) &&
      !isWhereSpoken(mention, found) &&
      !isWhereTreated(mention, found, knowledge) &&
      !isMisplaced(mention.annotated, found, knowledge),
  );
  if (resolved.length === 0) return null;
  const local = resolved.filter((found) => found.value.place!.precision !== "country");
  const pool = local.length > 0 ? local : resolved;
  const fine = pool.filter((found) => found.value.place!.precision !== "province");
  if (fine.length > 0)
    return nearest(mention, preferAfterPreposition(mention, innermost(mention, fine, knowledge), knowledge));
  return [...pool].sort(
    (a, b) => byPrecision(a.value.place!, b.value.place!) || distance(mention, a) - distance(mention, b),
  )[0]!;
}

/** Written in one country of what happened in another: "BEIRUT Syrian rebels shelled a village". */
function isReportedFrom({ annotated }: HappeningMention, place: Found<Toponym>, written: number): boolean {
  const country = place.value.place?.country;
  const others = annotated.toponyms.filter(
    ({ from, value }) => from >= written && value.place?.country != null && value.place.country !== country,
  );
  return (
    others.length > 0 &&
    !annotated.toponyms.some(({ from, value }) => from >= written && value.place?.country === country)
  );
}

/** "the town of X in rural Y": X; what follows a place within a few words of place only says where that is. */
function innermost(
  mention: HappeningMention,
  places: readonly Found<Toponym>[],
  knowledge: EventKnowledge,
): readonly Found<Toponym>[] {
  const { tokens } = mention.annotated;
  // "the Damascus suburb of X": there the first one only says where X is
  const isPartOf = (from: number, to: number): boolean =>
    to - from === 2 &&
    knowledge.placeNouns.has(tokens[from]!.lower) &&
    knowledge.roles.of.has(tokens[from + 1]!.lower);
  const inner = places.filter(
    (place) =>
      !places.some((after) => isPartOf(place.to, after.from)) &&
      !places.some(
        (before) =>
          before !== place &&
          before.to <= place.from &&
          place.from - before.to <= 5 &&
          !isPartOf(before.to, place.from) &&
          tokens
            .slice(before.to, place.from)
            .every((token) => ["ADP", "ADJ", "ADV", "DET", "NOUN", "PROPN", "PART"].includes(token.tag)),
      ),
  );
  return inner.length > 0 ? inner : places;
}

function preferAfterPreposition(
  mention: HappeningMention,
  places: readonly Found<Toponym>[],
  knowledge: EventKnowledge,
): readonly Found<Toponym>[] {
  const { tokens } = mention.annotated;
  const after = places.filter((found) => {
    for (let i = found.from - 1; i >= Math.max(0, found.from - 5); i--) {
      const word = tokens[i]!.lower;
      if (knowledge.roles.where.has(word) || knowledge.roles.target.has(word) || knowledge.roles.of.has(word))
        return true;
      if (tokens[i]!.tag === "VERB" || tokens[i]!.tag === "PUNCT") return false;
    }
    return false;
  });
  return after.length > 0 ? after : places;
}

/** "east of X", "near X": somewhere around it. */
export function isAround(
  mention: HappeningMention,
  found: Found<Toponym>,
  knowledge: EventKnowledge,
): boolean {
  const word = (i: number) => mention.annotated.tokens[i]?.lower ?? "";
  const { around, directions, of } = knowledge.roles;
  return (
    around.has(word(found.from - 1)) || (of.has(word(found.from - 1)) && directions.has(word(found.from - 2)))
  );
}

/** The text says that it is a part of a town, the gazetteer knows only a town of that name: another place. */
export function isMisplaced(
  { tokens }: Annotated,
  found: Found<Toponym>,
  knowledge: EventKnowledge,
): boolean {
  const beside =
    knowledge.districts.has(tokens[found.to]?.lower ?? "") ||
    knowledge.districts.has(tokens[found.from - 2]?.lower ?? "");
  return beside && ["city", "province", "country"].includes(found.value.place!.precision);
}

/** "told reporters in X", "said in an interview in X": where somebody spoke, with no happening or deed between. */
function isWhereSpoken(mention: HappeningMention, place: Found<Toponym>): boolean {
  const { tokens, speech } = mention.annotated;
  const cue = speech.findLast(
    (s) => s.to <= place.from && tokens.slice(s.from, s.to).some((t) => t.tag === "VERB"),
  );
  if (cue === undefined || place.from - cue.to > SPOKEN_REACH) return false;
  // "said the depot in X …" begins what is said; so does "said rebels in X fired"
  const first = tokens[cue.to]!;
  const next = tokens[place.to];
  if (!["ADP", "NOUN", "PROPN"].includes(first.tag) || next?.tag === "VERB" || next?.tag === "AUX")
    return false;
  return (
    !tokens.slice(cue.to, place.from).some((t) => t.tag === "VERB" || t.tag === "AUX" || t.tag === "NUM") &&
    !mention.triggers.some((t) => t.from < place.from && t.to > cue.to) &&
    !mention.drafts.some((d) => d.from < place.from && d.to > cue.to)
  );
}

/** "people from the town of X which fell to rebels": it happened at X. */
function isDescribedByDeed({ annotated, triggers }: HappeningMention, found: Found<Toponym>): boolean {
  return triggers.some(({ from }) => {
    const { relation, head } = annotated.tokens[from]!;
    return relation === "acl:relcl" && head >= found.from - ORIGIN_REACH && head < found.to;
  });
}

/** "X Hospital received eleven bodies", "were taken to X Hospital": where the hurt and the dead came to, not where it happened. */
function isWhereTreated(
  { annotated: { tokens } }: HappeningMention,
  found: Found<Toponym>,
  { care, careDeeds }: EventKnowledge,
): boolean {
  const named = tokens
    .slice(found.to - 1, found.to + 1)
    .findIndex(({ lower }) => care.has(lower.slice(lower.lastIndexOf(" ") + 1)));
  if (named < 0) return false;
  let at = found.to - 1 + named;
  for (let steps = 0; steps < 4 && at >= 0; steps++) {
    if (tokens[at]!.tag === "VERB") return careDeeds.has(tokens[at]!.lemma);
    at = tokens[at]!.head;
  }
  return false;
}

/** "from the two northern towns of X" */
const ORIGIN_REACH = 6;

/** "from X": where something was fired from, or somebody came from. */
function isOrigin(mention: HappeningMention, found: Found<Toponym>, knowledge: EventKnowledge): boolean {
  const { tokens } = mention.annotated;
  for (let i = found.from - 1; i >= Math.max(0, found.from - ORIGIN_REACH); i--) {
    if (knowledge.origin.has(tokens[i]!.lower)) return true;
    if (knowledge.roles.where.has(tokens[i]!.lower)) return false;
    if (!["DET", "ADJ", "NOUN", "PROPN", "ADP"].includes(tokens[i]!.tag)) return false;
  }
  return false;
}

function nearest<T>(mention: HappeningMention, items: readonly Found<T>[]): Found<T> | null {
  return items.reduce<Found<T> | null>(
    (best, item) => (best === null || distance(mention, item) < distance(mention, best) ? item : best),
    null,
  );
}

function distance(mention: HappeningMention, item: Found<unknown>): number {
  const anchors =
    mention.triggers.length > 0 ? mention.triggers : [{ from: mention.from, to: mention.from + 1 }];
  return Math.min(...anchors.map((t) => (item.from >= t.to ? item.from - t.to : t.from - item.to + 1)));
}
