// knowledge/events/*.yaml: weapons, happenings, people and casualty words, and the words around them; parsed and indexed.
import type { z } from "zod";
import type { Precision } from "../model/place.js";
import {
  CasualtiesFile,
  CASUALTY_FORMS,
  ContextFile,
  HappeningsFile,
  JOIN_REASONS,
  JoinsFile,
  PeopleFile,
  PlaceNounsFile,
  ROLE_WORDS,
  RolesFile,
  WeaponsFile,
  type CasualtyWord,
  type HappeningEntry,
  type JoinReason,
  type WeaponEntry,
} from "./event-files.js";
export type { CasualtyWord, HappeningEntry, JoinReason, WeaponEntry } from "./event-files.js";
import type { KnowledgeLayers } from "./layers.js";
import { yamlUnder } from "./layers.js";
import { nationNames } from "./nations.js";
import { expandPhrase, PhraseIndex } from "./phrases.js";

/** A kind of noun for places, and what places it may stand for. */
export interface PlaceNoun {
  readonly id: string;
  /** A part of a place: the place told before holds it. */
  readonly inside: boolean;
  readonly precisions: ReadonlySet<Precision>;
}

type ContextKey =
  | "unreal"
  | "earlier"
  | "separating"
  | "other_side"
  | "looking_back"
  | "beside"
  | "support"
  | "sequel"
  | "long"
  | "elsewhere"
  | "opening"
  | "answer"
  | "separate";

export interface EventKnowledge {
  readonly roles: Readonly<Record<(typeof ROLE_WORDS)[number], ReadonlySet<string>>>;
  readonly weapons: PhraseIndex<WeaponEntry>;
  readonly weaponRules: readonly z.infer<typeof WeaponsFile>["weapons"][number][];
  readonly nouns: PhraseIndex<HappeningEntry>;
  readonly verbs: PhraseIndex<HappeningEntry>;
  readonly happeningRules: readonly z.infer<typeof HappeningsFile>["happenings"][number][];
  readonly people: PhraseIndex<{ readonly kind: string }>;
  readonly peopleLink: ReadonlySet<string>;
  readonly collectives: ReadonlySet<string>;
  readonly peopleEmpty: ReadonlySet<string>;
  readonly ages: ReadonlySet<string>;
  readonly ageLimits: ReadonlySet<string>;
  readonly ordinals: ReadonlySet<string>;
  readonly peopleExamples: Pick<z.infer<typeof PeopleFile>, "examples" | "counterexamples">;
  readonly casualties: PhraseIndex<CasualtyWord>;
  readonly part: PhraseIndex<true>;
  readonly among: PhraseIndex<true>;
  readonly amongCounted: ReadonlySet<string>;
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
  /** "the first attack since May": a place in a row, which tells of one. */
  readonly ranking: ReadonlySet<string>;
  /** "in the past 24 hours": no long time. */
  readonly short: ReadonlySet<string>;
  readonly areas: ReadonlySet<string>;
  readonly districts: ReadonlySet<string>;
  readonly pluralEndings: readonly string[];
  readonly definite: ReadonlySet<string>;
  readonly indefinite: ReadonlySet<string>;
  /** "another", "new": before a happening, or people hurt, that was not told before. */
  readonly more: ReadonlySet<string>;
  readonly also: ReadonlySet<string>;
  readonly keyWords: ReadonlySet<string>;
  readonly goingOn: ReadonlySet<string>;
  /** Opens a clause that may tell a happening of its own. */
  /** Opens a clause about the place named before it. */
  readonly whereWords: ReadonlySet<string>;
  /** "condemned on Monday": lemmas of what is done in words. */
  readonly comments: ReadonlySet<string>;
  /** "unclear if": asked, and not supposed. */
  readonly undecided: ReadonlySet<string>;
  /** "this new attack": the one told of. */
  readonly pointing: ReadonlySet<string>;
  /** Houses where the hurt are brought, and the lemmas of what is done there. */
  readonly care: ReadonlySet<string>;
  readonly careDeeds: ReadonlySet<string>;
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
                owner: rule.owner ?? "perpetrator",
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
    collectives: wordSet(people.flatMap((file) => file.collectives)),
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
    amongCounted: wordSet(casualties.flatMap((file) => file.among_counted)),
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
      earlier: phrases("earlier"),
      separating: phrases("separating"),
      other_side: phrases("other_side"),
      looking_back: phrases("looking_back"),
      beside: phrases("beside"),
      support: phrases("support"),
      sequel: phrases("sequel"),
      long: phrases("long"),
      elsewhere: phrases("elsewhere"),
      opening: phrases("opening"),
      answer: phrases("answer"),
      separate: phrases("separate"),
    },
    joinRules,
    joins: Object.fromEntries(joinRules.map(({ id, weight }) => [id, weight])) as Record<JoinReason, number>,
    naming: flags(roles.flatMap((file) => file.naming)),
    partIn: flags(roles.flatMap((file) => file.part_in)),
    front: flags(roles.flatMap((file) => file.front)),
    casualtyLink: wordSet(casualties.flatMap((file) => file.to)),
    origin: wordSet(roles.flatMap((file) => file.origin)),
    realised: wordSet(context.flatMap((file) => file.realised)),
    ranking: wordSet(context.flatMap((file) => file.ranking)),
    short: wordSet(context.flatMap((file) => file.short)),
    areas: wordSet(roles.flatMap((file) => file.areas)),
    districts: wordSet(roles.flatMap((file) => file.districts)),
    pluralEndings: context.flatMap((file) => file.plural_endings),
    definite: wordSet(context.flatMap((file) => file.definite)),
    indefinite: wordSet(context.flatMap((file) => file.indefinite)),
    more: wordSet(context.flatMap((file) => file.more)),
    keyWords: wordSet(context.flatMap((file) => file.key_words)),
    also: wordSet(context.flatMap((file) => file.also)),
    goingOn: wordSet(context.flatMap((file) => file.going_on)),
    whereWords: wordSet(context.flatMap((file) => file.where_words)),
    comments: wordSet(context.flatMap((file) => file.comments)),
    undecided: wordSet(context.flatMap((file) => file.undecided)),
    pointing: wordSet(context.flatMap((file) => file.pointing)),
    care: wordSet(context.flatMap((file) => file.care)),
    careDeeds: wordSet(context.flatMap((file) => file.care_deeds)),
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
