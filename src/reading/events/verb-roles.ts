// Roles around a verb that tells of a happening: subject and object, passive and "by", what follows a weapon that is thrown.
// Comes in: an annotated sentence and the verb. Goes out: who acts and what is attacked, most direct first. Where the tree is wrong
// about headlines and texts without commas, the order of words decides (clause-frame.ts). Leaves alone: nouns (noun-roles.ts).
import type { EventKnowledge, HappeningEntry } from "../../knowledge/events.js";
import { isArms, targetAfter } from "./aims.js";
import type { Annotated, Found } from "./annotate.js";
import type { TokenRange } from "./noun-phrase.js";
import { caseOf } from "./noun-phrase.js";
import { acts, isThing, isWeaponPlatform } from "./role-words.js";
import { ranges, subjectOf, type Roles } from "./roles.js";
import { objectAfter, subjectBefore } from "./word-order.js";

/** "shells hit a base": arms and deeds are the subject, and who else stands before the verb did not do it. */
function isDeed(annotated: Annotated, head: number): boolean {
  if (isWeaponPlatform(annotated, head)) return false;
  return isArms(annotated, head) || annotated.nouns.some((n) => n.from <= head && head < n.to);
}

/** "rebels based in the old city targeted a mill": one who acts opens the clause, and a thing follows the verb. */
function actorFirst(
  annotated: Annotated,
  verb: number,
  to: number,
  knowledge: EventKnowledge,
): number | null {
  if (!["VBD", "VBN"].includes(annotated.tokens[verb]!.fine) || isPassive(annotated, verb, knowledge))
    return null;
  if (objectAfter(annotated, to, knowledge) === null) return null;
  const first = subjectBefore(annotated, verb);
  return first !== null && acts(annotated, knowledge, first) && !isObject(annotated, first) ? first : null;
}

/** "battling the group killed two": what a verb that tells of no speech has right before it. */
function isObject(annotated: Annotated, head: number): boolean {
  const { tokens } = annotated;
  let i = head - 1;
  while (i >= 0 && ["DET", "ADJ", "NOUN", "PROPN", "NUM"].includes(tokens[i]!.tag)) i--;
  const speaks = (at: number) => annotated.speech.some((s) => s.from <= at && at < s.to);
  return i >= 0 && tokens[i]!.fine === "VBG" && !speaks(i);
}

export function rolesOfVerb(
  annotated: Annotated,
  found: Found<HappeningEntry>,
  knowledge: EventKnowledge,
): Roles {
  const { parsed } = annotated;
  const verb = verbIn(annotated, found);
  const perpetrators: number[] = [];
  const targets: number[] = [];
  const dependents = parsed.dependents[verb]!;
  const relation = (d: number) => parsed.tokens[d]!.relation;
  const passive = dependents.find((d) => relation(d) === "nsubj:pass");
  const patient =
    passive === undefined
      ? takenAside(annotated, verb, found, knowledge)
      : relativeHead(annotated, verb, passive);
  const subject = patient === undefined ? subjectOf(parsed, verb) : null;
  const { agent, object } = blownUp(annotated, found.value, subject);
  const attributive =
    parsed.tokens[verb]!.fine === "VBN" &&
    patient === undefined &&
    (relation(verb) === "acl" || relation(verb) === "amod");

  const plain =
    (subject === null || attributive) && patient === undefined
      ? plainClause(annotated, verb, knowledge)
      : null;
  if (plain !== null) {
    if (agent === "perpetrator") perpetrators.push(plain.subject);
    if (object === "target" || object === "territory") targets.push(plain.object);
  } else if (subject !== null && !attributive && agent === "perpetrator") perpetrators.push(subject);
  if (
    plain === null &&
    attributive &&
    parsed.tokens[verb]!.head >= 0 &&
    (object === "target" || object === "territory")
  )
    targets.push(parsed.tokens[verb]!.head);
  for (const d of dependents) {
    const token = parsed.tokens[d]!;
    if (
      token.relation === "obl:agent" ||
      (token.relation === "obl" && knowledge.roles.agent.has(caseOf(parsed, d) ?? ""))
    )
      perpetrators.push(d);
    if (
      token.relation === "obj" &&
      (object === "target" || object === "territory" || object === "people") &&
      (agent !== "weapon" || (subject !== null && isArms(annotated, subject)))
    )
      targets.push(d);
    if (
      token.relation === "obl" &&
      object !== "people" &&
      object !== "none" &&
      !(agent === "weapon" && object === "target") &&
      // "on Sunday" aims at nothing
      !annotated.times.some((t) => t.from <= d && d < t.to) &&
      !(targets.length > 0 && knowledge.roles.where.has(caseOf(parsed, d) ?? "")) &&
      knowledge.roles.target.has(caseOf(parsed, d) ?? "")
    )
      targets.push(d);
    if (
      token.relation === "obl" &&
      agent === "weapon" &&
      knowledge.roles.beside.has(caseOf(parsed, d) ?? "") &&
      isThing(annotated, d)
    )
      targets.push(d);
  }
  if (
    patient !== undefined &&
    (agent !== "weapon" || object === "target") &&
    object !== "weapon" &&
    object !== "none"
  )
    targets.unshift(patient);
  if (agent === "weapon" && subject !== null && isArms(annotated, subject) && targets.length === 0)
    targets.push(...laidAt(annotated, subject, knowledge));
  if (
    agent === "perpetrator" &&
    patient === undefined &&
    !dependents.some((d) => relation(d) === "nsubj" && isDeed(annotated, d)) &&
    !perpetrators.some((d) => acts(annotated, knowledge, d))
  ) {
    const near = actorBefore(annotated, verb, knowledge) ?? actorFirst(annotated, verb, found.to, knowledge);
    if (near !== null) perpetrators.push(near);
  }
  if (object === "weapon" && targets.length === 0) {
    const aimed = weaponAimedAt(annotated, verb, knowledge);
    if (aimed !== null) targets.push(aimed);
  }
  const roles = ranges(annotated, knowledge, perpetrators, targets, object === "people");
  return roles.targets.length > 0
    ? roles
    : { ...roles, targets: targetsByOrder(annotated, verb, found, knowledge) };
}

/** "Ola Berg, kidnapped 11 days ago in Vellin, was released": behind a comma and without an object, whom it was done to. */
function takenAside(
  annotated: Annotated,
  verb: number,
  { to, value }: Found<HappeningEntry>,
  knowledge: EventKnowledge,
): number | undefined {
  const { tokens } = annotated;
  if (value.agent !== "perpetrator" || value.object === "none" || value.object === "weapon") return undefined;
  if (tokens[verb - 1]?.tag !== "PUNCT" || !["VBD", "VBN"].includes(tokens[verb]!.fine)) return undefined;
  const next = tokens[to];
  const opens = annotated.times.some((t) => t.from === to) || next?.tag === "ADP" || next?.tag === "ADV";
  if (!opens || objectAfter(annotated, to, knowledge) !== null) return undefined;
  const before = tokens[verb - 2];
  return before !== undefined && ["NOUN", "PROPN"].includes(before.tag) ? verb - 2 : undefined;
}

/** "A bomb blew up in a cafe": what stands as the subject went off, and hit what is around it. */
function blownUp(
  annotated: Annotated,
  { agent, object, family }: HappeningEntry,
  subject: number | null,
): Pick<HappeningEntry, "agent" | "object"> {
  const wentOff =
    family === "blast" && agent === "perpetrator" && subject !== null && isArms(annotated, subject);
  return wentOff ? { agent: "weapon", object: "weapon" } : { agent, object };
}

/** "a bomb placed outside a bank exploded": what it was laid at. */
function laidAt({ parsed }: Annotated, arms: number, { roles }: EventKnowledge): number[] {
  return parsed.dependents[arms]!.filter(
    (d) => parsed.tokens[d]!.relation === "acl" && parsed.tokens[d]!.fine === "VBN",
  )
    .flatMap((participle) => parsed.dependents[participle]!)
    .filter((d) => parsed.tokens[d]!.relation === "obl" && roles.beside.has(caseOf(parsed, d) ?? ""));
}

/** What stands where the thing attacked stands, whatever the tree says. */
function targetsByOrder(
  annotated: Annotated,
  verb: number,
  found: Found<HappeningEntry>,
  knowledge: EventKnowledge,
): readonly TokenRange[] {
  const { agent, object } = found.value;
  if (agent !== "perpetrator" || (object !== "target" && object !== "territory")) return [];
  const head = isPassive(annotated, verb, knowledge)
    ? subjectBefore(annotated, verb)
    : objectAfter(annotated, found.to, knowledge);
  return head === null ? [] : ranges(annotated, knowledge, [], [head]).targets;
}

function isPassive(annotated: Annotated, verb: number, knowledge: EventKnowledge): boolean {
  let i = verb - 1;
  while (i > 0 && ["ADV", "AUX"].includes(annotated.tokens[i]!.tag)) {
    if (knowledge.be.has(annotated.tokens[i]!.lower)) return true;
    i--;
  }
  return false;
}

/** "engineers who were seized": the noun that a relative pronoun stands for. */
function relativeHead(annotated: Annotated, verb: number, subject: number): number {
  const { parsed } = annotated;
  const { relation, head } = parsed.tokens[verb]!;
  if (relation === "acl:relcl" && head >= 0 && parsed.tokens[subject]!.tag === "PRON")
    return parsed.tokens[subject]!.fine === "WP" ? somebodyAt(annotated, head) : head;
  // "one of their depots was hit"
  if (parsed.tokens[subject]!.tag !== "NUM") return subject;
  return parsed.dependents[subject]!.find((d) => parsed.tokens[d]!.relation === "nmod") ?? subject;
}

/** "Karim Dahl, mayor of X, in the province of Y, who was seized": who is somebody, and no place on the way to him. */
function somebodyAt({ parsed, toponyms }: Annotated, from: number): number {
  let at = from;
  for (let steps = 0; steps < 6; steps++) {
    const { head, relation } = parsed.tokens[at]!;
    const place = toponyms.some((t) => t.from <= at && at < t.to);
    const within =
      relation === "nmod" &&
      parsed.dependents[at]!.some((d) => toponyms.some((t) => t.from <= d && d < t.to));
    if (!place && !within && relation !== "appos") return at;
    if (head < 0 || !["NOUN", "PROPN"].includes(parsed.tokens[head]!.tag)) return place || within ? from : at;
    at = head;
  }
  return from;
}

/** "hurled dynamite sticks at a bank": what follows the weapon that follows the verb. */
function weaponAimedAt(annotated: Annotated, verb: number, knowledge: EventKnowledge): number | null {
  const weapon = annotated.weapons.find((w) => w.from > verb && w.from - verb <= 4);
  return weapon === undefined ? null : targetAfter(annotated, weapon.to, false, knowledge);
}

/**
 * "Eastern warplanes targeted a school", where the tree takes the verb for a participle: one who acts right before it, a thing
 * right after it, and no "by" that would make it passive.
 */
function plainClause(
  annotated: Annotated,
  verb: number,
  knowledge: EventKnowledge,
): { subject: number; object: number } | null {
  const { tokens } = annotated;
  let subject = verb - 1;
  while (subject > 0 && tokens[subject]!.tag === "ADV") subject--;
  if (
    subject < 0 ||
    !["NOUN", "PROPN"].includes(tokens[subject]!.tag) ||
    !acts(annotated, knowledge, subject) ||
    isGoverned(annotated, subject, knowledge)
  )
    return null;
  const object = objectAfter(annotated, verb + 1, knowledge);
  return object === null ? null : { subject, object };
}

/** "told an agency that rebels fired on a bus": one who acts right before a verb in the past, whatever the tree says. */
function actorBefore(annotated: Annotated, verb: number, knowledge: EventKnowledge): number | null {
  const { tokens } = annotated;
  let i = verb - 1;
  let perfect = false;
  while (i > 0 && ["ADV", "AUX"].includes(tokens[i]!.tag)) {
    if (knowledge.be.has(tokens[i]!.lower)) return null;
    if (knowledge.have.has(tokens[i]!.lower)) perfect = true;
    i--;
  }
  const { fine } = tokens[verb]!;
  if (!["VBD", "VBZ", "VBP"].includes(fine) && !(fine === "VBN" && perfect)) return null;
  if (knowledge.roles.agent.has(tokens[verb + 1]?.lower ?? "")) return null;
  if (i < 0 || !["NOUN", "PROPN"].includes(tokens[i]!.tag) || !acts(annotated, knowledge, i)) return null;
  return isObject(annotated, i) || isGoverned(annotated, i, knowledge) ? null : i;
}

/** "units with the help of the militia raided", "a town held by rebels was hit": what a preposition governs is no subject. */
function isGoverned(
  { tokens, times, quantities }: Annotated,
  head: number,
  knowledge: EventKnowledge,
): boolean {
  let i = head - 1;
  while (i >= 0 && ["ADJ", "NOUN", "PROPN", "NUM"].includes(tokens[i]!.tag)) {
    if (times.some((t) => t.from <= i && i < t.to)) return false;
    const counted = quantities.find((q) => q.from <= i && i < q.to);
    i = counted === undefined ? i - 1 : counted.from - 1;
    if (counted !== undefined) break;
  }
  if (tokens[i]?.tag === "DET") i--;
  if (i < 0 || tokens[i]!.tag !== "ADP") return false;
  return !knowledge.roles.of.has(tokens[i]!.lower) && !knowledge.origin.has(tokens[i]!.lower);
}

function verbIn(annotated: Annotated, found: Found<HappeningEntry>): number {
  for (let i = found.from; i < found.to; i++) if (annotated.tokens[i]!.tag === "VERB") return i;
  return found.from;
}
