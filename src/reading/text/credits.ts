// Who published a capture and whose text it carries, as the text itself says: "Published by", "via", "-AGENCY", "(Agency)",
// "According to Agency" as its first words; and the byline. Rules are data (knowledge/text/credits.yaml). An origin is recorded
// once, under the name the table of outlets knows; a credit of the publisher to itself is none.
import type { Dropped } from "../../model/document.js";
import type { CreditRule, TextKnowledge } from "../../knowledge/text.js";
import type { Line } from "./line.js";
import { knownBeginning } from "./outlet.js";
import type { KnownOutlet, OutletLookup } from "./outlet.js";

const EDGE = 12;
const LONGEST = 200;
const ENDING = 200;
const LONGEST_NAME = 60;
/** Shorter lines around the news may be a dateline, a byline or a label; what begins and ends the news stands between them. */
const LONGEST_LABEL = 110;

export interface Credits {
  readonly lines: readonly Line[];
  /** Names as known, else as written. */
  readonly publisher: string | null;
  readonly origins: readonly string[];
  readonly byline: string | null;
  readonly dropped: readonly Dropped[];
}

export function readCredits(
  given: readonly Line[],
  knowledge: TextKnowledge,
  outlets: OutletLookup,
): Credits {
  const found: { readonly rule: CreditRule; readonly names: readonly string[] }[] = [];
  const dropped: Dropped[] = [];
  let byline: string | null = null;
  const firstLong = given.findIndex(({ text }) => text.length > LONGEST_LABEL);
  const lastLong = given.findLastIndex(({ text }) => text.length > LONGEST_LABEL);
  const lines = given.filter(({ text, embed, mark }, index) => {
    if (embed !== null || (index >= EDGE && index < given.length - EDGE)) return true;
    const first = index <= 1 || index === firstLong;
    const last = index === given.length - 1 || index === lastLong;
    let keep = true;
    for (const rule of knowledge.credits) {
      const names = creditedNames(text, rule, first, last, outlets, knowledge);
      if (names.length === 0) continue;
      found.push({ rule, names });
      if (rule.drop && rule.where === "line" && mark === null) {
        keep = false;
        dropped.push({ reason: "credit", text });
      }
      break;
    }
    byline ??= bylineIn(mark === null ? text : text.slice(mark.end).replace(/^[^\p{L}]+/u, ""), knowledge);
    return keep;
  });
  const of = (role: CreditRule["role"]): string[] =>
    found.filter(({ rule }) => rule.role === role).flatMap(({ names }) => names);
  return {
    lines,
    publisher: of("publisher")[0] ?? null,
    origins: [...new Set(of("origin"))],
    byline,
    dropped,
  };
}

/** The names that a rule reads in a line; none where it does not fire. */
function creditedNames(
  text: string,
  rule: CreditRule,
  first: boolean,
  last: boolean,
  outlets: OutletLookup,
  knowledge: Pick<TextKnowledge, "joiners" | "articles">,
): readonly string[] {
  if (rule.where === "line" && text.length > LONGEST) return [];
  if (rule.where === "head" && !first) return [];
  if (rule.where === "ending" && !last) return [];
  const window = rule.where === "ending" ? text.slice(-ENDING) : text.slice(0, LONGEST);
  const words = rule.pattern.exec(window)?.groups?.name?.trim();
  if (words === undefined || words === "" || words.length > LONGEST_NAME) return [];
  const whole = outlets.byName(words);
  if (whole !== null) return rule.agency && !whole.agency ? [] : [whole.name];
  return splitNames(words, knowledge.joiners).flatMap((name) => {
    const exact = outlets.byName(name) ?? outlets.byName(withoutArticle(name, knowledge.articles));
    const known = exact ?? (rule.known && rule.where !== "head" ? null : knownPart(name, rule, outlets));
    if (known !== null) return rule.agency && !known.agency ? [] : [known.name];
    return rule.known || !/^[\p{Lu}\p{N}\p{Lo}]/u.test(name) ? [] : [name];
  });
}

function withoutArticle(name: string, articles: readonly string[]): string {
  const [first] = name.split(" ", 1);
  return first !== undefined && articles.includes(first.toLowerCase()) ? name.slice(first.length + 1) : name;
}

/** The outlet that the words begin with ("Kelm Wire news"), or end with behind the name of a place ("Vintburg KW"). */
function knownPart(name: string, rule: CreditRule, outlets: OutletLookup): KnownOutlet | null {
  const last = rule.agency && rule.where === "head" ? /^\S+ (\S+)$/u.exec(name)?.[1] : undefined;
  return knownBeginning(name, outlets) ?? (last === undefined ? null : outlets.byName(last));
}

/** `splitNames("AP, Reuters and AFP", ["and", ","])` gives the three. */
function splitNames(words: string, joiners: readonly string[]): readonly string[] {
  let parts = [words];
  for (const joiner of joiners) {
    const separator = /\p{L}/u.test(joiner) ? ` ${joiner} ` : joiner;
    parts = parts.flatMap((part) => part.split(separator));
  }
  return parts.map((part) => part.trim()).filter((part) => part.length > 1);
}

function bylineIn(text: string, knowledge: TextKnowledge): string | null {
  if (text.length > 120) return null;
  for (const { pattern } of knowledge.bylines) {
    const name = pattern.exec(text)?.groups?.name;
    if (name !== undefined) return name;
  }
  return null;
}
