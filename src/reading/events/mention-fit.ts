// How well a mention fits a happening told before: a sum of named reasons, for and against, in one unit (log odds against "told for
// the first time"). Knowledge: knowledge/events/joins.yaml holds the weights, and texts where each reason speaks.
import { kilometresBetween } from "../../base/geodesy.js";
import type { EventKnowledge, JoinReason } from "../../knowledge/events.js";
import type { DayRange } from "../../model/day-range.js";
import { dayGap, dayRange } from "../../model/day-range.js";
import type { EventType } from "../../model/event.js";
import type { Place } from "../../model/place.js";
import { typesMeet } from "./event-type.js";
import type { HappeningMention } from "./mention.js";
import type { MentionTraits } from "./mention-traits.js";
import { isNamesakeOf, placeRelation, type PlaceRelation } from "./place-relation.js";

/** What a happening has been told as so far. */
export interface HappeningSoFar {
  readonly type: EventType | null;
  readonly date: string | null;
  readonly place: Place | null;
  readonly traits: readonly MentionTraits[];
}

/** Only so many of a happening's latest mentions are looked at: a long document stays linear. */
const LATEST = 30;

/** Sentences after which a happening is seldom taken up. */
const FAR = 5;

/** Of kind, day, place, toll and who did it: so many, and a mention could stand at the head of a report. */
const FULL = 3;

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
  const day = dayReason(dayRange(so.date), dayRange(traits.date), traits.night || told.some((t) => t.night));
  if (day !== null) reasons.push(day);
  const isAround = traits.around || told.some((t) => t.around && t.place === so.place);
  const relation = relationOf(so.place, traits.place, isAround, traits.provinces);
  if (relation === "same") reasons.push(isBeside(so.place!, traits.place!) ? "besidePlace" : "samePlace");
  if (relation === "within") reasons.push(isBeside(so.place!, traits.place!) ? "besidePlace" : "placeWithin");
  if (relation === "perhaps") reasons.push("perhapsPlace");
  if (relation === "apart") reasons.push("otherPlace");
  if (mention.type !== null && so.type !== null) {
    if (so.type === mention.type) reasons.push("sameType");
    else if (!typesMeet(so.type, mention.type))
      reasons.push(bothFromAfar(so.type, mention.type) ? "nearType" : "otherType");
  }
  if (traits.execution !== told.some((t) => t.execution)) reasons.push("otherKind");
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
  const details = [mention.type, traits.date, traits.place, traits.killed[0], traits.perpetrators[0]];
  if (!mention.definite && !sameToll && details.filter((detail) => detail != null).length >= FULL)
    reasons.push("toldInFull");
  if (mention.sequel) reasons.push("sequel");
  else if (mention.otherSide && told.some((t) => t.sentence === traits.sentence)) reasons.push("otherSide");
  else if (mention.from > 0) reasons.push("parted");
  if (mention.another) reasons.push("another");
  else if (mention.definite) reasons.push("definite");
  else if (mention.indefinite && told.some((t) => !t.title)) reasons.push("indefinite");
  if (traits.moreVictims) reasons.push("moreVictims");
  const last = told.at(-1)!;
  if (traits.sentence - last.sentence <= 1) reasons.push("near");
  if (traits.sentence - last.sentence > FAR) reasons.push("far");
  if (traits.date === null && traits.place === null && told.some((t) => t.title))
    reasons.push("bareAfterTitle");
  if (told.every((t) => t.title) && !traits.title) reasons.push("underTitle");
  return reasons;
}

/** A report does not contradict its own count; what its sources count differs for one happening too. */
function tellsOtherToll(traits: MentionTraits, told: readonly MentionTraits[]): boolean {
  const kindOf = (toll: string) => toll.slice(0, toll.indexOf(" "));
  const kinds = new Set(told.flatMap((t) => t.exactTolls.map(kindOf)));
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

/** Two quarters of a town, two villages side by side: near each other, and not one. */
function isBeside(a: Place, b: Place): boolean {
  if (isNamesakeOf(a, b) || isNamesakeOf(b, a)) return false;
  return a.id !== b.id && a.name !== b.name && a.precision === b.precision && kilometresBetween(a, b) > 1;
}

/** Whether two lists meet; null where one is empty. */
function overlap<T>(a: readonly T[], b: readonly T[]): boolean | null {
  return a.length === 0 || b.length === 0 ? null : a.some((item) => b.includes(item));
}

/** A day within a stretch of weeks is another telling more often than the same; "Thursday night" and "early on Friday" can be one. */
function dayReason(a: DayRange | null, b: DayRange | null, night: boolean): JoinReason | null {
  if (a === null || b === null) return null;
  const wide = (range: DayRange) => range.latest - range.earliest > 3;
  const gap = dayGap(a, b);
  if (gap === 0) return wide(a) === wide(b) ? "sameDay" : "dayInStretch";
  return gap === 1 && night ? null : "otherDay";
}

/** Shells and air strikes: a report may tell one bombardment as both. */
function bothFromAfar(a: EventType, b: EventType): boolean {
  const afar: readonly EventType[] = ["Air/drone strike", "Shelling/artillery/missile attack"];
  return afar.includes(a) && afar.includes(b);
}
