// Beside the lines: the words of the chosen tally, what others state of the same thing, and what the record holds under its rule.
import type { TallyLineView } from "../../../contract/views.js";
import { documentPath } from "../../data/paths.js";
import { Link } from "../shell/link.js";
import { edtfShort, edtfWords } from "../words/edtf-words.js";
import { countWords } from "../words/labels.js";
import { recordWords } from "../words/tally-words.js";
import { claimantOf, tallyKey } from "./tally-groups.js";
import type { TallyThing } from "./tally-groups.js";
import { TallyRecord } from "./tally-record.js";

export function TallyPane({
  line,
  thing,
}: {
  readonly line: TallyLineView;
  readonly thing: TallyThing | null;
}) {
  return (
    <div className="words-pane">
      <TallyWords line={line} />
      {thing !== null && thing.claimants.length > 1 ? <SideBySide thing={thing} chosen={line} /> : null}
      <TallyRecord key={tallyKey(line)} line={line} />
    </div>
  );
}

function TallyWords({ line }: { readonly line: TallyLineView }) {
  return (
    <figure className="passage" aria-live="polite">
      <blockquote className="serif">
        <mark>{line.quote}</mark>
      </blockquote>
      <figcaption className="small">
        <p>
          <b>{line.outlet}</b>
          <span className="dot" />
          {line.published === null ? "undated" : edtfWords(line.published)}
        </p>
        <p className="muted">
          {line.sources.length > 0
            ? [...line.sources.map((source) => source.name), line.outlet].join(" → ")
            : "In the document’s own voice"}
        </p>
        <Link to={documentPath(line.document, line)} className="open-there">
          Open the document there
        </Link>
      </figcaption>
    </figure>
  );
}

/** The claimants of one thing, each with the number, its day, and the record under that claimant's own rule. */
function SideBySide({ thing, chosen }: { readonly thing: TallyThing; readonly chosen: TallyLineView }) {
  return (
    <section className="tally-record">
      <h3>Of the same thing</h3>
      <table className="side-by-side">
        <thead className="unseen">
          <tr>
            <th scope="col">Who</th>
            <th scope="col">How many</th>
          </tr>
        </thead>
        <tbody>
          {thing.lines.map((line) => (
            <tr key={tallyKey(line)} aria-current={line === chosen ? "true" : undefined}>
              <th scope="row">
                {claimantOf(line)}
                <span className="small muted">
                  {line.published === null ? "undated" : `as of ${edtfShort(line.published)}`}
                </span>
              </th>
              <td className="figures">
                <b>{countWords(line.count)}</b>
                <span className="small muted">
                  {line.record === null ? "not compared" : recordWords(line.record)}
                </span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
