// From mentions to happenings: which mentions of a document tell of the same one. In reading order, each mention joins the
// happening it fits best, by a sum of named reasons, or begins one of its own where it tells enough (people hurt, a place, a day).
// Mentions that fit nothing and tell too little are left alone: no event is made of a threat, a habit or a number over years.
import type { EventKnowledge } from "../../knowledge/events.js";
import type { DayRange } from "../../model/day-range.js";
import { dayGap, dayRange } from "../../model/day-range.js";
import type { DerivationStep } from "../../model/derivation.js";
import type { EventType } from "../../model/event.js";
import type { Place } from "../../model/place.js";
import { spanOf } from "./annotate.js";
import { typesMeet } from "./event-type.js";
import { munitionsOf } from "./event-claims.js";
import type { HappeningMention } from "./happening-mention.js";
import { placeOf, timeOf, toldOn } from "./mention-anchors.js";
import { placeRelation } from "./place-relation.js";

export interface Happening {
  readonly mentions: HappeningMention[];
  type: EventType | null;
  date: string | null;
  /** The day on which a source told it: the happening's own day only where nothing else tells one. */
  toldOn: string | null;
  place: Place | null;
  readonly steps: DerivationStep[];
}

const NOTHING: Anchors = { date: null, place: null, tolls: [], munitions: [] };

interface Anchors {
  readonly date: string | null;
  readonly place: Place | null;
  readonly tolls: readonly number[];
  readonly munitions: readonly number[];
}

/** Reasons for and against, in the same unit; a mention joins from JOIN upwards. */
const WEIGHT = {
  sameDay: 1.5,
  nextDay: 0,
  dayInStretch: -1,
  otherPerpetrator: -1.5,
  sequel: -2,
  parted: -1.5,
  otherKind: -0.8,
  otherDay: -6,
  samePlace: 1.5,
  placeWithin: 0.6,
  otherPlace: -4,
  otherType: -3,
  sameType: 0.7,
  sameToll: 2,
  otherMunitions: -1.5,
  definite: 1.5,
  another: -2,
  near: 0.6,
  title: 1,
} as const;
const JOIN = 0;
/** "the attack" with nothing of its own joins the likeliest happening unless much speaks against it, and never begins one. */
const TAKE_UP = -2;
const LONGEST_DAYS = 200;

export function assembleEvents(
  mentions: readonly HappeningMention[],
  knowledge: EventKnowledge,
): Happening[] {
  const happenings: Happening[] = [];
  for (const mention of mentions) {
    if (mention.general) continue;
    const anchors = anchorsOf(mention, knowledge);
    let best: { happening: Happening; score: number; reasons: string } | null = null;
    for (const happening of happenings) {
      const { score, reasons } = fit(happening, mention, anchors, knowledge);
      if (
        best === null ||
        score > best.score ||
        (score === best.score && last(happening) > last(best.happening))
      )
        best = { happening, score, reasons };
    }
    const onlyTakesUp =
      mention.definite && !mention.another && anchors.tolls.length === 0 && anchors.date === null;
    if (best !== null && best.score >= JOIN) join(best.happening, mention, anchors, best.reasons);
    else if (best !== null && onlyTakesUp && best.score >= TAKE_UP)
      join(best.happening, mention, NOTHING, best.reasons);
    else if (
      tellsItself(mention, anchors) &&
      mention.type !== null &&
      !(onlyTakesUp && happenings.length > 0)
    )
      happenings.push(begin(mention, anchors));
  }
  return happenings;
}

function anchorsOf(mention: HappeningMention, knowledge: EventKnowledge): Anchors {
  return {
    date: usable(timeOf(mention)?.value.date ?? null),
    place: placeOf(mention, knowledge)?.value.place ?? null,
    tolls: mention.drafts.flatMap((draft) =>
      (draft.attribute === "killed" || draft.attribute === "injured") && draft.step.rule !== "part"
        ? [draft.value.count.min ?? draft.value.count.max ?? 0]
        : [],
    ),
    munitions: munitionsOf(mention).flatMap(({ count }) =>
      count.approx === true ? [] : [count.min ?? count.max ?? 0],
    ),
  };
}

/** A year or more sets nothing apart. */
function usable(date: string | null): string | null {
  const range = dayRange(date);
  return range !== null && range.latest - range.earliest > LONGEST_DAYS ? null : date;
}

/** People hurt, a place finer than a country, or a day: enough for an event of its own. */
function tellsItself(mention: HappeningMention, anchors: Anchors): boolean {
  const people = mention.drafts.some(
    (draft) =>
      (draft.attribute === "killed" || draft.attribute === "injured") && (draft.value.count.max ?? 1) > 0,
  );
  const local = anchors.place !== null && anchors.place.precision !== "country";
  const day = anchors.date !== null && anchors.date.length >= 10;
  if (!people && mention.times.length === 0 && mention.habitual) return false;
  const told =
    people ||
    mention.triggers.some((trigger) => trigger.happening !== null || trigger.weapon?.as === "strike");
  return told && (people || local || day);
}

function fit(
  happening: Happening,
  mention: HappeningMention,
  anchors: Anchors,
  knowledge: EventKnowledge,
): { score: number; reasons: string } {
  const reasons: string[] = [];
  let score = 0;
  const add = (reason: keyof typeof WEIGHT) => {
    score += WEIGHT[reason];
    reasons.push(reason);
  };
  const [a, b] = [dayRange(happening.date), dayRange(anchors.date)];
  const wide = (range: DayRange) => range.latest - range.earliest > 3;
  if (a !== null && b !== null && wide(a) !== wide(b) && dayGap(a, b) === 0) add("dayInStretch");
  else if (a !== null && b !== null)
    add(
      dayGap(a, b) === 0
        ? "sameDay"
        : dayGap(a, b) === 1 && atNight(happening, mention)
          ? "nextDay"
          : "otherDay",
    );
  const relation = placeRelation(happening.place, anchors.place);
  if (relation === "same") add("samePlace");
  if (relation === "within") add("placeWithin");
  if (relation === "apart") add("otherPlace");
  if (!typesMeet(happening.type, mention.type)) add("otherType");
  else if (mention.type !== null && happening.type === mention.type) add("sameType");
  const told = happening.mentions.map((m) => anchorsOf(m, knowledge));
  if (anchors.tolls.some((count) => count > 1 && told.some((other) => other.tolls.includes(count))))
    add("sameToll");
  const fired = told.flatMap((other) => other.munitions);
  if (
    fired.length > 0 &&
    anchors.munitions.length > 0 &&
    !anchors.munitions.some((count) => fired.includes(count))
  )
    add("otherMunitions");
  if (differ(happening.mentions.flatMap(perpetratorsOf), perpetratorsOf(mention))) add("otherPerpetrator");
  if (mention.sequel) add("sequel");
  else if (mention.from > 0) add("parted");
  if (mention.another) add("another");
  else if (mention.definite) add("definite");
  if (mention.annotated.sentence.index - last(happening) <= 1) add("near");
  const bare = anchors.date === null && anchors.place === null;
  if (bare && happening.mentions.some((m) => m.annotated.sentence.role === "title")) add("title");
  if (tellsExecution(mention) !== happening.mentions.some(tellsExecution)) add("otherKind");
  return { score, reasons: reasons.join(", ") };
}

function perpetratorsOf(mention: HappeningMention): string[] {
  return mention.roles.perpetrators.map((range) =>
    mention.annotated.tokens
      .slice(range.from, range.to)
      .map((token) => token.lower)
      .join(" "),
  );
}

/** Both are named, and no word of one is a word of the other. */
function differ(a: readonly string[], b: readonly string[]): boolean {
  if (a.length === 0 || b.length === 0) return false;
  const words = new Set(a.flatMap((name) => name.split(" ")));
  return !b.some((name) => name.split(" ").some((word) => words.has(word)));
}

/** Somebody killed on purpose ("the assassination of"), or persons killed by name. */
function tellsExecution(mention: HappeningMention): boolean {
  return (
    mention.triggers.some((t) => t.happening?.id === "execution") ||
    mention.drafts.some((draft) => draft.step.rule === "named")
  );
}

/** "Thursday night" and "early on Friday" can be one night. */
function atNight(happening: Happening, mention: HappeningMention): boolean {
  return [...happening.mentions, mention].some((m) =>
    m.times.some((t) => ["night", "early morning"].includes(t.value.timeOfDay ?? "")),
  );
}

function last(happening: Happening): number {
  return happening.mentions.at(-1)!.annotated.sentence.index;
}

function begin(mention: HappeningMention, anchors: Anchors): Happening {
  return {
    mentions: [mention],
    type: mention.type,
    date: anchors.date,
    toldOn: toldOn(mention),
    place: anchors.place,
    steps: [stepOf(mention, "new", mention.typeBy)],
  };
}

function join(happening: Happening, mention: HappeningMention, anchors: Anchors, reasons: string): void {
  happening.mentions.push(mention);
  happening.steps.push(stepOf(mention, "same", reasons));
  happening.date ??= anchors.date;
  happening.toldOn ??= toldOn(mention);
  if (anchors.place !== null && (happening.place === null || finer(anchors.place, happening.place)))
    happening.place = anchors.place;
  happening.type = moreParticular(happening.type, mention.type);
}

/** A later mention may tell the kind of an attack, or that a bomb was a bomber. */
function moreParticular(before: EventType | null, now: EventType | null): EventType | null {
  if (before === null || now === null) return before ?? now;
  if (before === "Attack") return now;
  if (before === "Remote explosive/landmine/IED" && now === "Suicide bomb") return now;
  return before;
}

/** A finer place within the one told before; a place of the same grain does not replace it. */
function finer(a: Place, b: Place): boolean {
  const rank = { site: 0, city: 1, district: 1, province: 2, country: 3 } as const;
  return rank[a.precision] < rank[b.precision] && (rank[b.precision] >= 2 || placeRelation(a, b) !== "apart");
}

function stepOf(mention: HappeningMention, rule: string, note: string): DerivationStep {
  return { stage: "event", rule, span: spanOf(mention.annotated, mention.from, mention.to), note };
}
