// From mentions to happenings: which mentions of a document tell of the same one. In reading order, each mention joins the
// happening it fits best (mention-fit.ts), or begins one of its own where it tells enough (mention-traits.ts). Mentions that fit
// nothing and tell too little are left alone: no event is made of a threat, a habit or a number over years. A headline is no
// event beside the text that it heads. Linear: a mention is held against the first and the latest happenings only.
import type { EventKnowledge } from "../../knowledge/events.js";
import type { DayRange } from "../../model/day-range.js";
import type { DerivationStep } from "../../model/derivation.js";
import type { EventType } from "../../model/event.js";
import { dayGap, dayRange } from "../../model/day-range.js";
import { kilometresBetween } from "../../base/geodesy.js";
import type { Place } from "../../model/place.js";
import { spanOf } from "./annotate.js";
import { BOMBING, BOMBS, typesMeet } from "./event-type.js";
import type { HappeningMention } from "./mention.js";
import { fitOf } from "./mention-fit.js";
import type { MentionTraits } from "./mention-traits.js";
import { tellsItself, tellsManyEvents, traitsOf } from "./mention-traits.js";
import { isNamesakeOf, placeRelation } from "./place-relation.js";

export interface Happening {
  readonly mentions: HappeningMention[];
  readonly traits: MentionTraits[];
  readonly steps: DerivationStep[];
  type: EventType | null;
  typeBy: string;
  date: string | null;
  /** The day on which a source told it: the happening's own day only where nothing else tells one. */
  toldOn: string | null;
  year: string | null;
  place: Place | null;
}

/** A mention joins from this fit upwards. */
const JOIN = 0;
/** "the attack" with nothing of its own joins the likeliest happening unless much speaks against it, and never begins one. */
const TAKE_UP = -2;
const DAY = "2021-07-05";
/** A stretch of so many days is told for the sake of a day in it. */
const WEEK = 7;
/** So many sentences on, "the attacks" without a day are still those just told. */
const NEAR = 6;
/** A mention is held against so many happenings from the head of the document, and so many before it. */
const HEAD = 8;
const BEFORE = 40;

export function assembleEvents(
  mentions: readonly HappeningMention[],
  knowledge: EventKnowledge,
  published: string | null = null,
): Happening[] {
  const happenings: Happening[] = [];
  let lastPlace: Place | null = null;
  const today = dayRange(published);
  for (const told of mentions) {
    const mention = tellsManyEvents(told, traitsOf(told, knowledge)) ? onlyResponsibility(told) : told;
    if (mention === null) continue;
    const own = traitsOf(mention, knowledge);
    const traits: MentionTraits =
      own.place === null && takesUpPlace(mention, knowledge) ? { ...own, place: lastPlace } : own;
    lastPlace = traits.place ?? lastPlace;
    const onlyTakesUp =
      mention.definite && !mention.another && traits.tolls.length === 0 && traits.date === null;
    const best = bestFit(happenings, mention, traits, today, knowledge);
    const joins = best !== null && best.score >= JOIN;
    if (best !== null && (joins || (onlyTakesUp && best.score >= TAKE_UP))) {
      join(best.happening, mention, traits, best.reasons, joins);
      for (const other of besides(best.happening, happenings, mention, traits))
        join(other, onlyResponsibility(mention)!, traits, "several", false);
    } else if (
      tellsItself(mention, traits, knowledge) &&
      mention.type !== null &&
      !(onlyTakesUp && happenings.length > 0)
    )
      happenings.push(begin(mention, traits));
  }
  return withoutBareHeadlines(happenings);
}

/** "No group claimed the raid, the latest of many this year": of what is told over a long time, who owns to the news. */
function onlyResponsibility(mention: HappeningMention): HappeningMention | null {
  const drafts = mention.drafts.filter((draft) => draft.attribute === "responsibility");
  if (drafts.length === 0 || !mention.definite) return null;
  const roles = { perpetrators: [], targets: [] };
  return { ...mention, drafts, roles, triggers: [], weapons: [], times: [], places: [], general: false };
}

/** "No group claimed the attacks": of those of one day each. */
function besides(
  joined: Happening,
  happenings: readonly Happening[],
  mention: HappeningMention,
  traits: MentionTraits,
): Happening[] {
  const several = mention.triggers.some(
    ({ to, verbal }) => !verbal && mention.annotated.tokens[to - 1]!.fine === "NNS",
  );
  if (!several || traits.date !== null || traits.place !== null || onlyResponsibility(mention) === null)
    return [];
  return happenings.filter(
    (other) =>
      other !== joined &&
      other.date === joined.date &&
      traits.sentence - last(other) <= (other.date === null ? NEAR : Infinity),
  );
}

/** "killed 26 people in the province", "raids on the town": the place told last. */
function takesUpPlace(mention: HappeningMention, knowledge: EventKnowledge): boolean {
  const { tokens } = mention.annotated;
  for (let i = mention.from; i + 2 < mention.to; i++) {
    const [where, the, noun] = [tokens[i]!, tokens[i + 1]!, tokens[i + 2]!];
    if (
      (knowledge.roles.where.has(where.lower) || knowledge.roles.target.has(where.lower)) &&
      knowledge.definite.has(the.lower) &&
      knowledge.roles.same_place.has(noun.lower) &&
      // "in the town of X": the name that follows, and not the one before
      !knowledge.roles.of.has(tokens[i + 3]?.lower ?? "")
    )
      return true;
  }
  return false;
}

interface Fit {
  readonly happening: Happening;
  readonly score: number;
  readonly reasons: string;
}

/** The best of the candidates; of equals the one told last. */
function bestFit(
  happenings: readonly Happening[],
  mention: HappeningMention,
  traits: MentionTraits,
  today: DayRange | null,
  knowledge: EventKnowledge,
): Fit | null {
  const candidates =
    happenings.length <= HEAD + BEFORE
      ? happenings
      : [...happenings.slice(0, HEAD), ...happenings.slice(-BEFORE)];
  const isHeadline = (happening: Happening) => happening.traits.every((told) => told.title);
  const begun = candidates.some((happening) => !isHeadline(happening));
  let best: Fit | null = null;
  for (const happening of candidates) {
    const passedOver = begun && isHeadline(happening);
    const fit = fitOf({ ...happening, passedOver, today }, mention, traits, knowledge);
    if (
      best === null ||
      fit.score > best.score ||
      (fit.score === best.score && last(happening) > last(best.happening))
    )
      best = { happening, ...fit };
  }
  return best;
}

function last(happening: Happening): number {
  return happening.traits.at(-1)!.sentence;
}

export function begin(mention: HappeningMention, traits: MentionTraits): Happening {
  return {
    mentions: [mention],
    traits: [traits],
    steps: [stepOf(mention, "new", mention.typeBy)],
    type: mention.type,
    typeBy: mention.typeBy,
    date: traits.date,
    toldOn: traits.toldOn,
    year: traits.year,
    place: traits.place,
  };
}

function join(
  happening: Happening,
  mention: HappeningMention,
  traits: MentionTraits,
  reasons: string,
  informs: boolean,
): void {
  happening.mentions.push(mention);
  happening.traits.push(traits);
  happening.steps.push(stepOf(mention, "same", reasons));
  if (!informs) return;
  // the news of a headline is told by the day: a month told with what is recalled is another's
  const recalled = happening.traits[0]!.title && traits.date !== null && traits.date.length < DAY.length;
  if (!recalled) happening.date = finerDay(happening.date, traits.date);
  happening.toldOn ??= traits.toldOn;
  if (!happening.traits[0]!.title) happening.year ??= traits.year;
  if (
    traits.place !== null &&
    (happening.place === null || isFiner(traits.place, happening.place) || isNamed(traits, happening))
  )
    happening.place = traits.place;
  const type = moreParticular(happening, mention.habitual ? null : mention.type);
  if (type !== happening.type) [happening.type, happening.typeBy] = [type, mention.typeBy];
}

/** "at the start of Ramadan", and now the day in it. */
function finerDay(before: string | null, now: string | null): string | null {
  if (before === null || now === null || now.length > DAY.length) return before ?? now;
  const [wide, day] = [dayRange(before), dayRange(now)];
  if (wide === null || day === null || wide.latest - wide.earliest < WEEK) return before;
  return day.earliest === day.latest && dayGap(wide, day) === 0 ? now : before;
}

/** A headline that no sentence of the text joined tells the news once more in other words, where the text tells such news. */
function withoutBareHeadlines(happenings: readonly Happening[]): Happening[] {
  return happenings.filter(
    (happening) =>
      !happening.traits.every((traits) => traits.title) ||
      !happenings.some(
        (other) =>
          other !== happening &&
          (typesMeet(other.type, happening.type) || other.traits.some((t) => t.sentence <= HEAD)),
      ),
  );
}

/** What is told beside an attack, and does not say what kind of attack it was. */
const BESIDE: ReadonlySet<EventType> = new Set<EventType>(["Arrests", "Looting/property destruction"]);

/** A later mention may tell the kind of an attack, or that a bomb was a bomber. */
function moreParticular({ type: before, typeBy }: Happening, now: EventType | null): EventType | null {
  if ((typeBy === BOMBING || typeBy === BOMBS) && now === "Air/drone strike") return now;
  if (before === null || now === null) return before ?? now;
  if (before === "Attack") return BESIDE.has(now) ? before : now;
  if (before === "Remote explosive/landmine/IED" && now === "Suicide bomb") return now;
  return before;
}

const RANK = { site: 0, city: 1, district: 1, province: 2, country: 3 } as const;

/** A finer place within the one told before; a place of the same grain does not replace it. */
function isFiner(a: Place, b: Place): boolean {
  if (isNamesakeOf(b, a) && RANK[a.precision] <= 1) return true;
  return RANK[a.precision] < RANK[b.precision] && (RANK[b.precision] >= 2 || placeRelation(a, b) !== "apart");
}

/** "east of X" was told, and now a town or a site by its own name, not far from X. */
const NOT_FAR = 35;
function isNamed({ place, around }: MentionTraits, happening: Happening): boolean {
  const before = happening.place;
  return (
    !around &&
    place !== null &&
    before !== null &&
    RANK[place.precision] <= RANK[before.precision] &&
    happening.traits.some((traits) => traits.place === before && traits.around) &&
    kilometresBetween(place, before) <= NOT_FAR
  );
}

function stepOf(mention: HappeningMention, rule: string, note: string): DerivationStep {
  return { stage: "event", rule, span: spanOf(mention.annotated, mention.from, mention.to), note };
}
