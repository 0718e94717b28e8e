// Who does a happening to whom: perpetrator, target and the words for the weapon that stands in their place, from the tree.
// Comes in: an annotated sentence and one happening in it (verb or noun). Goes out: token ranges by role, most direct first.
// A subject that is a weapon ("rockets hit the port") is no perpetrator; a thing is a perpetrator only where it is an actor or a
// word for those who act (knowledge/events/roles). Abstains rather than guess: no role without its words.
import type { EventKnowledge, HappeningEntry } from "../../knowledge/events.js";
import type { ParsedSentence } from "../../model/syntax.js";
import type { Annotated, Found } from "./annotate.js";
import {
  afterVerb,
  isAccused,
  isArms,
  isBlamed,
  isCounted,
  isOfTime,
  isVerbal,
  targetAfter,
  targetAgainst,
} from "./aims.js";
import type { TokenRange } from "./noun-phrase.js";
import { caseOf, conjuncts, nounPhrase } from "./noun-phrase.js";
import {
  actorRange,
  acts,
  canAct,
  isThing,
  isWeaponPlatform,
  isWholePlace,
  named,
  together,
  withName,
} from "./role-words.js";

export interface Roles {
  readonly perpetrators: readonly TokenRange[];
  readonly targets: readonly TokenRange[];
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
  const patient = passive === undefined ? undefined : relativeHead(parsed, verb, passive);
  const subject = patient === undefined ? subjectOf(parsed, verb) : null;
  const { agent, object } = found.value;
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
  if (patient !== undefined && agent !== "weapon" && object !== "weapon" && object !== "none")
    targets.unshift(patient);
  if (
    agent === "perpetrator" &&
    patient === undefined &&
    !perpetrators.some((d) => acts(annotated, knowledge, d))
  ) {
    const near = actorBefore(annotated, verb, knowledge);
    if (near !== null) perpetrators.push(near);
  }
  if (object === "weapon" && targets.length === 0) {
    const aimed = weaponAimedAt(annotated, verb, knowledge);
    if (aimed !== null) targets.push(aimed);
  }
  return ranges(annotated, knowledge, perpetrators, targets, object === "people");
}

/** "engineers who were seized": the noun that a relative pronoun stands for. */
function relativeHead(parsed: ParsedSentence, verb: number, subject: number): number {
  const { relation, head } = parsed.tokens[verb]!;
  return relation === "acl:relcl" && head >= 0 && parsed.tokens[subject]!.tag === "PRON" ? head : subject;
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
    !acts(annotated, knowledge, subject)
  )
    return null;
  let object: number | null = null;
  for (let i = verb + 1; i < tokens.length && i - verb < 9; i++) {
    const { tag } = tokens[i]!;
    if (knowledge.roles.agent.has(tokens[i]!.lower)) return null;
    if (tag === "NOUN" || tag === "PROPN") object = i;
    else if (!["DET", "ADJ", "NUM", "PRON"].includes(tag)) break;
  }
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
  return i >= 0 && ["NOUN", "PROPN"].includes(tokens[i]!.tag) && acts(annotated, knowledge, i) ? i : null;
}

export function rolesOfNoun(
  annotated: Annotated,
  from: number,
  to: number,
  attack: boolean,
  knowledge: EventKnowledge,
): Roles {
  const { parsed } = annotated;
  if (knowledge.zero.has(annotated.tokens[from - 1]?.lower ?? "")) return { perpetrators: [], targets: [] };
  const head = headIn(annotated, from, to);
  const perpetrators: number[] = [];
  const targets: number[] = [];
  for (const d of parsed.dependents[head]!) {
    const token = parsed.tokens[d]!;
    const preposition = caseOf(parsed, d) ?? "";
    if (token.relation === "nmod" && knowledge.roles.agent.has(preposition)) perpetrators.push(d);
    if (token.relation === "nmod:poss" && attack) perpetrators.push(d);
    if (token.relation === "nmod" && !attack && knowledge.roles.of.has(preposition)) perpetrators.push(d);
    if (
      token.relation === "nmod" &&
      (knowledge.roles.target.has(preposition) || (attack && knowledge.roles.of.has(preposition)))
    )
      targets.push(d);
    if ((token.relation === "acl" || token.relation === "acl:relcl") && token.tag === "VERB") {
      for (const a of parsed.dependents[d]!) {
        const { relation } = parsed.tokens[a]!;
        const mark = caseOf(parsed, a) ?? "";
        if (relation === "obl:agent" || (relation === "obl" && knowledge.roles.agent.has(mark)))
          perpetrators.push(a);
        else if (relation === "obj" || (relation === "obl" && knowledge.roles.target.has(mark)))
          targets.push(a);
      }
    }
  }
  const carrier = carrierOf(parsed, head, knowledge);
  if (carrier !== null) {
    const subject = subjectOf(parsed, carrier);
    if (subject !== null && parsed.tokens[head]!.relation === "obj") perpetrators.push(subject);
    for (const d of parsed.dependents[carrier]!) {
      const { relation } = parsed.tokens[d]!;
      const mark = caseOf(parsed, d) ?? "";
      if (relation === "obl:agent" || (relation === "obl" && knowledge.roles.agent.has(mark)))
        perpetrators.push(d);
      if (relation === "obl" && knowledge.roles.target.has(mark)) targets.push(d);
    }
  }
  if (attack) targets.push(...undergoers(annotated, head, knowledge));
  if (isVerbal(annotated, from)) targets.length = 0;
  if (isBlamed(annotated, from, knowledge)) targets.length = 0;
  const after =
    (attack || isVerbal(annotated, from)) && targets.length === 0 && !isBlamed(annotated, from, knowledge)
      ? (targetAfter(annotated, to, isVerbal(annotated, from), knowledge) ??
        (attack ? targetAgainst(annotated, to, knowledge) : null))
      : null;
  if (after !== null) targets.push(after);
  const roles = ranges(annotated, knowledge, perpetrators, targets);
  const modifier = doerBefore(annotated, knowledge, from);
  if (modifier === null) return roles;
  return { ...roles, perpetrators: [...roles.perpetrators, ...together(annotated, modifier, knowledge)] };
}

/** "a warehouse was destroyed by an explosion": what a verb says that the happening did something to. */
function undergoers(annotated: Annotated, noun: number, knowledge: EventKnowledge): number[] {
  const { parsed } = annotated;
  const { relation, head } = parsed.tokens[noun]!;
  if (!relation.startsWith("obl") || head < 0 || !knowledge.roles.agent.has(caseOf(parsed, noun) ?? ""))
    return [];
  const verb = parsed.tokens[head]!;
  // people killed by it are counted, not attacked
  if (verb.fine !== "VBN" || annotated.casualties.some((c) => c.from <= head && head < c.to)) return [];
  const patient = parsed.dependents[head]!.find((d) => parsed.tokens[d]!.relation === "nsubj:pass");
  if (patient !== undefined) return [patient];
  return verb.relation.startsWith("acl") && verb.head >= 0 ? [verb.head] : [];
}

/** "Russian air strikes", "rebel shelling": the run of modifiers before the noun that names who acts. */
function doerBefore(annotated: Annotated, knowledge: EventKnowledge, from: number): TokenRange | null {
  const { tokens } = annotated;
  const before = annotated.actors.filter(
    (a) => a.to <= from && from - a.to <= 2 && run(annotated, a.to, from) && canAct(a.value),
  );
  const actor =
    before.findLast((a) => a.value.basis === "actor" && !a.value.loaded) ??
    before.findLast((a) => !a.value.loaded);
  if (actor !== undefined) return { from: actor.from, to: actor.to };
  const adjective = annotated.toponyms
    .filter((t) => t.value.adjectival && t.to <= from && from - t.to <= 2 && run(annotated, t.to, from))
    .at(-1);
  if (adjective !== undefined) {
    let to = adjective.to;
    while (to < from && knowledge.roles.doing.has(tokens[to]!.lower)) to++;
    return { from: adjective.from, to };
  }
  for (let i = from - 1; i >= Math.max(0, from - 3); i--) {
    if (knowledge.roles.doing.has(tokens[i]!.lower) && tokens[i]!.tag !== "VERB")
      return { from: i, to: i + 1 };
    if (!["ADJ", "NOUN", "PROPN"].includes(tokens[i]!.tag)) break;
  }
  return null;
}

function run(annotated: Annotated, from: number, to: number): boolean {
  return annotated.tokens
    .slice(from, to)
    .every(
      (token) => ["ADJ", "NOUN", "PROPN"].includes(token.tag) || token.lower === "'s" || token.lower === "'",
    );
}

function carrierOf(parsed: ParsedSentence, noun: number, knowledge: EventKnowledge): number | null {
  const token = parsed.tokens[noun]!;
  const head = token.head;
  if (head < 0 || !["obj", "nsubj:pass"].includes(token.relation)) return null;
  return knowledge.roles.carriers.has(parsed.tokens[head]!.lower) ? head : null;
}

/** Own subject, or that of the verb it is joined to or hangs on; for a relative clause the noun it describes. */
function subjectOf(parsed: ParsedSentence, verb: number): number | null {
  let at = verb;
  for (let steps = 0; steps < 4; steps++) {
    const token = parsed.tokens[at]!;
    const own = parsed.dependents[at]!.find((d) => parsed.tokens[d]!.relation === "nsubj");
    if (own !== undefined) {
      if (own > at) return null;
      const relative = parsed.tokens[own]!.tag === "PRON" && token.relation === "acl:relcl";
      return relative && token.head >= 0 ? token.head : own;
    }
    if (parsed.dependents[at]!.some((d) => parsed.tokens[d]!.relation === "nsubj:pass"))
      return at === verb
        ? null
        : parsed.dependents[at]!.find((d) => parsed.tokens[d]!.relation === "nsubj:pass")!;
    if (token.relation === "acl" && token.fine === "VBG") return token.head;
    if (
      !["conj", "xcomp", "advcl", "ccomp"].includes(token.relation) ||
      token.head < 0 ||
      token.relation === "ccomp"
    )
      return null;
    at = token.head;
  }
  return null;
}

function ranges(
  annotated: Annotated,
  knowledge: EventKnowledge,
  perpetrators: readonly number[],
  targets: readonly number[],
  /** People are what is taken: no word for them is too general, no number makes them casualties. */
  people = false,
): Roles {
  const { parsed } = annotated;
  const isWeapon = (i: number) =>
    annotated.weapons.some(
      (w) => w.from <= i && i < w.to && w.value.as !== "platform" && w.value.as !== "trace",
    );
  const doers = perpetrators
    .flatMap((head) => conjuncts(parsed, head))
    .filter(
      (head) =>
        !isWeapon(head) &&
        !annotated.nouns.some((n) => n.from <= head && head < n.to) &&
        acts(annotated, knowledge, head),
    );
  const hit = targets
    .flatMap((head) => [head])
    .filter(
      (head) =>
        !isWeapon(head) &&
        !isWeaponPlatform(annotated, head) &&
        ["NOUN", "PROPN"].includes(parsed.tokens[head]!.tag),
    )
    .filter((head) => people || !knowledge.roles.empty_targets.has(parsed.tokens[head]!.lower))
    .filter((head) => people || !isCounted(annotated, head))
    .filter((head) => !isAccused(annotated, head, knowledge))
    .filter((head) => !annotated.speech.some((s) => s.from <= head && head < s.to))
    .filter((head) => !isWholePlace(annotated, head))
    .filter((head) => !isOfTime(annotated, head))
    .filter((head) => ![...annotated.nouns, ...annotated.verbs].some((n) => n.from <= head && head < n.to));
  return {
    perpetrators: unique(
      doers.flatMap((head) => {
        const range =
          named(annotated, head, knowledge) ??
          actorRange(annotated, head, knowledge) ??
          nounPhrase(parsed, head, true, knowledge.roles.of);
        return together(annotated, range, knowledge);
      }),
    ),
    targets: unique(
      hit.map((head) =>
        withName(
          annotated,
          afterVerb(annotated, nounPhrase(parsed, head, true, knowledge.roles.of), head),
          head,
        ),
      ),
    ),
  };
}

function verbIn(annotated: Annotated, found: Found<HappeningEntry>): number {
  for (let i = found.from; i < found.to; i++) if (annotated.tokens[i]!.tag === "VERB") return i;
  return found.from;
}

/** The token of the range that all others hang on. */
function headIn(annotated: Annotated, from: number, to: number): number {
  for (let i = to - 1; i >= from; i--) {
    const { head } = annotated.parsed.tokens[i]!;
    if (head < from || head >= to) return i;
  }
  return to - 1;
}

function unique(list: readonly TokenRange[]): TokenRange[] {
  return list.filter(
    (range, i) => list.findIndex((other) => other.from === range.from && other.to === range.to) === i,
  );
}
