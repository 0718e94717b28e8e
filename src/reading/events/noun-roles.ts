// Roles around a noun that tells of a happening: "by", "of", "on", the words before it, and the verb that only carries it.
// Comes in: an annotated sentence and the noun. Goes out: who acts and what is attacked. Knowledge: knowledge/events/roles.
// Leaves alone: verbs (verb-roles.ts).
import type { EventKnowledge } from "../../knowledge/events.js";
import type { ParsedSentence } from "../../model/syntax.js";
import { isBlamed, isVerbal, targetAfter, targetAgainst } from "./aims.js";
import type { Annotated } from "./annotate.js";
import type { TokenRange } from "./noun-phrase.js";
import { caseOf } from "./noun-phrase.js";
import { canAct, together } from "./role-words.js";
import { ranges, subjectOf, type Roles } from "./roles.js";
import { phraseAt, subjectBefore, tailOf } from "./word-order.js";

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
  // "the killing of a minister": who is killed is counted
  const takesOf = attack && !annotated.nouns.some((n) => n.from === from && n.value.object === "none");
  // "the senator's murder", but "the gang's murder of a senator"
  const owned =
    annotated.nouns.some((n) => n.from === from && n.value.owner !== "perpetrator") &&
    !knowledge.roles.of.has(annotated.tokens[to]?.lower ?? "");
  const perpetrators: number[] = [];
  const targets: number[] = [];
  for (const d of parsed.dependents[head]!) {
    const token = parsed.tokens[d]!;
    const preposition = caseOf(parsed, d) ?? "";
    if (
      token.relation === "nmod" &&
      knowledge.roles.agent.has(preposition) &&
      !isAgentOfOther(annotated, to, d, knowledge)
    )
      perpetrators.push(d);
    if (token.relation === "nmod:poss" && owned && token.fine !== "PRP$") targets.push(d);
    else if (token.relation === "nmod:poss" && attack && !owned) perpetrators.push(d);
    if (token.relation === "nmod" && !attack && knowledge.roles.of.has(preposition)) perpetrators.push(d);
    if (
      token.relation === "nmod" &&
      (knowledge.roles.target.has(preposition) || (takesOf && knowledge.roles.of.has(preposition)))
    )
      targets.push(d);
    if ((token.relation === "acl" || token.relation === "acl:relcl") && token.tag === "VERB") {
      for (const a of parsed.dependents[d]!) {
        const { relation } = parsed.tokens[a]!;
        const mark = caseOf(parsed, a) ?? "";
        const doer = relation === "obl:agent" || (relation === "obl" && knowledge.roles.agent.has(mark));
        if (doer && !isAgentOfOther(annotated, to, a, knowledge)) perpetrators.push(a);
        else if (
          (relation === "obj" && isAimed(annotated, d, knowledge)) ||
          (relation === "obl" && knowledge.roles.target.has(mark))
        )
          targets.push(a);
      }
    }
  }
  if (annotated.nouns.some((n) => n.from === from && n.value.agent === "target")) {
    const patient = patientOf(parsed, head);
    if (patient !== null) targets.push(patient);
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
  perpetrators.push(...sidesOf(annotated, to, knowledge));
  const taker = takerOf(annotated, from, knowledge);
  if (taker !== null) perpetrators.push(taker);
  const told = ranges(annotated, knowledge, perpetrators, targets);
  const tail = tailOf(annotated, to, takesOf, knowledge);
  const open = !isVerbal(annotated, from) && !isBlamed(annotated, from, knowledge);
  const followed = ranges(annotated, knowledge, tail.agents, open ? tail.aims : []);
  const roles = {
    perpetrators: told.perpetrators.length > 0 ? told.perpetrators : followed.perpetrators,
    targets: told.targets.length > 0 ? told.targets : followed.targets,
  };
  const blamed = attack ? blamedFor(annotated, from, knowledge) : null;
  if (blamed !== null && roles.perpetrators.length === 0) return { ...roles, perpetrators: [blamed] };
  const modifier = owned && isOwnedNoun(annotated, from) ? null : doerBefore(annotated, knowledge, from);
  if (modifier === null) return roles;
  return { ...roles, perpetrators: [...roles.perpetrators, ...together(annotated, modifier, knowledge)] };
}

/** "the senator's murder", "the judge's brutal murder": an owner before the noun. */
function isOwnedNoun({ tokens }: Annotated, from: number): boolean {
  let i = from - 1;
  while (i >= 0 && tokens[i]!.tag === "ADJ") i--;
  return tokens[i]?.fine === "POS";
}

/** "residents blamed Fulani herders for the attack": several people, or a name, that no table need know. */
function blamedFor(annotated: Annotated, noun: number, knowledge: EventKnowledge): TokenRange | null {
  const { tokens } = annotated;
  const start = (to: number) => {
    let from = to;
    while (from > 0 && ["DET", "ADJ", "NOUN", "PROPN"].includes(tokens[from - 1]!.tag)) from--;
    return from;
  };
  const mark = start(noun) - 1;
  if (mark < 1 || !knowledge.roles.blamed_for.has(tokens[mark]!.lower)) return null;
  let from = start(mark);
  const last = tokens[mark - 1]!;
  const people = last.tag === "PROPN" || (last.fine === "NNS" && from < mark - 1);
  if (from === mark || !people || !knowledge.roles.blaming.has(tokens[from - 1]?.lower ?? "")) return null;
  while (from < mark - 1 && tokens[from]!.tag === "DET") from++;
  return { from, to: mark };
}

/** "the ferry came under fire", "the post was under attack": the subject. */
function patientOf(parsed: ParsedSentence, noun: number): number | null {
  const own = parsed.dependents[noun]!.find((d) => parsed.tokens[d]!.relation === "nsubj");
  if (own !== undefined) return own;
  const { head } = parsed.tokens[noun]!;
  return head >= 0 && parsed.tokens[head]!.tag === "VERB" ? subjectOf(parsed, head) : null;
}

/** "the raid on a village held by rebels": whoever does another deed than the noun's before "by" did nothing here. */
function isAgentOfOther(
  annotated: Annotated,
  from: number,
  head: number,
  knowledge: EventKnowledge,
): boolean {
  const { tokens, verbs } = annotated;
  const mark = annotated.parsed.dependents[head]!.find(
    (d) => d >= from && d < head && knowledge.roles.agent.has(tokens[d]!.lower),
  );
  if (mark === undefined || mark === from) return false;
  const other = tokens.slice(from, mark - 1).some(({ tag }) => tag === "NOUN" || tag === "PROPN");
  // "mines planted by rebels"
  if (!other || annotated.weapons.some((w) => w.to === mark - 1)) return false;
  const { fine, lower } = tokens[mark - 1]!;
  const done = verbs.some((v) => v.from < mark && mark <= v.to) || knowledge.roles.carriers.has(lower);
  return fine === "VBN" && !done;
}

/** "an attack targeting X", "the strike that hit X", no "attack that took the war to X". */
function isAimed({ tokens, verbs }: Annotated, verb: number, knowledge: EventKnowledge): boolean {
  if (knowledge.roles.target.has(tokens[verb]!.lower)) return true;
  return verbs.some((v) => v.from <= verb && verb < v.to && v.value.object === "target");
}

/** "rebels took part in the attack", "the army was behind the raid". */
function takerOf(annotated: Annotated, noun: number, knowledge: EventKnowledge): number | null {
  const { tokens } = annotated;
  let i = noun - 1;
  while (i >= 0 && ["DET", "ADJ", "NOUN", "PROPN", "NUM"].includes(tokens[i]!.tag)) i--;
  const lower = (at: number) => tokens[at]?.lower;
  for (let at = Math.max(0, i - 4); at <= i; at++) {
    const phrase = knowledge.partIn.longestAt(lower, at);
    if (phrase === null || at + phrase.words.length !== i + 1) continue;
    if (tokens.slice(Math.max(0, at - 3), at).some((token) => knowledge.negation.has(token.lower)))
      return null;
    return subjectBefore(annotated, at);
  }
  return null;
}

/** "clashes on Monday between the army and rebels": each side does it. */
function sidesOf(annotated: Annotated, at: number, knowledge: EventKnowledge): number[] {
  const { tokens } = annotated;
  if (!annotated.nouns.some((n) => n.to === at && n.value.family === "clash")) return [];
  const stop = Math.min(tokens.length, at + 12);
  let i = at;
  while (i < stop && !knowledge.roles.between.has(tokens[i]!.lower) && tokens[i]!.tag !== "PUNCT") i++;
  if (i >= stop || tokens[i]!.tag === "PUNCT") return [];
  const first = phraseAt(annotated, i + 1);
  if (first === null) return [];
  let joint = first.to;
  const end = Math.min(tokens.length, first.to + 8);
  while (joint < end && !knowledge.roles.joint.has(tokens[joint]!.lower)) joint++;
  const second = joint < end ? phraseAt(annotated, joint + 1) : null;
  return second === null ? [] : [first.head, second.head];
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
  const aside = asideBefore(annotated, from);
  const before = annotated.actors.filter(
    (a) =>
      (a.to === aside || (a.to <= from && from - a.to <= 2 && run(annotated, a.to, from))) && canAct(a.value),
  );
  const actor =
    before.find((a) => a.to === aside) ??
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

/** "the Northern Front (once the Northern League) surprise raid": where the brackets before the noun open. */
function asideBefore(annotated: Annotated, from: number): number | null {
  const { tokens } = annotated;
  let i = from - 1;
  while (i >= 0 && from - i <= 3 && tokens[i]!.tag !== "PUNCT") i--;
  if (tokens[i]?.text !== ")") return null;
  while (i >= 0 && from - i <= 12 && tokens[i]!.text !== "(") i--;
  return tokens[i]?.text === "(" ? i : null;
}

function run(annotated: Annotated, from: number, to: number): boolean {
  return annotated.tokens
    .slice(from, to)
    .every((token) => ["ADJ", "NOUN", "PROPN"].includes(token.tag) || /^'\p{L}?$/u.test(token.lower));
}

function carrierOf(parsed: ParsedSentence, noun: number, knowledge: EventKnowledge): number | null {
  const token = parsed.tokens[noun]!;
  const head = token.head;
  if (head < 0 || !["obj", "nsubj:pass"].includes(token.relation)) return null;
  return knowledge.roles.carriers.has(parsed.tokens[head]!.lower) ? head : null;
}

/** The token of the range that all others hang on. */
function headIn(annotated: Annotated, from: number, to: number): number {
  for (let i = to - 1; i >= from; i--) {
    const { head } = annotated.parsed.tokens[i]!;
    if (head < from || head >= to) return i;
  }
  return to - 1;
}
