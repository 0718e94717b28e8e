// What stands where in one sentence, as ranges of tokens: weapons, happenings, casualty words and what earlier stages found.
// Comes in: the layers and knowledge/events. Goes out: one Annotated per sentence, the ground that the rest of this room reads.
import type { Span } from "../../base/span.js";
import type { ActorMention } from "../../model/actor-mention.js";
import type { Attribution } from "../../model/attribution.js";
import type { Quantity } from "../../model/quantity.js";
import type { ReadingLayers } from "../../model/reading-layers.js";
import type { Sentence } from "../../model/sentence.js";
import type { ParsedSentence, ParsedToken } from "../../model/syntax.js";
import type { TimeExpression } from "../../model/time-expression.js";
import type { Toponym } from "../../model/toponym.js";
import type { CasualtyWord, EventKnowledge, HappeningEntry, WeaponEntry } from "../../knowledge/events.js";

/** A range of tokens of one sentence, `to` exclusive, and what was found there. */
export interface Found<T> {
  readonly from: number;
  readonly to: number;
  readonly value: T;
}

export interface Annotated {
  readonly sentence: Sentence;
  readonly parsed: ParsedSentence;
  readonly tokens: readonly ParsedToken[];
  readonly weapons: readonly Found<WeaponEntry>[];
  readonly nouns: readonly Found<HappeningEntry>[];
  readonly verbs: readonly Found<HappeningEntry>[];
  readonly casualties: readonly Found<CasualtyWord>[];
  readonly quantities: readonly Found<Quantity>[];
  readonly times: readonly Found<TimeExpression>[];
  readonly toponyms: readonly Found<Toponym>[];
  readonly actors: readonly Found<ActorMention>[];
  /** Words that name a source, and its cue: they locate and do nothing. */
  readonly speech: readonly Found<Attribution>[];
}

export function annotate(layers: ReadingLayers, knowledge: EventKnowledge): Annotated[] {
  const times = bySentence(layers, layers.times);
  const toponyms = bySentence(layers, layers.toponyms);
  const actors = bySentence(layers, layers.actors);
  const quantities = bySentence(layers, layers.quantities);
  const speech = bySentence(
    layers,
    layers.attributions.flatMap((attribution) =>
      [...attribution.source, ...attribution.cue].map((span) => ({
        start: span.start,
        end: span.end,
        attribution,
      })),
    ),
  );
  return layers.sentences.map((sentence, index) => {
    const parsed = layers.parsed[index]!;
    const tokens = parsed.tokens;
    const lower = (i: number) => tokens[i]?.lower;
    // "an air force pilot", "the helicopter crew"
    const carriesPeople = (at: number) =>
      (knowledge.people.longestAt(lower, at)?.value.kind ?? "generic") !== "generic";
    const weapons: Found<WeaponEntry>[] = [];
    const nouns: Found<HappeningEntry>[] = [];
    const verbs: Found<HappeningEntry>[] = [];
    const casualties: Found<CasualtyWord>[] = [];
    let weaponEnd = 0;
    let nounEnd = 0;
    let verbEnd = 0;
    let casualtyEnd = 0;
    for (let i = 0; i < tokens.length; i++) {
      const weapon = i >= weaponEnd ? knowledge.weapons.longestAt(lower, i) : null;
      if (weapon !== null) {
        weaponEnd = i + weapon.words.length;
        const carries = weapon.value.as === "platform" && carriesPeople(weaponEnd);
        if (weapon.value.as !== "defence" && !carries)
          weapons.push({ from: i, to: weaponEnd, value: weapon.value });
      }
      const afterDeed = weapons.at(-1)?.to === i || nouns.at(-1)?.to === i;
      const doer = weapons.at(-1)?.to === i || knowledge.roles.doers.has(tokens[i - 1]?.lower ?? "");
      const verbal = isVerbal(tokens[i]!) || standsAsVerb(tokens, i, afterDeed, doer, knowledge);
      const noun = i >= nounEnd && !verbal ? knowledge.nouns.longestAt(lower, i) : null;
      if (noun !== null) {
        nounEnd = i + noun.words.length;
        if (noun.value.family !== "none") nouns.push({ from: i, to: nounEnd, value: noun.value });
      }
      const verb = i >= verbEnd && (verbal || noun === null) ? knowledge.verbs.longestAt(lower, i) : null;
      if (verb !== null && (verbal || verb.words.length > 1)) {
        verbEnd = i + verb.words.length;
        if (verb.value.family !== "none") verbs.push({ from: i, to: verbEnd, value: verb.value });
        // "lifted the strike": nor does a noun of it
        else nounEnd = Math.max(nounEnd, verbEnd);
      }
      const casualty = i >= casualtyEnd ? knowledge.casualties.longestAt(lower, i) : null;
      if (casualty !== null)
        casualties.push({ from: i, to: (casualtyEnd = i + casualty.words.length), value: casualty.value });
    }
    const timesIn = ranges(tokens, times[index]!).filter(({ value }) => !isNumber(value.quote));
    return {
      sentence,
      parsed,
      tokens,
      weapons: orNothing(
        weapons.filter(
          (w) =>
            knowledge.people.longestAt(lower, w.from) === null || !followsHurt(tokens, casualties, w.from),
        ),
      ),
      nouns: orNothing(nouns),
      verbs: orNothing(verbs),
      casualties: orNothing(casualties),
      // the 19 of "May 19" counts nobody
      quantities: ranges(tokens, quantities[index]!).filter(
        ({ from, to }) => !timesIn.some((t) => t.from <= from && to <= t.to && t.value.date !== null),
      ),
      times: timesIn,
      // "Tomahawk cruise missiles": the name of an arm is no place, its maker's country may be
      toponyms: ranges(tokens, toponyms[index]!).filter(
        ({ from, to, value }) => value.adjectival || !weapons.some((w) => w.from <= from && to <= w.to),
      ),
      actors: ranges(tokens, actors[index]!),
      speech: ranges(tokens, speech[index]!).map(({ from, to, value }) => ({
        from,
        to,
        value: value.attribution,
      })),
    };
  });
}

/** "killed 25 soldiers and two gunmen": armed people who are hurt here are no arms that hurt. */
function followsHurt(
  tokens: readonly ParsedToken[],
  casualties: readonly { readonly from: number; readonly to: number }[],
  at: number,
): boolean {
  return casualties.some(
    (word) =>
      word.to <= at &&
      at - word.to < 6 &&
      tokens
        .slice(word.to, at)
        .every(({ tag }) => ["NUM", "DET", "ADJ", "NOUN", "PROPN", "CCONJ", "ADV"].includes(tag)),
  );
}

/** "1500 people": no year of news. */
function isNumber(quote: string): boolean {
  return /^1[0-7]\d\d$/u.test(quote);
}

/** "drones struck the depot", tagged as nouns: a word for doing, no word for a deed, between a noun and the object that follows. */
function standsAsVerb(
  tokens: readonly ParsedToken[],
  at: number,
  /** "heavy air strikes hit rebel areas": a word for a deed stands before it. */
  afterDeed: boolean,
  /** "the air force hit positions": a word for those who act stands before it. */
  doer: boolean,
  knowledge: EventKnowledge,
): boolean {
  const [before, token] = [tokens[at - 1], tokens[at]!];
  const after = tokens[at + 1]?.tag === "ADV" ? tokens[at + 2] : tokens[at + 1];
  if (before === undefined || after === undefined || token.tag !== "NOUN") return false;
  // By the fine tag: a noun that looks like "someone" is taken for a pronoun.
  const opens = ["DET", "NUM", "PROPN"].includes(after.tag);
  if (!afterDeed && (!before.fine.startsWith("NN") || !(opens || (after.fine === "NNS" && doer))))
    return false;
  if (afterDeed && !["DET", "NUM", "ADJ", "NOUN", "PROPN"].includes(after.tag)) return false;
  const lower = (i: number) => tokens[i]?.lower;
  return knowledge.verbs.longestAt(lower, at) !== null && knowledge.nouns.longestAt(lower, at) === null;
}

function isVerbal(token: ParsedToken): boolean {
  return token.tag === "VERB" || token.tag === "AUX" || token.fine.startsWith("VB");
}

const NOTHING: readonly never[] = [];

/** One list for all sentences that have nothing: a text of short lines has millions of them. */
function orNothing<T>(items: readonly T[]): readonly T[] {
  return items.length === 0 ? NOTHING : items;
}

function bySentence<T extends Span>(layers: ReadingLayers, items: readonly T[]): readonly (readonly T[])[] {
  const lists: (T[] | typeof NOTHING)[] = layers.sentences.map(() => NOTHING);
  let at = 0;
  for (const item of [...items].sort((a, b) => a.start - b.start)) {
    while (at < layers.sentences.length - 1 && layers.sentences[at]!.end <= item.start) at++;
    const list = lists[at];
    if (list === undefined) continue;
    if (list === NOTHING) lists[at] = [item];
    else (list as T[]).push(item);
  }
  return lists;
}

function ranges<T extends Span>(tokens: readonly ParsedToken[], items: readonly T[]): readonly Found<T>[] {
  if (items.length === 0) return NOTHING;
  const found: Found<T>[] = [];
  let from = 0;
  for (const value of items) {
    while (from < tokens.length && tokens[from]!.end <= value.start) from++;
    let to = from;
    while (to < tokens.length && tokens[to]!.start < value.end) to++;
    if (to > from) found.push({ from, to, value });
  }
  return found;
}

/** The characters of a range of tokens. */
export function spanOf(annotated: Annotated, from: number, to: number): Span {
  return { start: annotated.tokens[from]!.start, end: annotated.tokens[to - 1]!.end };
}
