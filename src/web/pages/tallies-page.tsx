// The tallies: each claimed number as a line, those of one thing together, so that two claimants stand side by side.
// Focus on a line shows the words that claim it.
import { useState } from "react";
import type { TallyListView } from "../../contract/views.js";
import { useTallies } from "../data/api.js";
import { documentPath } from "../data/paths.js";
import { Link } from "../parts/shell/link.js";
import { PageTitle } from "../parts/shell/page-title.js";
import { ProblemNotice } from "../parts/states/problem-notice.js";
import { Skeleton } from "../parts/states/skeleton.js";
import { tallyGroups, tallyKey } from "../parts/tallies/tally-groups.js";
import { TallyTable } from "../parts/tallies/tally-table.js";
import { edtfWords } from "../parts/words/edtf-words.js";

type Line = TallyListView["tallies"][number];

export function TalliesPage() {
  const list = useTallies();
  const [chosen, setChosen] = useState<Line | null>(null);
  const lines = list.data?.tallies ?? [];
  const shown = chosen ?? lines[0] ?? null;
  return (
    <div className="page tallies-page">
      <div className="page-head">
        <PageTitle title="Tallies" />
        <p className="muted">
          Numbers of events, or of people over several events, as somebody states them. Not checked, not added
          up.
        </p>
      </div>
      {list.error !== null ? (
        <ProblemNotice failure={list.error} what="the tallies" retry={() => void list.refetch()} />
      ) : list.data === undefined ? (
        <Skeleton lines={8} label="Loading the tallies" />
      ) : lines.length === 0 ? (
        <div className="empty">
          <h2>No tallies</h2>
          <p className="muted">
            Where a document says “76 attacks since October”, the number stands here: who says so, of what,
            where, since when. No document of this collection states one.
          </p>
        </div>
      ) : (
        <div className="tallies">
          <div>
            {tallyGroups(lines).map((group) => (
              <TallyTable
                key={group.title}
                title={group.title}
                lines={group.lines}
                chosen={shown === null ? null : tallyKey(shown)}
                choose={setChosen}
              />
            ))}
          </div>
          <aside aria-label="The words of the tally">
            {shown === null ? null : <TallyWords line={shown} />}
          </aside>
        </div>
      )}
    </div>
  );
}

function TallyWords({ line }: { readonly line: Line }) {
  return (
    <figure className="passage words-pane" aria-live="polite">
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
