// Perpetrators of MUC-4 from the claims of an event: bodies by name with how sure the text is of them, persons and groups by
// description. Who says so decides: the group itself, authorities, anybody else, or the report in its own voice.
import type { Claim } from "../../src/model/claim.js";
import type { Event } from "../../src/model/event.js";
import type { DocumentRecord } from "../../src/model/record.js";
import { stripped, type MucWords } from "./muc-things.js";

/** What carries out nothing by itself. */
const NO_PERSON = /\b(?:helicopters?|planes?|aircraft|artillery|jets?|warplanes?|drones?|vehicles?|car)$/iu;
/** Words for irregular fighters that leave open of which body they are. */
const IRREGULAR =
  /\b(?:guerr?illas?|rebels?|terrorists?|subversives?|insurgents?|extremists?|commandos?|militia\w*|urban|column|traffickers)\b/iu;
const OFFICIAL = new Set(["military", "government", "police"]);

export function perpetratorsOf(
  event: Event,
  record: DocumentRecord,
  text: string,
  words: MucWords,
): Record<string, string | string[]> {
  const organizations = new Map<string, string>();
  const individuals = new Set<string>();
  let state = false;
  for (const claim of event.claims) {
    const name = actorIn(claim);
    if (name === null) continue;
    const value = stripped(name);
    if (value.length < 3 || claim.stance === "denied" || NO_PERSON.test(value)) continue;
    const isState = words.state.some((word) => new RegExp(`\\b${word}\\b`, "iu").test(value));
    state ||= isState;
    const body = bodyIn(value, record, words);
    if (body !== null && !organizations.has(body)) organizations.set(body, confidenceOf(claim));
    const rest = body === null ? value : value.replace(new RegExp(escaped(body), "iu"), "").trim();
    const members = body === null ? null : membersAt(claim, text, words);
    if (members !== null) individuals.add(members);
    else if (rest.length > 3 && /\p{Ll}{3}/u.test(rest))
      individuals.add(body === null ? inFull(value, claim, text, words) : rest);
    else if (body === null) individuals.add(inFull(value, claim, text, words));
  }
  // "the guerrillas" in a text that names one armed group are that group's
  const only =
    organizations.size === 0 && [...individuals].some((p) => IRREGULAR.test(p)) ? onlyGroup(text) : null;
  if (only !== null) organizations.set(only, "REPORTED AS FACT");
  const orgs = [...organizations].slice(0, 2);
  const persons = [...individuals].slice(0, 2);
  if (orgs.length + persons.length === 0) return { "PERP: INCIDENT CATEGORY": "TERRORIST ACT" };
  return {
    "PERP: INCIDENT CATEGORY": state ? "STATE-SPONSORED VIOLENCE" : "TERRORIST ACT",
    "PERP: INDIVIDUAL ID": persons.map((p) => `"${p.toUpperCase()}"`),
    "PERP: ORGANIZATION ID": orgs.map(([name]) => `"${name.toUpperCase()}"`),
    "PERP: ORGANIZATION CONFIDENCE": orgs.map(([name, sure]) => `${sure}: "${name.toUpperCase()}"`),
  };
}

/** "urban | guerrillas", "unidentified | men": with the words of manner that stand before the phrase in the text. */
function inFull(value: string, claim: Claim, text: string, words: MucWords): string {
  const at = text.slice(claim.start, claim.end).toLowerCase().indexOf(value.toLowerCase());
  if (at < 0) return value;
  const before = text.slice(Math.max(0, claim.start + at - 60), claim.start + at);
  const manner = new RegExp(`(?:\\b(?:${words.manner.join("|")})\\b[ -]?)+$`, "iu").exec(before)?.[0] ?? "";
  return `${manner}${value}`.trim();
}

/** "guerrillas of the | body", "| body | guerrillas": those of a body who are told beside its name. */
function membersAt(claim: Claim, text: string, words: MucWords): string | null {
  const near = text.slice(Math.max(0, claim.start - 50), claim.end + 60);
  const kind = `(?:(?:${words.manner.join("|")}) )*(?:${words.members.join("|")})`;
  const name = escaped(actorIn(claim)!);
  const told =
    new RegExp(`\\b(${kind}) (?:of|from|belonging to) (?:the )?(?:[\\p{L}-]+ ){0,6}?${name}`, "iu").exec(
      near,
    )?.[1] ??
    new RegExp(`${name}[)\\]]? (${kind})\\b`, "iu").exec(near)?.[1] ??
    null;
  return told;
}

/** The one body of irregular fighters that a text names, in its longer form; null where it names none or several. */
function onlyGroup(text: string): string | null {
  const full =
    /\b(?:\p{Lu}[\p{L}'-]+ (?:(?:of|for|and) )?){1,5}(?:Front|Path|Cartel|Liberation|Movement)\b(?: \p{Lu}\p{L}+)?/gu;
  const counts = new Map<string, number>();
  for (const [name] of text.matchAll(full)) {
    const key = name.replace(/^The /u, "");
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  const acronyms = [
    ...text.matchAll(/\b[A-Z]{3,5}(?= (?:guerrillas|rebels|terrorists|commandos|urban))/gu),
  ].map(([a]) => a);
  if (counts.size === 1) return [...counts.keys()][0]!;
  return counts.size === 0 && new Set(acronyms).size === 1 ? acronyms[0]! : null;
}

function actorIn(claim: Claim): string | null {
  if (claim.attribute === "perpetrator") return claim.value;
  if (claim.attribute === "responsibility" && claim.value.act === "claimed") return claim.value.actor;
  return null;
}

/** The body that a phrase names: one of its actors, an acronym, or capitals with a word for bodies. */
function bodyIn(value: string, record: DocumentRecord, words: MucWords): string | null {
  const acronym = /\b(?:\p{Lu}{2,6}|\p{Lu}-\d+)\b/u.exec(value)?.[0];
  if (acronym !== undefined) return acronym;
  const name = /\p{Lu}[\p{L}'-]+(?: (?:of|for|and|de) | )?(?:(?:of |for |the |de )*\p{Lu}[\p{L}'-]+ ?)*/u
    .exec(value)?.[0]
    .trim();
  if (name !== undefined && words.organizations.some((word) => new RegExp(`\\b${word}\\b`, "iu").test(name)))
    return name;
  const lowered = /\p{Lu}[\p{L}'-]+ (?:cartel|front|movement|party|mafia|death squads?)\b/u.exec(value)?.[0];
  if (lowered !== undefined) return lowered;
  if (
    name !== undefined &&
    name.includes(" ") &&
    record.mentions.some(
      (m) => m.kind === "actor" && m.value !== null && m.quote.toLowerCase() === name.toLowerCase(),
    )
  )
    return name;
  if (
    words.state.some((word) => new RegExp(`^(?:\\p{L}+an )?${word}$`, "iu").test(value)) &&
    /army|forces|government|military|regime|squads|guard|police/iu.test(value)
  )
    return value;
  return null;
}

function confidenceOf(claim: Claim): string {
  if (claim.attribute === "responsibility") return "CLAIMED OR ADMITTED";
  if (claim.stance === "unverified") return "SUSPECTED OR ACCUSED";
  const origin = claim.sources[0];
  if (origin === undefined) return "REPORTED AS FACT";
  return OFFICIAL.has(origin.kind) ? "SUSPECTED OR ACCUSED BY AUTHORITIES" : "SUSPECTED OR ACCUSED";
}

function escaped(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\]/gu, "\\$&");
}
