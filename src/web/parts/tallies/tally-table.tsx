// One kind of tally as a table: how many, who says so, where, by and against whom, over which period, as of when.
// With something for the chosen line to open to, it opens and closes again; else the chosen line is only marked.
import { Fragment } from "react";
import type { ReactNode } from "react";
import type { TallyLineView } from "../../../contract/views.js";
import { STANCE_WORDS, countWords } from "../words/labels.js";
import { edtfShort } from "../words/edtf-words.js";
import { restWords, withinWords } from "../words/tally-words.js";
import { tallyKey } from "./tally-groups.js";
import type { TallyThing } from "./tally-groups.js";

type Line = TallyLineView;

export function TallyTable({
  title,
  things,
  chosen,
  choose,
  opening,
}: {
  readonly title: string;
  readonly things: readonly TallyThing[];
  readonly chosen: string | null;
  readonly choose: (line: Line | null) => void;
  readonly opening: ReactNode | undefined;
}) {
  return (
    <section className="tally-group">
      <h2>{title}</h2>
      <table className="lines">
        <thead>
          <tr>
            <th scope="col" className="number">
              How many
            </th>
            <th scope="col">Who says so</th>
            <th scope="col">Where, by whom, against whom</th>
            <th scope="col">Period</th>
            <th scope="col">As of</th>
            <th scope="col">The record</th>
          </tr>
        </thead>
        {things.map((thing) => (
          <tbody
            key={thing.lines.map(tallyKey).join(" ")}
            data-thing={thing.claimants.length > 1 ? "" : undefined}
          >
            {thing.claimants.length > 1 ? (
              <tr className="thing-head">
                <th scope="rowgroup" colSpan={6} className="small muted">
                  {thing.claimants.length} claimants of the same thing
                </th>
              </tr>
            ) : null}
            {thing.lines.map((line) => {
              const open = chosen === tallyKey(line);
              return (
                <Fragment key={tallyKey(line)}>
                  <TallyRow
                    line={line}
                    chosen={open}
                    opens={opening !== undefined}
                    choose={() => choose(open && opening !== undefined ? null : line)}
                  />
                  {open && opening !== undefined ? (
                    <tr className="tally-opening">
                      <td colSpan={6}>{opening}</td>
                    </tr>
                  ) : null}
                </Fragment>
              );
            })}
          </tbody>
        ))}
      </table>
    </section>
  );
}

function TallyRow({
  line,
  chosen,
  opens,
  choose,
}: {
  readonly line: Line;
  readonly chosen: boolean;
  readonly opens: boolean;
  readonly choose: () => void;
}) {
  return (
    <tr className="tally-line" data-chosen={chosen ? "" : undefined} onClick={choose}>
      <th scope="row" className="number">
        <button
          type="button"
          className="tally-count figures"
          aria-pressed={opens ? undefined : chosen}
          aria-expanded={opens ? chosen : undefined}
          onFocus={opens ? undefined : choose}
        >
          {countWords(line.count)}
        </button>
        {line.stance === "asserted" ? null : (
          <span className="stance small"> {STANCE_WORDS[line.stance]}</span>
        )}
      </th>
      <td data-label="Who says so">
        {line.sources.length > 0 ? line.sources.map((source) => source.name).join(" → ") : line.outlet}
        {line.sources.length > 0 ? <span className="muted small"> in {line.outlet}</span> : null}
      </td>
      <td data-label="Of what">{whereWords(line)}</td>
      <td data-label="Period" className="figures">
        {line.period === null ? <span className="muted">not told</span> : edtfShort(line.period)}
      </td>
      <td data-label="As of" className="figures">
        {line.published === null ? <span className="muted">undated</span> : edtfShort(line.published)}
      </td>
      <td data-label="The record" className="figures">
        {line.record === null ? (
          <span className="muted">not compared</span>
        ) : (
          <>
            <b>{withinWords(line.record)}</b>
            {restWords(line.record).map((words) => (
              <span key={words} className="small muted record-rest">
                {words}
              </span>
            ))}
          </>
        )}
      </td>
    </tr>
  );
}

function whereWords(line: Line) {
  const words = [
    line.place,
    line.perpetrator === null ? null : `by ${line.perpetrator}`,
    line.target === null || line.target === line.place ? null : `on ${line.target}`,
  ].filter((word) => word !== null);
  return words.length === 0 ? <span className="muted">not told</span> : words.join(", ");
}
