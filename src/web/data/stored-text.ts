// A short text that the browser keeps for a person: who decides, which figure is wanted. Empty where nothing is kept or storage is off.
import { useState } from "react";

export function useStoredText(key: string): readonly [string, (text: string) => void] {
  const [text, setText] = useState(() => stored(key));
  const keep = (next: string): void => {
    setText(next);
    try {
      if (next === "") localStorage.removeItem(key);
      else localStorage.setItem(key, next);
    } catch {
      // Storage is switched off: the text holds until the page is left.
    }
  };
  return [text, keep];
}

export function stored(key: string): string {
  try {
    return localStorage.getItem(key) ?? "";
  } catch {
    return "";
  }
}
