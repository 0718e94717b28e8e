// TIMEX3 values (ISO-TimeML) for what a resolved or unresolved meaning says: dates, times of day, durations, sets, references.
import { padded } from "../../base/civil-date.js";
import type { TimeMeaning, TimeUnit } from "../../model/time-meaning.js";
import type { TimeKnowledge } from "../../knowledge/time.js";
import type { Stretch } from "./calendar-stretch.js";
import { timexOf } from "./calendar-stretch.js";

const DATE_UNITS: Partial<Record<TimeUnit, readonly [factor: number, letter: string]>> = {
  day: [1, "D"],
  weekend: [1, "WE"],
  week: [1, "W"],
  month: [1, "M"],
  quarter: [3, "M"],
  season: [3, "M"],
  year: [1, "Y"],
  decade: [10, "Y"],
  century: [100, "Y"],
};
const TIME_LETTERS: Partial<Record<TimeUnit, string>> = { second: "S", minute: "M", hour: "H" };

/** `durationValue("day", 5) === "P5D"`, an unknown amount is X. */
export function durationValue(unit: TimeUnit, amount: number | null | undefined): string {
  const time = TIME_LETTERS[unit];
  if (time !== undefined) return `PT${amount ?? "X"}${time}`;
  const [factor, letter] = DATE_UNITS[unit]!;
  const known = amount ?? null;
  return known === null && factor > 1
    ? `PX${{ quarter: "Q", season: "Q", decade: "E", century: "C" }[unit as "quarter"]}`
    : `P${known === null ? "X" : known * factor}${letter}`;
}

export function timexValue(
  meaning: TimeMeaning,
  resolved: Stretch | null,
  daily: Stretch | null,
  knowledge: TimeKnowledge,
): string | null {
  if (meaning.reference) return meaning.reference;
  if (meaning.set) return setValue(meaning, knowledge);
  if (meaning.unit && (meaning.duration || meaning.stretch))
    return durationValue(meaning.unit, meaning.amount);
  // "two months after the raid": a distance from what is not known here (TimeML: a duration and a signal).
  if (meaning.unit && meaning.from === "event" && !resolved && Math.abs(meaning.amount ?? 1) > 1)
    return durationValue(meaning.unit, Math.abs(meaning.amount!));
  if (meaning.unit && meaning.amount === null) {
    return meaning.from === "earlier" || meaning.from === "event"
      ? null
      : meaning.stretch === "future"
        ? "FUTURE_REF"
        : "PAST_REF";
  }
  const day = resolved ?? daily;
  const clock = clockOf(meaning);
  const suffix = clock ?? (meaning.part ? (knowledge.parts.get(meaning.part)?.timex ?? "") : "");
  if (!day) return suffix === "" ? null : `XXXX-XX-XX${suffix.startsWith("T") ? "" : "T"}${suffix}`;
  return suffix === "" ? timexOf(day) : `${timexOf(day)}T${suffix.replace(/^T/, "")}`;
}

function setValue(meaning: TimeMeaning, knowledge: TimeKnowledge): string {
  const part = meaning.part ? `T${knowledge.parts.get(meaning.part)?.timex ?? ""}` : "";
  if (meaning.weekday !== undefined) return `XXXX-WXX-${meaning.weekday}${part}`;
  if (meaning.month !== undefined) return `XXXX-${padded(meaning.month, 2)}`;
  if (meaning.season !== undefined) return `XXXX-${meaning.season}`;
  if (part !== "") return `XXXX-XX-XX${part}`;
  return durationValue(meaning.unit ?? "day", meaning.amount ?? 1);
}

/** "14:45"; null where no clock is told or it is none. */
export function clockOf({ hour, minute, meridiem, part }: TimeMeaning): string | null {
  if (hour === undefined) return null;
  let h = hour;
  if (meridiem !== undefined) {
    if (h > 12) return meridiem === "pm" ? `${padded(h % 24, 2)}:${padded(minute ?? 0, 2)}` : null;
    h = (h % 12) + (meridiem === "pm" ? 12 : 0);
  } else if (h < 12 && (part === "afternoon" || part === "evening" || (part === "night" && h > 4))) h += 12;
  return `${padded(h % 24, 2)}:${padded(minute ?? 0, 2)}`;
}
