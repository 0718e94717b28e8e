// How well a mention fits a happening told before: a sum of named reasons, for and against, in one unit (log odds against "told for
// the first time"). Knowledge: knowledge/events/joins.yaml holds the weights, and texts where each reason speaks.
import { kilometresBetween } from "../../base/geodesy.js";
import type { EventKnowledge, JoinReason } from "../../knowledge/events.js";
import type { DayRange } from "../../model/day-range.js";
import { dayGap, dayRange } from "../../model/day-range.js";
import type { EventType } from "../../model/event.js";
import type { Place } from "../../model/place.js";
import { BOMBING, BOMBS, typesMeet } from "./event-type.js";
import type { HappeningMention } from "./mention.js";
import type { MentionTraits, NamedDay, Night } from "./mention-traits.js";
import { isNamesakeOf, placeRelation, type PlaceRelation } from "./place-relation.js";

/** What a happening has been told as so far. */
export interface HappeningSoFar {
  readonly type: EventType | null;
  /** The word class that told the type. */
  readonly typeBy?: string;
  readonly date: string | null;
  readonly place: Place | null;
  readonly traits: readonly MentionTraits[];
  /** Only a headline has told it, and the text has begun with something else. */
  readonly passedOver?: boolean;
  /** The day of the report. */
  readonly today?: DayRange | null;
}

/** Only so many of a happening's latest mentions are looked at: a long document stays linear. */
const LATEST = 30;

/** Sentences after which a happening is seldom taken up. */
const FAR = 5;

/** Of kind, day, place, toll and who did it: so many, and a mention could stand at the head of a report. */
const FULL = 3;

const FROM_AFAR: readonly EventType[] = ["Air/drone strike", "Shelling/artillery/missile attack"];

export function fitOf(
  so: HappeningSoFar,
  mention: HappeningMention,
  traits: MentionTraits,
  knowledge: EventKnowledge,
): { readonly score: number; readonly reasons: string } {
  const reasons = reasonsOf(so, mention, traits);
  const score = reasons.reduce((sum, reason) => sum + knowledge.joins[reason], 0);
  return { score, reasons: reasons.join(", ") };
}

export function reasonsOf(
  so: HappeningSoFar,
  mention: HappeningMention,
  traits: MentionTraits,
): JoinReason[] {
  const reasons: JoinReason[] = ["any"];
  const told = so.traits.slice(-LATEST);
  const nights = { before: told.find((t) => t.night !== null)?.night ?? null, now: traits.night };
  const day =
    dayReason(dayRange(so.date), dayRange(traits.date), nights) ?? namedReason(told, traits.named, nights);
  if (day !== null) reasons.push(day);
  if (
    so.date === null &&
    isLongAgo(dayRange(traits.date), so.today ?? null) &&
    told[0]!.upfront &&
    told.every((t) => t.named === null)
  )
    reasons.push("longAgo");
  const isAround = traits.around || told.some((t) => t.around && t.place === so.place);
  const relation = relationOf(so.place, traits.place, isAround, traits.provinces);
  if (relation === "same") reasons.push(isBeside(so.place!, traits.place!) ? "besidePlace" : "samePlace");
  if (relation === "within") reasons.push(isBeside(so.place!, traits.place!) ? "besidePlace" : "placeWithin");
  if (relation === "perhaps") reasons.push("perhapsPlace");
  if (relation === "apart") reasons.push("otherPlace");
  const elsewhere =
    relation === "unknown" ? told.some((t) => !t.title) : relation !== "same" && relation !== "within";
  if (mention.scene && !mention.definite && elsewhere) reasons.push("scene");
  if (mention.type !== null && so.type !== null) {
    if (so.type === mention.type) reasons.push("sameType");
    else if (!typesMeet(so.type, mention.type) && !isBombing(so, mention))
      reasons.push(bothFromAfar(so.type, mention.type) ? "nearType" : "otherType");
  }
  if (traits.execution !== told.some((t) => t.execution) || isArrestBeside(so.type, mention.type))
    reasons.push("otherKind");
  const sameToll = traits.exactTolls.some((toll) => told.some((t) => t.exactTolls.includes(toll)));
  if (sameToll) reasons.push("sameToll");
  else if (tellsOtherToll(traits, told)) reasons.push("otherToll");
  const munitions = overlap(
    traits.munitions,
    told.flatMap((t) => t.munitions),
  );
  if (munitions === false) reasons.push("otherMunitions");
  const doers = overlap(
    traits.perpetrators,
    told.flatMap((t) => t.perpetrators),
  );
  if (doers === false) reasons.push("otherPerpetrator");
  const persons = overlap(
    [...traits.persons, ...traits.targets],
    told.flatMap((t) => t.persons),
  );
  if (persons === true) reasons.push("samePerson");
  const victims = overlap(
    traits.victims,
    told.flatMap((t) => t.victims),
  );
  if (victims === false && !traits.moreVictims) reasons.push("otherVictim");
  const details = [mention.type, traits.date, traits.place, traits.killed[0], traits.perpetrators[0]];
  if (!mention.definite && !sameToll && details.filter((detail) => detail != null).length >= FULL)
    reasons.push("toldInFull");
  if (mention.sequel) reasons.push("sequel");
  else if (mention.otherSide && told.some((t) => t.sentence === traits.sentence)) reasons.push("otherSide");
  else if (mention.from > 0) reasons.push("parted");
  if (mention.answer && mention.type !== null && FROM_AFAR.includes(mention.type)) reasons.push("answer");
  if (mention.separate) reasons.push("separate");
  else if (mention.another) reasons.push("another");
  else if (mention.definite) reasons.push("definite");
  else if (mention.indefinite && told.some((t) => !t.title)) reasons.push("indefinite");
  if (traits.moreVictims) reasons.push("moreVictims");
  const last = told.at(-1)!;
  if (traits.sentence - last.sentence <= (last.aside ? 0 : 1)) reasons.push("near");
  if (traits.sentence - last.sentence > FAR) reasons.push("far");
  if (traits.date === null && traits.place === null && so.passedOver !== true && told.some((t) => t.title))
    reasons.push("bareAfterTitle");
  if (told.every((t) => t.title) && !traits.title && so.passedOver !== true) reasons.push("underTitle");
  return reasons;
}

/** A report does not contradict its own count; what its sources count differs for one happening too. */
function tellsOtherToll(traits: MentionTraits, told: readonly MentionTraits[]): boolean {
  const kindOf = (toll: string) => toll.slice(0, toll.indexOf(" "));
  const kinds = new Set(told.flatMap((t) => t.exactTolls.map(kindOf)));
  if (traits.ofSome && traits.date === null && traits.place === null) return false;
  return !traits.saidBy && traits.exactTolls.some((toll) => kinds.has(kindOf(toll)));
}

/** "near X", and a town or a site by its own name not far from X: that may be where it is. */
const NOT_FAR = 35;
function relationOf(
  a: Place | null,
  b: Place | null,
  isAround: boolean,
  provinces: readonly string[],
): PlaceRelation {
  const relation = placeRelation(a, b);
  // "the town of X in Y province" says which Y was meant before
  if (relation === "perhaps" && isNamesakeOf(a!, b!) && provinces.includes(a!.name)) return "within";
  const mayBe = isAround && (relation === "apart" || relation === "perhaps");
  return mayBe && kilometresBetween(a!, b!) <= NOT_FAR ? "unknown" : relation;
}

/** Days before the report from which on a day is no longer that of its news. */
const LONG_AGO = 5;

function isLongAgo(day: DayRange | null, today: DayRange | null): boolean {
  return (
    day !== null && today !== null && day.latest === day.earliest && today.earliest - day.latest > LONG_AGO
  );
}

/** An attack, and the arrest of somebody: one deed only where the words point back. */
function isArrestBeside(a: EventType | null, b: EventType | null): boolean {
  return (a === "Arrests") !== (b === "Arrests") && a !== null && b !== null;
}

/** Kilometres from the middle of a city to towns beside it. */
const SUBURB = 15;
/** Two quarters of a town, two villages side by side: near each other, and not one. */
function isBeside(a: Place, b: Place): boolean {
  const distance = kilometresBetween(a, b);
  // further off a town lies in the province of the other's name
  if ((isNamesakeOf(a, b) || isNamesakeOf(b, a)) && distance > SUBURB) return false;
  return a.id !== b.id && a.name !== b.name && a.precision === b.precision && distance > 1;
}

/** Whether two lists meet; null where one is empty. */
function overlap<T>(a: readonly T[], b: readonly T[]): boolean | null {
  return a.length === 0 || b.length === 0 ? null : a.some((item) => b.includes(item));
}

interface Nights {
  readonly before: Night | null;
  readonly now: Night | null;
}

/** A day within a stretch of weeks is another telling more often than the same; "Thursday night" and "early on Friday" can be one. */
function dayReason(a: DayRange | null, b: DayRange | null, nights: Nights): JoinReason | null {
  if (a === null || b === null) return null;
  const wide = (range: DayRange) => range.latest - range.earliest > 3;
  const gap = dayGap(a, b);
  if (gap === 0) return wide(a) === wide(b) ? "sameDay" : "dayInStretch";
  return gap === 1 && isOneNight(nights, a.latest < b.earliest) ? null : "otherDay";
}

/** The evening of the first of two days and the small hours of the next. */
function isOneNight({ before, now }: Nights, forward: boolean): boolean {
  const [first, second] = forward ? [before, now] : [now, before];
  return first === "late" || first === "either" || second === "early" || second === "either";
}

/** The same for weekdays, or days of a month, that nothing gives a year to. */
function namedReason(
  told: readonly MentionTraits[],
  now: NamedDay | null,
  nights: Nights,
): JoinReason | null {
  if (now === null) return null;
  for (const { named } of told) {
    if (named === null) continue;
    if (named.day !== null && now.day !== null)
      return named.day === now.day && named.month === now.month ? "sameDay" : "otherDay";
    if (named.weekday === null || now.weekday === null) continue;
    const ahead = (now.weekday - named.weekday + 7) % 7;
    if (ahead === 0) return "sameDay";
    return (ahead === 1 || ahead === 6) && isOneNight(nights, ahead === 1) ? null : "otherDay";
  }
  return null;
}

/** "Air strikes hit a market. Monday's bombing …": the word tells of either. */
function isBombing({ type, typeBy, traits }: HappeningSoFar, mention: HappeningMention): boolean {
  const headline = typeBy === BOMBS && traits.every((told) => told.title);
  return (
    (headline && mention.type === "Air/drone strike") ||
    (mention.typeBy === BOMBING && type === "Air/drone strike") ||
    (typeBy === BOMBING && mention.type === "Air/drone strike")
  );
}

/** Shells and air strikes: a report may tell one bombardment as both. */
function bothFromAfar(a: EventType, b: EventType): boolean {
  return FROM_AFAR.includes(a) && FROM_AFAR.includes(b);
}
