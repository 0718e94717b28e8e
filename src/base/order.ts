// Orders that do not depend on a machine's locale: strings compare by UTF-16 code units.

export function byCodeUnits(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** A comparator on a string key. `["b", "a"].sort(orderedBy((s) => s))` gives a, b. */
export function orderedBy<T>(key: (item: T) => string): (a: T, b: T) => number {
  return (a, b) => byCodeUnits(key(a), key(b));
}
