// Why a row has its status: which values cannot both be true, how many independent origins give each, and how a figure was revised.
import type { AttributeRow, OriginColumn } from "../../../contract/views.js";
import { STATUS_WORDS, STANCE_WORDS, plural } from "../words/labels.js";
import { RevisionChart } from "./revision-chart.js";
import { revisionLines } from "./revision-steps.js";

export function Why({
  row,
  origins,
  brief = false,
}: {
  readonly row: AttributeRow;
  readonly origins: readonly OriginColumn[];
  /** Without the table of values, where these stand right below. */
  readonly brief?: boolean;
}) {
  const lines = revisionLines(row, origins);
  return (
    <div className="why">
      <div className="why-words">
        {row.conflicts.length + row.across.length > 0 ? (
          <ul className="conflicts">
            {row.conflicts.map((conflict) => (
              <li key={conflict.between.join(" ")}>{conflict.why}</li>
            ))}
            {row.across.map((why) => (
              <li key={why}>{why}</li>
            ))}
          </ul>
        ) : (
          <p className="muted">{STATUS_WORDS[row.status].meaning}</p>
        )}
        {brief ? null : (
          <table className="why-values small">
            <caption className="unseen">
              Values of {row.label} and the independent origins that give them
            </caption>
            <tbody>
              {row.values.map((value, index) => (
                <tr key={index}>
                  <th scope="row">
                    {value.label}
                    {value.stance === "asserted" ? null : (
                      <span className="stance"> {STANCE_WORDS[value.stance]}</span>
                    )}
                  </th>
                  <td className="figures muted">{plural(value.independentSources, "independent origin")}</td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
      </div>
      {lines.length > 0 ? <RevisionChart lines={lines} label={row.label} /> : null}
    </div>
  );
}
