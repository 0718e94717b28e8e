// EventProfile: one event of an incident with what showing and comparing it need, worked out once: days, weapons.
// In: one event with its document. Out: plain data. Leaves alone: any judgement on two events.
import type { DayRange } from "../model/day-range.js";
import { dayRange } from "../model/day-range.js";
import type { Event } from "../model/event.js";
import type { EventRef } from "../model/incident.js";
import type { DocumentRecord } from "../model/record.js";

export interface EventProfile {
  /** "document#event". */
  readonly key: string;
  readonly ref: EventRef;
  readonly event: Event;
  readonly days: DayRange | null;
  readonly weapons: ReadonlySet<string>;
}

export function eventKey(document: string, event: string): string {
  return `${document}#${event}`;
}

export function eventProfile({ document }: DocumentRecord, event: Event): EventProfile {
  return {
    key: eventKey(document.id, event.id),
    ref: { document: document.id, ref: document.ref, event: event.id },
    event,
    days: dayRange(event.date),
    weapons: new Set(
      event.claims.flatMap((claim) =>
        claim.attribute === "weapon" && claim.stance !== "denied" && claim.stance !== "open"
          ? [claim.value]
          : [],
      ),
    ),
  };
}
