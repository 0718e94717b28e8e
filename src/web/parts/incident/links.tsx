// Why these events are one incident: for each pair, a sum of labelled weights (log2 of a Bayes factor), as bars from a middle line.
import type { IncidentView } from "../../../contract/views.js";
import { eventKey } from "../../data/decide.js";
import { documentPath } from "../../data/paths.js";
import { Link } from "../shell/link.js";
import { codeWords } from "../words/labels.js";

export function Links({
  links,
  part,
}: {
  readonly links: IncidentView["links"];
  /** Asks for the decision that the two events are not the same. */
  readonly part: (pair: readonly [string, string]) => void;
}) {
  const widest = Math.max(1, ...links.flatMap((link) => link.weights.map((w) => Math.abs(w.weight))));
  return (
    <ol className="links">
      {links.map((link) => (
        <li key={`${link.a.document} ${link.a.event} ${link.b.document} ${link.b.event}`}>
          <details>
            <summary>
              <span className="figures total">{signed(link.total)}</span>
              <span>
                {link.aOutlet} <span className="muted">and</span> {link.bOutlet}
              </span>
            </summary>
            <div className="link-body">
              <blockquote className="serif">
                <Link to={documentPath(link.a.document)}>{link.aQuote}</Link>
              </blockquote>
              <blockquote className="serif">
                <Link to={documentPath(link.b.document)}>{link.bQuote}</Link>
              </blockquote>
              <table className="weights small">
                <caption className="unseen">Weights of this link</caption>
                <tbody>
                  {link.weights.map((weight) => (
                    <tr key={weight.comparison}>
                      <th scope="row">{codeWords(weight.comparison)}</th>
                      <td>{codeWords(weight.level)}</td>
                      <td className="weight-bar" aria-hidden="true">
                        <span
                          className={weight.weight < 0 ? "against" : "for"}
                          style={{ width: `${(Math.abs(weight.weight) / widest) * 50}%` }}
                        />
                      </td>
                      <td className="figures">{signed(weight.weight)}</td>
                    </tr>
                  ))}
                  <tr className="sum">
                    <th scope="row">sum</th>
                    <td />
                    <td />
                    <td className="figures">{signed(link.total)}</td>
                  </tr>
                </tbody>
              </table>
              <p className="link-act">
                <button
                  type="button"
                  className="quiet small"
                  onClick={() => part([eventKey(link.a), eventKey(link.b)])}
                >
                  These two are not the same…
                </button>
              </p>
            </div>
          </details>
        </li>
      ))}
    </ol>
  );
}

function signed(weight: number): string {
  const text = Math.abs(weight).toFixed(1);
  return weight < 0 ? `−${text}` : `+${text}`;
}
