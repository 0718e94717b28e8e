// Incident: a set of events across documents that tell of one happening. It holds no facts of its own:
// date, place and type shown for it are chosen from its members by a named rule (record-format.md, A collection).
import type { Attribute } from "./claim.js";
import type { EventType } from "./event.js";
import type { Place } from "./place.js";
import type { Source, Stance } from "./source.js";

export const INCIDENTS_SCHEMA = "hearsay/incidents/1";

export interface EventRef {
  readonly document: string;
  readonly ref: string;
  readonly event: string;
}

export interface ClaimRef {
  readonly document: string;
  readonly event: string;
  /** Index into the event's claims. */
  readonly claim: number;
}

export const STATUSES = ["agreed", "disputed", "single", "unverified", "open"] as const;
export type Status = (typeof STATUSES)[number];

export interface ComparedValue {
  readonly value: unknown;
  readonly stance: Stance;
  readonly independentSources: number;
  readonly claims: readonly ClaimRef[];
  /** Ids of the origins that say so, in order of `Incident.origins`. */
  readonly origins: readonly string[];
}

/** Two values that cannot both be true, as indexes into `values`, and the rule that says so. */
export interface Conflict {
  readonly between: readonly [number, number];
  readonly rule: string;
}

/** A value of one attribute that cannot be true together with a value of another attribute, and the rule that says so. */
export interface CrossConflict {
  readonly value: number;
  readonly other: Attribute;
  readonly otherValue: number;
  readonly rule: string;
}

export interface ComparedAttribute {
  readonly status: Status;
  readonly values: readonly ComparedValue[];
  readonly conflicts: readonly Conflict[];
  /** Told on both attributes; absent where there is none. */
  readonly across?: readonly CrossConflict[];
}

/** One independent source of the incident's claims: copies and repetitions of one source share an origin. */
export interface Origin {
  /** Stable within the incident: "o1", "o2" … */
  readonly id: string;
  /** The origin as named; null for outlets' own voice without a named origin is never used: then it is the outlet's name. */
  readonly name: string;
  readonly kind: Source["kind"] | "outlet";
  /** Claims that come from it, through whatever chain. */
  readonly claims: readonly ClaimRef[];
  readonly documents: readonly string[];
  /** Rules by which claims were judged to come from this one origin: "same-actor", "agency-credit", "near-duplicate" … */
  readonly basis: readonly string[];
  /** True where nothing shows that it differs from the others ("reports said"): it never counts as one more. */
  readonly dependent?: true;
}

/** One named level of comparison that two events reached, and its weight (log2 of a Bayes factor, as in splink). */
export interface MatchWeight {
  readonly comparison: string;
  readonly level: string;
  readonly weight: number;
}

export interface Link {
  readonly a: EventRef;
  readonly b: EventRef;
  readonly weights: readonly MatchWeight[];
  readonly total: number;
}

export interface Incident {
  /** Stable while its members are. */
  readonly id: string;
  readonly type: EventType;
  readonly date: string | null;
  readonly place: Place | null;
  readonly title: string;
  readonly events: readonly EventRef[];
  readonly attributes: Readonly<Partial<Record<Attribute, ComparedAttribute>>>;
  readonly origins: readonly Origin[];
  /** The links that hold it together (a spanning set), strongest first. */
  readonly links: readonly Link[];
}
