// A person's decisions as what clustering must keep: which events are one, which groups of such are not. In: decisions in the
// order of the log. Out: groups that stand together, and pairs held apart. Where decisions cannot all be kept the later one
// wins: taken newest first, one that contradicts what is kept already falls away. Leaves alone: undone ones (app/constraints.ts).

/** A person's decision on two events, by "document#event". */
export interface Constraint {
  readonly kind: "same" | "not-same";
  readonly a: string;
  readonly b: string;
}

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
  for (const { kind, a, b } of decisions.toReversed()) {
    if (a === b) continue;
    const [x, y] = [groupOf(a), groupOf(b)];
    if (kind === "not-same") {
      if (x !== y) apart.push([a, b]);
    } else if (x === y || held(x, y)) continue;
    else {
      together.push([a, b]);
      for (const event of y) {
        x.add(event);
        home.set(event, x);
      }
    }
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
