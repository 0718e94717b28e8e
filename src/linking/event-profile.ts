// EventProfile: what comparing reads of one event, worked out once: days, place, words, names, figures.
// In: one event with its document. Out: plain data. Leaves alone: any judgement on two events.
import type { ActorLookup } from "../model/actor-lookup.js";
import type { Claim } from "../model/claim.js";
import type { Count } from "../model/count.js";
import type { DayRange } from "../model/day-range.js";
import { dayRange } from "../model/day-range.js";
import type { Event } from "../model/event.js";
import type { EventRef } from "../model/incident.js";
import type { DocumentRecord } from "../model/record.js";
import type { Rarity, WordVector } from "./words.js";
import { eventText, wordVector, wordsOf } from "./words.js";

export interface EventProfile {
  /** "document#event". */
  readonly key: string;
  readonly ref: EventRef;
  readonly event: Event;
  readonly days: DayRange | null;
  readonly published: DayRange | null;
  readonly words: WordVector;
  readonly weapons: ReadonlySet<string>;
  /** Each name as actor ids (with the bodies above) or else words. */
  readonly perpetrators: readonly string[];
  readonly targets: readonly string[];
  readonly killed: readonly Count[];
  readonly injured: readonly Count[];
}

export function eventKey(document: string, event: string): string {
  return `${document}#${event}`;
}

export function eventProfile(
  record: DocumentRecord,
  event: Event,
  rarity: Rarity,
  actors: ActorLookup,
): EventProfile {
  const { document } = record;
  const told = event.claims.filter((claim) => claim.stance !== "denied" && claim.stance !== "open");
  const names = (attribute: "perpetrator" | "target") => [
    ...new Set(
      told.flatMap((claim) =>
        claim.attribute === attribute && claim.value !== null ? nameMarks(claim.value, actors) : [],
      ),
    ),
  ];
  return {
    key: eventKey(document.id, event.id),
    ref: { document: document.id, ref: document.ref, event: event.id },
    event,
    days: dayRange(event.date),
    published: dayRange(document.published),
    words: wordVector(eventText(event), rarity),
    weapons: new Set(told.flatMap((claim) => (claim.attribute === "weapon" ? [claim.value] : []))),
    perpetrators: names("perpetrator"),
    targets: names("target"),
    killed: counts(told, "killed"),
    injured: counts(told, "injured"),
  };
}

function nameMarks(name: string, actors: ActorLookup): string[] {
  const id = actors.actorIdOf(name);
  return id === null ? wordsOf(name) : [`@${id}`, ...actors.memberOf(id).map((body) => `@${body}`)];
}

function counts(claims: readonly Claim[], attribute: "killed" | "injured"): Count[] {
  return claims.flatMap((claim) => (claim.attribute === attribute ? [claim.value.count] : []));
}
