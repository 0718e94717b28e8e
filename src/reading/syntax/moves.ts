// What the parser may do next: its classes of the model taken apart into moves and relations, and which are allowed where it stands.
// Leaves alone: the scores (linear-scores.ts) and the moves themselves (transitions.ts).
import { LEFT, RIGHT, SHIFT, type Configuration } from "./transitions.js";

/** Kinds of move as bits: "root" is the relation to the root alone. */
const SHIFT_BIT = 1;
const LEFT_BIT = 2;
const LEFT_TO_ROOT = 4;
const RIGHT_BIT = 8;

/** The parser's classes taken apart: move, kind and relation of each. */
export interface Moves {
  readonly move: Uint8Array;
  readonly kind: Uint8Array;
  readonly relation: Uint8Array;
  readonly relations: readonly string[];
}

export function movesOf(classes: readonly string[]): Moves {
  const relations = ["root"];
  const move = new Uint8Array(classes.length);
  const relation = new Uint8Array(classes.length);
  classes.forEach((name, c) => {
    const dash = name.indexOf("-");
    if (dash < 0) return;
    move[c] = name.startsWith("left") ? LEFT : RIGHT;
    const label = name.slice(dash + 1);
    if (!relations.includes(label)) relations.push(label);
    relation[c] = relations.indexOf(label);
  });
  const kind = move.map((m, c) =>
    m === SHIFT ? SHIFT_BIT : m === RIGHT ? RIGHT_BIT : relation[c] === 0 ? LEFT_TO_ROOT : LEFT_BIT,
  );
  return { move, kind, relation, relations };
}

/** The class with the highest score among those whose move is allowed here. "root" is the relation to the root alone. */
export function bestAllowed(c: Configuration, scores: ArrayLike<number>, moves: Moves): number {
  const allowed = allowedIn(c);
  let best = -1;
  for (let k = 0; k < scores.length; k++) {
    if ((allowed & moves.kind[k]!) !== 0 && (best < 0 || scores[k]! > scores[best]!)) best = k;
  }
  return best;
}

/** The kinds of move that are allowed, as bits. */
export function allowedIn(c: Configuration): number {
  const left = c.next === c.n ? LEFT_TO_ROOT : LEFT_BIT;
  return (c.allows(SHIFT) ? SHIFT_BIT : 0) | (c.allows(LEFT) ? left : 0) | (c.allows(RIGHT) ? RIGHT_BIT : 0);
}
