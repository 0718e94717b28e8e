// A person's decisions as what clustering must keep: which events are one, which groups of such are not. In: decisions in the
// order of the log. Out: groups that stand together, and pairs held apart. Where decisions cannot all be kept the later one
// wins: taken newest first, one that contradicts what is kept already falls away. Leaves alone: undone ones (app/constraints.ts).

/** A person's decision by "document#event": two events are one, or are not, or all of a list are one. */
export type Constraint =
  | { readonly kind: "same" | "not-same"; readonly a: string; readonly b: string }
  | { readonly kind: "all-same"; readonly events: readonly string[] };

export interface DecidedPairs {
  readonly together: readonly (readonly [string, string])[];
  /** For an event, the events that must not be in its incident, as far as pairs of groups were told apart. */
  readonly apart: ReadonlyMap<string, ReadonlySet<string>>;
  /** Events joined by decisions, each with its whole group, itself included. */
  readonly groups: ReadonlyMap<string, readonly string[]>;
}

export function decidedPairs(decisions: readonly Constraint[]): DecidedPairs {
  const home = new Map<string, Set<string>>();
  const groupOf = (event: string): Set<string> => {
    const known = home.get(event) ?? new Set([event]);
    home.set(event, known);
    return known;
  };
  const apart: (readonly [string, string])[] = [];
  const held = (x: Set<string>, y: Set<string>) =>
    apart.some(([a, b]) => (x.has(a) && y.has(b)) || (x.has(b) && y.has(a)));
  const together: (readonly [string, string])[] = [];
  /** False where the two are held apart. */
  const join = (a: string, b: string): boolean => {
    const [x, y] = [groupOf(a), groupOf(b)];
    if (x === y) return true;
    if (held(x, y)) return false;
    together.push([a, b]);
    for (const event of y) {
      x.add(event);
      home.set(event, x);
    }
    return true;
  };
  for (const decision of decisions.toReversed()) {
    if (decision.kind === "all-same") {
      // One event of each part that the list falls into; mostly there is one part, and a list of n takes n steps.
      const parts: string[] = [];
      for (const event of decision.events.toReversed())
        if (!parts.some((part) => join(part, event))) parts.push(event);
      continue;
    }
    const { kind, a, b } = decision;
    if (a === b) continue;
    if (kind === "same") join(a, b);
    else if (groupOf(a) !== groupOf(b)) apart.push([a, b]);
  }
  const against = new Map<string, Set<string>>();
  const put = (a: string, b: string) => (against.get(a) ?? against.set(a, new Set()).get(a)!).add(b);
  for (const [a, b] of apart)
    for (const x of groupOf(a))
      for (const y of groupOf(b)) {
        put(x, y);
        put(y, x);
      }
  const groups = new Map(
    [...home].filter(([, all]) => all.size > 1).map(([event, all]) => [event, [...all]]),
  );
  return { together, apart: against, groups };
}
