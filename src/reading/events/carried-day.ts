// The day of a happening that names none: news runs on from the day told last. "Sixteen died on Monday across the province. In X,
// raids killed seven." In: the happenings of a document, told in order. Out: the EDTF day marked uncertain ("2016-10-24?"), and the
// words that tell it. What is looked back on takes over no day (the caller knows), nor does what is told far from any day, unless
// the head of the text tells the day of the whole place.
import type { DayRange } from "../../model/day-range.js";
import { dayRange } from "../../model/day-range.js";
import type { DerivationStep } from "../../model/derivation.js";
import { spanOf } from "./annotate.js";
import type { Happening } from "./assemble-events.js";
import { timeOf } from "./mention-anchors.js";
import { placeRelation } from "./place-relation.js";

export interface CarriedDay {
  readonly date: string;
  readonly step: DerivationStep;
}

/** A mention whose happening is told on a single day. */
export interface DayTold {
  readonly happening: Happening;
  readonly mention: number;
  readonly sentence: number;
}

/** Sentences after which the day told last is no longer the day of what goes on being told. */
const REACH = 4;
/** Days told in so many sentences at the head of a text may be those of the whole place. */
const HEAD = 4;
const DAY = "2016-10-24".length;

/** The days of a document in the order of its text; those before the day of its news are recalled, and nothing goes on from them. */
export function daysTold(happenings: readonly Happening[], news: DayRange | null): readonly DayTold[] {
  return happenings
    .flatMap((happening) =>
      happening.traits.flatMap(({ date, sentence }, mention) =>
        date?.length === DAY && (news === null || dayRange(date)!.latest >= news.earliest)
          ? [{ happening, mention, sentence }]
          : [],
      ),
    )
    .sort((a, b) => a.sentence - b.sentence);
}

export function carriedDay(happening: Happening, days: readonly DayTold[]): CarriedDay | null {
  const at = happening.traits[0]!.sentence;
  const before = days[lastUpTo(days, at)];
  if (before === undefined) return null;
  if (at - before.sentence <= REACH) return answer(before);
  const whole = days.slice(0, HEAD).find((day) => day.sentence <= HEAD && holds(day.happening, happening));
  return whole === undefined ? null : answer(whole);
}

/** The index of the last day told in this sentence or before, -1 where none is. */
function lastUpTo(days: readonly DayTold[], sentence: number): number {
  let [low, high] = [0, days.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (days[middle]!.sentence <= sentence) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

function answer({ happening, mention }: DayTold): CarriedDay {
  const told = happening.mentions[mention]!;
  const time = timeOf(told)!;
  return {
    date: `${happening.traits[mention]!.date!}?`,
    step: { stage: "date", rule: "carried-on", span: spanOf(told.annotated, time.from, time.to) },
  };
}

function holds(whole: Happening, part: Happening): boolean {
  return placeRelation(whole.place, part.place) === "within";
}
