// What the words beside a match say of it: that it is part of a person's or an organisation's name, an adjective, a
// government named by its capital; what kind of place it is; and how the text's place relates to it ("north of").
// Knowledge: knowledge/places/words.*.yaml. Leaves alone: which place of that name is meant.
import type { Precision } from "../../model/place.js";
import type { PlaceKnowledge } from "../../knowledge/places.js";
import type { Match } from "./recognise.js";
import type { LetterCase, Word } from "../../model/word.js";

export interface Surroundings {
  /** Id of the rule by which it is no place name at all; null where it is one. */
  readonly rejected: string | null;
  /** It stands in a longer name, of a person as a rule. */
  readonly partOfName?: boolean;
  /** Id of the rule by which it locates nothing. */
  readonly adjectival: string | null;
  /** Precision that a noun beside it gives; null where none does. */
  readonly precision: Precision | null;
  readonly relation: string | null;
  /** Where the name begins with the direction before it: "South Florida". */
  readonly start?: number;
  /** A preposition of place, a noun or a direction stands beside it. */
  readonly located: boolean;
}

/** Whether a word stands in the name of a body that the tables know. */
export type InBody = (word: Word) => boolean;

/** "Syrias": the last letter of a word that lost its apostrophe is no part of the name. */
const GENITIVE = 1;

const none = { rejected: null, adjectival: null, precision: null, relation: null, located: false } as const;

export function surroundings(
  words: readonly Word[],
  match: Match,
  matches: readonly Match[],
  letters: LetterCase,
  knowledge: PlaceKnowledge,
  text: string,
  inBody: InBody,
): Surroundings {
  if (match.basis === "demonym") return { ...none, adjectival: "demonym" };
  const rules = knowledge.patterns.words;
  const before = near(words, match.from - 1, match.from);
  const after = near(words, match.to + 1, match.to + 1);
  const inMatch = (w: Word | null): boolean =>
    w !== null && matches.some((m) => m !== match && m.start <= w.start && w.end <= m.end + GENITIVE);
  const noun = nounAfter(words, match, knowledge);
  const precision = noun ?? nounBefore(words, match, knowledge);
  const relation = relationOf(words, match, knowledge, text);
  const located =
    precision !== null ||
    relation !== null ||
    rules.locative.has(beforeArticle(words, match, knowledge)?.folded ?? "");
  const start = compassBefore(words, match, letters, knowledge);
  const where = { precision, relation, located, ...(start === null ? {} : { start }) };

  const ambiguous = rules["needs-noun"].get(match.key);
  if (ambiguous !== undefined && noun === null && !ownNoun(match, knowledge))
    return { ...none, ...where, rejected: ambiguous };
  const short = rules.abbreviation.get(match.key);
  if (short !== undefined && (text[match.end - 1] !== "." || words[match.from]!.joint !== "break"))
    return { ...none, ...where, rejected: short };
  const ordinary = knowledge.ordinary.has(match.key) ? "ordinary" : undefined;
  if (
    ordinary !== undefined &&
    match.basis !== "unknown" &&
    (match.basis === "variant" || !located || letters !== "cased" || words[match.from]!.first)
  )
    return { ...none, ...where, rejected: ordinary };

  if (letters !== "capitals" && match.from === match.to && noun === null) {
    const person = personal(words, match, before, after, knowledge, located);
    if (person !== null) return { ...none, ...where, rejected: person, partOfName: true };
  }

  const compound = after?.joint === "hyphen" && !after.capital ? rules.compound.get(after.folded) : undefined;
  if (compound !== undefined) return { ...none, ...where, adjectival: compound };
  if (words[match.from]!.joint === "hyphen" && before !== null) {
    const beside = rules.beside.get(before.folded);
    if (beside !== undefined) return { ...none, ...where, adjectival: beside };
  }
  const medium = before === null ? undefined : rules["media-noun"].get(before.folded);
  if (medium !== undefined) return { ...none, ...where, adjectival: medium };
  if (letters !== "capitals") {
    const head = organisationAfter(words, match, knowledge, noun !== null);
    if (head !== null) return { ...none, ...where, adjectival: head };
    const of = organisationBefore(words, match, knowledge, letters, inBody);
    if (of !== null) return { ...none, ...where, adjectival: of };
  }
  if (letters === "cased" && noun === null) {
    const title = before !== null ? rules.title.get(before.folded) : undefined;
    if (before !== null && before.capital && title !== undefined && match.from === match.to)
      return { ...none, ...where, rejected: title, partOfName: true };
    if (after !== null && after.capital && after.joint === "space" && rules.title.has(after.folded))
      return { ...none, ...where, adjectival: rules.title.get(after.folded)! };
    const known = (w: Word): boolean =>
      inMatch(w) ||
      rules.direction.has(w.folded) ||
      rules.noun.has(w.folded) ||
      rules.locative.has(w.folded) ||
      w.first;
    const goesOn = after !== null && after.capital && after.joint === "space" && !known(after);
    const titled = before !== null && rules.title.has(before.folded);
    if (goesOn && match.from === match.to && (titled || (!located && isSmall(match, knowledge))))
      return { ...none, ...where, rejected: "part-of-a-name", partOfName: true };
    // "Hatim al-Taie school": a longer name than the town's
    const article =
      after !== null && after.joint === "space" && knowledge.spelling.articles.has(after.folded);
    const longer = article ? words[match.to + 2] : undefined;
    if (longer?.joint === "hyphen" && longer.capital && match.from === match.to && isSmall(match, knowledge))
      return { ...none, ...where, rejected: "part-of-a-name", partOfName: true };
    const given = rules["given-name"].get(match.key);
    if (given !== undefined && after !== null && after.capital && after.joint === "space" && !known(after))
      return { ...none, ...where, rejected: given, partOfName: true };
    if (
      before !== null &&
      before.capital &&
      words[match.from]!.joint === "space" &&
      !known(before) &&
      match.from === match.to
    )
      return { ...none, ...where, rejected: "part-of-a-name", partOfName: true };
  }
  const attributive = rules.attributive.get(match.key);
  if (attributive !== undefined && !locatedStrictly(words, match, knowledge))
    return { ...none, ...where, adjectival: attributive };
  const speaks = reportingAfter(words, match, knowledge);
  if (speaks !== null && !located) return { ...none, ...where, adjectival: speaks };
  const agent = rules.agent.get(beforeArticle(words, match, knowledge)?.folded ?? "");
  if (agent !== undefined && precision === null && isState(match))
    return { ...none, ...where, adjectival: agent };
  return { ...none, ...where };
}

/** "by the Netherlands": the word before the name and its article. */
function beforeArticle(words: readonly Word[], match: Match, knowledge: PlaceKnowledge): Word | null {
  const before = near(words, match.from - 1, match.from);
  return before !== null && knowledge.small.articles.has(before.folded)
    ? near(words, match.from - 2, match.from - 1)
    : before;
}

/** "South Florida", "N. Syria": a direction in capitals is part of the name; in front of a sentence it may be an adjective. */
function compassBefore(
  words: readonly Word[],
  match: Match,
  letters: LetterCase,
  knowledge: PlaceKnowledge,
): number | null {
  const before = words[match.from - 1];
  if (
    before === undefined ||
    letters !== "cased" ||
    match.basis === "demonym" ||
    !before.capital ||
    before.first
  )
    return null;
  const joined = words[match.from]!.joint === "space" && knowledge.patterns.words.compass.has(before.folded);
  return joined ? before.start : null;
}

/** "Mary Lincoln", "by David Wexler": a given name and the name after or before it, whatever stands in front. */
function personal(
  words: readonly Word[],
  match: Match,
  before: Word | null,
  after: Word | null,
  knowledge: PlaceKnowledge,
  located: boolean,
): string | null {
  const rules = knowledge.patterns.words;
  const joined = (w: Word | null, joint: Word | null): boolean =>
    w !== null && w.capital && joint!.joint === "space";
  const own = rules["first-name"].get(match.key);
  if (own !== undefined && (joined(after, after) || !located)) return own;
  if (!joined(before, words[match.from]!) || before!.possessive) return null;
  return rules["first-name"].get(before!.folded) ?? null;
}

/** The word there, where only space or a hyphen parts it from the match. `joint` is the index of the word whose joint is meant. */
function near(words: readonly Word[], index: number, joint: number): Word | null {
  const word = words[index];
  return word === undefined || words[joint]?.joint === "break" ? null : word;
}

function isState(match: Match): boolean {
  return match.rows.some(({ kind }) => kind === "country" || kind === "capital");
}

/** No place of this name is a country, a province, a named site or a city. */
function isSmall(match: Match, knowledge: PlaceKnowledge): boolean {
  return match.rows.every(
    (row) =>
      row.precision !== "country" &&
      row.precision !== "province" &&
      !knowledge.ranking.selfEvident.has(row.source) &&
      (row.population ?? 0) < knowledge.ranking.city,
  );
}

/** The matched name has its noun in itself: "T4 airbase". */
function ownNoun(match: Match, knowledge: PlaceKnowledge): boolean {
  return match.key.split(" ").some((w) => knowledge.patterns.words.noun.has(w));
}

/** "Anbar province", "Idlib and Hama provinces", "Rashidin residential district". */
function nounAfter(words: readonly Word[], match: Match, knowledge: PlaceKnowledge): Precision | null {
  const rules = knowledge.patterns.words;
  const own = words[match.to]!;
  const next = words[match.to + 1];
  if (next === undefined || own.possessive || next.joint === "break") return null;
  if (rules.noun.has(next.folded)) return knowledge.patterns.precisions.get(next.folded) ?? null;
  // A plural noun at the end of a list.
  let j = match.to + 1;
  for (let steps = 0; steps < 8 && j < words.length; steps++, j++) {
    const word = words[j]!;
    if (
      rules.noun.has(word.folded) &&
      word.folded.endsWith(knowledge.small.plural) &&
      !word.capital &&
      steps > 0
    )
      return knowledge.patterns.precisions.get(word.folded) ?? null;
    if (
      !word.capital &&
      !knowledge.small.conjunctions.has(word.folded) &&
      !knowledge.small.particles.has(word.folded)
    )
      return null;
  }
  return null;
}

/** "the town of X", "province of X". */
function nounBefore(words: readonly Word[], match: Match, knowledge: PlaceKnowledge): Precision | null {
  const { patterns } = knowledge;
  const of = words[match.from - 1];
  const noun = words[match.from - 2];
  if (of === undefined || noun === undefined || words[match.from]!.joint === "break") return null;
  if (
    knowledge.small.genitives.has(of.folded) &&
    of.joint === "space" &&
    (patterns.words["settlement-of"].has(noun.folded) || patterns.words.noun.has(noun.folded))
  ) {
    const precision = patterns.precisions.get(noun.folded) ?? null;
    // "the Rashidin district of Aleppo" says that Aleppo holds the district.
    const named = words[match.from - 3];
    return precision === "district" && named !== undefined && named.capital ? null : precision;
  }
  return null;
}

function relationOf(
  words: readonly Word[],
  match: Match,
  knowledge: PlaceKnowledge,
  text: string,
): string | null {
  const rules = knowledge.patterns.words;
  let i = match.from - 1;
  let direction: string | null = null;
  if (i >= 0 && words[match.from]!.joint === "space" && rules.direction.has(words[i]!.folded)) {
    direction = text.slice(words[i]!.start, words[i]!.end).toLowerCase();
    i--;
  } else if (
    i > 0 &&
    words[match.from]!.joint === "space" &&
    words[i]!.joint === "hyphen" &&
    rules.direction.has(`${words[i - 1]!.folded}-${words[i]!.folded}`)
  ) {
    direction = text.slice(words[i - 1]!.start, words[i]!.end).toLowerCase();
    i -= 2;
  }
  if (direction !== null) return direction;
  const skip = words[i] !== undefined && knowledge.small.articles.has(words[i]!.folded) ? 1 : 0;
  for (let n = 5; n > 0; n--) {
    const from = i - skip - n + 1;
    if (from < 0) continue;
    let phrase = "";
    let whole = true;
    for (let j = from; j <= i - skip; j++) {
      if (j > from && words[j]!.joint === "break") whole = false;
      phrase =
        j === from
          ? words[j]!.folded
          : `${phrase}${words[j]!.joint === "hyphen" ? "-" : " "}${words[j]!.folded}`;
    }
    if (whole && words[match.from]!.joint !== "break" && rules.relation.has(phrase)) return phrase;
  }
  return null;
}

function locatedStrictly(words: readonly Word[], match: Match, knowledge: PlaceKnowledge): boolean {
  let i = match.from - 1;
  if (words[i] !== undefined && knowledge.small.articles.has(words[i]!.folded)) i--;
  const word = words[i];
  const after = words[match.to + 1];
  const modifies =
    after !== undefined &&
    after.joint === "space" &&
    !knowledge.patterns.words.locative.has(after.folded) &&
    !words[match.to]!.possessive;
  return (
    word !== undefined &&
    !knowledge.small.conjunctions.has(word.folded) &&
    knowledge.patterns.words.locative.has(word.folded) &&
    !modifies
  );
}

/** "Aleppo Media Center": capitals run on to the head of an organisation's name. */
function organisationAfter(
  words: readonly Word[],
  match: Match,
  knowledge: PlaceKnowledge,
  nouned: boolean,
): string | null {
  const rules = knowledge.patterns.words;
  if (nouned || words[match.to]!.possessive) return null;
  for (let j = match.to + 1; j < words.length && j <= match.to + 4; j++) {
    const word = words[j]!;
    if (word.joint !== "space" || !word.capital) return null;
    const rule = rules.organisation.get(word.folded);
    if (rule !== undefined) return rule;
  }
  return null;
}

/** "University of Aleppo", "Islamic Resistance in Iraq". */
function organisationBefore(
  words: readonly Word[],
  match: Match,
  knowledge: PlaceKnowledge,
  letters: LetterCase,
  inBody: InBody,
): string | null {
  const rules = knowledge.patterns.words;
  let i = match.from - 1;
  if (words[i] !== undefined && knowledge.small.articles.has(words[i]!.folded)) i--;
  const link = words[i];
  if (link === undefined || !knowledge.small.links.has(link.folded)) return null;
  const head = words[i - 1];
  if (head === undefined || !head.capital || link.joint !== "space" || (head.first && letters === "title"))
    return null;
  const rule = rules["organisation-of"].get(head.folded);
  if (rule === undefined) return null;
  // a body known by its whole name is in a place as any other is
  const whole = rules.locative.has(link.folded) && inBody(head);
  return whole ? null : rule;
}

function reportingAfter(words: readonly Word[], match: Match, knowledge: PlaceKnowledge): string | null {
  const rules = knowledge.patterns.words;
  if (words[match.to]!.possessive || !isState(match)) return null;
  for (let j = match.to + 1; j <= match.to + 2; j++) {
    const word = words[j];
    if (word === undefined || word.joint !== "space") return null;
    const rule = rules.reporting.get(word.folded);
    if (rule !== undefined) return rule;
    if (!knowledge.small.auxiliaries.has(word.folded)) return null;
  }
  return null;
}
