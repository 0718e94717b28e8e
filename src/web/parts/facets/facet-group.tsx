// One facet: its values with counts as checkboxes; long ones show the first few, and the rest with a box to find in them.
import { useId, useState } from "react";
import type { ReactNode } from "react";
import type { FacetValue } from "../../../contract/views.js";
import { groupDigits } from "../words/labels.js";
import { choicesOf } from "./facet-choices.js";

const FIRST = 5;
const MANY = 12;

export function FacetGroup({
  title,
  values,
  chosen,
  toggle,
  mark,
}: {
  readonly title: string;
  readonly values: readonly FacetValue[];
  readonly chosen: readonly string[];
  readonly toggle: (value: string) => void;
  readonly mark?: (value: string) => ReactNode;
}) {
  const [all, setAll] = useState(false);
  const [wanted, setWanted] = useState("");
  const id = useId();
  const { shown, more } = choicesOf(values, chosen, wanted, all ? 400 : FIRST);
  if (values.length === 0 && chosen.length === 0) return null;
  return (
    <fieldset className="facet">
      <legend>{title}</legend>
      {all && values.length > MANY ? (
        <input
          type="text"
          className="field small"
          aria-label={`Find in ${title.toLowerCase()}`}
          placeholder="Find"
          value={wanted}
          onChange={(event) => setWanted(event.target.value)}
        />
      ) : null}
      <ul>
        {shown.map((value) => (
          <li key={value.value}>
            <label className="facet-value" htmlFor={`${id}${value.value}`}>
              <input
                id={`${id}${value.value}`}
                type="checkbox"
                checked={chosen.includes(value.value)}
                onChange={() => toggle(value.value)}
              />
              {mark?.(value.value)}
              <span className="facet-label">{value.label}</span>
              <span className="figure muted">{groupDigits(value.count)}</span>
            </label>
          </li>
        ))}
      </ul>
      {more > 0 || all ? (
        <button
          type="button"
          className="quiet small more"
          aria-expanded={all}
          onClick={() => {
            setAll(!all);
            setWanted("");
          }}
        >
          {all ? "Fewer" : `${groupDigits(more)} more`}
          <span className="unseen"> in {title.toLowerCase()}</span>
        </button>
      ) : null}
    </fieldset>
  );
}
