// From the log of decisions to what linking must respect: events that a person joined, pairs held apart, in the order
// of the log, without those that were undone. Leaves alone: decisions about claims.
import type { Constraint } from "../linking/link.js";
import type { Decision } from "../ports/store.js";

/**
 * "same" holds for all of its subjects, "not-same" for every two. A "split" parts its subjects from the events that it leaves
 * behind, `{ from: ["document#event"] }`. An "undo" names the decision it takes back, `{ undoes: 3 }`.
 */
export function constraintsOf(decisions: readonly Decision[]): readonly Constraint[] {
  const undone = new Set(decisions.filter(({ kind }) => kind === "undo").map(({ value }) => undoes(value)));
  return decisions.flatMap(({ id, kind, subjects, value }): Constraint[] => {
    if (undone.has(id)) return [];
    if (kind === "split")
      return subjects.flatMap((a) => leftBehind(value).map((b) => ({ kind: "not-same", a, b })));
    if (kind === "same") return [{ kind: "all-same", events: subjects }];
    if (kind !== "not-same") return [];
    return subjects.flatMap((a, i) => subjects.slice(i + 1).map((b) => ({ kind, a, b })));
  });
}

function leftBehind(value: unknown): readonly string[] {
  const { from } = (value ?? {}) as { from?: unknown };
  return Array.isArray(from) ? from.filter((key): key is string => typeof key === "string") : [];
}

function undoes(value: unknown): number | null {
  const id = (value as { undoes?: unknown } | null)?.undoes;
  return typeof id === "number" ? id : null;
}
