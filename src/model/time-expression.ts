// TimeExpression: TIMEX3's idea (ISO-TimeML): the words, their normalised value, what they were resolved against.
import type { Span } from "../base/span.js";
import type { DerivationStep } from "./derivation.js";
import type { TimeMeaning, TimeSignal } from "./time-meaning.js";

export interface TimeExpression extends Span {
  readonly quote: string;
  readonly type: "date" | "time" | "duration" | "set";
  /** EDTF of the day, month, year or interval meant; null where it abstained (a duration has none either). */
  readonly date: string | null;
  /** "HH:MM" local, or early morning | morning | midday | afternoon | evening | night; null where not told. */
  readonly timeOfDay: string | null;
  /** TIMEX3 value for scoring against TempEval ("P5D", "2021-07-05TNI", "PRESENT_REF"); null where none. */
  readonly timex: string | null;
  /** A range told by its ends ("from 24 May to Monday"): each end with its own TIMEX3 value, as TimeML annotates it. */
  readonly ends?: readonly (Span & { readonly timex: string })[];
  /** What it was resolved against. */
  readonly anchor: "none" | "publication" | "earlier-expression" | "event";
  /** True for "Thursday" in "on Thursday": a point in time an event can happen at; false for ages, durations, "for years". */
  readonly locatesEvents: boolean;
  /** What the words say, before resolving: for resolving again against an event or an inferred date of publication. */
  readonly meaning?: TimeMeaning;
  /** "since Friday": `date` is then the interval up to publication; "until", "before", "after", "by": `date` is the end named. */
  readonly signal?: TimeSignal | null;
  /** For an anchor "event": the words after it that name the event ("the assassination" of "five days after the assassination"). */
  readonly anchorWords?: Span | null;
  readonly derivation: DerivationStep;
}
