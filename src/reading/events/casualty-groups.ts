// How people groups stand around a casualty word: before it, after it, joined to others, parts of a whole.
// Comes in: an annotated sentence and its groups. Knowledge: knowledge/events/casualties. Leaves alone: which reading of the word
// is meant (casualties.ts).
import type { CasualtyWord, EventKnowledge } from "../../knowledge/events.js";
import type { Annotated, Found } from "./annotate.js";
import type { PeopleGroup } from "./people-groups.js";

/** Words between a casualty word and the people before it. */
const FAR_LEFT = 14;

/** Groups that end before this token, begin after `since`, with nothing between that ends the clause. */
export function leftGroups(
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
export function mainAndParts(
  annotated: Annotated,
  knowledge: EventKnowledge,
  left: readonly PeopleGroup[],
): [main: PeopleGroup, parts: PeopleGroup[], beside: readonly PeopleGroup[]] {
  const parts: PeopleGroup[] = [];
  const whole = describedBy(annotated, left);
  if (whole !== null) return [whole, [], []];
  const shares = sharesBefore(annotated, knowledge, left);
  if (shares !== null) return [left.at(-1)!, shares, []];
  for (let k = left.length - 1; k > 0; k--) {
    const group = left[k]!;
    const before = left[k - 1]!;
    const marked = hasPart(annotated, knowledge, before.to - 1, group.from + 1) || isShare(annotated, group);
    const between = annotated.tokens.slice(before.to, group.from);
    const joined =
      between.length <= 2 &&
      between.some((token) => token.tag === "CCONJ" || token.text === ",") &&
      // "put the dead at 41 and said 52 people were hurt"
      between.every((token) => token.tag !== "VERB");
    if (marked) {
      parts.unshift(group);
      return [before, parts, []];
    }
    if (!joined) return [group, [], []];
    parts.unshift(group);
  }
  // no "including" at all: people joined by "and" are all subjects; the nearest counts, the others are told beside it
  return [left.at(-1)!, [], parts.length > 0 ? left.slice(0, -1) : []];
}

/** "two women and a child were among nine people killed": those before, joined; null where no such word stands there. */
function sharesBefore(
  { tokens }: Annotated,
  { amongCounted, be }: EventKnowledge,
  left: readonly PeopleGroup[],
): PeopleGroup[] | null {
  const main = left.at(-1)!;
  if (main.uncounted || !amongCounted.has(tokens[main.from - 1]?.lower ?? "")) return null;
  const shares: PeopleGroup[] = [];
  let open = main.from - 1;
  for (const group of left.slice(0, -1).reverse()) {
    const between = tokens.slice(group.to, open);
    const linked =
      shares.length === 0
        ? between.some(({ lower }) => be.has(lower)) && between.length <= 3
        : between.length <= 2 && between.every(({ tag, text }) => tag === "CCONJ" || text === ",");
    if (!linked) break;
    if (!group.uncounted) shares.unshift(group);
    open = group.from;
  }
  return shares;
}

/** "12 people, most of them members of the guard, were hurt": the people counted, not the words that only describe them. */
function describedBy(annotated: Annotated, left: readonly PeopleGroup[]): PeopleGroup | null {
  const nearest = left.at(-1)!;
  const before = left.at(-2);
  if (before === undefined || before.uncounted || !nearest.uncounted || nearest.count.max === 1) return null;
  const between = annotated.tokens.slice(before.to, nearest.from);
  return between.every((token) => token.tag !== "VERB" && token.tag !== "CCONJ") ? before : null;
}

/** "three people two of them children": so many of those counted just before. */
function isShare({ tokens }: Annotated, { from, to, uncounted }: PeopleGroup): boolean {
  if (uncounted) return false;
  for (let i = from + 1; i + 1 < to; i++)
    if (tokens[i]!.tag === "ADP" && ["PRP", "WP"].includes(tokens[i + 1]!.fine)) return true;
  return false;
}

function hasPart(annotated: Annotated, knowledge: EventKnowledge, from: number, to: number): boolean {
  const lower = (i: number) => annotated.tokens[i]?.lower;
  for (let i = Math.max(0, from); i < to; i++) if (knowledge.part.longestAt(lower, i) !== null) return true;
  return false;
}

/** "killed 5 villagers and 3 soldiers": the groups joined to the first one. */
export function joinedAfter(
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
    if (belongsToNext(annotated, group, next) || (next !== undefined && next.from < group.from)) break;
    joined.push(group);
    open = group.to;
  }
  return joined;
}

/** "…, including 3 children and 2 medics": groups after a part word, up to the next casualty word. */
export function partsAfter(
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
  if (marker < 0)
    // "killed 22 people in a village on Monday seven of them children"
    return groups
      .filter((g) => g.from >= from && g.to <= limit && g.from - from <= FAR_LEFT && isShare(annotated, g))
      .slice(0, 1);
  let open = marker + 1;
  for (const group of groups) {
    if (group.to <= marker || group.from >= limit) continue;
    if (group.from - open > 3) break;
    if (next !== undefined && belongsToNext(annotated, group, next)) break;
    parts.push(group);
    open = group.to;
  }
  return parts;
}

export function isPassive(annotated: Annotated, knowledge: EventKnowledge, at: number): boolean {
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

/** Nothing but articles, modifiers, quotation marks and "of" between a casualty word and its people. */
export function skippable(
  annotated: Annotated,
  knowledge: EventKnowledge,
  from: number,
  to: number,
): boolean {
  return annotated.tokens
    .slice(from, to)
    .every(
      (token, k) =>
        ["DET", "ADV", "ADJ"].includes(token.tag) ||
        (token.fine === "VBN" && annotated.tokens[from + k - 1]?.tag === "DET") ||
        /^["'“”‘’]$/u.test(token.text) ||
        knowledge.casualtyLink.has(token.lower),
    );
}

export function adjacent(annotated: Annotated, group: PeopleGroup, at: number): boolean {
  return (
    at - group.to <= 3 &&
    annotated.tokens
      .slice(group.to, at)
      .every((token) => ["ADV", "AUX", "ADJ"].includes(token.tag) || /^["'“”‘’-]$/u.test(token.text))
  );
}

/** "… and 8 persons were injured": the people are the subject of the casualty word that follows. */
export function belongsToNext(
  annotated: Annotated,
  group: PeopleGroup,
  next: Found<CasualtyWord> | undefined,
): boolean {
  return (
    next !== undefined &&
    next.from >= group.to &&
    next.from - group.to <= 3 &&
    (next.value.forms.has("passive") || next.value.forms.has("intransitive")) &&
    annotated.tokens.slice(group.to, next.from).every((token) => ["AUX", "ADV"].includes(token.tag))
  );
}

export function amongBefore(annotated: Annotated, knowledge: EventKnowledge, at: number): number | null {
  const lower = (i: number) => annotated.tokens[i]?.lower;
  for (let i = at - 1; i >= Math.max(0, at - 5); i--)
    if (knowledge.among.longestAt(lower, i) !== null) return i;
  return null;
}

/** "Among the dead were a child and two women": the groups after, with what happened to them. */
export function amongTheDead(
  annotated: Annotated,
  groups: readonly PeopleGroup[],
  knowledge: EventKnowledge,
): { readonly attribute: "killed" | "injured"; readonly groups: readonly PeopleGroup[] } | null {
  const lower = (i: number) => annotated.tokens[i]?.lower;
  for (let i = 0; i < annotated.tokens.length; i++) {
    const among = knowledge.among.longestAt(lower, i);
    if (among === null) continue;
    const dead = i + among.words.length;
    const attribute = knowledge.dead.has(lower(dead) ?? "")
      ? "killed"
      : knowledge.hurt.has(lower(dead) ?? "")
        ? "injured"
        : null;
    if (attribute === null || !knowledge.be.has(lower(dead + 1) ?? "")) continue;
    const after: PeopleGroup[] = [];
    let open = dead + 2;
    for (const group of groups) {
      if (group.from < open) continue;
      if (group.from - open > 2 && (after.length === 0 || !goesOn(annotated, open, group.from))) break;
      after.push(group);
      open = group.to;
    }
    return { attribute, groups: after };
  }
  return null;
}

/** "… 13 children under the age of 18 and …": a few words about them, up to the "and" of the next. */
function goesOn({ tokens }: Annotated, from: number, to: number): boolean {
  if (to - from > 8) return false;
  const between = tokens.slice(from, to);
  const last = between.at(-1)!;
  return (last.tag === "CCONJ" || last.text === ",") && !between.some(({ tag }) => tag === "VERB");
}
