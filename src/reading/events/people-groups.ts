// People groups: "at least 15 rebel fighters", "a woman and two children", "dozens more", "civilians" — how many, and who.
// Comes in: an annotated sentence. Goes out: groups in text order, with the count and the words that say who (null where they
// say only "people"). A number counts people when a noun for people follows it within its noun phrase, or when nothing does
// ("killed 13 and wounded 29"); numbers of other things are left alone. Knowledge: knowledge/events/people.
import type { Count } from "../../model/count.js";
import type { EventKnowledge } from "../../knowledge/events.js";
import type { Annotated } from "./annotate.js";

export interface PeopleGroup {
  readonly from: number;
  /** Exclusive; after the head noun and an "of …" that says who they are. */
  readonly to: number;
  readonly count: Count;
  readonly who: string | null;
  /** True where no number stands: "civilians", "many soldiers". */
  readonly uncounted: boolean;
  /** True for a number with no noun at all: only a casualty word beside it makes it people. */
  readonly bare: boolean;
  /** The people of a group told one by one ("a child and a woman"). */
  readonly singles?: readonly PeopleGroup[];
}

const MODIFIERS = new Set(["ADJ", "NOUN", "PROPN", "NUM", "ADV"]);
const NOMINAL = new Set(["NOUN", "PROPN"]);
/** Years; a larger number is no age. */
const OLDEST = 110;
const UNCOUNTED: Count = { min: 2, approx: true };

export function findPeopleGroups(
  annotated: Annotated,
  knowledge: EventKnowledge,
  text: string,
): PeopleGroup[] {
  const { tokens } = annotated;
  const lower = (i: number) => tokens[i]?.lower;
  const groups: PeopleGroup[] = [];
  let end = 0;
  const aged = agesIn(annotated, knowledge);
  const quantityAt = new Map(
    annotated.quantities.filter((found) => !aged.has(found.from)).map((found) => [found.from, found]),
  );
  const casualtyAt = new Set(annotated.casualties.map((found) => found.from));
  for (let i = 0; i < tokens.length; i++) {
    if (i < end) continue;
    const quantity = quantityAt.get(i);
    if (quantity !== undefined && quantity.value.unit === null) {
      if (quantity.value.article && isCountedAnew(annotated, quantity.to)) continue;
      const head = headOf(annotated, knowledge, quantity.to);
      if (head !== null && (isOwner(annotated, head) || describesDeed(annotated, head))) continue;
      if (head !== null && !isTitle(annotated, head, quantity.value.count)) {
        const to = extent(annotated, knowledge, head.to);
        groups.push({
          from: i,
          to,
          count:
            (quantity.value.article ? countWithin(annotated, knowledge, head) : null) ?? quantity.value.count,
          who: whoOf(annotated, knowledge, text, quantity.to, head, to),
          uncounted: false,
          bare: false,
        });
        end = to;
      } else if (
        !quantity.value.article &&
        !countsThings(annotated, quantity.to - 1, casualtyAt) &&
        (tokens[quantity.to]?.tag !== "NOUN" || head !== null || casualtyAt.has(quantity.to))
      ) {
        groups.push({
          from: i,
          to: quantity.to,
          count: quantity.value.count,
          who: null,
          uncounted: false,
          bare: true,
        });
        end = quantity.to;
      } else {
        end = quantity.to;
      }
      continue;
    }
    if (quantity !== undefined) continue;
    const noun = knowledge.people.longestAt(lower, i);
    if (noun !== null && i > 0 && knowledge.ordinals.has(tokens[i - 1]!.lower)) continue;
    if (noun === null || noun.value.kind === "generic" || !NOMINAL.has(tokens[i]!.tag)) continue;
    const from = baseStart(annotated, i);
    const head = headOf(annotated, knowledge, from) ?? { from: i, to: i + noun.words.length, generic: false };
    if (head.to < i + noun.words.length || isOwner(annotated, head)) continue;
    // "the rebel groups", "a police car": the people only describe a thing
    if (tokens[head.to]?.tag === "NOUN" && !casualtyAt.has(head.to) && tokens[head.to]!.head !== head.to - 1)
      continue;
    const to = extent(annotated, knowledge, head.to);
    const plural =
      tokens[head.to - 1]!.fine.startsWith("NNS") ||
      tokens[head.to - 1]!.fine.startsWith("NNPS") ||
      knowledge.pluralEndings.some((ending) => tokens[head.to - 1]!.lower.endsWith(ending));
    groups.push({
      from,
      to,
      count: countWithin(annotated, knowledge, head) ?? (plural ? UNCOUNTED : { min: 1, max: 1 }),
      who: whoOf(annotated, knowledge, text, from, head, to),
      uncounted: true,
      bare: false,
    });
    end = to;
  }
  const whole = groups.map((group) => ({ ...group, to: pastAges(annotated, knowledge, aged, group.to) }));
  return joinSingles(whole, annotated, text);
}

/** "in two rebel-held quarters", "two main towns": a number of things, with words between; people would have been found. */
function countsThings({ tokens }: Annotated, number: number, casualtyAt: ReadonlySet<number>): boolean {
  const { fine, text } = tokens[number + 1] ?? {};
  if (fine === "VBN" && /\p{L}-\p{L}/u.test(text ?? "") && tokens[number + 2]?.tag === "NOUN") return true;
  const { relation, head } = tokens[number]!;
  return (
    relation === "nummod" &&
    head > number + 1 &&
    tokens[head]!.fine === "NNS" &&
    !casualtyAt.has(head) &&
    tokens
      .slice(number + 1, head)
      .every(({ tag, fine }, k) => (tag === "ADJ" || fine === "VBN") && !casualtyAt.has(number + 1 + k))
  );
}

/** "a doctors' union": whose it is. */
function isOwner({ tokens }: Annotated, { to }: Head): boolean {
  const mark = tokens[to];
  return (
    mark !== undefined &&
    /^['’]$/u.test(mark.text) &&
    mark.start === tokens[to - 1]!.end &&
    tokens[to + 1]?.tag === "NOUN"
  );
}

/** "a terrorist attack": of what kind a deed is. */
function describesDeed({ tokens, nouns }: Annotated, { from, to }: Head): boolean {
  return tokens[from]!.fine === "NN" && nouns.some((deed) => deed.from === to);
}

/** "a family of five": the number of those in it. */
function countWithin(annotated: Annotated, knowledge: EventKnowledge, { to }: Head): Count | null {
  const { tokens, quantities } = annotated;
  if (!knowledge.collectives.has(tokens[to - 1]!.lower) || !knowledge.peopleLink.has(tokens[to]?.lower ?? ""))
    return null;
  return (
    quantities.find((q) => q.from === to + 1 && q.value.unit === null && !q.value.article)?.value.count ??
    null
  );
}

/** "a woman, 34, and", "two brothers aged six and nine": after the ages of the people that end here. */
function pastAges(
  { tokens, quantities }: Annotated,
  knowledge: EventKnowledge,
  aged: ReadonlySet<number>,
  end: number,
): number {
  let to = end;
  for (const quantity of quantities) {
    if (quantity.from < to || !aged.has(quantity.from)) continue;
    const between = tokens.slice(to, quantity.from);
    const leads = between.every(
      ({ lower, tag }) => tag === "PUNCT" || tag === "CCONJ" || tag === "ADP" || knowledge.ages.has(lower),
    );
    if (between.length > 3 || !leads) break;
    to = quantity.to;
  }
  return to > end && tokens[end]?.tag === "PUNCT" && tokens[to]?.tag === "PUNCT" ? to + 1 : to;
}

/** "injured seven Governor Vell said": one person's title after a number of others. */
function isTitle(annotated: Annotated, head: Head, count: Count): boolean {
  const last = annotated.tokens[head.to - 1]!;
  return (
    (count.min ?? 0) > 1 &&
    last.fine === "NNP" &&
    /^\p{Lu}/u.test(last.text) &&
    annotated.actors.some((a) => a.value.person && a.from < head.to + 2 && head.from <= a.to)
  );
}

/** "a further 33 men", "a confirmed 12": the number after the article counts. */
function isCountedAnew(annotated: Annotated, at: number): boolean {
  let i = at;
  while (i < at + 3 && ["ADJ", "ADV", "VERB"].includes(annotated.tokens[i]?.tag ?? "")) i++;
  return annotated.quantities.some((q) => q.from === i && !q.value.article && q.value.unit === null);
}

/** Where numbers stand that tell ages: "aged six and nine", "the age of 18", "children under 12". */
function agesIn(annotated: Annotated, knowledge: EventKnowledge): ReadonlySet<number> {
  const aged = new Set<number>();
  const lower = (i: number) => annotated.tokens[i]?.lower;
  const tellsAge = (from: number): boolean => {
    const at = knowledge.peopleLink.has(lower(from - 1) ?? "") ? from - 2 : from - 1;
    if (knowledge.ages.has(lower(at) ?? "")) return true;
    if (standsApart(annotated, knowledge, from)) return true;
    const limit = [from, from - 1].find((i) => knowledge.ageLimits.has(lower(i) ?? ""));
    return limit !== undefined && knowledge.people.longestAt(lower, limit - 1) !== null;
  };
  let end = -1;
  for (const { from, to } of annotated.quantities) {
    const before = annotated.tokens[from - 1];
    const joined =
      end >= 0 &&
      from - end === 1 &&
      (before?.tag === "CCONJ" || before?.text === ",") &&
      headOf(annotated, knowledge, to) === null;
    if (!joined && !tellsAge(from)) continue;
    aged.add(from);
    end = to;
  }
  return aged;
}

/** "a woman, 34, and her son": a number that could be an age, between commas or brackets after a noun for people or a name. */
function standsApart({ tokens, quantities }: Annotated, knowledge: EventKnowledge, from: number): boolean {
  const quantity = quantities.find((one) => one.from === from);
  if (quantity === undefined || quantity.value.article || quantity.to !== from + 1) return false;
  const { min, max } = quantity.value.count;
  const closed = /^[,)]$/u.test(tokens[quantity.to]?.text ?? "");
  if (min !== max || min === undefined || min > OLDEST || !closed) return false;
  const before = tokens[from - 2];
  if (before === undefined || !/^[,(]$/u.test(tokens[from - 1]!.text)) return false;
  const lower = (i: number) => tokens[i]?.lower;
  const person = knowledge.people.longestAt(lower, from - 2);
  return person !== null ? before.fine === "NN" : before.tag === "PROPN";
}

/** "a man and a woman": two people, told as one group. */
function joinSingles(groups: readonly PeopleGroup[], annotated: Annotated, text: string): PeopleGroup[] {
  const joined: PeopleGroup[] = [];
  for (const group of groups) {
    const before = joined.at(-1);
    const one = (g: PeopleGroup) => g.count.min === 1 && g.count.max === 1;
    if (before !== undefined && one(before) && one(group) && isJoint(annotated, before.to, group.from)) {
      const who = text
        .slice(annotated.tokens[before.from]!.start, annotated.tokens[group.to - 1]!.end)
        .replace(/,$/u, "");
      joined[joined.length - 1] = {
        ...before,
        to: group.to,
        count: { min: 2, max: 2 },
        uncounted: false,
        who,
        singles: [before, group],
      };
    } else joined.push(group);
  }
  return joined;
}

/** "a mother and her child": "and", with at most one word that says whose. */
function isJoint(annotated: Annotated, from: number, to: number): boolean {
  const between = annotated.tokens.slice(from, to);
  return (
    between[0]?.tag === "CCONJ" &&
    (between.length === 1 || (between.length === 2 && between[1]!.tag === "PRON"))
  );
}

interface Head {
  readonly from: number;
  readonly to: number;
  readonly generic: boolean;
}

/** The noun for people that heads the noun phrase beginning here, or null. The last one of the phrase: "rebel fighters". */
function headOf(annotated: Annotated, knowledge: EventKnowledge, from: number): Head | null {
  const { tokens } = annotated;
  const lower = (i: number) => tokens[i]?.lower;
  let head: Head | null = null;
  let i = from;
  if (knowledge.peopleLink.has(lower(i) ?? "") && knowledge.people.longestAt(lower, i) === null) i++;
  for (let steps = 0; i < tokens.length && steps < 8; steps++) {
    // "14 others local activists reported": who tells of them is none of them
    if (head !== null && annotated.speech.some((s) => s.from === i)) break;
    const noun = knowledge.people.longestAt(lower, i);
    if (noun !== null) {
      if (head !== null && noun.value.kind === "generic" && !head.generic) break;
      // "18 civilians observatory director X said": what follows people in the plural is no part of their name
      if (head !== null && tokens[head.to - 1]!.fine === "NNS" && tokens[i]!.fine === "NN") break;
      head = { from: i, to: i + noun.words.length, generic: noun.value.kind === "generic" };
      i = head.to;
      continue;
    }
    if (head !== null && !NOMINAL.has(tokens[i]!.tag)) break;
    if (head !== null && annotated.casualties.some((found) => found.from === i)) break;
    if (
      head === null &&
      [...annotated.nouns, ...annotated.weapons].some((deed) => deed.from <= i && i < deed.to)
    )
      break;
    if (
      !MODIFIERS.has(tokens[i]!.tag) &&
      tokens[i]!.tag !== "DET" &&
      !(head === null && tokens[i]!.fine === "PRP$") &&
      !/^['’"“”-]/u.test(tokens[i]!.text) &&
      tokens[i]!.fine !== "VBN" &&
      tokens[i]!.fine !== "VBG"
    )
      break;
    if (annotated.casualties.some((found) => found.from === i && tokens[i]!.tag === "VERB")) break;
    i++;
  }
  return head;
}

/** Past "of X": "members of the border guard", "soldiers of the army". */
function extent(annotated: Annotated, knowledge: EventKnowledge, to: number): number {
  const { tokens } = annotated;
  if (!knowledge.peopleLink.has(tokens[to]?.lower ?? "")) return to;
  let end = to + 1;
  while (
    end < tokens.length &&
    end - to < 9 &&
    (MODIFIERS.has(tokens[end]!.tag) || tokens[end]!.tag === "DET") &&
    !annotated.casualties.some((found) => found.from === end) &&
    // "members of the guard the ministry said": a new article, and others
    !(tokens[end]!.tag === "DET" && NOMINAL.has(tokens[end - 1]!.tag))
  )
    end++;
  return end > to + 1 ? end : to;
}

function baseStart(annotated: Annotated, at: number): number {
  const { tokens } = annotated;
  let from = at;
  while (
    from > 0 &&
    (MODIFIERS.has(tokens[from - 1]!.tag) || tokens[from - 1]!.tag === "DET") &&
    tokens[from - 1]!.tag !== "ADV"
  )
    from--;
  return from;
}

function whoOf(
  annotated: Annotated,
  knowledge: EventKnowledge,
  text: string,
  from: number,
  head: Head,
  to: number,
): string | null {
  const { tokens } = annotated;
  if (head.generic && to === head.to) {
    const modifiers = tokens
      .slice(from, head.from)
      .filter(
        (token) =>
          NOMINAL.has(token.tag) &&
          knowledge.people.longestAt((i) => (i === 0 ? token.lower : undefined), 0)?.value.kind !== "generic",
      );
    if (modifiers.length === 0) return null;
  }
  let start = from;
  while (
    start < head.from &&
    (["DET", "ADV", "NUM", "PUNCT"].includes(tokens[start]!.tag) ||
      tokens[start]!.fine === "PRP$" ||
      knowledge.peopleEmpty.has(tokens[start]!.lower))
  )
    start++;
  const words = text.slice(tokens[start]!.start, tokens[to - 1]!.end);
  return words === "" ? null : words;
}
