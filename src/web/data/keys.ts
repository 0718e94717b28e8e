// Single-key commands (/ ? m s u). They can be switched off (WCAG 2.2, 2.1.4) and never fire while somebody types.
import { useEffect } from "react";

const KEY = "hearsay.keys";

export function keysAreOn(): boolean {
  try {
    return localStorage.getItem(KEY) !== "off";
  } catch {
    return true;
  }
}

export function switchKeys(on: boolean): void {
  try {
    if (on) localStorage.removeItem(KEY);
    else localStorage.setItem(KEY, "off");
  } catch {
    // Storage is switched off: the keys stay on.
  }
}

const TYPED = "input:not([type=checkbox], [type=radio]), textarea, select, [contenteditable]";

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.closest(TYPED) !== null;
}

/** A dialog that asks something is open: only its own keys count. */
function isAsked(): boolean {
  return document.querySelector("dialog.modal[open]") !== null;
}

export function useKey(key: string, act: () => void): void {
  useEffect(() => {
    const listen = (event: KeyboardEvent): void => {
      if (event.key !== key || event.ctrlKey || event.metaKey || event.altKey) return;
      if (event.defaultPrevented || isTyping(event.target) || isAsked() || !keysAreOn()) return;
      event.preventDefault();
      act();
    };
    window.addEventListener("keydown", listen);
    return () => window.removeEventListener("keydown", listen);
  }, [key, act]);
}
