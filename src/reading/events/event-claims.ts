// The claims of one happening: what its mentions say of it, as drafts with their words. Casualties and pattern claims come ready;
// weapon, munitions, perpetrator, target, time, date and place are read off here.
import type { EventKnowledge } from "../../knowledge/events.js";
import type { Count } from "../../model/count.js";
import type { Annotated, Found } from "./annotate.js";
import { spanOf } from "./annotate.js";
import type { ClaimDraft } from "./claim-draft.js";
import type { HappeningMention } from "./mention.js";
import { partOfDayOf, placeOf, timeOf } from "./mention-anchors.js";
import type { TokenRange } from "./noun-phrase.js";
import { isWholePlace } from "./role-words.js";

/** Marks words that only take up what was told before. */
export const REFERS_BACK = "refers back";

/** What a target is: a thing or people; a place people live in, by its name; such a place in other words. */
export const TARGET = { thing: "target", town: "target/town", area: "target/area" } as const;

export function draftsOf(mention: HappeningMention, text: string, knowledge: EventKnowledge): ClaimDraft[] {
  const { annotated } = mention;
  const sentence = annotated.sentence.index;
  const step = (rule: string, range: TokenRange) => ({
    stage: "role",
    rule,
    span: spanOf(annotated, range.from, range.to),
  });
  const drafts: ClaimDraft[] = [...mention.drafts];
  const around = (range: TokenRange): TokenRange => reachTrigger(mention, range);

  for (const weapon of specificWeapons(mention)) {
    const quote = { from: weapon.from, to: weapon.to };
    const back = refersBack(mention, weapon.from, knowledge);
    drafts.push({
      attribute: "weapon",
      value: weapon.value.weapon,
      sentence,
      ...quote,
      step: { ...step(weapon.value.id, weapon), ...(back ? { note: REFERS_BACK } : {}) },
    });
  }
  for (const { count, range } of munitionsOf(mention))
    drafts.push({ attribute: "munitions", value: count, sentence, ...range, step: step("munitions", range) });
  for (const range of mention.roles.perpetrators) {
    if (namesNobody(mention, range, knowledge) || isHurtHere(mention, range)) continue;
    const name = actorName(annotated, range, text);
    // "blamed the Northern Front for shelling": told by a pattern already
    const told = drafts.some(
      (d) => d.attribute === "perpetrator" && d.value === name && d.from < range.to && range.from < d.to,
    );
    if (name !== null && !told)
      drafts.push({
        attribute: "perpetrator",
        value: name,
        sentence,
        ...around(range),
        step: step("perpetrator", range),
      });
  }
  for (const range of mention.roles.targets)
    drafts.push({
      attribute: "target",
      value: wordsOf(annotated, range, text),
      sentence,
      ...around(range),
      step: step(targetKind(annotated, range, knowledge), range),
    });
  const time = timeOf(mention);
  if (time !== null && time.value.date !== null && time.value.date.length >= 10)
    drafts.push({
      attribute: "date",
      value: time.value.date,
      sentence,
      from: time.from,
      to: time.to,
      step: time.value.derivation,
    });
  const part = partOfDayOf(mention);
  if (part !== null)
    drafts.push({
      attribute: "time",
      value: part.value.timeOfDay!,
      sentence,
      from: part.from,
      to: part.to,
      step: part.value.derivation,
    });
  const place = placeOf(mention, knowledge);
  if (place !== null)
    drafts.push({
      attribute: "place",
      value: place.value.place!.name,
      sentence,
      from: place.from,
      to: place.to,
      step: place.value.derivation,
    });
  return drafts;
}

/** "injured 16, including two gang members hit there", "48 fighters were killed": those who are counted among the hurt. */
function isHurtHere({ annotated, drafts }: HappeningMention, range: TokenRange): boolean {
  const modifiers = (from: number, to: number): boolean =>
    annotated.tokens.slice(from, to).every(({ tag }) => ["NUM", "ADJ", "NOUN", "PROPN"].includes(tag));
  return drafts.some(
    ({ attribute, from, to }) =>
      (attribute === "killed" || attribute === "injured") &&
      from <= range.from &&
      range.to <= to &&
      (range.to === to || modifiers(from, range.from)),
  );
}

/** "planes bombed", "unidentified gunmen": machines by themselves, and those of whom the text says that nobody knows them. */
function namesNobody(
  { annotated, drafts }: HappeningMention,
  range: TokenRange,
  knowledge: EventKnowledge,
): boolean {
  if (range.to - range.from === 1 && knowledge.roles.nobody.has(annotated.tokens[range.from]!.lower))
    return true;
  const machine = annotated.weapons.some(
    (w) =>
      w.value.as === "platform" &&
      w.from <= range.from &&
      range.to <= w.to &&
      !knowledge.roles.services.has(annotated.tokens[w.to - 1]!.lower),
  );
  const unknown = drafts.some(
    (d) => d.attribute === "perpetrator" && d.value === null && d.from < range.to && range.from < d.to,
  );
  return (
    (machine &&
      !annotated.actors.some((a) => a.value.country !== null && a.from < range.to && range.from < a.to)) ||
    unknown
  );
}

/** The weapons told, without the general word where a particular one stands beside it, and without carriers of a told weapon. */
function specificWeapons(mention: HappeningMention) {
  const weapons = mention.weapons.filter((w) => !isDefence(mention.annotated, w));
  const particular = weapons.filter((w) => !w.value.generic && w.value.as !== "platform");
  const list = particular.length > 0 ? particular : weapons.filter((w) => !w.value.generic);
  const chosen = (list.length > 0 ? list : weapons).filter(
    (w) => w.value.as !== "platform" || isUsed(mention, w),
  );
  return chosen.filter((w, i) => chosen.findIndex((other) => other.value.weapon === w.value.weapon) === i);
}

/** "fired rockets to bring down a drone": what stops an attack is none of its weapons. */
function isDefence({ tokens, verbs }: Annotated, weapon: TokenRange): boolean {
  return verbs.some(
    (verb) =>
      verb.value.id === "interception" &&
      verb.from > weapon.to &&
      verb.from - weapon.to <= 2 &&
      tokens[verb.from - 1]!.fine === "TO",
  );
}

/** What carries arms tells of their use, unless it is what something was done to: "his plane was shot down". */
function isUsed({ annotated, roles }: HappeningMention, range: TokenRange): boolean {
  if (roles.perpetrators.some((other) => other.from < range.to && range.from < other.to)) return true;
  return !annotated.parsed.tokens
    .slice(range.from, range.to)
    .some(({ relation }) => relation === "nsubj:pass" || relation === "obj");
}

/** "the strikes", "the blast": words that only take up what was told before. */
function refersBack(mention: HappeningMention, at: number, knowledge: EventKnowledge): boolean {
  const before = mention.annotated.tokens[at - 1];
  return before !== undefined && knowledge.definite.has(before.lower);
}

/** Numbered munitions, strikes and blasts: "three rockets", "at least 45 air strikes", "twin explosions". */
export function munitionsOf(mention: HappeningMention): { count: Count; range: TokenRange }[] {
  const { annotated } = mention;
  const found: { count: Count; range: TokenRange }[] = [];
  const deeds = annotated.nouns.filter(
    ({ from, to, value }) =>
      from >= mention.from &&
      to <= mention.to &&
      (value.family === "blast" || value.family === "strike") &&
      mention.triggers.some((t) => t.from === from) &&
      !mention.weapons.some((w) => w.from < to && from < w.to),
  );
  const arms = mention.weapons.filter(({ value }) => value.as !== "platform" && value.as !== "trace");
  for (const weapon of [...arms, ...deeds]) {
    const quantity = annotated.quantities.find(
      (q) =>
        q.value.unit === null &&
        !q.value.article &&
        q.to <= weapon.from &&
        weapon.from - q.to <= 3 &&
        modifiersOnly(annotated, q.to, weapon.from),
    );
    if (quantity === undefined || (quantity.value.count.max ?? 1) === 0) continue;
    // "ten bomb and gun attacks": the attacks are counted
    const counted = annotated.tokens[weapon.to - 1]!.fine === "NN" && quantity.value.count.min !== 1;
    if (counted && annotated.tokens[weapon.to]?.tag === "CCONJ") continue;
    // "several bombings", "a series of raids": told of many over a time
    if (quantity.value.count.approx === true && !arms.some((w) => w === weapon)) continue;
    found.push({ count: quantity.value.count, range: { from: quantity.from, to: weapon.to } });
  }
  return found;
}

function modifiersOnly(annotated: Annotated, from: number, to: number): boolean {
  return annotated.tokens.slice(from, to).every((token) => ["ADJ", "NOUN", "PROPN"].includes(token.tag));
}

/** The actor's name, the country of an adjective, else the words themselves. */
function actorName(annotated: Annotated, range: TokenRange, text: string): string | null {
  const actors = annotated.actors.filter(
    (a) => a.from < range.to && range.from < a.to && !isDeed(annotated, a),
  );
  const joint = (at: number) => annotated.tokens[at]?.tag === "CCONJ";
  const actor = best(
    actors.filter(
      (a) => !(a.from < range.from && joint(range.from - 1)) && !(a.to > range.to && joint(range.to)),
    ),
    range,
  );
  if (actor !== null) return actor.value.name;
  const adjective = annotated.toponyms.find(
    (t) => t.from <= range.from && t.to >= range.to && t.value.adjectival,
  );
  if (adjective !== undefined) return adjective.value.candidates[0]?.name ?? adjective.value.quote;
  return wordsOf(annotated, range, text);
}

/** "Israeli air strikes", "an Israeli drone strike": what was done, by whoever the adjective names. */
function isDeed(annotated: Annotated, range: TokenRange): boolean {
  const inside = (found: TokenRange) => range.from < found.to && found.from < range.to;
  return (
    annotated.weapons.some((w) => (w.value.as === "strike" || w.value.as === "munition") && inside(w)) ||
    annotated.nouns.some(inside)
  );
}

function best<T>(items: readonly Found<T>[], range: TokenRange): Found<T> | null {
  const overlap = (item: Found<T>) => Math.min(item.to, range.to) - Math.max(item.from, range.from);
  return items.reduce<Found<T> | null>(
    (chosen, item) => (chosen === null || overlap(item) > overlap(chosen) ? item : chosen),
    null,
  );
}

function wordsOf(annotated: Annotated, range: TokenRange, text: string): string {
  const { start, end } = spanOf(annotated, range.from, range.to);
  return text.slice(start, end).replace(/['’]\p{L}?$/u, "");
}

/** "Homs", "the village of X", "a rebel-held area": a place, not a thing in it. */
function targetKind(annotated: Annotated, range: TokenRange, knowledge: EventKnowledge): string {
  const isPlace = (i: number) =>
    knowledge.roles.towns.has(annotated.tokens[i]!.lower) || isWholePlace(annotated, i);
  const of = annotated.tokens.findIndex(
    (token, i) => i > range.from && i < range.to && knowledge.roles.of.has(token.lower),
  );
  if (!isPlace((of === -1 ? range.to : of) - 1)) return TARGET.thing;
  const named = annotated.tokens
    .slice(range.from, range.to)
    .some(({ tag, fine }) => tag === "PROPN" && fine !== "NNP$");
  return named ? TARGET.town : TARGET.area;
}

/** From the role's words to the nearest trigger: the words that make the claim. */
function reachTrigger(mention: HappeningMention, range: TokenRange): TokenRange {
  let nearest: TokenRange | null = null;
  let least = Infinity;
  for (const trigger of mention.triggers) {
    const gap = Math.max(0, trigger.from - range.to, range.from - trigger.to);
    if (gap < least) [least, nearest] = [gap, trigger];
  }
  if (nearest === null || least > 14) return range;
  return { from: Math.min(range.from, nearest.from), to: Math.max(range.to, nearest.to) };
}
