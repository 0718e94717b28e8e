// Light, dark, or what the system says; kept in localStorage and written to <html data-theme> (public/theme.js reads it first).
import { useState } from "react";

export type Theme = "system" | "light" | "dark";
const KEY = "hearsay.theme";

function storedTheme(): Theme {
  try {
    const theme = localStorage.getItem(KEY);
    return theme === "light" || theme === "dark" ? theme : "system";
  } catch {
    return "system";
  }
}

export function useTheme(): readonly [Theme, (theme: Theme) => void] {
  const [theme, setTheme] = useState(storedTheme);
  const choose = (next: Theme): void => {
    setTheme(next);
    if (next === "system") delete document.documentElement.dataset["theme"];
    else document.documentElement.dataset["theme"] = next;
    try {
      if (next === "system") localStorage.removeItem(KEY);
      else localStorage.setItem(KEY, next);
    } catch {
      // Storage is switched off: the choice holds until the page is left.
    }
  };
  return [theme, choose];
}
