// Claims that a pattern of knowledge/events/claims makes by itself, in one sentence. Rules stand in order of precedence: where two
// rules for one attribute overlap, the earlier one is kept ("no damage" before "damage"). A kept actor gives the value its name.
import type { ClaimRule, ElementClass } from "../../knowledge/claim-patterns.js";
import type { ActorMention } from "../../model/actor-mention.js";
import type { Attribute } from "../../model/claim.js";
import type { Quantity } from "../../model/quantity.js";
import type { SourceKind } from "../../model/source.js";
import type { Annotated, Found } from "./annotate.js";
import { spanOf } from "./annotate.js";
import type { ClaimDraft } from "./claim-draft.js";
import { matchPattern } from "./match-pattern.js";
import type { PeopleGroup } from "./people-groups.js";
import { canAct } from "./role-words.js";

/** A draft whose actor is whoever speaks, to be filled in when the source is known. */
export type PatternClaim = ClaimDraft & {
  readonly actorSpeaks: boolean;
  readonly actorKind: SourceKind | null;
  /** The actor is only described: "the rebel group" may take up a body named before. */
  readonly actorDescribed: boolean;
};

export function findPatternClaims(
  annotated: Annotated,
  groups: readonly PeopleGroup[],
  rules: readonly ClaimRule[],
  negation: ReadonlySet<string>,
): PatternClaim[] {
  const found = foundByStart(annotated, groups);
  const foundAt = (of: ElementClass, at: number) => found.get(of)!.get(at) ?? [];
  const covered = new Map<string, { from: number; to: number }[]>();
  const claims: PatternClaim[] = [];
  const candidates = beginnings(annotated, found, rules);
  const present = wordsPresent(annotated, rules);
  const canStand = (pattern: ClaimRule["patterns"][number]) =>
    pattern.every(
      (element) =>
        element.kind === "gap" ||
        element.optional ||
        (element.kind === "words" ? present.has(element.words) : found.get(element.of)!.size > 0),
    );
  for (const [index, rule] of rules.entries()) {
    const tokens = candidates.get(index);
    if (tokens === undefined) continue;
    const patterns = rule.patterns.filter(canStand);
    if (patterns.length === 0) continue;
    for (const at of tokens)
      for (const pattern of patterns) {
        const match = matchPattern(pattern, annotated.tokens, foundAt, at);
        if (match === null || match.to === match.from) continue;
        if (rule.cue.size > 0 && cueIsNegated(annotated, match, rule.cue, negation)) continue;
        const taken = covered.get(rule.attribute) ?? [];
        if (taken.some((range) => range.from < match.to && match.from < range.to)) continue;
        const kept = match.kept["actor"] as ActorMention | undefined;
        const actor = kept === undefined ? undefined : namedBeside(annotated, kept);
        if (actor !== undefined && !canAct(actor)) continue;
        taken.push(match);
        covered.set(rule.attribute, taken);
        const count = match.kept["count"] as Quantity | undefined;
        claims.push({
          attribute: rule.attribute as Attribute,
          value: fill(rule, actor?.name ?? (match.kept["nation"] as string | undefined), count),
          sentence: annotated.sentence.index,
          from: match.from,
          to: match.to,
          ...(rule.stance === undefined ? {} : { stance: rule.stance }),
          step: { stage: "claim-pattern", rule: rule.id, span: spanOf(annotated, match.from, match.to) },
          actorSpeaks: rule.speaker === true && actor === undefined,
          actorKind: actor?.sourceKind ?? null,
          actorDescribed: actor?.basis === "description" && actor.id === null,
        } as PatternClaim);
        break;
      }
  }
  return claims;
}

/** "did not deny that", "neither confirmed nor denied": the negation stands before the cue, past auxiliaries and adverbs. */
function cueIsNegated(
  { tokens }: Annotated,
  { from, to }: { readonly from: number; readonly to: number },
  cue: ReadonlySet<string>,
  negation: ReadonlySet<string>,
): boolean {
  const at = tokens.findIndex(({ lower }, i) => i >= from && i < to && cue.has(lower));
  let i = at - 1;
  while (i >= 0 && !negation.has(tokens[i]!.lower) && ["ADV", "AUX"].includes(tokens[i]!.tag)) i--;
  return at >= 0 && i >= 0 && negation.has(tokens[i]!.lower);
}

/** The word lists of patterns of which a word stands in the sentence: most patterns need one that does not. */
function wordsPresent(annotated: Annotated, rules: readonly ClaimRule[]): ReadonlySet<ReadonlySet<string>> {
  const { lists } = beginningsOf(rules);
  const present = new Set<ReadonlySet<string>>();
  for (const { lower } of annotated.tokens) for (const list of lists.get(lower) ?? []) present.add(list);
  return present;
}

/** "the rebel group al-Shams": the name that follows the description; "the Northern Front (NF)": the name that the letters are of. */
function namedBeside(annotated: Annotated, actor: ActorMention): ActorMention {
  const at = annotated.actors.find((a) => a.value === actor);
  if (at !== undefined && annotated.tokens[at.from - 1]?.text === "(") {
    const full = annotated.actors.find((a) => a.to === at.from - 1 && a.value.basis === "actor");
    if (full !== undefined) return full.value;
  }
  if (actor.basis !== "description") return actor;
  const next = annotated.actors.find((a) => a.from === at?.to && a.value.basis === "actor");
  return next?.value ?? actor;
}

/** Rules by what they may begin with: a word, something found, or anything. */
interface Beginnings {
  readonly words: ReadonlyMap<string, readonly number[]>;
  readonly classes: ReadonlyMap<ElementClass, readonly number[]>;
  readonly anywhere: readonly number[];
  /** The word lists of all patterns, by each of their words. */
  readonly lists: ReadonlyMap<string, readonly ReadonlySet<string>[]>;
}
const known = new WeakMap<readonly ClaimRule[], Beginnings>();

function beginningsOf(rules: readonly ClaimRule[]): Beginnings {
  const before = known.get(rules);
  if (before !== undefined) return before;
  const words = new Map<string, number[]>();
  const classes = new Map<ElementClass, number[]>();
  const anywhere: number[] = [];
  const add = <K>(map: Map<K, number[]>, key: K, index: number): void => {
    const list = map.get(key);
    if (list === undefined) map.set(key, [index]);
    else if (list.at(-1) !== index) list.push(index);
  };
  rules.forEach((rule, index) => {
    for (const pattern of rule.patterns)
      for (const element of pattern) {
        if (element.kind === "gap") {
          anywhere.push(index);
          break;
        }
        if (element.kind === "words") for (const word of element.words) add(words, word, index);
        else add(classes, element.of, index);
        if (!element.optional) break;
      }
  });
  const lists = new Map<string, ReadonlySet<string>[]>();
  for (const element of rules.flatMap((rule) => rule.patterns.flat()))
    if (element.kind === "words")
      for (const word of element.words) {
        const list = lists.get(word);
        if (list === undefined) lists.set(word, [element.words]);
        else list.push(element.words);
      }
  const made = { words, classes, anywhere, lists };
  known.set(rules, made);
  return made;
}

/** For each rule, by its place in the list, the tokens at which it may begin, in text order. */
function beginnings(
  annotated: Annotated,
  found: ReadonlyMap<ElementClass, ByStart>,
  rules: readonly ClaimRule[],
): ReadonlyMap<number, readonly number[]> {
  const { words, classes, anywhere } = beginningsOf(rules);
  const at = new Map<number, number[]>();
  const add = (rule: number, token: number): void => {
    const list = at.get(rule);
    if (list === undefined) at.set(rule, [token]);
    else if (list.at(-1) !== token) list.push(token);
  };
  annotated.tokens.forEach((token, i) => {
    for (const rule of anywhere) add(rule, i);
    for (const rule of words.get(token.lower) ?? []) add(rule, i);
    for (const [of, beginning] of classes)
      if (found.get(of)!.has(i)) for (const rule of beginning) add(rule, i);
  });
  return at;
}

/** Puts what was kept where the rule's value says "$actor" or "$count". */
function fill(rule: ClaimRule, actor: string | undefined, count: Quantity | undefined): unknown {
  if (rule.value === "$count") return count === undefined || count.article ? rule.default : count.count;
  if (rule.value === "$actor") return actor ?? null;
  if (rule.value === null || typeof rule.value !== "object") return rule.value;
  return Object.fromEntries(
    Object.entries(rule.value).map(([key, value]) => [key, value === "$actor" ? (actor ?? null) : value]),
  );
}

type ByStart = ReadonlyMap<number, readonly { to: number; value: unknown }[]>;

function foundByStart(annotated: Annotated, groups: readonly PeopleGroup[]): Map<ElementClass, ByStart> {
  return new Map<ElementClass, ByStart>([
    ["count", byStart(annotated.quantities)],
    ["people", byStart(groups.map((group) => ({ from: group.from, to: group.to, value: group })))],
    ["weapon", byStart(annotated.weapons)],
    ["actor", byStart(annotated.actors)],
    [
      "nation",
      byStart(
        annotated.toponyms
          .filter(({ value }) => value.adjectival)
          .map(({ from, to, value }) => ({
            from,
            to,
            value: value.candidates[0]?.name ?? value.quote,
          })),
      ),
    ],
    [
      "happening",
      byStart<unknown>([
        ...annotated.nouns,
        ...annotated.verbs,
        ...annotated.weapons.filter(({ value }) => value.as === "strike"),
      ]),
    ],
    [
      "place",
      byStart(
        annotated.toponyms.filter(({ value }) => !value.adjectival && value.place?.precision !== "country"),
      ),
    ],
    ["time", byStart(annotated.times)],
  ]);
}

const NOTHING: ByStart = new Map();

function byStart<T>(items: readonly Found<T>[]): ByStart {
  if (items.length === 0) return NOTHING;
  const starts = new Map<number, { to: number; value: unknown }[]>();
  for (const { from, to, value } of items) {
    const list = starts.get(from);
    if (list === undefined) starts.set(from, [{ to, value }]);
    else list.push({ to, value });
  }
  return starts;
}
