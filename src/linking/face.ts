// Face: the type, date, place and title that an incident shows. They are chosen from its members, never computed between
// them: what most documents tell; ties go to the more precise, then to code-unit order. The incident holds no fact.
// Knowledge: knowledge/comparison/titles.yaml.
import { canonicalJson } from "../base/canonical-json.js";
import { byCodeUnits } from "../base/order.js";
import type { TitleKnowledge } from "../knowledge/comparison.js";
import { dayCount, dayRange } from "../model/day-range.js";
import type { EventType } from "../model/event.js";
import type { Incident } from "../model/incident.js";
import { PRECISIONS, type Place } from "../model/place.js";
import type { EventProfile } from "./event-profile.js";

export type Face = Pick<Incident, "type" | "date" | "place" | "title">;

export function faceOf(members: readonly EventProfile[], titles: TitleKnowledge): Face {
  // What a report tells as its news outweighs what another recalls in passing.
  const main = members.filter((m) => m.event.focus === "main");
  const tellers = main.length > 0 ? main : members;
  const type = mostTold(
    tellers.map((m) => m.event.type),
    (t) => t,
    (t) => (t === "Other" ? 2 : t === "Attack" ? 1 : 0),
  )!;
  const date =
    mostTold(
      tellers.flatMap((m) => (m.event.date === null ? [] : [m.event.date])),
      (d) => d,
      dateLoose,
    ) ??
    mostTold(
      members.flatMap((m) => (m.event.date === null ? [] : [m.event.date])),
      (d) => d,
      dateLoose,
    );
  const place = placeOf(tellers) ?? placeOf(members);
  const weapon = mostTold(
    tellers.flatMap((m) => [...m.weapons].sort(byCodeUnits)),
    (w) => w,
    () => 0,
  );
  return { type, date, place, title: titleOf(type, weapon, place, titles) };
}

function placeOf(members: readonly EventProfile[]): Place | null {
  return mostTold(
    members.flatMap((m) => (m.event.place === null ? [] : [m.event.place])),
    (p) => p.id ?? canonicalJson(p),
    (p) => PRECISIONS.indexOf(p.precision),
  );
}

/** The value told most often; ties by looseness, then by key. A value's looseness counts first where it is no answer (a year). */
function mostTold<T>(
  values: readonly T[],
  keyOf: (value: T) => string,
  loose: (value: T) => number,
): T | null {
  const counted = new Map<string, { value: T; count: number }>();
  for (const value of values) {
    const key = keyOf(value);
    const entry = counted.get(key);
    if (entry === undefined) counted.set(key, { value, count: 1 });
    else entry.count++;
  }
  const ranked = [...counted].sort(
    ([a, x], [b, y]) => y.count - x.count || loose(x.value) - loose(y.value) || byCodeUnits(a, b),
  );
  return ranked[0]?.[1].value ?? null;
}

function dateLoose(date: string): number {
  const range = dayRange(date);
  return range === null ? Number.MAX_SAFE_INTEGER : dayCount(range);
}

function titleOf(
  type: EventType,
  weapon: string | null,
  place: Place | null,
  titles: TitleKnowledge,
): string {
  const words =
    (weapon === null ? undefined : titles.byWeapon[type]?.[weapon]) ?? titles.byType[type] ?? type;
  return place === null
    ? words
    : titles.pattern.replace("{what}", () => words).replace("{where}", () => place.name);
}
