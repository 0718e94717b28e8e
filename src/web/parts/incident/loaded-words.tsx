// The loaded words that outlets used for the same things, side by side: quoted, and credited to whoever said them.
import type { IncidentView } from "../../../contract/views.js";
import { documentPath } from "../../data/paths.js";
import { Link } from "../shell/link.js";

export function LoadedWords({ framing }: { readonly framing: IncidentView["framing"] }) {
  return (
    <table className="loaded">
      <thead>
        <tr>
          <th scope="col">For</th>
          <th scope="col">Words used</th>
        </tr>
      </thead>
      <tbody>
        {framing.map((thing, index) => (
          <tr key={index}>
            <th scope="row">
              {thing.referent ?? thing.neutral ?? "not told"}
              {thing.neutral !== null && thing.neutral !== thing.referent && thing.referent !== null ? (
                <span className="small muted"> neutrally: {thing.neutral}</span>
              ) : null}
            </th>
            <td>
              <ul>
                {thing.uses.map((use) => (
                  <li key={`${use.document} ${use.start}`}>
                    <Link to={documentPath(use.document, use)} className="serif">
                      “{use.term}”
                    </Link>{" "}
                    <span className="small muted">
                      {use.sources.length > 0
                        ? `${use.sources.map((source) => source.name).join(" → ")}, in ${use.outlet}`
                        : `${use.outlet}, in its own voice`}
                    </span>
                  </li>
                ))}
              </ul>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
