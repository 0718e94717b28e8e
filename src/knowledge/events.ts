// knowledge/events/*.yaml: weapons, happenings, people and casualty words, and the words around them; parsed and indexed.
import { z } from "zod";
import { WEAPONS, type Attribute, type Weapon } from "../model/claim.js";
import { EVENT_TYPES, type EventType } from "../model/event.js";
import { PRECISIONS, type Precision } from "../model/place.js";
import type { KnowledgeLayers } from "./layers.js";
import { yamlUnder } from "./layers.js";
import { nationNames } from "./nations.js";
import { expandPhrase, PhraseIndex } from "./phrases.js";

const Texts = z.array(z.string());
const Examples = { examples: Texts.min(2), counterexamples: Texts.min(1) };

const WeaponsFile = z.strictObject({
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
const HappeningsFile = z.strictObject({
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
}

const PeopleFile = z.strictObject({
  language: z.string(),
  generic: Texts,
  kinds: z.array(z.strictObject({ id: z.string(), nouns: Texts })),
  nationals: z.strictObject({ kind: z.string(), endings: Texts }),
  link: Texts,
  empty: Texts,
  ages: Texts,
  age_limits: Texts,
  ordinals: Texts,
  examples: z.array(z.strictObject({ text: z.string(), who: Texts })),
  counterexamples: z.array(z.strictObject({ text: z.string() })),
});

const CasualtiesFile = z.strictObject({
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

const ContextFile = z.strictObject({
  language: z.string(),
  unreal: Texts,
  generic: Texts,
  earlier: Texts,
  separating: Texts,
  realised: Texts,
  sequel: Texts,
  long: Texts,
  definite: Texts,
  indefinite: Texts,
  subordinating: Texts,
  where_words: Texts,
  more: Texts,
  elsewhere: Texts,
});

const ROLE_WORDS = [
  "target",
  "of",
  "where",
  "beside",
  "blaming",
  "same_place",
  "directions",
  "around",
  "agent",
  "means",
  "carriers",
  "empty_targets",
  "doers",
  "doing",
  "joint",
  "against",
  "towns",
  "between",
  "nobody",
] as const;
const RolesFile = z.strictObject({
  language: z.string(),
  target: Texts,
  of: Texts,
  where: Texts,
  beside: Texts,
  blaming: Texts,
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
  joint: Texts,
  against: Texts,
  towns: Texts,
  between: Texts,
  nobody: Texts,
  part_in: Texts,
});

const PlaceNounsFile = z.strictObject({
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
const JOIN_REASONS = [
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
  "otherMunitions",
  "otherPerpetrator",
  "samePerson",
  "toldInFull",
  "definite",
  "another",
  "moreVictims",
  "sequel",
  "parted",
  "near",
  "bareAfterTitle",
  "underTitle",
] as const;
export type JoinReason = (typeof JOIN_REASONS)[number];
const Report = z.union([z.string(), z.strictObject({ title: z.string(), text: z.string() })]);
const JoinsFile = z.strictObject({
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

/** A kind of noun for places, and what places it may stand for. */
export interface PlaceNoun {
  readonly id: string;
  /** A part of a place: the place told before holds it. */
  readonly inside: boolean;
  readonly precisions: ReadonlySet<Precision>;
}

type ContextKey = "unreal" | "generic" | "earlier" | "separating" | "sequel" | "long" | "elsewhere";

export interface EventKnowledge {
  readonly roles: Readonly<Record<(typeof ROLE_WORDS)[number], ReadonlySet<string>>>;
  readonly weapons: PhraseIndex<WeaponEntry>;
  readonly weaponRules: readonly z.infer<typeof WeaponsFile>["weapons"][number][];
  readonly nouns: PhraseIndex<HappeningEntry>;
  readonly verbs: PhraseIndex<HappeningEntry>;
  readonly happeningRules: readonly z.infer<typeof HappeningsFile>["happenings"][number][];
  readonly people: PhraseIndex<{ readonly kind: string }>;
  readonly peopleLink: ReadonlySet<string>;
  readonly peopleEmpty: ReadonlySet<string>;
  readonly ages: ReadonlySet<string>;
  readonly ageLimits: ReadonlySet<string>;
  readonly ordinals: ReadonlySet<string>;
  readonly peopleExamples: Pick<z.infer<typeof PeopleFile>, "examples" | "counterexamples">;
  readonly casualties: PhraseIndex<CasualtyWord>;
  readonly part: PhraseIndex<true>;
  readonly among: PhraseIndex<true>;
  readonly dead: ReadonlySet<string>;
  readonly hurt: ReadonlySet<string>;
  readonly leave: ReadonlySet<string>;
  readonly be: ReadonlySet<string>;
  readonly have: ReadonlySet<string>;
  readonly zero: ReadonlySet<string>;
  readonly negation: ReadonlySet<string>;
  readonly unknown: ReadonlySet<string>;
  readonly caused: ReadonlySet<string>;
  readonly toll: PhraseIndex<"killed" | "injured">;
  readonly reaches: PhraseIndex<true>;
  readonly context: Readonly<Record<ContextKey, PhraseIndex<string>>>;
  readonly joinRules: readonly z.infer<typeof JoinsFile>["reasons"][number][];
  /** Weights by reason; a later layer's weight replaces an earlier one's. */
  readonly joins: Readonly<Record<JoinReason, number>>;
  readonly origin: ReadonlySet<string>;
  readonly naming: PhraseIndex<true>;
  readonly front: PhraseIndex<true>;
  /** "took part in", "was behind": between who acts and the noun for what was done. */
  readonly partIn: PhraseIndex<true>;
  /** "injuries to hundreds of troops": what may stand between a casualty noun and the people. */
  readonly casualtyLink: ReadonlySet<string>;
  readonly realised: ReadonlySet<string>;
  readonly areas: ReadonlySet<string>;
  readonly districts: ReadonlySet<string>;
  readonly definite: ReadonlySet<string>;
  readonly indefinite: ReadonlySet<string>;
  /** "another", "new": before a happening, or people hurt, that was not told before. */
  readonly more: ReadonlySet<string>;
  /** Opens a clause that may tell a happening of its own. */
  /** Opens a clause about the place named before it. */
  readonly whereWords: ReadonlySet<string>;
  readonly subordinating: ReadonlySet<string>;
  readonly placeNouns: ReadonlyMap<string, PlaceNoun>;
  /** "an attack there" */
  readonly thereWords: ReadonlySet<string>;
  readonly anyPlace: PlaceNoun;
  readonly placeNounRules: readonly z.infer<typeof PlaceNounsFile>["kinds"][number][];
}

/** Throws on a file that is not of the form: what ships is checked by tests, a pack when it is loaded. */
export function parseEventKnowledge(layers: KnowledgeLayers): EventKnowledge {
  const read = <T>(name: string, schema: z.ZodType<T>): T[] =>
    yamlUnder(layers, `events/${name}`).map(({ value }) => schema.parse(value));
  const weaponRules = read("weapons", WeaponsFile).flatMap((file) => file.weapons);
  const happeningRules = read("happenings", HappeningsFile).flatMap((file) => file.happenings);
  const people = read("people", PeopleFile);
  const { nations } = nationNames(layers);
  const casualties = read("casualties", CasualtiesFile);
  const context = read("context", ContextFile);
  const roles = read("roles", RolesFile);
  const placeNouns = read("place-nouns", PlaceNounsFile);
  const joinRules = read("joins", JoinsFile).flatMap((file) => file.reasons);
  const missing = JOIN_REASONS.filter((id) => !joinRules.some((rule) => rule.id === id));
  if (missing.length > 0) throw new Error(`events/joins: no weight for ${missing.join(", ")}`);
  const placeNounRules = placeNouns.flatMap((file) => file.kinds);
  const phrases = (key: ContextKey) =>
    new PhraseIndex(context.flatMap((file) => file[key].map((phrase) => [phrase, phrase] as const)));
  const happenings = (form: "noun" | "verb") =>
    new PhraseIndex(
      happeningRules.flatMap((rule) =>
        rule[form].map(
          (phrase) =>
            [
              phrase,
              {
                id: rule.id,
                family: rule.family,
                type: rule.type,
                fallback: rule.fallback,
                unlessState: rule.unless_state ?? null,
                needs: rule.needs ?? null,
                agent: rule.agent,
                object: rule.object,
              },
            ] as const,
        ),
      ),
    );
  return {
    roles: Object.fromEntries(
      ROLE_WORDS.map((key) => [key, wordSet(roles.flatMap((file) => file[key]))]),
    ) as EventKnowledge["roles"],
    weaponRules,
    happeningRules,
    weapons: new PhraseIndex(
      weaponRules.flatMap((rule) =>
        rule.phrases.map(
          (phrase) =>
            [
              phrase,
              {
                id: rule.id,
                weapon: rule.weapon,
                type: rule.type,
                as: rule.as,
                generic: rule.generic ?? false,
              },
            ] as const,
        ),
      ),
    ),
    nouns: happenings("noun"),
    verbs: happenings("verb"),
    people: new PhraseIndex([
      ...people.flatMap((file) => file.generic.map((phrase) => [phrase, { kind: "generic" }] as const)),
      ...people.flatMap((file) =>
        file.kinds.flatMap(({ id, nouns }) => nouns.map((phrase) => [phrase, { kind: id }] as const)),
      ),
      ...people.flatMap(({ nationals: { kind, endings } }) =>
        nations
          .filter((form) => endings.some((ending) => form.endsWith(ending)))
          .map((form) => [form, { kind }] as const),
      ),
    ]),
    peopleLink: wordSet(people.flatMap((file) => file.link)),
    ages: wordSet(people.flatMap((file) => file.ages)),
    ageLimits: wordSet(people.flatMap((file) => file.age_limits)),
    ordinals: wordSet(people.flatMap((file) => file.ordinals)),
    peopleEmpty: wordSet(people.flatMap((file) => file.empty)),
    peopleExamples: {
      examples: people.flatMap((file) => file.examples),
      counterexamples: people.flatMap((file) => file.counterexamples),
    },
    casualties: new PhraseIndex(casualtyWords(casualties)),
    part: flags(casualties.flatMap((file) => file.part)),
    dead: wordSet(casualties.flatMap((file) => file.dead)),
    hurt: wordSet(casualties.flatMap((file) => file.hurt)),
    among: flags(casualties.flatMap((file) => file.among)),
    toll: new PhraseIndex(
      casualties.flatMap((file) =>
        file.toll.flatMap(({ attribute, heads }) => heads.map((head) => [head, attribute] as const)),
      ),
    ),
    reaches: flags(casualties.flatMap((file) => file.reaches)),
    zero: wordSet(casualties.flatMap((file) => file.zero)),
    negation: wordSet(casualties.flatMap((file) => file.negation)),
    unknown: wordSet(casualties.flatMap((file) => file.unknown)),
    caused: wordSet(
      casualties.flatMap((file) => file.caused).flatMap((phrase) => phrase.split(" ").slice(0, 1)),
    ),
    leave: wordSet(casualties.flatMap((file) => file.leave)),
    be: wordSet(casualties.flatMap((file) => file.be)),
    have: wordSet(casualties.flatMap((file) => file.have)),
    context: {
      unreal: phrases("unreal"),
      generic: phrases("generic"),
      earlier: phrases("earlier"),
      separating: phrases("separating"),
      sequel: phrases("sequel"),
      long: phrases("long"),
      elsewhere: phrases("elsewhere"),
    },
    joinRules,
    joins: Object.fromEntries(joinRules.map(({ id, weight }) => [id, weight])) as Record<JoinReason, number>,
    naming: flags(roles.flatMap((file) => file.naming)),
    partIn: flags(roles.flatMap((file) => file.part_in)),
    front: flags(roles.flatMap((file) => file.front)),
    casualtyLink: wordSet(casualties.flatMap((file) => file.to)),
    origin: wordSet(roles.flatMap((file) => file.origin)),
    realised: wordSet(context.flatMap((file) => file.realised)),
    areas: wordSet(roles.flatMap((file) => file.areas)),
    districts: wordSet(roles.flatMap((file) => file.districts)),
    definite: wordSet(context.flatMap((file) => file.definite)),
    indefinite: wordSet(context.flatMap((file) => file.indefinite)),
    more: wordSet(context.flatMap((file) => file.more)),
    whereWords: wordSet(context.flatMap((file) => file.where_words)),
    subordinating: wordSet(context.flatMap((file) => file.subordinating)),
    placeNounRules,
    placeNouns: placeNounsOf(placeNounRules),
    thereWords: wordSet(placeNouns.flatMap((file) => file.there)),
    anyPlace: { id: "there", inside: false, precisions: new Set(["city", "district", "site"]) },
  };
}

/** The kind of each noun. */
export function placeNounsOf(rules: EventKnowledge["placeNounRules"]): ReadonlyMap<string, PlaceNoun> {
  return new Map(
    rules.flatMap(({ id, nouns, inside, precisions }) => {
      const kind = { id, inside: inside ?? false, precisions: new Set(precisions) };
      return nouns.map((noun) => [noun, kind] as const);
    }),
  );
}

function flags(phrases: readonly string[]): PhraseIndex<true> {
  return new PhraseIndex(phrases.map((phrase) => [phrase, true] as const));
}

function wordSet(words: readonly string[]): ReadonlySet<string> {
  return new Set(words.flatMap(expandPhrase).map((parts) => parts.join(" ")));
}

/** One entry for each spelling, with every form that it can have ("killed" is active, passive and state). */
function casualtyWords(files: readonly z.infer<typeof CasualtiesFile>[]): [string, CasualtyWord][] {
  const words = new Map<
    string,
    { attributes: Set<"killed" | "injured">; forms: Set<(typeof CASUALTY_FORMS)[number]> }
  >();
  const add = (
    phrase: string,
    attributes: readonly ("killed" | "injured")[],
    form: (typeof CASUALTY_FORMS)[number],
  ) => {
    for (const spelling of expandPhrase(phrase).map((parts) => parts.join(" "))) {
      const word = words.get(spelling) ?? { attributes: new Set(), forms: new Set() };
      for (const attribute of attributes) word.attributes.add(attribute);
      word.forms.add(form);
      words.set(spelling, word);
    }
  };
  for (const file of files) {
    for (const predicate of file.predicates)
      for (const form of CASUALTY_FORMS)
        for (const phrase of predicate[form]) add(phrase, [predicate.attribute], form);
    for (const phrase of file.both)
      for (const form of CASUALTY_FORMS)
        // "the dead and wounded" does not stand for a clause, as "died" does
        if (form !== "intransitive") add(phrase, ["killed", "injured"], form);
  }
  return [...words].map(([spelling, word]) => [
    spelling,
    { attributes: [...word.attributes], forms: word.forms },
  ]);
}
