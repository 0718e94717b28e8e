// Human targets of MUC-4 from the claims of an event: persons by name with what they are, or groups by description, their kind,
// number, nation and what became of them. Names and what is said of them: muc-names.ts.
import type { Event } from "../../src/model/event.js";
import type { Count } from "../../src/model/count.js";
import type { Person, Persons } from "./muc-names.js";
import { headKind, isMilitary, numberOf, stripped, typeOfPhrase, type MucWords } from "./muc-things.js";

export interface HumanTarget {
  readonly name: string | null;
  readonly description: string | null;
  readonly type: string;
  readonly number: string;
  readonly nation: string | null;
  readonly effects: Set<string>;
  /** One of those who fight: no target of the task's. */
  readonly fighter: boolean;
  /** A number of people of whom nothing says who they are. */
  readonly unstated: boolean;
}

const FIGHTER =
  /\b(?:guerr?illas?|rebels?|terrorists?|subversives?|insurgents?|extremists?|criminals?|delinquents?|attackers?|assailants?|gunmen|kidnappers?|militants?|fighters|drug traffickers?|narco\w+|mafios\w+|contras?|murderers?|murdered)\b/iu;
/** Words whose target is dead, unless it was tried or threatened only. */
const KILLING = /\b(?:murder|assassinat|massacr|execut|shot dead|gunned down|kill)/iu;
/** What is done to persons only. */
const PERSONAL = /\b(?:murder|assassinat|execut|shot|kill|kidnap|abduct|hostage|wound|injur)/iu;
const UNDONE = /\b(?:attempt|tried|try|fail|threat|plan|plot|will|would|escap|surviv|foil|thwart|unhurt)/iu;
const PLACE = /\b(?:neighborhood|department|province|city|farm|country|region|municipality|town)$/iu;
const GENERAL = /^(?:PEOPLE|PERSONS?|OTHERS?|VICTIMS?|INDIVIDUALS?)$/u;

export function humanTargets(event: Event, persons: Persons, text: string, words: MucWords): HumanTarget[] {
  const found: HumanTarget[] = [];
  for (const claim of event.claims) {
    if (claim.attribute === "killed" || claim.attribute === "injured") {
      const { count, who } = claim.value;
      if (count.max === 0) continue;
      const effect = claim.attribute === "killed" ? "DEATH" : "INJURY";
      add(who, claim.start, claim.end, numberIn(count), effect);
    } else if (claim.attribute === "target") {
      const [start, end] = placeOf(claim.value, claim.start, claim.end);
      const people =
        headKind(claim.value, words) === "people" ||
        (headKind(claim.value, words) === null &&
          persons
            .namedIn(start, end)
            .some((p) => p.description !== null || PERSONAL.test(text.slice(claim.start, claim.end))));
      const told = text.slice(claim.start, claim.end);
      const dead =
        claim.stance !== "denied" &&
        KILLING.test(told) &&
        !UNDONE.test(text.slice(claim.start - 60, claim.end));
      if (people) add(claim.value, claim.start, claim.end, numberOf(claim.value), dead ? "DEATH" : null);
    }
  }
  const named = found.filter((t) => t.name !== null);
  const kept = found.filter(
    (t) =>
      t.name !== null ||
      (!PLACE.test(t.description!) &&
        !named.some((n) => n.description !== null && sameWords(n.description, t.description!)) &&
        !(GENERAL.test(t.description!) && found.some((o) => o !== t && sameEffects(o, t)))),
  );
  return kept.slice(0, 6);

  function add(who: string | null, from: number, to: number, number: string, effect: string | null): void {
    const [start, end] = who === null ? [from, to] : placeOf(who, from, to);
    const many = number !== "1" && number !== "PLURAL" ? Number(number) : Infinity;
    const names = who === null ? [] : persons.namedIn(start, behind(end));
    const rest = names.reduce((phrase, { name }) => phrase.replace(name, ""), who ?? "").trim();
    // the ending of a name says nothing of how many
    if (names.length > 0 && number === "PLURAL" && numberOf(rest) === "1") number = "1";
    const beside = names.length === 0 && number === "1" && who !== null ? persons.beside(start, end) : null;
    const all = beside === null ? names : [beside];
    if (all.length > 0 && (number === "1" ? true : all.length > 1 || many === all.length)) {
      for (const person of all) put(personTarget(person, text.slice(start, end)), effect);
      return;
    }
    const description = stripped(who ?? "");
    const asked = number === "PLURAL" ? Infinity : Number(number);
    const list = number === "1" ? [] : persons.listed(end, asked);
    if (list.length > 1) {
      const kind = description.length < 3 ? null : description;
      for (const { name, description: own } of list)
        put(personTarget({ name, description: own ?? kind }, text.slice(start, end)), effect);
      return;
    }
    const one = number === "1" && description.length > 3 ? persons.describedAs(description) : null;
    if (one !== null) {
      put(personTarget(one, text.slice(start, end)), effect);
      return;
    }
    const pair = number === "2" ? description.split(" and ") : [];
    if (pair.length === 2) {
      for (const part of pair)
        add(part.replace(/^(?:one of )?(?:his|her|their|the|a|an) /iu, ""), from, to, "1", effect);
      return;
    }
    const phrase = description.length < 3 ? generalWord(text.slice(from, to)) : description.toUpperCase();
    put(
      {
        name: null,
        description: phrase,
        type: kindOf(phrase),
        number: number === "PLURAL" && singular(phrase) ? "1" : number,
        nation: nationOf(phrase, words),
        fighter: FIGHTER.test(phrase),
        unstated: description.length < 3,
      },
      effect,
    );
  }

  function put(target: Omit<HumanTarget, "effects">, effect: string | null): void {
    const known = found.find((other) =>
      target.name !== null
        ? other.name === target.name
        : other.name === null && sameWords(other.description!, target.description!),
    );
    const kept = known ?? { ...target, effects: new Set<string>() };
    if (effect !== null) kept.effects.add(effect);
    if (known === undefined) found.push(kept);
  }

  function personTarget({ name, description }: Person, phrase: string): Omit<HumanTarget, "effects"> {
    const told = `${description ?? ""} ${/\b(?:former|ex-|retired)\b/iu.exec(phrase)?.[0] ?? ""}`.trim();
    return {
      name: name.toUpperCase(),
      description: description === null ? null : description.toUpperCase(),
      type: kindOf(told),
      number: "1",
      nation: nationOf(phrase, words),
      fighter: FIGHTER.test(told),
      unstated: false,
    };
  }

  function kindOf(phrase: string): string {
    const type =
      typeOfPhrase(phrase, words.people) ?? (isMilitary(phrase, words) ? "ACTIVE MILITARY" : "CIVILIAN");
    return /\bformer\b|\bex-|\bretired\b/iu.test(phrase)
      ? type.replace(/^(GOVERNMENT OFFICIAL|ACTIVE MILITARY)$/u, "FORMER $1")
      : type;
  }

  /** Where in a stretch a phrase stands; the stretch itself where it does not. */
  function placeOf(phrase: string, from: number, to: number): readonly [number, number] {
    const at = text.slice(from, to).toLowerCase().indexOf(phrase.toLowerCase());
    return at < 0 ? [from, to] : [from + at, from + at + phrase.length];
  }

  /** "former minister | Karim Dahl": a name that goes on behind the phrase. */
  function behind(end: number): number {
    const more =
      /^(?: (?:\p{Lu}[\p{L}'’-]+\.?|de|del|la|los)){1,5}(?<=\p{Lu}[\p{L}'’-]+)/u.exec(
        text.slice(end, end + 80),
      )?.[0] ?? "";
    return end + more.length;
  }
}

function sameEffects(a: HumanTarget, b: HumanTarget): boolean {
  return [...b.effects].every((effect) => a.effects.has(effect));
}

/** One phrase says no more than the other. */
function sameWords(a: string, b: string): boolean {
  const [x, y] = [a.toUpperCase(), b.toUpperCase()];
  return (
    x === y || x.endsWith(` ${y}`) || y.endsWith(` ${x}`) || y.startsWith(`${x} `) || x.startsWith(`${y} `)
  );
}

/** The word that the text has for people of no kind. */
function generalWord(span: string): string {
  return (
    /\b(?:persons?|people|individuals?|m[ae]n|wom[ae]n|victims?|others)\b/iu.exec(span)?.[0].toUpperCase() ??
    "PEOPLE"
  );
}

function singular(description: string): boolean {
  return /\b(?:MAN|WOMAN|PERSON|CHILD|WIFE|DRIVER|MINISTER|MAYOR|LEADER)$/u.test(description);
}

function numberIn(count: Count): string {
  if (count.min !== undefined && count.min === count.max)
    return count.approx === true ? `~${count.min}` : String(count.min);
  if (count.min !== undefined && count.approx !== true && count.max === undefined) return `${count.min}-`;
  return "PLURAL";
}

function nationOf(phrase: string, words: MucWords): string | null {
  for (const word of phrase.toLowerCase().split(/[\s,]+/u))
    if (words.nations[word] !== undefined) return words.nations[word];
  return null;
}
