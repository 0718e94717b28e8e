// The address bar as the one state of where we are: path, query and hash over the History API. Pages read it,
// links and filters write it; back and forward work because nothing else holds a copy. Keeps scroll positions by entry.
import { useSyncExternalStore } from "react";

export interface Address {
  readonly path: string;
  readonly search: string;
  readonly hash: string;
  /** Grows with every history entry shown; identifies the entry. */
  readonly key: number;
  /** "first" on load, "push" after a link, "replace" after an edit in place, "back" after back or forward. */
  readonly arrival: "first" | "push" | "replace" | "back";
}

interface Kept {
  readonly y: number;
  readonly panes: Readonly<Record<string, number>>;
  /** A selector of what had the focus, where it can be found again. */
  readonly focus: string | null;
}

const scrolls = new Map<number, Kept>();
const listeners = new Set<() => void>();
let lastKey = keyOfHistory() ?? 1;
let address: Address = read("first", lastKey);

function keyOfHistory(): number | null {
  const state: unknown = history.state;
  return typeof state === "object" && state !== null && "key" in state && typeof state.key === "number"
    ? state.key
    : null;
}

function read(arrival: Address["arrival"], key: number): Address {
  return { path: location.pathname, search: location.search, hash: location.hash, key, arrival };
}

function publish(next: Address): void {
  address = next;
  for (const listener of listeners) listener();
}

function keepScroll(): void {
  const panes: Record<string, number> = {};
  for (const pane of document.querySelectorAll<HTMLElement>("[data-keep-scroll]"))
    panes[pane.dataset["keepScroll"] ?? ""] = pane.scrollTop;
  scrolls.set(address.key, { y: window.scrollY, panes, focus: focusedNow() });
}

function focusedNow(): string | null {
  const focused = document.activeElement;
  const href = focused?.getAttribute("href");
  if (href !== undefined && href !== null) return `a[href="${CSS.escape(href)}"]`;
  const cell = focused instanceof HTMLElement ? focused.dataset["cell"] : undefined;
  return cell === undefined ? null : `[data-cell="${CSS.escape(cell)}"]`;
}

export function startAddress(): void {
  history.scrollRestoration = "manual";
  history.replaceState({ key: lastKey }, "");
  window.addEventListener("popstate", () => {
    keepScroll();
    publish(read("back", keyOfHistory() ?? ++lastKey));
  });
}

/** Goes to another address of the workbench. "replace" for edits that should not fill the history (typing, dragging). */
export function navigate(to: string, how: "push" | "replace" = "push"): void {
  if (to === address.path + address.search + address.hash) return;
  keepScroll();
  if (how === "push") history.pushState({ key: ++lastKey }, "", to);
  else history.replaceState({ key: address.key }, "", to);
  publish(read(how, how === "push" ? lastKey : address.key));
}

/** Puts the scroll positions and the focus of this history entry back, or goes to the top of a new one. */
export function restoreScroll(): void {
  if (address.arrival === "push" && address.hash === "") window.scrollTo(0, 0);
  const kept = address.arrival === "back" ? scrolls.get(address.key) : undefined;
  if (kept === undefined) return;
  window.scrollTo(0, kept.y);
  for (const pane of document.querySelectorAll<HTMLElement>("[data-keep-scroll]"))
    pane.scrollTop = kept.panes[pane.dataset["keepScroll"] ?? ""] ?? 0;
  if (kept.focus !== null) document.querySelector<HTMLElement>(kept.focus)?.focus({ preventScroll: true });
}

export function currentAddress(): Address {
  return address;
}

export function useAddress(): Address {
  return useSyncExternalStore((listener) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  }, currentAddress);
}
