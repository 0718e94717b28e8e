// Short forms of bodies: "the movement", "the League", "the army" after (or, in a headline, before) the full name. The noun
// is the head of exactly one body's name in the document; where two would fit, nobody is meant. A person stands for the body
// that he or she speaks for. Knowledge: short forms of knowledge/actors/descriptions.*.yaml. Leaves alone: "the group".
import { fold } from "../../base/fold.js";
import type { ActorKnowledge, ActorRow } from "../../knowledge/actors.js";
import { bareName } from "../../knowledge/actors.js";
import type { Candidate, Line } from "./candidate.js";
import { longestPhrase } from "./candidate.js";

/** A body that a head noun may mean, until a second one bears the noun too. */
interface Bearer {
  readonly key: string;
  readonly body: Candidate;
  readonly since: number;
  second: number;
}

/** How far from the beginning a short form may come before the name: a headline and the first sentence. */
const OPENING = 3;

export function shortForms(
  lines: readonly Line[],
  settled: readonly (readonly Candidate[])[],
  knowledge: ActorKnowledge,
): Candidate[][] {
  const bearers = new Map<string, Bearer>();
  settled.forEach((candidates, line) => {
    for (const one of candidates) for (const body of bodiesOf(one, knowledge)) bear(line, body);
  });
  if (bearers.size === 0) return lines.map(() => []);
  return lines.map((line, at) => shortIn(line, at, settled[at]!, bearers, knowledge));

  function bear(line: number, body: Candidate): void {
    const position = positionOf(line, body.to);
    const key = body.id ?? fold(body.name);
    for (const noun of nounsOf(body, knowledge)) {
      const known = bearers.get(noun);
      if (known === undefined) bearers.set(noun, { key, body, since: position, second: Infinity });
      else if (known.key !== key) known.second = Math.min(known.second, position);
    }
  }
}

function positionOf(line: number, word: number): number {
  return line * 100_000 + word;
}

/** The body itself, or the one that a person speaks for. */
function bodiesOf(one: Candidate, knowledge: ActorKnowledge): Candidate[] {
  if (one.loaded || one.rule === SHORT) return [];
  if (!one.person)
    return one.basis === "description"
      ? one.rule.startsWith(NAMED)
        ? [one]
        : []
      : isState(one, knowledge)
        ? []
        : [one];
  const row = one.memberOf === null ? undefined : knowledge.byId.get(one.memberOf);
  return row === undefined || row.kind === STATE || row.kind === PERSON ? [] : [inPlaceOf(one, row)];
}

function inPlaceOf(person: Candidate, row: ActorRow): Candidate {
  return {
    ...person,
    id: row.id,
    name: bareName(row.name),
    sourceKind: row.sourceKind,
    basis: "actor",
    memberOf: row.memberOf.at(-1)?.id ?? null,
    country: row.country,
    person: false,
  };
}

const SHORT = "actor/short-form";
const NAMED = "body/";
const STATE = "state";
const PERSON = "official";

function isState(one: Candidate, knowledge: ActorKnowledge): boolean {
  return one.id !== null && knowledge.byId.get(one.id)?.kind === STATE;
}

/** Keys by which a short form finds the body: its head noun as a name, and the listed nouns that its name holds. */
function nounsOf(body: Candidate, knowledge: ActorKnowledge): string[] {
  const words = body.name.split(/[\s-]+/u).map(fold);
  if (words.length < 2) return [];
  const { genitives } = knowledge.small;
  const tie = words.findIndex(
    (word, i) => i > 0 && (genitives.has(word) || knowledge.small.inside.has(word)),
  );
  const head = words[(tie === -1 ? words.length : tie) - 1]!;
  const has = new Set(words);
  const nouns = [nameKey(head)];
  if (body.basis === "outlet") return nouns;
  const { short, "short-of-kind": ofKind } = knowledge.patterns.of;
  const fits = (phrase: string): boolean => {
    const parts = phrase.split(" ");
    return parts.includes(head) && parts.every((part) => has.has(part) || genitives.has(part));
  };
  for (const phrase of short.byWords.keys()) if (fits(phrase)) nouns.push(phrase);
  for (const [phrase, { source }] of ofKind.byWords)
    if (source === body.sourceKind && fits(phrase)) nouns.push(phrase);
  const kind = body.id === null ? undefined : knowledge.byId.get(body.id)?.kind;
  if (kind !== undefined && short.byWords.has(kind) && !nouns.includes(kind)) nouns.push(kind);
  return nouns;
}

/** A head noun with a capital: "the League". */
function nameKey(head: string): string {
  return `^${head}`;
}

function shortIn(
  line: Line,
  at: number,
  taken: readonly Candidate[],
  bearers: ReadonlyMap<string, Bearer>,
  knowledge: ActorKnowledge,
): Candidate[] {
  const { words } = line;
  const { definite, short, "short-of-kind": ofKind, reporting, title } = knowledge.patterns.of;
  const found: Candidate[] = [];
  const inside = new Set<number>();
  // A short form that several rows of the table bear ("the coalition") is the one that this document names.
  for (const c of taken)
    if (c.rank > 2 && (c.id !== null || c.person)) for (let i = c.from; i <= c.to; i++) inside.add(i);
  for (let i = 0; i < words.length; i++) {
    if (inside.has(i)) continue;
    const phrase = longestPhrase(words, i, short.trie) ?? longestPhrase(words, i, ofKind.trie);
    const to = i + (phrase?.n ?? 1) - 1;
    const before = words[i]!.joint === "space" ? words[i - 1] : undefined;
    const next = words[to + 1]?.joint === "break" ? undefined : words[to + 1];
    const withArticle = before !== undefined && definite.byWords.has(before.folded);
    // "Mission says" in a headline, "police said": without an article it speaks.
    const speaks =
      next !== undefined &&
      (reporting.byWords.has(next.folded) || title.byWords.has(next.folded)) &&
      (words[i]!.joint === "break" || words[i]!.first);
    if (!withArticle && !(speaks && phrase !== null)) continue;
    if (next !== undefined && next.joint === "hyphen") continue;
    const capital = words[i]!.capital && !words[i]!.first && line.cased;
    if (capital && next !== undefined && (next.capital || knowledge.small.genitives.has(next.folded)))
      continue;
    const keys = [
      ...(phrase === null ? [] : [phrase.key]),
      ...(capital && to === i ? [nameKey(words[i]!.folded)] : []),
    ];
    const bearer = keys.map((key) => meant(bearers.get(key), at, to)).find((b) => b !== null);
    if (bearer === undefined || bearer === null) continue;
    found.push({
      ...bearer.body,
      from: i,
      to,
      start: words[i]!.start,
      end: words[to]!.end,
      rule: SHORT,
      rank: 3.1,
    });
    i = to;
  }
  return found;
}

/** The one body that bears the noun before here; in the opening of a document, also the one that bears it later. */
function meant(bearer: Bearer | undefined, line: number, word: number): Bearer | null {
  if (bearer === undefined) return null;
  const here = positionOf(line, word);
  if (bearer.since < here) return bearer.second > here ? bearer : null;
  return line < OPENING && bearer.second === Infinity ? bearer : null;
}
