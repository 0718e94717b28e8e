// The forms of knowledge/events/*.yaml, held strictly: what each file may say, and what an entry of it is.
// src/knowledge/events.ts reads the files by them and makes the indexes.
import { z } from "zod";
import { WEAPONS, type Attribute, type Weapon } from "../model/claim.js";
import { EVENT_TYPES, type EventType } from "../model/event.js";
import { PRECISIONS } from "../model/place.js";

const Texts = z.array(z.string());
const Examples = { examples: Texts.min(2), counterexamples: Texts.min(1) };

export const WeaponsFile = z.strictObject({
  language: z.string(),
  weapons: z.array(
    z.strictObject({
      id: z.string(),
      weapon: z.enum(WEAPONS),
      type: z.enum(EVENT_TYPES).nullable(),
      as: z.enum(["munition", "strike", "platform", "trace", "defence"]),
      generic: z.boolean().optional(),
      phrases: Texts,
      ...Examples,
    }),
  ),
});
export interface WeaponEntry {
  readonly id: string;
  readonly weapon: Weapon;
  readonly type: EventType | null;
  readonly as: "munition" | "strike" | "platform" | "trace" | "defence";
  /** Says little by itself ("bomb"): gives way to a nearer word. */
  readonly generic: boolean;
}

/** "none": words that only look like a happening ("struck a deal"); they hide the shorter words within them. */
const FAMILIES = ["generic", "strike", "blast", "clash", "control", "seizure", "none"] as const;
const ROLES = ["perpetrator", "target", "weapon", "territory", "people", "none"] as const;
export const HappeningsFile = z.strictObject({
  language: z.string(),
  happenings: z.array(
    z.strictObject({
      id: z.string(),
      family: z.enum(FAMILIES),
      type: z.enum(EVENT_TYPES).nullable(),
      fallback: z.enum(EVENT_TYPES),
      unless_state: z.enum(EVENT_TYPES).optional(),
      needs: z.enum(["weapon", "attack"]).optional(),
      noun: Texts,
      verb: Texts,
      agent: z.enum(ROLES),
      object: z.enum(ROLES),
      owner: z.enum(ROLES).optional(),
      ...Examples,
    }),
  ),
});
export interface HappeningEntry {
  readonly id: string;
  readonly family: (typeof FAMILIES)[number];
  readonly type: EventType | null;
  readonly fallback: EventType;
  /** The type where those who act are named and are forces of no state; null where that changes nothing. */
  readonly unlessState: EventType | null;
  /** Tells nothing by itself: a weapon, an attack or people hurt must be told beside it. */
  readonly needs: "weapon" | "attack" | null;
  readonly agent: (typeof ROLES)[number];
  readonly object: (typeof ROLES)[number];
  /** Whose the noun is: "the rebels' attack", but "the senator's murder". */
  readonly owner: (typeof ROLES)[number];
}

export const PeopleFile = z.strictObject({
  language: z.string(),
  generic: Texts,
  kinds: z.array(z.strictObject({ id: z.string(), nouns: Texts })),
  nationals: z.strictObject({ kind: z.string(), endings: Texts }),
  link: Texts,
  collectives: Texts,
  empty: Texts,
  ages: Texts,
  age_limits: Texts,
  ordinals: Texts,
  examples: z.array(z.strictObject({ text: z.string(), who: Texts })),
  counterexamples: z.array(z.strictObject({ text: z.string() })),
});

export const CasualtiesFile = z.strictObject({
  language: z.string(),
  predicates: z.array(
    z.strictObject({
      id: z.string(),
      attribute: z.enum(["killed", "injured"]),
      active: Texts,
      passive: Texts,
      intransitive: Texts,
      noun: Texts,
      state: Texts,
      ...Examples,
    }),
  ),
  both: Texts,
  part: Texts,
  among: Texts,
  among_counted: Texts,
  to: Texts,
  dead: Texts,
  hurt: Texts,
  leave: Texts,
  be: Texts,
  have: Texts,
  zero: Texts,
  negation: Texts,
  unknown: Texts,
  caused: Texts,
  toll: z.array(z.strictObject({ attribute: z.enum(["killed", "injured"]), heads: Texts })),
  reaches: Texts,
});
export const CASUALTY_FORMS = ["active", "passive", "intransitive", "noun", "state"] as const;
export interface CasualtyWord {
  readonly attributes: readonly Extract<Attribute, "killed" | "injured">[];
  readonly forms: ReadonlySet<(typeof CASUALTY_FORMS)[number]>;
}

export const ContextFile = z.strictObject({
  language: z.string(),
  unreal: Texts,
  earlier: Texts,
  separating: Texts,
  beside: Texts,
  other_side: Texts,
  looking_back: Texts,
  support: Texts,
  undecided: Texts,
  comments: Texts,
  realised: Texts,
  sequel: Texts,
  long: Texts,
  plural_endings: Texts,
  definite: Texts,
  indefinite: Texts,
  subordinating: Texts,
  where_words: Texts,
  pointing: Texts,
  care: Texts,
  care_deeds: Texts,
  more: Texts,
  also: Texts,
  key_words: Texts,
  going_on: Texts,
  elsewhere: Texts,
  opening: Texts,
  answer: Texts,
  separate: Texts,
  ranking: Texts,
  short: Texts,
});

export const ROLE_WORDS = [
  "target",
  "of",
  "where",
  "beside",
  "blaming",
  "blamed_for",
  "shares",
  "same_place",
  "directions",
  "around",
  "agent",
  "means",
  "carriers",
  "empty_targets",
  "doers",
  "doing",
  "for_state",
  "joint",
  "against",
  "towns",
  "between",
  "nobody",
  "arms",
  "services",
] as const;
export const RolesFile = z.strictObject({
  language: z.string(),
  target: Texts,
  of: Texts,
  where: Texts,
  beside: Texts,
  blaming: Texts,
  blamed_for: Texts,
  shares: Texts,
  origin: Texts,
  agent: Texts,
  means: Texts,
  carriers: Texts,
  empty_targets: Texts,
  naming: Texts,
  front: Texts,
  areas: Texts,
  districts: Texts,
  same_place: Texts,
  directions: Texts,
  around: Texts,
  doers: Texts,
  doing: Texts,
  for_state: Texts,
  joint: Texts,
  against: Texts,
  towns: Texts,
  between: Texts,
  nobody: Texts,
  arms: Texts,
  services: Texts,
  part_in: Texts,
});

export const PlaceNounsFile = z.strictObject({
  language: z.string(),
  there: Texts,
  kinds: z.array(
    z.strictObject({
      id: z.string(),
      nouns: Texts,
      inside: z.boolean().optional(),
      precisions: z.array(z.enum(PRECISIONS)),
      examples: z.array(z.strictObject({ text: z.string(), place: z.string().nullable() })).min(2),
      counterexamples: z.array(z.strictObject({ text: z.string(), place: z.string().nullable() })).min(1),
    }),
  ),
});

/** What speaks for or against a mention's telling of a happening that was told before. */
export const JOIN_REASONS = [
  "any",
  "sameDay",
  "dayInStretch",
  "otherDay",
  "samePlace",
  "besidePlace",
  "placeWithin",
  "perhapsPlace",
  "otherPlace",
  "sameType",
  "nearType",
  "otherType",
  "otherKind",
  "sameToll",
  "otherToll",
  "otherMunitions",
  "otherPerpetrator",
  "samePerson",
  "otherVictim",
  "toldInFull",
  "definite",
  "indefinite",
  "another",
  "moreVictims",
  "sequel",
  "otherSide",
  "parted",
  "near",
  "far",
  "bareAfterTitle",
  "underTitle",
  "answer",
  "separate",
  "scene",
  "longAgo",
] as const;
export type JoinReason = (typeof JOIN_REASONS)[number];
const Report = z.union([z.string(), z.strictObject({ title: z.string(), text: z.string() })]);
export const JoinsFile = z.strictObject({
  reasons: z.array(
    z.strictObject({
      id: z.enum(JOIN_REASONS),
      weight: z.number(),
      meaning: z.string(),
      examples: z.array(Report).min(2),
      counterexamples: z.array(Report).min(1),
    }),
  ),
});
