// Light, dark or the system's choice: three radio buttons in a row.
import { useTheme } from "../../data/theme.js";
import type { Theme } from "../../data/theme.js";

const CHOICES: readonly { readonly theme: Theme; readonly label: string }[] = [
  { theme: "system", label: "Auto" },
  { theme: "light", label: "Light" },
  { theme: "dark", label: "Dark" },
];

export function ThemeSwitch() {
  const [theme, choose] = useTheme();
  return (
    <fieldset className="choice-row">
      <legend className="unseen">Theme</legend>
      {CHOICES.map((choice) => (
        <label key={choice.theme} className="choice">
          <input
            type="radio"
            name="theme"
            checked={theme === choice.theme}
            onChange={() => choose(choice.theme)}
          />
          <span>{choice.label}</span>
        </label>
      ))}
    </fieldset>
  );
}
