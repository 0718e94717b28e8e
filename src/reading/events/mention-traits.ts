// What sets one mention apart from another: its day, place, figures, who acts. Computed once for each mention.
import type { EventKnowledge } from "../../knowledge/events.js";
import { dayRange } from "../../model/day-range.js";
import type { Place } from "../../model/place.js";
import type { TimeExpression } from "../../model/time-expression.js";
import { munitionsOf } from "./event-claims.js";
import type { Found } from "./annotate.js";
import type { ClaimDraft } from "./claim-draft.js";
import { isPart } from "./claim-draft.js";
import type { HappeningMention } from "./mention.js";
import { isAround, isOfOtherClause, placeOf, timeOf, toldOn } from "./mention-anchors.js";
import { tellsMoreVictims } from "./mention-cues.js";
import type { TokenRange } from "./noun-phrase.js";

export type Night = "late" | "early" | "either";

export interface NamedDay {
  readonly weekday: number | null;
  readonly month: number | null;
  readonly day: number | null;
}

export interface MentionTraits {
  /** EDTF; null also where what is told is too long to set a happening apart. */
  readonly date: string | null;
  /** The year, where nothing finer is told: it sets nothing apart. */
  readonly year: string | null;
  /** The day on which a source told it. */
  readonly toldOn: string | null;
  readonly place: Place | null;
  /** Names of the provinces that stand beside the place: "in the town of X in Y province". */
  readonly provinces: readonly string[];
  /** The place is told as what it is near to: "east of X". */
  readonly around: boolean;
  /** Numbers of people killed or hurt, wholes only. */
  readonly tolls: readonly number[];
  /** The same that set a happening apart, with what befell them: "killed 9". "Dozens" do not. */
  readonly exactTolls: readonly string[];
  /** One of them counts people of one kind. */
  readonly ofSome: boolean;
  /** Numbers of munitions that are exact. */
  readonly munitions: readonly number[];
  /** Somebody is told as saying it. */
  readonly saidBy: boolean;
  /** Who acts: lemmas, bodies of the tables and nations. */
  readonly perpetrators: readonly string[];
  /** Told at night: late in the day named, early in it, or on either side of midnight. */
  readonly night: Night | null;
  /** A weekday, or a day of a month, that nothing gives a year to. */
  readonly named: NamedDay | null;
  /** Somebody killed on purpose ("the assassination of"). */
  readonly execution: boolean;
  /** Numbers of people killed, wholes only. */
  readonly killed: readonly number[];
  /** Head nouns of what was attacked. */
  readonly targets: readonly string[];
  /** Head nouns of single people killed or hurt: "a captured pilot". */
  readonly persons: readonly string[];
  /** Names of those killed by name. */
  readonly victims: readonly string[];
  /** "Another seven people were killed in …" */
  readonly moreVictims: boolean;
  readonly title: boolean;
  /** Told at the head of its sentence, and with no word that it was earlier. */
  readonly upfront: boolean;
  /** A part of a sentence that looks back at what came before its news. */
  readonly aside: boolean;
  readonly sentence: number;
}

/** A stretch longer than this sets nothing apart. */
const LONGEST_DAYS = 200;
/** Happenings counted over more than this are a number, none of them told. */
const WEEK = 7;
/** Words between a number and what it counts: "30 rocket attacks". */
const MODIFIERS = 2;
/** What is told over more than a year is no single event. */
const YEARS = 400;
/** No single event of this century's wars took so many lives in a day: such a number is told of a war (UCDP GED, best estimates). */
const WHOLE_WAR = 10_000;

export function traitsOf(mention: HappeningMention, knowledge: EventKnowledge): MentionTraits {
  const time = timeOf(mention);
  const date = time === null || isYearOfOther(mention, time) ? null : (time.value.date ?? null);
  const range = dayRange(date);
  const place = placeOf(mention, knowledge);
  return {
    date: range !== null && range.latest - range.earliest > LONGEST_DAYS ? null : date,
    year: date !== null && /^\d{4}$/u.test(date) ? date : null,
    toldOn: toldOn(mention),
    place: place?.value.place ?? null,
    provinces: mention.places.flatMap(({ value }) =>
      value.place?.precision === "province" ? [value.place.name] : [],
    ),
    around: place !== null && isAround(mention, place, knowledge),
    tolls: mention.drafts.flatMap((draft) =>
      (draft.attribute === "killed" || draft.attribute === "injured") && !isPart(draft)
        ? [draft.value.count.min ?? draft.value.count.max ?? 0]
        : [],
    ),
    munitions: munitionsOf(mention).flatMap(({ count }) =>
      count.approx === true ? [] : [count.min ?? count.max ?? 0],
    ),
    exactTolls: mention.drafts.flatMap((draft) => exactToll(draft)),
    ofSome: mention.drafts.some((draft) => exactToll(draft).length > 0 && tollOfSome(draft)),
    saidBy: mention.annotated.speech.length > 0,
    perpetrators: mention.roles.perpetrators.flatMap((range) => namesOf(mention, range)),
    night: nightOf(mention),
    // "the footage that they made public on Sunday": the clause tells no happening
    named:
      time === null || date !== null || isOfOtherClause(mention, time.to - 1) ? null : namedDay(time.value),
    execution: mention.triggers.some((t) => t.happening?.id === "execution"),
    killed: mention.drafts.flatMap((draft) =>
      draft.attribute === "killed" && !isPart(draft)
        ? [draft.value.count.min ?? draft.value.count.max ?? 0]
        : [],
    ),
    targets: mention.roles.targets.flatMap((range) => headOf(mention, range)),
    persons: mention.drafts.flatMap((draft) => personOf(mention, draft, knowledge)),
    victims: mention.drafts.flatMap((draft) => victimsOf(mention, draft)),
    moreVictims: tellsMoreVictims(mention, knowledge),
    title: mention.annotated.sentence.role === "title",
    upfront: mention.from === 0 && !mention.earlier,
    aside: mention.otherSide || mention.sequel,
    sentence: mention.annotated.sentence.index,
  };
}

function nightOf({ times }: HappeningMention): Night | null {
  for (const { value } of times) {
    if (value.timeOfDay === "early morning") return "early";
    if (value.timeOfDay !== "night") continue;
    const { meaning } = value;
    const ofDay = meaning?.weekday !== undefined || meaning?.day !== undefined || meaning?.unit === "day";
    return meaning?.into || !ofDay ? "either" : "late";
  }
  return null;
}

/** "a 1981 sedan", "the front, which was founded in 1964": a year that tells of something else in the sentence. */
function isYearOfOther(mention: HappeningMention, { from, to, value }: Found<TimeExpression>): boolean {
  if (value.date === null || value.date.length > "2021".length + 1 || value.date.includes("/")) return false;
  const { tokens } = mention.annotated;
  const placed = [tokens[from - 1], tokens[from]].some(
    (token) => token !== undefined && token.tag !== "NUM" && (token.tag === "ADP" || token.tag === "SCONJ"),
  );
  const modifies =
    !placed && tokens[to]?.tag !== "PUNCT" && ["NOUN", "PROPN", "ADJ"].includes(tokens[to]?.tag ?? "");
  return modifies || isOfOtherClause(mention, to - 1);
}

function namedDay({ meaning }: TimeExpression): NamedDay | null {
  if (!meaning || meaning.set || meaning.begin !== undefined) return null;
  const { weekday = null, month = null, day = null } = meaning;
  return weekday === null && (month === null || day === null) ? null : { weekday, month, day };
}

/** "six fighters were killed": of people of one kind, who may be a part of those counted. */
function tollOfSome(draft: ClaimDraft): boolean {
  return (draft.attribute === "killed" || draft.attribute === "injured") && draft.value.who !== null;
}

function exactToll(draft: ClaimDraft): string[] {
  if ((draft.attribute !== "killed" && draft.attribute !== "injured") || isPart(draft)) return [];
  const { min, max, approx } = draft.value.count;
  const count = min ?? max ?? 0;
  return count <= 1 || approx === true ? [] : [`${draft.attribute} ${count}`];
}

/** "US", "the United States", "American jets": one who acts. */
function namesOf({ annotated }: HappeningMention, { from, to }: TokenRange): string[] {
  const words = annotated.tokens
    .slice(from, to)
    .flatMap((token) => (["NOUN", "PROPN", "ADJ"].includes(token.tag) ? [token.lemma] : []));
  const inside = (item: TokenRange) => item.from < to && from < item.to;
  const bodies = annotated.actors.flatMap(({ value, ...range }) =>
    inside(range) && value.id !== null
      ? [
          `#${value.id}`,
          ...(value.sourceKind === "government" && value.country !== null ? [`@${value.country}`] : []),
        ]
      : [],
  );
  const nations = annotated.toponyms.flatMap(({ value, ...range }) =>
    inside(range) && value.adjectival && value.place?.country != null ? [`@${value.place.country}`] : [],
  );
  return [...words, ...bodies, ...nations];
}

/** Those killed by name, in the words of their names. */
function victimsOf({ annotated }: HappeningMention, draft: ClaimDraft): string[] {
  if (draft.step.rule !== "named") return [];
  const inside = (item: TokenRange) => item.from >= draft.from && item.to <= draft.to;
  const known = annotated.actors.filter((a) => a.value.person && inside(a)).map((a) => a.value.name);
  const names =
    known.length > 0
      ? known
      : annotated.tokens.slice(draft.from, draft.to).flatMap((t) => (t.tag === "PROPN" ? [t.text] : []));
  return names.flatMap((name) => name.toLowerCase().split(" "));
}

/** A single person told by what he or she does; "a woman", "a child" may be anybody. */
function personOf({ annotated }: HappeningMention, draft: ClaimDraft, knowledge: EventKnowledge): string[] {
  if (draft.attribute !== "killed" && draft.attribute !== "injured") return [];
  const { count, who } = draft.value;
  if (count.max !== 1 || who === null) return [];
  const last = who.toLowerCase().split(" ").at(-1)!;
  const head = annotated.tokens.find((token) => token.lower === last && token.tag === "NOUN");
  const kind = knowledge.people.longestAt((i) => (i === 0 ? last : undefined), 0)?.value.kind;
  return head === undefined || kind === "families" || kind === "civilians" ? [] : [head.lemma];
}

function headOf({ annotated }: HappeningMention, { from, to }: TokenRange): string[] {
  const head = annotated.tokens.slice(from, to).findLast((token) => token.tag === "NOUN");
  return head === undefined ? [] : [head.lemma];
}

/** Told as a number over a long time or of a whole war: a tally, no event. */
export function tellsManyEvents(mention: HappeningMention, traits: MentionTraits): boolean {
  if (mention.general || traits.tolls.some((count) => count >= WHOLE_WAR)) return true;
  if (traits.tolls.length === 0 && countsHappenings(mention) && lasts(mention, WEEK)) return true;
  // "584 deaths between 2010 and 2015"
  return traits.tolls.length > 0 && lasts(mention, YEARS);
}

/** A time of it is longer than so many days. */
function lasts({ times }: HappeningMention, days: number): boolean {
  return times.some(({ value }) => {
    const range = dayRange(value.date);
    return range !== null && range.latest - range.earliest > days;
  });
}

/** "at least 30 attacks": a number of happenings, not of people. */
function countsHappenings({ annotated, triggers }: HappeningMention): boolean {
  return triggers.some(
    ({ from, verbal }) =>
      !verbal &&
      annotated.quantities.some(
        ({ to, value }) =>
          to <= from && from - to <= MODIFIERS && !value.article && (value.count.min ?? 0) > 1,
      ),
  );
}

/** "many of whom die in a single strike": told as what happens, not as what happened, outside of a headline. */
function tellsWhatHappens(mention: HappeningMention): boolean {
  const { annotated, drafts, times, places } = mention;
  if (annotated.sentence.role !== "body" || times.length > 0 || places.length > 0 || drafts.length === 0)
    return false;
  return drafts.every((draft) =>
    annotated.tokens
      .slice(draft.from, draft.to)
      .some((token) => token.tag === "VERB" && (token.fine === "VBP" || token.fine === "VBZ")),
  );
}

/**
 * Enough for an event of its own: people hurt; a day; or a place finer than a country, told by the clause's own verb or noun and
 * not in passing. A word for an attack must stand there, or people hurt.
 */
export function tellsItself(
  mention: HappeningMention,
  traits: MentionTraits,
  knowledge: EventKnowledge,
): boolean {
  const people = mention.drafts.some(
    (draft) =>
      (draft.attribute === "killed" || draft.attribute === "injured") && (draft.value.count.max ?? 1) > 0,
  );
  if (people) return !tellsWhatHappens(mention);
  if (mention.times.length === 0 && mention.habitual) return false;
  if (
    !mention.triggers.some(
      (trigger) =>
        trigger.happening !== null ||
        trigger.weapon?.as === "strike" ||
        // "blew himself up"
        mention.annotated.tokens[trigger.from]!.tag === "VERB",
    )
  )
    return false;
  if (traits.date !== null && traits.date.length >= 10) return true;
  if (tellsWhomOrWhat(mention) || tellsGround(mention, traits, knowledge)) return true;
  return traits.place !== null && traits.place.precision !== "country" && !mention.inPassing;
}

/** "since rebels seized the east in 2012": ground that changed hands, and when. */
function tellsGround(
  mention: HappeningMention,
  { place }: MentionTraits,
  knowledge: EventKnowledge,
): boolean {
  const hasFinePlace = place !== null && ["site", "city", "district"].includes(place.precision);
  return (
    (hasFinePlace || mention.roles.targets.some((range) => isParticular(mention, range, knowledge))) &&
    mention.times.some((time) => time.value.date !== null) &&
    mention.triggers.some(({ happening, verbal }) => verbal && happening?.family === "control")
  );
}

/** "the east", "its harbour", "Vellin": not "vast areas". */
function isParticular(
  { annotated }: HappeningMention,
  { from, to }: TokenRange,
  knowledge: EventKnowledge,
): boolean {
  return annotated.tokens
    .slice(Math.max(0, from - 1), to)
    .some((token) => token.tag === "PROPN" || knowledge.definite.has(token.lower));
}

/** Somebody seized or killed on purpose, or what a bomb hit: a deed with its object is one happening, wherever and whenever it was. */
function tellsWhomOrWhat(mention: HappeningMention): boolean {
  if (mention.habitual || mention.roles.targets.length === 0) return false;
  return mention.triggers.some(
    ({ happening, verbal }) =>
      happening !== null &&
      (happening.object === "people" || happening.id === "execution" || happening.family === "blast") &&
      (!verbal || !mention.inPassing),
  );
}
