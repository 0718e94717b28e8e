// HappeningMention: one stretch of one sentence that tells of one happening, with everything told there, as the room's files share it.
import type { HappeningEntry, WeaponEntry } from "../../knowledge/events.js";
import type { EventType } from "../../model/event.js";
import type { TimeExpression } from "../../model/time-expression.js";
import type { Toponym } from "../../model/toponym.js";
import type { Annotated, Found } from "./annotate.js";
import type { ClaimDraft } from "./claim-draft.js";
import type { Roles } from "./roles.js";

export interface Trigger {
  readonly from: number;
  readonly to: number;
  readonly happening: HappeningEntry | null;
  readonly weapon: WeaponEntry | null;
  readonly verbal: boolean;
}

export interface HappeningMention {
  readonly annotated: Annotated;
  readonly from: number;
  readonly to: number;
  readonly triggers: readonly Trigger[];
  readonly type: EventType | null;
  readonly typeBy: string;
  readonly weapons: readonly Found<WeaponEntry>[];
  readonly times: readonly Found<TimeExpression>[];
  readonly places: readonly Found<Toponym>[];
  readonly roles: Roles;
  readonly drafts: readonly ClaimDraft[];
  /** Of the times those on which somebody spoke of it: "on Monday blamed rebels for the raid". */
  readonly spoken: readonly Found<TimeExpression>[];
  /** "the attack": the one told before. */
  readonly definite: boolean;
  /** "a raid": told for the first time, or of a kind. */
  readonly indefinite: boolean;
  /** Told on the way, deep in a sentence about something else. */
  readonly inPassing: boolean;
  /** Told of several, at no time: "has targeted bases in the east". */
  readonly habitual: boolean;
  /** Told as what came after another happening ("Following the raid, …"). */
  readonly sequel: boolean;
  /** Told only as what something else came after: "approved the law after a strike hit the town". */
  readonly setAfter: boolean;
  /** Told only as what the happening of the sentence came some time after: "two weeks after the raid, shells hit the town". */
  readonly longBefore: boolean;
  /** What stands after words that set one happening beside another: "a day after the raid", "in response to the shelling". */
  readonly otherSide: boolean;
  /** "…, meanwhile a bomb …": one more of the news, in the same sentence. */
  readonly beside: boolean;
  /** "another attack", "in a separate attack". */
  readonly another: boolean;
  /** "The army responded by shelling X": what answered another happening. */
  readonly answer: boolean;
  /** "In a separate incident, …": the words say outright that it is another. */
  readonly separate: boolean;
  /** "In Taiz, …" at the head of a sentence sets a scene. */
  readonly scene: boolean;
  /** Told as a number over a long time, or in general. */
  readonly general: boolean;
  readonly earlier: boolean;
}
