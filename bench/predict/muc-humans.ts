// Human targets of MUC-4 from the claims of an event: persons by name with what they are, or groups by description, their kind,
// number, nation and what became of them. Names are runs of words in capitals of print that no place and no body bears.
import type { Event } from "../../src/model/event.js";
import type { DocumentRecord } from "../../src/model/record.js";
import type { Count } from "../../src/model/count.js";
import { isMilitary, numberOf, stripped, typeOfPhrase, type MucWords } from "./muc-things.js";

export interface HumanTarget {
  readonly name: string | null;
  readonly description: string | null;
  readonly type: string;
  readonly number: string;
  readonly nation: string | null;
  readonly effects: Set<string>;
  /** One of those who fight: no target of the task's. */
  readonly fighter: boolean;
}

const NAME =
  /\p{Lu}[\p{L}'’.-]+(?:(?: (?:de la|de los|de las|del|de|la|y|von|van|\p{Lu}\.))? \p{Lu}[\p{L}'’-]+){1,4}/gu;
const FIGHTER =
  /\b(?:guerr?illas?|rebels?|terrorists?|subversives?|insurgents?|extremists?|criminals?|delinquents?|attackers?|assailants?|gunmen|kidnappers?|militants?|fighters)\b/iu;

export function humanTargets(
  event: Event,
  record: DocumentRecord,
  text: string,
  words: MucWords,
): HumanTarget[] {
  const found = new Map<string, HumanTarget>();
  const add = (target: Omit<HumanTarget, "effects">, effect: string | null) => {
    const key = (target.name ?? target.description)!;
    const known =
      found.get(key) ??
      [...found.values()].find((other) => (other.name ?? other.description)!.endsWith(key) && key.length > 4);
    const kept = known ?? { ...target, effects: new Set<string>() };
    if (effect !== null) kept.effects.add(effect);
    if (known === undefined) found.set(key, kept);
  };
  for (const claim of event.claims) {
    const span = text.slice(claim.start, claim.end) + namesAfter(text, claim.end);
    if (claim.attribute === "killed" || claim.attribute === "injured") {
      const { count, who } = claim.value;
      const none = count.max === 0;
      const effect = none ? null : claim.attribute === "killed" ? "DEATH" : "INJURY";
      if (none) continue;
      describe(who, span, claim.start, numberIn(count), effect);
    } else if (claim.attribute === "target") {
      const isPerson =
        typeOfPhrase(claim.value, words.people) !== null ||
        namesIn(claim.value, claim.start, text).length > 0;
      const generic =
        /\b(?:people|persons?|peasants?|priests?|civilians?|m[ae]n|wom[ae]n|students?|workers?|farmers?|children|child|businessm[ae]n|journalists?|engineers?|teachers?|residents?|citizens?|jesuits?|nuns?|doctors?|nurses?|tourists?|passengers?|cattlem[ae]n|leaders?|individuals?|family|families|son|daughter|wife|brother|executives?|employees?|missionar\w+|bishops?|father)\b/iu;
      const thing = typeOfPhrase(claim.value, words.things) !== null && !generic.test(claim.value);
      if ((isPerson || generic.test(claim.value)) && !thing)
        describe(claim.value, span, claim.start, numberOf(claim.value), null);
    }
  }
  return [...found.values()]
    .filter(
      (t) =>
        !/\b(?:NEIGHBORHOOD|DEPARTMENT|PROVINCE|CITY|FARM|COUNTRY|REGION)$/u.test(t.name ?? t.description!),
    )
    .slice(0, 4);

  function describe(
    who: string | null,
    span: string,
    at: number,
    number: string,
    effect: string | null,
  ): void {
    const names = namesIn(span, at, text);
    const described = who === null ? null : stripped(withoutNames(who, names));
    const description = described === null || described.length < 3 ? null : described.toUpperCase();
    const type = (phrase: string) =>
      typeOfPhrase(phrase, words.people) ?? (isMilitary(phrase, words) ? "ACTIVE MILITARY" : "CIVILIAN");
    const before = names.map(
      (name) => /(?:[\p{L}.'-]+ ){0,5}$/u.exec(span.slice(0, Math.max(0, span.indexOf(name))))?.[0] ?? "",
    );
    const phrase = `${described ?? ""} ${who ?? ""} ${before.join(" ")}`.trim();
    const kind = /\bformer\b|\bex-|\bretired\b/iu.test(span)
      ? type(phrase).replace(/^(GOVERNMENT OFFICIAL|ACTIVE MILITARY)$/u, "FORMER $1")
      : type(phrase);
    const nation = nationOf(phrase, words);
    const fighter = FIGHTER.test(phrase);
    if (names.length > 0 && (number === "1" || names.length > 1 || Number(number) === names.length)) {
      for (const name of names)
        add({ name: name.toUpperCase(), description, type: kind, number: "1", nation, fighter }, effect);
    } else
      add(
        {
          name: null,
          description: description ?? generalWord(span),
          type: kind,
          number: number === "PLURAL" && singular(description) ? "1" : number,
          nation,
          fighter,
        },
        effect,
      );
  }

  function namesIn(span: string, at: number, whole: string): string[] {
    const start = whole.slice(at, at + span.length) === span ? at : -1;
    return [...span.matchAll(NAME)]
      .filter(
        (match) =>
          start < 0 ||
          !record.mentions.some(
            (m) =>
              m.kind === "place" &&
              m.start < start + match.index + match[0].length &&
              m.end > start + match.index,
          ),
      )
      .map(([name]) =>
        name.replace(
          /^(?:President|General|Colonel|Minister|Mayor|Judge|Senator|Father|Bishop|Dr\.?|Mr\.?|Mrs\.?|Engineer|Captain|Lieutenant|Major|Deputy|The|Msgr|Governor|Ambassador|Professor|Sergeant)\s+/gu,
          "",
        ),
      )
      .filter(
        (name) =>
          !/\b(?:Army|Front|Forces?|Police|Party|Liberation|Movement|Department|City|Guard|University|Cartel|Path|Government|Ministry|Battalion|Embassy|Avenue|Street)\b/u.test(
            name,
          ),
      );
  }
}

/** What of a name stands right behind a phrase: "former minister | Karim Dahl". */
function namesAfter(text: string, end: number): string {
  return (
    /^(?:,? (?:\p{Lu}[\p{L}'’-]+\.?|de|del|la|los)){1,5}(?<=\p{Lu}[\p{L}'’-]+)/u.exec(
      text.slice(end, end + 80),
    )?.[0] ?? ""
  );
}

/** The word that the text has for people of no kind. */
function generalWord(span: string): string {
  return (
    /\b(?:persons?|people|individuals?|m[ae]n|wom[ae]n|victims?|others)\b/iu.exec(span)?.[0].toUpperCase() ??
    "PEOPLE"
  );
}

function singular(description: string | null): boolean {
  return (
    description !== null &&
    /\b(?:MAN|WOMAN|PERSON|CHILD|WIFE|DRIVER|MINISTER|MAYOR|LEADER)$/u.test(description)
  );
}

function withoutNames(who: string, names: readonly string[]): string {
  return names.reduce((rest, name) => rest.replace(name, ""), who).trim();
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
