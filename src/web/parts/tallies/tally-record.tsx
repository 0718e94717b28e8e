// The record under a tally's own rule, opened into its incidents: those that fall in it, those that nearly do and why not, those of
// which it cannot be said; what was not tested; and that none of this is a verdict.
import { useState } from "react";
import type { ReactNode } from "react";
import type { TallyLineView } from "../../../contract/views.js";
import { incidentPath } from "../../data/paths.js";
import { Link } from "../shell/link.js";
import { edtfShort } from "../words/edtf-words.js";
import { plural } from "../words/labels.js";
import { UNKNOWN_WORDS, UNTESTED_WORDS, nearWords } from "../words/tally-words.js";

type Face = NonNullable<TallyLineView["record"]>["within"][number];
const FIRST = 8;

export function TallyRecord({ line: { record } }: { readonly line: TallyLineView }) {
  if (record === null)
    return (
      <section className="tally-record">
        <h3>In the record</h3>
        <p className="muted small">
          Not compared: the words give no period or place, or count what the record does not keep as
          incidents.
        </p>
      </section>
    );
  const { within, near, undecided, untested } = record;
  return (
    <section className="tally-record">
      <h3>In the record, by the same rule</h3>
      <Part title={within.length === 0 ? "None recorded" : `${within.length} recorded`} faces={within} />
      {near.length === 0 ? null : (
        <Part
          title={plural(near.length, "near miss", "near misses")}
          faces={near}
          note={(face) => nearWords(face)}
        />
      )}
      {undecided.length === 0 ? null : (
        <Part
          title={`${undecided.length} undecided`}
          faces={undecided}
          note={(face) => UNKNOWN_WORDS[face.unknown]}
        />
      )}
      {untested.length === 0 ? null : (
        <p className="small">
          Not tested: {untested.map((criterion) => UNTESTED_WORDS[criterion]).join(", ")}.
        </p>
      )}
      <p className="small muted">
        This is no verdict. The record holds what the reports of this collection told; what they did not tell
        is not in it.
      </p>
    </section>
  );
}

function Part<T extends Face>({
  title,
  faces,
  note,
}: {
  readonly title: string;
  readonly faces: readonly T[];
  readonly note?: (face: T) => ReactNode;
}) {
  const [all, setAll] = useState(false);
  const shown = all ? faces : faces.slice(0, FIRST);
  return (
    <div className="tally-part">
      <h4 className="figures">{title}</h4>
      <ul>
        {shown.map((face) => (
          <li key={face.id}>
            <Link to={incidentPath(face.id)}>{face.title}</Link>{" "}
            <span className="small muted figures tally-when">
              {face.date === null ? "date not told" : edtfShort(face.date)}
            </span>
            {note === undefined ? null : <span className="small tally-note">{note(face)}</span>}
          </li>
        ))}
      </ul>
      {shown.length < faces.length ? (
        <button type="button" className="quiet small" onClick={() => setAll(true)}>
          {faces.length - shown.length} more
        </button>
      ) : null}
    </div>
  );
}
