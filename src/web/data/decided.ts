// The decision made last, for the toast that offers to undo it: held outside of any page, because deciding changes the page.
import { useSyncExternalStore } from "react";
import type { DecisionLine } from "../../contract/decisions.js";

export interface Decided {
  readonly decision: DecisionLine;
  readonly follow: string | null;
}

let decided: Decided | null = null;
const listeners = new Set<() => void>();

/** Null dismisses it. */
export function showDecided(next: Decided | null): void {
  decided = next;
  for (const listener of listeners) listener();
}

export function useDecided(): Decided | null {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => decided,
  );
}
