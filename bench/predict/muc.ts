// MUC-4 templates for ../shared/eval/muc.mjs, from the records of documents. One template an event that harms or threatens people or
// things that are not of a fighting party, not older than two months (the task's rules of relevance); claims become slots:
// killed, injured and target fill the human and physical targets, perpetrator and responsibility the perpetrators, weapon the
// instruments. Which word is of which kind stands in muc-words.yaml. What no claim tells stays empty.
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { parse } from "yaml";
import { civilDate } from "./muc-dates.js";
import { humanTargets, type HumanTarget } from "./muc-humans.js";
import { personsOf, type Persons } from "./muc-names.js";
import { instrumentsIn, things, type MucWords, type Thing } from "./muc-things.js";
import { perpetratorsOf } from "./muc-perpetrators.js";
import { countryOf, rowReader, withLetterCaseOf } from "./reading.js";
import type { Verb } from "./rows.js";
import type { DocumentRecord } from "../../src/model/record.js";
import type { Event } from "../../src/model/event.js";

type Template = Record<string, string | string[]>;

export const muc: Verb = () => {
  const words = mucWords();
  const read = rowReader();
  return (row) => {
    const record = read(row);
    const templates = record === null ? [] : templatesOf(record, words);
    return JSON.stringify({ id: row.id, templates });
  };
};

export function mucWords(): MucWords {
  return parse(readFileSync(fileURLToPath(new URL("muc-words.yaml", import.meta.url)), "utf8")) as MucWords;
}

export function templatesOf(record: DocumentRecord, words: MucWords): Template[] {
  const text = withLetterCaseOf(record.document.text);
  const persons = personsOf(record, text, words);
  const templates = record.events.flatMap((event) => {
    const template = templateOf(event, record, text, persons, words);
    return template === null ? [] : [template];
  });
  return templates.filter((template, k) => !templates.some((other, j) => tellsAgain(template, k, other, j)));
}

const listed = (template: Template, slot: string): readonly string[] => {
  const fills = template[slot];
  return fills === undefined ? [] : typeof fills === "string" ? [fills] : fills;
};

/**
 * One and the same victim by name, or in the same words, is one incident of the task's, told once more: of two tellings the one that
 * fills more stays. A kidnapping stays before the killing it ended with.
 */
function tellsAgain(a: Template, at: number, b: Template, bt: number): boolean {
  if (at === bt) return false;
  const victims = (t: Template) => {
    const names = listed(t, "HUM TGT: NAME");
    return names.length > 0 ? names : listed(t, "HUM TGT: DESCRIPTION").filter((d) => !GENERAL.test(d));
  };
  const [own, others] = [victims(a), victims(b)];
  if (own.length === 0 || !own.every((name) => others.includes(name))) return false;
  if (listed(a, "PHYS TGT: ID").some((id) => !listed(b, "PHYS TGT: ID").includes(id))) return false;
  const [x, y] = [a["INCIDENT: TYPE"], b["INCIDENT: TYPE"]];
  if (x !== y) return x === "ATTACK" && (y === "KIDNAPPING" || listed(b, "HUM TGT: NAME").length > 0);
  const size = (t: Template) => Object.values(t).flat().length;
  return size(a) < size(b) || (size(a) === size(b) && at > bt);
}
const GENERAL =
  /^"(?:PEOPLE|PERSONS?|OTHERS?|CIVILIANS?|PEASANTS?|CHILDREN|M[AE]N|WOM[AE]N|POLICEM[AE]N|SOLDIERS?|STUDENTS?|WORKERS?)"$/u;

function templateOf(
  event: Event,
  record: DocumentRecord,
  text: string,
  persons: Persons,
  words: MucWords,
): Template | null {
  const told = sentencesOf(event, text);
  const type = typeOf(event, told, words);
  if (type === null) return null;
  const date = civilDate(event, record.document.published);
  if (date === null) return null;
  const humans = humanTargets(event, persons, text, words);
  const physical = things(event, text, words);
  const location = locationOf(event, record, words);
  const foes = humans.filter((h) => h.fighter || h.type === "ACTIVE MILITARY");
  const people = isRelevant(event, humans, physical, words, location)
    ? humans.filter((h) => !h.fighter)
    : null;
  if (people === null) return null;
  const perpetrators = perpetratorsOf(event, record, text, words);
  const fought = event.type === "Armed clash" || foes.length > 0;
  if (
    people.length === 0 &&
    physical.length === 0 &&
    (fought ||
      !("PERP: INDIVIDUAL ID" in perpetrators) ||
      perpetrators["PERP: INCIDENT CATEGORY"] === "STATE-SPONSORED VIOLENCE")
  )
    return null;
  return {
    "INCIDENT: DATE": date,
    "INCIDENT: LOCATION": location,
    "INCIDENT: TYPE": type,
    "INCIDENT: STAGE OF EXECUTION": stageOf(told, words, humans),
    ...(type === "KIDNAPPING" || type === "ARSON" ? {} : instrumentsIn(told, words, type)),
    ...perpetrators,
    ...(type === "KIDNAPPING" ? {} : physicalSlots(physical)),
    ...humanSlots(people, unharmed(event)),
  };
}

/**
 * The task's own rules: in one of its nine countries, or against a citizen of one; not of fighters against fighters alone; and with
 * somebody or something of a kind that was the target.
 */
function isRelevant(
  event: Event,
  humans: readonly HumanTarget[],
  physical: readonly Thing[],
  words: MucWords,
  location: string,
): boolean {
  const country = location.split(":")[0]!;
  const placed = location.includes(":") || event.place?.precision === "country";
  const known = !placed || country === "" || words.interest.includes(country);
  if (!known && !humans.some((h) => h.nation !== null && words.interest.includes(h.nation))) return false;
  const stated = humans.filter((h) => !h.unstated);
  if (humans.length > 0 && stated.length === 0 && physical.length === 0)
    return event.type !== "Armed clash" && event.focus === "main";
  const civil = stated.filter((h) => !h.fighter && h.type !== "ACTIVE MILITARY");
  return humans.length === 0 || civil.length > 0 || physical.length > 0;
}

/** The words in which the event and its claims are told. */
function sentencesOf(event: Event, text: string): string {
  const spans = [event, ...event.claims].map(({ start, end }) => {
    const from = Math.max(text.lastIndexOf(". ", start) + 1, text.lastIndexOf("\n", start) + 1, 0);
    const stop = /[.!?](?=\s|$)|\n/u.exec(text.slice(end - 1));
    return [from, stop === null ? text.length : end + stop.index] as const;
  });
  const kept = [...new Set(spans.map((span) => span.join("-")))].map((key) => key.split("-").map(Number));
  return kept.map(([from, to]) => text.slice(from, to)).join(" \n ");
}

function typeOf(event: Event, told: string, words: MucWords): string | null {
  const says = (pattern: string) => new RegExp(pattern, "iu").test(told);
  switch (event.type) {
    case "Abduction/forced disappearance":
      return "KIDNAPPING";
    case "Remote explosive/landmine/IED":
    case "Suicide bomb":
    case "Grenade":
      return "BOMBING";
    case "Looting/property destruction":
      return says(words.robbery) && !says(words.arson) ? "ROBBERY" : "ARSON";
    case "Arrests":
    case "Government regains territory":
    case "Non-state actor overtakes territory":
    case "Non-violent transfer of territory":
    case "Other":
      return null;
    case "Disrupted weapons use":
      return says(words.bombing) ? "BOMBING" : "ATTACK";
    default:
      return event.claims.some(
        ({ attribute, quote }) => attribute === "target" && new RegExp(words.arson, "iu").test(quote),
      )
        ? "ARSON"
        : "ATTACK";
  }
}

function stageOf(told: string, words: MucWords, humans: readonly HumanTarget[]): string {
  if (humans.some((h) => h.effects.size > 0)) return "ACCOMPLISHED";
  if (new RegExp(words.attempted, "iu").test(told)) return "ATTEMPTED";
  return new RegExp(words.threatened, "iu").test(told) ? "THREATENED" : "ACCOMPLISHED";
}

/**
 * Country, then province or city. A place in a country that the text neither names nor tells most places of is another of the same
 * name: the country alone is given.
 */
function locationOf(event: Event, record: DocumentRecord, words: MucWords): string {
  const codes = new Map<string, number>();
  const named = new Set<string>();
  for (const mention of record.mentions) {
    const code = mention.kind === "place" ? countryOf(mention.value) : null;
    if (code === null || words.countries[code] === undefined) continue;
    codes.set(code, (codes.get(code) ?? 0) + 1);
    if (upper(mention.quote) === words.countries[code]) named.add(code);
  }
  // a report of the task is about one of its countries, whoever else is named
  const asked = [...codes].filter(([c]) => words.interest.includes(words.countries[c]!));
  if (asked.length > 0) for (const c of codes.keys()) if (!asked.some(([a]) => a === c)) codes.delete(c);
  const most = [...codes].sort((a, b) => b[1] - a[1])[0]?.[0];
  const { place } = event;
  const code = place?.country ?? null;
  if (place !== null && code !== null && (code === most || named.has(code))) {
    const country = words.countries[code];
    if (country !== undefined) {
      if (place.precision === "country") return country;
      const kind = place.precision === "province" ? "DEPARTMENT" : "CITY";
      return `${country}: ${upper(place.name)} (${kind})`;
    }
  }
  return most === undefined ? "" : words.countries[most]!;
}

function upper(name: string): string {
  return name.normalize("NFKD").replace(/\p{M}/gu, "").toUpperCase();
}

function physicalSlots(targets: readonly Thing[]): Template {
  if (targets.length === 0) return {};
  return {
    "PHYS TGT: ID": targets.map((t) => `"${t.id}"`),
    "PHYS TGT: TYPE": targets.map((t) => `${t.type}: "${t.id}"`),
    "PHYS TGT: NUMBER": targets.map((t) => `${t.number}: "${t.id}"`),
    "PHYS TGT: EFFECT OF INCIDENT": targets.flatMap((t) =>
      t.effect === null ? [] : [`${t.effect}: "${t.id}"`],
    ),
  };
}

/** Whether the text says that nobody was hurt or killed; null where it says neither. */
function unharmed(event: Event): string | null {
  const none = (attribute: "killed" | "injured") =>
    event.claims.some((c) => c.attribute === attribute && c.value.count.max === 0 && c.stance === "asserted");
  if (none("killed") && none("injured")) return "NO INJURY OR DEATH";
  return none("injured") ? "NO INJURY" : none("killed") ? "NO DEATH" : null;
}

function humanSlots(targets: readonly HumanTarget[], none: string | null): Template {
  const harmed = targets.some((t) => t.effects.size > 0);
  if (targets.length === 0) return none === null ? {} : { "HUM TGT: EFFECT OF INCIDENT": [`${none}: "-"`] };
  const ref = (t: HumanTarget) => `"${t.name ?? t.description!}"`;
  return {
    "HUM TGT: NAME": targets.flatMap((t) => (t.name === null ? [] : [`"${t.name}"`])),
    "HUM TGT: DESCRIPTION": targets.flatMap((t) =>
      t.description === null
        ? []
        : [t.name === null ? `"${t.description}"` : `"${t.description}": "${t.name}"`],
    ),
    "HUM TGT: TYPE": targets.map((t) => `${t.type}: ${ref(t)}`),
    "HUM TGT: NUMBER": targets.map((t) => `${t.number}: ${ref(t)}`),
    "HUM TGT: FOREIGN NATION": targets.flatMap((t) => (t.nation === null ? [] : [`${t.nation}: ${ref(t)}`])),
    "HUM TGT: EFFECT OF INCIDENT": targets.flatMap((t) =>
      (t.effects.size === 0 && none !== null && !harmed ? [none] : [...t.effects]).map(
        (effect) => `${effect}: ${ref(t)}`,
      ),
    ),
  };
}
