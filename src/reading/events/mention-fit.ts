// How well a mention fits a happening told before: a sum of named reasons, for and against, in one unit. The weights were set by
// hand on the development reports; the order of magnitude matters, not the digit.
import type { DayRange } from "../../model/day-range.js";
import { dayGap, dayRange } from "../../model/day-range.js";
import type { EventType } from "../../model/event.js";
import type { Place } from "../../model/place.js";
import { typesMeet } from "./event-type.js";
import type { HappeningMention } from "./happening-mention.js";
import type { MentionTraits } from "./mention-traits.js";
import { placeRelation } from "./place-relation.js";

const WEIGHT = {
  sameDay: 1.5,
  nextDay: 0,
  dayInStretch: -1,
  otherDay: -6,
  samePlace: 1.5,
  placeWithin: 0.6,
  perhapsPlace: -1.8,
  otherPlace: -4,
  sameType: 0.7,
  nearType: -1.5,
  otherType: -3,
  otherKind: -0.8,
  sameToll: 2,
  otherMunitions: -1.5,
  otherPerpetrator: -2.5,
  definite: 1.5,
  another: -2,
  sequel: -2,
  parted: -1.5,
  near: 0.6,
  bareAfterTitle: 1,
  underTitle: 1.5,
} as const;

/** What a happening has been told as so far. */
export interface HappeningSoFar {
  readonly type: EventType | null;
  readonly date: string | null;
  readonly place: Place | null;
  readonly traits: readonly MentionTraits[];
}

/** Only so many of a happening's latest mentions are looked at: a long document stays linear. */
const LATEST = 30;

export function fitOf(
  so: HappeningSoFar,
  mention: HappeningMention,
  traits: MentionTraits,
): { readonly score: number; readonly reasons: string } {
  const reasons: (keyof typeof WEIGHT)[] = [];
  const told = so.traits.slice(-LATEST);
  const day = dayReason(dayRange(so.date), dayRange(traits.date), traits.night || told.some((t) => t.night));
  if (day !== null) reasons.push(day);
  const relation = placeRelation(so.place, traits.place);
  if (relation === "same") reasons.push("samePlace");
  if (relation === "within") reasons.push("placeWithin");
  if (relation === "perhaps") reasons.push("perhapsPlace");
  if (relation === "apart") reasons.push("otherPlace");
  if (mention.type !== null && so.type !== null) {
    if (so.type === mention.type) reasons.push("sameType");
    else if (!typesMeet(so.type, mention.type))
      reasons.push(bothFromAfar(so.type, mention.type) ? "nearType" : "otherType");
  }
  if (traits.execution !== told.some((t) => t.execution)) reasons.push("otherKind");
  if (traits.tolls.some((count) => count > 1 && told.some((t) => t.tolls.includes(count))))
    reasons.push("sameToll");
  const fired = told.flatMap((t) => t.munitions);
  if (
    fired.length > 0 &&
    traits.munitions.length > 0 &&
    !traits.munitions.some((count) => fired.includes(count))
  )
    reasons.push("otherMunitions");
  const doers = told.flatMap((t) => t.perpetrators);
  if (
    doers.length > 0 &&
    traits.perpetrators.length > 0 &&
    !traits.perpetrators.some((word) => doers.includes(word))
  )
    reasons.push("otherPerpetrator");
  if (mention.sequel) reasons.push("sequel");
  else if (mention.from > 0) reasons.push("parted");
  if (mention.another) reasons.push("another");
  else if (mention.definite) reasons.push("definite");
  const last = told.at(-1)!;
  if (traits.sentence - last.sentence <= 1) reasons.push("near");
  if (traits.date === null && traits.place === null && told.some((t) => t.title))
    reasons.push("bareAfterTitle");
  if (told.every((t) => t.title) && !traits.title) reasons.push("underTitle");
  return { score: reasons.reduce((sum, reason) => sum + WEIGHT[reason], 0), reasons: reasons.join(", ") };
}

/** A day within a stretch of weeks is another telling more often than the same; "Thursday night" and "early on Friday" can be one. */
function dayReason(a: DayRange | null, b: DayRange | null, night: boolean): keyof typeof WEIGHT | null {
  if (a === null || b === null) return null;
  const wide = (range: DayRange) => range.latest - range.earliest > 3;
  const gap = dayGap(a, b);
  if (gap === 0) return wide(a) === wide(b) ? "sameDay" : "dayInStretch";
  return gap === 1 && night ? "nextDay" : "otherDay";
}

/** Shells and air strikes: a report may tell one bombardment as both. */
function bothFromAfar(a: EventType, b: EventType): boolean {
  const afar: readonly EventType[] = ["Air/drone strike", "Shelling/artillery/missile attack"];
  return afar.includes(a) && afar.includes(b);
}
