// The matrix turned into a list for narrow screens: each attribute with its values, each value with the origins that give it;
// a value opens into its words.
import type { AttributeRow, OriginColumn } from "../../../contract/views.js";
import { StatusMark } from "../status/status-mark.js";
import { plural } from "../words/labels.js";
import { valuesOf } from "./matrix-grid.js";
import { Says } from "./matrix-row.js";
import { Why } from "./why.js";
import { Passages } from "./words-pane.js";

export function AttributeList({
  rows,
  origins,
}: {
  readonly rows: readonly AttributeRow[];
  readonly origins: readonly OriginColumn[];
}) {
  return (
    <ul className="attribute-list">
      {rows.map((row) => (
        <li key={row.attribute} data-status={row.status}>
          <h3>
            {row.label} <StatusMark status={row.status} />
          </h3>
          {row.conflicts.length + row.across.length > 0 ? <Why row={row} origins={origins} brief /> : null}
          <ul className="attribute-values">
            {valuesOf(row, origins).map((group) => (
              <li key={`${group.valueIndex} ${group.stance} ${group.label}`}>
                <details>
                  <summary>
                    <Says cell={group} />
                    <span className="small muted">
                      {group.from
                        .map(({ origin }) =>
                          origin.articles.length > 1
                            ? `${origin.name} (${plural(origin.articles.length, "article")})`
                            : origin.name,
                        )
                        .join("; ")}
                    </span>
                  </summary>
                  {group.from.map(({ origin, cell }) => (
                    <Passages key={origin.id} claims={cell.claims} outletsFrom={origin} />
                  ))}
                </details>
              </li>
            ))}
          </ul>
        </li>
      ))}
    </ul>
  );
}
