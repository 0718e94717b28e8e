// Claim: who says what of one attribute of an event, with the words that say it (record-format.md, Claim).
import type { Quoted } from "../base/span.js";
import type { Count } from "./count.js";
import type { Derivation } from "./derivation.js";
import type { Source, Stance } from "./source.js";

export const WEAPONS = [
  "rocket",
  "drone",
  "missile",
  "ballistic_missile",
  "cruise_missile",
  "mortar",
  "artillery",
  "airstrike",
  "barrel_bomb",
  "ied",
  "car_bomb",
  "suicide_bomber",
  "landmine",
  "grenade",
  "chemical",
  "small_arms",
  "knife",
  "other",
] as const;
export type Weapon = (typeof WEAPONS)[number];

/** People counted, and who they are in the words of the text where it says. */
export interface Casualties {
  readonly count: Count;
  readonly who: string | null;
}

export interface Responsibility {
  readonly actor: string | null;
  readonly act: "claimed" | "denied" | "unclaimed";
}

export const DAMAGE_LEVELS = ["none", "some", "extensive", "destroyed", "assessing"] as const;
export type DamageLevel = (typeof DAMAGE_LEVELS)[number];

export const IMPACTS = ["inside", "perimeter", "outside"] as const;
export type Impact = (typeof IMPACTS)[number];

/** The value of each attribute, by attribute. Strings in `date` are EDTF, in `time` HH:MM or a part of the day. */
export interface ValueOf {
  readonly occurrence: true;
  readonly date: string;
  readonly time: string;
  readonly place: string;
  readonly weapon: Weapon;
  readonly munitions: Count;
  readonly perpetrator: string | null;
  readonly responsibility: Responsibility;
  readonly target: string;
  readonly killed: Casualties;
  readonly injured: Casualties;
  readonly damage: DamageLevel;
  readonly impact: Impact;
  readonly intercepted: Count;
}
export type Attribute = keyof ValueOf;

/** In the order of the record format, which is the order in which people see them. */
export const ATTRIBUTES: readonly Attribute[] = [
  "occurrence",
  "date",
  "time",
  "place",
  "weapon",
  "munitions",
  "perpetrator",
  "responsibility",
  "target",
  "killed",
  "injured",
  "damage",
  "impact",
  "intercepted",
];

/** One claim of attribute A; the span is part of its identity. */
export interface ClaimOf<A extends Attribute> extends Quoted {
  readonly attribute: A;
  readonly value: ValueOf[A];
  readonly stance: Stance;
  /** From the origin to the source nearest to the document; empty for the document's own voice. */
  readonly sources: readonly Source[];
  /** How the machine read it; absent on a person's claim. */
  readonly derivation?: Derivation;
}

export type Claim = { [A in Attribute]: ClaimOf<A> }[Attribute];
