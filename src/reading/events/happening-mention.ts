// Finds the mentions of happenings in a sentence, with everything told there (mention.ts). A sentence is one stretch
// unless words part it ("a day after", "meanwhile") with happenings on both sides. What is not told as having happened (threats,
// plans, generalities) is marked; the assembly decides. Knowledge: knowledge/events/context.
import type { EventKnowledge } from "../../knowledge/events.js";
import type { PhraseIndex } from "../../knowledge/phrases.js";
import type { Annotated } from "./annotate.js";
import type { ClaimDraft } from "./claim-draft.js";
import { typeOf } from "./event-type.js";
import {
  isDefinite,
  isSetAfter,
  openingOf,
  datedClauses,
  opensOtherSide,
  setBeside,
  ownClauses,
  separators,
  sequels,
} from "./mention-cuts.js";
import { ofComment } from "./mention-anchors.js";
import { placesOf } from "./mention-places.js";
import type { Opening } from "./mention-cuts.js";
import { isOfLongTime } from "./long-time.js";
import {
  isBareSubject,
  isIndefinite,
  isInName,
  opensAnother,
  opensAt,
  setsScene,
  tellsAnother,
  inKeyWords,
} from "./mention-cues.js";
import { rolesOfNoun } from "./noun-roles.js";
import { rolesOfVerb } from "./verb-roles.js";
import type { HappeningMention, Trigger } from "./mention.js";
import type { TokenRange } from "./noun-phrase.js";
import { findTriggers, isSupport, supported } from "./triggers.js";
import { withoutWrecked, wreckedArms } from "./wrecked-arms.js";

/** The mentions of one sentence; `drafts` are the casualty and pattern claims found in it. */
export function findMentions(
  given: Annotated,
  drafts: readonly ClaimDraft[],
  knowledge: EventKnowledge,
): HappeningMention[] {
  const wrecked = wreckedArms(given, knowledge);
  const annotated = withoutWrecked(given, wrecked);
  const triggers = findTriggers(annotated, drafts, wrecked, knowledge);
  if (triggers.length === 0) return [];
  const sequelRanges = sequels(annotated, knowledge);
  const sequelCuts = sequelRanges.map((range) => range.to);
  const parting = separators(annotated, knowledge);
  const opening = openingOf(annotated, knowledge);
  const clauses = ownClauses(annotated, triggers, knowledge).filter(
    ({ from }) => !parting.some((at) => at <= from && from - at <= 3),
  );
  const cuts = [
    ...new Set([
      ...clauses.flatMap((range) => [range.from, range.to]).filter((at) => at < annotated.tokens.length),
      ...parting,
      ...datedClauses(annotated),
      ...(opening === null ? [] : [opening.end]),
      ...sequelRanges
        .flatMap((range) => [range.from, range.to])
        .filter((at) => at > 0 && at < annotated.tokens.length),
    ]),
  ]
    .sort((a, b) => a - b)
    .filter((at) => triggers.some((t) => t.to <= at) && triggers.some((t) => t.from >= at));
  const edges = [0, ...cuts, annotated.tokens.length];
  const mentions: HappeningMention[] = [];
  for (let k = 0; k + 1 < edges.length; k++) {
    const [from, to] = [edges[k]!, edges[k + 1]!];
    // what the rest tells came later: neither its day nor what was done there is the happening's
    const opens = opening !== null && from < opening.end;
    const ownEnd = opens && tellsNoMore(opening, triggers, drafts) ? opening.end : to;
    const inside = <T extends TokenRange>(items: readonly T[]) =>
      items.filter((item) => item.from >= from && item.from < to);
    // "came hours before ministers met in Aden": where and when that was is none of the happening before it
    const set = setBeside(annotated, from, to, triggers, knowledge);
    const own = supported(inside(triggers), inside(annotated.weapons), inside(drafts));
    if (own.length === 0) continue;
    // what stands in an opening that tells of none is no part of the happening told after it
    const ownStart =
      opens && opening.end < to && own.every((t) => t.from >= opening.end) ? opening.end : from;
    const speech = annotated.speech;
    const spoken = (item: TokenRange) => speech.some((s) => s.from <= item.from && item.to <= s.to);
    const weapons = inside(annotated.weapons).filter((w) => !isSupport(annotated, w.from, knowledge));
    const perpetrators: TokenRange[] = [];
    const targets: TokenRange[] = [];
    for (const trigger of own) {
      if (trigger.happening === null && trigger.weapon === null) continue;
      const roles =
        trigger.happening !== null && trigger.verbal
          ? rolesOfVerb(
              annotated,
              { from: trigger.from, to: trigger.to, value: trigger.happening },
              knowledge,
            )
          : rolesOfNoun(annotated, trigger.from, trigger.to, trigger.weapon?.as !== "munition", knowledge);
      addAll(
        perpetrators,
        roles.perpetrators.filter(
          (range) => !spoken(range) && !inKeyWords(annotated, range.from, knowledge) && range.from < ownEnd,
        ),
      );
      // "gunmen on motorcycles": what those who act sit on
      if (
        trigger.weapon?.as === "trace" &&
        knowledge.roles.doers.has(annotated.tokens[trigger.to - 1]!.lower)
      )
        continue;
      addAll(
        targets,
        roles.targets.filter((range) => range.from < ownEnd),
      );
    }
    const stateActs =
      perpetrators.length === 0 ? null : perpetrators.some((range) => isState(annotated, range, knowledge));
    const controlVerb = own.some((t) => t.verbal && t.happening?.family === "control");
    const type = typeOf({
      weapons: weapons.map((w) => w.value),
      happenings: own.flatMap((t) => (t.happening === null ? [] : [t.happening])),
      stateActs,
      controlVerb,
    });
    const times = inside(annotated.times).filter(
      (t) => t.value.locatesEvents && t.from >= ownStart && t.from < Math.min(ownEnd, set),
    );
    mentions.push({
      annotated,
      from,
      to,
      triggers: own,
      type: type?.type ?? null,
      typeBy: type?.by ?? "none",
      weapons,
      times,
      spoken: times.filter((t) => ofComment(annotated, own, t, knowledge)),
      places: placesOf(annotated, ownStart, to, knowledge).filter((t) => t.from < set),
      roles: {
        perpetrators,
        targets: targets.filter((range) => !perpetrators.some((p) => p.from === range.from)),
      },
      drafts: drafts.filter((draft) => draft.from >= from && draft.from < to),
      definite: isDefiniteTrigger(annotated, own, knowledge),
      indefinite:
        isIndefinite({ annotated, triggers: own }, knowledge) ||
        isBareSubject(annotated, own, mainTrigger(annotated, own)),
      inPassing: isInPassing(annotated, mainTrigger(annotated, own)),
      habitual: isHabitual(annotated, mainTrigger(annotated, own), targets, knowledge),
      sequel: sequelCuts.some((at) => at === from),
      setAfter: isSetAfter(annotated, own, from, knowledge),
      longBefore: opens && opening.later && to <= opening.end,
      otherSide: opensOtherSide(annotated, from, knowledge),
      another: tellsAnother(annotated, own, from, to, knowledge),
      beside: opensAt(annotated, knowledge.context.beside, from),
      separate: from === 0 && opensAnother(annotated, own, knowledge),
      scene: from === 0 && setsScene(annotated, knowledge),
      answer: near(annotated, knowledge.context.answer, from, to),
      general:
        isOfLongTime(annotated, own, from, to, knowledge) ||
        (annotated.sentence.index > HEAD &&
          times.every((t) => t.value.date === null) &&
          inside(drafts).some(killedHundreds)) ||
        (!drafts.some((draft) => draft.from >= from && draft.from < to) &&
          isOfAKind(annotated, mainTrigger(annotated, own), knowledge)),
      earlier: isEarlier(annotated, from, to, knowledge),
    });
  }
  return mentions;

  /** "the strikes have killed hundreds": about so many, in the perfect and on no day, are those of a long time. */
  function killedHundreds(draft: ClaimDraft): boolean {
    return (
      draft.attribute === "killed" &&
      draft.value.count.approx === true &&
      (draft.value.count.min ?? 0) >= HUNDREDS &&
      annotated.tokens
        .slice(Math.max(0, draft.from - 2), draft.to)
        .some(({ lower }) => knowledge.have.has(lower))
    );
  }
}

const HUNDREDS = 200;
/** Sentences at the head of a text, which may tell them as its news. */
const HEAD = 3;

/** Nothing after the opening tells of the happening; of its dead, only what became known later. */
function tellsNoMore(
  { end, later }: Opening,
  triggers: readonly Trigger[],
  drafts: readonly ClaimDraft[],
): boolean {
  return triggers.every((t) => t.to <= end) && (later || drafts.every((draft) => draft.to <= end));
}

/** Neither the verb of a main clause nor what that verb is about. */
function isInPassing(annotated: Annotated, trigger: Trigger): boolean {
  const depth = Math.min(
    ...Array.from({ length: trigger.to - trigger.from }, (_, k) => depthOf(annotated, trigger.from + k)),
  );
  return depth > (trigger.verbal ? 3 : 2);
}

/** "Drone attacks have grown", "rocket strikes trouble the town": many of a kind, without number or article, and no one time. */
function isOfAKind(annotated: Annotated, trigger: Trigger, knowledge: EventKnowledge): boolean {
  const { tokens, times, quantities } = annotated;
  const last = tokens[trigger.to - 1]!;
  const before = tokens[trigger.from - 1];
  if (trigger.verbal || last.fine !== "NNS" || last.head < 0) return false;
  if (!last.relation.startsWith("nsubj"))
    return (
      last.relation === "obj" &&
      times.every((t) => t.value.date === null) &&
      carriedOn(annotated, last.head, knowledge)
    );
  if (knowledge.goingOn.has(tokens[last.head]!.lower) && hasPerfect(annotated, last.head, knowledge))
    return true;
  if (before !== undefined && before.tag !== "PUNCT") return false;
  if (times.some((t) => t.value.locatesEvents && t.value.date !== null)) return false;
  if (quantities.some((q) => q.to === trigger.from)) return false;
  return ["VBP", "VBZ"].includes(tokens[last.head]!.fine) || hasPerfect(annotated, last.head, knowledge);
}

function hasPerfect({ parsed, tokens }: Annotated, verb: number, knowledge: EventKnowledge): boolean {
  return parsed.dependents[verb]!.some((d) => knowledge.have.has(tokens[d]!.lower));
}

/** "has been carrying out": going on, and no one time. */
function carriedOn(annotated: Annotated, verb: number, knowledge: EventKnowledge): boolean {
  return annotated.tokens[verb]!.fine === "VBG" && hasPerfect(annotated, verb, knowledge);
}

/** A verb in the present perfect over several targets. */
function isHabitual(
  annotated: Annotated,
  trigger: Trigger,
  targets: readonly TokenRange[],
  knowledge: EventKnowledge,
): boolean {
  if (!trigger.verbal || targets.length === 0) return false;
  return (
    hasPerfect(annotated, trigger.from, knowledge) &&
    // "forty farmers have been kidnapped": so many, once
    !annotated.quantities.some(
      (q) =>
        !q.value.article &&
        q.value.count.min === q.value.count.max &&
        targets.some((r) => q.from < r.to && r.from < q.to),
    ) &&
    targets.every((range) =>
      annotated.tokens.slice(range.from, range.to).some((token) => token.fine === "NNS"),
    )
  );
}

/** The trigger that the stretch is about: the one nearest to the root of the tree; the first of equals. */
function mainTrigger(annotated: Annotated, triggers: readonly Trigger[]): Trigger {
  const depth = (t: Trigger) => {
    let least = Infinity;
    for (let i = t.from; i < t.to; i++) least = Math.min(least, depthOf(annotated, i));
    return least;
  };
  return triggers.reduce((best, t) => (depth(t) < depth(best) ? t : best));
}

function depthOf(annotated: Annotated, at: number): number {
  let depth = 0;
  for (let i = at; i >= 0 && depth < 30; i = annotated.tokens[i]!.head) depth++;
  return depth;
}

/** "the raid", and "the raid hit a mill": the noun itself, or as the subject of the verb that the stretch is about. */
function isDefiniteTrigger(
  annotated: Annotated,
  triggers: readonly Trigger[],
  knowledge: EventKnowledge,
): boolean {
  const main = mainTrigger(annotated, triggers);
  if (!main.verbal) return isDefinite(annotated, main.from, knowledge);
  if (main.happening?.id === "killing" && dieInThe(annotated, main, triggers, knowledge)) return true;
  const deeds = [...annotated.nouns, ...annotated.weapons.filter(({ value }) => value.as === "strike")];
  return deeds.some(({ from, to }) => {
    if (to > main.from || !isDefinite(annotated, from, knowledge)) return false;
    const { head, relation } = annotated.tokens[to - 1]!;
    const isSubject = relation.startsWith("nsubj") && head >= main.from && head < main.to;
    return isSubject || onlyHelpers(annotated, to, main.from);
  });
}

/** "were wounded in the attack": of the dead and hurt nothing else is told but what the noun points back to. */
function dieInThe(
  annotated: Annotated,
  main: Trigger,
  triggers: readonly Trigger[],
  knowledge: EventKnowledge,
): boolean {
  const { tokens } = annotated;
  const others = triggers.filter((t) => t !== main && t.happening?.id !== "killing");
  return (
    others.length === 1 &&
    !others[0]!.verbal &&
    others[0]!.from > main.from &&
    knowledge.definite.has(tokens[others[0]!.from - 1]!.lower) &&
    tokens[others[0]!.from - 2]?.tag === "ADP"
  );
}

/** "The bombardment also struck": nothing but small words between. */
function onlyHelpers({ tokens }: Annotated, from: number, to: number): boolean {
  return tokens.slice(from, to).every(({ tag }) => tag === "AUX" || tag === "ADV");
}

function near(annotated: Annotated, phrases: PhraseIndex<string>, from: number, to: number): boolean {
  const lower = (i: number) => annotated.tokens[i]?.lower;
  for (let i = from; i < to; i++)
    if (phrases.longestAt(lower, i) !== null && !isInName(annotated, i)) return true;
  return false;
}

/** Told as earlier than the news; "said it had shot down a drone" is only what is said of the past. */
function isEarlier(annotated: Annotated, from: number, to: number, knowledge: EventKnowledge): boolean {
  const lower = (i: number) => annotated.tokens[i]?.lower;
  for (let i = from; i < to; i++) {
    const phrase = knowledge.context.earlier.longestAt(lower, i);
    if (phrase === null || isInName(annotated, i)) continue;
    const perfect = phrase.words.length === 1 && knowledge.have.has(phrase.words[0]!);
    if (!perfect || !annotated.speech.some((s) => s.from >= from && s.to <= i)) return true;
  }
  return false;
}

function isState(annotated: Annotated, range: TokenRange, { roles }: EventKnowledge): boolean {
  // "pro-government fighters"
  if (annotated.tokens.slice(range.from, range.to).some(({ lower }) => roles.for_state.has(lower)))
    return true;
  return annotated.actors.some(
    (a) =>
      a.from < range.to &&
      range.from < a.to &&
      ["military", "government", "police"].includes(a.value.sourceKind),
  );
}

function addAll(list: TokenRange[], more: readonly TokenRange[]): void {
  for (const range of more)
    if (!list.some((other) => other.from < range.to && range.from < other.to)) list.push(range);
}
