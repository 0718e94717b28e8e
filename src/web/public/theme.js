// Runs before the first paint: the theme that the reader chose, else the system's (styles/tokens.css).
try {
  const chosen = localStorage.getItem("hearsay.theme");
  if (chosen === "light" || chosen === "dark") document.documentElement.dataset.theme = chosen;
} catch {
  // Storage is switched off: the system's theme holds.
}
