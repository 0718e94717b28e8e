// Killed and injured: binds casualty words to the people groups they count, in one sentence.
// Comes in: an annotated sentence and its people groups. Goes out: drafts of killed and injured claims. A word with two readings
// ("3 killed 38 injured", "killed 3") takes the people after it unless a form of "be" makes it passive or those people belong to
// the next casualty word. Parts ("including 3 children") are claims of their own. Knowledge: knowledge/events/casualties.
// Leaves alone: which event they belong to, who says so.
import type { CasualtyWord, EventKnowledge } from "../../knowledge/events.js";
import type { ActorMention } from "../../model/actor-mention.js";
import type { Count } from "../../model/count.js";
import type { Annotated, Found } from "./annotate.js";
import { spanOf } from "./annotate.js";
import type { ClaimDraft } from "./claim-draft.js";
import type { PeopleGroup } from "./people-groups.js";

type CasualtyAttribute = "killed" | "injured";
const FAR_LEFT = 14;

export function findCasualties(
  annotated: Annotated,
  groups: readonly PeopleGroup[],
  knowledge: EventKnowledge,
  text: string,
): ClaimDraft[] {
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
    for (const part of parts) {
      taken.add(part);
      emit(
        attributes,
        part.count,
        part.who,
        Math.min(part.from, word.from),
        Math.max(part.to, word.to),
        "part",
      );
    }
  });
  for (const group of amongTheDead(annotated, groups, knowledge))
    if (!taken.has(group)) emit(["killed"], group.count, group.who, group.from, group.to, "part");
  for (const victims of namedVictims(annotated, knowledge, text))
    emit(
      ["killed"],
      { min: victims.names, max: victims.names },
      victims.who,
      victims.from,
      victims.to,
      "named",
    );
  for (const toll of tolls(annotated, knowledge))
    emit([toll.attribute], toll.count, null, toll.from, toll.to, "toll");
  return drafts;
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

  if (
    forms.has("active") &&
    !passive &&
    right !== undefined &&
    !(nearestLeft !== undefined && belongsToNext(right, next) && adjacent(annotated, nearestLeft, word.from))
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
    const subject = leftGroups(annotated, groups, among, 0).at(-1);
    if (subject !== undefined) return { main: null, parts: [subject], rule: "among" };
  }
  if (nearestLeft === undefined) return null;
  const verbal =
    passive ||
    forms.has("intransitive") ||
    (forms.has("passive") && adjacent(annotated, nearestLeft, word.from));
  if (verbal || (forms.has("state") && adjacent(annotated, nearestLeft, word.from))) {
    const [main, parts] = mainAndParts(annotated, knowledge, left);
    return {
      main,
      parts: [...parts, ...partsAfter(annotated, groups, knowledge, word.to, next)],
      rule: passive ? "passive" : "before",
    };
  }
  return null;
}

/** Groups that end before this token, begin after `since`, with nothing between that ends the clause. */
function leftGroups(
  annotated: Annotated,
  groups: readonly PeopleGroup[],
  at: number,
  since: number,
): PeopleGroup[] {
  let open = at;
  const found: PeopleGroup[] = [];
  for (let k = groups.length - 1; k >= 0; k--) {
    const group = groups[k]!;
    if (group.from >= at) continue;
    if (group.from < since || open - group.to > FAR_LEFT) break;
    if (closes(annotated, Math.min(group.to, open), open)) break;
    found.unshift(group);
    open = group.from;
  }
  // "nine guards, and nobody else, were killed"
  if (found.some((group) => group.count.max !== 0)) return found.filter((group) => group.count.max !== 0);
  return found;
}

/** A full stop, semicolon or colon between: the clause is over. */
function closes(annotated: Annotated, from: number, to: number): boolean {
  for (let i = from; i < to; i++) if (/^[.;:!?]$/u.test(annotated.tokens[i]!.text)) return true;
  return false;
}

/** Which of the groups before the word is the whole, and which are parts of it: those after "including", or joined to such. */
function mainAndParts(
  annotated: Annotated,
  knowledge: EventKnowledge,
  left: readonly PeopleGroup[],
): [PeopleGroup, PeopleGroup[]] {
  const parts: PeopleGroup[] = [];
  for (let k = left.length - 1; k > 0; k--) {
    const group = left[k]!;
    const before = left[k - 1]!;
    const marked = hasPart(annotated, knowledge, before.to - 1, group.from + 1);
    const joined =
      group.from - before.to <= 2 &&
      annotated.tokens
        .slice(before.to, group.from)
        .some((token) => token.tag === "CCONJ" || token.text === ",");
    if (marked) {
      parts.unshift(group);
      return [before, parts];
    }
    if (!joined) return [group, []];
    parts.unshift(group);
  }
  // no "including" at all: people joined by "and" are all subjects; the nearest counts, the others are told beside it
  return [left.at(-1)!, parts.length > 0 ? left.slice(0, -1) : []];
}

function hasPart(annotated: Annotated, knowledge: EventKnowledge, from: number, to: number): boolean {
  const lower = (i: number) => annotated.tokens[i]?.lower;
  for (let i = Math.max(0, from); i < to; i++) if (knowledge.part.longestAt(lower, i) !== null) return true;
  return false;
}

/** "killed 5 villagers and 3 soldiers": the groups joined to the first one. */
function joinedAfter(
  annotated: Annotated,
  groups: readonly PeopleGroup[],
  first: PeopleGroup,
  next: Found<CasualtyWord> | undefined,
): PeopleGroup[] {
  const joined: PeopleGroup[] = [];
  let open = first.to;
  for (const group of groups) {
    if (group.from < open) continue;
    const between = annotated.tokens.slice(open, group.from);
    if (
      between.length === 0 ||
      between.length > 2 ||
      !between.every((token) => ["CCONJ", "PRON", "DET"].includes(token.tag) || token.text === ",")
    )
      break;
    if (belongsToNext(group, next) || (next !== undefined && next.from < group.from)) break;
    joined.push(group);
    open = group.to;
  }
  return joined;
}

/** "…, including 3 children and 2 medics": groups after a part word, up to the next casualty word. */
function partsAfter(
  annotated: Annotated,
  groups: readonly PeopleGroup[],
  knowledge: EventKnowledge,
  from: number,
  next: Found<CasualtyWord> | undefined,
): PeopleGroup[] {
  const limit = Math.min(next?.from ?? annotated.tokens.length, from + 30);
  const lower = (i: number) => annotated.tokens[i]?.lower;
  const parts: PeopleGroup[] = [];
  let marker = -1;
  for (let i = from - 1; i < Math.min(limit, from + 8); i++)
    if (i >= 0 && knowledge.part.longestAt(lower, i) !== null) marker = i;
  if (marker < 0) return parts;
  let open = marker + 1;
  for (const group of groups) {
    if (group.to <= marker || group.from >= limit) continue;
    if (group.from - open > 3) break;
    if (next !== undefined && belongsToNext(group, next)) break;
    parts.push(group);
    open = group.to;
  }
  return parts;
}

function isPassive(annotated: Annotated, knowledge: EventKnowledge, at: number): boolean {
  for (let i = at - 1; i >= 0 && at - i <= 4; i--) {
    if (knowledge.be.has(annotated.tokens[i]!.lower)) return true;
    if (annotated.tokens[i]!.tag !== "ADV" && annotated.tokens[i]!.tag !== "AUX") {
      // "were killed and injured": the form of "be" before the first of two joined participles
      if (annotated.tokens[i]!.tag === "CCONJ" || annotated.tokens[i]!.fine === "VBN") continue;
      return false;
    }
  }
  return false;
}

/** Nothing but articles, adverbs, quotation marks and "of" between a casualty word and its people. */
function skippable(annotated: Annotated, knowledge: EventKnowledge, from: number, to: number): boolean {
  return annotated.tokens
    .slice(from, to)
    .every(
      (token) =>
        ["DET", "ADV"].includes(token.tag) ||
        /^["'“”‘’]$/u.test(token.text) ||
        knowledge.casualtyLink.has(token.lower),
    );
}

function adjacent(annotated: Annotated, group: PeopleGroup, at: number): boolean {
  return (
    at - group.to <= 3 &&
    annotated.tokens
      .slice(group.to, at)
      .every((token) => ["ADV", "AUX", "ADJ"].includes(token.tag) || /^["'“”‘’-]$/u.test(token.text))
  );
}

function belongsToNext(group: PeopleGroup, next: Found<CasualtyWord> | undefined): boolean {
  return next !== undefined && next.from === group.to && next.value.forms.has("passive");
}

function amongBefore(annotated: Annotated, knowledge: EventKnowledge, at: number): number | null {
  const lower = (i: number) => annotated.tokens[i]?.lower;
  for (let i = at - 1; i >= Math.max(0, at - 5); i--)
    if (knowledge.among.longestAt(lower, i) !== null) return i;
  return null;
}

/** "Among the dead were a child and two women": the groups after. */
function amongTheDead(
  annotated: Annotated,
  groups: readonly PeopleGroup[],
  knowledge: EventKnowledge,
): PeopleGroup[] {
  const lower = (i: number) => annotated.tokens[i]?.lower;
  for (let i = 0; i < annotated.tokens.length; i++) {
    const among = knowledge.among.longestAt(lower, i);
    if (among === null) continue;
    const dead = i + among.words.length;
    if (!knowledge.dead.has(lower(dead) ?? "") || !knowledge.be.has(lower(dead + 1) ?? "")) continue;
    const after: PeopleGroup[] = [];
    let open = dead + 2;
    for (const group of groups) {
      if (group.from < open) continue;
      if (group.from - open > 2) break;
      after.push(group);
      open = group.to;
    }
    return after;
  }
  return [];
}

/** Where "no casualties", "without injuries", "did not cause any casualties" begins; null where it says that nobody knows. */
function zeroBefore(
  annotated: Annotated,
  knowledge: EventKnowledge,
  word: Found<CasualtyWord>,
): number | null {
  if (!word.value.forms.has("noun") && !word.value.forms.has("passive")) return null;
  if (knowledge.unknown.has(annotated.tokens[word.to]?.lower ?? "")) return null;
  let caused = false;
  for (let i = word.from - 1; i >= Math.max(0, word.from - 8); i--) {
    const { text, lower } = annotated.tokens[i]!;
    if (/^[.;:!?]$/u.test(text) || knowledge.unknown.has(lower)) return null;
    if (knowledge.caused.has(lower)) caused = true;
    if (knowledge.zero.has(lower) || (caused && knowledge.negation.has(lower))) return i;
  }
  return null;
}

interface NamedVictims {
  readonly names: number;
  readonly who: string;
  readonly from: number;
  readonly to: number;
}

/** "the assassination of Karim Dahl, a judge, and Ilan Resh", "X and Y were shot dead": persons by name, as many as are named. */
function namedVictims(annotated: Annotated, knowledge: EventKnowledge, text: string): NamedVictims[] {
  const { tokens } = annotated;
  return annotated.casualties.flatMap((word) => {
    if (!word.value.attributes.includes("killed") || word.value.attributes.length > 1) return [];
    const passive = isPassive(annotated, knowledge, word.from);
    const [from, to] = passive
      ? [clauseEdge(annotated, word.from - 1, -1) + 1, word.from]
      : [word.to, clauseEdge(annotated, word.to, 1)];
    const next = tokens[word.to];
    const opens =
      passive ||
      word.value.forms.has("active") ||
      (next !== undefined && knowledge.casualtyLink.has(next.lower));
    if (!opens) return [];
    const persons = annotated.actors.filter((a) => a.from >= from && a.to <= to && isPerson(a.value));
    if (persons.length === 0) return [];
    const [first, last] = [persons[0]!, persons.at(-1)!];
    const who = text.slice(first.value.start, last.value.end);
    return [
      { names: persons.length, who, from: Math.min(word.from, first.from), to: Math.max(word.to, last.to) },
    ];
  });
}

/** From a token on, in this direction, up to a finite verb, a full stop or a quotation mark; 40 words at most. */
function clauseEdge(annotated: Annotated, at: number, direction: 1 | -1): number {
  let i = at;
  for (let steps = 0; steps < 40 && i >= 0 && i < annotated.tokens.length; steps++, i += direction) {
    const token = annotated.tokens[i]!;
    if (/^[;:!?"“”]$/u.test(token.text)) break;
    if (token.tag === "VERB" && ["VBD", "VBZ", "VBP"].includes(token.fine)) break;
  }
  return i;
}

/** A person by name, whether of the table or by title: two words in capitals, speaking for or belonging to a body. */
function isPerson(actor: ActorMention): boolean {
  return actor.person;
}

interface Toll {
  readonly attribute: CasualtyAttribute;
  readonly count: Count;
  readonly from: number;
  readonly to: number;
}

function tolls(annotated: Annotated, knowledge: EventKnowledge): Toll[] {
  const lower = (i: number) => annotated.tokens[i]?.lower;
  const found: Toll[] = [];
  for (let i = 0; i < annotated.tokens.length; i++) {
    const head = knowledge.toll.longestAt(lower, i);
    if (head === null) continue;
    const from = i + head.words.length;
    for (const quantity of annotated.quantities) {
      if (
        quantity.from < from ||
        quantity.from - from > 12 ||
        quantity.value.unit !== null ||
        quantity.value.article
      )
        continue;
      let reached = false;
      for (let k = quantity.from - 1; k >= from - 1 && k >= quantity.from - 3; k--) {
        const phrase = k >= from ? knowledge.reaches.longestAt(lower, k) : null;
        if (phrase !== null && k + phrase.words.length === quantity.from) reached = true;
      }
      if (!reached) continue;
      found.push({ attribute: head.value, count: quantity.value.count, from: i, to: quantity.to });
      break;
    }
    i = from - 1;
  }
  return found;
}
