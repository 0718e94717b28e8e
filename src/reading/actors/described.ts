// Actors that are only described: "a police source", "local activists", "Russian warplanes", "the Turkish-backed rebels",
// and bodies that no table has, known by the noun in their name ("Zaruba News Agency").
// Knowledge: knowledge/actors/descriptions.*.yaml. Leaves alone: who is meant by them.
import type { ActorKnowledge } from "../../knowledge/actors.js";
import type { PhraseRule } from "../../knowledge/actor-patterns.js";
import type { Candidate, Line } from "./candidate.js";
import { longestPhrase, quoteOf } from "./candidate.js";

const LONGEST_NAME = 7;

export function describedActors(
  line: Line,
  knowledge: ActorKnowledge,
  bodies: readonly Candidate[],
): Candidate[] {
  const found: Candidate[] = [];
  const { words } = line;
  const { head, national, countable, lead, tail, office } = knowledge.patterns.of;
  for (let i = 0; i < words.length; i++) {
    let phrase = longestPhrase(words, i, head.trie);
    let rule = phrase === null ? undefined : head.byWords.get(phrase.key);
    const needsNation = phrase === null;
    if (phrase === null) {
      phrase = longestPhrase(words, i, national.trie);
      rule = phrase === null ? undefined : national.byWords.get(phrase.key);
    }
    if (phrase === null || rule === undefined) continue;
    const { from, country } = extendLeft(line, i, knowledge, bodies);
    if (needsNation && country === undefined) continue;
    const before = words[from]!.joint === "break" ? undefined : words[from - 1];
    if (
      from === i &&
      countable.byWords.has(phrase.key) &&
      !(before !== undefined && lead.byWords.has(before.folded))
    )
      continue;
    let to = i + phrase.n - 1;
    if (isVerbHere(line, i, to, phrase.key, bodies, knowledge)) continue;
    if (rule.source === "footage" && !shows(line, to, knowledge)) continue;
    let source = rule.source ?? "unspecified";
    // "a source at Zaruba Police Command": the body makes the kind.
    const link = words[to + 1];
    if (
      link !== undefined &&
      rule.source !== "armed_group" &&
      !needsNation &&
      link.joint === "space" &&
      !words[to]!.possessive &&
      (tail.byWords.has(link.folded) || knowledge.small.genitives.has(link.folded))
    ) {
      let at = to + 2;
      while (words[at] !== undefined && lead.byWords.has(words[at]!.folded)) at++;
      const body = bodies.find(
        (b) =>
          b.from === at && b.basis !== "outlet" && (b.rank > 1 || knowledge.small.genitives.has(link.folded)),
      );
      if (
        body !== undefined &&
        !body.person &&
        body.sourceKind !== "unspecified" &&
        words[at]!.joint !== "break"
      ) {
        to = body.to;
        if (source === "anonymous" || source === "government" || source === "media") source = body.sourceKind;
      }
    }
    const owner = office.byWords.has(phrase.key) ? ownerOf(line, from, bodies, found) : undefined;
    if (owner !== undefined) {
      // "the army's media wing": it speaks for the army
      if (found.at(-1) === owner) found.pop();
      found.push({ ...owner, to, end: words[to]!.end, name: quoteOf(line, owner.from, to), rule: rule.rule });
      i += phrase.n - 1;
      continue;
    }
    const name = quoteOf(line, from, to);
    const category =
      knowledge.byName.get(phrase.key)?.find((e) => e.row?.kind === "category" && !e.loaded)?.row ?? null;
    const loaded = knowledge.byName.get(phrase.key)?.some((e) => e.loaded) === true && category === null;
    const state =
      country === undefined || country === null ? null : (knowledge.states.get(country)?.id ?? null);
    found.push({
      from,
      to,
      start: words[from]!.start,
      end: words[to]!.end,
      id: null,
      name,
      sourceKind: source,
      basis: "description",
      memberOf: state,
      country: country ?? null,
      loaded,
      rule: rule.rule,
      person: false,
      rank: 2,
    });
    i += phrase.n - 1;
  }
  return found;
}

/** "the Observatory monitors the war", "which monitors it": a verb by what stands before it, unless a verb of reporting follows. */
function isVerbHere(
  { words }: Line,
  from: number,
  to: number,
  key: string,
  bodies: readonly Candidate[],
  knowledge: ActorKnowledge,
): boolean {
  const { verbal, subject, reporting } = knowledge.patterns.of;
  const before = words[from]!.joint === "space" ? words[from - 1] : undefined;
  if (before === undefined || before.possessive || !verbal.byWords.has(key)) return false;
  const next = words[to + 1];
  if (next === undefined || next.joint === "break" || reporting.byWords.has(next.folded)) return false;
  return subject.byWords.has(before.folded) || bodies.some((b) => b.to === from - 1);
}

/** Whose it is, where a possessive stands right before. */
function ownerOf(
  { words }: Line,
  from: number,
  bodies: readonly Candidate[],
  described: readonly Candidate[],
): Candidate | undefined {
  if (words[from]!.joint === "break" || words[from - 1]?.possessive !== true) return undefined;
  return [...described.slice(-1), ...bodies].find((one) => one.to === from - 1 && !one.person);
}

/** Footage counts where it shows something or is shown; elsewhere it is a thing. */
function shows({ words }: Line, to: number, knowledge: ActorKnowledge): boolean {
  const { showing, reporting } = knowledge.patterns.of;
  const next = words[to + 1];
  return (
    next !== undefined &&
    next.joint !== "break" &&
    (showing.byWords.has(next.folded) || reporting.byWords.has(next.folded))
  );
}

/** Adjectives and nations before a head: "U.S.-led", "Syrian and Russian", "senior". `country` undefined: no nation among them. */
export function extendLeft(
  line: Line,
  i: number,
  knowledge: ActorKnowledge,
  bodies: readonly Candidate[],
): { from: number; country: string | null | undefined } {
  const { words } = line;
  const { modifier, participle } = knowledge.patterns.of;
  let from = i;
  let country: string | null | undefined;
  // a body by name is whole: "the Islamic State terrorists" are no "state terrorists"
  const limit = bodies.findLast((b) => b.id !== null && b.to === i - 1 && words[i]!.joint !== "hyphen");
  for (let j = i - 1; j >= 0 && i - j <= 7; j--) {
    const nation = nationBefore(line, j, knowledge);
    if (nation === null && limit !== undefined && j >= limit.from) break;
    if (words[j + 1]!.joint === "break" || (words[j]!.possessive && nation === null)) break;
    const { folded } = words[j]!;
    const hyphenated = words[j + 1]!.joint === "hyphen";
    if (nation !== null) {
      country ??= nation.country;
      from = j = nation.from;
    } else if (
      j > 0 &&
      words[j]!.joint === "hyphen" &&
      (participle.byWords.has(folded) || modifier.byWords.has(`${words[j - 1]!.folded} ${folded}`))
    ) {
      const owner = knowledge.nations.get(words[j - 1]!.folded);
      if (
        owner === undefined &&
        !words[j - 1]!.capital &&
        !modifier.byWords.has(`${words[j - 1]!.folded} ${folded}`)
      )
        break;
      from = --j;
      if (owner !== undefined && participle.byWords.has(folded)) country ??= owner;
    } else if (modifier.byWords.has(folded)) from = j;
    else if (
      knowledge.small.conjunctions.has(folded) &&
      j > 0 &&
      from === j + 1 &&
      (knowledge.nations.has(words[j - 1]!.folded) || modifier.byWords.has(words[j - 1]!.folded)) &&
      country !== undefined
    ) {
      continue;
    } else if (hyphenated && words[j]!.capital) from = j;
    else break;
  }
  return { from, country };
}

const LONGEST_NATION = 3;

/** The name of a country or people that ends at a word: "Saudi Arabia's army", "Peruvian jets". */
function nationBefore(
  { words, cased }: Line,
  j: number,
  knowledge: ActorKnowledge,
): { readonly from: number; readonly country: string | null } | null {
  let key = "";
  for (let from = j; from >= 0 && from > j - LONGEST_NATION; from--) {
    const word = words[from]!;
    if (from < j && (words[from + 1]!.joint !== "space" || word.possessive)) return null;
    if (cased && !word.capital) return null;
    key = key === "" ? word.folded : `${word.folded} ${key}`;
    const country = knowledge.nations.get(key);
    if (country !== undefined) return { from, country };
  }
  return null;
}

/** Bodies by the noun in their name: a run of capitals that ends with it or goes on with "of" or "for". */
export function namedByNoun(line: Line, known: readonly Candidate[], knowledge: ActorKnowledge): Candidate[] {
  if (!line.cased) return [];
  const { words } = line;
  const { body } = knowledge.patterns.of;
  const found: Candidate[] = [];
  for (let i = 0; i < words.length; i++) {
    if (!words[i]!.capital) continue;
    const phrase = longestPhrase(
      words,
      i,
      body.trie,
      (w) => w.capital || knowledge.small.inside.has(w.folded),
    );
    if (phrase === null) continue;
    let from = i;
    while (from > 0 && i - from < LONGEST_NAME && namePart(line, from - 1, from, knowledge)) {
      from--;
      // "Related Syrian Army": a heading run into the next; names of bodies seldom have a word before their nation.
      if (knowledge.nations.has(words[from]!.folded)) break;
    }
    let to = i + phrase.n - 1;
    let noun = to;
    let rule: PhraseRule = body.byWords.get(phrase.key)!;
    for (let j = to + 1; j < words.length && j - from < LONGEST_NAME; j++) {
      if (words[j]!.joint === "break" || words[j - 1]!.possessive) break;
      if (words[j]!.capital) {
        const last = longestPhrase(words, j, body.trie, (w) => w.capital);
        if (last !== null) {
          rule = body.byWords.get(last.key)!;
          j += last.n - 1;
          to = noun = j;
        } else if (knowledge.small.inside.has(words[j - 1]!.folded)) {
          const nation = nationAt(line, j, knowledge);
          if (nation !== null && isPersonsName(line, nation + 1)) {
            to = nation;
            break;
          }
          while (
            words[j + 1] !== undefined &&
            words[j + 1]!.capital &&
            words[j + 1]!.joint !== "break" &&
            j + 1 - from < LONGEST_NAME
          )
            j++;
          to = j;
          break;
        } else break;
      } else if (
        !knowledge.small.inside.has(words[j]!.folded) ||
        knowledge.small.conjunctions.has(words[j]!.folded)
      )
        break;
    }
    // "the Observatory for Orchards Ilan Desh": behind the name of a known body somebody else's begins.
    const whole = known.find((k) => k.from === from && k.to < to && k.to >= noun && !k.person);
    if (whole !== undefined) {
      i = whole.to;
      continue;
    }
    if (to - from < 1 || (phrase.n === to - from + 1 && phrase.n < 2)) continue;
    if (words[from]!.first && from + 1 === to && knowledge.patterns.of.lead.byWords.has(words[from]!.folded))
      continue;
    const name = quoteOf(line, from, to);
    const nation =
      words
        .slice(from, to + 1)
        .map((w) => knowledge.nations.get(w.folded))
        .find((n) => n !== undefined) ?? null;
    found.push({
      from,
      to,
      start: words[from]!.start,
      end: words[to]!.end,
      id: null,
      name,
      sourceKind: rule.source ?? "unspecified",
      basis: "description",
      memberOf: nation === null ? null : (knowledge.states.get(nation)?.id ?? null),
      country: nation,
      loaded: false,
      rule: rule.rule,
      person: false,
      rank: 2,
    });
    i = to;
  }
  return found;
}

/** Where the name of a country that begins at a word ends; null where none does. */
function nationAt({ words }: Line, j: number, knowledge: ActorKnowledge): number | null {
  let key = "";
  for (let to = j; to < words.length && to < j + LONGEST_NATION; to++) {
    if (to > j && words[to]!.joint !== "space") return null;
    key = key === "" ? words[to]!.folded : `${key} ${words[to]!.folded}`;
    if (knowledge.nations.has(key)) return to;
  }
  return null;
}

/** "the Council of Kovia Ilan Desh": two capitals or more behind the country. */
function isPersonsName({ words }: Line, at: number): boolean {
  return [at, at + 1].every((k) => words[k]?.capital === true && words[k]!.joint === "space");
}

/** "the Zaruba Vanguard group": capitals before such a noun in small letters, unless they are a name that is known, or a nation. */
export function namedBySmallNoun(
  line: Line,
  named: readonly Candidate[],
  knowledge: ActorKnowledge,
): Candidate[] {
  if (!line.cased) return [];
  const { words } = line;
  const { "body-small": nouns, modifier } = knowledge.patterns.of;
  const found: Candidate[] = [];
  for (let i = 1; i < words.length; i++) {
    const rule = words[i]!.capital ? undefined : nouns.byWords.get(words[i]!.folded);
    if (rule === undefined) continue;
    let from = i;
    while (from > 0 && i - from < LONGEST_NAME && namePart(line, from - 1, from, knowledge)) from--;
    const own = words
      .slice(from, i)
      .some((w) => !knowledge.nations.has(w.folded) && !modifier.byWords.has(w.folded));
    const within = named.filter((n) => n.from <= i && from <= n.to);
    // "the Halden Nation newspaper": an outlet's name holds what is a body's name elsewhere.
    const titled =
      rule.source === "media" &&
      within.every((n) => from < n.from && n.to === i - 1 && n.sourceKind !== "media");
    if (!own || (within.length > 0 && !titled)) continue;
    found.push({
      from,
      to: i,
      start: words[from]!.start,
      end: words[i]!.end,
      id: null,
      name: quoteOf(line, from, i),
      sourceKind: rule.source ?? "unspecified",
      basis: "description",
      memberOf: null,
      country: null,
      loaded: false,
      rule: rule.rule,
      person: false,
      rank: 2,
    });
  }
  return found;
}

function namePart(line: Line, j: number, next: number, knowledge: ActorKnowledge): boolean {
  const word = line.words[j]!;
  if (line.words[next]!.joint === "break" || word.possessive || !word.capital) return false;
  const { lead, locative, "no-name": noName } = knowledge.patterns.of;
  if (noName.byWords.has(word.folded)) return false;
  return !(word.first && (lead.byWords.has(word.folded) || locative.byWords.has(word.folded)));
}
