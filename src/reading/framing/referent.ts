// What a loaded term stands for in this text, and a neutral wording of it. The names that stand beside it tell ("the Arvan
// regime", "the terrorist group of X"), or the noun that it qualifies; the tables of actors and peoples resolve the names.
// Leaves alone: guessing. Where no words tell it is null; find-framing.ts asks the other places of the same word.
import { fold } from "../../base/fold.js";
import type { ActorKnowledge, ActorRow } from "../../knowledge/actors.js";
import { actorKey, bareName } from "../../knowledge/actors.js";
import type { ParsedToken } from "../../model/syntax.js";
import type { TermHit } from "./term-hit.js";
import { isTitleCase } from "./term-hit.js";

export interface Standing {
  readonly referent: string | null;
  readonly neutral: string | null;
  /** First token of the term together with the name before it. */
  readonly from: number;
  /** Past the name after it, where that is part of the term. */
  readonly to: number;
}

/** Longest name beside a term, in words. */
const MOST_NAME = 5;
const MOST_UNKNOWN = 2;

export function standingOf(
  tokens: readonly ParsedToken[],
  hit: TermHit,
  dated: (index: number) => boolean,
  of: ReadonlySet<string>,
  knowledge: ActorKnowledge,
): Standing {
  const { term, to } = hit.parts.at(-1)!;
  const rest = textOf(tokens, to, hit.to);
  // A name that follows is neutral by itself: "the extremist Arvan Front".
  const wording =
    rest !== "" && tokens[to]!.tag === "PROPN" && !isTitleCase(tokens) ? rest : joined(term.neutral, rest);
  if (term.stands === "modified")
    return { referent: rest === "" ? null : rest, neutral: wording, from: hit.from, to: hit.to };
  if (term.stands === "none")
    return { referent: null, neutral: term.neutral === null ? null : wording, from: hit.from, to: hit.to };
  const from = nameBefore(tokens, hit.from, dated, knowledge);
  const before = textOf(tokens, from, hit.from);
  const row = rowOf(before, knowledge);
  if (term.stands === "government") {
    const government = before === "" ? null : governmentOf(before, row, term.neutral ?? "", knowledge);
    return {
      referent: government === null ? null : joined(government, rest),
      neutral: government === null ? wording : joined(government, rest),
      from,
      to: hit.to,
    };
  }
  if (before === "") {
    const after = nameAfter(tokens, hit.to, of, knowledge);
    return { referent: after === null ? null : bareName(after.name), neutral: wording, from, to: hit.to };
  }
  const who = row === null || row.kind === "state" ? before : bareName(row.name);
  const neutral = joined(who, wording ?? "");
  return { referent: row === null || row.kind === "state" ? neutral : who, neutral, from, to: hit.to };
}

/** Where the name before the term begins: the longest that the tables know, or a name of one or two words that they do not. */
function nameBefore(
  tokens: readonly ParsedToken[],
  at: number,
  dated: (index: number) => boolean,
  knowledge: ActorKnowledge,
): number {
  let first = at;
  while (first > 0 && at - first < MOST_NAME && isName(tokens[first - 1]!) && !dated(first - 1)) first--;
  for (let from = first; from < at; from++) if (isKnown(textOf(tokens, from, at), knowledge)) return from;
  return at - first <= MOST_UNKNOWN && first > 0 && !isTitleCase(tokens) ? first : at;
}

function isName({ tag, text }: ParsedToken): boolean {
  return (
    (tag === "PROPN" || tag === "ADJ" || tag === "NOUN" || tag === "X") &&
    /^(?:\p{Ll}{2}[-‑])?\p{Lu}/u.test(text) &&
    !/[-‑]\p{Ll}/u.test(text)
  );
}

function isKnown(name: string, knowledge: ActorKnowledge): boolean {
  return knowledge.nations.has(fold(name)) || rowOf(name, knowledge) !== null;
}

/** "the group ISIL", "the group of ISIL"; no country in which they are. */
function nameAfter(
  tokens: readonly ParsedToken[],
  at: number,
  of: ReadonlySet<string>,
  knowledge: ActorKnowledge,
): ActorRow | null {
  const first = of.has(tokens[at]?.lower ?? "") ? at + 1 : at;
  if (tokens[first] === undefined || !isName(tokens[first])) return null;
  for (let to = Math.min(tokens.length, first + MOST_NAME); to > first; to--) {
    const row = rowOf(textOf(tokens, first, to), knowledge);
    if (row !== null && row.kind !== "state") return row;
  }
  return null;
}

function rowOf(name: string, { byName, rows, small }: ActorKnowledge): ActorRow | null {
  if (name === "" || rows.length === 0) return null;
  const owner = name.endsWith(small.possessive)
    ? name.slice(0, name.length - small.possessive.length).replace(/['’]$/u, "")
    : name;
  const found = byName.get(actorKey(name)) ?? byName.get(actorKey(owner));
  return found?.find((entry) => entry.row !== null && !entry.loaded)?.row ?? null;
}

function governmentOf(
  before: string,
  name: ActorRow | null,
  neutral: string,
  knowledge: ActorKnowledge,
): string {
  // "the Peruvian regime" is the Peruvian government, "the Desh regime" that of the state that Desh leads.
  if (knowledge.nations.has(fold(before)) && name === null) return `${before} ${neutral}`;
  const country = name?.country ?? null;
  const state = country === null ? undefined : knowledge.states.get(country);
  return state === undefined ? `${before} ${neutral}` : bareName(state.name);
}

function textOf(tokens: readonly ParsedToken[], from: number, to: number): string {
  return tokens
    .slice(from, to)
    .map((token) => token.text)
    .join(" ");
}

function joined(first: string | null, second: string): string | null {
  const text = [first ?? "", second].filter((part) => part !== "").join(" ");
  return text === "" ? null : text;
}
