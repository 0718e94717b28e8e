// One figure where somebody needs one: a rule that the person chooses, what it gives for killed and injured, and what it hides.
// Nothing is chosen at first, and the choice is remembered.
import type { IncidentView } from "../../../contract/views.js";
import { useStoredText } from "../../data/stored-text.js";
import { RULES, RULE_WORDS, figureWords, hiddenWords } from "../words/figure-words.js";

const KEY = "hearsay.figure";

export function OneFigure({ resolved }: { readonly resolved: IncidentView["resolved"] }) {
  const [rule, setRule] = useStoredText(KEY);
  const told = (["killed", "injured"] as const).filter((attribute) => resolved[attribute].length > 0);
  if (told.length === 0) return null;
  return (
    <div className="one-figure">
      <label>
        <span className="small muted">One figure</span>{" "}
        <select
          className="field small"
          value={RULES.some((known) => known === rule) ? rule : ""}
          onChange={(event) => setRule(event.target.value)}
        >
          <option value="">none</option>
          {RULES.map((known) => (
            <option key={known} value={known}>
              {RULE_WORDS[known]}
            </option>
          ))}
        </select>
      </label>
      <div className="figures-shown" role="status" aria-live="polite">
        {told.map((attribute) => {
          const figure = resolved[attribute].find((one) => one.rule === rule);
          return figure === undefined ? null : (
            <p key={attribute} className="figures">
              {attribute} <b>{figureWords(figure)}</b>{" "}
              <span className="small muted">{hiddenWords(figure)}</span>
            </p>
          );
        })}
      </div>
    </div>
  );
}
