// Killed and injured: binds casualty words to the people groups they count, in one sentence.
// Comes in: an annotated sentence and its people groups. Goes out: drafts of killed and injured claims. A word with two readings
// ("3 killed 38 injured", "killed 3") takes the people after it unless a form of "be" makes it passive or those people belong to
// the next casualty word. Parts ("including 3 children") are claims of their own. Knowledge: knowledge/events/casualties.
// Leaves alone: which event they belong to, who says so.
import type { CasualtyWord, EventKnowledge } from "../../knowledge/events.js";
import type { Count } from "../../model/count.js";
import type { Annotated, Found } from "./annotate.js";
import { spanOf } from "./annotate.js";
import {
  adjacent,
  amongBefore,
  amongTheDead,
  belongsToNext,
  isPassive,
  joinedAfter,
  leftGroups,
  mainAndParts,
  partsAfter,
  skippable,
} from "./casualty-groups.js";
import { laterDeath, sharesOf, tolls, zeroBefore } from "./casualty-tolls.js";
import type { ClaimDraft } from "./claim-draft.js";
import { OF_WOUNDS, PART } from "./claim-draft.js";
import { namedVictims } from "./named-victims.js";
import type { PeopleGroup } from "./people-groups.js";

type CasualtyAttribute = "killed" | "injured";

export function findCasualties(
  annotated: Annotated,
  told: readonly PeopleGroup[],
  knowledge: EventKnowledge,
  text: string,
): ClaimDraft[] {
  const groups = told.filter(
    (group) => !isSource(annotated, group) && !isCorrected(annotated, group, knowledge),
  );
  const drafts: ClaimDraft[] = [];
  const taken = new Set<PeopleGroup>();
  const emit = (
    attributes: readonly CasualtyAttribute[],
    count: Count,
    who: string | null,
    from: number,
    to: number,
    rule: string,
  ) => {
    for (const attribute of attributes)
      drafts.push({
        attribute,
        value: { count, who },
        sentence: annotated.sentence.index,
        from,
        to,
        step: { stage: "casualties", rule, span: spanOf(annotated, from, to) },
      });
  };
  annotated.casualties.forEach((word, index) => {
    const { attributes } = word.value;
    const next = annotated.casualties[index + 1];
    const previous = annotated.casualties[index - 1];
    const reading = bind(annotated, groups, knowledge, word, previous, next, taken);
    if (reading === null) {
      const zero = zeroBefore(annotated, knowledge, word);
      if (zero !== null) emit(attributes, { min: 0, max: 0 }, null, zero, word.to, "none");
      return;
    }
    const { main, parts, rule } = reading;
    const death = attributes.includes("injured") ? deathOfHurt(annotated, main, word, next) : null;
    if (main !== null && death !== null) {
      taken.add(main);
      emit(["killed"], main.count, main.who, main.from, death.to, OF_WOUNDS);
      return;
    }
    if (main !== null && !(main.uncounted && main.count.max !== 1)) {
      taken.add(main);
      emit(
        attributes,
        main.count,
        main.who,
        Math.min(main.from, word.from),
        Math.max(main.to, word.to),
        rule,
      );
    }
    for (const group of reading.beside ?? []) {
      if (group.uncounted && group.count.max !== 1) continue;
      taken.add(group);
      emit(
        attributes,
        group.count,
        group.who,
        Math.min(group.from, word.from),
        Math.max(group.to, word.to),
        "beside",
      );
    }
    for (const part of parts) taken.add(part);
    for (const part of parts.flatMap((group) => group.singles ?? [group])) {
      if (part.uncounted && part.count.max !== 1) continue;
      emit(
        attributes,
        part.count,
        part.who,
        Math.min(part.from, word.from),
        Math.max(part.to, word.to),
        PART,
      );
    }
  });
  const among = amongTheDead(annotated, groups, knowledge);
  for (const group of among?.groups ?? [])
    if (!taken.has(group) && !(group.uncounted && group.count.max !== 1))
      emit([among!.attribute], group.count, group.who, group.from, group.to, PART);
  for (const victims of namedVictims(annotated, knowledge, text)) {
    // "the killing of district judge Arno Vell": the judge is who is named
    const same = drafts.filter(
      (draft) =>
        draft.attribute === victims.attribute &&
        sameCount(draft, { min: victims.names, max: victims.names }) &&
        draft.from >= victims.from - 1 &&
        draft.to <= victims.to,
    );
    for (const draft of same) drafts.splice(drafts.indexOf(draft), 1);
    emit(
      [victims.attribute],
      { min: victims.names, max: victims.names },
      victims.who,
      victims.from,
      victims.to,
      victims.rule,
    );
  }
  for (const toll of tolls(annotated, knowledge)) {
    // "a toll of 31 people killed": told already
    const told = drafts.some(
      (d) =>
        d.attribute === toll.attribute && d.from < toll.to && toll.from < d.to && sameCount(d, toll.count),
    );
    const who = groups.find((g) => g.from >= toll.from && g.to <= toll.headTo)?.who ?? null;
    if (!told) emit([toll.attribute], toll.count, who, toll.from, toll.to, "toll");
  }
  for (const share of sharesOf(annotated, knowledge, text))
    emit([share.attribute], share.count, share.who, share.from, share.to, share.rule);
  return drafts;
}

function sameCount({ value }: ClaimDraft, { min, max }: Count): boolean {
  const { count } = value as { readonly count: Count };
  return count.min === min && count.max === max;
}

/** "a child who was wounded in the strike died": one death, told with how it came. */
function deathOfHurt(
  annotated: Annotated,
  main: PeopleGroup | null,
  word: Found<CasualtyWord>,
  next: Found<CasualtyWord> | undefined,
): Found<CasualtyWord> | null {
  if (main === null || main.uncounted || main.from > word.from) return null;
  const relative = annotated.tokens.slice(main.to, word.from).some(({ fine }) => fine === "WP");
  return relative ? laterDeath(annotated, word, next) : null;
}

/** "A suicide bomber killed the minister": the subject of a verb that has its object is none of the dead. */
function isDoer(
  { tokens, parsed, weapons }: Annotated,
  group: PeopleGroup,
  { from, to }: Found<CasualtyWord>,
): boolean {
  const after = tokens[to];
  return (
    weapons.some((weapon) => weapon.from < group.to && group.from < weapon.to) &&
    group.to === from &&
    after !== undefined &&
    ["DET", "PROPN", "NOUN", "ADJ", "PRON"].includes(after.tag) &&
    parsed.tokens[from]!.relation !== "acl"
  );
}

/** "… 84 people, a rescue worker said": who tells of it is not among them. */
function isSource(annotated: Annotated, group: PeopleGroup): boolean {
  return (
    (group.uncounted || group.count.max === 1) &&
    annotated.speech.some((s) => s.from < group.to && group.from < s.to)
  );
}

/** "16 people, not 18, were killed": the number that was not. */
function isCorrected(
  { tokens }: Annotated,
  { from, count }: PeopleGroup,
  { negation }: EventKnowledge,
): boolean {
  return count.max !== 1 && negation.has(tokens[from - 1]?.lower ?? "") && tokens[from - 2]?.tag === "PUNCT";
}

function isOne({ count, uncounted }: PeopleGroup): boolean {
  return count.max === 1 || uncounted;
}

/** "a bomber killed 30 people injured 90": the second word has its own number, and the first one's is before it. */
function hasOwnCount(groups: readonly PeopleGroup[], next: Found<CasualtyWord> | undefined): boolean {
  return (
    next !== undefined && groups.some((g) => g.from === next.to && !g.uncounted && (g.count.min ?? 0) > 1)
  );
}

interface Binding {
  readonly main: PeopleGroup | null;
  /** Joined to it by "and": as much counted as it is. */
  readonly beside?: readonly PeopleGroup[];
  readonly parts: readonly PeopleGroup[];
  readonly rule: string;
}

function bind(
  annotated: Annotated,
  groups: readonly PeopleGroup[],
  knowledge: EventKnowledge,
  word: Found<CasualtyWord>,
  previous: Found<CasualtyWord> | undefined,
  next: Found<CasualtyWord> | undefined,
  taken: ReadonlySet<PeopleGroup>,
): Binding | null {
  const { forms } = word.value;
  const passive = isPassive(annotated, knowledge, word.from);
  const right = groups.find(
    (group) =>
      group.from >= word.to &&
      group.from - word.to <= 3 &&
      skippable(annotated, knowledge, word.to, group.from),
  );
  const left = leftGroups(annotated, groups, word.from, previous?.to ?? 0).filter(
    (group) => !taken.has(group),
  );
  const nearestLeft = left.at(-1);
  if (nearestLeft !== undefined && right === undefined && !passive && isDoer(annotated, nearestLeft, word))
    return null;

  if (
    forms.has("active") &&
    !passive &&
    right !== undefined &&
    !(right.uncounted && annotated.tokens[word.from]!.tag === "NOUN") &&
    !(
      nearestLeft !== undefined &&
      belongsToNext(annotated, right, next) &&
      adjacent(annotated, nearestLeft, word.from) &&
      !(isOne(nearestLeft) && hasOwnCount(groups, next))
    )
  )
    return {
      main: right,
      beside: joinedAfter(annotated, groups, right, next),
      parts: partsAfter(annotated, groups, knowledge, right.to, next),
      rule: "active",
    };
  if (
    forms.has("noun") &&
    right !== undefined &&
    knowledge.casualtyLink.has(annotated.tokens[word.to]?.lower ?? "")
  )
    return { main: right, parts: partsAfter(annotated, groups, knowledge, right.to, next), rule: "noun-of" };
  if (
    forms.has("noun") &&
    nearestLeft !== undefined &&
    nearestLeft.to >= word.from &&
    nearestLeft.from < word.from &&
    !nearestLeft.uncounted
  )
    return {
      main: { ...nearestLeft, who: null },
      parts: partsAfter(annotated, groups, knowledge, word.to, next),
      rule: "number-noun",
    };
  if (amongBefore(annotated, knowledge, word.from) !== null) {
    const among = amongBefore(annotated, knowledge, word.from)!;
    const subjects = leftGroups(annotated, groups, among, 0);
    if (subjects.length > 0) return { main: null, parts: subjects, rule: "among" };
  }
  if (nearestLeft === undefined) return null;
  const verbal =
    passive ||
    forms.has("intransitive") ||
    (forms.has("passive") && adjacent(annotated, nearestLeft, word.from));
  if (verbal || (forms.has("state") && adjacent(annotated, nearestLeft, word.from))) {
    const [main, parts, beside] = mainAndParts(annotated, knowledge, left);
    return {
      main,
      beside,
      parts: [...parts, ...partsAfter(annotated, groups, knowledge, word.to, next)],
      rule: passive ? "passive" : "before",
    };
  }
  return null;
}
