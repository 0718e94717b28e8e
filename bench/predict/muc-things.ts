// Physical targets and instruments of MUC-4 from the claims of an event: noun phrases without article and number, their kind by
// the words of muc-words.yaml, their number by the numeral before them or the ending of their head.
import type { Claim } from "../../src/model/claim.js";
import type { Event } from "../../src/model/event.js";

interface Kind {
  readonly type: string;
  readonly words: readonly string[];
}
export interface MucWords {
  readonly people: readonly Kind[];
  readonly things: readonly Kind[];
  readonly military: readonly string[];
  readonly instruments: readonly Kind[];
  readonly state: readonly string[];
  readonly organizations: readonly string[];
  readonly arson: string;
  readonly robbery: string;
  readonly bombing: string;
  readonly attempted: string;
  readonly threatened: string;
  readonly countries: Readonly<Record<string, string>>;
  readonly nations: Readonly<Record<string, string>>;
  readonly generic: readonly string[];
  readonly ranks: readonly string[];
  readonly bodies: string;
  readonly interest: readonly string[];
  readonly manner: readonly string[];
  readonly members: readonly string[];
}

export interface Thing {
  readonly id: string;
  readonly type: string;
  readonly number: string;
  readonly effect: string | null;
}

const NUMERALS = [
  "one",
  "two",
  "three",
  "four",
  "five",
  "six",
  "seven",
  "eight",
  "nine",
  "ten",
  "eleven",
  "twelve",
];

export function things(event: Event, text: string, words: MucWords): Thing[] {
  const damage = event.claims.find(({ attribute }) => attribute === "damage")?.value as string | undefined;
  const effect =
    damage === "destroyed"
      ? "DESTROYED"
      : damage === "none"
        ? "NO DAMAGE"
        : damage === undefined || damage === "assessing"
          ? null
          : "SOME DAMAGE";
  const found = new Map<string, Thing>();
  for (const claim of event.claims) {
    // a town is a place in these templates, never a target
    if (claim.attribute !== "target" || claim.derivation?.[0]?.rule.startsWith("target/") === true) continue;
    const value = whole(stripped(claim.value));
    const kind = headKind(value, words);
    if (value === "" || kind === "people" || isMilitary(value, words)) continue;
    const type = kind === "things" ? typeOfThing(value, words) : null;
    if (type === null || /\b(?:neighborhood|department|province|city|country|region|area)s?$/iu.test(value))
      continue;
    const id = value.toUpperCase();
    const told = text.slice(claim.start, claim.end);
    // the task's rules: blown up is destroyed, burned is damaged
    const done = /\b(?:blew|blown|blowing) up\b/iu.test(told)
      ? "DESTROYED"
      : new RegExp(words.arson, "iu").test(told)
        ? "SOME DAMAGE"
        : null;
    found.set(id, { id, type, number: numberOf(claim.value), effect: effect ?? done });
  }
  for (const claim of event.claims)
    if (claim.attribute === "damage" && claim.value !== "assessing")
      for (const told of wrecked(claim, text)) {
        const value = whole(stripped(told));
        const kind = headKind(value, words);
        if (kind === "people" || isMilitary(value, words)) continue;
        // what is damaged is a thing, whatever its name
        if (kind === null && !/^(?:\p{Ll}[\p{Ll}-]+ ?){1,4}(?: (?:of|in) |$)/u.test(value)) continue;
        if (NOTHING.test(value)) continue;
        const id = value.toUpperCase();
        const type = typeOfThing(value, words) ?? "OTHER";
        const known = [...found.keys()].find((key) => key.endsWith(id) || id.endsWith(key)) ?? id;
        const worst = EFFECTS[claim.value];
        found.set(known, { id: known, type, number: numberOf(told), effect: worst });
      }
  return [...found.values()].slice(0, 5);
}

/** "front of the bank", "section of the pipeline": the task asks for the whole. */
function whole(phrase: string): string {
  return stripped(
    phrase.replace(
      /^(?:\p{L}+ )?(?:front|fronts|entrance|gates?|doors?|side|roof|back|outside|parts?|sections?|segments?|stretch|windows|walls?|corner) of /iu,
      "",
    ),
  );
}

/** Said to be damaged, and no thing. */
const NOTHING =
  /\b(?:damages?|loss(?:es)?|casualt\w+|morale|plans?|image|economy|credibility|pesos|dollars|million|economic|activit\w+|peace|process|relations|percent|hopes?|chances?|lives|life|way|although|while)\b/iu;

/** An office or a house is of the kind of those whose it is. */
function typeOfThing(phrase: string, words: MucWords): string | null {
  const owner =
    /^(.*?)\b(?:offices?|headquarters|buildings?|residences?|homes?|houses?|facilit(?:y|ies)|installations?)\b(.*)$/iu.exec(
      phrase,
    );
  const owned = owner === null ? "" : `${owner[2]} ${owner[1]}`.trim();
  return (owned === "" ? null : typeOfPhrase(owned, words.things)) ?? typeOfPhrase(phrase, words.things);
}

const EFFECTS = {
  none: "NO DAMAGE",
  some: "SOME DAMAGE",
  extensive: "SOME DAMAGE",
  destroyed: "DESTROYED",
} as const;

/** What was damaged, in the words around: "damaged | a shop and two cars", "two cars were | destroyed", "damage to | a mill". */
function wrecked({ start, end }: Claim, text: string): string[] {
  const told = text.slice(start, end);
  const noun = /\bdamages?$/iu.test(told);
  const after =
    /^ ?(?:to )?([^.;:()[\]\n]+?)(?=[.;:()[\]\n]| (?:in|at|when|where|who|which|that|while|after|and (?:caus|injur|kill|wound)|leaving|causing|injuring|killing|wounding|located|by|as|but|on|yesterday|today|last)\b|$)/iu.exec(
      text.slice(end, end + 160),
    )?.[1] ?? "";
  const passive = /\b(?:was|were|been|be|being)(?: \p{L}+ly| also| all)*$/iu.exec(
    text.slice(Math.max(0, start - 40), start).trimEnd(),
  );
  const inTold = /^(?:.*? )?(?:was|were|been) /iu.test(told);
  if (passive !== null || inTold) {
    const before = text
      .slice(Math.max(0, start - 160), start)
      .trimEnd()
      .replace(/ (?:has|have|had|was|were|been|be|being)(?: \p{L}+)*$/u, "");
    const clause =
      /(?:^|[.;:()[\]\n]|, (?=(?:and )?(?:the|a|an|two|three|several)\b)|\b(?:that|which|said|and) (?=(?:the|a|an|two|three|several|some|many)\b))([^.;:()[\]\n]{3,90})$/u.exec(
        before,
      );
    return clause === null ? [] : parts(clause[1]!);
  }
  if (noun && !/^ ?to /iu.test(text.slice(end, end + 5))) return [];
  return /^ ?(?:to )?(?:the|a|an|two|three|four|five|six|seven|eight|nine|ten|several|some|many|\d+|\p{L}+s\b|at least|windows)/iu.test(
    text.slice(end, end + 30),
  )
    ? parts(after)
    : [];
}

function parts(phrase: string): string[] {
  return phrase
    .trim()
    .split(/, (?:and )?| and (?=(?:the|a|an|two|three|several|some|many|other|nearby|\d+)\b| ?\p{Ll}+s$)/u)
    .filter((part) => part.length > 3)
    .slice(0, 4);
}

/** Whether the head of a phrase is a word for people or for things; null where it is neither. */
export function headKind(phrase: string, words: MucWords): "people" | "things" | null {
  const lower = phrase
    .toLowerCase()
    .replace(/^(?:one|two|several|some|many|all) of (?:the |their |its )?/u, "");
  const group =
    /^(?:the |a |an )?(?:group|members?|number|dozens|hundreds|scores) of (?:the )?/u.exec(lower)?.[0] ?? "";
  const head = lower
    .slice(group.length)
    .split(/ (?:of|in|at|on|for|from|near|who|that|which|belonging|during|while) |, /u)[0]!;
  const all = head.split(" ");
  const people = [...words.generic, ...words.people.flatMap((kind) => kind.words)];
  const things = words.things.flatMap((kind) => kind.words);
  const ends = (list: readonly string[], end: string) =>
    list.reduce((longest, word) => {
      const at = [word, `${word}s`, `${word}es`].find((form) => end === form || end.endsWith(` ${form}`));
      return at === undefined ? longest : Math.max(longest, word.length);
    }, 0);
  // a name at the end hides the head: "defense minister Karim Dahl"
  for (let n = all.length; n > 0; n--) {
    const end = all.slice(0, n).join(" ");
    const [p, t] = [ends(people, end), ends(things, end)];
    if (p > 0 || t > 0) return p >= t ? "people" : "things";
    if (!/^\p{Lu}/u.test(phrase.split(" ").at(-1) ?? "")) break;
  }
  return null;
}

export function isMilitary(phrase: string, words: MucWords): boolean {
  if (/\bpolice\b/iu.test(phrase)) return false;
  return words.military.some((word) => new RegExp(`\\b${word}\\b`, "iu").test(phrase));
}

/** The kind of a phrase: its last noun decides, then any word. */
export function typeOfPhrase(phrase: string, kinds: readonly Kind[]): string | null {
  const lower = phrase.toLowerCase();
  const head = lower.split(/ (?:of|in|at|on|for|from|near|who|that|which|belonging) /u)[0]!;
  const has = (where: string, word: string) =>
    new RegExp(`\\b${word}(?:s|es)?$`, "u").test(where) ||
    new RegExp(`\\b${word}(?:s|es)?\\b`, "u").test(where);
  const atEnd = kinds.find(({ words }) =>
    words.some((word) => new RegExp(`\\b${word}(?:s|es)?$`, "u").test(head)),
  );
  return (
    atEnd?.type ??
    kinds.find(({ words }) => words.some((word) => has(head, word)))?.type ??
    kinds.find(({ words }) => words.some((word) => has(lower, word)))?.type ??
    null
  );
}

/** Without articles, numerals and hedges at the beginning. */
export function stripped(phrase: string): string {
  const lead = new RegExp(
    `^(?:(?:the|a|an|some|several|many|at least|about|around|more than|another|other|his|her|their|its|${NUMERALS.join("|")}|\\d[\\d,.]*)\\s+)+`,
    "iu",
  );
  return phrase
    .trim()
    .replace(lead, "")
    .replace(/[\s,;:]+$/u, "");
}

export function numberOf(phrase: string): string {
  const lead =
    /^(?:the |at least |about |around |more than )*(\w+)/iu.exec(phrase.trim())?.[1]?.toLowerCase() ?? "";
  const at = NUMERALS.indexOf(lead);
  if (at >= 0) return String(at + 1);
  if (/^\d+$/u.test(lead)) return lead;
  const head = stripped(phrase).split(/ (?:of|in|at|on|for) /u)[0]!;
  return /(?:[^s]s|men|people|children)$/iu.test(head) ? "PLURAL" : "1";
}

export function instrumentsIn(told: string, words: MucWords, type: string): Record<string, string[]> {
  const found: { id: string; type: string }[] = [];
  const lower = told.toLowerCase();
  let rest = lower;
  for (const kind of words.instruments) {
    for (const word of kind.words) {
      const match = new RegExp(`\\b(?:${word})\\b`, "u").exec(rest);
      if (match === null) continue;
      if (!found.some((f) => f.type === kind.type)) found.push({ id: match[0].trim(), type: kind.type });
      rest = rest.replaceAll(match[0], " ");
    }
  }
  const kept = found.filter((f) =>
    type === "BOMBING" ? !["GUN", "RIFLE", "MACHINE GUN", "HANDGUN"].includes(f.type) : true,
  );
  const some = kept.length > 1 ? kept.filter((f) => f.type !== "GUN").slice(0, 2) : kept;
  if (some.length === 0) return {};
  return {
    "INCIDENT: INSTRUMENT ID": some.flatMap((f) =>
      f.type === "GUN" || f.type === "TORTURE" ? [] : [`"${f.id.toUpperCase()}"`],
    ),
    "INCIDENT: INSTRUMENT TYPE": some.map((f) =>
      f.type === "GUN" || f.type === "TORTURE" ? `${f.type}: "-"` : `${f.type}: "${f.id.toUpperCase()}"`,
    ),
  };
}
