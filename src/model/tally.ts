// Tally: a number of events, or of people over several events, that a source states for a period, a place or an actor.
import type { Quoted } from "../base/span.js";
import type { Count } from "./count.js";
import type { Derivation } from "./derivation.js";
import type { Place } from "./place.js";
import type { Source, Stance } from "./source.js";

export interface Tally extends Quoted {
  /** "attacks", "drone attacks", "airstrikes", "killed", "injured" … */
  readonly what: string;
  readonly count: Count;
  /** EDTF interval. */
  readonly period: string | null;
  readonly place: string | null;
  /** What `place` names, where the gazetteer resolved it. */
  readonly area?: Place;
  readonly perpetrator: string | null;
  readonly target: string | null;
  readonly stance: Stance;
  readonly sources: readonly Source[];
  readonly derivation?: Derivation;
}
