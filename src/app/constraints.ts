// From the log of decisions to what linking must respect: pairs of events that a person joined or held apart, in the order
// of the log, without those that were undone. Leaves alone: decisions about claims.
import type { Constraint } from "../linking/link.js";
import type { Decision } from "../ports/store.js";

/** An "undo" names the decision it takes back as its value: `{ undoes: 3 }`. */
export function constraintsOf(decisions: readonly Decision[]): readonly Constraint[] {
  const undone = new Set(decisions.filter(({ kind }) => kind === "undo").map(({ value }) => undoes(value)));
  return decisions.flatMap(({ id, kind, subjects }) => {
    if ((kind !== "same" && kind !== "not-same") || undone.has(id)) return [];
    return subjects.flatMap((a, i) => subjects.slice(i + 1).map((b) => ({ kind, a, b })));
  });
}

function undoes(value: unknown): number | null {
  const id = (value as { undoes?: unknown } | null)?.undoes;
  return typeof id === "number" ? id : null;
}
