// Which words of a sentence can stand for those who act, and which for what is attacked; and the range that names them.
// Comes in: an annotated sentence and a head token. Knowledge: knowledge/events/roles. Leaves alone: which role a head has (roles.ts).
import type { EventKnowledge } from "../../knowledge/events.js";
import type { ActorMention } from "../../model/actor-mention.js";
import type { SourceKind } from "../../model/source.js";
import type { Annotated } from "./annotate.js";
import type { TokenRange } from "./noun-phrase.js";

/** A town, province or country by its name alone: where it happened, not what was attacked. */
export function isWholePlace(annotated: Annotated, i: number): boolean {
  return annotated.toponyms.some(
    (t) => t.from <= i && i === t.to - 1 && t.value.place !== null && t.value.place.precision !== "site",
  );
}

/** A thing, no place by name: "a bakery", not "Homs". */
export function isThing(annotated: Annotated, i: number): boolean {
  return (
    annotated.parsed.tokens[i]!.tag === "NOUN" &&
    !annotated.toponyms.some((t) => t.from <= i && i < t.to) &&
    !annotated.times.some((t) => t.from <= i && i < t.to)
  );
}

/** "a group calling itself X": X. */
export function named(annotated: Annotated, head: number, knowledge: EventKnowledge): TokenRange | null {
  const lower = (i: number) => annotated.tokens[i]?.lower;
  const phrase = knowledge.naming.longestAt(lower, head + 1);
  if (phrase === null) return null;
  const from = head + 1 + phrase.words.length;
  let to = from;
  while (
    to < annotated.tokens.length &&
    (/^\p{Lu}/u.test(annotated.tokens[to]!.text) || annotated.tokens[to]!.tag === "PROPN")
  )
    to++;
  return to > from ? { from, to } : null;
}

/** "Lt. Gen. X", "General, X": nothing but capitals and marks up to the name. */
function isTitle(annotated: Annotated, head: number, name: number): boolean {
  return annotated.tokens
    .slice(head, name)
    .every(({ tag, text }) => tag === "PUNCT" || /^\p{Lu}/u.test(text));
}

/** The whole of a name that the head is a part of, as the gazetteer or the table has it. */
export function withName(annotated: Annotated, range: TokenRange, head: number): TokenRange {
  const person = annotated.actors.find(
    (a) => a.value.person && a.from > head && a.from - head <= 3 && isTitle(annotated, head, a.from),
  );
  if (person !== undefined) return { from: person.from, to: person.to };
  const name = [...annotated.toponyms, ...annotated.actors].find(
    (found) => found.from <= head && head < found.to,
  );
  if (name === undefined) return range;
  let to = Math.max(range.to, name.to);
  while (
    to < annotated.tokens.length &&
    to - name.to < 2 &&
    annotated.tokens[to]!.tag === "NOUN" &&
    to === Math.max(range.to, name.to)
  )
    to++;
  return { from: Math.min(range.from, name.from), to };
}

export function isWeaponPlatform(annotated: Annotated, head: number): boolean {
  return annotated.weapons.some((w) => w.from <= head && head < w.to && w.value.as === "platform");
}

const ONLY_TELL: readonly SourceKind[] = [
  "media",
  "monitor",
  "medical",
  "witness",
  "footage",
  "analyst",
  "social_media",
];

/** Outlets, monitors, medics and witnesses tell of attacks; their names beside one make them no attackers. */
export function canAct(actor: ActorMention): boolean {
  return !ONLY_TELL.includes(actor.sourceKind);
}

/** Whether this head can be a perpetrator: a known actor, a country's name that acts, or a word for those who act. */
export function acts(annotated: Annotated, knowledge: EventKnowledge, head: number): boolean {
  const token = annotated.parsed.tokens[head]!;
  const actors = annotated.actors.filter((a) => a.from <= head && head < a.to);
  if (actors.length > 0) return actors.some((a) => canAct(a.value));
  if (annotated.weapons.some((w) => w.from <= head && head < w.to && w.value.as === "platform")) return true;
  if (knowledge.roles.doers.has(token.lower) || knowledge.roles.doers.has(token.lemma)) return true;
  if (isUnknownBody(annotated, head)) return true;
  return annotated.toponyms.some(
    (t) =>
      t.from <= head &&
      head < t.to &&
      t.value.place?.precision === "country" &&
      !knowledge.roles.where.has(prepositionBefore(annotated, t.from)),
  );
}

/** "the QRX fired ten rockets": letters for a name that no table has, in a text that is not all capitals. */
function isUnknownBody(annotated: Annotated, head: number): boolean {
  const { text, tag } = annotated.tokens[head]!;
  if (tag !== "PROPN" || !/^\p{Lu}[\p{Lu}\d]{1,6}$/u.test(text)) return false;
  const known = [...annotated.toponyms, ...annotated.times, ...annotated.weapons, ...annotated.speech].some(
    (found) => found.from <= head && head < found.to,
  );
  return !known && annotated.tokens.some((token) => /^\p{Ll}{4,}$/u.test(token.text));
}

/** The word before a name and its modifiers: "in" for "in eastern Syria". */
function prepositionBefore(annotated: Annotated, at: number): string {
  let i = at - 1;
  while (i > 0 && ["ADJ", "DET"].includes(annotated.tokens[i]!.tag)) i--;
  return annotated.tokens[i]?.lower ?? "";
}

/**
 * "raids against the so-called Red Front in the east killed nine", "shells in northern Maristan killed nine": what a preposition of
 * aim or place has right behind it is not who acts, whatever verb comes next.
 */
export function isGoverned(annotated: Annotated, head: number, { roles }: EventKnowledge): boolean {
  const { tokens } = annotated;
  const name = [...annotated.actors, ...annotated.toponyms].find((f) => f.from <= head && head < f.to + 1);
  let i = Math.min(name?.from ?? head, head) - 1;
  const place = annotated.toponyms.some((t) => t.from <= head && head < t.to);
  while (
    i > 0 &&
    (["DET", "ADJ", "ADV", "PUNCT"].includes(tokens[i]!.tag) ||
      tokens[i]!.fine === "VBN" ||
      (place && roles.directions.has(tokens[i]!.lower))) &&
    !annotated.quantities.some((q) => q.from <= i && i < q.to) &&
    !/^[,.;:()]$/u.test(tokens[i]!.text)
  )
    i--;
  const { lower } = tokens[Math.max(0, i)]!;
  if (i < 0 || annotated.quantities.some((q) => q.from <= i && i < q.to)) return false;
  return roles.against.has(lower) || (place && roles.where.has(lower) && !roles.between.has(lower));
}

export function actorRange(annotated: Annotated, head: number, knowledge: EventKnowledge): TokenRange | null {
  const actor = annotated.actors.find((a) => a.from <= head && head < a.to);
  if (
    actor === undefined ||
    annotated.tokens.slice(actor.from, actor.to).some((token) => token.tag === "VERB")
  )
    return null;
  const body = actor.value.basis === "description" ? bodyOf(annotated, actor, knowledge) : null;
  return body ?? { from: actor.from, to: actor.to };
}

/** "al-Shabaab fighters", "fighters of al-Shabaab", "a man from al-Shabaab": the body by name that those described are of. */
export function bodyOf(
  annotated: Annotated,
  described: TokenRange,
  knowledge: EventKnowledge,
): TokenRange | null {
  const { tokens } = annotated;
  const link = tokens[described.to]?.lower ?? "";
  const of = knowledge.roles.of.has(link) || knowledge.origin.has(link) ? described.to + 1 : -1;
  const after = tokens[of]?.tag === "DET" ? of + 1 : of;
  const body = annotated.actors.find(
    (a) => a.value.basis === "actor" && !a.value.person && (a.to === described.from || a.from === after),
  );
  return body === undefined ? null : { from: body.from, to: body.to };
}

/** "Russian and Syrian planes", "the guard and rebel forces": each of those who act together, in text order. */
export function together(annotated: Annotated, range: TokenRange, knowledge: EventKnowledge): TokenRange[] {
  const { tokens } = annotated;
  for (let k = range.from + 1; k + 1 < range.to; k++) {
    if (!knowledge.roles.joint.has(tokens[k]!.lower)) continue;
    const [left, right] = [
      { from: range.from, to: k },
      { from: k + 1, to: range.to },
    ];
    if (namesDoer(annotated, left, knowledge) && namesDoer(annotated, right, knowledge)) return [left, right];
  }
  const joint = range.from - 1;
  if (!knowledge.roles.joint.has(tokens[joint]?.lower ?? "")) return [range];
  const before =
    annotated.actors.find((a) => a.to === joint && canAct(a.value) && !a.value.person) ??
    annotated.toponyms.find((t) => t.to === joint && t.value.adjectival);
  return before === undefined ? [range] : [{ from: before.from, to: before.to }, range];
}

/** Ends in a body, in a nation's adjective, or in a word for those who do. */
function namesDoer(annotated: Annotated, range: TokenRange, knowledge: EventKnowledge): boolean {
  const last = range.to - 1;
  const within = (found: TokenRange) => found.from < range.to && range.from < found.to;
  return (
    annotated.toponyms.some((t) => t.value.adjectival && within(t)) ||
    annotated.actors.some((a) => canAct(a.value) && a.from >= range.from && a.to <= range.to) ||
    knowledge.roles.doing.has(annotated.tokens[last]!.lower) ||
    knowledge.roles.doing.has(annotated.tokens[range.from]!.lower)
  );
}
