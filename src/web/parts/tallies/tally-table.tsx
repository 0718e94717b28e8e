// One kind of tally as a table: how many, who says so, where, by and against whom, over which period, as of when.
import type { TallyListView } from "../../../contract/views.js";
import { STANCE_WORDS, countWords } from "../words/labels.js";
import { edtfShort } from "../words/edtf-words.js";
import { tallyKey } from "./tally-groups.js";

type Line = TallyListView["tallies"][number];

export function TallyTable({
  title,
  lines,
  chosen,
  choose,
}: {
  readonly title: string;
  readonly lines: readonly Line[];
  readonly chosen: string | null;
  readonly choose: (line: Line) => void;
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
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => {
            const key = tallyKey(line);
            return (
              <tr
                key={key}
                data-chosen={chosen === key ? "" : undefined}
                onClick={() => choose(line)}
                onPointerEnter={() => choose(line)}
              >
                <th scope="row" className="number">
                  <button
                    type="button"
                    className="tally-count figures"
                    aria-pressed={chosen === key}
                    onFocus={() => choose(line)}
                    onClick={() => choose(line)}
                  >
                    {countWords(line.count)}
                  </button>
                  {line.stance === "asserted" ? null : (
                    <span className="stance small"> {STANCE_WORDS[line.stance]}</span>
                  )}
                </th>
                <td data-label="Who says so">
                  {line.sources.length > 0
                    ? line.sources.map((source) => source.name).join(" → ")
                    : line.outlet}
                  {line.sources.length > 0 ? <span className="muted small"> in {line.outlet}</span> : null}
                </td>
                <td data-label="Of what">{whereWords(line)}</td>
                <td data-label="Period" className="figures">
                  {line.period === null ? <span className="muted">not told</span> : edtfShort(line.period)}
                </td>
                <td data-label="As of" className="figures">
                  {line.published === null ? (
                    <span className="muted">undated</span>
                  ) : (
                    edtfShort(line.published)
                  )}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </section>
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
