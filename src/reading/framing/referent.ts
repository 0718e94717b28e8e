// What a loaded term stands for in this text, and a neutral wording of it. The names that stand beside it tell ("the Arvan
// regime", "the terrorist group of X"), or the noun that it qualifies; the tables of actors and peoples resolve the names.
// Leaves alone: guessing. Where no words tell it is null; find-framing.ts asks the other places of the same word.
import { fold } from "../../base/fold.js";
import type { ActorKnowledge, ActorRow } from "../../knowledge/actors.js";
import { actorKey, bareName } from "../../knowledge/actors.js";
import type { ParsedToken } from "../../model/syntax.js";
import type { TermHit } from "./term-hit.js";

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

export function standingOf(
  tokens: readonly ParsedToken[],
  hit: TermHit,
  knowledge: ActorKnowledge,
): Standing {
  const head = hit.parts.at(-1)!;
  const from = nameBefore(tokens, hit.from);
  const before = textOf(tokens, from, hit.from);
  const rest = textOf(tokens, head.to, hit.to);
  if (head.term.stands === "modified") {
    const referent = rest === "" ? null : rest;
    return {
      referent,
      neutral: referent === null ? head.term.neutral : joined(head.term.neutral, rest),
      from: hit.from,
      to: hit.to,
    };
  }
  if (head.term.stands === "none")
    return {
      referent: null,
      neutral: head.term.neutral === null ? null : joined(head.term.neutral, rest),
      from: hit.from,
      to: hit.to,
    };
  const name = rowOf(before, knowledge);
  if (head.term.stands === "government") {
    const government = before === "" ? null : governmentOf(before, name, head.term.neutral ?? "", knowledge);
    return {
      referent: joinedOrNull(government, rest),
      neutral: joined(government ?? head.term.neutral, rest),
      from,
      to: hit.to,
    };
  }
  const after = before === "" ? nameAfter(tokens, hit.to, knowledge) : null;
  const row = name ?? after?.row ?? null;
  const who = row === null ? (before === "" ? null : before) : bareName(row.name);
  return {
    referent: who,
    neutral:
      joined(after === null && who !== null ? who : null, joined(head.term.neutral, rest) ?? "") ?? null,
    from,
    to: hit.to,
  };
}

/** Where a run of names or adjectives of peoples before the term begins. */
function nameBefore(tokens: readonly ParsedToken[], at: number): number {
  let from = at;
  while (from > 0 && at - from < MOST_NAME && isName(tokens[from - 1]!)) from--;
  return from;
}

function isName(token: ParsedToken): boolean {
  return (
    (token.tag === "PROPN" || token.tag === "ADJ" || token.tag === "NOUN") &&
    /^[\p{L}'’-]*\p{Lu}/u.test(token.text) &&
    token.tag !== "NOUN"
  );
}

/** "the group ISIL", "the group of ISIL". */
function nameAfter(
  tokens: readonly ParsedToken[],
  at: number,
  knowledge: ActorKnowledge,
): { readonly row: ActorRow } | null {
  const first = tokens[at]?.tag === "ADP" ? at + 1 : at;
  for (let to = Math.min(tokens.length, first + MOST_NAME); to > first; to--) {
    const row = rowOf(textOf(tokens, first, to), knowledge);
    if (row !== null) return { row };
  }
  return null;
}

function rowOf(name: string, { byName, rows }: ActorKnowledge): ActorRow | null {
  if (name === "" || rows.length === 0) return null;
  const found = byName.get(actorKey(name)) ?? byName.get(actorKey(name.replace(/(?:['’]s|s)$/u, "")));
  return found?.find((entry) => entry.row !== null && !entry.loaded)?.row ?? null;
}

function governmentOf(
  before: string,
  name: ActorRow | null,
  neutral: string,
  knowledge: ActorKnowledge,
): string {
  const country = knowledge.nations.get(fold(before)) ?? name?.country ?? null;
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

function joinedOrNull(first: string | null, second: string): string | null {
  return first === null ? null : joined(first, second);
}
